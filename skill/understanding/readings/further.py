"""What comes on top of a reading: second messages, corrections carried out, "uh" left out. Pure."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import islice

from postbox.directory.names.spelling import NameWords
from skill.understanding.indirect.hearers import Speech
from skill.understanding.language import Language, PhraseSet, longest_at, longest_before
from skill.understanding.phrase import Phrase
from skill.understanding.readings.addresses.address_reader import AddressReader
from skill.understanding.readings.around_names import LED, Expected
from skill.understanding.readings.fillers import Fillers
from skill.understanding.readings.front import FrontReader
from skill.understanding.readings.place import Place, words_of
from skill.understanding.readings.put_right.named_anew import FITS
from skill.understanding.readings.reading import Part, Reading, Role
from skill.understanding.sentences.shapes import Shapes
from skill.understanding.wording.corrections.hesitated import hesitated
from skill.understanding.wording.corrections.repairs import repaired
from skill.understanding.wording.corrections.struck import without_what_is_struck

_REPAIRED, _SECOND = 3.0, 2.5
_MOST_SECONDS = 8
"""Each is as long as the whole; where more come near each other, none of them is sure."""


def telling_verbs(language: Language) -> Mapping[Speech, PhraseSet]:
    """Return the verbs that lead to a recipient, by what they make of the text."""
    signs = language.signs
    return {
        Speech.TELL: signs["telling_verbs"],
        Speech.ASK: signs["asking_verbs"],
        Speech.THANK: signs["thanking_verbs"],
    }


class Further:
    """Finds further ways to read what a reading takes for one text."""

    def __init__(
        self, addresses: AddressReader, front: FrontReader, shapes: Shapes, language: Language
    ) -> None:
        """Read in this language."""
        self._addresses = addresses
        self._front = front
        self._shapes = shapes
        self._language = language
        self._signs = language.signs
        self._fillers = Fillers(language)
        self._verbs = telling_verbs(language)

    def of(self, phrase: Phrase, reading: Reading) -> Iterator[Reading]:
        """Yield a reading, and what it is with a second message or a correction in its text."""
        yield self._fillers.left_out(phrase, reading)
        seconds = islice(self._seconds(phrase, reading), _MOST_SECONDS)
        for more in (*seconds, *self._mended(phrase, reading)):
            yield self._fillers.left_out(phrase, more)

    def _mended(self, phrase: Phrase, reading: Reading) -> Iterator[Reading]:
        """Yield the reading with a correction within its text carried out."""
        part = reading.parts[-1]
        if len(part.runs) != 1:
            return
        start, end = part.runs[0]
        sure = repaired(phrase.spoken[start:end], self._language)
        said = phrase.spoken[start:end]
        struck = without_what_is_struck(said, self._language)
        kept = sure or struck or hesitated(said, self._language)
        if kept is None:
            return
        runs = tuple((start + one, start + other) for one, other in kept)
        gap = (runs[0][1] if len(runs) > 1 else start, runs[-1][0])
        mended = replace(reading, parts=(*reading.parts[:-1], replace(part, runs=runs)))
        mended = replace(mended, is_doubtful=mended.is_doubtful or not sure)
        yield mended.marked((*gap, Role.CORRECTED)).weighed(("a correction carried out", _REPAIRED))

    def _seconds(self, phrase: Phrase, reading: Reading) -> Iterator[Reading]:
        """Yield the reading with "and the same to ana", "and tell wei to start"."""
        part = reading.parts[-1]
        if len(part.runs) != 1 or (part.names_behind and part.address):
            return
        start, end = part.runs[0]
        for place in range(start + 1, end):
            yield from self._also(phrase, reading, part, place)
            yield from self._second(phrase, reading, place)

    def _also(self, phrase: Phrase, reading: Reading, part: Part, place: int) -> Iterator[Reading]:
        """Yield "i'm late and the same to ana": one text for both."""
        length = longest_at(self._signs["same_to"], phrase.spoken, place)
        inside = phrase.spoken[place - 1 : place] in self._language.conjunctions
        if not length or inside or part.address is None:
            return
        end = part.runs[0][1]
        for address in self._addresses.options(phrase.spoken, place + length, alike=False):
            trailing = longest_at(self._language.trailing, phrase.spoken, address.end)
            if address.is_known and address.end + trailing == end and address.fit >= FITS:
                first = replace(part, runs=((part.runs[0][0], place),))
                second = replace(first, address=address)
                more = replace(reading, parts=(*reading.parts[:-1], first, second))
                more = more.marked(
                    (place, place + length, Role.CARRIER), (address.end, end, Role.FILLER)
                )
                yield more.weighed(("a second recipient", _SECOND))

    def _second(self, phrase: Phrase, reading: Reading, place: int) -> Iterator[Reading]:
        """Yield "i'm late and tell wei to start without me"."""
        joined = longest_at(self._signs["and"], phrase.spoken, place)
        if not joined:
            return
        yield from self._elsewhere(phrase, reading, place, joined)
        yield from self._in_turn(phrase, reading, place, joined)
        if self._is_asked_politely(phrase.spoken, place):
            return
        asked = self._politely(phrase.spoken, place + joined)
        # "Yes but ask wei first", "and can you tell wei" may be said to whoever reads the first.
        against = phrase.spoken[place : place + joined] in self._signs["against"]
        for speech, verbs in self._verbs.items():
            verb = longest_at(verbs, phrase.spoken, place + joined + asked)
            if not verb:
                continue
            lead = Place(place).on(joined + asked + verb, Role.CARRIER)
            for second in self._front.read(phrase, lead, speech):
                more = self._both(phrase, reading, second, place)
                if more:
                    told = self._shapes.is_clause(words_of(phrase.spoken, second.parts[-1].runs))
                    to_the_first = asked > 1 or (against and not told)
                    yield replace(more, is_doubtful=more.is_doubtful or to_the_first)

    def _politely(self, spoken: NameWords, at: int) -> int:
        """Return how many words "can you also" has, which ask for a second message."""
        place = at
        while length := longest_at(self._language.politeness, spoken, place):
            place += length
        return place - at

    def _is_asked_politely(self, spoken: NameWords, at: int) -> bool:
        """Whether "and can you" stands before an "also", so that the message is not cut there."""
        return (
            spoken[at - 1 : at] in self._signs["own_subjects"]
            and spoken[at - 2 : at - 1] in self._language.modals
        )

    def _elsewhere(
        self, phrase: Phrase, reading: Reading, place: int, joined: int
    ) -> Iterator[Reading]:
        """Yield "in sales we won and in help that we need two more": another place, linked."""
        into = longest_at(self._signs["in"], phrase.spoken, place + joined)
        length = into or longest_at(self._language.to, phrase.spoken, place + joined)
        first = reading.parts[-1].address
        if not length or first is None or not first.is_public:
            return
        lead = Place(place).on(joined + length, Role.CARRIER)
        expected = Expected(LED, channels=into > 0, takes_unknown=False)
        for second in self._front.read(phrase, lead, Speech.TELL, expected):
            linked = any(name == "a linker" for name, _ in second.evidence)
            more = self._both(phrase, reading, second, place) if linked else None
            if more:
                yield more

    def _in_turn(
        self, phrase: Phrase, reading: Reading, place: int, joined: int
    ) -> Iterator[Reading]:
        """Yield "to rake the yard and olu to lock the gate": to each what is his."""
        part, spoken = reading.parts[-1], phrase.spoken
        if part.address is None or part.names_behind:
            return
        start = part.runs[0][0]
        own = longest_at(self._signs["in_turn"], spoken, start)
        lead = spoken[start + own - 1 : start + own] if own else spoken[start - 1 : start]
        if lead not in self._signs["in_turn"]:
            return
        at, expected = Place(place).on(joined, Role.CARRIER), Expected(takes_unknown=False)
        for second in self._front.read(phrase, at, part.speech, expected):
            named = second.parts[-1].address
            behind = longest_at(self._signs["in_turn"], spoken, named.end) if named else 0
            if not named or not behind:
                continue
            end = named.end + behind
            ordered = self._language.complements.is_base("".join(spoken[end : end + 1]))
            if spoken[end - 1 : end] != lead or (lead in self._language.to and not ordered):
                continue
            more = self._both(phrase, reading, second, place)
            # "To fetch olu and wei to help", "to come and hope to stay" may be one order.
            before = self._addresses.exact_at(spoken, place - 1)
            listed = before is not None or spoken[place - 1 : place] in self._language.pronouns
            common = any(word in self._language.words for word in spoken[named.start : named.end])
            if more:
                yield replace(more, is_doubtful=more.is_doubtful or listed or common)

    def _both(
        self, phrase: Phrase, reading: Reading, second: Reading, place: int
    ) -> Reading | None:
        """Return two messages: the second begins at a place in the first one's text."""
        part, named = reading.parts[-1], second.parts[-1]
        if not (named.address and named.address.is_known and named.address.fit >= FITS):
            return None
        if not named.runs:
            return None
        breath = longest_before(self._signs["breaths_between"], phrase.spoken, place)
        breath = breath if part.runs[0][0] < place - breath else 0
        first = replace(part, runs=((part.runs[0][0], place - breath),))
        second = second.marked((place - breath, place, Role.FILLER))
        points = _SECOND + sum(
            min(0.0, points) for name, points in second.evidence if name == "the name goes on"
        )
        if self._is_same(phrase.spoken, named):
            marks = ((*named.runs[0], Role.FILLER),)
            named = replace(named, runs=first.runs, speech=first.speech)
            second = second.marked(*marks)
        else:
            points += min(0.0, self._shapes.begins(words_of(phrase.spoken, named.runs)))
        more = replace(reading, parts=(*reading.parts[:-1], first, named)).marked(*second.marks)
        # Words for nobody, then a message to somebody: the first may be an aside.
        doubtful = reading.is_doubtful or part.address is None
        return replace(more, is_doubtful=doubtful).weighed(("a second message", points))

    def _is_same(self, spoken: NameWords, part: Part) -> bool:
        text = words_of(spoken, part.runs)
        return bool(text) and longest_at(self._signs["same"], text, 0) == len(text)
