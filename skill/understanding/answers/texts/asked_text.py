"""What is said where the words of a message were asked for. Pure.

"What should I say?" is answered with a text; but also with "um", "hang on", "who is it for", "no
to ana", "first tell wei the pump is off", "i'd rather tell her in person", and words for somebody
else in the room. A text is only what has no sign of being any of these; the rest is taken up as
what it is, or, where that is not sure, read back before anything is sent.
"""

from dataclasses import dataclass
from enum import StrEnum

from postbox.directory.names.spelling import NameWords
from skill.understanding.answers.edges import is_idle
from skill.understanding.answers.new_message import NewMessage, begun
from skill.understanding.answers.texts.only_whom import OnlyWhom
from skill.understanding.carrier import Carrier
from skill.understanding.language import Language, longest_at, longest_before
from skill.understanding.names.facts import NameSpans
from skill.understanding.phrase import Phrase
from skill.understanding.wording.nouns import MessageNouns


class Asked(StrEnum):
    """What words are that were said where a text was asked for."""

    TEXT = "text"
    TOLD = "told"
    """The text behind "tell her", "ask him", "say"."""
    DOUBTFUL = "doubtful"
    """It may be something else than the text."""
    OBJECTS = "objects"
    """What was heard before is said to be no message: "that was for my children"."""
    HESITATES = "hesitates"
    ASKS = "asks"
    """The speaker asks what is asked."""
    LEAVES = "leaves"
    NAMES = "names"
    """It names whom the message is for, now or also."""
    MESSAGE = "message"
    """It is another message."""
    SENT = "sent"
    """Its verb was "send", which Alexa took for hers: "me the list"."""
    LACKS = "lacks"
    """It lacks its verb, whichever Alexa took: "it on the shelf"."""


@dataclass(frozen=True)
class AskedText:
    """Words taken apart that were said where a text was asked for."""

    kind: Asked
    text: str = ""
    """The text, as it was dictated."""
    told: NewMessage | None = None
    """The other message, or how the text is told."""
    is_also: bool = False
    """Whether who is named comes on top of those that the message is for."""
    is_sure: bool = False
    """Whether the text is handed over in so many words: "say ...", "the message is ..."."""


def asked_text(dictated: str, language: Language, names: NameSpans) -> AskedText:
    """Return what these words are."""
    return _Asked(Phrase(dictated), language, names, language.asked).read()


