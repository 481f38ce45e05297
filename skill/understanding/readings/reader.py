"""All readings of a dictated phrase, each with its evidence in points. Pure.

A reading accounts for every word: address, text, what leads to them, manner, filler, what was taken
back. Which one is believed is not decided here (verdict.py).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from postbox.directory.names.spelling import NameWords
from skill.understanding.carrier import Carrier
from skill.understanding.corrections import corrections, repaired
from skill.understanding.indirect.hearers import Speech
from skill.understanding.language import Language, longest_at, longest_before
from skill.understanding.names.candidate import NAMED_FROM
from skill.understanding.names.recipients import RecipientReader, Recipients
from skill.understanding.names.resolution import DOUBTFUL_FROM, Certainty
from skill.understanding.phrase import Phrase
from skill.understanding.readings.addresses import Address, AddressReader
from skill.understanding.readings.behind import BehindReader, Tail
from skill.understanding.readings.linkers import Linkers
from skill.understanding.readings.nouns import MessageNouns
from skill.understanding.readings.reading import Marks, Part, Reading, Role, Run
from skill.understanding.readings.shapes import NEVER, SURELY, WELL, Shapes

_FIRST = 4.0
"""Behind "tell" a recipient is expected at once."""
_LED = 4.0
""" "To kevin ..." and "a message to kevin ..." name one, too."""
_LED_INTO = 4.0
_LED_PLACE = 1.0
_IDIOM = 1.0
_UNLED = 1.0
_DEFAULT = 5.0
_BEHIND, _CLAUSE = 2.5, 1.0
_WRITTEN_BEHIND, _ALIKE_BEHIND = 4.0, 3.4
_MAY_BE_TEXT = -3.5
_LINKED = 1.5
_THING, _EMPTY = -2.0, -1.0
_LINKED_LATER, _LATER = -3.0, 4
_UNLED_PLACE = -2.0
_UNLED_TEXT = 1.0
_MODAL_NAME = -3.0
_SOMETHING = 0.5
_CORRECTED, _REPAIRED = 2.5, 3.0
_SECOND = 2.5
_EMBEDDED = -1.0
_NO_ADDRESS = -6.0
_MOST_OPTIONS = 10
_LONGEST_LEAD = 4
_LONGEST_GREETING = 8
_TO_SAY = 2
_FITS = 2.6

SPEECHES = {
    Carrier.ASK: Speech.ASK,
    Carrier.REMIND: Speech.REMIND,
    Carrier.HAVE: Speech.ORDER,
    Carrier.THANK: Speech.THANK,
    Carrier.WISH: Speech.WISH,
    Carrier.CONGRATULATE: Speech.CONGRATULATE,
    Carrier.APOLOGIZE: Speech.APOLOGIZE,
    Carrier.INVITE: Speech.INVITE,
}


@dataclass(frozen=True)
class _At:
    """Where reading goes on, and what the words before it were for."""

    place: int
    marks: Marks = ()
    is_private: bool = False

    def on(self, length: int, role: Role, *, private: bool = False) -> "_At":
        marks = (*self.marks, (self.place, self.place + length, role)) if length else self.marks
        return _At(self.place + length, marks, self.is_private or private)


class Reader:
    """Reads the phrases of one link in all ways."""

    def __init__(
        self, recipients: RecipientReader, addresses: AddressReader, language: Language
    ) -> None:
        """Read in this language."""
        self._addresses = addresses
        self._language = language
        self._signs = language.signs
        self._linkers = Linkers(language)
        self._behind = BehindReader(recipients, language)
        self._nouns = MessageNouns(language)
        self.shapes = Shapes(language)

    def readings(self, phrase: Phrase, carrier: Carrier) -> list[Reading]:
        """Return every reading, the best first."""
        speech = SPEECHES.get(carrier, Speech.TELL)
        if carrier.names_first:
            found = list(self._addressed(phrase, _At(0), speech))
            found += self._named_behind(phrase, _At(0), speech, is_first=True)
            if carrier is Carrier.ASK:
                found += self._default(phrase, _At(0), speech)
        else:
            found = list(self._texted(phrase, carrier))
        found = [better for each in found for better in self._with_more(phrase, each)]
        distinct = {(each.parts, each.marks): each for each in found}
        return sorted(distinct.values(), key=lambda each: -each.score)

    # The beginning

    def _texted(self, phrase: Phrase, carrier: Carrier) -> Iterator[Reading]:
        """Yield the readings of what follows "send"."""
        at = self._skipped(phrase, _At(0))
        yield from self._embedded(phrase, at, carrier)
        for noun in self._nouns.at(phrase, at.place):
            yield from self._behind_noun(phrase, at.on(noun, Role.CARRIER))
        yield from self._led(phrase, at)
        if phrase.begins_with_words:
            yield from self._addressed(phrase, at, Speech.TELL, is_expected=False)
        yield from self._named_between(phrase, at)
        yield from self._named_behind(phrase, _At(0), Speech.TELL)
        if any(role is Role.MANNER and at.is_private for *_, role in at.marks):
            yield from self._named_behind(phrase, at, Speech.TELL)
        yield from self._default(phrase, _At(0), Speech.TELL)

    def _skipped(self, phrase: Phrase, at: _At) -> _At:
        """Go past "just", "please", "privately", "um"."""
        while at.place < len(phrase):
            private = longest_at(self._signs["private_manner"], phrase.spoken, at.place)
            plain = longest_at(self._signs["plain_manner"], phrase.spoken, at.place)
            filler = longest_at(self._signs["fillers"], phrase.spoken, at.place)
            length = max(private, plain, filler)
            if not length:
                break
            role = Role.FILLER if filler == length else Role.MANNER
            at = at.on(length, role, private=private == length)
        return at

    def _led(self, phrase: Phrase, at: _At) -> Iterator[Reading]:
        """Yield readings of "to kevin ...", "in random ...", "for ana ...", "with wei ..."."""
        language, spoken = self._language, phrase.spoken
        to = longest_at(language.to, spoken, at.place)
        into = longest_at(language.into, spoken, at.place)
        other = longest_at(self._signs["for"] | language.sharing, spoken, at.place)
        length = max(to, into, other)
        if not length or not phrase.begins_with_words:
            return
        lead = _LED if to else _LED_INTO
        if longest_at(language.idioms, spoken, at.place):
            lead = _IDIOM
        led = self._skipped(phrase, at.on(length, Role.CARRIER))
        yield from self._addressed(
            phrase, led, Speech.TELL, lead=lead, channels=into > to, named=not other
        )

    def _behind_noun(self, phrase: Phrase, at: _At) -> Iterator[Reading]:
        """Yield readings of "a message to kevin saying ...", "a message saying ..."."""
        skipped = self._skipped(phrase, at)
        preposition = longest_at(self._language.addressing, phrase.spoken, skipped.place)
        at = skipped if preposition else at
        if preposition:
            into = longest_at(self._language.into, phrase.spoken, at.place)
            led = self._skipped(phrase, at.on(preposition, Role.CARRIER))
            yield from self._addressed(phrase, led, Speech.TELL, lead=_LED + 1, channels=into > 0)
        linker = self._linkers.length_at(phrase, at.place)
        if at.place == len(phrase):
            yield Reading((Part(None, ()),), at.marks, (("only a message", _DEFAULT + 2),))
        elif linker or self._nouns.is_followed(phrase.spoken, at.place):
            linked = at.on(linker, Role.CARRIER)
            for each in (
                *self._named_behind(phrase, linked, Speech.TELL),
                *self._default(phrase, linked, Speech.TELL),
            ):
                yield each.weighed(("a message", 2.0))

    def _embedded(self, phrase: Phrase, at: _At, carrier: Carrier) -> Iterator[Reading]:
        """Yield readings of "tell kevin ..." behind "send": the verb is not the text's."""
        if at.place and carrier is Carrier.BARE and not at.marks:
            return
        for verbs, speech in self._verbs():
            length = longest_at(verbs, phrase.spoken, at.place)
            if not length:
                continue
            led = self._skipped(phrase, at.on(length, Role.CARRIER))
            for each in self._addressed(phrase, led, speech):
                if all(part.address and part.address.is_known for part in each.parts):
                    more = each.weighed(("a verb of telling", _EMBEDDED))
                    yield replace(more, is_doubtful=True)

    def _verbs(self) -> Iterator[tuple[frozenset[NameWords], Speech]]:
        yield self._signs["telling_verbs"], Speech.TELL
        yield self._signs["asking_verbs"], Speech.ASK
        yield self._signs["thanking_verbs"], Speech.THANK

    # A recipient, then the text

    def _addressed(
        self,
        phrase: Phrase,
        at: _At,
        speech: Speech,
        *,
        lead: float = _FIRST,
        channels: bool = False,
        is_expected: bool = True,
        named: bool = True,
    ) -> Iterator[Reading]:
        """Yield readings with the recipient at a place."""
        at = self._skipped(phrase, at)
        if is_expected and not channels:
            length = longest_at(self._language.to | self._signs["in"], phrase.spoken, at.place)
            if length and lead == _FIRST:
                into = longest_at(self._signs["in"], phrase.spoken, at.place) > 0
                inside = at.on(length, Role.CARRIER)
                yield from self._addressed(phrase, inside, speech, lead=_FIRST, channels=into)
        if at.place >= len(phrase):
            return
        options = self._addresses.options(
            phrase.spoken, at.place, alike=is_expected or lead > _FIRST, channels=channels
        )
        points = lead if is_expected else _UNLED
        for address in options[:_MOST_OPTIONS]:
            yield from self._behind_address(phrase, at, address, speech, points, is_expected)
        unsure = not options or max(each.fit for each in options) < _FITS
        if is_expected and named:
            channel = self._addresses.names_a_channel(phrase.spoken, at.place)
            unknown = self._addresses.unknown(phrase.spoken, at.place) if unsure else channel
            if unknown:
                yield from self._behind_address(phrase, at, unknown, speech, points, is_expected)

    def _behind_address(
        self,
        phrase: Phrase,
        at: _At,
        address: Address,
        speech: Speech,
        points: float,
        is_expected: bool,
    ) -> Iterator[Reading]:
        evidence: list[tuple[str, float]] = [("place of the name", points), ("name", address.fit)]
        if points >= _LED and address.is_public and at.place:
            evidence.append(("led to a place", _LED_PLACE))
        named, follows, corrected = self._settled(phrase, replace(at, place=address.end), address)
        if corrected:
            evidence.append(("a corrected name", _CORRECTED))
        led, speech, is_linked = self._linked(phrase, follows, speech)
        if is_linked:
            evidence.append(("a linker", _LINKED))
        text = phrase.spoken[led.place :]
        evidence.append(self._beginning(text, is_linked, is_expected, speech))
        if not is_linked and self._is_linked_later(phrase, led.place):
            evidence.append(("a linker follows", _LINKED_LATER))
        if self._goes_on_to_a_channel(phrase, led.place) and not is_linked:
            evidence.append(("the name of a channel goes on", _LINKED_LATER * 2))
        if not is_expected and self._is_question(phrase.spoken, address):
            evidence.append(("a question begins so", _MODAL_NAME))
        if not is_expected and named.is_public and not named.explicit:
            evidence.append(("a place, and nothing leads to it", _UNLED_PLACE))
        if address.is_everyone and not is_expected:
            return
        if len(text) and self._leads_nowhere(text, speech):
            led = led.on(len(text), Role.CARRIER)
        part = Part(named, _run(phrase, led.place, len(phrase)), speech, is_private=led.is_private)
        is_self = longest_at(self._signs["self"], phrase.spoken, address.start) > 0
        unsure = is_self and not is_linked and address.end - address.start == 1
        yield Reading((part,), led.marks, tuple(evidence), is_doubtful=unsure)
        if self._may_be_texts_own(phrase, follows.place, led.place):
            # The linker may be the text's own first words: "that works for me".
            text = phrase.spoken[follows.place :]
            own = [
                *evidence[:-2],
                self._beginning(text, False, is_expected, speech),
                ("no linker", -1.0),
            ]
            part = replace(part, runs=_run(phrase, follows.place, len(phrase)))
            yield Reading((part,), follows.marks, tuple(own))

    def _is_linked_later(self, phrase: Phrase, at: int) -> bool:
        """Whether the names go on up to a linker: "... levandovski saying"."""
        for place in range(at + 1, min(len(phrase), at + _LATER)):
            if self._linkers.is_sure(phrase, place):
                between = phrase.spoken[at:place]
                subjects = self._language.subjects | self._language.not_names
                return not any((word,) in subjects for word in between)
        return False

    def _leads_nowhere(self, text: NameWords, speech: Speech) -> bool:
        """Whether nothing follows: "ana that", "olu to", "joy whether", "wei about the eels"."""
        if speech not in (Speech.TELL, Speech.ASK, Speech.REMIND):
            return False
        if text[0] == "about" and not self.shapes.is_clause(text[1:]):
            return True
        return len(text) == 1 and text in self._signs["leading_nowhere"]

    def _is_question(self, spoken: NameWords, address: Address) -> bool:
        """Whether a name is a question's first word: "will you", "can we"."""
        name = spoken[address.start : address.end]
        return (
            name in self._language.modals
            and spoken[address.end : address.end + 1] in self._language.pronouns
        )

    def _goes_on_to_a_channel(self, phrase: Phrase, at: int) -> bool:
        """Whether "channel" follows soon, so that what stands before it is its name."""
        for place in range(at, min(len(phrase), at + _LATER)):
            if longest_at(self._language.determiners | self._language.to, phrase.spoken, place):
                return False
            if longest_at(self._language.channel_words, phrase.spoken, place):
                return True
        return False

    def _may_be_texts_own(self, phrase: Phrase, start: int, end: int) -> bool:
        """Whether a linker may be the text's beginning: "asking for a friend"."""
        linker = self._linkers.length_at(phrase, start)
        if self._nouns.at(phrase, start):
            return False
        if not linker or start + linker != end or self._linkers.is_sure(phrase, start):
            return False
        return phrase.spoken[start:end] not in self._language.that

    def _beginning(
        self, text: NameWords, is_linked: bool, is_expected: bool, speech: Speech
    ) -> tuple[str, float]:
        """Return what the text's beginning says."""
        if not text:
            return "no text", _EMPTY if is_expected else _EMPTY * 2
        begins = self.shapes.begins(text)
        if begins > NEVER and (
            speech is not Speech.TELL or is_linked or text[:1] in self._language.to
        ):
            return "beginning of the text", max(1.0, begins)
        if not is_expected and self.shapes.is_thing(text):
            return "a thing, not a text", _THING
        if not is_expected and begins < SURELY and not self.shapes.greets(text):
            begins -= _UNLED_TEXT
        return "beginning of the text", begins

    def _linked(self, phrase: Phrase, at: _At, speech: Speech) -> tuple[_At, Speech, bool]:
        """Go past "privately", "a message saying", "know that", "exactly this"."""
        start = at.place
        at = self._manner(phrase, at)
        spoken = phrase.spoken
        noun = max(
            (
                length
                for length in self._nouns.at(phrase, at.place)
                if self._linkers.length_at(phrase, at.place + length)
                or at.place + length == len(spoken)
                or self.shapes.begins(spoken[at.place + length :]) >= WELL
            ),
            default=0,
        )
        heads_up = longest_at(self._signs["heads_up"], spoken, at.place)
        if heads_up:
            speech = Speech.HEADS_UP
        at = at.on(max(noun, heads_up), Role.CARRIER)
        at = self._manner(phrase, at)
        length = self._linkers.length_at(phrase, at.place)
        if length and spoken[at.place : at.place + 2] == ("to", "say"):
            # "To say no" is an order, "to say I'm late" leads to the text.
            begins = self.shapes.begins(spoken[at.place + length :])
            length = length if begins >= SURELY or length > _TO_SAY else 0
        exactly = longest_at(self._signs["exactly"], spoken, at.place)
        exactly = exactly if exactly > 1 else 0
        at = at.on(max(length, exactly), Role.CARRIER)
        if spoken[at.place - 1 : at.place] != ("that",):
            at = self._hesitated(phrase, at)
        linked = bool(noun or heads_up or length or exactly)
        if longest_before(self._signs["quoting"], spoken, at.place) or exactly:
            speech = Speech.QUOTE if speech is Speech.TELL else speech
        return (
            (at, speech, linked) if at.place > start else (replace(at, place=start), speech, False)
        )

    def _hesitated(self, phrase: Phrase, at: _At) -> _At:
        length = longest_at(self._signs["fillers"], phrase.spoken, at.place)
        return at.on(length, Role.FILLER)

    def _manner(self, phrase: Phrase, at: _At) -> _At:
        """Go past manner behind a name, where it is hardly the text's own."""
        while True:
            private = longest_at(
                self._signs["private_manner"] | self._signs["not_public"], phrase.spoken, at.place
            )
            plain = longest_at(self._signs["plain_manner"], phrase.spoken, at.place)
            behind = at.place + plain
            linked = plain and (
                self._linkers.length_at(phrase, behind)
                or longest_at(
                    self._signs["private_manner"] | self._signs["not_public"], phrase.spoken, behind
                )
            )
            if private:
                at = at.on(private, Role.MANNER, private=True)
            elif linked:
                at = at.on(plain, Role.MANNER)
            else:
                return at

    # Corrections of the recipient

    def _settled(self, phrase: Phrase, at: _At, address: Address) -> tuple[Address, _At, bool]:
        """Return the recipient that stands after corrections: "kevin no wait ana", "kevin not ana"."""
        corrected = False
        for _ in range(_LONGEST_LEAD):
            again = self._replaced(phrase, at, address) or self._narrowed(phrase, at, address)
            if again is None:
                break
            address, at = again
            corrected = True
        return address, at, corrected

    def _replaced(self, phrase: Phrase, at: _At, address: Address) -> tuple[Address, _At] | None:
        """Read "no wait ana", "i mean kevin sato", "actually not marketing sales"."""
        start = self._hesitated(phrase, at)
        found = next(
            (
                each
                for each in corrections(phrase.spoken, self._language, start.place)
                if each.start == start.place
            ),
            None,
        )
        if found is None:
            return None
        place, negated = found.end, False
        negation = longest_at(self._signs["negations"], phrase.spoken, place)
        if negation:
            denied = self._addresses.exact_at(phrase.spoken, place + negation)
            if denied is None or not denied.ids & address.ids:
                return None
            place, negated = denied.end, True
        for words in (self._signs["telling_verbs"], self._language.to | self._signs["in"]):
            place += longest_at(words, phrase.spoken, place)
        named = self._listed_exactly(phrase.spoken, place)
        if named is None:
            return None
        linked = self._linkers.length_at(phrase, named.end)
        if not (found.is_sure or negated or linked or named.fit >= 6):
            return None
        if named.ids == address.ids and address.is_certain and not found.is_sure:
            return None
        marks = (*start.marks, (address.start, named.start, Role.CORRECTED))
        return named, _At(named.end, marks, at.is_private)

    def _listed_exactly(self, spoken: NameWords, at: int) -> Address | None:
        """Return who is named as written from a word on, several where an "and" joins them."""
        options = [
            each for each in self._addresses.options(spoken, at, alike=False) if each.is_known
        ]
        return options[0] if options and options[0].fit >= _FITS else None

    def _narrowed(self, phrase: Phrase, at: _At, address: Address) -> tuple[Address, _At] | None:
        """Read "but not to ana": that recipient gets nothing."""
        negation = longest_at(self._signs["negations"], phrase.spoken, at.place)
        if not negation:
            return None
        place = at.place + negation
        place += longest_at(self._language.to | self._signs["in"], phrase.spoken, place)
        denied = self._addresses.exact_at(phrase.spoken, place)
        if denied is None:
            return None
        kept = tuple(
            each
            for each in address.resolutions
            if not (each.candidates and each.candidates[0].id in denied.ids)
        )
        if not kept:
            return None
        remaining = replace(address, resolutions=kept)
        marks = (*at.marks, (at.place, denied.end, Role.CORRECTED))
        return remaining, _At(denied.end, marks, at.is_private)

    # The text, then a recipient

    def _named_behind(
        self, phrase: Phrase, at: _At, speech: Speech, *, is_first: bool = False
    ) -> Iterator[Reading]:
        """Yield readings of "running late to general"."""
        yield from self._told_behind(phrase, at)
        for end, marks, private in self._ends(phrase, at):
            tail = self._behind.read(phrase, at.place, end)
            if tail is None or tail.end < at.place:
                continue
            yield from self._with_tail(phrase, at, tail, end, marks, private, speech, is_first)

    def _with_tail(  # noqa: PLR0913
        self,
        phrase: Phrase,
        at: _At,
        tail: Tail,
        end: int,
        marks: Marks,
        private: bool,
        speech: Speech,
        is_first: bool,
    ) -> Iterator[Reading]:
        address, stop = self._tail_address(phrase, tail, end)
        text_end, before = self._before_tail(phrase, at, tail.end)
        text = phrase.spoken[at.place : text_end]
        runs = _run(phrase, at.place, text_end)
        points = [("a name behind", _BEHIND if not is_first else 0.0), ("name", address.fit)]
        if tail.is_doubtful:
            points.append(("the text may end so", _MAY_BE_TEXT))
        if not runs:
            points.append(("no text", _EMPTY * 2))
        elif self.shapes.is_thing(text):
            points.append(("a thing, not a text", _THING))
        elif self.shapes.is_clause(text) or self.shapes.greets(text):
            points.append(("a sentence before it", _CLAUSE))
        else:
            points.append(("words before it", _SOMETHING))
        all_marks = (*at.marks, *before, *marks, (stop, end, Role.FILLER))
        private = private or at.is_private or bool(before)
        speech = Speech.QUOTE if speech is Speech.TELL else speech
        part = Part(address, runs, speech, names_behind=True, is_private=private)
        reading = Reading((part,), _kept(all_marks), tuple(points), is_doubtful=tail.is_doubtful)
        yield reading

    def _tail_address(self, phrase: Phrase, tail: Tail, end: int) -> tuple[Address, int]:
        stop = end - longest_before(self._language.trailing, phrase.spoken, end)
        recipients = tail.recipients
        address = Address(
            recipients.resolutions,
            tail.end,
            stop,
            self._fit(recipients, stop - tail.end - 1),
            recipients.explicit,
        )
        return address, stop

    def _fit(self, recipients: Recipients, length: int) -> float:
        """Return how well a tail's names fit: one unknown does as well as one that is written so."""
        score = recipients.least_score
        fit = _WRITTEN_BEHIND if score >= NAMED_FROM or not score else _ALIKE_BEHIND
        if score and recipients.certainty is not Certainty.CERTAIN and score < NAMED_FROM:
            fit = 1 + (score - DOUBTFUL_FROM) * 8
        fit += 1.0 if length > 1 and score >= NAMED_FROM else 0.0
        return fit + (2.0 if recipients.explicit else 0.0)

    def _before_tail(self, phrase: Phrase, at: _At, end: int) -> tuple[int, Marks]:
        """Return where the text ends before "privately to kevin"."""
        length = longest_before(self._signs["private_manner"], phrase.spoken, end)
        if length and end - length > at.place:
            return end - length, ((end - length, end, Role.MANNER),)
        return end, ()

    def _ends(self, phrase: Phrase, at: _At) -> Iterator[tuple[int, Marks, bool]]:
        """Yield where the names behind may end: before "privately", "not to ana", "no to random"."""
        end = len(phrase)
        yield end, (), False
        manner = self._signs["private_manner"] | self._signs["not_public"]
        length = longest_before(manner, phrase.spoken, end)
        if length:
            yield end - length, ((end - length, end, Role.MANNER),), True
        for place in range(at.place + 2, end):
            negation = longest_at(self._signs["negations"], phrase.spoken, place)
            if negation:
                name = place + negation
                name += longest_at(self._language.to | self._signs["in"], phrase.spoken, name)
                denied = self._addresses.exact_at(phrase.spoken, name)
                if denied and denied.end == end:
                    yield place, ((place, end, Role.CORRECTED),), False

    def _named_between(self, phrase: Phrase, at: _At) -> Iterator[Reading]:
        """Yield "a big thank you to ana for the cake": the text goes on behind the name."""
        spoken = phrase.spoken
        if not self.shapes.greets(spoken[at.place :]):
            return
        for place in range(at.place + 1, min(len(spoken) - 1, at.place + _LONGEST_GREETING)):
            to = longest_at(self._language.to, spoken, place)
            if not to:
                continue
            for address in self._addresses.options(spoken, place + to, alike=False):
                behind = spoken[address.end : address.end + 1]
                if address.is_known and behind in self._signs["reasons"]:
                    runs = ((at.place, place), (address.end, len(spoken)))
                    part = Part(address, runs, Speech.QUOTE, names_behind=True)
                    marks = (*at.marks, (place, place + to, Role.CARRIER))
                    points = (("a name in a greeting", _BEHIND + 1), ("name", address.fit))
                    yield Reading((part,), marks, points, is_doubtful=True)

    def _told_behind(self, phrase: Phrase, at: _At) -> Iterator[Reading]:
        """Yield "i'm running late tell ana"."""
        for place in range(at.place + 2, len(phrase)):
            verb = longest_at(self._signs["tell"], phrase.spoken, place)
            if not verb or place + verb >= len(phrase):
                continue
            for address in self._addresses.options(phrase.spoken, place + verb, alike=False):
                if address.end == len(phrase) and address.is_known and address.fit >= _FITS:
                    part = Part(address, _run(phrase, at.place, place), names_behind=True)
                    marks = (*at.marks, (place, place + verb, Role.CARRIER))
                    points = (("told behind", 1.5), ("name", address.fit))
                    yield Reading((part,), marks, points, is_doubtful=True)

    # Nobody named

    def _default(self, phrase: Phrase, at: _At, speech: Speech) -> Iterator[Reading]:
        """Yield the reading in which nobody is named."""
        points = _DEFAULT if at.place < len(phrase) or not phrase.begins_with_words else 0.0
        part = Part(None, _run(phrase, at.place, len(phrase)), speech)
        yield Reading((part,), at.marks, (("nobody named", points),))

    # What comes on top: second messages, repairs, hesitations

    def _with_more(self, phrase: Phrase, reading: Reading) -> Iterator[Reading]:
        """Yield a reading, and what it is with a second message or a correction in its text."""
        yield self._without_fillers(phrase, reading)
        for more in (*self._seconds(phrase, reading), *self._mended(phrase, reading)):
            yield self._without_fillers(phrase, more)

    def _mended(self, phrase: Phrase, reading: Reading) -> Iterator[Reading]:
        """Yield the reading with a correction within its text carried out."""
        part = reading.parts[-1]
        if len(part.runs) != 1:
            return
        start, end = part.runs[0]
        kept = repaired(phrase.spoken[start:end], self._language)
        if kept is None:
            return
        runs = tuple((start + one, start + other) for one, other in kept)
        gap = (runs[0][1] if len(runs) > 1 else start, runs[-1][0])
        mended = replace(reading, parts=(*reading.parts[:-1], replace(part, runs=runs)))
        yield mended.marked((*gap, Role.CORRECTED)).weighed(("a correction carried out", _REPAIRED))

    def _seconds(self, phrase: Phrase, reading: Reading) -> Iterator[Reading]:
        """Yield the reading with "and the same to ana", "and tell wei to start"."""
        part = reading.parts[-1]
        if part.address is None and not self._may_be_default(phrase, part):
            return
        if len(part.runs) != 1 or (part.names_behind and part.address):
            return
        start, end = part.runs[0]
        for place in range(start + 1, end):
            yield from self._also(phrase, reading, part, place)
            yield from self._second(phrase, reading, part, place)

    def _may_be_default(self, phrase: Phrase, part: Part) -> bool:
        return bool(part.runs)

    def _also(self, phrase: Phrase, reading: Reading, part: Part, place: int) -> Iterator[Reading]:
        """Yield "i'm late and the same to ana": one text for both."""
        length = longest_at(self._signs["same_to"], phrase.spoken, place)
        if not length:
            return
        end = part.runs[0][1]
        for address in self._addresses.options(phrase.spoken, place + length, alike=False):
            trailing = longest_at(self._language.trailing, phrase.spoken, address.end)
            if address.is_known and address.end + trailing == end and address.fit >= _FITS:
                first = replace(part, runs=((part.runs[0][0], place),))
                second = replace(first, address=address)
                more = replace(reading, parts=(*reading.parts[:-1], first, second))
                more = more.marked(
                    (place, place + length, Role.CARRIER), (address.end, end, Role.FILLER)
                )
                yield more.weighed(("a second recipient", _SECOND))

    def _second(
        self, phrase: Phrase, reading: Reading, part: Part, place: int
    ) -> Iterator[Reading]:
        """Yield "i'm late and tell wei to start without me"."""
        spoken = phrase.spoken
        joined = longest_at(self._signs["and"], spoken, place)
        if not joined:
            return
        start, end = part.runs[0]
        for verbs, speech in self._verbs():
            verb = longest_at(verbs, spoken, place + joined)
            if not verb:
                continue
            lead = _At(place + joined + verb)
            for second in self._addressed(phrase, lead, speech):
                named = second.parts[-1]
                if not (named.address and named.address.is_known and named.address.fit >= _FITS):
                    continue
                first = replace(part, runs=((start, place),))
                same = self._is_same(spoken, named)
                if same:
                    marks = (named.runs[0],) if named.runs else ()
                    named = replace(named, runs=first.runs, speech=first.speech)
                    second = second.marked(*((a, b, Role.FILLER) for a, b in marks))
                elif not named.runs:
                    continue
                more = replace(reading, parts=(*reading.parts[:-1], first, named))
                more = more.marked((place, place + joined + verb, Role.CARRIER), *second.marks)
                beginning = (
                    0.0 if same else min(0.0, self.shapes.begins(_words(spoken, named.runs)))
                )
                more = more.weighed(("a second message", _SECOND + beginning))
                yield replace(more, is_doubtful=True) if part.address is None else more

    def _is_same(self, spoken: NameWords, part: Part) -> bool:
        text = _words(spoken, part.runs)
        return bool(text) and longest_at(self._signs["same"], text, 0) == len(text)

    def _without_fillers(self, phrase: Phrase, reading: Reading) -> Reading:
        """Return the reading with "uh" and doubled words out of its texts."""
        parts: list[Part] = []
        for part in reading.parts:
            runs: list[Run] = []
            for start, end in part.runs:
                clean, fillers = self._cleaned(phrase.spoken, start, end)
                runs += clean
                reading = reading.marked(*fillers)
            parts.append(replace(part, runs=tuple(runs)))
        return replace(reading, parts=tuple(parts))

    def _cleaned(
        self, spoken: NameWords, start: int, end: int
    ) -> tuple[list[Run], list[tuple[int, int, Role]]]:
        runs: list[Run] = []
        marks: list[tuple[int, int, Role]] = []
        begun = start
        place = start
        while place < end:
            filler = longest_at(self._signs["fillers"], spoken[:end], place)
            doubled = (
                spoken[place : place + 1] in self._signs["doubled"]
                and spoken[place + 1 : place + 2] == spoken[place : place + 1]
                and place + 1 < end
            )
            length = filler or int(doubled)
            if length:
                if begun < place:
                    runs.append((begun, place))
                marks.append((place, place + length, Role.FILLER))
                begun = place + length
            place += length or 1
        if begun < end:
            runs.append((begun, end))
        return (runs, marks) if runs else ([(start, end)], [])


def _run(phrase: Phrase, start: int, end: int) -> tuple[Run, ...]:
    """Return a text's words as a run; what stands before the first word, an emoji, is text, too."""
    has_signs = start == 0 and not phrase.begins_with_words
    return ((start, end),) if start < end or has_signs else ()


def _kept(marks: Sequence[tuple[int, int, Role]]) -> Marks:
    return tuple(each for each in marks if each[0] < each[1])


def _words(spoken: NameWords, runs: Sequence[Run]) -> NameWords:
    return tuple(word for start, end in runs for word in spoken[start:end])
