"""An answer to a question that is no request in all of its words, where what is new may have it."""

from dataclasses import replace
from itertools import chain

from postbox.store.errors import MailboxUnavailable
from skill.reading.answering import perhaps
from skill.reading.doubtful import told_in_doubt
from skill.reading.planning.scope import NEW, Of, Scope
from skill.reading.planning.within import Within
from skill.reading.reader import TellingReader
from skill.reading.requested.named_scope import scope_of
from skill.speech.said import say
from skill.turn.naming import Naming
from skill.turn.reply import Reply
from skill.understanding.names.resolution import Certainty
from skill.understanding.requests.guessing import (
    is_open_question,
    names_at_the_end,
    names_within,
    subject,
)


def guessed(words: str, reader: TellingReader) -> Reply | None:
    """Tell what is new of a name in it, else what has the words of the question; or offer all.

    That it was not understood is said first, so that nobody takes what is told for the answer;
    and nothing of it counts as heard. None where nothing is new. Raises MailboxUnavailable.
    """
    found = _of_a_name(words, reader) or _of_a_subject(words, reader)
    if found:
        return found.after(say("perhaps"))
    everything = perhaps(NEW, reader, counts_only=True)
    return everything.after(say("unsure_what_was_asked")) if everything else None


def among_new(words: str, reader: TellingReader) -> Reply | None:
    """Tell what is new and has the words that were looked for; it stays new. None for nothing."""
    return _of_a_subject(words, reader)


def answered(words: str, reader: TellingReader) -> Reply | None:
    """Return what is new that may answer a question to everybody; None where nothing may.

    "Where's the tape gun" is asked of everybody only where nobody has said so yet.
    """
    if not is_open_question(words, reader.request.locale):
        return None
    try:
        found = _of_a_subject(words, reader)
    except MailboxUnavailable:
        return None
    if found is None:
        return None
    told = found.after(say("perhaps"))
    return replace(told, sentences=(*told.sentences, *say("to_ask_it")))


def _of_a_name(words: str, reader: TellingReader) -> Reply | None:
    naming, locale = Naming(reader.request, reader.link, reader.names), reader.request.locale
    tried: set[str] = set()
    for name in chain(names_at_the_end(words, locale), names_within(words, locale)):
        found = naming.recipients(name)
        (first, *others) = found.resolutions
        if others or not (first.certainty is Certainty.CERTAIN or first.is_lone_doubt):
            continue
        candidate = first.candidates[0]
        told = None if candidate.id in tried else told_in_doubt(scope_of(candidate), reader)
        if told:
            return told
        tried.add(candidate.id)
    return None


def _of_a_subject(words: str, reader: TellingReader) -> Reply | None:
    asked = subject(words, reader.request.locale)
    if not asked:
        return None
    half = (len(asked) + 1) // 2
    return told_in_doubt(Scope(Of.NEW, within=Within(subject=asked, least=half)), reader)
