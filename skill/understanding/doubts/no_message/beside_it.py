"""What is said of speaking, and is no message: "ignore me i was talking to the cat". Pure.

Also what only says how something is to be said: "very quickly and politely".
"""

from postbox.directory.names.spelling import NameWords
from skill.understanding.language import Language, longest_at

_HEARER = 3
_LY = "ly"


class BesideIt:
    """Hears in one language what was said to other ears, and of the manner alone."""

    def __init__(self, language: Language) -> None:
        """Use this language's lists."""
        self._language = language
        self._lists = language.no_message
        signs = language.signs
        self._leads = signs["interjections"] | signs["discourse"] | signs["hinges"]

    def excuses(self, spoken: NameWords) -> bool:
        """Whether what was heard was for others: "take no notice i was talking to the cat"."""
        at, excused = 0, False
        while length := longest_at(self._leads | self._lists["excusing"], spoken, at):
            excused = excused or longest_at(self._lists["excusing"], spoken, at) == length
            at += length
        return excused and self._spoke(spoken, at, "being_oneself") > 0

    def was_for_others(self, spoken: NameWords) -> bool:
        """Whether it only says to whom the speaker spoke: "i was talking to the dog"."""
        at = self._led(spoken)
        end = self._spoke(spoken, at, "having_spoken")
        return end > 0 and len(spoken) - end <= _HEARER

    def _led(self, spoken: NameWords) -> int:
        at = 0
        while length := longest_at(self._leads, spoken, at):
            at += length
        return at

    def _spoke(self, spoken: NameWords, at: int, who: str) -> int:
        """Return where "i was only talking to" ends that begins at a word; 0 for none."""
        led = longest_at(self._lists[who], spoken, at)
        spoke = longest_at(self._lists["speaking_to"], spoken, at + led) if led else 0
        return at + led + spoke if spoke else 0

    def is_only_manner(self, spoken: NameWords) -> bool:
        """Whether words only say how: "very gently and slowly", "as politely as you can"."""
        end, manners = self._manner(spoken)
        return manners > 0 and end == len(spoken)

    def led_by_manner(self, spoken: NameWords) -> int:
        """Return how many words before a sentence say how it is to be told; 0 for none.

        "Very politely the gate is open" has two; "quickly the gate is open" may be meant so.
        """
        end, manners = self._manner(spoken)
        begins = self._language.subjects | self._language.determiners | self._language.beginnings
        begins |= self._language.that | self._lists["contracted_subjects"]
        begins |= self._lists["clause_openers"] | self._language.signs["wh_words"]
        begins |= self._language.signs["indirect_leads"]
        follows = longest_at(begins, spoken, end) > 0
        is_sure = end > 1 or spoken[:1] in self._lists["manners"]
        return end if manners and follows and is_sure else 0

    def _manner(self, spoken: NameWords) -> tuple[int, int]:
        """Return where words that only say how end, and how many are of the manner."""
        at, manners = self._led(spoken), 0
        while at < len(spoken):
            if self._is_manner(spoken[at]):
                at, manners = at + 1, manners + 1
            elif length := longest_at(self._lists["degrees"], spoken, at):
                at += length
            else:
                break
        return at, manners

    def _is_manner(self, word: str) -> bool:
        """Whether "quietly" is how one does it; "probably" and "lovely" are no such words."""
        if (word,) in self._lists["manners"]:
            return True
        if not word.endswith(_LY) or (word,) in self._lists["no_manner"]:
            return False
        stem = word.removesuffix(_LY)
        known = self._language.words
        return any(form in known for form in (stem, f"{stem}le", f"{stem}e", f"{stem[:-1]}y"))
