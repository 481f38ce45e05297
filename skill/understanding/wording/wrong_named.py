"""A text corrected by words that name what is wrong in it: "did i say red i meant blue". Pure."""

from collections.abc import Iterator

from postbox.directory.names.spelling import NameWords
from skill.understanding.language import Language, longest_at, longest_before
from skill.understanding.phrase import LONGEST_COMMAND, Phrase
from skill.understanding.wording.places.right_words import behind_fillers, without_one

Span = tuple[int, int]


def wrong_and_right(phrase: Phrase, language: Language) -> Iterator[tuple[Span, Span]]:
    """Yield what words may name as wrong, and what as right.

    "When i said red i meant blue", "red should be blue", "put blue where i said red".
    """
    spoken, known = phrase.spoken, language.answers
    if len(phrase) > LONGEST_COMMAND:
        return
    start, end = behind_fillers(spoken, language), len(spoken)
    while end > start and (length := longest_before(known["behind_right"], spoken[:end], end)):
        end -= length
    for at in dict.fromkeys((_behind_lead(spoken, start, language), start, 0)):
        led = bool(longest_before(known["said_wrongly"], spoken[:at], at))
        joints = ("it_is_rather", "was_to_be") if led else ("was_to_be",)
        for place in range(at + 1, end):
            joint = _behind_joint(spoken, place, joints, language)
            if place < joint < end:
                yield (at, place), (joint, without_one(spoken, joint, end, language))
    for at in dict.fromkeys((_behind(spoken, start, "before_right", language), start)):
        for place in range(at + 1, len(spoken)):
            length = longest_at(known["said_before"], spoken, place)
            if length and place + length < len(spoken):
                yield (place + length, len(spoken)), (at, place)


def _behind_lead(spoken: NameWords, at: int, language: Language) -> int:
    """Return where the wrong words begin behind "did i just say", "oh i think i said"."""
    for place in (at, 0):
        length = longest_at(language.answers["said_wrongly"], spoken, place)
        if length:
            return place + length
    return at


def _behind(spoken: NameWords, at: int, words: str, language: Language) -> int:
    while length := longest_at(language.answers[words], spoken, at):
        at += length
    return at


def _behind_joint(spoken: NameWords, at: int, joints: tuple[str, ...], language: Language) -> int:
    """Return where the right words begin behind "didn't i", "and i meant", "it's"; `at` nowhere."""
    known, place, joins = language.answers, at, False
    while place < len(spoken):
        length = max(longest_at(known[words], spoken, place) for words in joints)
        beside = longest_at(known["beside_joints"], spoken, place)
        if not (length or beside):
            break
        joins = joins or length > 0
        place += max(length, beside)
    return place if joins else at
