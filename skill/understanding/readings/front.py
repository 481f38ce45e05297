"""Recipients in front of the text: "kevin park i'm late", "the dev ops channel that we're live"."""

from dataclasses import replace

from postbox.directory.names.spelling import NameWords
from skill.understanding.language import Language, longest_at
from skill.understanding.names.candidate import NAMED_FROM, Kind
from skill.understanding.names.recipients import LONGEST_NAME, RecipientReader, Recipients
from skill.understanding.names.resolution import CERTAIN_FROM, DOUBTFUL_FROM, Certainty, Wanted
from skill.understanding.phrase import Phrase
from skill.understanding.readings.linkers import Linkers
from skill.understanding.readings.reading import Reading

_ALIKE = 0.85
_WORSE = 0.02
"""A longer name may fit as much worse than a shorter one."""
_LONGEST_UNKNOWN = 4
_LONGEST_REST = 3
_WRITTEN_OR_HEARD = Wanted(by_likeness=False)


class FrontReader:
    """Reads phrases that begin with whom they are for."""

    def __init__(self, reader: RecipientReader, language: Language) -> None:
        """Read in this language."""
        self._reader = reader
        self._language = language
        self.linkers = Linkers(language)

    def read(self, phrase: Phrase, at: int, *, linked_surely: bool = False) -> Reading:
        """Return the best reading with the recipients from word `at`; unknown ones if need be.

        With `linked_surely` a linker ends the names wherever it stands: "a message to ... saying".
        """
        reading, bare = self._best(phrase, at)
        if not bare:
            return reading
        longer = (phrase.spoken[at : reading.start + more] for more in (1, 2))
        if any(map(self._reader.has_left, longer)):
            reading = replace(reading, is_doubtful=True)
        return self._whole(phrase, reading, linked_surely)

    def _best(self, phrase: Phrase, at: int) -> tuple[Reading, bool]:
        """Return the best reading, and whether nothing but the names themselves ends them."""
        spoken = phrase.spoken
        linked = self._linked(phrase, at)
        named = self._channel(phrase, at)
        bare = self._bare(phrase, at)
        for reading in (linked, named, bare):
            if reading and reading.recipients.least_score >= NAMED_FROM:
                return reading, reading is bare
        known = [each for each in (linked, named, bare) if each and _is_known(each.recipients)]
        if known:
            best = max(known, key=lambda each: each.recipients.least_score)
            return best, best is bare
        end = self._unknown_end(phrase, at)
        recipients = self._reader.read(spoken[at:end])
        return Reading(recipients, self.linkers.after(phrase, end), len(spoken)), False

    def _whole(self, phrase: Phrase, reading: Reading, surely: bool) -> Reading:
        """Return a reading that leaves no part of a name in the text, or is not sure of it."""
        for place, length in self.linkers.within(phrase, reading.start):
            between = phrase.spoken[reading.start : place]
            if not between or not self.linkers.is_sure(phrase, place):
                continue
            if surely or (len(between) <= _LONGEST_REST and not self._has_subject(between)):
                return replace(reading, start=place + length, is_doubtful=True)
        for place in range(reading.start, min(len(phrase), reading.start + _LONGEST_REST + 1)):
            if longest_at(self._language.determiners, phrase.spoken, place):
                break
            channel = longest_at(self._language.channel_words, phrase.spoken, place)
            if channel:
                start = self.linkers.after(phrase, place + channel)
                return replace(reading, start=start, is_doubtful=True)
        return replace(reading, is_doubtful=reading.is_doubtful or self._goes_on(phrase, reading))

    def _has_subject(self, words: NameWords) -> bool:
        known = self._language.subjects | self._language.not_names
        return any((word,) in known for word in words)

    def _goes_on(self, phrase: Phrase, reading: Reading) -> bool:
        """Whether a last name that nobody has may stand behind a first name."""
        following = phrase.spoken[reading.start : reading.start + 1]
        found = reading.recipients.resolutions[-1]
        people = [each for each in found.candidates if each.kind is Kind.PERSON]
        unusual = [word for word in following if word not in self._language.words]
        one_word = len(found.spoken.split()) == 1
        return bool(people) and one_word and any(word.isalpha() for word in unusual)

    def read_surely(self, phrase: Phrase, at: int) -> Reading | None:
        """Return a reading whose recipients are named as they are written or sound, if any."""
        for reading in (
            self._linked(phrase, at),
            self._channel(phrase, at),
            self._bare(phrase, at, _WRITTEN_OR_HEARD),
        ):
            if reading and reading.recipients.least_score >= NAMED_FROM:
                return reading
        return None

    def _linked(self, phrase: Phrase, at: int) -> Reading | None:
        """Read "kevin and ana saying ...": names up to a linker."""
        best: Reading | None = None
        for place, length in self.linkers.within(phrase, at):
            recipients = self._reader.read(phrase.spoken[at:place])
            if not _is_known(recipients):
                continue
            reading = Reading(recipients, place + length, len(phrase))
            if best is None or recipients.least_score > best.recipients.least_score:
                best = reading
        return best

    def _channel(self, phrase: Phrase, at: int) -> Reading | None:
        """Read "the dev ops channel ...": names up to the word that says what they are."""
        for place in range(at + 1, min(len(phrase), at + LONGEST_NAME + 1)):
            length = longest_at(self._language.channel_words, phrase.spoken, place)
            if length:
                end = place + length
                recipients = self._reader.read(phrase.spoken[at:end])
                if _is_known(recipients):
                    return Reading(recipients, self.linkers.after(phrase, end), len(phrase))
        return None

    def _bare(self, phrase: Phrase, at: int, wanted: Wanted = Wanted()) -> Reading | None:  # noqa: B008
        """Read names that nothing separates from the text but what they are."""
        found = self._one(phrase, at, wanted)
        if found is None:
            return None
        end, resolutions = found[0], list(found[1].resolutions)
        while end < len(phrase) and (phrase.spoken[end],) in self._language.conjunctions:
            following = self._one(phrase, end + 1, _WRITTEN_OR_HEARD)
            following = following or self._unknown(phrase, end + 1)
            if following is None:
                break
            end = following[0]
            resolutions += following[1].resolutions
        recipients = Recipients(tuple(resolutions))
        return Reading(recipients, self.linkers.after(phrase, end), len(phrase))

    def _unknown(self, phrase: Phrase, at: int) -> tuple[int, Recipients] | None:
        """Return a further name that nobody has, so that it does not pass for text."""
        if not self._reader.looks.is_like_a_name(phrase.spoken[at : at + 1]):
            return None
        end = self._unknown_end(phrase, at)
        return end, self._reader.read(phrase.spoken[at:end])

    def _one(self, phrase: Phrase, at: int, wanted: Wanted) -> tuple[int, Recipients] | None:
        """Return where the name at `at` ends, and what it means."""
        sure = self._longest(phrase, at)
        if not wanted.by_likeness:
            return sure
        alike = self._alike(phrase, at, sure[0] if sure else at)
        if sure is None or alike is None:
            return alike or sure
        certain = sure[1].certainty is Certainty.CERTAIN
        return sure if certain and _first(sure[1]) != _first(alike[1]) else alike

    def _longest(self, phrase: Phrase, at: int) -> tuple[int, Recipients] | None:
        for end in range(min(len(phrase), at + LONGEST_NAME), at, -1):
            recipients = self._reader.read(phrase.spoken[at:end], _WRITTEN_OR_HEARD)
            if len(recipients.resolutions) == 1 and recipients.least_score >= NAMED_FROM:
                return end, recipients
        return None

    def _alike(self, phrase: Phrase, at: int, sure_end: int) -> tuple[int, Recipients] | None:
        """Return a name that is like these words; none that would eat the text's own words."""
        best: tuple[int, Recipients] | None = None
        for end in range(max(sure_end, at) + 1, min(len(phrase), at + 3) + 1):
            least = _ALIKE if end - at > 1 else DOUBTFUL_FROM
            if len(phrase.spoken[end - 1]) == 1 and phrase.spoken[end - 1] in self._language.words:
                break
            if phrase.spoken[end - 1] in self._language.words:
                if not self._reader.is_in_a_name(phrase.spoken[end - 1]):
                    break
                least = CERTAIN_FROM
            recipients = self._reader.read(phrase.spoken[at:end])
            score = recipients.least_score
            if score >= least and (best is None or score >= best[1].least_score - _WORSE):
                best = end, recipients
        return best

    def _unknown_end(self, phrase: Phrase, at: int) -> int:
        """Return where a name that nobody has most likely ends."""
        for place, _ in self.linkers.within(phrase, at):
            if place - at <= _LONGEST_UNKNOWN:
                return place
        for place in range(at + 1, min(len(phrase), at + LONGEST_NAME)):
            length = longest_at(self._language.channel_words, phrase.spoken, place)
            if length:
                return place + length
        end = at + longest_at(self._language.determiners, phrase.spoken, at)
        while end < min(len(phrase), at + _LONGEST_UNKNOWN):
            if end > at and phrase.spoken[end] in self._language.words:
                break
            end += 1
        return max(end, min(at + 1, len(phrase)))


def _first(recipients: Recipients) -> str:
    return recipients.resolutions[0].candidates[0].id


def _is_known(recipients: Recipients) -> bool:
    return recipients.certainty is not Certainty.UNKNOWN
