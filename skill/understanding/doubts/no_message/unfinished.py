"""Whether a text ends as no sentence does: "because of the", "we borrowed", "once nobody". Pure."""

from postbox.directory.names.spelling import NameWords
from skill.understanding.language import Language, longest_at, longest_before
from skill.understanding.sentences.shapes import Shapes

_SHORT = 3
_THAT = 2
_CONDITION = 2


class Unfinished:
    """Tells half a sentence from a whole one in one language."""

    def __init__(self, language: Language, shapes: Shapes) -> None:
        """Use this language's lists."""
        self._shapes = shapes
        self._language = language
        self._lists = language.signs
        self._asking = self._lists["wh_words"] | self._lists["asking_words"]
        self._names_things = (self._asking | self._lists["what"]) - language.be - language.modals
        self._conditions = self._lists["conditions"] - language.prepositions

    def is_half(self, spoken: NameWords) -> bool:
        """Whether words, at least one, are half a sentence, for whomever they are."""
        ends = longest_before(self._language.tact["unfinished_anywhere"], spoken, len(spoken))
        if ends:
            whole = longest_before(self._language.tact["finished"], spoken, len(spoken)) > ends
            is_be = spoken[-1:] in self._language.be
            return not (whole or (is_be and self._shapes.is_of_what(spoken)))
        if self._only_begins(spoken) or self._only_speaks(spoken):
            return True
        if self._only_thinks(spoken) or self._only_proposes(spoken) or self._counts_on(spoken):
            return True
        return self._lacks_an_object(spoken) or self._announces(spoken) or self._only_if(spoken)

    def _only_begins(self, spoken: NameWords) -> bool:
        """Whether only a sentence's first words are there: "she", "every", "can you"."""
        lists, at = self._language.no_message, 0
        while at < len(spoken) - 1 and spoken[at : at + 1] in self._lists["discourse"]:
            at += 1
        rest = spoken[at:]
        if rest in lists["bare_openings"] | lists["lone_determiners"]:
            return True
        subject = rest[-1:] in self._language.subjects | self._language.pronouns
        if len(rest) == 1:
            return subject and rest not in self._lists["answers"] | lists["whole_by_itself"]
        asks = rest[-2:-1] in self._language.modals and rest not in lists["whole_by_itself"]
        turned = spoken[-3:-2] in self._lists["turning_round"]
        points = rest[-1:] in lists["pointing"]
        return subject and asks and len(rest) <= _SHORT and not (turned or points)

    def _only_thinks(self, spoken: NameWords) -> bool:
        """Whether nothing is said of what one thinks: "i hope", "i was wondering"."""
        language, last = self._language, spoken[-1:]
        between = language.modals | language.be | language.adverbs | self._lists["negations"]
        led = spoken[:1] in self._lists["own_subjects"] | self._lists["contracted"]
        return (
            last in language.no_message["thinking"]
            and spoken not in language.no_message["whole_by_itself"]
            and led
            and all((word,) in between for word in spoken[1:-1])
        )

    def _only_proposes(self, spoken: NameWords) -> bool:
        """Whether a verb is to follow: "we should probably", "there might also"."""
        lists, at = self._language.no_message, len(spoken)
        while length := longest_before(lists["hedges"], spoken, at):
            at -= length
        return at < len(spoken) and 1 < at <= _SHORT and spoken[at - 1 : at] in lists["proposing"]

    def _counts_on(self, spoken: NameWords) -> bool:
        """Whether what there is has not been said: "there's only", "there's only one"."""
        lists = self._language.no_message
        at = longest_at(lists["there_is"], spoken, 0)
        left = longest_at(lists["one_left"], spoken, at) if at else 0
        rest = spoken[at + left :]
        return left > 0 and all((word,) in self._lists["number_words"] for word in rest)

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
        if any((word,) in self._names_things for word in before):
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
