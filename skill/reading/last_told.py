"""What was told last: what "reply", "who was that", "repeat" and the like are about."""

from typing import Any

from postbox.inbox.message import InboxMessage
from postbox.inbox.read_state import Answer
from postbox.inbox.stores.read_states import told_by
from postbox.links.link import Link
from skill.reading.planning.course import Course
from skill.speech.phrases import Phrases
from skill.speech.said import Said, from_plain
from skill.turn.parts import Inbox
from skill.turn.request import Request


def last_told(request: Request, link: Link, inbox: Inbox) -> list[InboxMessage]:
    """Return the messages of the answer that was said last, as they stand now, in that order.

    In this session, else in the one before; raises MailboxUnavailable.
    """
    places = _places(request, link, inbox)
    found = inbox.messages.many(places) if places else {}
    return [found[place] for place in places if place in found]


def _places(request: Request, link: Link, inbox: Inbox) -> list[tuple[str, str, str]]:
    told = Course.of(request.attributes).last
    if told:
        return [(link.team_id, *place) for place in told.places]
    last = inbox.read_states.last_answer(link.link_id)
    if last is None or last.taken_back:
        return []
    return [(used.team_id, used.conversation_id, used.ts) for used in told_by(last)]


def said_in(answer: Answer, phrases: Phrases) -> tuple[Said, Said]:
    """Return what an answer said of messages, and behind them; () for what cannot be said now.

    Another version may have kept sentences that this one has no longer, or not yet.
    """
    return _taken_up(answer.said, phrases), _taken_up(answer.hint, phrases)


def _taken_up(plain: tuple[Any, ...], phrases: Phrases) -> Said:
    try:
        said = from_plain(plain)
    except (TypeError, ValueError):
        return ()
    return said if phrases.can_say(said) else ()
