"""What words put in the place of what, whatever the text: "change noon to one o'clock". Pure."""

from collections.abc import Iterator

from postbox.directory.names.spelling import NameWords
from skill.understanding.language import Language, longest_at, longest_before
from skill.understanding.phrase import LONGEST_COMMAND, Phrase
from skill.understanding.wording.corrections.kinds import kind_of
from skill.understanding.wording.places.right_words import behind_fillers

Span = tuple[int, int]


def exchanged(dictated: str, language: Language) -> Iterator[tuple[str, str]]:
    """Yield what "change noon to one o'clock" may have another put in the place of, and what."""
    phrase = Phrase(dictated)
    for wrong, right in exchanges(phrase, language):
        yield phrase.between(*wrong), phrase.between(*right)


def exchanges(phrase: Phrase, language: Language) -> Iterator[tuple[Span, Span]]:
    """Yield the words that "swap noon for one" names as wrong, and those that it names as right."""
    spoken, known = phrase.spoken, language.answers
    if len(phrase) > LONGEST_COMMAND:
        return
    start = behind_fillers(spoken, language)
    start += longest_at(language.asked["before_a_message"], spoken, start)
    begins = longest_at(known["changing"], spoken, start)
    if not begins:
        return
    at = start + begins
    at += longest_at(known["changing_what"], spoken, at)
    for place in range(at + 1, len(spoken) - 1):
        length = longest_at(known["changing_to"], spoken, place)
        if length and place + length < len(spoken):
            yield (at, place), (place + length, _unclosed(spoken, place + length, language))
    end = _unclosed(spoken, at, language)
    # "Make nine nineteen".
    for place in range(at + 1, end):
        if kind_of(spoken[place - 1], language) == kind_of(spoken[place], language) != "":
            yield (at, place), (place, end)


def _unclosed(spoken: NameWords, first: int, language: Language) -> int:
    """Return where words end without "please", "in my last message".

    The "right" of "left to right" closes nothing.
    """
    end = len(spoken)
    while length := (
        _in_the_message(spoken, end, language)
        or longest_before(language.asked["closers"] | language.sent["asking"], spoken[:end], end)
    ):
        if end - length <= first:
            break
        end -= length
    return end


def _in_the_message(spoken: NameWords, end: int, language: Language) -> int:
    """Return the length of "in my last message", "of what i just sent" that ends there."""
    length = longest_before(language.sent["objects"], spoken[:end], end)
    led = longest_before(language.sent["within"], spoken[: end - length], end - length)
    return length + led if length and led else 0
