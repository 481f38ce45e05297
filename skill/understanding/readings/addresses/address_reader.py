"""Every way to read a recipient from a word on: names, lists, places, oneself. Pure."""

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from postbox.directory.names.spelling import NameWords
from skill.understanding.language import Language, longest_at
from skill.understanding.names.candidate import (
    Candidate,
)
from skill.understanding.names.recipients import RecipientReader
from skill.understanding.names.resolution import Certainty, Resolution
from skill.understanding.readings.addresses.address import Address, has_person, together
from skill.understanding.readings.addresses.single_names import (
    COMMON,
    ONE_WORD,
    SHORT,
    WHOLE,
    SingleNames,
)
from skill.understanding.readings.addresses.unknown_names import UnknownNames

_LIST_REACH = 9
_MOST_ITEMS = 6
_LEAST_GROUP = 2


class AddressReader:
    """Reads recipients out of one phrase after another."""

    def __init__(
        self, reader: RecipientReader, language: Language, speaker: Candidate | None
    ) -> None:
        """Resolve names by this reader; `speaker` is whom "me" means."""
        self._reader = reader
        self._language = language
        self._signs = language.signs
        self._speaker = speaker
        self._single_names = SingleNames(reader, language)
        self.unknown_names = UnknownNames(language)
        self.options = lru_cache(maxsize=256)(self._options)
        self.exact_at = lru_cache(maxsize=1024)(self._exact_at)

    def _options(
        self, spoken: NameWords, at: int, *, alike: bool = True, channels: bool = False
    ) -> tuple[Address, ...]:
        """Return every way to read recipients from a word on, the best first."""
        found = list(self._special(spoken, at))
        for single in self._singles(spoken, at, alike=alike, channels=channels):
            found += self._listed(spoken, single, (), channels)
        if channels:
            found = [address for address in found if not has_person(address)]
        known = sorted(found, key=lambda option: (-option.fit, -option.end))
        return tuple(known)

    def _exact_at(self, spoken: NameWords, at: int) -> Address | None:
        """Return who is named as it is written, or sounds, from a word on; the longest."""
        best: Address | None = None
        for single in self._single_names.written(spoken, at):
            if best is None or single.fit >= best.fit:
                best = single
        return best

    def looks_like_a_name(self, spoken: NameWords) -> bool:
        """Whether words that mean nobody known are a name all the same."""
        return self._reader.looks.is_like_a_name(spoken)

    def is_in_a_name(self, word: str) -> bool:
        """Whether somebody's name has this word in it."""
        return self._reader.is_in_a_name(word)

    def has_left(self, spoken: NameWords) -> bool:
        """Whether words are the name of somebody who cannot be written to."""
        return self._reader.has_left(spoken)

    def _special(self, spoken: NameWords, at: int) -> Iterator[Address]:
        """Yield oneself, everybody, and several of one name: "both kevins"."""
        length = longest_at(self._signs["self_notes"], spoken, at)
        length = length or longest_at(self._signs["self"], spoken, at)
        if length:
            phrase = " ".join(spoken[at : at + length])
            me = (self._speaker,) if self._speaker else ()
            certainty = Certainty.CERTAIN if me else Certainty.UNKNOWN
            yield Address((Resolution(phrase, certainty, me, len(me)),), at, at + length, WHOLE)
        yield from self._groups(spoken, at)
        length = longest_at(self._signs["everyone"], spoken, at)
        if length and not self._reader.is_channel(spoken[at : at + length]):
            unknown = Resolution(" ".join(spoken[at : at + length]), Certainty.UNKNOWN, ())
            yield Address((unknown,), at, at + length, 1.0, is_everyone=True)
        length = longest_at(self._signs["both"], spoken, at)
        if length and (same := self._reader.namesakes(spoken[at : at + length + 1])):
            yield Address(same, at, at + length + 1, WHOLE)

    def _groups(self, spoken: NameWords, at: int) -> Iterator[Address]:
        """Yield the group message with these members: "the group with kevin and ana"."""
        language = self._language
        start = at + longest_at(language.determiners, spoken, at)
        length = longest_at(language.group_words, spoken, start)
        if not length:
            return
        for members in self._options(spoken, start + length, alike=False):
            if len(members.resolutions) < _LEAST_GROUP:
                continue
            fit = WHOLE + len(members.resolutions)
            found = self._reader.read(spoken[at : members.end])
            if members.is_certain and found.certainty is Certainty.CERTAIN:
                yield Address(found.resolutions, at, members.end, fit, explicit=True)
            else:
                yield replace(members, start=at, fit=fit, explicit=True, is_split=True)

    def _singles(
        self, spoken: NameWords, at: int, *, alike: bool, channels: bool
    ) -> Iterator[Address]:
        written = list(self._single_names.written(spoken, at))
        yield from written
        if alike:
            yield from self._single_names.alike(spoken, at, written, channels)

    def _listed(
        self, spoken: NameWords, first: Address, before: tuple[Address, ...], channels: bool
    ) -> Iterator[Address]:
        """Yield a name, and the lists that begin with it: "kevin and ana", "ana bob and wei"."""
        items = (*before, first)
        joined = len(before) < 1 or self._is_joined(spoken, items)
        if joined:
            yield together(items)
        if len(items) >= _MOST_ITEMS:
            return
        language, at = self._language, first.end
        length = longest_at(language.conjunctions, spoken, at)
        if length:
            at += length + longest_at(language.also, spoken, at + length)
            at += longest_at(language.to | language.into, spoken, at)
            following = list(self._single_names.written(spoken, at))
            following = [address for address in following if address.fit > 0]
            following += [
                address for address in self._special(spoken, at) if not address.is_everyone
            ]
            following = following or list(self._single_names.alike(spoken, at, [], channels))
            channel = self.unknown_names.names_a_channel(spoken, at)
            if not following and (channel or self.looks_like_a_name(spoken[at : at + 1])):
                following = [channel or self.unknown_names.at(spoken, at)]
        else:
            following = list(self._beside(spoken, first, channels))
        for address in following:
            yield from self._listed(spoken, address, items, channels)

    def _beside(self, spoken: NameWords, first: Address, channels: bool) -> Iterator[Address]:
        """Yield names right behind a name, where an "and" may still make them a list."""
        near = spoken[first.end : first.end + _LIST_REACH]
        joined = any((word,) in self._language.conjunctions for word in near)
        if not joined or (first.fit < SHORT and not channels):
            return
        for address in self._single_names.written(spoken, first.end):
            if address.fit >= ONE_WORD - COMMON:
                yield address

    def _is_joined(self, spoken: NameWords, items: tuple[Address, ...]) -> bool:
        """Whether an "and" stands before the last of several, as it does in a list."""
        gap = spoken[items[-2].end : items[-1].start]
        return bool(longest_at(self._language.conjunctions, gap, 0))
