"""People mentioned in a text: "... and mention Ana", "at Kevin Park". Pure.

Only somebody who is certain becomes a mention; other words stay what they are. Nothing here ever
means @here, @channel or @everyone: those are no people of the directory.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from postbox.outbox.commands import Mention
from skill.understanding.language import Language, longest_at
from skill.understanding.names.candidate import EXACT, Candidate, Kind
from skill.understanding.names.recipients import RecipientReader
from skill.understanding.names.resolution import Certainty, Wanted
from skill.understanding.phrase import Phrase

_FULL_NAME = range(4, 1, -1)
"""So many words a full name has; one word after "at" is too often a time or a place."""
_PEOPLE = Wanted(kind=Kind.PERSON)
_PEOPLE_AS_WRITTEN = Wanted(kind=Kind.PERSON, by_likeness=False)


@dataclass(frozen=True)
class Mentioned:
    """Who is mentioned, and at which word the mention begins."""

    place: int
    people: tuple[Candidate, ...]


@dataclass(frozen=True)
class Composed:
    """A text with its mentions as they are posted."""

    text: str
    mentions: tuple[Mention, ...] = ()


class MentionReader:
    """Finds mentions in one language."""

    def __init__(self, reader: RecipientReader, language: Language) -> None:
        """Read names by this reader."""
        self._reader = reader
        self._language = language

    def leads(self, phrase: Phrase) -> list[tuple[int, int]]:
        """Return where words begin that ask for a mention, and where they end; the last first."""
        lengths = (
            (place, longest_at(self._language.mention, phrase.spoken, place))
            for place in range(len(phrase) - 1, -1, -1)
        )
        return [(place, place + length) for place, length in lengths if length]

    def read(self, phrase: Phrase, leads: Sequence[tuple[int, int]], end: int) -> Mentioned | None:
        """Return the people that words before `end` ask to mention, if all are certain."""
        for place, behind in leads:
            if behind < end:
                found = self._reader.read(phrase.spoken[behind:end], _PEOPLE)
                if found.certainty is Certainty.CERTAIN:
                    people = tuple(resolution.candidates[0] for resolution in found.resolutions)
                    return Mentioned(place, people)
        return None

    def composed(self, text: str, mentions: tuple[Candidate, ...]) -> Composed:
        """Return a text with "at Kevin Park" put as a mention, and more mentions at its end."""
        phrase = Phrase(text)
        written, spans, at, place = "", [], 0, 0
        while place < len(phrase):
            found = self._named_at(phrase, place)
            if found:
                person, end = found
                start, stop = phrase.span(place, end)
                written += text[at:start]
                spans.append(_span(written, person))
                written += f"@{person.name}"
                at, place = stop, end
            else:
                place += 1
        written += text[at:]
        for person in mentions:
            written += " " if written else ""
            spans.append(_span(written, person))
            written += f"@{person.name}"
        return Composed(written, tuple(spans))

    def _named_at(self, phrase: Phrase, place: int) -> tuple[Candidate, int] | None:
        """Return whose full name follows "at" here, and where it ends."""
        if (phrase.spoken[place],) not in self._language.at:
            return None
        for length in _FULL_NAME:
            end = place + 1 + length
            if end > len(phrase):
                continue
            found = self._reader.read(phrase.spoken[place + 1 : end], _PEOPLE_AS_WRITTEN)
            if found.certainty is Certainty.CERTAIN and found.least_score == EXACT:
                return found.resolutions[0].candidates[0], end
        return None


def _span(before: str, person: Candidate) -> Mention:
    return Mention(len(before), len(before) + len(person.name) + 1, person.id)
