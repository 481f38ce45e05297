"""The text, then a recipient: "running late to general", "thanks to ana for the cake". Pure."""

from collections.abc import Iterator
from dataclasses import dataclass

from skill.understanding.indirect.hearers import Speech
from skill.understanding.language import Language, longest_at, longest_before
from skill.understanding.names.candidate import NAMED_FROM
from skill.understanding.names.recipients import RecipientReader, Recipients
from skill.understanding.names.resolution import DOUBTFUL_FROM, Certainty
from skill.understanding.phrase import Phrase
from skill.understanding.readings.addresses.address import Address
from skill.understanding.readings.addresses.address_reader import AddressReader
from skill.understanding.readings.behind import BehindReader, Tail
from skill.understanding.readings.place import Place, kept, run
from skill.understanding.readings.put_right.named_anew import FITS
from skill.understanding.readings.reading import Marks, Part, Reading, Role
from skill.understanding.sentences.asking import Asking
from skill.understanding.sentences.shapes import Shapes
from skill.understanding.sentences.verb_objects import Asks

_BEHIND, _CLAUSE, _SOMETHING = 2.5, 1.0, 0.5
_WRITTEN, _ALIKE, _SEVERAL = 4.0, 3.4, 1.0
_MAY_BE_TEXT, _OF_OTHERS = -3.5, -6.0
_THING, _EMPTY = -2.0, -2.0
_TOLD, _GREETED = 1.5, 3.5
_LONGEST_GREETING = 8
_LONGEST_REPLACED = 8


@dataclass(frozen=True)
class _End:
    """Where names behind a text end, and what follows them."""

    place: int
    marks: Marks = ()
    is_private: bool = False


