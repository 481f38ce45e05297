"""A second telling in a text, and whom it is not for: "and the same to ana", "not to wei". Pure."""

from collections.abc import Iterator

from postbox.directory.names.spelling import NameWords
from skill.understanding.doubts.sign import Sign, SignKind
from skill.understanding.language import Language, longest_at
from skill.understanding.names.facts import NameFacts
from skill.understanding.sentences.shapes import SURELY, Shapes

_LONGEST_NAME = 4
_EDGE = 2
_NAMED_BY = 3


class Seconds:
    """Looks in texts for others who are to get something, or who are not to."""

    def __init__(self, language: Language, names: NameFacts, shapes: Shapes) -> None:
        """Use this language's lists and these names."""
        self._language = language
        self._lists = language.signs
        self._names = names
        self._shapes = shapes

    def in_any_text(self, spoken: NameWords) -> Iterator[Sign]:
        """Yield second tellings, and those who are ruled out."""
        yield from self._seconds(spoken)
        yield from self._negated(spoken)

    def before_a_name(self, spoken: NameWords) -> Iterator[Sign]:
        """Yield "in general and the" of "we won in general and the cup is here to ana"."""
        language = self._language
        for place in range(2, len(spoken) - 2):
            lead = longest_at(language.into | language.to, spoken, place)
            end = self._names.named(spoken, place + lead) if lead else 0
            joins = longest_at(language.conjunctions, spoken, end) if end else 0
            begins = joins and self._shapes.begins(spoken[end + joins :]) >= SURELY
            if begins and self._shapes.is_clause(spoken[:place]):
                yield Sign(SignKind.SECOND, " ".join(spoken[place : end + joins + 1]))
                return

    def _seconds(self, spoken: NameWords) -> Iterator[Sign]:
        for place in range(1, len(spoken)):
            same = longest_at(self._lists["same_to"], spoken, place)
            if same and self._is_someone(spoken, place + same):
                yield Sign(SignKind.SECOND, " ".join(spoken[place : place + same + 1]))
            if self._is_another_message(spoken, place):
                yield Sign(SignKind.SECOND, " ".join(spoken[place : place + _NAMED_BY]))
            joined = longest_at(self._lists["and"], spoken, place)
            if joined:
                yield from self._joined(spoken, place, place + joined)

    def _joined(self, spoken: NameWords, start: int, at: int) -> Iterator[Sign]:
        """Yield what is told to whom behind an "and" that stands before a word."""
        verb = longest_at(self._lists["telling_verbs"], spoken, at)
        if verb and self._is_someone(spoken, at + verb):
            yield Sign(SignKind.SECOND, " ".join(spoken[start : at + verb + 1]))
        if self._goes_to_others(spoken, start, at) or self._gives_the_same(spoken, at):
            yield Sign(SignKind.SECOND, " ".join(spoken[start : at + _NAMED_BY]))
        if self._asks_for_news(spoken, at):
            yield Sign(SignKind.COMMAND, " ".join(spoken[start:]))
        if self._goes_elsewhere(spoken, at):
            yield Sign(SignKind.SECOND, " ".join(spoken[start : at + _EDGE]))
        posts = longest_at(self._lists["posting"], spoken, at)
        if posts and self._names.named(spoken, at + posts):
            yield Sign(SignKind.SECOND, " ".join(spoken[start : at + posts + 1]))

    def _gives_the_same(self, spoken: NameWords, at: int) -> bool:
        """Whether it is "give ana the same", "stick the same in random", whatever the verb."""
        if at >= len(spoken) or not self._language.complements.is_base(spoken[at]):
            return False
        end = self._names.named(spoken, at + 1)
        if end:
            return longest_at(self._lists["same"], spoken, end) == len(spoken) - end > 0
        end = at + 1 + longest_at(self._lists["same"], spoken, at + 1)
        lead = longest_at(self._language.to | self._language.into, spoken, end)
        return end > at + 1 and lead > 0 and self._names.named(spoken, end + lead) == len(spoken)

    def _is_an_order(self, spoken: NameWords, at: int, end: int) -> bool:
        """Whether "not to park ..." forbids something, whoever is called Park."""
        led = spoken[at - 1 : at] in self._language.to
        base = end == at + 1 and self._language.complements.is_base(spoken[at])
        return led and base and end < len(spoken)

    def _goes_elsewhere(self, spoken: NameWords, at: int) -> bool:
        """Whether it is "and in help that ...", "and to sales the ...": another place."""
        lead = longest_at(self._language.to | self._lists["in"], spoken, at)
        end = self._names.named(spoken, at + lead) if lead else 0
        if not end or not self._names.is_place(spoken[at + lead : end]):
            return False
        verb = longest_at(self._language.before_the_text, spoken, end)
        linked = longest_at(self._language.that | self._language.sure_linkers, spoken, end + verb)
        return linked > 0 or self._shapes.begins(spoken[end:]) >= SURELY

    def _is_another_message(self, spoken: NameWords, at: int) -> bool:
        """Whether "second message to bob" stands there: what is dictated next, and for whom."""
        language = self._language
        counts = spoken[at : at + 1] in self._lists["one_more"]
        noun = longest_at(language.messages, spoken, at + 1) if counts else 0
        to = longest_at(language.to | self._lists["for"], spoken, at + 1 + noun) if noun else 0
        governed = self._shapes.is_verb(spoken, at - 1) or (
            spoken[at - 1 : at] in language.definite | language.indefinite
        )
        return to > 0 and self._is_someone(spoken, at + 1 + noun + to) and not governed

    def _goes_to_others(self, spoken: NameWords, at: int, place: int) -> bool:
        """Whether it is "stop the band and everyone else that dinner is late": a second telling.

        "I told wei and joy that we won" tells of one.
        """
        others = longest_at(self._lists["everyone_else"], spoken, place)
        end = place + others if others else self._names.named(spoken, place)
        text = end + 1
        if not (end and spoken[end:text] in self._language.that and text < len(spoken)):
            return False
        verb = spoken[text : text + 1] in self._language.be | self._language.modals
        told = any((word,) in self._lists["told_verbs"] for word in spoken[:at])
        near = range(max(0, at - _LONGEST_NAME), at)
        listed = any(self._names.named(spoken, before) == at for before in near)
        return not (verb or told or listed or self._shapes.is_verb(spoken, text))

    def _asks_for_news(self, spoken: NameWords, at: int) -> bool:
        """Whether it is "what's new in finance" at the end: that is asked of Slack."""
        asked = longest_at(self._lists["news_asked"], spoken, at)
        lead = longest_at(self._lists["news_of"], spoken, at + asked) if asked else 0
        return lead > 0 and self._names.named(spoken, at + asked + lead) == len(spoken)

    def _negated(self, spoken: NameWords) -> Iterator[Sign]:
        for place in range(len(spoken)):
            negation = longest_at(self._lists["negations"], spoken, place)
            if negation and self._is_ruled_out(spoken, place, negation):
                yield Sign(SignKind.NEGATED, " ".join(spoken[place : place + negation + 1]))
                return
            if negation < _EDGE:
                continue
            end = self._names.named(spoken, place + negation)
            if end and self._is_an_order(spoken, place + negation, end):
                continue
            if end and (end == len(spoken) or place == 0):
                yield Sign(SignKind.NEGATED, " ".join(spoken[place:end]))

    def _is_ruled_out(self, spoken: NameWords, at: int, negation: int) -> bool:
        """Whether it is "whatever you do not chase that ...": who gets it not, and then the text.

        "It's not joy that broke it" tells something of her.
        """
        end = self._names.named(spoken, at + negation)
        is_told = spoken[at - 1 : at] in self._language.be or any(
            word.endswith("s") and (word.removesuffix("s"),) in self._language.subjects
            for word in spoken[max(0, at - 1) : at]
        )
        linked = spoken[end : end + 1] in self._language.that or longest_at(
            self._language.sure_linkers, spoken, end
        )
        return bool(end and linked) and end < len(spoken) - 1 and not is_told

    def _is_someone(self, spoken: NameWords, at: int) -> bool:
        return bool(self._names.named(spoken, at)) or self._names.looks_like_a_name(
            spoken[at : at + 1]
        )
