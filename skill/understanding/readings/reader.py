"""All readings of a dictated phrase, each with its evidence in points. Pure.

A reading accounts for every word: address, text, what leads to them, manner, filler, what was taken
back. Which one is believed is not decided here (verdict.py).
"""

from collections.abc import Iterator
from dataclasses import replace

from postbox.directory.names.spelling import NameWords
from skill.understanding.carrier import Carrier
from skill.understanding.indirect.hearers import Speech
from skill.understanding.language import Language, longest_at
from skill.understanding.names.recipients import RecipientReader
from skill.understanding.names.resolution import Certainty
from skill.understanding.phrase import Phrase
from skill.understanding.readings.addresses.address_reader import AddressReader
from skill.understanding.readings.addresses.single_names import ONE_WORD
from skill.understanding.readings.around_names import IDIOM, LED, UNLED, Expected
from skill.understanding.readings.endings import EndReader
from skill.understanding.readings.front import FrontReader
from skill.understanding.readings.further import Further, telling_verbs
from skill.understanding.readings.leads import Leads
from skill.understanding.readings.place import Place, run
from skill.understanding.readings.put_right.named_anew import FITS
from skill.understanding.readings.reading import Part, Reading, Role
from skill.understanding.sentences.shapes import SURELY, Shapes

_DEFAULT, _ONLY_A_MESSAGE = 5.0, 7.0
_A_MESSAGE = 2.0
_SURELY_OUT, _OUT = 2.0, 0.2
_GOT_OVER = -4.0
_HANDED = -6.0
_EMBEDDED, _OUTER, _ITSELF = -1.0, -3.0, 7.0
_SPEECHES = {
    Carrier.ASK: Speech.ASK,
    Carrier.REMIND: Speech.REMIND,
    Carrier.HAVE: Speech.ORDER,
    Carrier.HEADS_UP: Speech.GIVE,
    Carrier.THANK: Speech.THANK,
    Carrier.WISH: Speech.WISH,
    Carrier.CONGRATULATE: Speech.CONGRATULATE,
    Carrier.APOLOGIZE: Speech.APOLOGIZE,
    Carrier.INVITE: Speech.INVITE,
}


