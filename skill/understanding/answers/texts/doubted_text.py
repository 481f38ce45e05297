"""What makes doubtful that words are the text that was asked for. Pure."""

from skill.understanding.answers.stopping import stops
from skill.understanding.answers.texts.in_the_room import InTheRoom
from skill.understanding.language import longest_at, longest_before
from skill.understanding.sentences.shapes import Shapes
from skill.understanding.wording.corrections.found import taken_back

_FEW = 3
_NO_TEXT = ("refusing_leads", "asking_leads", "commanding", "self_asking", "aside", "groping")
"""Lists of how words begin that are seldom a message."""


class DoubtedText(InTheRoom):
    """Words said where a text was asked for, and what else they may be."""

    def is_doubted(self, start: int) -> bool:
        """Whether words from a place on may be something else than the text."""
        spoken, known = self._spoken, self._known
        plain = longest_at(known["plain"], spoken, start)
        if taken_back(spoken, self._language) or self._leads_to_a_name(start):
            return True
        if any(longest_at(known["of_the_device"], spoken, at) for at in range(start, len(spoken))):
            return True
        if self._forbids_sending(start) or self._is_spelled(start) or self.tells_spelling():
            return True
        elsewhere = self.is_said_in_the_room(start) or self._is_told_somebody(start)
        if elsewhere or self.does_it_oneself(start):
            return True
        if self._tells_which(start) or self._is_hardly_one(start):
            return True
        if self._names_somebody(start) or self._may_lack_its_verb(start):
            return True
        if self.is_at(_NO_TEXT, start, plain):
            return True
        if plain:
            return False
        behind = self.skipped("leads", start)
        return behind > start and not self._begins_well(behind)

    def _forbids_sending(self, start: int) -> bool:
        """Whether it ends with "no need to message", "i didn't ask you to send anything"."""
        spoken, end = self._spoken, self.closed_end()
        verb = longest_before(self._known["not_sending"], spoken[:end], end)
        denials = self._language.answers["negations"] | self._known["denying_whom"]
        first = end - verb
        # "The message", "no post" are things.
        is_thing = spoken[first - 1 : first] in self._language.before_nouns | denials
        is_thing |= spoken[first - 1 : first] in self._language.determiners
        denied = any(longest_at(denials, spoken, at) for at in range(start, first))
        return verb > 0 and denied and not is_thing

    def closed_end(self) -> int:
        """Return where the words end without "please", "then" behind them."""
        end = len(self._spoken)
        while length := longest_before(self._known["closers"], self._spoken[:end], end):
            end -= length
        return end

    def _leads_to_a_name(self, start: int) -> bool:
        """Whether it begins with "to omar", "in random", "it to omar", whatever follows."""
        led = self.skipped("leads", start)
        led += longest_at(self._language.objects, self._spoken, led)
        leading = self._language.to | self._language.into | self._language.signs["for"]
        to = longest_at(leading, self._spoken, led)
        at = led + to + longest_at(self._language.determiners, self._spoken, led + to)
        return bool(to) and at < len(self._spoken) and self._names.named(self._spoken, at) > 0

    def _is_told_somebody(self, start: int) -> bool:
        """Whether it is "tell boathouse slip nine's taken": for somebody whom nobody knows."""
        lead = self.skipped("leads", start)
        tells = self._known["told_verbs"] | self._known["asking_verbs"]
        rest = self._spoken[lead + longest_at(tells, self._spoken, lead) :]
        language = self._language
        known = language.determiners | language.pronouns | language.objects | language.prepositions
        known |= language.subjects | language.adverbs | language.to | language.that | language.into
        known |= self._known["pronouns"] | language.signs["everyone"] | language.locating
        is_told = len(rest) < len(self._spoken[lead:]) and len(rest) > 1
        return is_told and rest[:1] not in known and not self._known["letting"] & {rest[:1]}

    def _tells_which(self, start: int) -> bool:
        """Whether it tells one from others of a name: "that's the wrong kevin", "both kevins"."""
        spoken = self._spoken
        for at in range(start, len(spoken) - 1):
            which = longest_at(self._known["telling_which"], spoken, at)
            name = spoken[at + which : at + which + 1]
            owned = tuple(word.removesuffix("s") for word in name)
            known = any(self._names.named(word, 0) for word in (name, owned) if word and word[0])
            if which and known and at + which + 1 == len(spoken):
                return True
        return False

    def _is_hardly_one(self, start: int) -> bool:
        """Whether it is hardly a message: "stop stop", "delete", "someone else", "forget ana"."""
        rest = self._spoken[start:]
        stop = self._known["stopping"] | self._language.signs["stopping"]
        again = len(set(rest)) == 1 and {(word,) for word in rest} <= stop
        dropped = longest_at(self._known["dropping"], self._spoken, start)
        names = dropped > 0 and self._names.named(self._spoken, start + dropped)
        hardly = rest in self._known["hardly_texts"] or stops(rest, self._language)
        return again or hardly or names == len(self._spoken)

    def _is_spelled(self, start: int) -> bool:
        """Whether it is a name told by its letters: "s a t o"."""
        letters = self._spoken[self.skipped("leads", start) :]
        return len(letters) > 1 and all(len(word) == 1 and word.isalpha() for word in letters)

    def _names_somebody(self, start: int) -> bool:
        """Whether it may be said of whom it is for: "the quiet fellow", "i can't find zebulon"."""
        return self._describes_somebody(start) or self._misses_somebody(start)

    def _describes_somebody(self, start: int) -> bool:
        """Whether it is "the quiet fellow": who is meant, and nothing said of it."""
        first = self.skipped("leads", start)
        led = longest_at(self._language.determiners, self._spoken, first)
        rest = self._spoken[first + led :]
        return bool(led) and len(rest) <= _FEW and rest[-1:] in self._known["persons"]

    def _may_lack_its_verb(self, start: int) -> bool:
        """Whether it is "the keys by the door": Alexa may have taken "leave", or "drop", for hers.

        What is told shortly has its verb in the apostrophe: "the key's under the mat".
        """
        language, spoken = self._language, self._spoken[start:]
        begins = language.determiners | language.objects | self._known["pronouns"]
        begins |= language.signs["your"]
        led = longest_at(begins, spoken, 0)
        places = language.prepositions | language.into | language.at | language.locating
        places |= language.answers["leading_words"]
        is_somewhere = any(longest_at(places, spoken, at) for at in range(led, len(spoken)))
        # "(Put) the bins out".
        last = len(spoken) - longest_before(language.politeness, spoken, len(spoken))
        is_somewhere |= spoken[last - 1 : last] in self._known["turned_by_its_end"]
        # "(Leave) the cat alone".
        is_somewhere |= longest_before(self._known["left_as"], spoken, len(spoken)) > 0
        is_whole = "'" in self._phrase.after(start).replace("\u2019", "'")
        return (
            bool(led)
            and is_somewhere
            and not is_whole
            and not Shapes(language).is_clause(spoken[:last])
        )

    def was_sending(self, start: int) -> bool:
        """Whether it is "me the list", "it to the printer": Alexa took "send" for hers."""
        known, spoken, language = self._known, self._spoken, self._language
        if longest_at(known["sent_somewhere"], spoken, start):
            return not Shapes(language).surely_tells(spoken[start : start + _FEW])
        whom = longest_at(known["sent_to_somebody"], spoken, start)
        led = spoken[start + whom : start + whom + 1]
        # "Me your notes": a possessive may begin a sentence of its own.
        things = language.determiners | language.subjects
        return bool(whom) and led in language.before_nouns & things

    def lacks_its_verb(self, start: int) -> bool:
        """Whether it is "it on the shelf", "them in the bin": never whole, whatever Alexa took."""
        spoken = self._spoken
        put = longest_at(self._known["put_somewhere"], spoken, start)
        rest = spoken[start + put :]
        return bool(put) and not Shapes(self._language).surely_tells(rest)

    def objects(self, start: int) -> bool:
        """Whether it is "no no that was for my children": what was heard was for other ears."""
        return longest_at(self._known["objecting"], self._spoken, self.skipped("leads", start)) > 0

    def forbids(self, start: int) -> bool:
        """Whether an objection ends with "don't send it"."""
        spoken, end = self._spoken, len(self._spoken)
        while not longest_before(self._known["forbidding"], spoken[:end], end):
            length = longest_before(self._known["closers"], spoken[:end], end)
            if not length:
                return False
            end -= length
        return self.objects(start)

    def _misses_somebody(self, start: int) -> bool:
        """Whether it is "i can't find zebulon": whom the message was to be for, perhaps."""
        lead = self.skipped("leads", start)
        length = longest_at(self._known["missing_somebody"], self._spoken, lead)
        name = self._spoken[lead + length :]
        is_short = bool(length) and 0 < len(name) < _FEW
        return is_short and not any(word in self._language.words for word in name)

    def does_it_oneself(self, start: int) -> bool:
        """Whether it is "i'll go up and tell her myself": the message is not needed."""
        known, spoken = self._known, self._spoken
        lead = self.skipped("leads", start)
        begins = longest_at(known["doing_oneself"], spoken, lead)
        if not begins:
            return False
        rest = spoken[lead + begins :]
        if rest[1:2] in known["pronouns"] and len(rest) <= _FEW:
            return True
        verb = any((word,) in known["oneself_verbs"] for word in rest)
        who = any(longest_at(known["oneself"], rest, at) for at in range(len(rest)))
        return verb and who

    def is_at(self, lists: tuple[str, ...], start: int, plain: int) -> bool:
        """Whether a phrase of these lists begins the text that is longer than what is plain."""
        starts = {start, self.skipped("leads", start)}
        return any(
            longest_at(self._known[words], self._spoken, at) > (plain if at == start else 0)
            for words in lists
            for at in starts
        )

    def _begins_well(self, at: int) -> bool:
        """Whether what follows "okay" or "so" begins a sentence."""
        language, first = self._language, self._spoken[at : at + 1]
        corrected = any(
            longest_at(language.answers["refusing"], self._spoken, place) for place in range(at)
        )
        return not corrected and first in language.subjects | language.beginnings
