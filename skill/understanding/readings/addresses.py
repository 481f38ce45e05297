"""Every way to read a recipient from a word on: names, lists, places, oneself. Pure."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from postbox.directory.names.spelling import NameWords
from skill.understanding.language import Language, longest_at, longest_before
from skill.understanding.names.candidate import (
    EXACT,
    NAMED_FROM,
    NICKNAME,
    PART_OF_CHANNEL,
    Candidate,
    Kind,
)
from skill.understanding.names.recipients import RecipientReader
from skill.understanding.names.resolution import DOUBTFUL_FROM, Certainty, Resolution, Wanted

WRITTEN = Wanted(by_likeness=False)
ALIKE = Wanted()
_PEOPLE, _CHANNELS = Wanted(Kind.PERSON), Wanted(Kind.CHANNEL)
_LONGEST_ALIKE = 3
LONGEST_NAME = 13
_LONGEST_BARE = 8
_LIST_REACH = 9
_MOST_ITEMS = 6
_LEAST_GROUP = 2
_LONGEST_UNKNOWN = 4
_WHOLE, _ONE_WORD, _SOUND, _SHORT = 6.0, 4.0, 3.2, 2.6
_ALIKE_FROM = 0.8
_LAST_NAME = 0.998
_COMMON, _TIED, _GLUED, _LIST = 1.0, 0.5, 4.0, 0.8


@dataclass(frozen=True)
class Address:
    """Words that name whom a message is for."""

    resolutions: tuple[Resolution, ...]
    start: int
    end: int
    fit: float
    """How well the names fit; 4 and more is written so."""
    explicit: bool = False
    """Whether it was said what it is: "the ... channel", "hash ...", "the group with ..."."""
    is_everyone: bool = False
    """Whether it is everybody, which is no conversation's name."""
    is_split: bool = False
    """Whether a group message was asked for that there is not: each would get one of their own."""

    @property
    def is_known(self) -> bool:
        """Whether every name means somebody."""
        return bool(self.resolutions) and all(
            resolution.certainty is not Certainty.UNKNOWN for resolution in self.resolutions
        )

    @property
    def is_certain(self) -> bool:
        """Whether every name means one beyond doubt."""
        return bool(self.resolutions) and all(
            resolution.certainty is Certainty.CERTAIN for resolution in self.resolutions
        )

    @property
    def least_score(self) -> float:
        """The score of the name that fits worst."""
        return min((resolution.best_score for resolution in self.resolutions), default=0.0)

    @property
    def people(self) -> tuple[Candidate, ...]:
        """The likeliest of each name."""
        return tuple(
            resolution.candidates[0] for resolution in self.resolutions if resolution.candidates
        )

    @property
    def ids(self) -> frozenset[str]:
        """The ids of the likeliest."""
        return frozenset(candidate.id for candidate in self.people)

    @property
    def is_public(self) -> bool:
        """Whether a channel is among them."""
        return any(candidate.kind is Kind.CHANNEL for candidate in self.people)


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
        self._glue = (
            language.not_names
            | language.before_nouns
            | language.pronouns
            | language.modals
            | language.be
            | language.subjects
            | language.beginnings
            | frozenset({("oh",), ("yes",), ("no",), ("see",), ("not",), ("if",), ("whether",)})
        )
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
            found = [address for address in found if not _has_person(address)]
        known = sorted(found, key=lambda option: (-option.fit, -option.end))
        return tuple(known)

    def _exact_at(self, spoken: NameWords, at: int) -> Address | None:
        """Return who is named as it is written, or sounds, from a word on; the longest."""
        best: Address | None = None
        for single in self._written(spoken, at):
            if best is None or single.fit >= best.fit:
                best = single
        return best

    def unknown(self, spoken: NameWords, at: int) -> Address:
        """Return the words from a word on that name nobody, as far as a name likely goes."""
        end = self._unknown_end(spoken, at)
        named = longest_before(self._language.channel_words, spoken, end)
        explicit = named > 0
        start = at + longest_at(self._language.determiners, spoken, at) if explicit else at
        name = spoken[start : end - named] or spoken[at:end]
        resolution = Resolution(" ".join(name), Certainty.UNKNOWN, ())
        return Address((resolution,), at, end, 1.0 if explicit else 0.0, explicit)

    def names_a_channel(self, spoken: NameWords, at: int) -> Address | None:
        """Return the words up to "channel" as a name, where that follows soon."""
        for place in range(at + 1, min(len(spoken), at + _LONGEST_UNKNOWN + 1)):
            if place > at + 1 and longest_at(self._language.determiners, spoken, place):
                return None
            if longest_at(self._language.channel_words, spoken, place):
                return self.unknown(spoken, at)
        return None

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
            yield Address((Resolution(phrase, certainty, me, len(me)),), at, at + length, _WHOLE)
        yield from self._groups(spoken, at)
        length = longest_at(self._signs["everyone"], spoken, at)
        if length and not self._reader.is_channel(spoken[at : at + length]):
            unknown = Resolution(" ".join(spoken[at : at + length]), Certainty.UNKNOWN, ())
            yield Address((unknown,), at, at + length, 1.0, is_everyone=True)
        length = longest_at(self._signs["both"], spoken, at)
        if length and spoken[at + length : at + length + 1]:
            yield from self._namesakes(spoken, at, at + length)

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
            fit = _WHOLE + len(members.resolutions)
            found = self._reader.read(spoken[at : members.end])
            if members.is_certain and found.certainty is Certainty.CERTAIN:
                yield Address(found.resolutions, at, members.end, fit, explicit=True)
            else:
                yield replace(members, start=at, fit=fit, explicit=True, is_split=True)

    def _namesakes(self, spoken: NameWords, at: int, name: int) -> Iterator[Address]:
        word = spoken[name]
        if not word.endswith("s"):
            return
        found = self._reader.one((word.removesuffix("s"),), Wanted(Kind.PERSON, by_likeness=False))
        same = [candidate for candidate in found[0].candidates if candidate.score == EXACT]
        if found[0].rivals != len(same) or not 1 < len(same) <= self._MOST_NAMESAKES:
            return
        several = tuple(Resolution(word, Certainty.CERTAIN, (one,), 1) for one in same)
        yield Address(several, at, name + 1, _WHOLE)

    _MOST_NAMESAKES = 3

    def _singles(
        self, spoken: NameWords, at: int, *, alike: bool, channels: bool
    ) -> Iterator[Address]:
        written = list(self._written(spoken, at))
        yield from written
        if alike:
            yield from self._alike(spoken, at, written, channels)

    def _written(self, spoken: NameWords, at: int) -> Iterator[Address]:
        """Yield single names as they are written or sound."""
        signs = self._signs
        sigil = longest_at(signs["sigils"], spoken, at)
        inside = longest_at(signs["people_in"], spoken, at)
        for skipped in dict.fromkeys((0, sigil, inside)):
            for end in self._name_ends(spoken, at + skipped):
                yield from self._one(spoken, at, at + skipped, end, WRITTEN)

    def _name_ends(self, spoken: NameWords, at: int) -> Iterator[int]:
        """Yield where a name may end; a long one only where it is said to be a channel's."""
        for end in range(at + 1, min(len(spoken), at + LONGEST_NAME) + 1):
            named = (spoken[end - 1],) in self._language.channel_words
            if end - at <= _LONGEST_BARE or named:
                yield end

    def _one(
        self, spoken: NameWords, at: int, name: int, end: int, wanted: Wanted
    ) -> Iterator[Address]:
        words = spoken[name:end]
        if name > at:
            wanted = replace(wanted, kind=Kind.CHANNEL)
        found, explicit = self._reader.one(words, wanted)
        explicit = explicit or name > at
        if found.best_score < NAMED_FROM and len(words) > 1:
            team = longest_before(self._signs["team_words"], words, len(words))
            if team and team < len(words):
                channel = replace(wanted, kind=Kind.CHANNEL)
                found, _ = self._reader.one(words[:-team], channel)
        least = NAMED_FROM if not wanted.by_likeness else DOUBTFUL_FROM
        if found.best_score >= least:
            yield Address((found,), at, end, self._fit(found, words, explicit), explicit)

    def _alike(
        self, spoken: NameWords, at: int, written: list[Address], channels: bool
    ) -> Iterator[Address]:
        """Yield names that are no more than like known ones; none that eat the text's words."""
        longest = max((address.end for address in written), default=at)
        kind = _CHANNELS if channels else ALIKE
        for end in range(at + 1, min(len(spoken), at + _LONGEST_ALIKE + 2) + 1):
            named = longest_before(self._language.channel_words, spoken, end)
            if any(address.end == end for address in written):
                continue
            if end < longest or (end - named - at > _LONGEST_ALIKE and not named):
                continue
            last = spoken[end - 1]
            linked = end == len(spoken) or longest_at(self._language.sure_linkers, spoken, end)
            common = last in self._language.words and not named and not (channels and linked)
            if common and end > at + 1 and not self._reader.is_in_a_name(last):
                break
            if len(last) == 1 and common:
                break
            yield from self._one(spoken, at, at, end, kind)

    def _listed(
        self, spoken: NameWords, first: Address, before: tuple[Address, ...], channels: bool
    ) -> Iterator[Address]:
        """Yield a name, and the lists that begin with it: "kevin and ana", "ana bob and wei"."""
        items = (*before, first)
        joined = len(before) < 1 or self._is_joined(spoken, items)
        if joined:
            yield _together(items)
        if len(items) >= _MOST_ITEMS:
            return
        language, at = self._language, first.end
        length = longest_at(language.conjunctions, spoken, at)
        if length:
            at += length + longest_at(language.also, spoken, at + length)
            at += longest_at(language.to | language.into, spoken, at)
            following = list(self._written(spoken, at))
            following = [address for address in following if address.fit > 0]
            following += [
                address for address in self._special(spoken, at) if not address.is_everyone
            ]
            following = following or list(self._alike(spoken, at, [], channels))
            channel = self.names_a_channel(spoken, at)
            if not following and (channel or self.looks_like_a_name(spoken[at : at + 1])):
                following = [channel or self.unknown(spoken, at)]
        else:
            following = list(self._beside(spoken, first, channels))
        for address in following:
            yield from self._listed(spoken, address, items, channels)

    def _beside(self, spoken: NameWords, first: Address, channels: bool) -> Iterator[Address]:
        """Yield names right behind a name, where an "and" may still make them a list."""
        near = spoken[first.end : first.end + _LIST_REACH]
        joined = any((word,) in self._language.conjunctions for word in near)
        if not joined or (first.fit < _SHORT and not channels):
            return
        for address in self._written(spoken, first.end):
            if address.fit >= _ONE_WORD - _COMMON:
                yield address

    def _is_joined(self, spoken: NameWords, items: tuple[Address, ...]) -> bool:
        """Whether an "and" stands before the last of several, as it does in a list."""
        gap = spoken[items[-2].end : items[-1].start]
        return bool(longest_at(self._language.conjunctions, gap, 0))

    def _fit(self, found: Resolution, words: NameWords, explicit: bool) -> float:
        """Return how well words name what was found."""
        language, best = self._language, found.candidates[0]
        named = longest_before(language.channel_words, words, len(words))
        bare = words[longest_at(language.determiners, words, 0) : len(words) - named]
        several = len(bare) > 1
        if best.score >= _LAST_NAME:
            whole = several and best.why.startswith("name")
            fit = _WHOLE + len(bare) - 2 if whole else _ONE_WORD
        elif best.score >= NICKNAME:
            fit = _SOUND + (1.4 if several else 0.0)
        elif best.score >= NAMED_FROM:
            fit = _SHORT + (0.8 if several else 0.0)
        else:
            fit = 1 + (best.score - _ALIKE_FROM) * 8 + (0.6 if several else 0.0)
            if best.why == PART_OF_CHANNEL:
                fit = min(fit, 1.4)
        if len(bare) == 1 and bare[0] in language.words and not explicit:
            fit -= _COMMON
        if found.rivals > 1:
            fit -= _TIED
        is_channel = best.kind is Kind.CHANNEL and best.score >= NICKNAME
        if not (named or is_channel) and len(bare) > 1 and bare[-1:] in self._glue:
            exact = best.score >= EXACT and best.why == "name"
            fit -= _GLUED / 2 if exact and best.kind is Kind.PERSON else 0.0 if exact else _GLUED
        return fit + (2.0 if explicit else 0.0)

    def _unknown_end(self, spoken: NameWords, at: int) -> int:
        """Return where a name that nobody has most likely ends."""
        ended = self._ended(spoken, at)
        if ended:
            return ended
        language, roles = self._language, self._signs["roles"]
        start = end = at + longest_at(language.determiners, spoken, at)
        if start > at:
            while length := longest_at(roles, spoken, end):
                end += length
            return end if end > start else min(len(spoken), end + 1)
        while end < min(len(spoken), at + _LONGEST_UNKNOWN):
            if end > at and spoken[end] in language.words:
                break
            end += 1
        return max(end, min(at + 1, len(spoken)))

    def _ended(self, spoken: NameWords, at: int) -> int:
        """Return where "channel" or a linker ends a name; 0 where none does soon."""
        language = self._language
        for place in range(at + 1, min(len(spoken), at + LONGEST_NAME)):
            length = longest_at(language.channel_words, spoken, place)
            if length:
                return place + length
        for place in range(at + 1, min(len(spoken), at + _LONGEST_UNKNOWN + 1)):
            sure = longest_at(language.sure_linkers, spoken, place)
            if sure or (spoken[place],) in language.that:
                return place
        return 0


def _together(items: tuple[Address, ...]) -> Address:
    if len(items) == 1:
        return items[0]
    resolutions: list[Resolution] = []
    seen: set[str] = set()
    for resolution in (one for address in items for one in address.resolutions):
        certain = resolution.certainty is Certainty.CERTAIN
        if certain and resolution.candidates[0].id in seen:
            continue
        if certain:
            seen.add(resolution.candidates[0].id)
        resolutions.append(resolution)
    fits = [address.fit for address in items]
    fit = min(fits) + _LIST + (sum(fits) / len(fits) - min(fits)) / 2
    explicit = any(address.explicit for address in items)
    return Address(tuple(resolutions), items[0].start, items[-1].end, fit, explicit)


def _has_person(address: Address) -> bool:
    return any(candidate.kind is not Kind.CHANNEL for candidate in address.people)
