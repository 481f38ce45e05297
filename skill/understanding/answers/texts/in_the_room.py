"""What is said in the room, or to the device, while a text is asked for. Pure.

Who has been asked for a text goes on doing what they do: they ask for time ("one second while I
find my glasses"), say why their hands are not free, and tell others what to do there and then
("could you get that"). The same words may be a text: they are read back.
"""

from postbox.directory.names.spelling import NameWords
from skill.understanding.answers.said_words import SaidWords
from skill.understanding.language import longest_at, longest_before

_SHORT = 7
"""More words than these are seldom said while something else is done."""
_CALLED = 5
_FEW = 2
"""A pause of more words is hardly anything else: "give me a sec", not "hold on"."""


class InTheRoom(SaidWords):
    """Words said where a text was asked for, and who else may be meant to hear them."""

    def is_said_in_the_room(self, start: int) -> bool:
        """Whether words from a place on may be for somebody there, or ask for time."""
        return (
            self._is_for_another(start)
            or self._buys_time(start)
            or self._waits_amid(start)
            or self._lets_oneself(start)
            or self._has_no_hand_free(start)
            or self._is_an_errand(start)
            or self._calls_in_the_end(start)
        )

    def _is_for_another(self, start: int) -> bool:
        """Whether words call somebody in the room: "not you sweetheart go and play"."""
        known, spoken, language = self._known, self._spoken, self._language
        first = self.skipped("leads", start)
        first += longest_at(known["aside"], spoken, first)
        if spoken[first : first + 1] in known["vocatives"]:
            return True
        before = spoken[-2:-1]
        led = before in language.determiners | language.prepositions | language.conjunctions
        return spoken[-1:] in known["vocatives"] and len(spoken) - start > 1 and not led

    def _buys_time(self, start: int) -> bool:
        """Whether it asks to wait: "wait till i've parked", "my hands are full give me a moment".

        "Wait till six" and "i'll be there in one minute" are texts.
        """
        known, spoken = self._known, self._spoken
        waits = 0 if self._is_for_you(start) else longest_at(known["hesitating"], spoken, start)
        behind = start + waits
        plain = longest_at(known["plain"], spoken, start)
        led = longest_at(known["waiting_for_oneself"], spoken, behind) if waits else 0
        oneself = spoken[behind + led : behind + led + 1] in known["oneself_doing"]
        goes_on = longest_at(known["not_hesitating"], spoken, behind) > 0
        if (led and oneself) or (waits > plain and not goes_on):
            return True
        last = longest_before(known["ends_waiting"], spoken, len(spoken))
        before = spoken[: len(spoken) - last][-1:]
        language = self._language
        leads = language.prepositions | language.determiners | language.to | language.into
        leads |= language.at | language.conjunctions | language.modals
        return bool(last) and len(spoken) - last > start and before not in leads

    def _waits_amid(self, start: int) -> bool:
        """Whether it asks to wait amid other words: "i'm driving give me a sec there's a bend".

        "Can you give me a minute the printer is stuck" asks somebody.
        """
        spoken, language = self._spoken, self._language
        asks = language.subjects | language.modals | language.to | language.conjunctions
        begins = language.subjects | language.beginnings | language.determiners
        for at in range(start + 1, len(spoken) - 1):
            length = longest_at(self._known["hesitating"], spoken, at)
            told = spoken[at + length : at + length + 1] in begins
            if length > _FEW and told and spoken[at - 1 : at] not in asks:
                return True
        return False

    def _lets_oneself(self, start: int) -> bool:
        """Whether it is "let me just put this down"; "let me know", "let me buy you lunch" ask."""
        known, spoken = self._known, self._spoken
        lead = self.skipped("leads", start)
        lets = longest_at(known["letting_oneself"], spoken, lead)
        is_text = longest_at(known["let_me_texts"], spoken, lead) or self._is_for_you(start)
        return lets > 0 and not is_text

    def _is_for_you(self, start: int) -> bool:
        """Whether it is "let me get you a chair"."""
        lead = self.skipped("leads", start)
        lets = longest_at(self._known["letting_oneself"], self._spoken, lead)
        you = self._known["to_you"]
        return lets > 0 and any((word,) in you for word in self._spoken[lead + lets :])

    def _has_no_hand_free(self, start: int) -> bool:
        """Whether few words tell what one is busy with: "i've got flour on my fingers"."""
        spoken = self._spoken
        busy = self._known["busy_hands"]
        ends = longest_before(self._known["busy_at_the_end"], spoken, len(spoken)) > 0
        is_short = len(spoken) - start <= _SHORT
        within = any(longest_at(busy, spoken, at) for at in range(start, len(spoken)))
        return is_short and (ends or within)

    def _is_an_errand(self, start: int) -> bool:
        """Whether it tells somebody there to do something at once: "could you get the door".

        "Can you get the door when the courier comes" may be asked of anybody.
        """
        known, spoken = self._known, self._spoken
        first = self.skipped("leads", start)
        first += self._called(first)
        while length := longest_at(known["asking_the_room"], spoken, first):
            first += length
        errand = longest_at(known["errands"], spoken, first)
        if not errand:
            # Alexa may have taken the verb of "leave the cat alone".
            return False
        at = first + errand
        while length := longest_at(known["here_and_now"], spoken, at):
            at += length
        return at >= len(spoken) or (len(spoken) - at == 1 and self._is_first_name(at))

    def _calls_in_the_end(self, start: int) -> bool:
        """Whether few words end in the name of nobody in Slack: "not yet rosie", "stop it tom"."""
        spoken, last = self._spoken, len(self._spoken) - 1
        few = 1 < len(spoken) - start <= _CALLED
        if not few or not self._is_first_name(last):
            return False
        known = self._known
        beside = known["hesitating"] | known["refusing"] | known["aside"] | known["errands"]
        beside |= known["here_and_now"] | known["answer_words"] | known["leads"] | known["breaths"]
        at = start
        while at < last and (length := longest_at(beside, spoken[:last], at)):
            at += length
        return at == last

    def _called(self, at: int) -> int:
        """Return how many words call somebody there by name: "billy (put that down)"."""
        return int(self._is_first_name(at) and at + 1 < len(self._spoken))

    def _is_first_name(self, at: int) -> bool:
        word: NameWords = self._spoken[at : at + 1]
        given = self._language.given_names
        is_given = bool(word) and word[0] in given and word[0] not in self._language.words
        return is_given and not self._names.named(self._spoken, at)
