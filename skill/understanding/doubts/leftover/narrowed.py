"""Which of all a message may be for, told behind "everyone": "(everyone) in the far shed". Pure."""

from postbox.directory.names.spelling import NameWords
from skill.understanding.language import Language, longest_at

_NOUN = 4
"""Within so many words behind an article stands what it is of."""


class Narrowed:
    """Hears in one language that not all are meant."""

    def __init__(self, language: Language) -> None:
        """Use this language's lists."""
        self._language = language
        self._lists = language.signs
        self._leads = language.into | language.locating | language.prepositions
        self._leads |= self._lists["placing"]

    def some_of_all(self, spoken: NameWords) -> int:
        """Return how many words say which of all are meant; 0 where they begin the text.

        "In the far shed", "from the night shift", "upstairs", "except ana" do; "at noon", "in the
        morning", "on the bright side" and "from friday" do not.
        """
        if excepts := longest_at(self._lists["excepting"], spoken, 0):
            return excepts
        somewhere = longest_at(self._lists["somewhere"], spoken, 0)
        if somewhere and somewhere < len(spoken):
            return somewhere
        led = longest_at(self._leads, spoken, 0)
        article = longest_at(self._lists["placed"], spoken, led) if led else 0
        behind = spoken[led + article : led + article + _NOUN]
        when = self._language.times | self._lists["of_no_place"]
        is_crew = behind[1:2] in self._lists["crews"]
        if not article or not behind or (not is_crew and any((word,) in when for word in behind)):
            return 0
        return led + article

    def place(self, spoken: NameWords) -> tuple[int, int]:
        """Return where "far shed" begins and ends, with a sentence behind it; two zeros for none.

        So it is in "in the far shed the tap drips", and not in "with a canoe the shed is open".
        """
        language = self._language
        led = longest_at(language.into | language.at | self._lists["at_a_place"], spoken, 0)
        article = longest_at(self._lists["placed"], spoken, led) if led else 0
        if not article or not self.some_of_all(spoken):
            return 0, 0
        begins = language.subjects | language.determiners | language.beginnings
        begins |= language.no_message["contracted_subjects"]
        start = led + article
        ends = (at for at in range(start + 1, start + _NOUN) if longest_at(begins, spoken, at))
        end = next(ends, 0)
        return (start, end) if end else (0, 0)
