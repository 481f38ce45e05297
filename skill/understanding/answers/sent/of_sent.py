"""What is said of a message that was just sent. Pure.

"Oh no take it back", "that was for olu", "olu too", "off not on", "add by friday", "okay tell hope
lunch is at one": each is told from the next message by words of its own.
"""

from dataclasses import dataclass
from enum import StrEnum

from skill.understanding.answers.new_message import NewMessage, begun
from skill.understanding.answers.said_words import SaidWords
from skill.understanding.answers.sent.addressees import Addressees
from skill.understanding.answers.sent.taking_back import TakingBack
from skill.understanding.language import Language, longest_at, longest_before
from skill.understanding.names.facts import NameSpans
from skill.understanding.phrase import Phrase


class AboutSent(StrEnum):
    """What words do to what was just sent."""

    NOTHING = "nothing"
    TAKES_BACK = "takes back"
    MAY_TAKE_BACK = "may take back"
    """It may be asked for, in words that may mean something else."""
    MOVES = "moves"
    """It is meant for somebody else."""
    COPIES = "copies"
    """It is for somebody else, too."""
    ADDS = "adds"
    REWORDS = "rewords"
    """It should say something else: "delete that and tell him two fifty"."""
    MESSAGE = "message"
    """They are another message."""


@dataclass(frozen=True)
class OfSent:
    """Words taken apart that were said right after a message was sent."""

    said: AboutSent
    names: tuple[str, ...] = ()
    """Whom the message is for, now or too."""
    text: str = ""
    """What is added to it."""
    message: NewMessage | None = None
    is_to_them: bool = False
    """Whether the other message is for whom this one was for: "and tell her it's paid"."""


NOTHING = OfSent(AboutSent.NOTHING)


def of_sent(dictated: str, language: Language, names: NameSpans) -> OfSent:
    """Return what these words do to a message that was just sent."""
    return _OfSent(Phrase(dictated), language, names).read()


class _OfSent(SaidWords):
    def __init__(self, phrase: Phrase, language: Language, names: NameSpans) -> None:
        super().__init__(phrase, language, names, language.sent)
        self._addressees = Addressees(phrase, language, names, language.sent)
        self._taking_back = TakingBack(phrase, language, names, language.sent)

    def read(self) -> OfSent:
        anew = self._taking_back.said_anew()
        if anew:
            return OfSent(AboutSent.REWORDS, text=anew)
        copied = self._addressees.copied()
        if copied:
            return OfSent(AboutSent.COPIES, copied)
        wrong = self._taking_back.is_wrong()
        moved = self._addressees.moved(wrong)
        if moved:
            return OfSent(AboutSent.MOVES, (moved,))
        halts = self._taking_back.halts()
        stopped = halts > 1 or self._taking_back.is_halted()
        if wrong or stopped or self._taking_back.is_taken_back():
            return OfSent(AboutSent.TAKES_BACK)
        if halts:
            return OfSent(AboutSent.MAY_TAKE_BACK)
        message = begun(self._phrase, self._language)
        if message and self._is_addressed(message):
            return OfSent(AboutSent.MESSAGE, message=message)
        if message and message.carrier and self._is_to_them(message):
            return OfSent(AboutSent.MESSAGE, message=message, is_to_them=True)
        for adding in range(self.skipped("leads", 0) + 1):
            length = longest_at(self._known["adding"], self._spoken, adding)
            if length and adding + length < len(self._spoken):
                return OfSent(AboutSent.ADDS, text=self._phrase.after(adding + length))
        return OfSent(AboutSent.MAY_TAKE_BACK) if self._taking_back.may_be_taken_back() else NOTHING

    def _is_to_them(self, message: NewMessage) -> bool:
        spoken = Phrase(message.words).spoken
        return len(spoken) > 1 and spoken[:1] in self._language.asked["pronouns"]

    def _is_addressed(self, message: NewMessage) -> bool:
        spoken, language = Phrase(message.words).spoken, self._language
        led = longest_at(language.to | language.into | language.determiners, spoken, 0)
        led += longest_at(language.determiners, spoken, led)
        return any(self._names.named(spoken, at) for at in {0, led} if at < len(spoken))


def same_again(dictated: str, language: Language) -> str:
    """Return whom else the same message is for: "the same to ana", "and dev ops too"."""
    phrase, known = Phrase(dictated), language.answers
    spoken, end = phrase.spoken, len(phrase)
    last = longest_before(known["same"], spoken, end)
    if last and last < end:
        return phrase.between(longest_at(known["to_whom"], spoken, 0), end - last)
    also = longest_at(known["also"], spoken, 0)
    same = longest_at(known["same"], spoken, also)
    too = longest_before(known["too"], spoken, end)
    led = longest_at(known["to_whom"], spoken, also + same) > 0
    if not same and not (too and (also or led)):
        return ""
    start = also + same
    start += longest_at(known["to_whom"], spoken, start)
    return phrase.between(start, end - too) if start < end - too else ""
