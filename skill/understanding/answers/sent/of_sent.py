"""What is said of a message that was just sent. Pure.

"Oh no take it back", "that was for olu", "olu too", "off not on", "add by friday", "okay tell hope
lunch is at one": each is told from the next message by words of its own.
"""

from dataclasses import dataclass, replace
from enum import StrEnum

from postbox.directory.names.spelling import NameWords
from skill.understanding.answers.new_message import NewMessage, begun
from skill.understanding.answers.said_words import SaidWords
from skill.understanding.answers.sent.addressees import Addressees
from skill.understanding.answers.sent.names_alone import NamesAlone
from skill.understanding.answers.sent.taking_back import TakingBack
from skill.understanding.answers.spoken_answers import spoken_answer
from skill.understanding.answers.taken_apart import AnswerKind
from skill.understanding.carrier import Carrier
from skill.understanding.language import Language, longest_at, longest_before
from skill.understanding.names.facts import NameSpans
from skill.understanding.phrase import Phrase
from skill.understanding.wording.amending import amended, as_meant, surely_amended
from skill.understanding.wording.proposals import guessed, is_clause, says_anew
from skill.understanding.wording.right_words import right_words


class AboutSent(StrEnum):
    """What words do to what was just sent."""

    NOTHING = "nothing"
    TAKES_BACK = "takes back"
    MAY_TAKE_BACK = "may take back"
    """It may be asked for, in words that may mean something else."""
    MAY_MOVE = "may move"
    """Who is named has nothing but the sending said of them: instead, most likely."""
    MAY_COPY = "may copy"
    """The same, and more likely too."""
    MOVES = "moves"
    """It is meant for somebody else."""
    COPIES = "copies"
    """It is for somebody else, too."""
    ADDS = "adds"
    REWORDS = "rewords"
    """It should say something else: "delete that and tell him two fifty"."""
    MESSAGE = "message"
    """They are another message."""
    BEGINS = "begins"
    """Another message is for somebody, and its text is still to come: "another one to Olu"."""
    SPELLS = "spells"
    """They tell how a word of it is written, which a device does not hear."""
    COMMAND = "command"
    """They begin as what is done to a message does, and what that is cannot be told."""


@dataclass(frozen=True)
class OfSent:
    """Words taken apart that were said right after a message was sent."""

    said: AboutSent
    names: tuple[str, ...] = ()
    """Whom the message is for, now or too."""
    text: str = ""
    """What is added to it, or what it should say."""
    message: NewMessage | None = None
    is_to_them: bool = False
    """Whether the other message is for whom this one was for: "and tell her it's paid"."""
    is_sure: bool = True
    """Whether it may be done at once; else it is asked for."""


NOTHING = OfSent(AboutSent.NOTHING)
_MAY_REWORD = frozenset(
    {AboutSent.NOTHING, AboutSent.COMMAND, AboutSent.REWORDS, AboutSent.MAY_TAKE_BACK}
)
_CLAUSE = 3
"""So many words behind a place may be what is to be said there."""
_FEW = 4
"""More words than these are seldom a part of a sentence."""


def of_sent(dictated: str, language: Language, names: NameSpans, text: str = "") -> OfSent:
    """Return what these words do to a message that was just sent.

    Where its text is given, they may correct it: then `text` is the whole of what it should say.
    """
    sure = surely_amended(text, dictated, language) if text else None
    if sure:
        return OfSent(AboutSent.REWORDS, text=sure)
    read = _OfSent(Phrase(dictated), language, names).read()
    if not text or read.said not in _MAY_REWORD:
        return read
    if read.said is AboutSent.REWORDS:
        is_whole = is_clause(Phrase(read.text).spoken, language)
        part = None if is_whole else as_meant(text, read.text, language)
        return replace(read, text=part or read.text)
    spoken = Phrase(dictated).spoken
    if spoken[:1] in language.conjunctions and _is_part(spoken[1:], language, names):
        # "And the toaster", behind "the kettle is broken".
        begins, _ = right_words(spoken, language)
        sorry = amended(text, dictated, language) if begins > 1 else None
        return OfSent(AboutSent.REWORDS, text=sorry or f"{text} {dictated}", is_sure=False)
    if read.said is AboutSent.MAY_TAKE_BACK:
        likely = amended(text, dictated, language) or ""
    else:
        likely = _likely(text, dictated, language, names)
    return OfSent(AboutSent.REWORDS, text=likely, is_sure=False) if likely else read


def _likely(text: str, dictated: str, language: Language, names: NameSpans) -> str:
    """Return the text that is likely meant by words that correct it, "" for none."""
    spoken = Phrase(dictated).spoken
    likely = amended(text, dictated, language)
    answer = spoken_answer(dictated, language)
    if not likely and answer.kind is AnswerKind.WORDS:
        likely = as_meant(text, answer.text, language) or answer.text
    if not likely and says_anew(text, dictated):
        return dictated
    if not likely and _is_part(spoken, language, names):
        likely = as_meant(text, dictated, language)
    is_other = longest_at(language.asked["plain"], spoken, 0) > 0 or any(
        names.named(spoken, at) for at in range(len(spoken))
    )
    return likely or ("" if is_other else guessed(text, dictated, language)) or ""