class EndReader:
    """Reads recipients behind the text, in all ways."""

    def __init__(
        self,
        recipients: RecipientReader,
        addresses: AddressReader,
        shapes: Shapes,
        language: Language,
    ) -> None:
        """Read in this language."""
        self._addresses = addresses
        self._shapes = shapes
        self._asking = Asking(language)
        self._behind = BehindReader(recipients, language)
        self._language = language
        self._signs = language.signs
        self._private = self._signs["private_manner"] | self._signs["not_public"]

    def read(
        self, phrase: Phrase, at: Place, speech: Speech, *, is_first: bool = False
    ) -> Iterator[Reading]:
        """Yield readings of "running late to general"; `is_first` where a name leads."""
        yield from self._told(phrase, at)
        if not is_first:
            yield from self._to_oneself(phrase, at)
        for end in self._ends(phrase, at):
            tail = self._behind.read(phrase, at.place, end.place)
            if tail and tail.end >= at.place:
                points = 0.0 if is_first else _BEHIND
                yield self._with_tail(phrase, at, tail, end, speech).weighed(
                    ("a name behind", points)
                )

    def _to_oneself(self, phrase: Phrase, at: Place) -> Iterator[Reading]:
        """Yield "buy milk to me"; not "he lied to me"."""
        spoken = phrase.spoken
        length = longest_before(self._signs["self"], spoken, len(spoken))
        start = len(spoken) - length
        if not length or spoken[start - 1 : start] not in self._language.to:
            return
        before = spoken[at.place : start - 1]
        asks = self._asking.asks(before) > Asks.NO
        for address in self._addresses.options(spoken, start, alike=False):
            if not address.is_known or address.end != len(spoken) or not before:
                continue
            part = Part(address, run(phrase, at.place, start - 1), Speech.QUOTE, names_behind=True)
            marks = (*at.marks, (start - 1, start, Role.CARRIER))
            points = [("name", _WRITTEN), self._before(phrase, at.place, start - 1)]
            points += [("the text may end so", _MAY_BE_TEXT)] if asks else []
            others = self._shapes.asks_others(before)
            points += [("it is asked of others", _OF_OTHERS)] if others else []
            behind = ("a name behind", _BEHIND)
            yield Reading((part,), kept(marks), (*points, behind), asks or others)

    def _with_tail(
        self, phrase: Phrase, at: Place, tail: Tail, end: _End, speech: Speech
    ) -> Reading:
        address = self._address(phrase, tail, end.place)
        text_end, before = self._before_tail(phrase, at, tail.end)
        replaced = self._replaced(phrase, at, text_end)
        corrected: Marks = ((replaced, text_end, Role.CORRECTED),) if replaced < text_end else ()
        text_end = replaced
        runs = run(phrase, at.place, text_end)
        marks = (*at.marks, *corrected, *before, *end.marks, (address.end, end.place, Role.FILLER))
        told_how = any(role is Role.MANNER for *_, role in before)
        private = end.is_private or at.is_private or told_how
        speech = Speech.QUOTE if speech is Speech.TELL else speech
        part = Part(address, runs, speech, names_behind=True, is_private=private)
        points = [("name", address.fit), self._before(phrase, at.place, text_end)]
        points += [("the text may end so", _MAY_BE_TEXT)] if tail.is_doubtful else []
        return Reading((part,), kept(marks), tuple(points), is_doubtful=tail.is_doubtful)

    def _before(self, phrase: Phrase, start: int, end: int) -> tuple[str, float]:
        """Return what the text before a name says."""
        text = phrase.spoken[start:end]
        if not run(phrase, start, end):
            return "no text", _EMPTY
        shortly = self._shapes.tells_shortly(phrase.between(start, end))
        if self._shapes.is_thing(text) and not shortly:
            return "a thing, not a text", _THING
        if shortly or self._shapes.is_clause(text) or self._shapes.greets(text):
            return "a sentence before it", _CLAUSE
        return "words before it", _SOMETHING

    def _address(self, phrase: Phrase, tail: Tail, end: int) -> Address:
        stop = end - longest_before(self._language.trailing, phrase.spoken, end)
        found = tail.recipients
        fit = self._fit(found, stop - tail.end - 1)
        return Address(found.resolutions, tail.end, stop, fit, found.explicit)

    def _fit(self, recipients: Recipients, length: int) -> float:
        """Return how well names behind fit; one unknown does as well as one written so."""
        score = recipients.least_score
        fit = _WRITTEN if score >= NAMED_FROM or not score else _ALIKE
        if score and recipients.certainty is not Certainty.CERTAIN and score < NAMED_FROM:
            fit = 1 + (score - DOUBTFUL_FROM) * 8
        fit += _SEVERAL if length > 1 and score >= NAMED_FROM else 0.0
        return fit + (2.0 if recipients.explicit else 0.0)

    def _before_tail(self, phrase: Phrase, at: Place, end: int) -> tuple[int, Marks]:
        """Return where the text ends before "privately to kevin", "as a message to kevin"."""
        private = longest_before(self._signs["private_manner"], phrase.spoken, end)
        length = private or longest_before(self._signs["sent_as"], phrase.spoken, end)
        if length and end - length > at.place:
            role = Role.MANNER if private else Role.CARRIER
            return end - length, ((end - length, end, role),)
        return end, ()

    def _ends(self, phrase: Phrase, at: Place) -> Iterator[_End]:
        """Yield where the names may end: before "privately", "but not to ana"."""
        end = len(phrase)
        denied = list(self._denied(phrase, at))
        if denied:
            yield from denied
            return
        yield _End(end)
        length = longest_before(self._private, phrase.spoken, end)
        if length:
            yield _End(end - length, ((end - length, end, Role.MANNER),), is_private=True)

    def _denied(self, phrase: Phrase, at: Place) -> Iterator[_End]:
        """Yield where "but not to ana" begins at the end of a phrase."""
        end = len(phrase)
        for place in range(at.place + 2, end):
            negation = longest_at(self._signs["negations"], phrase.spoken, place)
            if negation:
                name = place + negation
                name += longest_at(self._language.to | self._signs["in"], phrase.spoken, name)
                denied = self._addresses.exact_at(phrase.spoken, name)
                if denied and denied.end == end:
                    yield _End(place, ((place, end, Role.CORRECTED),))

    def named_between(self, phrase: Phrase, at: Place) -> Iterator[Reading]:
        """Yield "a big thank you to ana for the cake": the text goes on behind the name."""
        spoken = phrase.spoken
        if not self._shapes.greets(spoken[at.place :]):
            return
        for place in range(at.place + 1, min(len(spoken) - 1, at.place + _LONGEST_GREETING)):
            to = longest_at(self._language.to, spoken, place)
            if not to:
                continue
            for address in self._addresses.options(spoken, place + to, alike=False):
                behind = spoken[address.end : address.end + 1]
                if address.is_known and behind in self._signs["reasons"]:
                    yield self._greeted(phrase, at, place, to, address)

    def _greeted(self, phrase: Phrase, at: Place, place: int, to: int, address: Address) -> Reading:
        """Return "thank you to ana for the cake"; "a thank you to ana" may be for all to read."""
        spoken, end = phrase.spoken, len(phrase)
        manner = spoken[address.end :] in self._signs["on_my_behalf"]
        text_end = address.end if manner else end
        runs = run(phrase, at.place, place) + run(phrase, address.end, text_end)
        marks = (*at.marks, (place, place + to, Role.CARRIER), (text_end, end, Role.MANNER))
        points = (("a name in a greeting", _GREETED), ("name", address.fit))
        is_greeting = longest_at(self._signs["greetings"], spoken, at.place) == place - at.place
        is_plain = is_greeting and not longest_at(self._language.indefinite, spoken, at.place)
        is_plain = is_plain and not address.is_public and not address.is_everyone
        part = Part(address, runs, Speech.TELL if is_plain else Speech.QUOTE, names_behind=True)
        return Reading((part,), kept(marks), points, is_doubtful=not is_plain)

    def _replaced(self, phrase: Phrase, at: Place, end: int) -> int:
        """Return where "to general no" begins that stands before "to random"; the end for none."""
        spoken = phrase.spoken
        length = longest_before(self._signs["corrections"], spoken, end)
        named = end - length
        for start in range(named - 1, max(at.place, named - _LONGEST_REPLACED), -1):
            lead = longest_at(self._language.to | self._language.into, spoken, start)
            found = self._addresses.exact_at(spoken, start + lead) if lead and length else None
            if found and found.end == named:
                return start
        return end

    def _told(self, phrase: Phrase, at: Place) -> Iterator[Reading]:
        """Yield "i'm running late tell ana"."""
        for place in range(at.place + 2, len(phrase)):
            verb = longest_at(self._signs["tell"], phrase.spoken, place)
            if not verb or place + verb >= len(phrase):
                continue
            for address in self._addresses.options(phrase.spoken, place + verb, alike=False):
                if address.end == len(phrase) and address.is_known and address.fit >= FITS:
                    part = Part(address, run(phrase, at.place, place), names_behind=True)
                    marks = (*at.marks, (place, place + verb, Role.CARRIER))
                    points = (("told behind", _TOLD), ("name", address.fit))
                    yield Reading((part,), marks, points, is_doubtful=True)
