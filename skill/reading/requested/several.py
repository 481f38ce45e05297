"""Several people or places named at once: "anything from Tomas or Wei", "both of the Kevins"."""

from skill.reading.finding import find
from skill.reading.planning.scope import NEW, Of, Scope
from skill.reading.reader import Reader
from skill.reading.requested.named_scope import scope_of
from skill.turn.naming import Naming
from skill.understanding.language import language
from skill.understanding.names.aloud import told_apart
from skill.understanding.names.candidate import Candidate
from skill.understanding.names.recipients import Recipients
from skill.understanding.names.resolution import Certainty
from skill.understanding.phrase import Phrase
from skill.understanding.requests.vocabulary import Vocabulary, leaves_out, vocabulary

_MOST, _MOST_PLACES = 6, 12
_ASKING = frozenset({"what", "helping", "hear", "in", "from"})


def several(spoken: str, naming: Naming) -> Scope | None:
    """Return all of those whom the words name together; None where they name one, or nobody."""
    known, phrase = vocabulary(naming.request.locale), Phrase(spoken)
    first = known.list_at("several", phrase.spoken, 0) or _of_a_name(phrase, known, naming)
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


def _of_a_name(phrase: Phrase, known: Vocabulary, naming: Naming) -> int:
    """Return how many words stand before those of one name: "the Parks", where "park" is one."""
    article = known.list_at("before_names", phrase.spoken, 0)
    if not article or len(phrase) == article or not phrase.spoken[-1].endswith("s"):
        return 0
    is_one = naming.recipients(phrase.text).certainty is not Certainty.UNKNOWN
    return 0 if is_one else article


def all_but(spoken: str, naming: Naming, reader: Reader) -> Scope | None:
    """Return all who wrote but those who are left out: "anybody but Wei"; None where none are."""
    size = leaves_out(spoken, naming.request.locale)
    left_out = _all(naming.recipients(Phrase(spoken).after(size))) if size else {}
    if not left_out:
        return None
    found = find(reader, reader.course.asking_for(NEW), NEW, most=_MOST_PLACES)
    messages = [waiting.message for group in found.groups for waiting in group.waiting]
    authors = {
        message.author_id
        for message in messages
        if message.author_id and not {message.author_id, message.conversation_id} & left_out.keys()
    }
    return Scope(Of.SEVERAL, " ".join(sorted(authors)), spoken)


def _joined(phrase: Phrase, first: int, known: Vocabulary, joint: str) -> str:
    """Return the words with "and" for "or": all of them are asked for.

    What asks once more is left out: "lunch and what's in random".
    """
    said: list[str] = []
    at = first
    while at < len(phrase):
        word = phrase.spoken[at]
        size, tags = known.tags_at(phrase.spoken, at)
        if said and said[-1] == joint and tags & _ASKING:
            at += size
            continue
        said.append(joint if (word,) in known.lists["or"] else word)
        at += 1
    return " ".join(said)


def _all(found: Recipients) -> dict[str, Candidate]:
    if found.certainty is Certainty.UNKNOWN:
        return {}
    return {
        candidate.id: candidate
        for resolution in found.resolutions
        for candidate in resolution.candidates
    }
