""" "What did Kevin say?", "read general", "mark random as read": about one of that name."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from skill.intents.reading import further_back
from skill.reading.answering import begin, count
from skill.reading.catching_up.catch_up import catch_up
from skill.reading.marks.marking_read import mark_read
from skill.reading.planning.scope import NEW, Scope
from skill.reading.reader import Reader, TellingReader
from skill.reading.requested.named_scope import Act, Offer, agreed, chosen, meant
from skill.reading.requested.several import all_but, several
from skill.reading.requested.strangers import stranger
from skill.reading.requested.twins import one_who_wrote
from skill.speech.said import say
from skill.turn.context import Turn
from skill.turn.naming import Naming
from skill.turn.reply import Reply
from skill.turn.request import IN, LEADS
from skill.understanding.names.resolution import Certainty

NAME, CHANNEL = "recipient", "channel"

_READ, _MARK, _CATCH_UP, _COUNT = "read", "mark", "catch up", "count"
_OF_SEVERAL = frozenset({_READ, _COUNT})


def handle(turn: Turn) -> Reply:
    """Read what one person said, or what is new in one conversation."""
    return _named(_READ, turn)


def handle_mark(turn: Turn) -> Reply:
    """Take one conversation as read, or everything."""
    if not _spoken(turn):
        return _mark(NEW, turn)
    return _named(_MARK, turn)


def handle_catch_up(turn: Turn) -> Reply:
    """Tell in short what is new, everywhere or of one name."""
    if not _spoken(turn):
        return _catch_up(NEW, turn)
    return _named(_CATCH_UP, turn)


def handle_count(turn: Turn) -> Reply:
    """Tell how much is new, everywhere or of one name."""
    if not _spoken(turn):
        return _count(NEW, turn)
    return _named(_COUNT, turn)


def handle_choice(turn: Turn) -> Reply:
    """Take up the answer to "Kevin Park or Kevin Sato?"."""
    words = next((value for value in turn.slots.values() if value), "")
    naming = Naming.of(turn)
    return chosen(words, naming, _offered(turn))


def handle_yes(turn: Turn) -> Reply:
    """Take up a yes to "Kevin Park?"."""
    naming = Naming.of(turn)
    return agreed(naming, _offered(turn))


def _named(wanted: str, turn: Turn) -> Reply:
    spoken = _spoken(turn)
    if not spoken:
        return _read(NEW, turn)
    naming = Naming.of(turn)
    if wanted == _MARK:
        return meant(spoken, wanted, naming, _acting(wanted, turn))
    one = _of_those_who_wrote(spoken, wanted, naming, Reader.of(turn))
    if one:
        return _ACTS[wanted](one, turn)
    if naming.recipients(spoken).certainty is Certainty.UNKNOWN:
        return _of_nobody(spoken, wanted, turn)
    return meant(spoken, wanted, naming, _acting(wanted, turn))


def _of_those_who_wrote(spoken: str, wanted: str, naming: Naming, reader: Reader) -> Scope | None:
    """Return whom the words mean together, or the only one of a name who has written."""
    all_of_them = None
    if wanted in _OF_SEVERAL:
        all_of_them = several(spoken, naming) or all_but(spoken, naming, reader)
    return all_of_them or one_who_wrote(naming.recipients(spoken), reader, was_told=False)


def _of_nobody(spoken: str, wanted: str, turn: Turn) -> Reply:
    """Say that a name is nobody's, and tell what there is: how much, or all where it was a place.

    "Read what's new from the depot" asks for what is new, though no channel is called so.
    """
    outside = stranger(spoken, Reader.of(turn))
    if outside:
        return _ACTS[wanted](outside, turn)
    is_place = turn.slots.get(LEADS) == IN and wanted == _READ
    act = _ACTS[wanted] if is_place or wanted == _CATCH_UP else _count
    reply = act(NEW, turn)
    cannot_find = say("cannot_find", name=spoken)
    if not (reply.question or reply.listens):
        return Reply(cannot_find, is_slight=True)
    return reply.after(cannot_find)


def _spoken(turn: Turn) -> str:
    channel = turn.slots.get(CHANNEL)
    if channel:
        # Said to be a channel, it is not a person of that name.
        return turn.phrases.plain("the_channel", name=channel)
    return turn.slots.get(NAME, "")


def _offered(turn: Turn) -> Act:
    offer = Offer.of(turn)
    return _acting(offer.wanted if offer else _READ, turn)


def _acting(wanted: str, turn: Turn) -> Act:
    """Return what does what is wanted, in the turn as further slots narrow it."""

    def act(scope: Scope, limits: Mapping[str, str]) -> Reply:
        narrowed = replace(turn, slots={**turn.slots, **limits}) if limits else turn
        return _ACTS[wanted](scope, narrowed)

    return act


def _read(scope: Scope, turn: Turn) -> Reply:
    return begin(scope, TellingReader.of(turn))


def _mark(scope: Scope, turn: Turn) -> Reply:
    return mark_read(scope, TellingReader.of(turn))


def _catch_up(scope: Scope, turn: Turn) -> Reply:
    return catch_up(scope, Reader.of(turn), turn.summaries)


def _count(scope: Scope, turn: Turn) -> Reply:
    return count(scope, TellingReader.of(turn))


def _last(scope: Scope, turn: Turn) -> Reply:
    return further_back.last(scope, TellingReader.of(turn))


def _earlier(scope: Scope, turn: Turn) -> Reply:
    return further_back.earlier(scope, TellingReader.of(turn))


_ACTS: Mapping[str, Callable[[Scope, Turn], Reply]] = {
    _READ: _read,
    _MARK: _mark,
    _CATCH_UP: _catch_up,
    _COUNT: _count,
    further_back.LAST: _last,
    further_back.EARLIER: _earlier,
}
