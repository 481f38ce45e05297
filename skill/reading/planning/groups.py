"""What is new, in numbers and names: "four from Kevin in general, two from Ana"."""

from collections.abc import Sequence
from dataclasses import dataclass

from postbox.inbox.message import MENTION_REASONS, AttentionReason
from skill.reading.planning.places import place
from skill.reading.planning.scope import Scope
from skill.reading.planning.stored import who_wrote
from skill.reading.planning.unheard import Unheard, Waiting
from skill.rendering.amounts import counted
from skill.rendering.listener import Listener
from skill.speech.phrases import Phrases
from skill.speech.said import Said, say

MOST_COUNTED = 30
"""Of one conversation; above it there are "more than thirty"."""
MOST_NAMED = 3
"""So many conversations are named; a listener keeps no more in mind."""


@dataclass(frozen=True)
class Group:
    """What of one conversation is to be told."""

    unheard: Unheard
    waiting: tuple[Waiting, ...]
    """Oldest first."""
    more: bool = False
    """Whether there may be more than these."""

    @classmethod
    def of(cls, unheard: Unheard, scope: Scope, skipped: frozenset[str] = frozenset()) -> "Group":
        """Take what a scope has in a conversation, less skipped messages (by ts)."""
        taken = [
            waiting
            for waiting in unheard.waiting
            if scope.takes(waiting) and waiting.ts not in skipped
        ]
        last = unheard.waiting[-1].ts if unheard.waiting else ""
        goes_on = unheard.more and not scope.calls_only and not scope.within.ends_before(last)
        return cls(unheard, tuple(taken), goes_on)

    @property
    def conversation_id(self) -> str:
        """The conversation."""
        return self.unheard.conversation_id

    def without(self, ts: frozenset[str]) -> "Group":
        """Return the group less these messages."""
        left = tuple(waiting for waiting in self.waiting if waiting.ts not in ts)
        return Group(self.unheard, left, self.more)


@dataclass(frozen=True)
class Others:
    """Conversations that have something new and are not named."""

    count: int = 0
    is_exact: bool = True
    """Whether there are no more than those."""

    def __bool__(self) -> bool:
        """Whether there are any."""
        return self.count > 0


NONE = Others()
_TO_EVERYBODY = {AttentionReason.HERE, AttentionReason.EVERYBODY}


def amount(group: Group, phrases: Phrases) -> str:
    """Return how many messages, in words."""
    count = len(group.waiting)
    if count > MOST_COUNTED:
        return phrases.plain("more_than", count=phrases.plain("thirty"))
    said = counted(count, phrases)
    return phrases.plain("at_least", count=said) if group.more else said


def described(group: Group, listener: Listener, *, names_all: bool = False) -> str:
    """Return "four from Kevin in general", "two from Ana", "one mention in ops".

    With `names_all` few people who wrote in one place are all named.
    """
    phrases, waiting = listener.phrases, group.waiting
    how_many = amount(group, phrases)
    where = place(waiting[0].message, listener)
    mentions = [message for message in waiting if _is_mention(message)]
    if where and len(mentions) == len(waiting) and not group.more:
        if all(mention.reason in _TO_EVERYBODY for mention in mentions):
            return phrases.plain("calls_in", count=how_many, conversation=where)
        return phrases.plain(
            "one_mention_in" if len(mentions) == 1 else "mentions_in",
            count=how_many,
            conversation=where,
        )
    authors = dict.fromkeys(who_wrote(message.message, listener) for message in waiting)
    if len(authors) <= (MOST_NAMED if names_all else 1) and not group.more:
        said = _from(phrases.all_of(list(authors)), where, how_many, phrases)
    elif where:
        said = phrases.plain("so_many_in", count=how_many, conversation=where)
    else:
        said = _from(next(iter(authors)), "", how_many, phrases)
    return phrases.plain("with_a_mention", what=said) if mentions and where else said


def _from(author: str, where: str, how_many: str, phrases: Phrases) -> str:
    if not where:
        return phrases.plain("so_many_from", count=how_many, author=author)
    return phrases.plain("so_many_from_in", count=how_many, author=author, conversation=where)


def announced(
    groups: Sequence[Group], others: Others, listener: Listener, *, names_all: bool = False
) -> str:
    """Return what is new, in numbers and names, as plain text; at most MOST_NAMED groups."""
    phrases = listener.phrases
    parts = [described(group, listener, names_all=names_all) for group in groups]
    if others:
        parts.append(_others(others, phrases))
        said = ", ".join(parts)
    else:
        said = ", ".join(parts) if len(parts) > 2 else phrases.all_of(parts)
    is_counted = not others and len(groups) > 1 and not any(map(_is_many, groups))
    total = sum(len(group.waiting) for group in groups)
    if not is_counted:
        return phrases.plain("new_are", what=said)
    return phrases.plain("so_many_new_are", count=_first_upper(counted(total, phrases)), what=said)


def as_a_sentence(group: Group, listener: Listener) -> Said:
    """Return what a group has as a sentence of its own: "Twelve from Kevin in general." """
    return say("a_sentence", what=_first_upper(described(group, listener)))


def _is_many(group: Group) -> bool:
    return group.more or len(group.waiting) > MOST_COUNTED


def _is_mention(waiting: Waiting) -> bool:
    return waiting.reason in MENTION_REASONS


def _others(others: Others, phrases: Phrases) -> str:
    if not others.is_exact:
        return phrases.plain("more_elsewhere")
    if others.count == 1:
        return phrases.plain("more_in_another")
    return phrases.plain("more_in_others", count=counted(others.count, phrases))


def _first_upper(text: str) -> str:
    return text[:1].upper() + text[1:]
