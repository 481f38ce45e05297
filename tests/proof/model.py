"""From one state to all that may follow."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from postbox.links.link import LinkState
from tests.proof.answers import answers
from tests.proof.programs import MAX_AGE, Asked, Copy, Ended, Program, Programs, Unforeseen
from tests.proof.state import INSTANTS, LIFETIME, Process, State, less, without

Step = tuple[str, State]
"""What happens, in words, and what is the case then."""
CALM_ROUNDS = 3
"""Enough for a message that is held once more behind another to be released, and posted."""


class Model:
    """From one state to all that may follow."""

    def __init__(self, *, conditional: bool = True) -> None:
        """Let writes be conditional, or not to see what is lost then."""
        self.programs = Programs()
        self._conditional = conditional

    def steps(self, state: State) -> Iterator[Step]:
        """Yield what may happen next."""
        for process in dict.fromkeys(state.processes):
            yield from self._goes_on(state, process)
            if state.left.crashes:
                after = less(without(state, process), "crashes")
                yield f"the {who(process)} dies", after
        yield from self._speaks(state)
        yield from self._delivers(state)
        yield from self._looks_after(state)
        yield from _time_passes(state)
        yield from _links_change(state)
        for message_id in state.late:
            rest = tuple(late for late in state.late if late != message_id)
            after = state._replace(slack=(*state.slack, message_id), late=rest)
            yield f"Slack shows {message_id}, long after the connection broke", after

    def rest(self, state: State) -> State:
        """Return what the net makes of it, and the release behind it, nothing else happening."""
        after = self._alone(state, Program("net"))
        is_linked = after.link.state is LinkState.ACTIVE
        return self._alone(after, Program("release")) if is_linked and after.held else after

    def calm(self, state: State) -> State:
        """Return what becomes of it when claims have expired, and nothing goes wrong any more."""
        state = state._replace(time=1)
        for _ in range(CALM_ROUNDS):
            if state.held:
                state = self._alone(state, Program("release"))
            if state.queue:
                state = self._alone(state, Program("work", state.queue), owns=True)
        return state

    def _alone(self, state: State, program: Program, *, owns: bool = False) -> State:
        """Return the state after a program that nothing disturbs: the first answer is the good."""
        state = self._begin(state, program, owns=owns)
        while state.processes:
            _, state = next(self._goes_on(state, state.processes[0]))
        return state

    # ---------------------------------------------------------------------- who begins

    def _speaks(self, state: State) -> Iterator[Step]:
        is_speaking = any(process.program.kind == "speak" for process in state.processes)
        if state.spoken < state.left.messages and state.time == 0 and not is_speaking:
            message_id = f"m{state.spoken + 1}"
            after = self._begin(state, Program("speak", (message_id,)))
            yield f"{message_id} is spoken", after._replace(spoken=state.spoken + 1)

    def _delivers(self, state: State) -> Iterator[Step]:
        working = [process for process in state.processes if process.program.kind == "work"]
        if len(working) >= state.left.workers:
            return
        if state.queue and not any(process.owns for process in working):
            for size in range(1, len(state.queue) + 1):
                batch = state.queue[:size]
                after = self._begin(state, Program("work", batch), owns=True)
                if state.left.redeliveries:
                    after = after._replace(delivered=state.delivered | {batch})
                yield f"a worker gets {names(batch)}", after
        if state.left.redeliveries:
            for batch in sorted(state.delivered, key=str):
                after = less(self._begin(state, Program("work", batch)), "redeliveries")
                if not after.left.redeliveries:
                    after = after._replace(delivered=frozenset())
                yield f"another worker gets {names(batch)} once more", after

    def _looks_after(self, state: State) -> Iterator[Step]:
        kinds = {process.program.kind for process in state.processes}
        is_linked = state.link.state is LinkState.ACTIVE
        if state.left.releases and state.held and is_linked and "release" not in kinds:
            after = less(self._begin(state, Program("release")), "releases")
            yield "what was held is released", after
        if state.left.nets and INSTANTS[state.time] > MAX_AGE and "net" not in kinds:
            yield "the net looks", less(self._begin(state, Program("net")), "nets")

    def _begin(self, state: State, program: Program, *, owns: bool = False) -> State:
        history = self.programs.begun(program, INSTANTS[state.time])
        return self._with(state, Process(program, history, state.time, owns))

    # ---------------------------------------------------------------------- one side effect

    def _goes_on(self, state: State, process: Process) -> Iterator[Step]:
        asked = self.programs.next(process.history)
        assert isinstance(asked, Asked)
        others = without(state, process)
        name = who(process)
        for words, answer, after in answers(others, asked, conditional=self._conditional):
            history = self.programs.answered(process.history, answer, INSTANTS[state.time])
            yield f"the {name} {words}", self._with(after, process._replace(history=history))

    def _with(self, state: State, process: Process) -> State:
        """Return the state with a process in it, or with what its end brings."""
        following = self.programs.next(process.history)
        if isinstance(following, Ended):
            return _ended(state, process, following.result)
        if _is_the_same_whenever(state, following):
            ((_, answer, _),) = answers(state, following, conditional=self._conditional)
            history = self.programs.answered(process.history, answer, INSTANTS[state.time])
            return self._with(state, process._replace(history=history))
        processes = tuple(sorted((*state.processes, process), key=_order))
        return state._replace(processes=processes)


def _is_the_same_whenever(state: State, asked: Asked) -> bool:
    """Whether something read has the same value whenever it is read: it need not wait.

    A token is read with its link; what changes after that, the call itself meets.
    """
    is_active = state.link.state is LinkState.ACTIVE
    is_linked_for_good = is_active and not state.left.revocations and state.token == state.valid
    match asked.effect:
        case "read token":
            return True
        case "read link":
            return is_linked_for_good
        case "read held":
            return is_linked_for_good and not state.held
    return False


def _order(process: Process) -> tuple[int, int, bool]:
    return process.history, process.started, process.owns


def _ended(state: State, process: Process, result: Any) -> State:
    if isinstance(result, Unforeseen):
        return state._replace(unforeseen=f"the {who(process)} ends with {result.name}")
    if process.program.kind == "speak" and result == "no":
        return state._replace(refused=state.refused | set(process.program.about))
    if process.program.kind == "work" and process.owns:
        gone = set(process.program.about) - set(result)
        return state._replace(queue=tuple(copy for copy in state.queue if copy not in gone))
    return state


def _time_passes(state: State) -> Iterator[Step]:
    if state.time + 1 == len(INSTANTS) or not state.spoken:
        return
    now = INSTANTS[state.time + 1]
    if any(INSTANTS[process.started] + LIFETIME < now for process in state.processes):
        return
    taken = state.taken if now < 300 else frozenset()
    yield f"time passes: {now:g} s", state._replace(time=state.time + 1, taken=taken)


def _links_change(state: State) -> Iterator[Step]:
    if state.left.revocations and state.valid == "t1" and state.spoken:
        after = less(state, "revocations")
        yield "Slack revokes the token", after._replace(valid="")
    if state.valid == "":
        link = replace(state.link, state=LinkState.ACTIVE, revision=state.link.revision + 1)
        yield "the link is made anew", state._replace(link=link, token="t2", valid="t2")


def names(batch: tuple[Copy, ...]) -> str:
    return " and ".join(copy.message_id for copy in batch)


def who(process: Process) -> str:
    kinds = {"speak": "skill", "work": "worker", "release": "release", "net": "net"}
    copies = names(process.program.about) if process.program.kind == "work" else ""
    more = "" if process.owns or not copies else ", once more"
    return kinds[process.program.kind] + (f" ({copies}{more})" if copies else "")
