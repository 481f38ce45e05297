"""How the text that was asked for is handed over: "can you put that ...", "the word stop". Pure.

Who is asked for a text often says first that it comes ("here goes", "my message is as follows"),
asks to have it written ("i'd like you to say"), or looks for words ("how shall i put it"). None of
it is to be posted; what stands behind it is.
"""

from postbox.directory.names.spelling import NameWords
from skill.understanding.answers.said_words import SaidWords
from skill.understanding.language import longest_at, longest_before
from skill.understanding.sentences.shapes import SURELY, Shapes
from skill.understanding.wording.nouns import MessageNouns

_FEW = 4
"""More words than these are no single word that is named: "the word stop"."""

_SUBJECT = 3
"""A subject's noun stands among so many words."""
_FEW_WONDERED, _WONDERED = 3, 13
"""So many words may stand before a text that was looked for."""


class Delivered(SaidWords):
    """Words said where a text was asked for, and where the text begins among them."""

    def delivered(self, start: int) -> str:
        """Return the text behind words that hand it over, as it was dictated; "" for none."""
        return self._handed_over(start) or self._found(start) or self._wondered(start)

    def named_word(self, start: int) -> str:
        """Return "stop" of "the word stop", "cancel" of "only say cancel nothing else"."""
        spoken = self._spoken
        at = self.asked_to(start)
        end = len(spoken) - longest_before(self._known["nothing_else"], spoken, len(spoken))
        # Alexa may have taken "say".
        at += longest_at(self._known["saying"], spoken, at)
        word = longest_at(self._known["the_word"], spoken, at)
        alone = spoken[at:end] in self._known["words_to_a_device"]
        says = spoken[at + word : at + word + 1] in self._language.be
        if says or not (word or (alone and end < len(spoken))) or not 0 < end - at - word <= _FEW:
            return ""
        return self._phrase.between(at + word, end)

    def _handed_over(self, start: int) -> str:
        """Return the text behind "can you just put that", "here goes", "to her"."""
        spoken, known = self._spoken, self._known
        asked = self.asked_to(start)
        says = self._says(asked)
        verb = says or longest_at(known["noting_down"], spoken, asked)
        announced = longest_at(known["here_it_comes"], spoken, asked) or self._noun(asked)
        at = asked + max(verb, announced)
        behind = self.pointed(at)
        if not (says or announced or behind > at) or behind >= len(spoken):
            return ""
        # "Say that works" is said of nothing before; "put this on the shelf" is a text.
        leaves = behind if says > announced else 0
        return self._phrase.after(behind) if leaves or self.begins_there(behind) else ""

    def _found(self, start: int) -> str:
        """Return the text behind words that look for it: "how do you say uh the bill is wrong"."""
        spoken, known = self._spoken, self._known
        looked = longest_at(known["looking_for_words"], spoken, start)
        at = self._known_end(start + looked, ("breaths", "found_words"))
        whole = longest_at(known["thinking"], spoken, start)
        if not whole and (not looked or at == start + looked):
            return ""
        at = max(at, self._known_end(start + whole, ("breaths", "found_words")))
        return self._phrase.after(at) if at > start and self.begins_there(at) else ""

    def is_said_surely(self, start: int) -> bool:
        """Whether "say", "the message is", "that" stand right there, and a sentence behind them.

        "Could you say I'll be late" may be asked of whom it is for.
        """
        verb = longest_at(self._known["saying"], self._spoken, start)
        if not verb and not longest_at(self._known["reading_as"], self._spoken, start):
            verb = self._noun(start)
        verb = verb or longest_at(self._language.that, self._spoken, start)
        return verb > 0 and self.begins_there(self.pointed(start + verb))

    def _wondered(self, start: int) -> str:
        """Return "the hen is loose" of "what was it again oh aye the hen is loose".

        Whatever one asks oneself: it is short, of oneself or of the words, and something is found.
        """
        spoken, known = self._spoken, self._known
        first = self.skipped("leads", start)
        if not longest_at(known["wondering"], spoken, first):
            return ""
        found = known["found_words"] | known["breaths"] | known["finding"]
        for place in range(first + _FEW_WONDERED, min(first + _WONDERED, len(spoken) - 1)):
            end = place
            while length := longest_before(found, spoken[:end], end):
                end -= length
            sought = spoken[first:end]
            is_own = any((word,) in known["wondered_of"] for word in sought)
            if end < place and is_own and self.begins_there(place):
                behind = self._known_end(place, ("found_words", "breaths", "finding"))
                return self._phrase.after(behind if self.begins_there(behind) else place)
        return ""

    def asked_to(self, at: int) -> int:
        """Return where "could you please just", "i'd like you to" end."""
        return self._known_end(at, ("asking_to_say", "breaths"))

    def _says(self, at: int) -> int:
        """Return the length of "say", "tell her", "let him know" behind what asks for it."""
        spoken, known = self._spoken, self._known
        says = longest_at(known["saying"], spoken, at)
        told = longest_at(known["told_verbs"], spoken, at)
        whom = longest_at(known["pronouns"], spoken, at + told) if told else 0
        knows = longest_at(known["knowing"], spoken, at + told + whom) if whom else 0
        lets = spoken[at : at + told] in known["letting"]
        return max(says, told + whom + knows if whom and (knows or not lets) else 0)

    def _noun(self, at: int) -> int:
        """Return the length of "my message to him is", "(the message) goes"."""
        spoken, known = self._spoken, self._known
        nouns = MessageNouns(self._language).at(self._phrase, at)
        ends = [at + length for length in nouns] + [at]
        for end in ends:
            whom = longest_at(known["to_whom"], spoken, end)
            reads = longest_at(known["reading_as"], spoken, end + whom)
            if reads and (end > at or longest_at(known["pointing_ahead"], spoken, end + reads)):
                return end + whom + reads - at
        return 0

    def pointed(self, at: int) -> int:
        """Return where "this", "as follows", "to her that" end."""
        end = self._known_end(at, ("pointing_ahead", "to_whom", "breaths"))
        that = longest_at(self._language.that, self._spoken, end)
        end = end + that if that and self.begins_there(end + that) else end
        return end if self.begins_there(end) else at

    def begins_there(self, at: int) -> bool:
        """Whether a sentence begins there."""
        shapes, rest = Shapes(self._language), self._spoken[at:]
        language = self._language
        begins = language.subjects | language.beginnings | language.determiners
        sure = rest[:1] in begins and shapes.begins(rest) >= SURELY
        return sure and (self._tells(rest) or self._has_its_verb_shortened(at))

    def _has_its_verb_shortened(self, at: int) -> bool:
        """Whether it is "the hen's loose": the verb is in the apostrophe."""
        first = self._phrase.between(at, min(at + _SUBJECT, len(self._spoken) - 1))
        return "'" in first.replace("\u2019", "'")

    def _tells(self, rest: NameWords) -> bool:
        return len(rest) > 1 and Shapes(self._language).is_clause(rest)

    def _known_end(self, at: int, lists: tuple[str, ...]) -> int:
        """Return where phrases of these lists end that follow each other from a word on."""
        words = frozenset().union(*(self._known[name] for name in lists))
        while length := longest_at(words, self._spoken, at):
            at += length
        return at
