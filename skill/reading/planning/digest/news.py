"""What of one conversation is new, as a digest takes it. Pure."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from postbox.inbox.message import InboxMessage, Reaction
from skill.reading.planning.stored import who_wrote
from skill.rendering.listener import Listener

_DISLIKES = frozenset({"-1", "thumbsdown"})


@dataclass(frozen=True)
class News:
    """The unheard messages of one conversation; there is at least one."""

    messages: tuple[InboxMessage, ...]
    """Oldest first."""
    calls: frozenset[str] = frozenset()
    """The ts of those that deserve the speaker's attention."""
    more: bool = False
    """Whether there are more messages than these."""
    reactions: tuple[Reaction, ...] = ()

    @property
    def conversation_id(self) -> str:
        """Where all of it stands."""
        return self.messages[0].conversation_id

    @property
    def amount(self) -> tuple[bool, int]:
        """How much it is, to be compared."""
        return self.more, len(self.messages)

    @property
    def importance(self) -> tuple[object, ...]:
        """The order of telling: what deserves attention, then how much it is, then what waited."""
        more, count = self.amount
        first = self.messages[0]
        return not self.calls, not more, -count, first.ts, first.conversation_id

    def by(self, author_id: str) -> "News | None":
        """Return what one person wrote of it, if anything."""
        own = tuple(message for message in self.messages if message.author_id == author_id)
        return News(own, self.calls, self.more, self.reactions) if own else None


def authors(news: News, listener: Listener) -> list[str]:
    """Return who wrote, as they are called: those who wrote most first, then who began."""
    said = Counter(who_wrote(message, listener) for message in news.messages)
    return [author for author, _ in said.most_common()]


def most_liked(
    messages: Sequence[InboxMessage], reactions: Iterable[Reaction]
) -> InboxMessage | None:
    """Return the message that most people liked, the earliest of equals; None without any.

    Several reactions of one person count once, those of the author and thumbs down not at all.
    """
    fans: dict[str, set[str]] = {}
    authors = {message.ts: message.author_id for message in messages}
    for reaction in reactions:
        likes = reaction.emoji.partition("::")[0] not in _DISLIKES
        if likes and reaction.ts in authors and reaction.user_id != authors[reaction.ts]:
            fans.setdefault(reaction.ts, set()).add(reaction.user_id)
    liked = [message for message in messages if message.ts in fans]
    return max(liked, key=lambda message: len(fans[message.ts]), default=None)
