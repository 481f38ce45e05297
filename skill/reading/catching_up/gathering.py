"""What a digest is made of: few conversations, the first messages of each, and who liked them.

Nothing of it counts as heard. One digest reads one look and, of at most MOST_LOOKED_AT
conversations, what Collector reads of each; reactions only of those that are told of.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from skill.reading.planning.digest.news import News
from skill.reading.planning.scope import Of, Scope
from skill.reading.reader import Reader
from skill.reading.unread.scan import Scan

MOST_LOOKED_AT = 12
MOST_REACTIONS = 200
"""Of one conversation."""


@dataclass(frozen=True)
class Gathered:
    """What was found, the most important first."""

    news: tuple[News, ...] = ()
    is_all: bool = True
    """Whether no conversation was left out that may have something."""


def gather(scope: Scope, reader: Reader) -> Gathered:
    """Gather what is new in one conversation, from one person or everywhere."""
    if scope.of is Of.CONVERSATION:
        scan = reader.scan(everywhere=False, also=[scope.id])
        return Gathered(tuple(_found([scope.id], scan, reader)))
    scan = reader.scan(everywhere=True)
    places = _places(scan)
    found = _found(places[:MOST_LOOKED_AT], scan, reader)
    if scope.of is Of.PERSON:
        found = [own for news in found if (own := news.by(scope.id))]
    is_all = scan.is_complete and len(places) <= MOST_LOOKED_AT
    return Gathered(tuple(sorted(found, key=lambda conversation: conversation.importance)), is_all)


def with_reactions(news: News, reader: Reader) -> News:
    """Return news with the reactions to its messages."""
    messages, reactions = news.messages, reader.turn.inbox.reactions
    found = reactions.between(
        reader.link.team_id,
        news.conversation_id,
        messages[0].ts,
        messages[-1].ts,
        most=MOST_REACTIONS,
    )
    return replace(news, reactions=tuple(found))


def _places(scan: Scan) -> list[str]:
    """Return where to look: what calls, what came late, then where something was said last."""
    return list(dict.fromkeys([*scan.attention, *scan.late, *reversed(scan.active)]))


def _found(places: Iterable[str], scan: Scan, reader: Reader) -> list[News]:
    found = [reader.collector.unheard(scan, place) for place in places]
    return [
        News(
            messages=tuple(waiting.message for waiting in unheard.waiting),
            calls=frozenset(waiting.ts for waiting in unheard.waiting if waiting.calls),
            more=unheard.more,
        )
        for unheard in found
        if unheard.waiting
    ]
