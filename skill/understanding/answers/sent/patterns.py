"""Whether words are said as a pattern says: "<placing> <given> <given_to> @ <too>". Pure.

A pattern is a row of words. `<list>` is one phrase of that list, `@` names as they are said ("olu
and in the berlin office"), `@s` one whose something is; what stands in brackets may be left out. It
is matched by all of the words, but for what leads to them and what they close with.
"""

from collections.abc import Iterator

from skill.understanding.answers.said_words import SaidWords
from skill.understanding.language import Language, longest_at
from skill.understanding.names.facts import NameSpans
from skill.understanding.phrase import Phrase

_LONGEST_NAME = 3
_OWNED = ("'s", "\u2019s")
_Row = tuple[str, ...]
_Found = tuple[int, tuple[str, ...]]
"""Where it ends, and the names."""


class Patterns(SaidWords):
    """Matches words with patterns."""

    def named_by(self, patterns: str) -> tuple[str, ...]:
        """Return the names in words that one of the listed patterns has whole; () for none."""
        starts = sorted({self.skipped("leads", 0), 0}, reverse=True)
        for start in starts:
            for pattern in sorted(self._known[patterns]):
                for end, names in self._match(pattern, start):
                    if names and self.is_rest("closing", end):
                        return names
        return ()

    def _match(self, parts: _Row, at: int) -> Iterator[_Found]:
        if not parts:
            yield at, ()
            return
        part, rest = parts[0], parts[1:]
        bare = part.removeprefix("[").removesuffix("]")
        for end, names in self._one(bare, at):
            for last, further in self._match(rest, end):
                yield last, (*names, *further)
        if bare != part:
            yield from self._match(rest, at)

    def _one(self, part: str, at: int) -> Iterator[_Found]:
        if part == "@":
            names, end = self._listed(at, len(self._spoken))
            if names:
                yield end, tuple(names)
        elif part == "@s":
            yield from self._owner(at)
        elif part.startswith("<"):
            length = longest_at(self._known[part[1:-1]], self._spoken, at)
            if length:
                yield at + length, ()
        elif self._spoken[at : at + 1] == (part,):
            yield at + 1, ()

    def _owner(self, at: int) -> Iterator[_Found]:
        """Yield who something is of: the "olu" of "olu's"."""
        for end in range(at + 1, min(at + _LONGEST_NAME, len(self._spoken)) + 1):
            said = self._phrase.between(at, end)
            if said.casefold().endswith(_OWNED):
                name = Phrase(said[:-2])
                if self._names.named(name.spoken, 0) == len(name):
                    yield end, (said[:-2],)

    def _listed(self, at: int, stop: int) -> tuple[list[str], int]:
        """Return the names of a list, and where it ends: "dmitri and in berlin office"."""
        names: list[str] = []
        found, language = 0, self._language
        at = self._behind_article(at)
        while at < stop:
            end = self._names.named(self._spoken, at) or self._names.namesakes(self._spoken, at)
            if not end:
                break
            found = end + longest_at(language.channel_words, self._spoken, end)
            names.append(self._phrase.between(at, found))
            led = found + longest_at(self._known["listing"], self._spoken, found)
            joint = longest_at(language.conjunctions, self._spoken, led)
            led += joint
            led += longest_at(language.to | language.into | language.also, self._spoken, led)
            led = self._behind_article(led)
            if not joint:
                break
            at = led
        return names, found

    def _behind_article(self, at: int) -> int:
        """Return where a name begins behind an article that is no part of it."""
        behind = at + longest_at(self._language.determiners, self._spoken, at)
        is_part = self._names.named(self._spoken, at) > 0
        return at if is_part or not self._names.named(self._spoken, behind) else behind


def left_out(dictated: str, language: Language, names: NameSpans) -> tuple[str, ...]:
    """Return who is not to have what went to several: "leave out ana", "not ana"; () for none."""
    return Patterns(Phrase(dictated), language, names, language.sent).named_by("leaves_out")
