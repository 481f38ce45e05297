"""Recipients behind the text: "running late to general", "lunch is here in the random channel".

A text may itself end like that ("I'm going to general motors"). So what stands before the
preposition counts, and a name that is only like one does not take words from a text.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from postbox.directory.names.ear import in_digits
from postbox.directory.names.spelling import NameWords
from skill.understanding.language import Language, longest_at, longest_before
from skill.understanding.names.candidate import NAMED_FROM, PART_OF_CHANNEL, Kind
from skill.understanding.names.recipients import RecipientReader, Recipients
from skill.understanding.names.resolution import DOUBTFUL_FROM, Certainty, Wanted
from skill.understanding.phrase import Phrase
from skill.understanding.sentences.asking import Asking
from skill.understanding.sentences.particles import Owner, Particles
from skill.understanding.sentences.verb_objects import Asks

_LONGEST_TAIL = 18
_LONGEST_ALIKE = 6
_RATHER, _STRIKING = 0.86, 0.9
"""Several words in a row are not by chance as much like a name as this."""


@dataclass(frozen=True)
class Tail:
    """Recipients behind a text."""

    recipients: Recipients
    end: int
    """The word before which the text ends: their preposition."""
    is_doubtful: bool
    """Whether the text may end so itself."""


@dataclass(frozen=True)
class _Ending:
    """A preposition and the words behind it."""

    place: int
    names: NameWords
    particles: int
    """So many of its own words could belong to the text: the "over" of "over to"."""
    to_channel: bool
    has_article: bool
    """Whether a "the" or "my" leads the words, which no person's name has."""
    after_be: bool
    """Whether the words before end like "the bug is": then "in ..." may complete them."""
    may_be_split: bool = False
    """Whether the text's last word may as well lead to it: "turn the oven on"."""

    def wanted(self, *, by_likeness: bool) -> Wanted:
        return Wanted(Kind.CHANNEL if self.to_channel else None, by_likeness)


