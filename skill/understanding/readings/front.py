"""A recipient, then the text: "kevin park i'm late", "to dev ops that we're live". Pure."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from postbox.directory.names.spelling import NameWords
from skill.understanding.indirect.hearers import Speech
from skill.understanding.language import Language, longest_at, longest_before
from skill.understanding.phrase import Phrase
from skill.understanding.readings.addresses.address import Address
from skill.understanding.readings.addresses.address_reader import AddressReader
from skill.understanding.readings.leads import Leads
from skill.understanding.readings.place import Place, run
from skill.understanding.readings.reading import Part, Reading, Role
from skill.understanding.readings.settling import FITS, Settling
from skill.understanding.sentences.shapes import FAIRLY, SURELY, UNUSUALLY, WELL, Shapes

FIRST = 4.0
"""Behind "tell" a recipient is expected at once."""
LED = 4.0
""" "To kevin ..." and "a message to kevin ..." name one, too."""
IDIOM = 1.0
""" "In general ..." is hardly a place."""
UNLED = 1.0
"""Behind "send" alone a name may as well be the text's first word."""
_LED_PLACE, _UNLED_PLACE = 1.0, -2.0
_LINKED, _LINKED_LATER, _LATER = 1.5, -3.0, 4
_NAME_LINKED = 1.0
_THING, _EMPTY, _ALONE = -2.0, -1.0, -2.0
_UNLED_TEXT, _MODAL_NAME = 1.0, -3.0
_SUBJECT, _CUT_SHORT = -5.0, -3.0
_CORRECTED, _NO_LINKER = 2.5, -1.0
_MOST_OPTIONS = 10
_GIVEN, _LONGEST_GIVEN = 8.0, 5


@dataclass(frozen=True)
class Expected:
    """What is known of a place where a recipient may stand."""

    points: float = FIRST
    channels: bool = False
    """Whether an "in" leads to it, which no person follows."""
    is_expected: bool = True
    """Whether something leads to it."""
    takes_unknown: bool = True
    """Whether words that name nobody are taken for a name."""


