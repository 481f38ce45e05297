"""People whom the directory has not, found by the names that their messages bring along.

Who writes from another company's Slack (Slack Connect) is in no list of members.
"""

from postbox.directory.names.words import words
from skill.reading.finding import find
from skill.reading.planning.scope import NEW, Of, Scope
from skill.reading.planning.stored import who_wrote
from skill.reading.reader import Reader

_MOST_PLACES = 12


def stranger(spoken: str, reader: Reader) -> Scope | None:
    """Return what one such person wrote of late, by the full or first name; None for nobody."""
    wanted = _words(spoken)
    found = find(reader, reader.course.asking_for(NEW), NEW, most=_MOST_PLACES)
    messages = (waiting.message for group in found.groups for waiting in group.waiting)
    named = {message.author_id: who_wrote(message, reader.listener) for message in messages}
    fitting = {key: name for key, name in named.items() if _fits(wanted, _words(name))}
    if len(fitting) != 1:
        return None
    ((author_id, name),) = fitting.items()
    return Scope(Of.PERSON, author_id, name)


def _fits(wanted: tuple[str, ...], name: tuple[str, ...]) -> bool:
    return bool(wanted) and wanted in (name, name[:1])


def _words(text: str) -> tuple[str, ...]:
    return tuple(word.spoken for word in words(text))
