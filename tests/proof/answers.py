"""What a side effect may be answered, whatever goes wrong: every possibility, in words too."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from bridge.slack.errors import SlackLimited, SlackRefused, SlackUnclear
from postbox.links.link import Link, LinkState
from postbox.outbox.receipt import Receipt
from postbox.store.errors import ConditionFailed, MailboxUnavailable
from tests.proof.programs import MESSAGES, Asked, Copy, Raised
from tests.proof.state import State, beside, kept, less, place

Possible = tuple[str, Any, State]
"""In words what happens, what the program is answered, and what is the case then."""
DONE = None
UNAVAILABLE = Raised(MailboxUnavailable, ("no answer",))
FAILED = Raised(ConditionFailed, ("somebody else was first",))


def answers(state: State, asked: Asked, *, conditional: bool) -> Iterator[Possible]:
    if asked.effect.startswith("read "):
        yield _read(state, asked)
    elif asked.effect == "save receipt":
        yield from _save(state, *asked.about, conditional=conditional)
    elif asked.effect == "write":
        yield "tidies up what was held", DONE, beside(state, *asked.about)
    else:
        yield from _CALLS[asked.effect](state, *asked.about)


def _read(state: State, asked: Asked) -> Possible:
    match asked.effect, asked.about:
        case "read receipt", (message_id,):
            receipt = state.receipts[place(message_id)]
            return f"reads {message_id}: {stands(receipt)}", receipt, state
        case "read unsettled", _:
            found = [receipt for receipt in state.receipts if receipt and not receipt.is_final]
            return "reads what is unsettled", tuple(found), state
        case "read held", _:
            return "reads what is held", tuple(MESSAGES[name] for name in sorted(state.held)), state
        case "read link", _:
            return f"reads the link: {state.link.state}", state.link, state
        case "read token", _:
            return "reads the token", state.token, state
    raise AssertionError(asked)


def _open(state: State, message_id: str, receipt: Receipt) -> Iterator[Possible]:
    there = state.receipts[place(message_id)]
    opened = state if there else kept(state, receipt)
    yield f"opens the receipt of {message_id}", there or receipt, opened
    yield from _lost(state, opened, f"opens the receipt of {message_id}")


def _save(
    state: State, before: Receipt, after: Receipt, effects: Any, *, conditional: bool
) -> Iterator[Possible]:
    there = state.receipts[place(before.command_id)]
    words = f"writes {before.command_id}: {stands(after)}"
    if conditional and (there is None or there.revision != before.revision):
        yield f"{words}, but it was changed meanwhile", FAILED, state
        return
    saved = beside(kept(state, after), effects)
    yield words, DONE, saved
    yield from _lost(state, saved, words)


def _send(state: State, copy: Copy) -> Iterator[Possible]:
    words, sent = f"queues {copy.message_id}", state
    if copy not in state.taken:
        sent = state._replace(queue=(*state.queue, copy), taken=state.taken | {copy})
    yield words, DONE, sent
    yield from _lost(state, sent, words)


def _end_link(state: State, link: Link) -> Iterator[Possible]:
    if link.revision != state.link.revision:
        yield "would end the link, but it was made anew", FAILED, state
        return
    ended = replace(link, state=LinkState.BROKEN, revision=link.revision + 1)
    yield "ends the link", DONE, state._replace(link=ended)


def _lost(before: State, after: State, words: str) -> Iterator[Possible]:
    """The table or the queue gives no answer, having done it or not."""
    if not before.left.faults:
        return
    yield f"{words}, but the answer is lost", UNAVAILABLE, less(after, "faults")
    if after != before:
        yield f"{words}, but it never arrives", UNAVAILABLE, less(before, "faults")


def _post(state: State, token: str, message_id: str) -> Iterator[Possible]:
    if token != state.valid:
        yield f"posts {message_id}: token_revoked", Raised(SlackRefused, ("token_revoked",)), state
        return
    stored = state._replace(slack=(*state.slack, message_id))
    yield f"posts {message_id}", "1.0", stored
    unclear = Raised(SlackUnclear, ("no answer",))
    if state.left.faults:
        failed, words = less(state, "faults"), f"posts {message_id}"
        yield f"{words}, but the answer is lost", unclear, less(stored, "faults")
        yield f"{words}, but it is never stored, nor answered", unclear, failed
        yield f"{words}: limited", Raised(SlackLimited, (1,)), failed
        yield f"{words}: is_archived", Raised(SlackRefused, ("is_archived",)), failed
    if state.left.late_stores:
        late = less(state, "late_stores")._replace(late=(*state.late, message_id))
        yield f"posts {message_id}; no answer, and Slack stores it later", unclear, late


def _look(state: State, token: str, message_id: str) -> Iterator[Possible]:
    if token != state.valid:
        refused = Raised(SlackRefused, ("token_revoked",))
        yield f"looks for {message_id}: token_revoked", refused, state
        return
    found = message_id in state.slack
    words = f"looks for {message_id}: {'there' if found else 'not there'}"
    yield words, "1.0" if found else None, state
    if state.left.faults:
        unclear = Raised(SlackUnclear, ("no answer",))
        yield f"looks for {message_id}: no answer", unclear, less(state, "faults")


_CALLS: Mapping[str, Callable[..., Iterator[Possible]]] = {
    "open receipt": _open,
    "end link": _end_link,
    "send": _send,
    "post": _post,
    "look": _look,
}


def stands(receipt: Receipt | None) -> str:
    if receipt is None:
        return "no receipt"
    doubt = ", in doubt" if receipt.maybe_done_since is not None else ""
    return f"{receipt.state}{doubt}"
