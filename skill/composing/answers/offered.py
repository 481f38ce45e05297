"""Who of those that were offered is meant, as far as names, letters and places tell."""

from skill.composing.composer import Composer
from skill.composing.draft import Draft
from skill.understanding.answers.edges import name_alone
from skill.understanding.answers.taken_apart import AnswerKind, SpokenAnswer
from skill.understanding.answers.whom.named_within import Span
from skill.understanding.answers.whom.pointed_out import letters, position
from skill.understanding.language import language, longest_before
from skill.understanding.names.candidate import Candidate
from skill.understanding.names.recipients import Recipients
from skill.understanding.names.resolution import Certainty
from skill.understanding.phrase import Phrase


def by_letters(words: str, offered: tuple[Candidate, ...], composer: Composer) -> Candidate | None:
    """Return the only one offered whose name has the letters: "the one with an s"."""
    known = language(composer.request.locale)
    told = letters(words, known)
    if told is None:
        return None
    found = [candidate for candidate in offered if _has(told.first, candidate, offered)]
    if len(found) != 1:
        return None
    named = composer.among(told.others, offered) if name_alone(told.others, known) else None
    others = {one.id for name in named.resolutions for one in name.candidates} if named else set()
    return found[0] if not others or found[0].id in others else None


def _has(first: str, candidate: Candidate, offered: tuple[Candidate, ...]) -> bool:
    """Whether a word of a name that not all have begins so; a name spelled out is that word."""
    return any(word.startswith(first) for word in _words_of_its_own(candidate, offered))


def place_of(
    answer: SpokenAnswer, offered: tuple[Candidate, ...], composer: Composer
) -> int | None:
    """Return the place among the offered that an answer names, "kevin the first"; None for none."""
    if answer.kind is AnswerKind.FIRST:
        return 0
    if answer.kind is AnswerKind.LAST:
        return len(offered) - 1
    if answer.kind is not AnswerKind.NAME:
        return None
    shared = _words_of_all(offered)
    pointed = " ".join(word for word in Phrase(answer.name).spoken if word not in shared)
    return position(pointed or answer.name, len(offered), composer.request.locale)


def only_one(found: Recipients) -> Candidate | None:
    """Return the one that is meant; among few, being like it is enough."""
    if len(found.resolutions) != 1 or found.resolutions[0].rivals != 1:
        return None
    return found.resolutions[0].candidates[0]


def is_all(name: str, candidate: Candidate, composer: Composer) -> bool:
    """Whether words are a name and no more, so that none was left out of account."""
    known = language(composer.request.locale)
    bare = Phrase(name_alone(name, known)).spoken
    return len(bare) <= len(Phrase(candidate.name)) + 1


def names_in(phrase: Phrase, draft: Draft, composer: Composer) -> dict[Span, Candidate]:
    """Return the names of a phrase: what tells those apart that were offered, and others' names."""
    composer.prepare(phrase.text)
    offered = draft.choices[0].candidates
    found: dict[Span, Candidate] = {}
    at = 0
    while at < len(phrase):
        end, who = _own_name(phrase, at, offered) or _other_name(phrase, at, draft, composer)
        if who:
            found[Span(at, end, who.id)] = who
        at = end
    return found


def _own_name(
    phrase: Phrase, at: int, offered: tuple[Candidate, ...]
) -> tuple[int, Candidate] | None:
    word = phrase.spoken[at]
    own = [
        candidate
        for candidate in offered
        if {word, word.removesuffix("s")} & _words_of_its_own(candidate, offered)
    ]
    return (at + 1, own[0]) if len(own) == 1 else None


def _other_name(
    phrase: Phrase, at: int, draft: Draft, composer: Composer
) -> tuple[int, Candidate | None]:
    """Return where the name of somebody else ends, or the next word; a plain word needs a lead."""
    spoken, known = phrase.spoken, language(composer.request.locale)
    end = composer.understanding.names.named(spoken, at)
    asked = Phrase(draft.choices[0].spoken).spoken
    if not end or spoken[at:end] == asked:
        return at + 1, None
    is_plain = end == at + 1 and spoken[at] in known.words
    if is_plain and not longest_before(known.answers["meaning"], spoken[:at], at):
        return end, None
    found = composer.recipients(phrase.between(at, end))
    one = found.certainty is Certainty.CERTAIN and len(found.resolutions) == 1
    return end, found.resolutions[0].candidates[0] if one else None


def _words_of_its_own(candidate: Candidate, offered: tuple[Candidate, ...]) -> set[str]:
    """Return the words of a name that not all who were offered have."""
    return set(Phrase(candidate.name).spoken) - _words_of_all(offered)


def _words_of_all(offered: tuple[Candidate, ...]) -> set[str]:
    """Return the words that the names of all who were offered have: "kevin"."""
    return set.intersection(*(set(Phrase(candidate.name).spoken) for candidate in offered))
