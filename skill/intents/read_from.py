""" "What did Kevin say?", "read general", "mark random as read": about one of that name."""

from collections.abc import Callable

from skill.composing.desk import Desk
from skill.listening.catching_up import catch_up
from skill.listening.listening import Listening, with_listening
from skill.listening.marking_read import mark_read
from skill.listening.telling import begin
from skill.listening.whose import Act, Offer, agreed, chosen, meant
from skill.reading.scope import NEW, Scope
from skill.services import Services
from skill.turn import Reply, Turn

INTENT = "ReadFromIntent"
MARK_INTENT = "MarkReadIntent"
CATCH_UP_INTENT = "CatchUpIntent"
NAME, CHANNEL = "recipient", "channel"

_READ, _MARK, _CATCH_UP = "read", "mark", "catch up"


def handle(turn: Turn, services: Services) -> Reply:
    """Read what one person said, or what is new in one conversation."""
    return _named(_READ, turn, services)


def handle_mark(turn: Turn, services: Services) -> Reply:
    """Take one conversation as read, or everything."""
    if not _spoken(turn):
        return with_listening(turn, services, lambda listening: mark_read(NEW, listening))
    return _named(_MARK, turn, services)


def handle_catch_up(turn: Turn, services: Services) -> Reply:
    """Tell in short what is new, everywhere or of one name."""
    if not _spoken(turn):
        return with_listening(turn, services, lambda listening: catch_up(NEW, listening))
    return _named(_CATCH_UP, turn, services)


def handle_choice(turn: Turn, services: Services) -> Reply:
    """Take up the answer to "Kevin Park or Kevin Sato?"."""
    words = next((value for value in turn.slots.values() if value), "")
    return _at_desk(turn, services, lambda desk: chosen(words, desk, _act(desk)))


def handle_yes(turn: Turn, services: Services) -> Reply:
    """Take up a yes to "Kevin Park?"."""
    return _at_desk(turn, services, lambda desk: agreed(desk, _act(desk)))


def _named(wanted: str, turn: Turn, services: Services) -> Reply:
    spoken = _spoken(turn)
    if not spoken:
        return with_listening(turn, services, lambda listening: begin(NEW, listening))
    return _at_desk(turn, services, lambda desk: meant(spoken, wanted, desk, _ACTS[wanted]))


def _spoken(turn: Turn) -> str:
    channel = turn.slots.get(CHANNEL)
    if channel:
        # Said to be a channel, it is not a person of that name.
        return turn.phrases.plain("the_channel", name=channel)
    return turn.slots.get(NAME, "")


def _act(desk: Desk) -> Act:
    offer = Offer.of(desk)
    return _ACTS[offer.wanted if offer else _READ]


def _read(scope: Scope, desk: Desk) -> Reply:
    return begin(scope, _listening(desk))


def _mark(scope: Scope, desk: Desk) -> Reply:
    return mark_read(scope, _listening(desk))


def _catch_up(scope: Scope, desk: Desk) -> Reply:
    return catch_up(scope, _listening(desk))


_ACTS: dict[str, Act] = {_READ: _read, _MARK: _mark, _CATCH_UP: _catch_up}


def _listening(desk: Desk) -> Listening:
    return Listening(desk.turn, desk.link, desk.services)


def _at_desk(turn: Turn, services: Services, answer: Callable[[Desk], Reply]) -> Reply:
    def listen(listening: Listening) -> Reply:
        return answer(Desk(turn, listening.link, services))

    return with_listening(turn, services, listen)
