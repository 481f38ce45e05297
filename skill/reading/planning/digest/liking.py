"""Which of several messages people liked most. Pure."""

from collections.abc import Iterable, Sequence

from postbox.inbox.message import InboxMessage, Reaction

_DISLIKES = frozenset({"-1", "thumbsdown"})


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
