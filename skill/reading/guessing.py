"""An answer to a question that is no request in all of its words, where what is new may have it."""

from postbox.store.errors import MailboxUnavailable
from skill.reading.answering import perhaps
from skill.reading.planning.scope import Of, Scope
from skill.reading.planning.within import Within
from skill.reading.reader import Reader
from skill.reading.requested.named_scope import scope_of
from skill.speech.said import say
from skill.turn.context import Turn
from skill.turn.errors import NotLinked
from skill.turn.naming import Naming
from skill.turn.reply import Reply
from skill.understanding.names.resolution import Certainty
from skill.understanding.requests.guessing import names_at_the_end, subject


def guessed(words: str, turn: Turn) -> Reply | None:
    """Tell what is new of a name at the end, else what has the words of the question; or None."""
    try:
        reader = Reader.of(turn)
        found = _of_a_name(words, reader) or _of_a_subject(words, reader)
    except (MailboxUnavailable, NotLinked):
        return None
    return found.after(say("perhaps")) if found else None


def _of_a_name(words: str, reader: Reader) -> Reply | None:
    naming = Naming.of(reader.turn)
    for name in names_at_the_end(words, reader.turn.locale):
        found = naming.recipients(name)
        if found.certainty is Certainty.CERTAIN and len(found.resolutions) == 1:
            return perhaps(scope_of(found.resolutions[0].candidates[0]), reader)
    return None


def _of_a_subject(words: str, reader: Reader) -> Reply | None:
    asked = subject(words, reader.turn.locale)
    if not asked:
        return None
    half = (len(asked) + 1) // 2
    return perhaps(Scope(Of.NEW, within=Within(subject=asked, least=half)), reader)