class _Asked(OnlyWhom):
    def read(self) -> AskedText:
        spoken = self._spoken
        breath = self.skipped("breaths", 0)
        start, end = self._core(breath)
        if breath >= len(spoken):
            return AskedText(Asked.HESITATES)
        for kind, words in (
            (Asked.HESITATES, "hesitating"),
            (Asked.ASKS, "asking"),
            (Asked.LEAVES, "refusing"),
        ):
            if any(span in self._known[words] for span in self._spans(breath, start, end)):
                return AskedText(kind)
        if spoken[start:] in self._known["stopping"]:
            # Alexa has these for herself, so a verb stood before it: "just say stop".
            return AskedText(Asked.DOUBTFUL, self._phrase.after(start))
        if self._refuses_for_itself(breath):
            return AskedText(Asked.LEAVES)
        if start >= len(spoken):
            kind = Asked.DOUBTFUL if self._is_answer(breath) else Asked.HESITATES
            return AskedText(kind, self._phrase.after(breath))
        if is_idle(spoken[breath:], self._language):
            return AskedText(Asked.DOUBTFUL, self._phrase.after(breath))
        if start >= end:
            return AskedText(Asked.TEXT, self._phrase.after(breath))
        if self._drops_somebody(start, end) or self.forbids(breath):
            return AskedText(Asked.LEAVES)
        return self._message(breath, start) or self._text(breath)

    def _message(self, breath: int, start: int) -> AskedText | None:
        """Return another message, or how the text is told; None for neither."""
        while length := longest_at(self._known["idle"], self._spoken, start):
            start = self.skipped("leads", start + length)
        anew, is_begun_again = self.said_anew(start)
        if anew:
            return AskedText(Asked.TOLD, anew, is_sure=is_begun_again)
        word = self.named_word(start)
        if word:
            return AskedText(Asked.TOLD, word)
        refuses = self.does_it_oneself(start) or self.is_at(("refusing_leads",), breath, 0)
        told = None if refuses else self.told(start)
        if told:
            is_sure = told.carrier is None and self.is_said_surely(start)
            return AskedText(Asked.TOLD, told.words, told, is_sure=is_sure)
        is_led = refuses or self.just_that(start) or self.just_that(0)
        delivered = "" if is_led else self.delivered(start) or self.delivered(breath)
        if delivered:
            return AskedText(Asked.TOLD, delivered, is_sure=self.is_said_surely(start))
        message = begun(self._phrase, self._language)
        if not (message and self._is_addressed(message)):
            message = self._noun_addressed(start)
        if message is None and (moved := self._put_elsewhere(start)):
            return moved
        if message:
            message = self._without_order(message)
        return AskedText(Asked.MESSAGE, self._phrase.after(breath), message) if message else None

    def _refuses_for_itself(self, breath: int) -> bool:
        """Whether it is "no i'll see her at lunch": a no, and what is done instead of a message."""
        behind = self.skipped("leads", breath)
        saying_no = self._language.answers["saying_no"]
        if any(longest_at(saying_no, self._spoken, at) for at in range(breath, behind)):
            dropped = behind + longest_at(self._known["refusing"], self._spoken, behind)
            return any(self.does_it_oneself(at) for at in {behind, dropped})
        return False

    def _drops_somebody(self, start: int, end: int) -> bool:
        """Whether it is "forget ana": nothing is to be said to her."""
        dropped = longest_at(self._known["dropping"], self._spoken, start)
        named = self._names.named(self._spoken, start + dropped) if dropped else 0
        return named == end

    def _without_order(self, message: NewMessage) -> NewMessage:
        """Return "write to sales" of "write to sales first", which says when, and is no text."""
        phrase = Phrase(message.words)
        language = self._language
        led = longest_at(language.to | language.into | language.determiners, phrase.spoken, 0)
        end = max(self._names.named(phrase.spoken, at) for at in {0, led})
        rest = phrase.spoken[end:]
        if not (end and rest) or rest not in self._known["no_text_behind"]:
            return message
        keeps = message.keeps or rest[-1:] in self._known["kept_before"]
        return NewMessage(message.carrier, phrase.between(0, end), keeps)

    def _text(self, breath: int) -> AskedText:
        whom = self.only_whom(breath)
        if whom:
            return AskedText(Asked.NAMES, whom.name, is_also=whom.is_also)
        just = self.just_that(breath)
        if just:
            return AskedText(Asked.TEXT, self._phrase.after(just))
        if self.was_sending(breath):
            return AskedText(Asked.SENT, self._phrase.after(breath))
        if self.lacks_its_verb(breath):
            return AskedText(Asked.LACKS, self._phrase.after(breath))
        if self.objects(breath):
            return AskedText(Asked.OBJECTS, self._phrase.after(breath))
        doubted = self.is_doubted(breath) or self.may_tell(self.skipped("leads", breath))
        kind = Asked.DOUBTFUL if doubted else Asked.TEXT
        return AskedText(kind, self._phrase.after(breath))

    def _put_elsewhere(self, start: int) -> AskedText | None:
        """Return whom it is for in "forget priya put it in random": nothing is said yet."""
        message, language = begun(self._phrase, self._language), self._language
        phrase = Phrase(message.words if message else "")
        it = longest_at(language.objects, phrase.spoken, 0)
        led = longest_at(language.to | language.into, phrase.spoken, it)
        at = it + led + longest_at(language.determiners, phrase.spoken, it + led)
        end = self._names.named(phrase.spoken, at) if it and led else 0
        channel = longest_at(language.channel_words, phrase.spoken, end) if end else 0
        rest = phrase.spoken[end + channel :]
        dropped = longest_at(self._known["dropping"], self._spoken, start) > 0
        is_whole = not rest or rest in self._known["closers"] | self._known["no_text_behind"]
        if not (end and dropped and is_whole):
            return None
        return AskedText(Asked.NAMES, phrase.between(at, end))

    def _noun_addressed(self, start: int) -> NewMessage | None:
        """Return "a message to ana saying ...", whose verb the intent took; None for none."""
        for length in MessageNouns(self._language).at(self._phrase, start):
            behind = start + length
            to = longest_at(self._language.to, self._spoken, behind)
            if to and self._names.named(self._spoken, behind + to):
                return NewMessage(Carrier.TEXT, self._phrase.after(start))
        return None

    def _is_addressed(self, message: NewMessage) -> bool:
        """Whether a message names somebody first, or in the end where it is to be posted."""
        spoken = Phrase(message.words).spoken
        language = self._language
        led = longest_at(language.to | language.into | language.determiners, spoken, 0)
        return any(self._names.named(spoken, at) for at in {0, led})

    def _is_answer(self, start: int) -> bool:
        """Whether words are an answer that may be the message: "yes", "ok", "sorry"."""
        return any((word,) in self._known["answer_words"] for word in self._spoken[start:])

    def _spans(self, breath: int, start: int, end: int) -> tuple[NameWords, ...]:
        ends, last = {end, len(self._spoken)}, len(self._spoken)
        while last > start and (
            length := longest_before(self._known["closers"], self._spoken[:last], last)
        ):
            last -= length
            ends.add(max(start, last))
        return tuple(self._spoken[first:stop] for first in (start, breath) for stop in ends)

    def _core(self, start: int) -> tuple[int, int]:
        """Return the words without "no", "okay", "please" around them."""
        first = self.skipped("leads", start)
        return first, self.closed(first, len(self._spoken))
