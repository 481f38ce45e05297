""" "What did Kevin say?", "read general", "mark random as read": about one of that name."""

from collections.abc import Callable

from skill.intents.reading import further_back
from skill.reading.answering import begin, count
from skill.reading.catching_up.catch_up import catch_up
from skill.reading.marking_read import mark_read
from skill.reading.named_scope import Act, Offer, agreed, chosen, meant
from skill.reading.planning.scope import NEW, Scope
from skill.reading.reader import Reader, with_reader
from skill.services import Services
from skill.turn.context import Turn
from skill.turn.naming import Naming
from skill.turn.reply import Reply

NAME, CHANNEL = "recipient", "channel"

_READ, _MARK, _CATCH_UP, _COUNT = "read", "mark", "catch up", "count"


def handle(turn: Turn, services: Services) -> Reply:
    """Read what one person said, or what is new in one conversation."""
    return _named(_READ, turn, services)


def handle_mark(turn: Turn, services: Services) -> Reply:
    """Take one conversation as read, or everything."""
    if not _spoken(turn):
        return with_reader(turn, services, lambda reader: mark_read(NEW, reader))
    return _named(_MARK, turn, services)


def handle_catch_up(turn: Turn, services: Services) -> Reply:
    """Tell in short what is new, everywhere or of one name."""
    if not _spoken(turn):
        return with_reader(turn, services, lambda reader: catch_up(NEW, reader))
    return _named(_CATCH_UP, turn, services)


def handle_count(turn: Turn, services: Services) -> Reply:
    """Tell how much is new, everywhere or of one name."""
    if not _spoken(turn):
        return with_reader(turn, services, lambda reader: count(NEW, reader))
    return _named(_COUNT, turn, services)


def handle_choice(turn: Turn, services: Services) -> Reply:
    """Take up the answer to "Kevin Park or Kevin Sato?"."""
    words = next((value for value in turn.slots.values() if value), "")
    return _at_names(turn, services, lambda naming: chosen(words, naming, _act(naming)))


def handle_yes(turn: Turn, services: Services) -> Reply:
    """Take up a yes to "Kevin Park?"."""
    return _at_names(turn, services, lambda naming: agreed(naming, _act(naming)))


def _named(wanted: str, turn: Turn, services: Services) -> Reply:
    spoken = _spoken(turn)
    if not spoken:
        return with_reader(turn, services, lambda reader: begin(NEW, reader))
    return _at_names(turn, services, lambda naming: meant(spoken, wanted, naming, _ACTS[wanted]))


def _spoken(turn: Turn) -> str:
    channel = turn.slots.get(CHANNEL)
    if channel:
        # Said to be a channel, it is not a person of that name.
        return turn.phrases.plain("the_channel", name=channel)
    return turn.slots.get(NAME, "")


def _act(naming: Naming) -> Act:
    offer = Offer.of(naming)
    return _ACTS[offer.wanted if offer else _READ]


def _read(scope: Scope, naming: Naming) -> Reply:
    return begin(scope, _reader(naming))


def _mark(scope: Scope, naming: Naming) -> Reply:
    return mark_read(scope, _reader(naming))


def _catch_up(scope: Scope, naming: Naming) -> Reply:
    return catch_up(scope, _reader(naming))


def _count(scope: Scope, naming: Naming) -> Reply:
    return count(scope, _reader(naming))


def _last(scope: Scope, naming: Naming) -> Reply:
    return further_back.last(scope, _reader(naming))


def _earlier(scope: Scope, naming: Naming) -> Reply:
    return further_back.earlier(scope, _reader(naming))


_ACTS: dict[str, Act] = {
    _READ: _read,
    _MARK: _mark,
    _CATCH_UP: _catch_up,
    _COUNT: _count,
    further_back.LAST: _last,
    further_back.EARLIER: _earlier,
}


def _reader(naming: Naming) -> Reader:
    return Reader(naming.turn, naming.link, naming.services)


def _at_names(turn: Turn, services: Services, answer: Callable[[Naming], Reply]) -> Reply:
    def listen(reader: Reader) -> Reply:
        return answer(Naming(turn, reader.link, services))

    return with_reader(turn, services, listen)
