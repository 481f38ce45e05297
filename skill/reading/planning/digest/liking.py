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
    authors = {each.ts: each.author_id for each in messages}
    for each in reactions:
        likes = each.emoji.partition("::")[0] not in _DISLIKES
        if likes and each.ts in authors and each.user_id != authors[each.ts]:
            fans.setdefault(each.ts, set()).add(each.user_id)
    liked = [each for each in messages if each.ts in fans]
    return max(liked, key=lambda each: len(fans[each.ts]), default=None)
