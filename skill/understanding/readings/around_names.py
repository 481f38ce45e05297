"""What the words around a name in front of a text say, for and against it. Pure."""

from dataclasses import dataclass

from postbox.directory.names.spelling import NameWords
from skill.understanding.indirect.hearers import Speech
from skill.understanding.language import Language, longest_at
from skill.understanding.phrase import Phrase
from skill.understanding.readings.addresses.address import Address
from skill.understanding.readings.leads import Leads
from skill.understanding.sentences.shapes import FAIRLY, SURELY, UNUSUALLY, WELL, Shapes

FIRST = 4.0
"""Behind "tell" a recipient is expected at once."""
LED = 4.0
""" "To kevin ..." and "a message to kevin ..." name one, too."""
IDIOM = 1.0
""" "In general ..." is hardly a place."""
UNLED = 1.0
"""Behind "send" alone a name may as well be the text's first word."""
CUT_SHORT = -3.0
_LED_PLACE, _UNLED_PLACE = 1.0, -2.0
_LINKED_LATER, _LATER = -3.0, 4
_THING, _EMPTY, _ALONE = -2.0, -1.0, -2.0
_UNLED_TEXT, _MODAL_NAME = 1.0, -3.0
_SUBJECT = -5.0
_PERHAPS_SUBJECT = -2.0


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


EXPECTED = Expected()
"""A recipient right behind "tell"."""


class AroundNames:
    """Weighs what stands behind and before a name in front of a text."""

    def __init__(self, leads: Leads, shapes: Shapes, language: Language) -> None:
        """Weigh in this language."""
        self._leads = leads
        self._shapes = shapes
        self._language = language

    def is_cut_short(
        self, spoken: NameWords, address: Address, options: tuple[Address, ...]
    ) -> bool:
        """Whether the rest of a name that was said whole is left to the text: "ling table ..."."""
        rest = spoken[address.end : address.end + 1]
        known = rest and rest[0] in self._language.words
        if not rest or (
            known
            and rest not in self._language.signs["team_words"]
            and not self._shapes.subjects.begins_behind(spoken, address.end + 1)
        ):
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

    def against(
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
            found.append(("hardly a name", CUT_SHORT))
        found += [] if is_linked else self._told_of(phrase.spoken, address, unled)
        return found + self._called_a_place(rest, address, unled)

    def _told_of(self, spoken: NameWords, address: Address, unled: bool) -> list[tuple[str, float]]:
        """Return what "ana has the key", "ana and wei have shifted it" say against a recipient.

        Of "tell kevin ana and wei have shifted it" some of those named are told, others told of.
        """
        at = address.end
        if not unled and len(address.resolutions) == 1:
            return []
        if self._shapes.subjects.surely_has_one_before(spoken, at):
            return [("it is said of the name", _SUBJECT)]
        maybe = self._shapes.subjects.may_have_one_before(spoken, at)
        return [("it may be said of the name", _PERHAPS_SUBJECT)] if maybe else []

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

    def beginning(
        self,
        text: NameWords,
        is_linked: bool,
        expected: Expected,
        speech: Speech,
        *,
        is_surely_named: bool = False,
    ) -> tuple[str, float]:
        """Return what the text's beginning says; `is_surely_named` where no word is before it."""
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
        if not is_expected and is_surely_named and self._shapes.subjects.is_of_its_own(text):
            return "a sentence of its own", max(SURELY, begins)
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
