"""What answers a message that was just read, in words that no verb of answering begins. Pure.

"Say to her yes", "message her back yes", "my answer is yes", "yes tell her", "that's a no from me";
"let me answer that" has its text still to come.
"""

from collections.abc import Callable
from dataclasses import dataclass

from skill.understanding.language import Language, longest_at, longest_before
from skill.understanding.phrase import Phrase

_LONGEST_NAME = 3


@dataclass(frozen=True)
class Replied:
    """An answer taken out of the words that it was said in."""

    text: str
    """"" where it is still to come."""
    whom: str = ""
    """A name; "" for whoever wrote what was read."""


def replied(dictated: str, language: Language, is_name: Callable[[str], bool]) -> Replied | None:
    """Return the answer that words give to what was read; None where they give none.

    Args:
        dictated: all that was said.
        language: the words of its language.
        is_name: whether words surely name somebody.
    """
    reader = _Reader(Phrase(dictated), language, is_name)
    return (
        reader.told_last()
        or reader.answer_named()
        or reader.in_thread()
        or reader.answered()
        or reader.thanked()
    )


class _Reader:
    def __init__(self, phrase: Phrase, language: Language, is_name: Callable[[str], bool]) -> None:
        self._phrase, self._spoken, self._language = phrase, phrase.spoken, language
        self._known, self._is_name = language.asked, is_name
        leads = self._known["leads"] | self._known["breaths"] | language.sent["asked_politely"]
        leads |= language.sent["wanting"]
        self._start = 0
        while length := longest_at(leads, self._spoken, self._start):
            self._start += length

    def told_last(self) -> Replied | None:
        """Return "got them" of "got them tell her", and "yes" of "that's a yes tell her"."""
        language, signs = self._language, self._language.signs
        # "I'll tell her", "did you tell him", "don't tell them" answer nothing.
        telling = language.subjects | language.modals | language.to | signs["negations"]
        for at in range(len(self._spoken) - 1, 0, -1):
            if (self._spoken[at - 1],) in telling:
                continue
            verb = longest_at(self._known["told_verbs"], self._spoken, at)
            whom, behind = self._whom(at + verb) if verb else ("", 0)
            knows = longest_at(self._known["knowing"], self._spoken, behind)
            if behind and behind + knows == len(self._spoken):
                text = self._phrase.between(0, at)
                return Replied(self._as_named(text) or text, whom)
        return None

    def answer_named(self) -> Replied | None:
        """Return "yes" of "my answer is yes", "that's a yes from me"."""
        named = longest_at(self._known["answer_is"], self._spoken, self._start)
        if named and self._start + named < len(self._spoken):
            return Replied(self._phrase.after(self._start + named))
        text = self._as_named(self._phrase.text)
        return Replied(text) if text else None

    def in_thread(self) -> Replied | None:
        """Return "in the thread yes" of "(say) yes in the thread", "(say) in the thread yes"."""
        answers, spoken = self._language.answers, self._spoken
        says = longest_at(self._known["saying"], spoken, 0)
        places = answers["in_the_thread"] | answers["beside_the_thread"]
        if says and 0 < (first := longest_at(places, spoken, says)) < len(spoken) - says:
            return Replied(self._phrase.after(says))
        end = len(spoken) - longest_before(answers["in_the_thread"], spoken, len(spoken))
        if not says or first or end == len(spoken) or end == says:
            return None
        return Replied(f"{self._phrase.after(end)} {self._phrase.between(says, end)}")

    def answered(self) -> Replied | None:
        """Return "yes" of "say to her yes", "message her back yes", "answer that and say yes"."""
        known, at = self._known, self._start
        replies = longest_at(known["replying"], self._spoken, at)
        told = known["told_verbs"] | known["saying"] | known["giving_answers"]
        verb = replies or longest_at(told, self._spoken, at)
        if not verb:
            return None
        pointed = longest_at(known["one_from"], self._spoken, at + verb) if replies else 0
        to = pointed or longest_at(self._language.to, self._spoken, at + verb)
        whom, behind = self._whom(at + verb + to)
        it = longest_at(self._language.objects, self._spoken, at + verb + to)
        behind = behind or (at + verb + to + (it if replies else 0))
        back = longest_at(known["answering_back"], self._spoken, behind)
        led = self._led(behind + back, replies=bool(replies))
        end = behind + back + led
        is_answer = to or back or led or (replies and end > at + verb) or end == len(self._spoken)
        is_answer = is_answer or (replies and at) or self._spoken[end:] in known["short_answers"]
        is_to = whom or behind > at + verb + to or replies
        if not (is_answer and is_to):
            return None
        text = self._phrase.after(end)
        privately = longest_at(known["giving_privately"], self._spoken, at) > 0
        return Replied(f"{self._privately()} {text}" if privately and not whom else text, whom)

    def _led(self, at: int, *, replies: bool) -> int:
        """Return how many words lead to an answer: "with" of "with yes", "saying".

        Where somebody is told, "with" may be the answer's own: "tell him with pleasure".
        """
        led = longest_at(self._known["answer_led"], self._spoken, at)
        answer = self._spoken[at + led :]
        if replies or self._spoken[at : at + led] not in self._language.answers["answered_with"]:
            return led
        begins = answer[:1] in self._language.subjects | self._known["short_answers"]
        return led if begins or answer in self._known["short_answers"] else 0

    def _privately(self) -> str:
        """Return words in front of an answer by which it is for whoever wrote alone."""
        manner = min(self._language.signs["private_manner"])
        return " ".join((*min(self._known["pronouns"]), *manner))

    def thanked(self) -> Replied | None:
        """Return "thank you" of "(say) thank you to her from me"."""
        says = self._start + longest_at(self._known["saying"], self._spoken, self._start)
        end = len(self._spoken) - longest_before(
            self._known["from_me"], self._spoken, len(self._spoken)
        )
        pronoun = longest_before(self._known["pronouns"], self._spoken[:end], end)
        to = longest_before(self._language.to, self._spoken[: end - pronoun], end - pronoun)
        text = self._spoken[says : end - pronoun - to]
        if pronoun and to and text in self._known["short_answers"]:
            return Replied(self._phrase.between(says, end - pronoun - to))
        return None

    def _whom(self, at: int) -> tuple[str, int]:
        """Return a name, or "" at a pronoun, and where it ends; 0 where nobody stands there."""
        if length := longest_at(self._known["pronouns"], self._spoken, at):
            return "", at + length
        for end in range(min(len(self._spoken), at + _LONGEST_NAME), at, -1):
            if self._is_name(self._phrase.between(at, end)):
                return self._phrase.between(at, end), end
        return "", 0

    def _as_named(self, text: str) -> str:
        """Return "yes" of "that's a yes from me"; "" for other words."""
        phrase = Phrase(text)
        led = longest_at(self._known["it_is_a"], phrase.spoken, 0)
        end = len(phrase) - longest_before(self._known["from_me"], phrase.spoken, len(phrase))
        is_short = phrase.spoken[led:end] in self._known["short_answers"]
        return phrase.between(led, end) if led and is_short else ""
