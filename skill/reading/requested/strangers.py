"""People whom the directory has not, found by the names that their messages bring along.

Who writes from another company's Slack (Slack Connect) is in no list of members.
"""

from collections.abc import Iterable

from postbox.directory.names.words import words
from postbox.inbox.message import InboxMessage
from skill.reading.finding import find
from skill.reading.history.older import lately
from skill.reading.planning.scope import NEW, Of, Scope
from skill.reading.planning.stored import who_wrote
from skill.reading.reader import Reader

_MOST_PLACES = 12


def stranger(spoken: str, reader: Reader) -> Scope | None:
    """Return what one such person wrote of late, by the full or first name; None for nobody.

    What is new is looked through first, then what was heard and is still in the inbox.
    """
    found = find(reader, reader.course.asking_for(NEW), NEW, most=_MOST_PLACES)
    unheard = (waiting.message for group in found.groups for waiting in group.waiting)
    return _one_of(unheard, spoken, reader) or _one_of(lately(reader), spoken, reader)


def _one_of(messages: Iterable[InboxMessage], spoken: str, reader: Reader) -> Scope | None:
    wanted = _words(spoken)
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
