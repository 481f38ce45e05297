"""Another message in the place of the one just sent: "delete that and tell Ana lunch is at one".

It is for somebody else, and says something of its own; both are done together, or neither is. Pure.
"""

from skill.understanding.answers.new_message import NewMessage, begun
from skill.understanding.answers.said_words import SaidWords
from skill.understanding.answers.sent.addressees import Addressees
from skill.understanding.answers.sent.taking_back import TakingBack
from skill.understanding.carrier import Carrier
from skill.understanding.language import longest_at
from skill.understanding.phrase import Phrase


class Replacing(SaidWords):
    """Reads what is to be sent instead, and to whom."""

    def replaced(self) -> tuple[NewMessage, str] | None:
        """Return the other message, and whose is taken back where that is said; None for none."""
        for at in range(1, len(self._spoken)):
            joint = longest_at(self._known["then"], self._spoken, at)
            message = begun(Phrase(self._phrase.after(at + joint)), self._language)
            if not (message and message.carrier and self._says_something(message)):
                continue
            before = Phrase(self._phrase.between(0, at))
            taken = TakingBack(before, self._language, self._names, self._known)
            owners = Addressees(before, self._language, self._names, self._known).owners()
            if owners or taken.is_taken_back() or (taken.is_halted() and joint):
                return message, owners[0] if len(owners) == 1 else ""
        return None

    def _says_something(self, message: NewMessage) -> bool:
        """Whether somebody is named first, and more than "it", "instead" stands behind."""
        phrase = Phrase(message.words)
        leads = self._language.to | self._language.into
        end = self._names.named(phrase.spoken, longest_at(leads, phrase.spoken, 0))
        if not end:
            return message.carrier is Carrier.TEXT and self._ends_with_a_name(phrase)
        rest = Phrase(phrase.after(end))
        about = self._known["given"] | self._known["instead"] | self._known["closing"]
        about = about | self._known["knowing"] | self._known["given_to"] | self._known["manner"]
        at = 0
        while length := longest_at(about, rest.spoken, at):
            at += length
        return at < len(rest)

    def _ends_with_a_name(self, phrase: Phrase) -> bool:
        """Whether it is "(post) we're shut in sales"; "(send) it to sales" has no text."""
        leads = self._language.to | self._language.into
        first = longest_at(self._known["given"], phrase.spoken, 0) + 1
        for at in range(first, len(phrase)):
            led = longest_at(leads, phrase.spoken, at)
            end = self._names.named(phrase.spoken, at + led) if led else 0
            if end and end + longest_at(self._language.channel_words, phrase.spoken, end) == len(
                phrase
            ):
                return True
        return False
