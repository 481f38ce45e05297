"""Every way to read a single name from a word on, and how well it fits. Pure."""

from collections.abc import Iterator
from dataclasses import replace

from postbox.directory.names.spelling import NameWords
from skill.understanding.language import Language, longest_at, longest_before
from skill.understanding.names.candidate import (
    EXACT,
    NAMED_FROM,
    NICKNAME,
    PART_OF_CHANNEL,
    Kind,
)
from skill.understanding.names.recipients import RecipientReader
from skill.understanding.names.resolution import DOUBTFUL_FROM, Resolution, Wanted
from skill.understanding.readings.addresses.address import Address

_WRITTEN = Wanted(by_likeness=False)
_ALIKE = Wanted()
_CHANNELS = Wanted(Kind.CHANNEL)
_LONGEST_ALIKE = 3
LONGEST_NAME = 13
_LONGEST_BARE = 8
WHOLE, ONE_WORD, _SOUND, SHORT = 6.0, 4.0, 3.2, 2.6
_ALIKE_FROM = 0.8
_LAST_NAME = 0.998
COMMON, _TIED, _GLUED = 1.0, 0.5, 4.0


class SingleNames:
    """Reads single names out of one phrase after another."""

    def __init__(self, reader: RecipientReader, language: Language) -> None:
        """Resolve names by this reader."""
        self._reader = reader
        self._language = language
        self._signs = language.signs
        self._glue = (
            language.not_names
            | language.before_nouns
            | language.pronouns
            | language.modals
            | language.be
            | language.subjects
            | language.beginnings
            | language.signs["glue"]
        )

    def written(self, spoken: NameWords, at: int) -> Iterator[Address]:
        """Yield single names as they are written or sound."""
        signs = self._signs
        sigil = longest_at(signs["sigils"], spoken, at)
        inside = longest_at(signs["people_in"], spoken, at)
        for skipped in dict.fromkeys((0, sigil, inside)):
            for end in self._name_ends(spoken, at + skipped):
                yield from self._one(spoken, at, at + skipped, end, _WRITTEN)

    def _name_ends(self, spoken: NameWords, at: int) -> Iterator[int]:
        """Yield where a name may end; a long one only where it is said to be a channel's."""
        for end in range(at + 1, min(len(spoken), at + LONGEST_NAME) + 1):
            if end > at + 1 and self._only_fills(spoken[end - 1]):
                # "Olu uh where is ...": nobody is called so.
                return
            named = (spoken[end - 1],) in self._language.channel_words
            if end - at <= _LONGEST_BARE or named:
                yield end

    def _only_fills(self, word: str) -> bool:
        """Whether a word is an "uh", which nobody is called."""
        return (word,) in self._signs["fillers"] and not self._reader.is_in_a_name(word)

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

    def alike(
        self, spoken: NameWords, at: int, written: list[Address], channels: bool
    ) -> Iterator[Address]:
        """Yield names that are no more than like known ones; none that eat the text's words."""
        longest = max((address.end for address in written), default=at)
        kind = _CHANNELS if channels else _ALIKE
        for end in range(at + 1, min(len(spoken), at + _LONGEST_ALIKE + 2) + 1):
            named = longest_before(self._language.channel_words, spoken, end)
            if any(address.end == end for address in written):
                continue
            if end > at + 1 and self._only_fills(spoken[end - 1]):
                break
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

    def _fit(self, found: Resolution, words: NameWords, explicit: bool) -> float:
        """Return how well words name what was found."""
        language, best = self._language, found.candidates[0]
        named = longest_before(language.channel_words, words, len(words))
        bare = words[longest_at(language.determiners, words, 0) : len(words) - named]
        several = len(bare) > 1
        if best.score >= _LAST_NAME:
            whole = several and best.why.startswith("name")
            fit = WHOLE + len(bare) - 2 if whole else ONE_WORD
        elif best.score >= NICKNAME:
            fit = _SOUND + (1.4 if several else 0.0)
        elif best.score >= NAMED_FROM:
            fit = SHORT + (0.8 if several else 0.0)
        else:
            fit = 1 + (best.score - _ALIKE_FROM) * 8 + (0.6 if several else 0.0)
            if best.why == PART_OF_CHANNEL:
                fit = min(fit, 1.4)
        if len(bare) == 1 and bare[0] in language.words and not explicit:
            fit -= COMMON
        if found.rivals > 1:
            fit -= _TIED
        is_channel = best.kind is Kind.CHANNEL and best.score >= NICKNAME
        if not (named or is_channel) and len(bare) > 1 and bare[-1:] in self._glue:
            exact = best.score >= EXACT and best.why == "name"
            fit -= _GLUED / 2 if exact and best.kind is Kind.PERSON else 0.0 if exact else _GLUED
        return fit + (2.0 if explicit else 0.0)
