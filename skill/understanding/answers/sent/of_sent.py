"""What is said of a message that was just sent. Pure.

"Oh no take it back", "that was for olu", "olu too", "off not on", "add by friday", "okay tell hope
lunch is at one": each is told from the next message by words of its own.
"""

from collections.abc import Iterator
from dataclasses import replace

from skill.understanding.answers.new_message import NewMessage, begun
from skill.understanding.answers.said_words import SaidWords
from skill.understanding.answers.sent.acts import AboutSent, Act, OfSent, chosen
from skill.understanding.answers.sent.addressees import Addressees, NamesAlone
from skill.understanding.answers.sent.another import Another
from skill.understanding.answers.sent.calling_off import only_calls_off
from skill.understanding.answers.sent.peeled import peeled
from skill.understanding.answers.sent.reconsidered import Reconsidered
from skill.understanding.answers.sent.replacing import Replacing
from skill.understanding.answers.sent.rewording import rewordings
from skill.understanding.answers.sent.styling import asks_for_style
from skill.understanding.answers.sent.taking_back import TakingBack
from skill.understanding.carrier import Carrier
from skill.understanding.language import Language, longest_at, longest_before
from skill.understanding.names.facts import NameSpans
from skill.understanding.phrase import Phrase
from skill.understanding.wording.amending import as_meant
from skill.understanding.wording.anew import is_clause

__all__ = ["AboutSent", "OfSent", "of_sent", "same_again"]

_TOLD_MORE = 1.6
_RECONSIDERED, _WHOLE, _SAID_ANEW, _OWN, _ADDED = 3.5, 3.0, 2.4, 2.0, 1.5
_DOUBTFUL = {
    AboutSent.MAY_MOVE: 1.5, AboutSent.MAY_COPY: 1.5, AboutSent.SPELLS: 1.3,
    AboutSent.MAY_TAKE_BACK: 0.9, AboutSent.COMMAND: 0.5,
}  # fmt: skip
"""How well words fit that only may mean it."""


def of_sent(dictated: str, language: Language, names: NameSpans, text: str = "") -> OfSent:
    """Return what these words do to a message that was just sent.

    Where its text is given, they may correct it: then `text` is the whole of what it should say.
    What stands around them and says nothing of it is left out where they are not clear with it.
    """
    if asks_for_style(dictated, language, text):
        return OfSent(AboutSent.STYLES)
    best = chosen(_acts(dictated, language, names, text))
    if best.fit < _OWN:
        for words in peeled(dictated, language, names):
            other = chosen(_acts(words, language, names, text))
            # "Oh my god the cake" may be said to anybody.
            is_guess = other.of_sent.said is AboutSent.REWORDS and not other.of_sent.is_sure
            best = best if is_guess else max(best, other, key=lambda act: act.fit)
    return best.of_sent


def _acts(dictated: str, language: Language, names: NameSpans, text: str) -> Iterator[Act]:
    acts = _OfSent(Phrase(dictated), language, names).acts()
    if not text:
        yield from acts
        return
    yield from rewordings(text, dictated, language, names)
    for act in acts:
        yield Act(_of_text(act.of_sent, text, language), act.fit)


def _of_text(act: OfSent, text: str, language: Language) -> OfSent:
    """Return "delete that and say five" with the whole text that has five in it."""
    if act.said is not AboutSent.REWORDS or is_clause(Phrase(act.text).spoken, language):
        return act
    return replace(act, text=as_meant(text, act.text, language) or act.text)


