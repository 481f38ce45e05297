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
        if not text or text >= len(self._spoken):
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
        """Return "wei can you restart it" of "also wei can you restart it"."""
        start = self.skipped("leads", 0)
        end = self._names.named(self._spoken, start) if start else 0
        asks = self._spoken[end : end + 1] in self._language.modals
        you = self._spoken[end + 1 : end + 2] in self._language.objects | self._language.subjects
        if not (end and asks and you) or len(self._spoken) - end < _CLAUSE:
            return None
        return NewMessage(Carrier.RECIPIENT, self._phrase.after(start))

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
