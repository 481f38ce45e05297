"""Names within a text and at its end, which may be whom it is for. Pure."""

from collections.abc import Iterator

from postbox.directory.names.spelling import NameWords
from skill.understanding.doubts.sign import Sign, SignKind
from skill.understanding.language import Language, longest_at, longest_before
from skill.understanding.names.facts import NameFacts
from skill.understanding.sentences.shapes import Shapes

_LONGEST_NAME = 4
_EDGE = 2
_LONGEST_UNKNOWN = 3


class NamesInText:
    """Looks for names in texts."""

    def __init__(self, language: Language, names: NameFacts, shapes: Shapes) -> None:
        """Use this language's lists and these names."""
        self._language = language
        self._lists = language.signs
        self._names = names
        self._shapes = shapes

    def channel_between(self, spoken: NameWords) -> Iterator[Sign]:
        """Yield "... to the design channel ...": somewhere in the text."""
        for place in range(1, len(spoken)):
            to = longest_at(self._language.to, spoken, place)
            end = self._names.named(spoken, place + to) if to else 0
            if end and longest_before(self._language.channel_words, spoken, end):
                yield Sign(SignKind.TO_NAME, " ".join(spoken[place:end]))
                return

    def last_name(self, spoken: NameWords) -> Iterator[Sign]:
        """Yield a name that ends a text: "the build is red general"."""
        length = longest_before(self._language.trailing, spoken, len(spoken))
        end = len(spoken) - length
        for start in range(max(1, end - _LONGEST_NAME), end):
            word = spoken[start : start + 1]
            if end - start == 1 and word[0] in self._language.words:
                continue
            if longest_at(self._language.determiners, spoken, start):
                continue
            if self._shapes.is_turned_round(spoken, start):
                return
            if self._names.named(spoken[:end], start) == end or self._names.has_left(
                spoken[start:end]
            ):
                yield Sign(SignKind.NAME_LAST, " ".join(spoken[start:end]))
                return

    def behind_preposition(self, spoken: NameWords, asks: bool) -> Iterator[Sign]:
        """Yield what may be whom it is for: "... to general", "... for the drivers"."""
        language = self._language
        end = len(spoken) - longest_before(language.trailing, spoken, len(spoken))
        for place in range(1, end - 1):
            to = longest_at(language.to, spoken, place)
            into = longest_at(language.into, spoken, place)
            other = longest_at(language.sharing | self._lists["for"], spoken, place)
            length = max(to, into, other)
            names = spoken[place + length : end]
            if not length or not names or spoken[place:end] in language.fixed:
                continue
            if self._comes_again(spoken, place, length) or self._greets_all(spoken[:place], names):
                continue
            article = longest_at(language.determiners, names, 0) > 0
            named = self._lists["for"]
            thanks = article and spoken[place : place + length] in named and self._greets(spoken)
            if thanks:
                continue
            if into and article and not longest_before(language.channel_words, names, len(names)):
                continue
            words = " ".join(spoken[place:end])
            left = any(self._names.has_left(names[n:]) for n in range(min(2, len(names))))
            left = left or (to > 0 and not asks and self._names.had(names))
            if self._names.named(spoken[:end], place + length) == end or left:
                if not into or self._names.is_place(names) or left:
                    yield Sign(SignKind.TO_NAME, words)
            elif to and (self._may_be_someone(names, asks) or self._are_all(names)):
                yield Sign(SignKind.TO_UNKNOWN, words)

    def _are_all(self, names: NameWords) -> bool:
        """Whether it is "to everybody on the list"; not "big up to everyone last night we ..."."""
        length = longest_at(self._lists["surely_everyone"], names, 0)
        known = self._language
        whose = known.prepositions | known.into | known.at
        ends = names[length : length + 1] in whose or length == len(names)
        return length > 0 and ends

    def _greets(self, spoken: NameWords) -> bool:
        """Whether words thank or wish, so that a "for" tells what for."""
        return self._shapes.greets(spoken)

    def _greets_all(self, before: NameWords, names: NameWords) -> bool:
        """Whether it is "happy new year to everyone in the depot".

        Not "sorry wrong door to everyone in the depot": that is a message, and who is to get it.
        """
        greeting = longest_at(self._lists["greetings"], before, 0)
        only = all((word,) in self._language.adverbs for word in before[greeting:])
        return longest_at(self._lists["everyone"], names, 0) > 0 and greeting > 0 and only

    def _comes_again(self, spoken: NameWords, place: int, length: int) -> bool:
        """Whether it is "wall to wall", "day to day", "to and fro"."""
        before, after = spoken[place - 1 : place], spoken[place + length : place + length + 1]
        return before == after or after in self._language.conjunctions

    def _may_be_someone(self, names: NameWords, asks: bool) -> bool:
        """Whether words behind a "to" that nobody has for a name may be meant as one."""
        language = self._language
        start = longest_at(language.determiners, names, 0)
        if names[:1] in self._lists["quantifiers"] and len(names) > 1:
            return False
        bare = names[start:]
        if not bare or len(bare) > _LONGEST_UNKNOWN:
            return False
        if start and len(bare) > 1 and longest_at(self._lists["crowds"], bare, 0):
            # "The people upstairs", "the lads on site".
            return True
        team = longest_before(self._lists["team_words"], bare, len(bare))
        role = longest_before(self._lists["roles"], bare, len(bare)) == len(bare)
        if bare in self._lists["organisation"] or (team and team < len(bare)):
            return True
        if asks:
            return False
        if start and (role or team):
            return True
        if any((word,) in language.not_names for word in bare) or bare in self._lists["systems"]:
            return False
        if language.complements.is_base(bare[0]) or names in language.places:
            return False
        return not start and self._names.looks_like_a_name(bare)