class PhraseReader:
    """Reads the phrases of one link in all ways."""

    def __init__(
        self, recipients: RecipientReader, addresses: AddressReader, language: Language
    ) -> None:
        """Read in this language."""
        self.shapes = Shapes(language)
        self._leads = Leads(language, self.shapes)
        self._front = FrontReader(addresses, self._leads, self.shapes, language)
        self._ends = EndReader(recipients, addresses, self.shapes, language)
        self._addresses = addresses
        self._further = Further(addresses, self._front, self.shapes, language)
        self._language = language
        self._signs = language.signs

    def readings(self, phrase: Phrase, carrier: Carrier) -> list[Reading]:
        """Return every reading, the best first."""
        found = list(
            self._named_first(phrase, carrier) if carrier.names_first else self._texted(phrase)
        )
        more = [better for reading in found for better in self._further.of(phrase, reading)]
        distinct = {(reading.parts, reading.marks): reading for reading in more}
        return sorted(distinct.values(), key=lambda reading: -reading.score)

    def _named_first(self, phrase: Phrase, carrier: Carrier) -> Iterator[Reading]:
        """Yield the readings of what follows "tell", "ask", "thank"."""
        speech = _SPEECHES.get(carrier, Speech.TELL)
        if carrier is Carrier.HAVE and self._is_got_over(phrase):
            yield from self._got_over(phrase, speech)
            return
        yield from self._front.read(phrase, Place(0), speech)
        yield from self._ends.read(phrase, Place(0), speech, is_first=True)
        if carrier is Carrier.ASK:
            yield from self._asked_of_itself(phrase)
            yield self._default(phrase, Place(0), speech)

    def _got_over(self, phrase: Phrase, speech: Speech) -> Iterator[Reading]:
        """Yield the readings of "(get) the lift is out over to ana", "(get) ana to come over"."""
        for reading in self._front.read(phrase, Place(0), speech):
            address = reading.parts[0].address
            ordered = address and phrase.spoken[address.end : address.end + 1] in self._language.to
            yield reading if ordered else reading.weighed(("it is got over", _GOT_OVER))
        yield from self._ends.read(phrase, Place(0), Speech.TELL)

    def _is_got_over(self, phrase: Phrase) -> bool:
        """Whether "(get) the lift is out over to ana" hands words over, and has nothing done."""
        handed = self._signs["handed_to"]
        return any(longest_at(handed, phrase.spoken, place) for place in range(1, len(phrase)))

    def _asked_of_itself(self, phrase: Phrase) -> Iterator[Reading]:
        """Yield "if olu can lend us a saw", which is asked of Olu himself; or of others of him."""
        spoken, whether = phrase.spoken, longest_at(self._signs["whether"], phrase.spoken, 0)
        verbs = self._language.modals | self._language.be | self._signs["owning"]
        verbs |= self._signs["surely_of_one"]
        for address in self._addresses.options(spoken, whether, alike=False) if whether else ():
            is_person = address.is_known and not (address.is_public or address.is_everyone)
            if is_person and spoken[address.end : address.end + 1] in verbs:
                part = Part(address, run(phrase, 0, len(phrase)), Speech.ASK)
                points = (("asked of its subject", _ITSELF), ("name", address.fit))
                yield Reading((part,), (), points, is_doubtful=True)

    def _texted(self, phrase: Phrase) -> Iterator[Reading]:
        """Yield the readings of what follows "send", or nothing at all."""
        at = self._leads.skipped(phrase, Place(0))
        if phrase.begins_with_words:
            yield from self._embedded(phrase, at)
            yield from self._led(phrase, at)
            yield from self._front.read(phrase, at, Speech.TELL, Expected(UNLED, is_expected=False))
        for noun in self._leads.nouns.put_at(phrase, at.place):
            if self._is_asked_to_note(phrase.spoken, at.place, noun):
                continue
            yield from self._behind_noun(phrase, at.on(noun, Role.CARRIER))
        yield from self._ends.named_between(phrase, at)
        yield from self._ends.read(phrase, Place(0), Speech.TELL)
        if at.is_private:
            yield from self._ends.read(phrase, at, Speech.TELL)
        yield from self._sent_out(phrase, at)
        yield self._default(phrase, self._linked(phrase, Place(0)), Speech.TELL)

    def _is_asked_to_note(self, spoken: NameWords, at: int, length: int) -> bool:
        """Whether it is "please note that ...", which is said to whoever reads it."""
        is_verb = length == 1 and self._language.complements.is_base(spoken[at])
        politely = at > 0 and spoken[at - 1 : at] in self._signs["asking_nicely"]
        return is_verb and politely and spoken[at + 1 : at + 2] in self._language.that

    def _linked(self, phrase: Phrase, at: Place) -> Place:
        """Go past the "that" of "announce that we won"; "that works" begins with it."""
        is_linked = phrase.spoken[at.place : at.place + 1] in self._language.that
        rest = phrase.spoken[at.place + 1 :]
        # "That can wait" is no "that" and "can wait"; "that can we go" may be.
        does = rest[:1] in self._language.modals and rest[1:2] not in self._language.subjects
        is_linked = is_linked and not does and self.shapes.begins(rest) >= SURELY
        return at.on(1, Role.CARRIER) if is_linked else at

    def _sent_out(self, phrase: Phrase, at: Place) -> Iterator[Reading]:
        """Yield readings of "(send) out we open at nine": the "out" may go with the verb.

        "Out the back with the bins" and "out for lunch" are texts.
        """
        language = self._language
        out = longest_at(self._signs["sent_out"], phrase.spoken, at.place)
        rest = phrase.spoken[at.place + out :]
        own = language.prepositions | language.to | language.into | language.conjunctions
        short = phrase.after(at.place + out).replace("\u2019", "'").split()[:-1]
        tells = self.shapes.is_clause(rest) or any(word.endswith("'s") for word in short)
        tells = tells and rest[:1] not in own
        tells = tells and not any(word.endswith("ing") for word in rest[:1])
        if self._leads.nouns.put_at(phrase, at.place) and not self._leads.nouns.at(
            phrase, at.place
        ):
            # "(Put) up a note saying ..." says what is sent.
            return
        if not out or not (tells or rest[:1] in self._signs["called_out"]):
            return
        behind = at.on(out, Role.CARRIER)
        is_sure = tells and rest[:1] in (language.subjects | language.that) - language.determiners
        points = ("goes with the verb", _SURELY_OUT if is_sure else _OUT)
        yield from (
            reading.weighed(points) for reading in self._ends.read(phrase, behind, Speech.TELL)
        )
        yield self._default(phrase, self._linked(phrase, behind), Speech.TELL).weighed(points)

    def _led(self, phrase: Phrase, at: Place) -> Iterator[Reading]:
        """Yield readings of "to kevin ...", "in random ...", "for ana ...", "with wei ..."."""
        language, spoken = self._language, phrase.spoken
        to = longest_at(language.to, spoken, at.place)
        into = longest_at(language.into, spoken, at.place)
        other = longest_at(self._signs["for"] | language.sharing, spoken, at.place)
        length = max(to, into, other)
        if not length or longest_at(self._signs["openers_with_to"], spoken, at.place):
            # "To whom it may concern" names nobody.
            return
        points = IDIOM if self._is_idiom(spoken, at.place) else LED
        expected = Expected(points, channels=into > to, takes_unknown=not other)
        yield from self._front.read(phrase, at.on(length, Role.CARRIER), Speech.TELL, expected)

    def _is_idiom(self, spoken: NameWords, place: int) -> bool:
        """Whether it is "in general it works", "in practice ..."; not "in general the bus is late".

        What one says in general is mostly told of a pronoun.
        """
        language = self._language
        length = longest_at(language.idioms, spoken, place)
        rest = spoken[place + length :]
        hardly = longest_at(self._signs["hardly_idioms"], spoken, place) == length
        told = rest[:1] not in language.pronouns - language.determiners
        told = told and (self.shapes.is_clause(rest) or self.shapes.begins(rest) >= SURELY)
        return bool(length) and not (hardly and told)

    def _behind_noun(self, phrase: Phrase, at: Place) -> Iterator[Reading]:
        """Yield readings of "a message to kevin saying ...", "a message saying ..."."""
        skipped = self._leads.skipped(phrase, at)
        preposition = longest_at(self._language.addressing, phrase.spoken, skipped.place)
        if preposition:
            into = longest_at(self._language.into, phrase.spoken, skipped.place)
            led = skipped.on(preposition, Role.CARRIER)
            expected = Expected(LED + 1, channels=into >= preposition)
            yield from self._front.read(phrase, led, Speech.TELL, expected)
        linker = self._leads.linkers.length_at(phrase, at.place)
        if at.place == len(phrase):
            yield Reading((Part(None, ()),), at.marks, (("only a message", _ONLY_A_MESSAGE),))
        elif linker or self._leads.nouns.is_followed(phrase.spoken, at.place):
            linked = at.on(linker, Role.CARRIER)
            yield self._default(phrase, linked, Speech.TELL).weighed(("a message", _A_MESSAGE))
            for reading in self._ends.read(phrase, linked, Speech.TELL):
                yield reading.weighed(("a message", _A_MESSAGE))

    def _embedded(self, phrase: Phrase, at: Place) -> Iterator[Reading]:
        """Yield readings of "tell kevin ..." behind "send": the verb is not the text's."""
        for speech, verbs in telling_verbs(self._language).items():
            length = longest_at(verbs, phrase.spoken, at.place)
            if not length:
                continue
            everyone = longest_at(self._signs["everyone"], phrase.spoken, at.place + length)
            outer = bool(everyone) and self._is_for_one_behind(phrase)
            for reading in self._front.read(phrase, at.on(length, Role.CARRIER), speech):
                if all(part.address and part.address.is_known for part in reading.parts):
                    told = reading.weighed(("a verb of telling", _EMBEDDED))
                    told = told.weighed(("a name behind it all", _OUTER)) if outer else told
                    yield replace(told, is_doubtful=True)

    def _is_for_one_behind(self, phrase: Phrase) -> bool:
        """Whether "please tell everyone that ..." ends in the name of whoever is to pass it on."""
        return any(
            not reading.is_doubtful
            and reading.certainty is Certainty.CERTAIN
            and reading.parts[0].address is not None
            and reading.parts[0].address.fit > ONE_WORD
            for reading in self._ends.read(phrase, Place(0), Speech.TELL)
        )

    def _default(self, phrase: Phrase, at: Place, speech: Speech) -> Reading:
        """Return the reading in which nobody is named."""
        runs = run(phrase, at.place, len(phrase))
        evidence = [("nobody named", _DEFAULT if runs else 0.0)]
        if self._is_handed_to_one(phrase.spoken, at.place):
            evidence.append(("a thing for whoever is named", _HANDED))
        return Reading((Part(None, runs, speech),), at.marks, tuple(evidence))

    def _is_handed_to_one(self, spoken: NameWords, at: int) -> bool:
        """Whether it is "(send) ana the invoice": no text that one would offer to everybody.

        "(Send) chase the invoice" may order it, whoever is called so.
        """
        named = self._addresses.exact_at(spoken, at) if at < len(spoken) else None
        if named is None or named.fit < FITS:
            return False
        verb = named.end == at + 1 and self._language.complements.is_base(spoken[at])
        return not verb and self.shapes.is_thing(spoken[named.end :])
