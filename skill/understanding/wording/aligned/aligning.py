"""What a text should say, by what was said of it: all that may be meant, and what fits best. Pure.

No list tells how people begin a correction. What tells is what of the text's own words comes again
in it, and how: a part of it said anew, two things of a kind of which it has one, words of it that
a verb of leaving out governs. Each candidate counts what of both agrees, less what it leaves out.
"""

from skill.understanding.language import Language
from skill.understanding.phrase import LONGEST_COMMAND, Phrase
from skill.understanding.wording.aligned.exchanged import exchanged_words
from skill.understanding.wording.aligned.left_out import left_out, shortened
from skill.understanding.wording.aligned.said_again import said_again
from skill.understanding.wording.aligned.words import Compared, Found

_READERS = (said_again, exchanged_words, left_out, shortened)


def aligned(text: str, dictated: str, language: Language) -> Found | None:
    """Return the text that words about it most likely ask for; None where none is likely.

    It holds no word that neither of both has, and none that only speaks of words.
    """
    if not text or len(Phrase(dictated)) > LONGEST_COMMAND or _asks(dictated, language):
        return None
    both = Compared(text, dictated, language)
    found = [one for reader in _READERS for one in reader(both) if _is_a_text(both, one)]
    return max(found, key=lambda one: one.points, default=None)


def named_to_be_left_out(text: str, dictated: str, language: Language) -> str:
    """Return a text without what "(drop) the darling it slipped out" names, whose verb is gone.

    "" where the words name no small part of it.
    """
    verb = " ".join(min(language.sent["cutting"]))
    found = aligned(text, f"{verb} {dictated}", language)
    left, whole = len(Phrase(found.text)) if found else 0, len(Phrase(text))
    return found.text if found and left < whole < left * 3 else ""


def _asks(dictated: str, language: Language) -> bool:
    """Whether it asks something, which corrects nothing: "is the milk in the fridge"."""
    spoken = Phrase(dictated).spoken
    whom = language.subjects | language.determiners
    if spoken[:1] in whom:
        return False
    verbs = language.be | language.modals
    if spoken[:1] in language.answers["asking_words"]:
        # "What am i like" asks nobody.
        return spoken[1:2] in verbs and spoken[2:3] not in language.signs["own_subjects"]
    asked = spoken[:1] in language.modals and spoken[1:2] in whom - language.objects
    return asked or (spoken[:1] in language.be and spoken[1:2] in whom)


def _is_a_text(both: Compared, found: Found) -> bool:
    """Whether a text changes something, and says nothing twice that the other did not."""
    new, old = Phrase(found.text).spoken, both.old_words
    twice = [at for at in range(len(new)) if _comes_twice(new, at)]
    return new not in ((), old) and not any(not _comes_twice(old, at) for at in twice)


def _comes_twice(words: tuple[str, ...], at: int) -> bool:
    """Whether a few words that begin there follow themselves: "the the", "is late is late"."""
    few = range(1, min(4, (len(words) - at) // 2) + 1)
    return any(words[at : at + n] == words[at + n : at + 2 * n] for n in few)