def _is_part(spoken: NameWords, language: Language, names: NameSpans) -> bool:
    """Whether words are part of a sentence, and nobody's name: "fifty buns", "on the stairs"."""
    of_sentences = (language.be | language.modals | language.subjects) - language.determiners
    return len(spoken) <= _FEW and not any(
        (spoken[at],) in of_sentences or names.named(spoken, at) for at in range(len(spoken))
    )


class _OfSent(SaidWords):
    def __init__(self, phrase: Phrase, language: Language, names: NameSpans) -> None:
        super().__init__(phrase, language, names, language.sent)
        self._addressees = Addressees(phrase, language, names, language.sent)
        self._taking_back = TakingBack(phrase, language, names, language.sent)
        self._alone = NamesAlone(phrase, language, names, language.sent)

    def read(self) -> OfSent:
        """Return what the words do, first of all to whom it went."""
        return self._of_names() or self._taken_back() or self._going_on() or self._doubtful()

    def _of_names(self) -> OfSent | None:
        if anew := self._taking_back.said_anew():
            return OfSent(AboutSent.REWORDS, text=anew, is_sure=False)
        if copied := self._addressees.copied():
            return OfSent(AboutSent.COPIES, copied)
        if owners := self._addressees.owners():
            return OfSent(AboutSent.TAKES_BACK, owners)
        if named := self._addressees.begun_to():
            return OfSent(AboutSent.BEGINS, named)
        moved = self._addressees.moved(self._taking_back.is_wrong())
        return OfSent(AboutSent.MOVES, (moved,)) if moved else None

    def _taken_back(self) -> OfSent | None:
        halts = self._taking_back.halts()
        stopped = halts > 1 or self._taking_back.is_halted()
        if stopped or self._taking_back.is_wrong() or self._taking_back.is_taken_back():
            return OfSent(AboutSent.TAKES_BACK)
        return OfSent(AboutSent.MAY_TAKE_BACK) if halts else None

    def _going_on(self) -> OfSent | None:
        """Return another message, or what is added to this one."""
        message = begun(self._phrase, self._language) or self._placed()
        if message and self._is_addressed(message):
            return OfSent(AboutSent.MESSAGE, message=message)
        if message and message.carrier and self._is_to_them(message):
            return OfSent(AboutSent.MESSAGE, message=message, is_to_them=True)
        for adding in range(self.skipped("leads", 0) + 1):
            length = longest_at(self._known["adding"], self._spoken, adding)
            if length and adding + length < len(self._spoken) and not self._is_it(adding + length):
                end = len(self._spoken)
                end -= longest_before(self._known["added_to"], self._spoken, end)
                if adding + length < end:
                    return OfSent(AboutSent.ADDS, text=self._phrase.between(adding + length, end))
        return None

    def _placed(self) -> NewMessage | None:
        """Return "and in help we open at nine", which has its place first."""
        start = self.skipped("leads", 0)
        led = longest_at(self._language.into, self._spoken, start)
        led += longest_at(self._language.determiners, self._spoken, start + led) if led else 0
        end = self._names.named(self._spoken, start + led) if led else 0
        if not end or len(self._spoken) - end < _CLAUSE:
            return None
        return NewMessage(Carrier.TEXT, self._phrase.after(start))

    def _is_it(self, at: int) -> bool:
        """Whether the message is spoken of: "put that differently", not "put that we're closed"."""
        end = at + longest_at(self._known["commanded"], self._spoken, at)
        begins = self._language.subjects | self._language.determiners
        return end > at and self._spoken[end : end + 1] not in begins

    def _doubtful(self) -> OfSent:
        if self._taking_back.may_be_regretted():
            return OfSent(AboutSent.MAY_TAKE_BACK)
        if named := self._alone.named():
            kind = AboutSent.MAY_COPY if self._alone.is_too() else AboutSent.MAY_MOVE
            return OfSent(kind, (named,))
        if self._taking_back.may_be_taken_back():
            return OfSent(AboutSent.MAY_TAKE_BACK)
        if self.tells_spelling():
            return OfSent(AboutSent.SPELLS)
        return OfSent(AboutSent.COMMAND) if self._taking_back.begins_as_command() else NOTHING

    def _is_to_them(self, message: NewMessage) -> bool:
        spoken = Phrase(message.words).spoken
        return len(spoken) > 1 and spoken[:1] in self._language.asked["pronouns"]

    def _is_addressed(self, message: NewMessage) -> bool:
        spoken, language = Phrase(message.words).spoken, self._language
        led = longest_at(language.to | language.into | language.determiners, spoken, 0)
        led += longest_at(language.determiners, spoken, led)
        starts = {0, led}
        if message.carrier is Carrier.TEXT and spoken[:1] not in language.objects:
            # "Send the van's here to Wei as well".
            led_at = (at for at in range(1, len(spoken)) if longest_at(language.to, spoken, at))
            starts |= {at + longest_at(language.to, spoken, at) for at in led_at}
        return any(self._names.named(spoken, at) for at in starts if at < len(spoken))


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
