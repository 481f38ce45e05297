"""Playing a transcript in a world, up to the first line that differs."""

from dataclasses import dataclass
from functools import singledispatchmethod

from local.conversations import steps
from local.conversations.expected import agrees
from local.conversations.steps import Step, Transcript
from local.conversations.world import CannotDo, Post, Spoken, World


@dataclass(frozen=True)
class Difference:
    """The first line that did not hold, and what came instead."""

    step: Step
    instead: str

    def __str__(self) -> str:
        """Say both in two lines."""
        return f"line {self.step.number}: {self.step.line}\n  instead: {self.instead}"


class _Differs(Exception):
    """Carries what came instead."""


@dataclass(frozen=True)
class _Written:
    person: str
    place: str
    ts: str


def play(transcript: Transcript, world: World) -> Difference | None:
    """Play a conversation; None when every line held."""
    player = _Player(world)
    for step in transcript.steps:
        try:
            player.take(step)
        except _Differs as differs:
            return Difference(step, str(differs))
        except (CannotDo, LookupError, ValueError) as error:
            return cannot_do(step, error)
    return None


def cannot_do(step: Step, error: Exception) -> Difference:
    """Tell of a line that the world cannot follow."""
    return Difference(step, f"cannot be done: {error.args[0] if error.args else error}")


class _Player:
    def __init__(self, world: World) -> None:
        self._world = world
        self._heard: Spoken | None = None
        self._checked: set[str] = set()
        """By ts, which no two messages of a workspace share."""
        self._written: list[_Written] = []

    @singledispatchmethod
    def take(self, step: Step) -> None:
        raise TypeError(type(step).__name__)

    @take.register
    def _(self, step: steps.Say) -> None:
        self._heard = self._world.say(step.utterance)
        if self._heard.rejected:
            raise _Differs(f"a device would reject the answer: {self._heard.rejected}")

    @take.register
    def _(self, step: steps.Hear) -> None:
        if self._heard is None:
            raise _Differs("nothing was said to Alexa yet")
        if not agrees(step.expected, self._heard.heard):
            raise _Differs(self._heard.heard or "silence")

    @take.register
    def _(self, step: steps.SeePost) -> None:
        post = next(iter(self._unchecked(step.place)), None)
        if post is None:
            raise _Differs("nothing more there")
        self._checked.add(post.ts)
        same_author = _is_called(step.author, post.author)
        if not same_author or not agrees(step.expected, post.text):
            raise _Differs(f"{post.author}: {post.text}")

    @take.register
    def _(self, step: steps.SeeNothing) -> None:
        unchecked = self._unchecked(step.place)
        if unchecked:
            raise _Differs(f"{unchecked[0].author}: {unchecked[0].text}")

    @take.register
    def _(self, step: steps.Write) -> None:
        place, thread_ts = step.place, None
        if place is None:
            newest = self._world.newest()
            if newest is None:
                raise _Differs("there is no message to answer")
            place, thread_ts = newest
        ts = self._world.write(step.person, place, step.text, thread_ts)
        self._written.append(_Written(step.person.casefold(), place, ts))
        self._checked.add(ts)
        self._world.settle()

    @take.register
    def _(self, step: steps.Edit) -> None:
        last = self._last_of(step.person)
        self._world.edit(last.place, last.ts, step.text)
        self._world.settle()

    @take.register
    def _(self, step: steps.Delete) -> None:
        last = self._last_of(step.person)
        self._written.remove(last)
        self._world.delete(last.place, last.ts)
        self._world.settle()

    @take.register
    def _(self, step: steps.Fail) -> None:
        self._world.fail(step.fault)

    @take.register
    def _(self, step: steps.Archive) -> None:
        self._world.archive(step.place)
        self._world.settle()

    @take.register
    def _(self, step: steps.Revoke) -> None:
        del step
        self._world.revoke()
        self._world.settle()

    @take.register
    def _(self, step: steps.Relink) -> None:
        del step
        self._world.relink()
        self._world.settle()

    @take.register
    def _(self, step: steps.Later) -> None:
        self._world.advance(step.seconds)

    def _unchecked(self, place: str) -> list[Post]:
        self._world.settle()
        posts = self._world.posts(place)
        return [post for post in posts if post.ts not in self._checked]

    def _last_of(self, person: str) -> _Written:
        for written in reversed(self._written):
            if written.person == person.casefold():
                return written
        raise _Differs(f"{person} wrote nothing before this line")


def _is_called(name: str, full_name: str) -> bool:
    wanted = name.casefold()
    first_name, _, _ = full_name.casefold().partition(" ")
    return wanted in {full_name.casefold(), first_name}
