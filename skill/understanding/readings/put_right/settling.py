"""Whom a message is for after corrections: "kevin no wait ana", "kevin but not ana". Pure."""

from dataclasses import replace

from postbox.directory.names.spelling import NameWords
from skill.understanding.indirect.hearers import Speech
from skill.understanding.language import Language, longest_at, longest_before
from skill.understanding.phrase import Phrase
from skill.understanding.readings.addresses.address import Address
from skill.understanding.readings.addresses.address_reader import AddressReader
from skill.understanding.readings.leads import Leads
from skill.understanding.readings.place import Place
from skill.understanding.readings.put_right.named_anew import FITS, NamedAnew
from skill.understanding.readings.reading import Role
from skill.understanding.sentences.shapes import FAIRLY, SURELY, Shapes
from skill.understanding.wording.corrections.found import corrections

_MOST_CORRECTIONS = 4
_WHOLE = 6


class Settling:
    """Carries out corrections of a recipient, where they are clear."""

    def __init__(
        self, addresses: AddressReader, leads: Leads, shapes: Shapes, language: Language
    ) -> None:
        """Read names by this reader."""
        self._shapes = shapes
        self._addresses = addresses
        self._named_anew = NamedAnew(addresses, shapes, language)
        self._leads = leads
        self._language = language
        self._signs = language.signs
        self._prepositions = language.to | self._signs["in"]
        self._verbs = self._signs["telling_verbs"] | self._signs["asking_verbs"]

    def settled(self, phrase: Phrase, at: Place, address: Address) -> tuple[Address, Place, bool]:
        """Return the recipient that stands, where reading goes on, and whether it was corrected."""
        corrected = False
        for _ in range(_MOST_CORRECTIONS):
            again = self._replaced(phrase, at, address) or self._narrowed(phrase, at, address)
            again = again or self._named_anew.read(phrase, at, address)
            if again is None:
                break
            address, at = again
            corrected = True
        if corrected and phrase.spoken[at.place : at.place + 1] in self._signs["instead"]:
            at = at.on(1, Role.CORRECTED)
        return address, at, corrected

    def speech(self, phrase: Phrase, corrected: Address, speech: Speech) -> Speech:
        """Return how the text is said behind "no ask olu": as the verb said last has it."""
        before = phrase.spoken[: corrected.start]
        asks = longest_before(self._signs["asking_verbs"], before, len(before))
        tells = longest_before(self._signs["telling_verbs"], before, len(before))
        if not asks and not tells:
            return speech
        return Speech.ASK if asks else Speech.TELL

    def named_again(self, phrase: Phrase, at: Place, address: Address) -> Place:
        """Go past "yes hope" of "hope yes hope the lamps are in": the name, said once more."""
        place, spoken = self._leads.hesitated(phrase, at).place, phrase.spoken
        assent = longest_at(self._signs["assenting"], spoken, place)
        place += assent
        place += longest_at(self._signs["fillers"], spoken, place) if assent else 0
        again = self._addresses.exact_at(spoken, place) if assent else None
        same = again is not None and again.ids == address.ids and again.end < len(spoken)
        return at.on(again.end - at.place, Role.FILLER) if again and same else at

    def _replaced(
        self, phrase: Phrase, at: Place, address: Address
    ) -> tuple[Address, Place] | None:
        """Read "no wait ana", "i mean kevin sato", "actually not marketing sales"."""
        start = self._leads.hesitated(phrase, at)
        if not longest_at(self._signs["corrections"], phrase.spoken, start.place):
            return None
        found = next(corrections(phrase.spoken, self._language, start.place))
        # The "not" of "no not ana" belongs to whom it rules out.
        ends_so = phrase.spoken[found.end - 1 : found.end] in self._signs["negations"]
        place, negated = found.end - ends_so, False
        negation = longest_at(self._signs["negations"], phrase.spoken, place)
        if negation:
            denied = self._addresses.exact_at(phrase.spoken, place + negation)
            if denied is None or not denied.ids & address.ids:
                return None
            place, negated = denied.end, True
            place += longest_at(self._signs["corrections"], phrase.spoken, place)
        said_again = place
        for words in (self._verbs, self._prepositions):
            place += longest_at(words, phrase.spoken, place)
        again = place > said_again
        if again and longest_at(self._signs["self"], phrase.spoken, place):
            # "No ask me tomorrow" is said to whoever was named.
            return None
        named = self._listed_exactly(phrase.spoken, place)
        if named is None:
            return None
        named = self._in_full(phrase.spoken, named)
        minds = longest_at(self._signs["opening_words"], phrase.spoken, found.start) > 0
        if not (negated or again) and self._may_be_told_of(phrase.spoken, named.end, minds):
            return None
        renamed = self._is_renamed(phrase.spoken, address, named)
        linked = self._leads.linkers.length_at(phrase, named.end)
        sure = found.is_sure or negated or again or renamed
        if not (sure or linked or named.fit >= _WHOLE):
            return None
        if named.ids == address.ids and address.is_certain and not found.is_sure:
            return None
        marks = (*start.marks, (address.start, named.start, Role.CORRECTED))
        # "I mean wei not you" has no sure text behind it.
        unsure = minds or phrase.spoken[named.end : named.end + 1] in self._signs["negations"]
        named = replace(named, is_guessed=unsure and not (negated or again))
        return named, Place(named.end, marks, at.is_private)

    def _may_be_told_of(self, spoken: NameWords, at: int, minds: bool) -> bool:
        """Whether a verb follows a name as its subject: "(sorry) wei can't come", "wei has it".

        "Can you come" and "please come" are said to whoever is named. Who is not to be minded
        (`minds`) may be told of as "he", too.
        """
        if minds and spoken[at : at + 1] in self._signs["third_persons"]:
            return True
        language = self._language
        helps = (language.modals - language.subjects) | (language.be - self._signs["contracted"])
        asked = spoken[at + 1 : at + 2] in self._signs["own_subjects"] | self._signs["objects_only"]
        told = self._shapes.is_said_of_a_subject(spoken, at)
        told = told or self._shapes.tells_of_one(spoken, at)
        word, forms = "".join(spoken[at : at + 1]), language.complements
        past = (word.endswith("ed") and bool(forms.kinds(word))) or forms.irregular(
            word
        ) is not None
        told = told or (past and not forms.is_base(word))
        return told or (spoken[at : at + 1] in helps and not asked)

    def _is_renamed(self, spoken: NameWords, address: Address, named: Address) -> bool:
        """Whether somebody else is named where a text surely begins behind: "tom sorry tomas i"."""
        words = spoken[named.start : named.end]
        is_word = any(word in self._language.words for word in words)
        if is_word or named.ids & _all_meant(address):
            return False
        return self._shapes.begins(spoken[named.end :]) >= SURELY

    def _in_full(self, spoken: NameWords, named: Address) -> Address:
        """Return "kevin park" of "no park kevin park": the same one, named once more in full."""
        again = self._addresses.exact_at(spoken, named.end)
        if again is None or not again.is_certain or not again.ids <= _all_meant(named):
            return named
        return again if again.fit > named.fit else named

    def _listed_exactly(self, spoken: NameWords, at: int) -> Address | None:
        """Return who is named as written from a word on, several where an "and" joins them."""
        options = [
            address
            for address in self._addresses.options(spoken, at, alike=False)
            if address.is_known
        ]
        return options[0] if options and options[0].fit >= FITS else None

    def _narrowed(
        self, phrase: Phrase, at: Place, address: Address
    ) -> tuple[Address, Place] | None:
        """Read "but not to ana": that recipient gets nothing."""
        negation = longest_at(self._signs["negations"], phrase.spoken, at.place)
        if not negation:
            return None
        place = at.place + negation
        place += longest_at(self._prepositions, phrase.spoken, place)
        denied = self._addresses.exact_at(phrase.spoken, place)
        forbids = phrase.spoken[at.place : at.place + 1] in self._signs["negations"]
        if denied is None or self._is_an_order(phrase, place, denied.end, forbids=forbids):
            return None
        kept = tuple(
            resolution
            for resolution in address.resolutions
            if not (resolution.candidates and resolution.candidates[0].id in denied.ids)
        )
        if not kept:
            return None
        # "Joy not wei but olu is coming" rules nobody out who was named.
        rest = phrase.spoken[denied.end :]
        joins = rest[:1] in self._language.conjunctions | self._signs["against"]
        begins = self._shapes.begins(rest) >= FAIRLY and not joins
        follows = begins or self._leads.linkers.length_at(phrase, denied.end)
        elsewhere = denied.is_public and not address.is_public
        guessed = elsewhere or (len(kept) == len(address.resolutions) and not follows)
        remaining = replace(address, resolutions=kept, is_guessed=guessed)
        marks = (*at.marks, (at.place, denied.end, Role.CORRECTED))
        return remaining, Place(denied.end, marks, at.is_private)

    def _is_an_order(self, phrase: Phrase, at: int, end: int, *, forbids: bool) -> bool:
        """Whether a name is a verb there: "not to park his truck", "not to chase after it".

        `forbids` tells that no "but" stands before the "not".
        """
        language, spoken = self._language, phrase.spoken
        verb = end == at + 1 and language.complements.is_base(spoken[at])
        objects = language.definite | language.indefinite | language.objects | language.into
        led = spoken[at - 1 : at] in language.to
        known = longest_at(objects, spoken, end) > 0
        goes_on = forbids and end < len(spoken) and not self._leads.linkers.length_at(phrase, end)
        goes_on = goes_on and self._shapes.begins(spoken[end:]) < SURELY
        return verb and led and (known or goes_on)


def _all_meant(address: Address) -> frozenset[str]:
    """Return the ids of all whom a name may mean."""
    return frozenset(one.id for named in address.resolutions for one in named.candidates)
