"""Whether a text ends as no sentence does: "because of the", "we borrowed", "once nobody". Pure."""

from postbox.directory.names.spelling import NameWords
from skill.understanding.language import Language, longest_before

_SHORT = 3
_THAT = 2
_CONDITION = 2


class Unfinished:
    """Tells half a sentence from a whole one in one language."""

    def __init__(self, language: Language) -> None:
        """Use this language's lists."""
        self._language = language
        self._lists = language.signs
        self._asking = self._lists["wh_words"] | self._lists["asking_words"]
        self._conditions = self._lists["conditions"] - language.prepositions

    def is_half(self, spoken: NameWords) -> bool:
        """Whether words, at least one, are half a sentence, for whomever they are."""
        asks = any((word,) in self._lists["wh_words"] for word in spoken[:-1])
        if longest_before(self._language.tact["unfinished_anywhere"], spoken, len(spoken)):
            return not (asks and spoken[-1:] in self._language.be)
        if len(spoken) == 1 and spoken in self._lists["own_subjects"]:
            return True
        last = spoken[-1:] in self._language.subjects | self._language.pronouns
        if last and len(spoken) == 1:
            return True
        if last and len(spoken) <= _SHORT and spoken[-2:-1] in self._language.modals:
            return True
        if self._only_speaks(spoken):
            return True
        return self._lacks_an_object(spoken) or self._announces(spoken) or self._only_if(spoken)

    def _only_speaks(self, spoken: NameWords) -> bool:
        """Whether somebody only tells that they will say something: "i just wanted to say"."""
        announced = longest_before(self._lists["announcing"], spoken, len(spoken))
        before = spoken[: len(spoken) - announced]
        if not announced or not before:
            return announced == len(spoken) > 1
        led = before[:1] in self._lists["own_subjects"] and before[-1:] in self._language.to
        return led and not self._is_something(before[:-1])

    def _is_something(self, before: NameWords) -> bool:
        """Whether a thing has been named to say: "i have two things", "he wrote what he had"."""
        if any((word,) in self._asking | self._lists["what"] for word in before):
            return True
        things = before[-1].endswith("s") and not self._language.complements.kinds(before[-1])
        return things or before[-1:] in self._language.objects

    def _lacks_an_object(self, spoken: NameWords) -> bool:
        """Whether a verb has no object: "we've borrowed", "i keep several", "did you bring"."""
        language = self._language
        between = language.modals | language.adverbs | self._lists["negations"]
        place = 0
        while spoken[place : place + 1] in language.modals:
            place += 1
        if spoken[place : place + 1] not in self._lists["own_subjects"]:
            return False
        rest = spoken[place + 1 :]
        while rest[:1] in between:
            rest = rest[1:]
        if not rest or not language.complements.needs_an_object(rest[0]):
            return False
        return len(rest) == 1 or rest[1:] in self._lists["more_of_what"]

    def _announces(self, spoken: NameWords) -> bool:
        """Whether "that" leads to nothing: "the trouble with the lift is that"."""
        ends = spoken[-1:] in self._language.that and spoken[-_THAT:-1] in self._language.be
        named = spoken[:1] in self._language.determiners
        return ends and named and not any((word,) in self._asking for word in spoken[:-_THAT])

    def _only_if(self, spoken: NameWords) -> bool:
        """Whether a condition has no more than its subject: "once nobody", "unless we"."""
        known = self._language.subjects & self._language.pronouns
        led = spoken[:1] in self._conditions and spoken[1:] in known
        return led and len(spoken) == _CONDITION
