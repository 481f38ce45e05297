"""Signs that words may not be what they seem: looked for in a text, whoever read it. Pure.

Each rule knows the language and who has which name, and nothing of how a phrase is read. A sign in
a text that is to be posted stands against posting it without a question.
"""

from collections.abc import Iterator

from postbox.directory.names.spelling import NameWords
from skill.understanding.doubts.anew.addressed_anew import AddressedAnew
from skill.understanding.doubts.anew.begun_again import BegunAgain
from skill.understanding.doubts.anew.groping import Groping
from skill.understanding.doubts.anew.revising import Revising
from skill.understanding.doubts.names_in_front import NamesInFront
from skill.understanding.doubts.names_in_text import NamesInText
from skill.understanding.doubts.orders import Orders
from skill.understanding.doubts.seconds import Seconds
from skill.understanding.doubts.sign import Sign, SignKind
from skill.understanding.doubts.times_in_text import TimesInText
from skill.understanding.language import Language, longest_at, longest_before
from skill.understanding.names.facts import NameFacts
from skill.understanding.sentences.shapes import Shapes

_LONGEST_NAME = 4
_EDGE = 2


class Signs:
    """Looks for signs in the texts of one language."""

    def __init__(self, language: Language, names: NameFacts, shapes: Shapes) -> None:
        """Use this language's lists and these names."""
        self._language = language
        self._lists = language.signs
        self._names = names
        self._shapes = shapes
        self._revising = Revising(language)
        self._begun_again = BegunAgain(language, shapes)
        self._names_in_front = NamesInFront(language, names, shapes)
        self._names_in_text = NamesInText(language, names, shapes)
        self._times = TimesInText(language, names, shapes)
        self._orders = Orders(language, names, shapes)
        self._addressed_anew = AddressedAnew(language, names, shapes)
        self._groping = Groping(language)
        self._seconds = Seconds(language, names, shapes)

    def in_any_text(
        self, spoken: NameWords, *, follows_a_first_name: bool, is_quoted: bool = False
    ) -> Iterator[Sign]:
        """Yield what stands against any text, for whomever it is.

        `follows_a_first_name` tells whether nothing but a single first name stands before it,
        `is_quoted` whether "saying" does.
        """
        yield from self._revising.in_any_text(spoken)
        yield from self._begun_again.in_any_text(spoken)
        yield from self._orders.told_anew(spoken)
        yield from self._addressed_anew.in_any_text(spoken)
        yield from self._groping.in_any_text(spoken)
        yield from self._seconds.in_any_text(spoken)
        if not is_quoted:
            yield from self._times.first_time(spoken)
        yield from self._mentions(spoken)
        if follows_a_first_name:
            yield from self._names_in_front.goes_on(spoken)

    def before_a_name(self, spoken: NameWords) -> Iterator[Sign]:
        """Yield "no" of "... the van is here no to random": something before it was taken back."""
        for place in range(1, len(spoken) - 1):
            if (
                spoken[place - 1 : place] in self._language.to
                and spoken[place : place + 1] in self._lists["self"]
            ):
                # "Send one copy to me and one to mark" is for others to do.
                yield Sign(SignKind.SECOND, " ".join(spoken[place - 1 : place + 1]))
        language = self._language
        yield from self._seconds.before_a_name(spoken)
        yield from self._names_in_front.first_of_two(spoken)
        length = longest_before(self._lists["corrections"], spoken, len(spoken))
        # "Sit down and wait", "you may rather": what governs a word makes it the text's own.
        governs = language.conjunctions | language.to | language.modals
        regrets = spoken[-length:] in self._lists["slips"]
        if regrets or not 0 < length < len(spoken):
            # "I broke the build sorry": somebody is sorry.
            return
        if spoken[-length - 1 : -length] not in governs:
            yield Sign(SignKind.CORRECTION, " ".join(spoken[-length:]))

    def of_things(self, spoken: NameWords) -> Iterator[Sign]:
        """Yield what has no message in it: "it again", "the numbers"."""
        if self._shapes.is_lone(spoken):
            yield Sign(SignKind.LONE, " ".join(spoken))
        elif self._shapes.is_thing(spoken):
            yield Sign(SignKind.THING, " ".join(spoken))

    def _mentions(self, spoken: NameWords) -> Iterator[Sign]:
        """Yield "... and mention zebulon": whoever is certain has been taken off before."""
        for place in range(1, len(spoken)):
            length = longest_at(self._language.mention, spoken, place)
            if length and 0 < len(spoken) - place - length < _LONGEST_NAME:
                yield Sign(SignKind.MENTION, " ".join(spoken[place:]))
                return

    def in_undirected_text(self, spoken: NameWords, asks: bool) -> Iterator[Sign]:
        """Yield what stands against a text for which nobody is named.

        `asks` tells whether the text before its last preposition asks for more.
        """
        yield from self._names_in_front.first_name(spoken)
        yield from self._names_in_text.last_name(spoken)
        yield from self._names_in_text.behind_preposition(spoken, asks)
        yield from self._orders.manner(spoken)
        yield from self._names_in_front.led(spoken)
        if not asks:
            yield from self._times.last_time(spoken)
        yield from self._names_in_text.channel_between(spoken)
        yield from self._orders.to_oneself(spoken, asks)
        yield from self._orders.telling(spoken)
        yield from self._orders.indirect(spoken)
        length = longest_at(self._lists["settings"], spoken, 0)
        length = length or longest_before(self._lists["settings"], spoken, len(spoken))
        if length:
            yield Sign(SignKind.SETTING, " ".join(spoken[:length]))

    def in_bare_text(self, spoken: NameWords) -> Iterator[Sign]:
        """Yield what stands against a text without a verb for sending: it speaks of Slack."""
        for place in range(len(spoken)):
            length = longest_at(self._lists["of_slack"], spoken, place)
            if length:
                yield Sign(SignKind.SETTING, " ".join(spoken[place : place + length]))
                return

    def wished_later(self, spoken: NameWords) -> Iterator[Sign]:
        """Yield "a happy birthday on saturday": it may be for then."""
        return self._times.wished_later(spoken)

    def behind_a_name(self, spoken: NameWords, *, is_linked: bool = False) -> Iterator[Sign]:
        """Yield what stands against a text right behind a name: a list may go on.

        `is_linked` tells that "saying" parts them.
        """
        goes_on = self._language.conjunctions | self._lists["goes_on_with"]
        if not is_linked and spoken[:1] in goes_on:
            yield Sign(SignKind.GOES_ON, " ".join(spoken[:2]))
        lacking = spoken[1:2] not in self._lists["clause_words"]
        if spoken[:1] in self._lists["lone_pronouns"] and lacking and not self._is_told(spoken):
            yield Sign(SignKind.LONE, " ".join(spoken[:2]))
        hears = longest_at(self._lists["has_to_hear"], spoken, 0)
        if hears and not is_linked:
            # "(The design lot) should be told ...": it is said of them, not to them.
            yield Sign(SignKind.TELLING, " ".join(spoken[:hears]))
        if longest_at(self._lists["together"], spoken, 0):
            yield Sign(SignKind.SECOND, spoken[0])
        if not is_linked:
            yield from self._told_again(spoken)
            yield from self._addressed_anew.behind_a_name(spoken)
        amends = longest_at(self._lists["amends"], spoken, 0)
        if amends and not is_linked and self._names.named(spoken, amends):
            yield Sign(SignKind.CORRECTION, " ".join(spoken[: amends + 1]))
        described = longest_at(self._lists["described_by"], spoken, 0)
        end = self._names.named(spoken, described) if described else 0
        if end and spoken[end : end + 1] in self._lists["clause_leads"]:
            yield Sign(SignKind.LED, " ".join(spoken[:end]))

    def _told_again(self, spoken: NameWords) -> Iterator[Sign]:
        """Yield "well let him" of "kevin well let him know ...", "tell bob": begun once more."""
        lists, at = self._lists, 0
        leads = lists["discourse"] | lists["fillers"] | lists["plain_manner"] | lists["begun_on"]
        while length := longest_at(leads, spoken, at):
            at += length
        verb = longest_at(lists["telling_verbs"] | lists["saying_to"], spoken, at)
        whom = spoken[at + verb : at + verb + 1]
        lets = spoken[at : at + verb] in lists["letting"]
        if lets and spoken[at + verb + 1 : at + verb + 2] not in lists["knowing"]:
            # "Let him sleep" is a message.
            return
        all_of_them = longest_at(lists["surely_everyone"], spoken, at + verb)
        if all_of_them and self._shapes.begins_politely(spoken):
            # "Please tell everyone that ..." is asked of whoever reads it.
            return
        says = longest_at(lists["saying_so"], spoken, at)
        if says:
            yield Sign(SignKind.TELLING, " ".join(spoken[: at + says]))
        elif verb and (whom in lists["pronouns"] or self._names.named(spoken, at + verb)):
            yield Sign(SignKind.TELLING, " ".join(spoken[: at + verb + 1]))

    def _is_told(self, spoken: NameWords) -> bool:
        """Whether "it" is the subject of what follows: "it works", "it just broke"."""
        return any(word.endswith(("s", "ed", "nt")) for word in spoken[1:3])
