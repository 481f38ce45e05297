"""Whether words may stand in the place of others of a text: a thing for a thing. Pure."""

from postbox.directory.names.spelling import NameWords
from skill.understanding.language import Language
from skill.understanding.phrase import Phrase
from skill.understanding.wording.corrections.kinds import kind_of


def may_stand_for(old: Phrase, place: tuple[int, int], said: str, language: Language) -> bool:
    """Whether the text would still say something: "the bag are full", "i'm at the why" do not.

    Args:
        old: the text.
        place: the characters of it that give way, from one to before another.
        said: the words that stand in for them.
        language: the words of its language.
    """
    replaced = Phrase(old.text[slice(*place)]).spoken
    behind, right = Phrase(old.text[place[1] :]).spoken, Phrase(said).spoken
    if not right or kind_of(right[-1], language):
        return True
    before = Phrase(old.text[: place[0]]).spoken
    is_open = not behind and right[-1:] != replaced[-1:]
    if _is_led_twice(before, right, language, is_open=is_open):
        return False
    points = _points(right, language) and not _points(replaced, language)
    qualifies = _qualifies(right, language) and not _qualifies(replaced, language)
    return not (points or qualifies or _is_one_of_many(right, behind, language))


def _is_led_twice(
    before: NameWords, right: NameWords, language: Language, *, is_open: bool
) -> bool:
    """Whether it is "not before under the stairs", or ends with what leads on: "here by"."""
    leads = language.prepositions | language.to | language.into | language.at
    leads |= language.answers["leading_words"]
    is_led = before[-1:] in leads and right[:1] in leads
    return is_led or (is_open and right[-1:] in leads - language.adverbs)


def _points(words: NameWords, language: Language) -> bool:
    """Whether words tell of somebody, point to something or ask: "i never", "it there", "what"."""
    known = language.answers["pointing_words"]
    return any(
        (word,) in known and (at == len(words) - 1 or (word,) not in language.determiners)
        for at, word in enumerate(words)
    )


def _qualifies(words: NameWords, language: Language) -> bool:
    """Whether the last word says how something is done: "honestly", "again"."""
    endings = tuple(language.adverb_endings)
    return words[-1:] in language.adverbs or (words[-1:] != () and words[-1].endswith(endings))


def _is_one_of_many(right: NameWords, behind: NameWords, language: Language) -> bool:
    """Whether "are" follows a thing that is one: "the bag (are full)"."""
    many = right[-1].endswith("s") or (
        len(right) > 1
        and any(
            (word,) in language.conjunctions or kind_of(word, language) == "number"
            for word in right
        )
    )
    return behind[:1] in language.answers["of_many"] and not many
