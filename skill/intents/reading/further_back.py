""" "Read the last five in design", "what did Kevin say before that?", "further back"."""

from collections.abc import Callable

from postbox.inbox.message import InboxMessage
from skill.reading.history.older import before, newest
from skill.reading.history.telling_again import tell_again
from skill.reading.last_told import last_told
from skill.reading.planning.scope import NEW, Of, Scope
from skill.reading.reader import Reader, TellingReader
from skill.reading.requested.named_scope import meant
from skill.reading.requested.strangers import stranger
from skill.reading.requested.twins import one_who_wrote
from skill.turn.context import Turn
from skill.turn.naming import Naming
from skill.turn.reply import Reply
from skill.turn.request import Request
from skill.understanding.names.resolution import Certainty

NAME, CHANNEL, AMOUNT = "recipient", "channel", "amount"
USUAL, MOST = 3, 10
LAST, EARLIER = "last", "earlier"
"""What is wanted, as a question of which name is meant remembers it."""


def handle_last(turn: Turn) -> Reply:
    """Read the last messages of one name or everywhere, heard or not."""
    return _named(turn, LAST, last)


def handle_earlier(turn: Turn) -> Reply:
    """Read what stands before that which was read last."""
    return _named(turn, EARLIER, earlier)


def last(scope: Scope, reader: TellingReader) -> Reply:
    """Read the last messages of a scope."""
    here = scope.id if scope.of is Of.CONVERSATION else ""
    return tell_again(newest(scope, _amount(reader.request, 1), reader), reader, here=here)


def earlier(scope: Scope, reader: TellingReader) -> Reply:
    """Read what stands before what was told last; before nothing, what was said last."""
    anchor = _anchor(scope, reader)
    most = _amount(reader.request, USUAL)
    found = before(scope, anchor, most, reader) if anchor else newest(scope, most, reader)
    return tell_again(found, reader, here=anchor.conversation_id if anchor else scope.id)


def _anchor(scope: Scope, reader: Reader) -> InboxMessage | None:
    """Return the oldest message that was told last, in the conversation that is meant."""
    told = last_told(reader.request, reader.link, reader.inbox)
    if scope.of is Of.CONVERSATION:
        told = [message for message in told if message.conversation_id == scope.id]
    return min(told, key=lambda message: message.ts, default=None)


def _amount(request: Request, usual: int) -> int:
    said = request.slots.get(AMOUNT, "")
    return max(1, min(MOST, int(said))) if said.isdigit() else usual


def _named(turn: Turn, wanted: str, act: Callable[[Scope, TellingReader], Reply]) -> Reply:
    channel, spoken = turn.slots.get(CHANNEL), turn.slots.get(NAME, "")
    if channel:
        spoken = turn.phrases.plain("the_channel", name=channel)

    reader = TellingReader.of(turn)
    if not spoken:
        return act(NEW, reader)
    naming = Naming.of(turn)
    found = naming.recipients(spoken)
    is_unknown = found.certainty is Certainty.UNKNOWN
    one = stranger(spoken, reader) if is_unknown else one_who_wrote(found, reader, was_told=True)
    if one:
        return act(one, reader)
    return meant(spoken, wanted, naming, lambda scope, _limits: act(scope, reader))