class _OfSent(SaidWords):
    def __init__(self, phrase: Phrase, language: Language, names: NameSpans) -> None:
        super().__init__(phrase, language, names, language.sent)
        self._addressees = Addressees(phrase, language, names, language.sent)
        self._taking_back = TakingBack(phrase, language, names, language.sent)
        self._another = Another(phrase, language, names, language.sent)
        self._alone = NamesAlone(phrase, language, names, language.sent)
        self._replacing = Replacing(phrase, language, names, language.sent)
        self._reconsidered = Reconsidered(phrase, language, names, language.sent)

    def acts(self) -> Iterator[Act]:
        """Yield what the words may do, first of all to whom it went."""
        for act, fit in (
            *self._of_names(), (self._taken_back(), _OWN), *self._going_on(),
        ):  # fmt: skip
            if act:
                yield Act(act, fit)
        if doubtful := self._doubtful():
            yield Act(doubtful, _DOUBTFUL[doubtful.said])

    def _of_names(self) -> Iterator[tuple[OfSent, float]]:
        if self._taking_back.is_left_after_all():
            yield OfSent(AboutSent.GIVES_UP), _RECONSIDERED
        kept = self._reconsidered.kept()
        if kept is not None:
            given = OfSent(AboutSent.COPIES, kept, is_sure=False)
            yield given if kept else OfSent(AboutSent.GIVES_UP), _RECONSIDERED
        to, of = self._addressees.redirected()
        if to:
            # Where no more than the place is said anew, it is done at once.
            sure = not of and self._addressees.is_moved(to, self._taking_back.is_wrong())
            yield OfSent(AboutSent.MOVES, (to,), of=of, is_sure=sure), _RECONSIDERED
        elif replaced := self._replacing.replaced():
            message, of = replaced
            yield OfSent(AboutSent.REPLACES, of=of, message=message, is_sure=False), _RECONSIDERED
        if anew := self._taking_back.said_anew():
            yield OfSent(AboutSent.REWORDS, text=anew, is_sure=False), _SAID_ANEW
        if named := self._addressees.begun_to():
            yield OfSent(AboutSent.BEGINS, named), _WHOLE
        if copied := self._addressees.copied():
            yield OfSent(AboutSent.COPIES, copied), _WHOLE
        yield from self._of_namesakes()
        owners = self._addressees.owners()
        if owners:
            yield OfSent(AboutSent.TAKES_BACK, owners), _WHOLE
        moved = "" if owners else self._addressees.moved(self._taking_back.is_wrong())
        if moved:
            yield OfSent(AboutSent.MOVES, (moved,)), _WHOLE

    def _of_namesakes(self) -> Iterator[tuple[OfSent, float]]:
        if self._addressees.is_namesake():
            too = self._alone.is_too() or self._addressees.is_joined()
            named = self._alone.named() if too else ""
            kind = AboutSent.NAMESAKE_TOO if too else AboutSent.NAMESAKE
            yield OfSent(kind, (named,) if named else ()), _WHOLE
        if self._addressees.is_for_all_of_the_name():
            yield OfSent(AboutSent.ALL_NAMESAKES), _WHOLE

    def _taken_back(self) -> OfSent | None:
        back = self._taking_back
        if (
            back.is_wrong_elsewhere()
            or back.cries_out()
            or back.is_wrong_name()
            or back.was_to_be_private()
        ):
            return OfSent(AboutSent.MAY_TAKE_BACK)
        if self._taking_back.takes_the_last_back():
            return OfSent(AboutSent.TAKES_BACK, is_of_the_last=True)
        stopped = self._taking_back.halts() > 1 or self._taking_back.is_halted()
        if stopped or self._taking_back.is_wrong() or self._taking_back.is_taken_back():
            return OfSent(AboutSent.TAKES_BACK)
        return None

    def _going_on(self) -> Iterator[tuple[OfSent, float]]:
        """Yield another message, or what is added to this one."""
        message = (
            self._another.message() or begun(self._phrase, self._language) or self._another.placed()
        )
        if message and self._is_addressed(message):
            yield OfSent(AboutSent.MESSAGE, message=message), _OWN
        elif message and message.carrier and self._is_to_them(message):
            yield OfSent(AboutSent.MESSAGE, message=message, is_to_them=True), _OWN
        if called := self._another.called():
            yield OfSent(AboutSent.MESSAGE, message=called, is_sure=False), _OWN
        if self._another.is_begun():
            yield OfSent(AboutSent.BEGINS), _WHOLE
        yield from self._said_more()
        if more := self._more():
            yield OfSent(AboutSent.GOES_ON, text=more), _ADDED
        for adding in range(self.skipped("leads", 0) + 1):
            length = longest_at(self._known["adding"], self._spoken, adding)
            if length and adding + length < len(self._spoken) and not self._is_it(adding + length):
                end = len(self._spoken)
                end -= longest_before(self._known["added_to"], self._spoken, end)
                if adding + length < end:
                    added = self._phrase.between(adding + length, end)
                    yield OfSent(AboutSent.ADDS, text=added), _ADDED
                    return

    def _said_more(self) -> Iterator[tuple[OfSent, float]]:
        """Yield "also say I can't find the bell", said to whom it went, and "also we're closed"."""
        text, is_told = self._another.sentence_more()
        if text and is_told:
            them = " ".join(min(self._language.asked["pronouns"]))
            message = NewMessage(Carrier.RECIPIENT, f"{them} {text}")
            yield OfSent(AboutSent.MESSAGE, message=message, is_to_them=True), _OWN
        elif text:
            yield OfSent(AboutSent.GOES_ON, text=text), _TOLD_MORE

    def _more(self) -> str:
        """Return "I need a hand" of "also that I need a hand", which goes on with what was told."""
        at = 0
        while length := longest_at(self._known["telling_more"], self._spoken, at):
            at += length
        that = longest_at(self._language.that, self._spoken, at) if at else 0
        rest = self._spoken[at + that :]
        tells = rest[:1] in self._language.subjects | self._language.beginnings
        # "And bed six is free too".
        too = longest_before(self._known["too"], rest, len(rest)) > 0
        goes_on = (that and tells) or (at and too and is_clause(rest, self._language))
        return self._phrase.after(at + that) if goes_on and len(rest) > 1 else ""

    def _is_it(self, at: int) -> bool:
        """Whether the message is spoken of: "put that differently", not "put that we're closed"."""
        end = at + longest_at(self._known["commanded"], self._spoken, at)
        begins = self._language.subjects | self._language.determiners
        return end > at and self._spoken[end : end + 1] not in begins

    def _doubtful(self) -> OfSent | None:
        back = OfSent(AboutSent.MAY_TAKE_BACK)
        if self._taking_back.halts() or self._taking_back.may_be_regretted():
            return back
        if asking := self._addressees.named_by("may_move"):
            return OfSent(AboutSent.MAY_MOVE, asking[:1])
        if named := self._alone.named():
            kind = AboutSent.MAY_COPY if self._alone.is_too() else AboutSent.MAY_MOVE
            return OfSent(kind, (named,))
        if only_calls_off(self._spoken, self._language):
            return back
        if self._taking_back.may_be_taken_back() or self._taking_back.objects():
            return back
        if self.tells_spelling():
            return OfSent(AboutSent.SPELLS)
        begins = self._taking_back.begins_as_command() or self._addressees.points_only()
        return OfSent(AboutSent.COMMAND) if begins else None

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
