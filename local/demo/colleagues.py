"""Colleagues who answer what the speaker sends, so that there is something to hear."""

from collections.abc import Callable
from itertools import count

from local.workspace import Workspace
from local.workspace.team.entities import Change, Conversation, Message, Person

Later = Callable[[float, Callable[[], None]], None]
"""Does something after some seconds."""

ANSWERS_AFTER_SECONDS = 3.0
_TALKS = {"general": "Kevin Park", "dev-ops": "Kevin Sato", "design": "Omar Haddad"}
"""Who answers in a channel; in the others Ana Lima does."""
_ELSEWHERE = "Ana Lima"
_BY_WORD = (
    ("demo", "Break a leg!"),
    ("thank", "Any time!"),
    ("late", "No problem, see you then."),
    ("?", "Yes. Give me five minutes."),
)
_ELSE = ("Got it, thanks!", "Sounds good.", "On it.")


class Colleagues:
    """The demo's team at work. They answer nothing until they come."""

    def __init__(self, workspace: Workspace, later: Later) -> None:
        """Watch what is posted; an answer is written by `later`, outside the workspace's lock."""
        self._workspace = workspace
        self._later = later
        self._turn = count()
        self._here = False
        workspace.subscribe(self._see)

    def come(self) -> None:
        """Answer from now on."""
        self._here = True

    def leave(self) -> None:
        """Answer nothing more, not even what was seen already."""
        self._here = False

    def _see(self, change: Change) -> None:
        message, place = change.message, change.conversation
        if not self._here or change.kind != "message" or message is None or place is None:
            return
        speaker = self._workspace.roster.people.get(message.user or "")
        if speaker is None or not message.via_app:
            return
        colleague = self._who_answers(place, speaker)
        if colleague is not None:
            self._later(ANSWERS_AFTER_SECONDS, lambda: self._answer(colleague, place, message))

    def _who_answers(self, place: Conversation, speaker: Person) -> Person | None:
        name = _TALKS.get(place.name, _ELSEWHERE)
        others = [
            person
            for person in self._workspace.people
            if person.id in place.members and person is not speaker and not person.deleted
        ]
        named = (person for person in others if person.real_name == name)
        return next(named, None) or next(iter(others), None)

    def _answer(self, colleague: Person, place: Conversation, message: Message) -> None:
        standing = (kept.ts for kept in self._workspace.messages(place))
        if not self._here or place.archived or message.ts not in standing:
            return
        thread = message.thread_ts if message.is_reply else None
        self._workspace.post(colleague, place, self._words_for(message.text), thread)

    def _words_for(self, text: str) -> str:
        lowered = text.lower()
        by_word = (answer for word, answer in _BY_WORD if word in lowered)
        return next(by_word, None) or _ELSE[next(self._turn) % len(_ELSE)]
