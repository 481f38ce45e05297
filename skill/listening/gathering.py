"""What a digest is made of: few conversations, the first messages of each, and who liked them.

Nothing of it counts as heard. One digest reads one look and, of at most MOST_LOOKED_AT
conversations, what Collector reads of each; reactions only of those that are told of.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from skill.listening.listening import Listening
from skill.listening.sight import Sight
from skill.reading.news import News
from skill.reading.scope import Of, Scope

MOST_LOOKED_AT = 12
MOST_REACTIONS = 200
"""Of one conversation."""


@dataclass(frozen=True)
class Gathered:
    """What was found, the most important first."""

    news: tuple[News, ...] = ()
    is_all: bool = True
    """Whether no conversation was left out that may have something."""


def gather(scope: Scope, listening: Listening) -> Gathered:
    """Gather what is new in one conversation, from one person or everywhere."""
    if scope.of is Of.CONVERSATION:
        sight = listening.look(everywhere=False, also=[scope.id])
        return Gathered(tuple(_found([scope.id], sight, listening)))
    sight = listening.look(everywhere=True)
    places = _places(sight)
    found = _found(places[:MOST_LOOKED_AT], sight, listening)
    if scope.of is Of.PERSON:
        found = [own for each in found if (own := each.by(scope.id))]
    is_all = sight.is_complete and len(places) <= MOST_LOOKED_AT
    return Gathered(tuple(sorted(found, key=lambda each: each.importance)), is_all)


def with_reactions(news: News, listening: Listening) -> News:
    """Return news with the reactions to its messages."""
    messages, reactions = news.messages, listening.services.reactions
    found = reactions.between(
        listening.link.team_id,
        news.conversation_id,
        messages[0].ts,
        messages[-1].ts,
        most=MOST_REACTIONS,
    )
    return replace(news, reactions=tuple(found))


def _places(sight: Sight) -> list[str]:
    """Return where to look: what calls, what came late, then where something was said last."""
    return list(dict.fromkeys([*sight.attention, *sight.late, *reversed(sight.active)]))


def _found(places: Iterable[str], sight: Sight, listening: Listening) -> list[News]:
    found = [listening.collector.unheard(sight, each) for each in places]
    return [
        News(
            messages=tuple(waiting.message for waiting in each.waiting),
            calls=frozenset(waiting.ts for waiting in each.waiting if waiting.attention),
            more=each.more,
        )
        for each in found
        if each.waiting
    ]