class BehindReader:
    """Reads phrases that end with whom they are for."""

    def __init__(self, reader: RecipientReader, language: Language) -> None:
        """Read in this language."""
        self._reader = reader
        self._language = language
        self._asking = Asking(language)
        self._particles = Particles(language)
        self._to = language.to | language.signs["on_to"]
        self._into = language.into | language.signs["up_in"]

    def read(self, phrase: Phrase, start: int, end: int) -> Tail | None:
        """Return a reading of words `start` to before `end`, or None when all of it is text."""
        end -= longest_before(self._language.trailing, phrase.spoken, end)
        tails = list(self._tails(phrase, start, end))
        for tail in tails:
            recipients = self._reader.read(tail.names, tail.wanted(by_likeness=False))
            if recipients.least_score >= NAMED_FROM:
                doubtful = self._may_be_text(phrase.spoken, start, tail, recipients)
                return Tail(recipients, tail.place, doubtful)
        for tail in reversed(tails):
            reading = self._alike(phrase, start, tail)
            if reading:
                return reading
        return None

    def _tails(self, phrase: Phrase, start: int, end: int) -> Iterator[_Ending]:
        doubted = -1
        behind = start
        for place in range(max(start, end - _LONGEST_TAIL - 1), end - 1):
            if place < behind:
                # The "to" of "over to": its "over" is no more the text's where a name is misheard.
                continue
            to = longest_at(self._to, phrase.spoken, place)
            into = longest_at(self._into, phrase.spoken, place)
            shared = longest_at(self._language.sharing, phrase.spoken, place)
            names = phrase.spoken[place + max(to, into, shared) : end]
            if not names:
                continue
            if longest_at(self._language.to, names, 0) and not self._reader.is_channel(names):
                continue
            if phrase.spoken[place:end] in self._language.fixed:
                continue
            after_be = place > start and (phrase.spoken[place - 1],) in self._language.be
            led_by_two = max(to, into) > 1
            owner = self._owner(phrase, start, place, to > 1) if led_by_two else Owner.SENDER
            if owner is not Owner.SENDER:
                # The "over" of "over to" ends the text: "hand it over", "the party is over".
                doubted = place + 1 if owner is Owner.EITHER else doubted
                continue
            if shared and names and longest_before(self._language.channel_words, names, len(names)):
                into = shared
            if to or into:
                behind = place + max(to, into)
                article = self._has_article(names)
                either = place == doubted
                yield _Ending(place, names, max(0, to - 1), into > to, article, after_be, either)

    def _owner(self, phrase: Phrase, start: int, place: int, is_to: bool) -> Owner:
        """Return whose the particle at a place is, which leads to names with a "to" (`is_to`)."""
        if place == start:
            return Owner.SENDER
        before, particle = phrase.spoken[start:place], phrase.spoken[place]
        owner = self._particles.owner(before, particle, phrase.between(start, place))
        if is_to and owner is Owner.SENDER and self._particles.may_end_in_it(before, particle):
            return Owner.EITHER
        return owner

    def _may_be_text(
        self, spoken: NameWords, start: int, tail: _Ending, recipients: Recipients
    ) -> bool:
        """Whether the words before ask for just such an ending."""
        language = self._language
        sent_as = longest_before(language.signs["sent_as"], spoken, tail.place)
        number = len(recipients.resolutions)
        if tail.may_be_split or self._leads_anew(tail.names, number):
            return True
        if recipients.explicit or tail.place == start or sent_as:
            return False
        if tail.to_channel:
            inside = self._asking.asks_within(spoken[start : tail.place])
            return self._is_a_place(tail) or inside or tail.after_be
        before = spoken[start : tail.place + tail.particles]
        if self._asking.asks_for_a_verb(before, tail.names[0]):
            return True
        if self._asking.ranges(before):
            return True
        if len(tail.names) == 1 and tail.names[0] in language.words:
            # It may be no name at all: "ready to launch", "open to ideas".
            return self._asking.asks_for_a_name(before, people=False)
        return self._asking.asks(before) > Asks.NO

    def _leads_anew(self, names: NameWords, number: int) -> bool:
        """Whether a "to" goes on where an "and" had ended the list: "ana and wei to kevin".

        `number` is how many are named: "go to market" is one.
        """
        known = self._language
        joins = known.conjunctions | known.signs["joins"]
        apart = [at for at in range(len(names)) if names[at : at + 1] in joins | known.to]
        ended = next((at for at in apart if names[at : at + 1] in joins), len(names))
        bare = [at for at in apart if names[at : at + 1] in known.to and at > ended + 1]
        # "And also to olu" joins as "and to olu" does.
        anew = any(names[at - 1 : at] not in joins | known.adverbs for at in bare)
        return anew and number == len(apart) + 1

    def _is_a_place(self, tail: _Ending) -> bool:
        """Whether one can be "in" or "on" it: "parking", "the lounge", "berlin office"."""
        spots = self._language.workplaces | self._language.signs["spots"]
        is_place = tail.names in self._language.places or tail.names[-1:] in spots
        return tail.has_article or tail.names in spots or is_place

    def _has_article(self, names: NameWords) -> bool:
        """Whether an article leads names; "a p i guides" are letters."""
        article = longest_at(self._language.determiners, names, 0)
        spelled = len(names[0]) == 1 and len(names) > 1 and len(names[1]) == 1
        return article > 0 and not spelled

    def _alike(self, phrase: Phrase, start: int, tail: _Ending) -> Tail | None:
        """Read a tail whose names are only like known ones, or unknown but clearly names."""
        wanted = tail.wanted(by_likeness=True)
        if tail.has_article:
            wanted = replace(wanted, kind=Kind.CHANNEL)
        recipients = self._reader.read(tail.names, wanted)
        too_long = len(tail.names) > _LONGEST_ALIKE or self._holds_a_sentence(tail.names)
        before, looks = phrase.spoken[start : tail.place], self._reader.looks
        people = looks.names_people(tail.names) or looks.has_a_name(tail.names)
        asked_for = not looks.is_full_name(tail.names)
        asked_for = asked_for and self._asking.asks_for_a_name(before, people=people)
        striking = len(tail.names) > 1 and recipients.least_score >= _STRIKING
        sent_as = longest_before(self._language.signs["sent_as"], before, len(before))
        if sent_as and sent_as < len(before) and not (tail.to_channel or tail.has_article):
            # "As a message to ..." is said of whoever gets it, known or not.
            return Tail(recipients, tail.place, is_doubtful=False)
        if not recipients.explicit and (too_long or (asked_for and not striking)):
            return None
        if tail.to_channel and not (recipients.explicit or striking):
            return None
        if not recipients.explicit and not self._is_meant(recipients, tail.names):
            return None
        text_too = tail.place == start or (tail.has_article and not recipients.explicit)
        if recipients.certainty is Certainty.UNKNOWN and text_too:
            return None
        doubtful = asked_for or (tail.to_channel and tail.after_be)
        doubtful = doubtful and not recipients.explicit
        return Tail(recipients, tail.place, doubtful)

    def _holds_a_sentence(self, names: NameWords) -> bool:
        """Whether words that would be names go on as a text does: "assertive i changed it"."""
        language = self._language
        goes_on = language.pronouns | language.prepositions | self._language.signs["for"]
        return any((word,) in goes_on - language.conjunctions for word in names[1:])

    def _is_meant(self, recipients: Recipients, names: NameWords) -> bool:
        """Whether words are surely no text: a name, or some of the words of one channel's name."""
        if self._reader.looks.is_like_a_name(names):
            return True
        strange = any(word not in self._language.words for word in names)
        is_verb = self._language.complements.is_base(names[0])
        least = _RATHER if is_verb and not strange else DOUBTFUL_FROM
        if len(names) > 1 and recipients.least_score >= least:
            return True
        if len(names) > 1 or names in self._language.not_names:
            return False
        if any(word.isdecimal() for word in in_digits(names)):
            return False
        found = [
            candidate
            for resolution in recipients.resolutions
            for candidate in resolution.candidates
        ]
        return any(candidate.why == PART_OF_CHANNEL for candidate in found)
