"""What only fills a text is left out of it: "uh", a word said twice, "what's it called". Pure."""

from dataclasses import replace

from postbox.directory.names.spelling import NameWords
from skill.understanding.language import Language, longest_at
from skill.understanding.phrase import Phrase
from skill.understanding.readings.reading import Part, Reading, Role, Run


class Fillers:
    """Leaves what only fills out of the texts of one language."""

    def __init__(self, language: Language) -> None:
        """Use this language's lists."""
        self._language = language
        self._signs = language.signs

    def left_out(self, phrase: Phrase, reading: Reading) -> Reading:
        """Return the reading with "uh" and doubled words out of its texts."""
        parts: list[Part] = []
        for part in reading.parts:
            runs: list[Run] = []
            for start, end in part.runs:
                clean, fillers = self._cleaned(phrase, start, end)
                runs += clean
                reading = reading.marked(*fillers)
            parts.append(replace(part, runs=tuple(runs)))
        return replace(reading, parts=tuple(parts))

    def _cleaned(
        self, phrase: Phrase, start: int, end: int
    ) -> tuple[list[Run], list[tuple[int, int, Role]]]:
        marks = self._found(phrase, start, end)
        runs: list[Run] = []
        begun = start
        for first, last, _ in marks:
            if begun < first:
                runs.append((begun, first))
            begun = last
        if begun < end:
            runs.append((begun, end))
        return (runs, marks) if runs else ([(start, end)], [])

    def _restarts(self, spoken: NameWords, at: int, end: int) -> int:
        """Return 1 where "is er it's in ..." takes up its verb again."""
        contracted = spoken[end : end + 1] in self._signs["contracted"]
        said = at > 0 and spoken[at - 1 : at] in self._language.be
        return int(said and contracted and end + 1 < len(spoken))

    def _searched(self, spoken: NameWords, at: int, start: int) -> int:
        """Return how many words "what do you call it" has of "at the what do you call it depot"."""
        before = spoken[at - 1 : at] if at > start else ()
        length = longest_at(self._signs["searching"], spoken, at)
        led = before in self._language.definite | self._language.indefinite
        return length if led and at + length < len(spoken) else 0

    def _goes_on_filling(self, phrase: Phrase, at: int, end: int, is_first: bool) -> int:
        """Return how many words behind an "uh" are no text yet: "yeah", "how do you say"."""
        spoken = phrase.spoken[:end]
        length = searched(spoken, at, self._language)
        if length or not is_first:
            return length
        return only_opens(Phrase(phrase.between(0, end)), at, self._language)

    def _is_object_and_subject(self, spoken: NameWords, first: int, start: int) -> bool:
        """Whether a verb stands before "it it was ...": "found it, it was under the seat"."""
        helps = self._language.be | self._language.modals | self._signs["contracted"]
        is_told = spoken[first + 2 : first + 3] in helps
        before = spoken[first - 1] if first > start else ""
        verb = bool(self._language.complements.kinds(before)) and (before,) not in helps
        twice = spoken[first : first + 1] == spoken[first + 1 : first + 2]
        return twice and spoken[first : first + 1] in self._language.objects and is_told and verb

    def _found(self, phrase: Phrase, start: int, end: int) -> list[tuple[int, int, Role]]:
        """Return where "uh" stands, and words said twice, an "uh" between them or not."""
        spoken = phrase.spoken
        found: list[tuple[int, int, Role]] = []
        kept_before = -1
        place = start
        while place < end:
            length = longest_at(self._signs["fillers"], spoken[:end], place)
            length = length or self._searched(spoken[:end], place, start)
            if length:
                # "Er yeah the van ...", "uh how do you say the latch ...".
                goes_on = self._goes_on_filling(phrase, place + length, end, place == start)
                length += goes_on if place + length + goes_on < end else 0
                length += self._restarts(spoken[:end], place, place + length)
                found.append((place, place + length, Role.FILLER))
                place += length
                continue
            doubled = spoken[place : place + 1] in self._signs["doubled"]
            doubled = doubled and not self._is_object_and_subject(spoken, kept_before, start)
            if doubled and kept_before >= 0 and spoken[kept_before] == spoken[place]:
                found.append((kept_before, kept_before + 1, Role.FILLER))
            kept_before = place
            place += 1
        return sorted(found)


def only_opens(phrase: Phrase, at: int, language: Language) -> int:
    """Return how many words "yeah" has behind an "uh", where a text or a name begins after it.

    "See you at six", "right on time" and "we'll be late" are text.
    """
    length = longest_at(language.signs["only_opening"], phrase.spoken, at)
    following = phrase.spoken[at + length : at + length + 1]
    if not length or not following or "'" in phrase.between(at, at + length).replace("\u2019", "'"):
        return 0
    begins = following in language.subjects | language.definite
    return length if begins or following[0] not in language.words else 0


def searched(spoken: NameWords, at: int, language: Language) -> int:
    """Return how many words "let me think" has behind an "uh"; "let me think about it" is text."""
    length = longest_at(language.signs["searching"], spoken, at)
    goes_on = spoken[at + length : at + length + 1] in language.prepositions | language.conjunctions
    return 0 if goes_on else length
