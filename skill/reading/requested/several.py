"""Several people or places named at once: "anything from Tomas or Wei", "both of the Kevins"."""

from skill.reading.planning.scope import Of, Scope
from skill.reading.requested.named_scope import scope_of
from skill.turn.naming import Naming
from skill.understanding.language import language
from skill.understanding.names.aloud import told_apart
from skill.understanding.names.candidate import Candidate
from skill.understanding.names.recipients import Recipients
from skill.understanding.names.resolution import Certainty
from skill.understanding.phrase import Phrase
from skill.understanding.requests.vocabulary import Vocabulary, vocabulary

_MOST = 6


def several(spoken: str, naming: Naming) -> Scope | None:
    """Return all of those whom the words name together; None where they name one, or nobody."""
    known, phrase = vocabulary(naming.request.locale), Phrase(spoken)
    first = known.list_at("several", phrase.spoken, 0)
    joints = known.lists["or"] | language(naming.request.locale).conjunctions
    if not first and not any((word,) in joints for word in phrase.spoken):
        return None
    words = _joined(phrase, first, known, naming.request.phrases.plain("and"))
    candidates = _all(naming.recipients(words))
    if first and not candidates:
        candidates = _all(naming.recipients(words.removesuffix("s")))
    if not 1 < len(candidates) <= _MOST:
        return None
    if not first and len(naming.recipients(words).resolutions) < 2:
        return None
    names = told_apart(tuple(candidates.values()), naming.book.directory)
    ids = (scope_of(candidate).id for candidate in candidates.values())
    return Scope(Of.SEVERAL, " ".join(ids), naming.request.phrases.all_of(names))


def _joined(phrase: Phrase, first: int, known: Vocabulary, joint: str) -> str:
    """Return the words with "and" for "or": all of them are asked for."""
    spoken = phrase.spoken[first:]
    return " ".join(joint if (word,) in known.lists["or"] else word for word in spoken)


def _all(found: Recipients) -> dict[str, Candidate]:
    if found.certainty is Certainty.UNKNOWN:
        return {}
    return {
        candidate.id: candidate
        for resolution in found.resolutions
        for candidate in resolution.candidates
    }
