"""What is new, in numbers and names: "four from Kevin in general, two from Ana"."""

from collections.abc import Sequence
from dataclasses import dataclass

from postbox.inbox.message import MENTION_REASONS, AttentionReason
from skill.reading.planning.places import place
from skill.reading.planning.scope import Scope
from skill.reading.planning.stored import who_wrote
from skill.reading.planning.unheard import Unheard, Waiting
from skill.rendering.listener import Listener
from skill.speech.said import Begun, Said, Sentence, Value, all_of, one_after_another, say, sentence

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


def amount(group: Group) -> Value:
    """Return how many messages."""
    count = len(group.waiting)
    if count > MOST_COUNTED:
        return sentence("more_than", count=sentence("thirty"))
    return sentence("at_least", count=count) if group.more else count


def described(group: Group, listener: Listener, *, names_all: bool = False) -> Sentence:
    """Return "four from Kevin in general", "two from Ana", "one mention in ops".

    With `names_all` few people who wrote in one place are all named.
    """
    waiting, how_many = group.waiting, amount(group)
    where = place(waiting[0].message, listener)
    mentions = [message for message in waiting if _is_mention(message)]
    if where and len(mentions) == len(waiting) and not group.more:
        if all(mention.reason in _TO_EVERYBODY for mention in mentions):
            return sentence("calls_in", count=how_many, conversation=where)
        return sentence(
            "one_mention_in" if len(mentions) == 1 else "mentions_in",
            count=how_many,
            conversation=where,
        )
    authors = dict.fromkeys(who_wrote(message.message, listener) for message in waiting)
    if len(authors) <= (MOST_NAMED if names_all else 1) and not group.more:
        said = _from(all_of(authors), where, how_many)
    elif where:
        said = sentence("so_many_in", count=how_many, conversation=where)
    else:
        said = _from(next(iter(authors)), "", how_many)
    return sentence("with_a_mention", what=said) if mentions and where else said


def _from(author: Value, where: str, how_many: Value) -> Sentence:
    if not where:
        return sentence("so_many_from", count=how_many, author=author)
    return sentence("so_many_from_in", count=how_many, author=author, conversation=where)


def announced(
    groups: Sequence[Group], others: Others, listener: Listener, *, names_all: bool = False
) -> Sentence:
    """Return what is new, in numbers and names; at most MOST_NAMED groups."""
    parts = [described(group, listener, names_all=names_all) for group in groups]
    if others:
        said = one_after_another([*parts, _others(others)])
    else:
        said = one_after_another(parts) if len(parts) > 2 else all_of(parts)
    is_counted = not others and len(groups) > 1 and not any(map(_is_many, groups))
    if not is_counted:
        return sentence("new_are", what=said)
    total = sum(len(group.waiting) for group in groups)
    return sentence("so_many_new_are", count=Begun(total), what=said)


def as_a_sentence(group: Group, listener: Listener) -> Said:
    """Return what a group has as a sentence of its own: "Twelve from Kevin in general." """
    return say("a_sentence", what=Begun(described(group, listener)))


def _is_many(group: Group) -> bool:
    return group.more or len(group.waiting) > MOST_COUNTED


def _is_mention(waiting: Waiting) -> bool:
    return waiting.reason in MENTION_REASONS


def _others(others: Others) -> Sentence:
    if not others.is_exact:
        return sentence("more_elsewhere")
    if others.count == 1:
        return sentence("more_in_another")
    return sentence("more_in_others", count=others.count)
