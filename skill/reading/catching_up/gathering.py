"""What a digest is made of: few conversations, the first messages of each, and who liked them.

Nothing of it counts as heard. One digest reads one look and, of at most MOST_LOOKED_AT
conversations, what Collector reads of each; reactions only of those that are told of.
"""

from collections.abc import Sequence
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
        return Gathered(tuple(_found([scope.id], scan, scope, reader)))
    scan = reader.scan(everywhere=True)
    places = _places(scan)
    found = _found(places[:MOST_LOOKED_AT], scan, scope, reader)
    if scope.of is Of.PERSON:
        found = [own for news in found if (own := news.by(scope.id))]
    is_all = scan.is_complete and len(places) <= MOST_LOOKED_AT
    return Gathered(tuple(sorted(found, key=lambda conversation: conversation.importance)), is_all)


def with_reactions(news: News, reader: Reader) -> News:
    """Return news with the reactions to its messages."""
    messages, reactions = news.messages, reader.inbox.reactions
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


def _found(places: Sequence[str], scan: Scan, scope: Scope, reader: Reader) -> list[News]:
    within = scope.within
    unheard_there = reader.collector.unheard_since(scan, places, within.since)
    found = []
    for unheard in unheard_there:
        taken = [waiting for waiting in unheard.waiting if within.takes(waiting.message)]
        if taken:
            calls = frozenset(waiting.ts for waiting in taken if waiting.calls)
            messages = tuple(waiting.message for waiting in taken)
            found.append(News(messages=messages, calls=calls, more=unheard.more))
    return found
