"""Somebody who is named in a text without being told of there. Pure."""

from collections.abc import Iterator
from itertools import islice

from postbox.directory.names.spelling import NameWords
from skill.understanding.doubts.sign import Sign, SignKind
from skill.understanding.language import Language, longest_at, longest_before
from skill.understanding.names.facts import NameFacts
from skill.understanding.sentences.asking import Asking
from skill.understanding.sentences.shapes import Shapes
from skill.understanding.sentences.verb_objects import Asks

_SOON = 9
_MOST_LED = 8
"""So many names are looked at, for before each of them all that was said is."""
_FAIRLY = 0.0


class Somebody:
    """Looks for those in texts who may be meant to get them, or not to."""

    def __init__(self, language: Language, names: NameFacts, shapes: Shapes) -> None:
        """Use this language's lists and these names."""
        self._language = language
        self._lists = language.signs
        self._names = names
        self._shapes = shapes
        self._asking = Asking(language)

    def joined(self, spoken: NameWords) -> Iterator[Sign]:
        """Yield "yes and josé maybe", "hi or ana the same": a name that is joined to words."""
        for place in range(1, len(spoken) - 2):
            joins = longest_at(self._lists["joins"], spoken, place)
            end = self._name(spoken, place + joins) if joins else 0
            if not end or end >= len(spoken) or self._is_listed(spoken, place):
                continue
            if not self._continues(spoken, end):
                yield Sign(SignKind.SECOND, " ".join(spoken[place:end]))
                return

    def _is_listed(self, spoken: NameWords, place: int) -> bool:
        """Whether what stands before an "and" is somebody, too: "kevin and ana"."""
        before = spoken[place - 1 : place]
        return before in self._language.pronouns or self._names.named(spoken, place - 1) == place

    def _continues(self, spoken: NameWords, end: int) -> bool:
        """Whether a sentence goes on with a name as its subject or object."""
        following = spoken[end : end + 1]
        language = self._language
        known = language.be | language.modals | language.prepositions | language.to
        return following in known | self._lists["subject_verbs"] | language.conjunctions

    def copied(self, spoken: NameWords) -> Iterator[Sign]:
        """Yield "... cc priya"."""
        for place in range(len(spoken)):
            length = longest_at(self._lists["copies"], spoken, place)
            if length and self._names.named(spoken, place + length):
                yield Sign(SignKind.SECOND, " ".join(spoken[place:]))
                return

    def excepted(self, spoken: NameWords) -> Iterator[Sign]:
        """Yield "except ana ...", "not will": who gets nothing."""
        length = longest_at(self._lists["exceptions"] | self._lists["negations"], spoken, 0)
        led = length and spoken[length - 1 : length] in self._language.to
        if led and self._language.complements.is_base(spoken[min(length, len(spoken) - 1)]):
            # "Not to park in the yard" forbids it.
            return
        if length and self._names.named(spoken, length):
            yield Sign(SignKind.NEGATED, " ".join(spoken[: length + 1]))

    def object_for_somebody(self, spoken: NameWords) -> Iterator[Sign]:
        """Yield "a quick word to olu ...": a thing for somebody, in front."""
        leads = self._language.to | self._lists["for"] | self._language.sharing
        for place in range(1, min(len(spoken) - 1, _SOON)):
            length = longest_at(leads, spoken, place)
            end = self._names.named(spoken, place + length) if length else 0
            told_of = spoken[end : end + 1] in self._language.be | self._language.modals
            told_of = told_of or spoken[place + length : end] in self._lists["systems"]
            if end and not told_of and not self._shapes.is_clause(spoken[:place]):
                yield Sign(SignKind.TO_NAME, " ".join(spoken[place:end]))
                return

    def addressed_within(self, spoken: NameWords) -> Iterator[Sign]:
        """Yield "to general" of "lunch is here to general random is better".

        What follows a recipient is no text's own; "the key to general is lost" has one of its own.
        """
        for place, to, end in islice(self._led(spoken), _MOST_LED):
            if self._asking.asks(spoken[:place]) > Asks.NO:
                continue
            told_of = spoken[end : end + 1] in self._language.be | self._language.times
            told_of = told_of or self._is_verb_there(spoken[place + to : end])
            if self._shapes.is_clause(spoken[:place]) and not told_of:
                yield Sign(SignKind.TO_NAME, " ".join(spoken[place:end]))
                return

    def _led(self, spoken: NameWords) -> Iterator[tuple[int, int, int]]:
        """Yield where "to" stands before a name that something follows, its length, and its end."""
        for place in range(2, len(spoken) - 1):
            to = longest_at(self._language.to, spoken, place)
            end = self._names.named(spoken, place + to) if to else 0
            if 0 < end < len(spoken):
                yield place, to, end

    def _is_verb_there(self, name: NameWords) -> bool:
        """Whether it is "to go" of "i want to go over it again", where a channel is called so."""
        known = self._language
        verb = len(name) == 1 and known.complements.is_base(name[0])
        return verb and name[0] not in known.given_names

    def told_in_a_place(self, spoken: NameWords) -> Iterator[Sign]:
        """Yield "in random saying" of "up a notice in random saying ...": where it is to stand."""
        leads = self._language.to | self._language.into | self._lists["for"]
        for place in range(1, min(len(spoken) - 2, _SOON)):
            lead = longest_at(leads, spoken, place)
            end = self._names.named(spoken, place + lead) if lead else 0
            told = longest_at(self._lists["saying_there"], spoken, end) if end else 0
            if told:
                yield Sign(SignKind.TO_NAME, " ".join(spoken[place : end + told]))
                return

    def anybody_but(self, spoken: NameWords) -> Iterator[Sign]:
        """Yield "anywhere but general", "all channels except random": what gets nothing."""
        left_out = self._lists["exceptions"] | self._lists["anybody_but"]
        for place in range(1, len(spoken) - 1):
            length = longest_at(left_out, spoken, place)
            the = longest_at(self._language.determiners, spoken, place + length)
            end = self._names.named(spoken, place + length + the) if length else 0
            if end and self._names.is_place(spoken[place + length + the : end]):
                yield Sign(SignKind.NEGATED, " ".join(spoken[place:end]))
                return

    def left_out(self, spoken: NameWords) -> Iterator[Sign]:
        """Yield "except ana", "anywhere but random" at a text's end: who is not to get it.

        Of "everyone is coming except ana" it is a part.
        """
        for place in range(1, len(spoken) - 1):
            length = longest_at(self._lists["leaving_out"], spoken, place)
            the = longest_at(self._language.determiners, spoken, place + length)
            name = place + length + the
            if not length or self._names.named(spoken, name) != len(spoken):
                continue
            counts = any((word,) in self._lists["counting_all"] for word in spoken[:place])
            if not counts or self._names.is_place(spoken[name:]):
                yield Sign(SignKind.NEGATED, " ".join(spoken[place:]))
            return

    def remarked(self, spoken: NameWords) -> Iterator[Sign]:
        """Yield "that was for bob" at the end of a text: whom it is for, and no text."""
        for place in range(1, len(spoken) - 2):
            length = longest_at(self._lists["it_is_for"], spoken, place)
            if length and self._names.named(spoken, place + length) == len(spoken):
                yield Sign(SignKind.TO_NAME, " ".join(spoken[place:]))
                return

    def spoken_of(self, spoken: NameWords) -> Iterator[Sign]:
        """Yield the name of somebody of whom a public text speaks, greetings apart."""
        greeting = longest_at(self._lists["greetings"], spoken, 0)
        for place in range(len(spoken)):
            if greeting and place <= greeting + 1:
                continue
            nouns = self._language.determiners | self._language.at | self._lists["counts_nouns"]
            if spoken[place : place + 1] in nouns or (place and spoken[place - 1 : place] in nouns):
                continue
            said = spoken[place]
            word = said if said in self._language.words else said.removesuffix("s")
            for name in (spoken, (*spoken[:place], word)):
                end = self._name(name, place)
                inner = place > 0 and end < len(name)
                if inner and end == place + 1 and not self._names.is_in_a_name(name[place]):
                    # "Molar" sounds like Miller, and is hardly meant for one there.
                    continue
                owns = name is not spoken and place + 1 < len(spoken)
                if not end or self._names.is_place(name[place:end]) or owns:
                    continue
                if not self._is_told_of(spoken, place, end):
                    yield Sign(SignKind.NAME_WITHIN, " ".join(name[place:end]))
                    return

    def _is_told_of(self, spoken: NameWords, place: int, end: int) -> bool:
        """Whether a sentence has a name as its subject or object: "olu has left", "of dmitri"."""
        following = spoken[end : end + 1]
        if self._shapes.is_said_of_a_subject(spoken, end):
            return True
        if self._shapes.is_turned_round(spoken, place) or following in self._lists["opposing"]:
            return True
        second = self._name(spoken, end + 1) if following in self._language.conjunctions else 0
        if second and spoken[second : second + 1] in self._language.be | self._language.modals:
            return True
        if not following or not place:
            return False
        listed = spoken[place - 1 : place] in self._language.conjunctions
        if listed and following in self._language.be | self._language.modals:
            return True
        before = spoken[place - 1 : place]
        if before in self._lists["told_of_by"]:
            return True
        if longest_before(self._lists["citing"], spoken, place) == place:
            return True
        if before in self._language.sharing and self._shapes.is_clause(spoken[: place - 1]):
            # "Whoever paired with zoe yesterday": the sentence has its verb before that.
            return self._shapes.begins(spoken) > _FAIRLY and not self._hands(spoken[: place - 1])
        tells = before in self._lists["telling_verbs"] | self._lists["copies"]
        return not tells and place > 1 and self._shapes.is_verb(spoken, place - 1)

    def _hands(self, before: NameWords) -> bool:
        """Whether words begin with what is done with a message: "share the slides with ..."."""
        return before[:1] in self._lists["sharing_verbs"] | self._lists["object_starts"]

    def _name(self, spoken: NameWords, at: int) -> int:
        """Return where a name ends that is hardly a common word; 0 for none."""
        end = self._names.named(spoken, at)
        return 0 if end == at + 1 and self._is_common(spoken[at]) else end

    def _is_common(self, word: str) -> bool:
        """Whether a word is one of the language's, whoever is called so: "rose", "skip"."""
        forms = self._language.complements
        verb = bool(forms.kinds(word)) or forms.irregular(word) is not None
        return word in self._language.words or verb
