"""A message for "her", "him" or "them", asked for with "send": never one for the default. Pure.

Behind "tell" a pronoun is read as whom it is for; behind "send" it would be the text's.
"""

from skill.understanding.language import Language, longest_at, longest_before
from skill.understanding.phrase import Phrase
from skill.understanding.wording.nouns import MessageNouns


def told_to(words: str, language: Language) -> str:
    """Return "her" of "her a message then", "to her", "her i'm late" of "her a note i'm late".

    "" for what names nobody so: "her goat's ready" is a text, "all of them" too.
    """
    phrase, asked = Phrase(words), language.asked
    nouns = MessageNouns(language).at(phrase, 0)
    starts = [at for at in (0, *nouns) if at or not nouns]
    for start in starts:
        led = longest_at(language.to, phrase.spoken, start)
        whom = longest_at(asked["pronouns"], phrase.spoken, start + led)
        end = start + led + whom
        if not whom or (start and (not led or phrase.spoken[end : end + 1] in language.be)):
            continue
        if led or _is_given(phrase, end, language):
            rest = _text(phrase, end, language)
            return f"{phrase.between(start + led, end)} {rest}".strip()
    return ""


def is_message(words: str, language: Language) -> bool:
    """Whether it is "message", "quick note then": what somebody is to be given."""
    return bool(MessageNouns(language).at(Phrase(words), 0))


def without_instead(words: str, language: Language) -> str:
    """Return "her" of "her instead", where nothing more is said."""
    phrase = Phrase(words)
    instead = longest_before(language.answers["in_its_place"], phrase.spoken, len(phrase))
    return phrase.between(0, len(phrase) - instead) if instead else words


def _is_given(phrase: Phrase, at: int, language: Language) -> bool:
    """Whether "a message", "one then" or a sentence follows "her", and no thing of hers."""
    rest = phrase.spoken[at:]
    if phrase.spoken[at - 1 : at] not in language.signs["owners"] | language.asked["all_of_them"]:
        # "Him thanks": nothing can be his by that word.
        return rest[:1] not in language.conjunctions
    if not rest or _noun(phrase, at, language):
        return True
    begins = language.subjects | language.determiners | language.beginnings | language.that
    return rest[:1] in begins


def _noun(phrase: Phrase, at: int, language: Language) -> int:
    nouns = MessageNouns(language).at(phrase, at)
    return max((*nouns, longest_at(language.asked["one_of_them"], phrase.spoken, at)))


def _text(phrase: Phrase, at: int, language: Language) -> str:
    """Return what is left to say: "" of "a message then"."""
    behind = at + _noun(phrase, at, language)
    closing = phrase.spoken[behind:]
    manners = language.asked["closers"] | language.answers["in_its_place"]
    while closing and (length := longest_at(manners, closing, 0)):
        closing = closing[length:]
    # "Her thanks" says something; "her a message please" does not.
    is_bare = not closing and (behind > at or phrase.spoken[at:] in language.asked["no_text_then"])
    return "" if is_bare else phrase.after(at)
