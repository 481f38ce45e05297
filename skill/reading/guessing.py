"""An answer to a question that is no request in all of its words, where what is new may have it."""

from itertools import chain

from postbox.store.errors import MailboxUnavailable
from skill.reading.answering import perhaps
from skill.reading.planning.scope import NEW, Of, Scope
from skill.reading.planning.within import Within
from skill.reading.reader import Reader
from skill.reading.requested.named_scope import scope_of
from skill.speech.said import say
from skill.turn.context import Turn
from skill.turn.errors import NotLinked
from skill.turn.naming import Naming
from skill.turn.reply import Reply
from skill.understanding.names.resolution import Certainty
from skill.understanding.requests.guessing import names_at_the_end, names_within, subject


def guessed(words: str, turn: Turn) -> Reply | None:
    """Tell what is new of a name in it, else what has the words of the question, else all; or None.

    That it was not understood is said first, so that nobody takes what is told for the answer.
    """
    try:
        reader = Reader.of(turn)
        found = _of_a_name(words, reader) or _of_a_subject(words, reader)
        if found:
            return found.after(say("perhaps"))
        everything = perhaps(NEW, reader)
    except (MailboxUnavailable, NotLinked):
        return None
    return everything.after(say("unsure_what_was_asked")) if everything else None


def _of_a_name(words: str, reader: Reader) -> Reply | None:
    naming, locale = Naming.of(reader.turn), reader.turn.locale
    tried: set[str] = set()
    for name in chain(names_at_the_end(words, locale), names_within(words, locale)):
        found = naming.recipients(name)
        if found.certainty is not Certainty.CERTAIN or len(found.resolutions) > 1:
            continue
        candidate = found.resolutions[0].candidates[0]
        told = None if candidate.id in tried else perhaps(scope_of(candidate), reader)
        if told:
            return told
        tried.add(candidate.id)
    return None


def _of_a_subject(words: str, reader: Reader) -> Reply | None:
    asked = subject(words, reader.turn.locale)
    if not asked:
        return None
    half = (len(asked) + 1) // 2
    return perhaps(Scope(Of.NEW, within=Within(subject=asked, least=half)), reader)
