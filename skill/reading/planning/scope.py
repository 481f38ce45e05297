"""What a speaker asked to hear."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from postbox.inbox.message import MENTION_REASONS
from skill.reading.planning.unheard import Waiting
from skill.reading.planning.within import ANYTHING, Within
from skill.speech.keys import Key
from skill.speech.phrases import Phrases
from skill.speech.said import Said, say


class Of(StrEnum):
    """The kinds of what can be asked for."""

    REPLIES = "replies"
    """What deserves attention: answers, direct messages, mentions."""
    MENTIONS = "mentions"
    NEW = "new"
    """Everything."""
    CONVERSATION = "conversation"
    PERSON = "person"
    SEVERAL = "several"
    """People and conversations, each by its id."""


@dataclass(frozen=True)
class Scope:
    """What was asked for; of a conversation or a person with id and name, of several with all."""

    of: Of
    id: str = ""
    name: str = ""
    """As it is said."""
    within: Within = ANYTHING

    @property
    def is_named(self) -> bool:
        """Whether it was asked for by a name: then it is read without asking whether to."""
        return self.of in {Of.CONVERSATION, Of.PERSON, Of.SEVERAL}

    @property
    def is_everything(self) -> bool:
        """Whether nothing new is left out of it."""
        return self.of is Of.NEW and not self.within

    @property
    def calls_only(self) -> bool:
        """Whether it is all among what calls for attention."""
        return self.of in {Of.REPLIES, Of.MENTIONS}

    def takes(self, waiting: Waiting) -> bool:
        """Whether an unheard message is part of it."""
        return self._has(waiting) and self.within.takes(waiting.message)

    @property
    def whole(self) -> "Scope":
        """The same without what narrows it."""
        return replace(self, within=ANYTHING)

    def _has(self, waiting: Waiting) -> bool:
        match self.of:
            case Of.REPLIES:
                return waiting.calls
            case Of.MENTIONS:
                return waiting.reason in MENTION_REASONS
            case Of.PERSON:
                return waiting.message.author_id == self.id
            case Of.CONVERSATION:
                return waiting.message.conversation_id == self.id
            case Of.SEVERAL:
                message = waiting.message
                return bool({message.author_id, message.conversation_id} & {*self.ids})
            case Of.NEW:
                return True

    @property
    def ids(self) -> list[str]:
        """Those who are named, and where."""
        return self.id.split()

    def plain(self) -> list[Any]:
        """Return it as JSON values."""
        return [str(self.of), self.id, self.name, self.within.plain()]

    @classmethod
    def from_plain(cls, plain: Any) -> "Scope":
        """Take up what `plain` returned."""
        of, identifier, name, within = plain
        return cls(Of(of), str(identifier), str(name), Within.from_plain(within))


REPLIES, MENTIONS, NEW = Scope(Of.REPLIES), Scope(Of.MENTIONS), Scope(Of.NEW)

NOTHING: Mapping[Of, Key] = {
    Of.REPLIES: "no_new_replies",
    Of.MENTIONS: "no_new_mentions",
    Of.NEW: "nothing_new",
    Of.CONVERSATION: "nothing_new_in",
    Of.PERSON: "nothing_new_from",
    Of.SEVERAL: "nothing_new_from",
}
"""The sentence for each when there is nothing."""
NOTHING_WITHIN: Mapping[Of, Key] = {
    Of.REPLIES: "no_new_replies_within",
    Of.MENTIONS: "no_new_mentions_within",
    Of.NEW: "nothing_new_within",
    Of.CONVERSATION: "nothing_new_in_within",
    Of.PERSON: "nothing_new_from_within",
    Of.SEVERAL: "nothing_new_from_within",
}
"""The same where what was asked for was narrowed."""


def nothing(scope: Scope, phrases: Phrases) -> Said:
    """Say that there is nothing of what was asked for."""
    if within := scope.within.said(phrases):
        key = NOTHING_WITHIN[scope.of]
        return (
            say(key, name=scope.name, within=within) if scope.is_named else say(key, within=within)
        )
    key = NOTHING[scope.of]
    return say(key, name=scope.name) if scope.is_named else say(key)
