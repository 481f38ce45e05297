"""The text behind "tell her ...", "splendid then say ...", where one was asked for. Pure."""

from skill.understanding.answers.new_message import NewMessage, begun
from skill.understanding.answers.texts.delivery import Delivered
from skill.understanding.answers.texts.doubted_text import DoubtedText
from skill.understanding.carrier import Carrier
from skill.understanding.language import longest_at, longest_before
from skill.understanding.phrase import Phrase

_FEW = 3
_EXCLAIMED = 7
"""Fewer words are exclaimed before "say ..."."""


class ToldText(DoubtedText, Delivered):
    """Words said where a text was asked for, and how the text is told."""

    def told(self, start: int) -> NewMessage | None:
        """Return "tell her the bus leaves", "ask him if he's coming", "just say yes"."""
        for at in {*range(start + 1), self.asked_to(start)}:
            message = begun(Phrase(self._phrase.after(at)), self._language)
            if message and Phrase(message.words).spoken[:1] in self._known["pronouns"]:
                return message
            saying = longest_at(self._known["saying"], self._spoken, at)
            if saying and at + saying < len(self._spoken) and at == start:
                return NewMessage(None, self._phrase.after(self.pointed(at + saying)))
        return self._told_behind(start)

    def _told_behind(self, start: int) -> NewMessage | None:
        """Return what follows "splendid in that case say", "oh good then tell her".

        Whatever is exclaimed before it; where somebody is spoken of, or something is linked, it is
        a text: "if he asks just say ...", "come in and just say hello".
        """
        at, message = self._behind_words(start)
        telling = self._language.subjects | self._language.determiners
        telling |= self._language.signs["conditions"]
        linked = any((word,) in self._language.conjunctions for word in self._spoken[start:at])
        return None if linked or self._spoken[start : start + 1] in telling else message

    def may_tell(self, start: int) -> bool:
        """Whether few words stand before "so say ...", whatever they are."""
        at, message = self._behind_words(start)
        first = self._spoken[start : start + 1]
        is_thing = first in self._language.determiners - self._language.objects
        return message is not None and at <= start + _FEW and not is_thing

    def _behind_words(self, start: int) -> tuple[int, NewMessage | None]:
        """Return the first "say ...", "tell her ..." right behind a word that leads, and where."""
        spoken, language = self._spoken, self._language
        begins = language.subjects | language.beginnings | language.determiners
        leads = self._known["leads"] | self._known["before_a_message"] | self._known["idle"]
        for at in range(start + 1, min(start + _EXCLAIMED, len(spoken) - 1)):
            if not longest_before(leads, spoken[:at], at) or spoken[at - 1 : at] in language.to:
                continue
            told = longest_at(self._known["told_verbs"], spoken, at)
            whom = longest_at(self._known["pronouns"], spoken, at + told) if told else 0
            said = told + whom if whom else longest_at(self._known["saying"], spoken, at)
            if said and spoken[at + said : at + said + 1] in begins:
                verb = Carrier.RECIPIENT if whom else None
                return at, NewMessage(verb, self._phrase.after(at + (told if whom else said)))
        return 0, None

    def said_anew(self, start: int) -> tuple[str, bool]:
        """Return "i like it" of "i love it actually say i like it", "... start again i like it".

        Returns: the sentence that takes the place of what was said, "" for none; and whether it
        was said that it is begun again.
        """
        spoken, known = self._spoken, self._known
        correcting = self._language.signs["corrections"] | known["disregarding"]
        for at in range(start + 1, len(spoken) - _FEW + 1):
            says = longest_at(known["saying"], spoken, at)
            told = longest_at(known["told_verbs"], spoken, at)
            whom = longest_at(known["pronouns"], spoken, at + told) if told else 0
            verb = max(says, told + whom if whom else 0)
            corrected = longest_before(correcting, spoken[:at], at) > 0
            again = self._begun_again(start, at)
            behind = again or (at + verb if verb and corrected else 0)
            if behind and self.begins_there(behind):
                return self._phrase.after(behind), again > 0
        return "", False

    def _begun_again(self, start: int, at: int) -> int:
        """Return where "(ignore that) start again" ends that ends at a place; 0 for none."""
        again = longest_before(self._known["begun_again"], self._spoken[:at], at)
        return at if again and at - again >= start else 0

    def just_that(self, breath: int) -> int:
        """Return where the text begins of "yeah just that the dewar is empty"; 0 for others."""
        spoken, at = self._spoken, breath
        agreed = self._known["agreeing_leads"] | self._known["breaths"]
        while length := longest_at(agreed, spoken, at):
            at += length
        length = longest_at(self._known["just_that"], spoken, at)
        begins = self._language.subjects | self._language.beginnings | self._language.determiners
        behind = at + length
        return behind if length and spoken[behind : behind + 1] in begins else 0
