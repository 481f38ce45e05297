"""Which of several of one name is meant to be heard, where only one of them can be."""

from skill.reading.finding import find
from skill.reading.last_told import last_told
from skill.reading.planning.scope import Of, Scope
from skill.reading.reader import Reader
from skill.reading.requested.named_scope import scope_of
from skill.understanding.names.recipients import Recipients
from skill.understanding.names.resolution import Certainty

_MOST = 4


def one_who_wrote(found: Recipients, reader: Reader, *, was_told: bool) -> Scope | None:
    """Return the only one of a name who was just told of, or wrote what is new; else None.

    So is meant who alone is called nearly as it was heard ("shivorn"), where that one has written.

    The answer says the whole name, and nothing is sent: to be told of the other one does no harm.

    Args:
        found: what the name may mean.
        reader: where the speaker listens.
        was_told: whether what is asked for goes back to what was told last.
    """
    if found.certainty is not Certainty.DOUBTFUL or len(found.resolutions) != 1:
        return None
    resolution = found.resolutions[0]
    if len(resolution.candidates) != resolution.rivals:
        return None
    told = last_told(reader.request, reader.link, reader.inbox) if was_told else ()
    heard = {name for message in told for name in (message.author_id, message.conversation_id)}
    scopes = {scope.id: scope for scope in map(scope_of, resolution.candidates)}
    wrote = heard & scopes.keys() or _who_wrote(scopes, reader)
    return scopes[next(iter(wrote))] if len(wrote) == 1 else None


def _who_wrote(scopes: dict[str, Scope], reader: Reader) -> set[str]:
    """Return which of these have anything new."""
    asked = Scope(Of.SEVERAL, " ".join(scopes))
    found = find(reader, reader.course.asking_for(asked), asked, most=_MOST)
    messages = [waiting.message for group in found.groups for waiting in group.waiting]
    named = {name for one in messages for name in (one.author_id, one.conversation_id)}
    return named & scopes.keys()
