"""What words around a name do to a message that waits for its text: deny, correct, move. Pure."""

from functools import cached_property

from postbox.directory.names.spelling import NameWords
from skill.understanding.answers.edges import beside_an_answer
from skill.understanding.language import Language, PhraseSet, longest_at, longest_before

_ANSWERS = (
    "negations", "giving_up", "refusing", "refusals", "preferred_to", "meaning", "in_its_place",
    "fillers", "courtesies", "excusing", "exclaiming",
)  # fmt: skip
_ASKED = (
    "breaths", "leads", "closers", "idle", "about_it", "wanting", "dropping", "disregarding",
    "pronouns", "third_persons", "apologizing", "telling_which", "moving", "moving_words",
    "leading_to_whom", "saying", "persons", "called_at_the_end", "addressed_politely",
    "vocatives", "correcting_whom", "speaking_of_whom", "told_verbs",
    "posting_verbs", "asking_to_say",
)  # fmt: skip
"""Lists of whose words a correction of whom it is for is made."""
_NEAR = 3
"""So many words may stand between a denial and who is denied."""


class Framing:
    """The words of a phrase, by what they do to whom a message is for."""

    def __init__(self, spoken: NameWords, language: Language) -> None:
        """Read words by the lists of a language."""
        self._spoken, self._language = spoken, language
        self._answers, self._asked = language.answers, language.asked

    @cached_property
    def _words(self) -> frozenset[str]:
        """All single words that such corrections are made of."""
        language = self._language
        lists = [self._answers[name] for name in _ANSWERS]
        lists += [self._asked[name] for name in _ASKED]
        lists += [
            language.to, language.into, language.be, language.modals, language.determiners,
            language.objects, language.pronouns, language.subjects, language.conjunctions,
            language.not_names, language.channel_words, language.messages, language.times,
            language.signs["for"], language.signs["corrections"],
        ]  # fmt: skip
        return frozenset(word for phrases in lists for phrase in phrases for word in phrase)

    @cached_property
    def _correcting(self) -> PhraseSet:
        known = self._answers
        correcting = (
            self._language.signs["corrections"] | known["giving_up"] | known["in_its_place"]
        )
        return correcting | self._asked["correcting_whom"] | self._asked["speaking_of_whom"]

    @cached_property
    def _leading(self) -> PhraseSet:
        language = self._language
        leading = language.to | language.into | language.signs["for"] | self._asked["wanting"]
        leading |= self._answers["meaning"] | self._asked["about_it"]
        # "He's with Olu" is no message for Olu.
        return leading - self._answers["merely_beside"] | self._asked["leading_to_whom"]

    def is_known(self, at: int) -> bool:
        """Whether the word at a place is one of which such corrections are made."""
        return self._spoken[at] in self._words

    def adds(self, end: int) -> bool:
        """Whether somebody is named on top before a place: "olu too", "also to olu"."""
        also, spoken = self._asked["also"] - self._language.conjunctions, self._spoken[:end]
        ends = longest_before(self._asked["also_at_the_end"], spoken, end)
        return bool(ends) or any((word,) in also for word in spoken)

    def leads_to(self, at: int) -> bool:
        """Whether "for", "it should go to", "i want", perhaps "the", stand right before a place."""
        article = longest_before(self._language.determiners, self._spoken[:at], at)
        for place in {at, at - article}:
            leading = self._leading | self._asked["moving"]
            if place and longest_before(leading, self._spoken[:place], place):
                return True
        return False

    def is_corrected_before(self, at: int) -> bool:
        """Whether words of correction or denial stand right before a place."""
        before = self._correcting | self._answers["negations"]
        return longest_before(before, self._spoken[:at], at) > 0

    def is_denied(self, at: int) -> bool:
        """Whether "not", "rather than" stand right before a place, and correct nothing."""
        known, before = self._answers, self._spoken[:at]
        denied = known["negations"] | known["preferred_to"] | self._asked["dropping"]
        led = longest_before(
            self._language.to | self._language.into | self._language.signs["for"], before, at
        )
        place = at - led
        length = longest_before(denied, before[:place], place)
        return length > 0 and longest_before(known["giving_up"], before[:place], place) < length

    def corrects(self, start: int, end: int) -> bool:
        """Whether a correction stands before a name, or "instead" behind it."""
        before = any(longest_at(self._correcting, self._spoken[:start], at) for at in range(start))
        behind = any(
            longest_at(self._answers["in_its_place"], self._spoken, at) for at in range(start, end)
        )
        return before or behind

    def moves_to(self, at: int) -> bool:
        """Whether "put it in", "let's send that to" stand before a place, and nobody does it."""
        language, spoken = self._language, self._spoken
        article = longest_before(language.determiners, spoken[:at], at)
        for place in {at, at - article}:
            led = longest_before(language.to | language.into, spoken[:place], place)
            it = longest_before(language.objects, spoken[: place - led], place - led)
            verb_end = place - led - it
            verb = longest_before(self._asked["moving_it"], spoken[:verb_end], verb_end)
            first = verb_end - verb
            done = spoken[first - 1 : first] if first else ()
            somebody = language.subjects | language.modals | language.to
            if led and it and verb and (done not in somebody or done in self._asked["letting"]):
                return True
        return False

    def persons(self, end: int) -> list[tuple[int, int]]:
        """Return where "her", "he" stand before a place."""
        persons = self._asked["pronouns"] | self._asked["third_persons"]
        return [(at, at + 1) for at in range(end) if self._spoken[at : at + 1] in persons]

    def gives_up(self, start: int, end: int) -> bool:
        """Whether who stands there is denied, or left for somebody else."""
        near = range(max(0, start - _NEAR), start)
        denying = self._answers["negations"] | self._answers["preferred_to"]
        denying |= self._asked["dropping"] | self._asked["denying_whom"]
        before = any(longest_at(denying, self._spoken[:start], at) for at in near)
        behind = longest_at(self._asked["away"], self._spoken, end) > 0
        return before or behind

    def means_behind(self, at: int) -> int:
        """Return where "i want", "i meant" end behind a name; the place itself for none."""
        return at + longest_at(self._asked["meant_behind"], self._spoken, at)

    def tells_which(self, at: int) -> int:
        """Return the length of "the other", "the wrong" right before a place."""
        which = self._asked["telling_which_other"]
        return longest_before(which, self._spoken[:at], at)

    def speaks_of_whom(self, end: int) -> bool:
        """Whether "wrong person", "change who it's for" stand before a place."""
        of_whom = self._asked["speaking_of_whom"]
        return any(longest_at(of_whom, self._spoken[:end], at) for at in range(end))

    def is_plain(self) -> bool:
        """Whether it begins as messages do: "no need to ...", "sorry i ..."."""
        return any(longest_at(self._asked["plain"], self._spoken, at) for at in {0, self._led})

    @cached_property
    def _led(self) -> int:
        return self.behind_manners(0)

    def is_manner(self, start: int, end: int) -> bool:
        """Whether nothing but corrections and manners stands between two places."""
        spoken, at = self._spoken[:end], start
        manner = self._manner
        while at < end and (length := longest_at(manner, spoken, at)):
            at += length
        return at >= end

    @cached_property
    def _manner(self) -> PhraseSet:
        manner = beside_an_answer(self._language) | self._asked["closers"] | self._asked["leads"]
        manner |= self._asked["apologizing"] | self._answers["courtesies"]
        return manner | self._correcting | self._answers["closing_fillers"]

    def behind_manners(self, at: int) -> int:
        """Return where "please", "instead", "and" end that begin at a place."""
        manner = self._answers["in_its_place"] | self._asked["closers"] | self._asked["breaths"]
        while length := longest_at(manner, self._spoken, at):
            at += length
        return at

    def is_corrected_at(self, at: int) -> bool:
        """Whether words of correction begin at a place."""
        return longest_at(self._correcting, self._spoken, at) > 0

    def behind_saying(self, at: int) -> tuple[int, bool]:
        """Return where "and say", "saying that", "and it's" end, and whether there are such."""
        led = at + longest_at(self._language.conjunctions, self._spoken, at)
        saying = self._asked["saying"] | self._language.sure_linkers | self._language.that
        if length := longest_at(saying, self._spoken, led):
            return led + length, True
        # "And it's I've locked up": what it says follows.
        pointing = longest_at(self._asked["its_text_is"], self._spoken, led)
        behind = self._spoken[led + pointing : led + pointing + 1]
        begins = self._language.subjects | self._language.determiners
        is_said = pointing > 0 and behind in begins
        return (led + pointing, True) if is_said else (led, False)
