"""Where a phrase stands in a text that begins as another does: "until noon". Pure."""

from postbox.directory.names.spelling import NameWords
from skill.understanding.language import Language, longest_at
from skill.understanding.phrase import Phrase

Span = tuple[int, int]


def led_place(old: Phrase, right: NameWords, language: Language) -> Span | None:
    """Return the characters of "until the rain stops" for "until noon"; None for no such phrase.

    It is led by the same words, once, and the text ends with it.
    """
    led = _led(right, 0, language)
    if not 0 < led < len(right):
        return None
    lead = right[:led]
    places = [at for at in range(len(old) - led) if old.spoken[at : at + led] == lead]
    if len(places) != 1:
        return None
    end = places[0] + led
    names_it_again = (set(right[led:]) & set(old.spoken[: places[0]])) - {
        word for words in language.determiners for word in words
    }
    if names_it_again:
        # "On wednesday the interview" says of what it is right.
        return None
    goes_on = any(
        _led(old.spoken, at, language) or longest_at(language.conjunctions, old.spoken, at)
        for at in range(end, len(old))
    )
    return None if goes_on else old.span(places[0], len(old))


def cuts_a_phrase(old: NameWords, place: Span, right: NameWords, language: Language) -> bool:
    """Whether words would part an article from its noun: "before the (rain stops)", "noon".

    Args:
        old: the words of the text.
        place: the words of it that give way, from one to before another.
        right: the words that stand in for them.
        language: the words of its language.
    """
    leads = language.determiners | language.prepositions | language.to | language.into
    leads -= language.objects
    replaced = old[place[0] : place[1]]
    is_cut = replaced[-1:] in leads and right[-1:] not in leads
    return place[1] < len(old) and (is_cut or (right[-1:] in leads and replaced[-1:] not in leads))


def _led(spoken: NameWords, at: int, language: Language) -> int:
    """Return how many words lead to a phrase there: the "not before" of "not before noon"."""
    leads = language.prepositions | language.to | language.into | language.at
    leads |= language.answers["leading_words"] | language.answers["phrase_leads"]
    end = at
    while length := longest_at(leads, spoken, end):
        end += length
    return end - at
