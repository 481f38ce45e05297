"""Another message that is said for somebody, behind what was just sent. Pure.

"Another message for Olu please the hall is free", "and in help say we open at nine", "also Wei can
you restart it", "yes I'd like to send one more".
"""

from skill.understanding.answers.new_message import NewMessage
from skill.understanding.answers.said_words import SaidWords
from skill.understanding.carrier import Carrier
from skill.understanding.language import longest_at

_CLAUSE = 3
"""So many words behind a name or a place may be what is to be said there."""


class Another(SaidWords):
    """Reads whom another message is for, and its text."""

    def message(self) -> NewMessage | None:
        """Return "olu the hall is free" of "one more thing for olu the hall is free"."""
        start = self.skipped("leads", 0)
        length = longest_at(self._known["another"] | self._known["a_message"], self._spoken, start)
        to = longest_at(self._known["given_to"], self._spoken, start + length)
        first = start + length + to
        end = self._end_of_name(first) if length and to else 0
        text = self._behind_saying(end) if end else 0
        rest = self._spoken[text:]
        # "One for Joy one for me".
        again = longest_at(self._known["a_message"] | self._known["another"], rest, 0)
        is_again = again == len(rest) or longest_at(self._known["given_to"], rest, again) > 0
        if not text or not rest or (again and is_again):
            return None
        name = self._phrase.between(first, end)
        return NewMessage(Carrier.RECIPIENT, f"{name} {self._phrase.after(text)}")

    def placed(self) -> NewMessage | None:
        """Return "in help we open at nine" of "and in help say we open at nine".

        "To ana say we're closed" is for a person; without "say" it may be of the message.
        """
        start = self.skipped("leads", 0)
        to = start + longest_at(self._language.to, self._spoken, start)
        whom = self._names.named(self._spoken, to) if to > start else 0
        said = self._behind_saying(whom) if whom else 0
        if whom < said < len(self._spoken):
            words = f"{self._phrase.between(to, whom)} {self._phrase.after(said)}"
            return NewMessage(Carrier.RECIPIENT, words)
        led = longest_at(self._language.into, self._spoken, start)
        end = self._end_of_name(start + led) if led else 0
        if not end or len(self._spoken) - end < _CLAUSE:
            return None
        text = self._phrase.after(self._behind_saying(end))
        return NewMessage(Carrier.TEXT, f"{self._phrase.between(start, end)} {text}")

    def called(self) -> NewMessage | None:
        """Return "wei can you restart it" of "also wei can you restart it".

        So it is with "and wei tell him it's done", "and wei needs to know it's done".
        """
        start = self.skipped("leads", 0)
        to = longest_at(self._language.to | self._language.signs["for"], self._spoken, start)
        first = start + (to if start else 0)
        end = self._names.named(self._spoken, first) if first < len(self._spoken) else 0
        text = self._behind_order(end) if end else 0
        is_text = text > end or self._begins_a_text(first, end)
        if not end or not is_text or len(self._spoken) - text < _CLAUSE:
            return None
        name = self._phrase.between(first, end)
        return NewMessage(Carrier.RECIPIENT, f"{name} {self._phrase.after(text)}")

    def _behind_order(self, end: int) -> int:
        """Return where a text begins behind "wei tell him", "wei needs to know that"."""
        asked = self._language.asked
        told = longest_at(asked["told_verbs"], self._spoken, end)
        pronoun = longest_at(asked["pronouns"], self._spoken, end + told) if told else 0
        knows = longest_at(self._known["needing_to_know"], self._spoken, end)
        behind = end + (told + pronoun if pronoun else knows)
        that = longest_at(self._language.that, self._spoken, behind) if behind > end else 0
        # "Needs to hear this we won": what is to be heard follows.
        this = self._spoken[behind : behind + 1] in self._language.signs["pointed_to"]
        begins = self._spoken[behind + 1 : behind + 2] in self._language.beginnings
        return behind + (that or (this and begins and behind > end))

    def _begins_a_text(self, first: int, end: int) -> bool:
        """Whether a text begins behind a name: "i forgot my hat", "can you come", "sorry i ...".

        A name that is a plain word, or that nothing leads to, needs a surer beginning.
        """
        language, rest = self._language, self._spoken[end:]
        asks = rest[:1] in language.modals
        if asks and rest[1:2] in language.objects | language.subjects:
            return first > 0
        name = self._spoken[first:end]
        is_plain = len(name) == 1 and name[0] in language.words
        surely = longest_at(self._known["surely_told"], rest, 0) > 0
        if is_plain or not first:
            return surely and name not in language.modals
        begins = language.subjects | language.beginnings | language.determiners
        return surely or rest[:1] in begins - language.objects - language.modals

    def sentence_more(self) -> tuple[str, bool]:
        """Return a sentence more for whom it went, and whether words say that it is told them.

        So "also say I can't find the bell" does; "also we're closed" only goes on. "" for none.
        """
        language = self._language
        for at in range(self.skipped("leads", 0) + 1):
            for words in ("saying_more", "adding_more"):
                first = at + longest_at(self._known[words], self._spoken, at)
                is_told = words == "saying_more"
                orders = language.modals - (language.beginnings if is_told else frozenset())
                begins = (language.subjects | language.beginnings) - orders
                tells = self._spoken[first : first + 1] in begins and self.tells(first)
                if first > at and tells and len(self._spoken) - first >= _CLAUSE:
                    return self._phrase.after(first), is_told
        return "", False

    def is_begun(self) -> bool:
        """Whether it is "I'd like to send another", "yes one more please", and no more is said."""
        at = self.skipped("leads", 0)
        at += longest_at(self._known["wanting"], self._spoken, at)
        at += longest_at(self._known["placing"], self._spoken, at)
        length = longest_at(self._known["another"], self._spoken, at)
        return length > 0 and self.is_rest("closing", at + length)

    def _end_of_name(self, at: int) -> int:
        """Return where a name ends, "channel" behind it too; 0 for none."""
        at += longest_at(self._language.determiners, self._spoken, at)
        end = self._names.named(self._spoken, at)
        return end + longest_at(self._language.channel_words, self._spoken, end) if end else 0

    def _behind_saying(self, at: int) -> int:
        """Return where a text begins behind "please say", "saying", "post"."""
        known = self._language.asked["saying"] | self._known["said_there"]
        while length := longest_at(known, self._spoken, at):
            at += length
        return at