class FrontReader:
    """Reads recipients in front of the text, in all ways."""

    def __init__(
        self, addresses: AddressReader, leads: Leads, shapes: Shapes, language: Language
    ) -> None:
        """Read in this language."""
        self._addresses = addresses
        self._leads = leads
        self._shapes = shapes
        self._settling = Settling(addresses, leads, shapes, language)
        self._language = language
        self._signs = language.signs

    def read(
        self, phrase: Phrase, at: Place, speech: Speech, expected: Expected = Expected()
    ) -> Iterator[Reading]:
        """Yield readings with the recipient at a place."""
        at = self._leads.skipped(phrase, at)
        if expected == Expected():
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
                cut = self._is_cut_short(phrase.spoken, address, options)
                yield reading.weighed(("the name goes on", _CUT_SHORT)) if cut else reading
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
        evidence += self._against(phrase, led.place, address, is_linked, expected)
        beginning = self._beginning(text, is_linked, expected, speech)
        if text and self._leads_nowhere(text, speech):
            led = led.on(len(text), Role.CARRIER)
        part = Part(named, run(phrase, led.place, len(phrase)), speech, is_private=led.is_private)
        is_self = longest_at(self._signs["self"], phrase.spoken, address.start) > 0
        led_to = phrase.spoken[address.start - 1 : address.start] in self._language.to
        is_led = led_to and expected.is_expected and bool(address.start)
        unsure = is_self and not is_linked and address.end - address.start == 1 and not is_led
        unsure = unsure or is_described or address.is_split
        # "Olu yes olu the van is clean" may call him; who looked for the name before does not.
        unsure = unsure or (is_again and not (corrected or self._was_looked_for(at, address)))
        unsure = unsure or (
            address.is_everyone and not (is_linked or self._is_all(phrase, address))
        )
        yield Reading((part,), led.marks, (*evidence, beginning), is_doubtful=unsure)
        if self._may_be_texts_own(phrase, follows.place, led.place):
            # The linker may be the text's own first words: "asking for a friend".
            text = phrase.spoken[follows.place :]
            beginning = self._beginning(text, False, expected, speech)
            part = replace(part, runs=run(phrase, follows.place, len(phrase)))
            own = [mark for mark in evidence if mark[0] != "a linker"]
            yield Reading((part,), follows.marks, (*own, beginning, ("no linker", _NO_LINKER)))

    def _was_looked_for(self, at: Place, address: Address) -> bool:
        """Whether an "uh" stands right before a name."""
        fillers = (end for _, end, role in at.marks if role is Role.FILLER)
        return address.start in fillers

    def _is_all(self, phrase: Phrase, address: Address) -> bool:
        """Whether nobody else can be meant: "everyone"; "all", "people" may begin the text."""
        return phrase.spoken[address.start : address.end] in self._signs["surely_everyone"]

    def _is_cut_short(
        self, spoken: NameWords, address: Address, options: tuple[Address, ...]
    ) -> bool:
        """Whether the rest of a name that was said whole is left to the text: "ling table ..."."""
        rest = spoken[address.end : address.end + 1]
        if not rest or (rest[0] in self._language.words and rest not in self._signs["team_words"]):
            return False
        longer = (
            option
            for option in options
            if option.end > address.end and option.start == address.start
        )
        # Who is named in full is among those whom the first name alone may mean.
        meant = frozenset(one.id for named in address.resolutions for one in named.candidates)
        return any(
            option.is_certain and (option.ids <= meant or self._is_whole_before(spoken, option))
            for option in longer
        )

    def _is_whole_before(self, spoken: NameWords, named: Address) -> bool:
        """Whether a text follows a full name whose last one is no word: "jordy ashridge mom is".

        In "jordy ashridge is late" something may be told of Ashridge.
        """
        end, shapes = named.end, self._shapes
        tells = shapes.is_said_of_a_subject(spoken, end) or shapes.tells_of_one(spoken, end)
        tells = tells or spoken[end : end + 1] in self._language.modals | self._language.be
        following = "".join(spoken[end : end + 1])
        irregular = self._language.complements.irregular(following) is not None
        tells = tells or irregular or following.endswith("ed")
        full = not named.is_public and len(named.resolutions) == 1
        return full and not tells and shapes.is_clause(spoken[end:])

    def _each_apart(self, phrase: Phrase, at: Place, named: Address) -> Place:
        """Go past "separately" of "kevin and ana separately the ...": how it is sent to several."""
        several = len(named.resolutions) > 1
        length = longest_at(self._signs["apart"], phrase.spoken, at.place) if several else 0
        return at.on(length, Role.MANNER)

    def _described(self, phrase: Phrase, at: Place) -> tuple[Place, bool]:
        """Go past "in finance" of "ask kevin in finance whether ..."."""
        length = longest_at(self._signs["described_by"], phrase.spoken, at.place)
        place = self._addresses.exact_at(phrase.spoken, at.place + length) if length else None
        if place is None or not place.is_public:
            return at, False
        if phrase.spoken[place.end : place.end + 1] not in self._signs["clause_leads"]:
            return at, False
        return at.on(place.end - at.place, Role.CARRIER), True

    def _against(
        self, phrase: Phrase, at: int, address: Address, is_linked: bool, expected: Expected
    ) -> list[tuple[str, float]]:
        """Return what else the words around a name say, for and against."""
        found: list[tuple[str, float]] = []
        rest = phrase.spoken[at:]
        is_strange = len(rest) == 1 and self._shapes.begins(rest) == UNUSUALLY
        if is_strange and not (address.is_public or is_linked):
            # It is more likely the rest of a name: "tom novak".
            found.append(("a strange word alone", _ALONE))
        if expected.points >= LED and address.is_public and address.start:
            found.append(("led to a place", _LED_PLACE))
        if not is_linked and self._is_linked_later(phrase, at):
            found.append(("a linker follows", _LINKED_LATER))
        if not is_linked and self._goes_on_to_a_channel(phrase, at):
            found.append(("the name of a channel goes on", _LINKED_LATER * 2))
        if not expected.is_expected and self._is_question(phrase.spoken, address):
            found.append(("a question begins so", _MODAL_NAME))
        if not expected.is_expected and self._shapes.is_said_of_a_subject(
            phrase.spoken, address.end
        ):
            found.append(("it is said of the name", _SUBJECT))
        unled = not expected.is_expected
        if unled and address.is_public and self._shapes.tells_of_one(phrase.spoken, address.end):
            found.append(("it is said of the name", _SUBJECT))
        if unled and address.is_public and not (address.explicit or is_linked):
            found.append(("a place, and nothing leads to it", _UNLED_PLACE))
        if unled and self._is_hardly_a_name(phrase.spoken, address):
            found.append(("hardly a name", _CUT_SHORT))
        return found + self._called_a_place(rest, address, unled)

    def _called_a_place(
        self, rest: NameWords, address: Address, unled: bool
    ) -> list[tuple[str, float]]:
        """Return what "the harbor channel when does ..." says: no sentence begins so."""
        begins = unled and address.explicit and address.is_public
        begins = begins and self._shapes.begins(rest) >= WELL
        return [("a place called one", _LED_PLACE)] if begins else []

    def _is_hardly_a_name(self, spoken: NameWords, address: Address) -> bool:
        """Whether a person's name would begin with "the" or a greeting: "the mic", "hi to"."""
        if address.is_public or address.fit >= FIRST or address.explicit:
            return False
        article = longest_at(self._language.determiners, spoken, address.start)
        return article > 0 or self._shapes.greets(spoken[address.start :])

    def _beginning(
        self, text: NameWords, is_linked: bool, expected: Expected, speech: Speech
    ) -> tuple[str, float]:
        """Return what the text's beginning says."""
        is_expected = expected.is_expected
        if not text:
            return "no text", _EMPTY if is_expected else _EMPTY * 2
        begins = self._shapes.begins(text)
        is_led = speech is not Speech.TELL or is_linked or text[:1] in self._language.to
        if is_led and begins > UNUSUALLY:
            return "beginning of the text", max(1.0, begins)
        if is_linked:
            # "Saying and another thing": the linker parts it from the name.
            return "beginning of the text", FAIRLY
        if not is_expected and self._shapes.is_thing(text):
            return "a thing, not a text", _THING
        if not is_expected and begins < SURELY and not self._shapes.greets(text):
            begins -= _UNLED_TEXT
        return "beginning of the text", begins

    def _is_linked_later(self, phrase: Phrase, at: int) -> bool:
        """Whether the names go on up to a linker: "... levandovski saying"."""
        for place in range(at + 1, min(len(phrase), at + _LATER)):
            if self._leads.linkers.is_sure(phrase, place):
                between = phrase.spoken[at:place]
                subjects = self._language.subjects | self._language.not_names
                return not any((word,) in subjects for word in between)
        return False

    def _leads_nowhere(self, text: NameWords, speech: Speech) -> bool:
        """Whether nothing follows: "ana that", "olu to", "joy whether", "wei about the eels"."""
        if speech not in (Speech.TELL, Speech.ASK, Speech.REMIND):
            return False
        if text[:1] in self._signs["concerning"] and speech is not Speech.REMIND:
            return not any((word,) in self._signs["clause_words"] for word in text)
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
        language = self._language
        apart = language.determiners | language.to | language.subjects | language.be
        for place in range(at, min(len(phrase), at + _LATER)):
            if longest_at(apart, phrase.spoken, place):
                return False
            if longest_at(self._language.channel_words, phrase.spoken, place):
                return True
        return False

    def _may_be_texts_own(self, phrase: Phrase, start: int, end: int) -> bool:
        """Whether a linker may be the text's beginning: "asking for a friend"."""
        linker = self._leads.linkers.length_at(phrase, start)
        if self._leads.nouns.at(phrase, start):
            return False
        if not linker or start + linker != end or self._leads.linkers.is_sure(phrase, start):
            return False
        return phrase.spoken[start:end] not in self._language.that
