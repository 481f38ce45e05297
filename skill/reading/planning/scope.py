"""What a speaker asked to hear."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from postbox.inbox.message import MENTION_REASONS
from skill.reading.planning.unheard import Waiting
from skill.speech.keys import Key
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


@dataclass(frozen=True)
class Scope:
    """What was asked for; of a conversation or a person with id and name."""

    of: Of
    id: str = ""
    name: str = ""
    """As it is said."""

    @property
    def is_named(self) -> bool:
        """Whether it was asked for by a name: then it is read without asking whether to."""
        return self.of in {Of.CONVERSATION, Of.PERSON}

    @property
    def calls_only(self) -> bool:
        """Whether it is all among what calls for attention."""
        return self.of in {Of.REPLIES, Of.MENTIONS}

    def takes(self, waiting: Waiting) -> bool:
        """Whether an unheard message is part of it."""
        match self.of:
            case Of.REPLIES:
                return waiting.calls
            case Of.MENTIONS:
                return waiting.reason in MENTION_REASONS
            case Of.PERSON:
                return waiting.message.author_id == self.id
            case Of.CONVERSATION:
                return waiting.message.conversation_id == self.id
            case Of.NEW:
                return True

    def plain(self) -> list[str]:
        """Return it as JSON values."""
        return [str(self.of), self.id, self.name]

    @classmethod
    def from_plain(cls, plain: Any) -> "Scope":
        """Take up what `plain` returned."""
        of, identifier, name = plain
        return cls(Of(of), str(identifier), str(name))


REPLIES, MENTIONS, NEW = Scope(Of.REPLIES), Scope(Of.MENTIONS), Scope(Of.NEW)

NOTHING: Mapping[Of, Key] = {
    Of.REPLIES: "no_new_replies",
    Of.MENTIONS: "no_new_mentions",
    Of.NEW: "nothing_new",
    Of.CONVERSATION: "nothing_new_in",
    Of.PERSON: "nothing_new_from",
}
"""The sentence for each when there is nothing."""


def nothing(scope: Scope) -> Said:
    """Say that there is nothing of what was asked for."""
    key = NOTHING[scope.of]
    return say(key, name=scope.name) if scope.is_named else say(key)
