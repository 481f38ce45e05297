"""A recipient, then the text: "kevin park i'm late", "to dev ops that we're live". Pure."""

from collections.abc import Iterator
from dataclasses import replace

from postbox.directory.names.spelling import NameWords
from skill.understanding.indirect.hearers import Speech
from skill.understanding.language import Language, longest_at, longest_before
from skill.understanding.phrase import Phrase
from skill.understanding.readings.addresses.address import Address
from skill.understanding.readings.addresses.address_reader import AddressReader
from skill.understanding.readings.around_names import (
    CUT_SHORT,
    EXPECTED,
    FIRST,
    AroundNames,
    Expected,
)
from skill.understanding.readings.leads import Leads
from skill.understanding.readings.place import Place, run
from skill.understanding.readings.put_right.named_anew import FITS
from skill.understanding.readings.put_right.settling import Settling
from skill.understanding.readings.reading import Part, Reading, Role
from skill.understanding.sentences.shapes import SURELY, Shapes

_LINKED = 1.5
_NAME_LINKED = 1.0
_CORRECTED, _NO_LINKER = 2.5, -1.0
_MOST_OPTIONS = 10
_GIVEN, _LONGEST_GIVEN = 8.0, 5


class FrontReader:
    """Reads recipients in front of the text, in all ways."""

    def __init__(
        self, addresses: AddressReader, leads: Leads, shapes: Shapes, language: Language
    ) -> None:
        """Read in this language."""
        self._addresses = addresses
        self._leads = leads
        self._shapes = shapes
        self._around = AroundNames(leads, shapes, language)
        self._settling = Settling(addresses, leads, shapes, language)
        self._language = language
        self._signs = language.signs

    def read(
        self, phrase: Phrase, at: Place, speech: Speech, expected: Expected = EXPECTED
    ) -> Iterator[Reading]:
        """Yield readings with the recipient at a place."""
        at = self._leads.skipped(phrase, at)
        if expected == EXPECTED:
            yield from self._inside(phrase, at, speech)
        if at.place >= len(phrase):
            return
        proven = 0 if expected.is_expected else self._before_a_message(phrase, at)
        alike = expected.is_expected or proven > 0
        options = self._addresses.options(
            phrase.spoken, at.place, alike=alike, channels=expected.channels
        )
        if proven:
            # What stands before "a note saying" is a name, however it is spelled.
            options = tuple(option for option in options if option.end == proven)
            expected = replace(expected, points=_GIVEN, is_expected=True)
        for address in options[:_MOST_OPTIONS]:
            for reading in self._behind(phrase, at, address, speech, expected):
                cut = self._around.is_cut_short(phrase.spoken, address, options)
                yield reading.weighed(("the name goes on", CUT_SHORT)) if cut else reading
        if expected.is_expected and expected.takes_unknown:
            unknown = (
                self._addresses.unknown_names.until(phrase.spoken, at.place, proven)
                if proven
                else self._unknown(phrase, at, options)
            )
            if unknown:
                yield from self._behind(phrase, at, unknown, speech, expected)

    def _before_a_message(self, phrase: Phrase, at: Place) -> int:
        """Return where "a quick note saying", "a note we ..." begins soon behind a word; or 0."""
        for place in range(at.place + 1, min(len(phrase), at.place + _LONGEST_GIVEN) + 1):
            if phrase.spoken[place : place + 1] not in self._language.indefinite:
                continue
            for length in self._leads.nouns.at(phrase, place):
                behind = place + length
                begins = self._leads.begins_behind_a_message(phrase.spoken, behind)
                if begins or self._leads.linkers.is_sure(phrase, behind):
                    return place if self._may_be_given(phrase.spoken[at.place : place]) else 0
        return 0

    def _may_be_given(self, spoken: NameWords) -> bool:
        """Whether somebody gets a message there; not "we had", "on the fridge", "in it was"."""
        known = self._language
        leads = known.subjects | known.pronouns | known.prepositions | known.to | known.into
        if spoken in self._signs["put_up_first"]:
            # "(Put) up a note saying ...".
            return False
        # The first word may be a verb and somebody's name: "mark a note saying ...".
        return spoken[:1] not in leads and not self._shapes.is_clause(spoken[1:])

    def _inside(self, phrase: Phrase, at: Place, speech: Speech) -> Iterator[Reading]:
        """Yield readings of "to kevin ...", "in incidents ..." behind "tell"."""
        into = longest_at(self._signs["in"], phrase.spoken, at.place)
        length = into or longest_at(self._language.to, phrase.spoken, at.place)
        if length:
            led = Expected(FIRST, channels=into > 0, takes_unknown=True)
            yield from self.read(phrase, at.on(length, Role.CARRIER), speech, led)

    def _unknown(self, phrase: Phrase, at: Place, options: tuple[Address, ...]) -> Address | None:
        asks = self._signs["asking_words"] | self._signs["whether"]
        if phrase.spoken[at.place : at.place + 1] in asks:
            # "Ask who broke the vase" names nobody.
            return None
        if not options or max(option.fit for option in options) < FITS:
            return self._addresses.unknown_names.at(phrase.spoken, at.place)
        return self._addresses.unknown_names.names_a_channel(phrase.spoken, at.place)

    def _behind(
        self, phrase: Phrase, at: Place, address: Address, speech: Speech, expected: Expected
    ) -> Iterator[Reading]:
        """Yield what follows a recipient: the text, perhaps in two ways."""
        if address.is_everyone and not expected.is_expected:
            return
        named, follows, corrected = self._settling.settled(
            phrase, replace(at, place=address.end), address
        )
        speech = self._settling.speech(phrase, named, speech) if corrected else speech
        once_more = self._settling.named_again(phrase, follows, named)
        is_again = once_more != follows
        follows = self._each_apart(phrase, once_more, named)
        follows, is_described = self._described(phrase, follows)
        follows, is_sent_by = self._sent_by(phrase, follows)
        led, speech, is_linked = self._leads.linked(
            phrase, follows, speech, is_sent=not expected.is_expected
        )
        text = phrase.spoken[led.place :]
        evidence = [("place of the name", expected.points), ("name", address.fit)]
        evidence += [("a corrected name", _CORRECTED)] if corrected else []
        evidence += [("a linker", _LINKED)] if is_linked else []
        # Nothing else begins with somebody's name and "saying".
        sure = longest_before(self._language.sure_linkers, phrase.spoken, led.place)
        unled = sure and is_linked and not expected.is_expected
        evidence += [("a name and a linker", _NAME_LINKED)] if unled else []
        evidence += self._around.against(phrase, led.place, address, is_linked, expected)
        beginning = self._around.beginning(
            text,
            is_linked,
            expected,
            speech,
            is_surely_named=self._is_surely_named(phrase.spoken, address),
        )
        if text and self._leads_nowhere(text, speech):
            led = led.on(len(text), Role.CARRIER)
        part = Part(named, run(phrase, led.place, len(phrase)), speech, is_private=led.is_private)
        is_self = longest_at(self._signs["self"], phrase.spoken, address.start) > 0
        led_to = phrase.spoken[address.start - 1 : address.start] in self._language.to
        is_led = led_to and expected.is_expected and bool(address.start)
        unsure = is_self and not is_linked and address.end - address.start == 1 and not is_led
        of_text = self._leads.linkers.may_be_of_a_sentence(phrase, follows.place, led.place)
        unsure = (
            unsure or of_text or is_described or is_sent_by or address.is_split or named.is_guessed
        )
        # "Instead we walk" may be the text's own words, but where somebody else was named before.
        is_anew = corrected or any(role is Role.CORRECTED for _, _, role in led.marks)
        is_instead = (
            phrase.spoken[led.place - 1 : led.place] in self._language.answers["in_its_place"]
        )
        unsure = unsure or (is_instead and not (is_anew or is_linked))
        # "Olu yes olu the van is clean" may call him; who looked for the name before does not.
        unsure = unsure or (is_again and not (corrected or self._was_looked_for(at, address)))
        unsure = unsure or (
            address.is_everyone and not (is_linked or self._is_all(phrase, address))
        )
        yield Reading((part,), led.marks, (*evidence, beginning), is_doubtful=unsure)
        if self._may_be_texts_own(phrase, follows.place, led.place):
            # The linker may be the text's own first words: "asking for a friend".
            text = phrase.spoken[follows.place :]
            beginning = self._around.beginning(text, False, expected, speech)
            part = replace(part, runs=run(phrase, follows.place, len(phrase)))
            own = [mark for mark in evidence if mark[0] != "a linker"]
            yield Reading((part,), follows.marks, (*own, beginning, ("no linker", _NO_LINKER)))

    def _is_surely_named(self, spoken: NameWords, address: Address) -> bool:
        """Whether people are named as written, by names that are no words: "olu", not "hope"."""
        words = spoken[address.start : address.end]
        strange = all(
            word not in self._language.words or (word,) in self._language.conjunctions
            for word in words
        )
        return strange and not (address.is_public or address.is_everyone) and address.fit >= FITS

    def _was_looked_for(self, at: Place, address: Address) -> bool:
        """Whether an "uh" stands right before a name."""
        fillers = (end for _, end, role in at.marks if role is Role.FILLER)
        return address.start in fillers

    def _is_all(self, phrase: Phrase, address: Address) -> bool:
        """Whether nobody else can be meant: "everyone"; "all", "people" may begin the text."""
        return phrase.spoken[address.start : address.end] in self._signs["surely_everyone"]

    def _each_apart(self, phrase: Phrase, at: Place, named: Address) -> Place:
        """Go past "separately" of "kevin and ana separately the ...": how it is sent to several.

        So it is with "instead" before a text that surely begins: "wei instead the vase was ...".
        """
        several = len(named.resolutions) > 1
        length = longest_at(self._signs["apart"], phrase.spoken, at.place) if several else 0
        length += self._nicely(phrase.spoken, at.place + length) if length else 0
        other = longest_at(self._language.answers["in_its_place"], phrase.spoken, at.place)
        behind = at.place + other
        compares = phrase.spoken[behind + 1 : behind + 2] in self._signs["compared_by"]
        if other and not compares and self._shapes.begins(phrase.spoken[behind:]) >= SURELY:
            # "Rather you than me" is the text's own.
            length = other
        return at.on(length, Role.MANNER)

    def _nicely(self, spoken: NameWords, at: int) -> int:
        """Return how many words "please" has before no order: "(separately) please the door is"."""
        length = longest_at(self._signs["asking_nicely"], spoken, at)
        subjects = self._language.subjects | self._language.determiners
        return length if spoken[at + length : at + length + 1] in subjects else 0

    def _sent_by(self, phrase: Phrase, at: Place) -> tuple[Place, bool]:
        """Go past "from me" of "(a message to) olu from me the tea is ready"; it may be text."""
        length = longest_at(self._signs["on_my_behalf"], phrase.spoken, at.place)
        led = phrase.spoken[at.place : at.place + 1] in self._signs["from"]
        text = phrase.spoken[at.place + length :]
        tells = self._shapes.begins(text) >= SURELY and self._shapes.is_clause(text)
        is_sent_by = bool(length) and led and tells
        return at.on(length if is_sent_by else 0, Role.MANNER), is_sent_by

    def _described(self, phrase: Phrase, at: Place) -> tuple[Place, bool]:
        """Go past "in finance" of "ask kevin in finance whether ..."."""
        length = longest_at(self._signs["described_by"], phrase.spoken, at.place)
        place = self._addresses.exact_at(phrase.spoken, at.place + length) if length else None
        if place is None or not place.is_public:
            return at, False
        if phrase.spoken[place.end : place.end + 1] not in self._signs["clause_leads"]:
            return at, False
        return at.on(place.end - at.place, Role.CARRIER), True

    def _leads_nowhere(self, text: NameWords, speech: Speech) -> bool:
        """Whether nothing follows: "ana that", "olu to", "joy whether", "wei about the eels"."""
        if speech not in (Speech.TELL, Speech.ASK, Speech.REMIND):
            return False
        if text[:1] in self._signs["concerning"] and speech is not Speech.REMIND:
            return not any((word,) in self._signs["clause_words"] for word in text)
        return len(text) == 1 and text in self._signs["leading_nowhere"]

    def _may_be_texts_own(self, phrase: Phrase, start: int, end: int) -> bool:
        """Whether a linker may be the text's beginning: "asking for a friend"."""
        linker = self._leads.linkers.length_at(phrase, start)
        if self._leads.nouns.at(phrase, start):
            return False
        if not linker or start + linker != end or self._leads.linkers.is_sure(phrase, start):
            return False
        return phrase.spoken[start:end] not in self._language.that
