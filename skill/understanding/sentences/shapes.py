"""What a text looks like: how it begins, and whether it is a sentence. Pure."""

from itertools import pairwise

from postbox.directory.names.ear import in_digits
from postbox.directory.names.spelling import NameWords
from postbox.directory.names.words import fold
from skill.understanding.language import Language, longest_at, longest_before
from skill.understanding.sentences.subjects import Subjects
from skill.understanding.sentences.verbs import Verbs

SURELY, WELL, FAIRLY, UNUSUALLY, HARDLY, NEVER = 2.0, 1.0, 0.0, -0.8, -1.5, -3.0
"""How well words begin a message."""
_NEAR = 3
_SAYS = 2
_STATED = 3
_TOLD_OF = 2


class Shapes:
    """Judges the texts of one language by their words alone."""

    def __init__(self, language: Language) -> None:
        """Use this language's lists."""
        self._language = language
        self._signs = language.signs
        self._verbs = Verbs(language)
        self.subjects = Subjects(language, self._verbs)
        self._starts = language.subjects | language.beginnings | language.relatives
        self._starts = self._starts | self._signs["contracted_questions"]
        self._never = self._signs["never_after"] | self._signs["opposing"]

    def begins(self, spoken: NameWords) -> float:
        """Return how well these words begin a message."""
        language = self._language
        if not spoken:
            return FAIRLY
        if longest_at(self._signs["greetings"], spoken, 0):
            return WELL
        first = spoken[:1]
        # "An i am late": what stands there is no article.
        no_article = first in language.indefinite and spoken[1:2] in self._signs["own_subjects"]
        if no_article or first in self._never or longest_at(language.channel_words, spoken, 0):
            return NEVER
        if first in self._starts or first in language.modals or first in language.indefinite:
            return SURELY
        if first in language.be:
            return WELL if spoken[1:2] in language.subjects else HARDLY
        if first in language.clauses:
            return WELL
        if language.complements.is_base(spoken[0]):
            return WELL
        if first in language.conjunctions:
            return NEVER
        strange = spoken[0].isalpha() and spoken[0] not in language.words
        return UNUSUALLY if strange else FAIRLY

    def is_clause(self, spoken: NameWords) -> bool:
        """Whether words have a verb, so that they say something; not "the logs", "my notes"."""
        return self.surely_tells(spoken) or any(
            self._verbs.kinds_at(spoken, place) for place in range(len(spoken))
        )

    def surely_tells(self, spoken: NameWords) -> bool:
        """Whether words have a verb of which one can be sure."""
        return any((word,) in self._signs["clause_words"] for word in spoken)

    def is_verb(self, spoken: NameWords, place: int) -> bool:
        """Whether the word at a place is a verb there."""
        return place < len(spoken) and bool(self._verbs.kinds_at(spoken, place))

    def is_said_of_a_subject(self, spoken: NameWords, at: int) -> bool:
        """Whether a verb stands there whose subject is before it: "has left", not "is it ..."."""
        if spoken[at : at + 1] not in self._signs["said_of_a_subject"] or at + 1 >= len(spoken):
            return False
        language, following = self._language, spoken[at + 1 : at + 2]
        asks = language.subjects | language.pronouns | language.definite | language.indefinite
        return following not in asks - language.be and not self._asks_something(spoken, at)

    def surely_lacks_its_subject(self, spoken: NameWords, at: int) -> bool:
        """Whether a verb of one person stands there that asks nothing: "locks the gate".

        "Drinks at five" and "keys are in the tin" begin with things.
        """
        if at + 1 >= len(spoken) or spoken[at : at + 1] in self._signs["surely_of_one"]:
            return at + 1 < len(spoken)
        language = self._language
        things = language.definite | language.indefinite | language.determiners | language.objects
        has_object = spoken[at + 1 : at + 2] in things - language.be
        return has_object and self.tells_of_one(spoken, at) and not self.greets(spoken[at:])

    def tells_of_one(self, spoken: NameWords, at: int) -> bool:
        """Whether a verb in the third person stands there: "starts" of "the fire drill starts".

        Not "is", "has", which may begin a question.
        """
        word = "".join(spoken[at : at + 1])
        helps = self._language.complements.is_base(word) or (word,) in self._signs["clause_words"]
        return word.endswith("s") and not helps and self.is_verb(spoken, at)

    def states(self, spoken: NameWords, text: str) -> bool:
        """Whether words have a subject and then a verb, and neither order nor ask anything."""
        signs, language = self._signs, self._language
        if len(spoken) < _STATED or spoken[:1] in signs["wh_words"] | signs["asking_words"]:
            return False
        asks = spoken[:1] in language.modals | language.be | signs["device_words"]
        if asks or language.complements.is_base(spoken[0]):
            return False
        if spoken[:1] in language.subjects - signs["asking_words"]:
            return True
        told = any((word,) in signs["clause_words"] for word in spoken[1:])
        return told or any(word.endswith("'s") for word in text.casefold().split()[:-1])

    def tells_shortly(self, text: str, *, is_told: bool = False) -> bool:
        """Whether a noun of a text has its verb in an "'s": "the permit's in the post".

        Where somebody `is_told`, more than a thing of somebody's is said, if it is only long
        enough: "the line's jammed again", not "the customer's parcel".
        """
        known, spoken = self._language, text.replace("\u2019", "'").split()
        told = known.prepositions | known.into | known.to | known.at | known.adverbs
        told = told | known.indefinite | known.definite | self._signs["told_shortly"]
        told = told | self._signs["number_words"]
        if is_told and any(word.endswith("'s") for word in spoken[:-_TOLD_OF]):
            return True
        strange = not spoken or fold(spoken[-1]) not in known.words
        return any(
            word.endswith("'s")
            and ((fold(after),) in told or after.endswith(("ing", "ed")) or (is_told and strange))
            for word, after in pairwise(spoken)
        )

    def has_a_third_person(self, spoken: NameWords) -> bool:
        """Whether a noun begins words, and soon a verb follows as of one: "service starts"."""
        language = self._language
        leads = language.determiners | self._signs["asking_words"] | self._signs["device_words"]
        if spoken[:1] in leads | language.to | language.into:
            return False
        return any(
            word.endswith("s")
            and language.complements.is_base(word.removesuffix("s"))
            and not language.complements.is_base(spoken[0])
            for word in spoken[1:_NEAR]
        )

    def asks_others(self, spoken: NameWords) -> bool:
        """Whether something is asked of readers: "please send ...", "... any questions"."""
        asked = any((word,) in self._signs["asked_of_others"] for word in spoken)
        verbs = (self._language.complements.is_base(word) for word in spoken[:_NEAR])
        return (asked or self.begins_politely(spoken)) and any(verbs)

    def begins_politely(self, spoken: NameWords) -> bool:
        """Whether "please" or the like stands first."""
        return spoken[:1] in self._signs["asking_nicely"]

    def is_turned_round(self, spoken: NameWords, at: int) -> bool:
        """Whether a name is a subject behind its verb: "so does priya", "neither can olu"."""
        verb = spoken[at - 1 : at]
        is_verb = verb in self._language.modals | self._language.be
        return is_verb and spoken[at - 2 : at - 1] in self._signs["turning_round"]

    def _asks_something(self, spoken: NameWords, at: int) -> bool:
        return spoken[at + 1 : at + 2] in self._language.determiners

    def is_thing(self, spoken: NameWords) -> bool:
        """Whether words only name something to be sent: "the numbers", "what i just said"."""
        if not spoken:
            return False
        if longest_at(self._signs["lone_objects"], spoken, 0) == len(spoken):
            return True
        if longest_at(self._signs["greetings"], spoken, 0) > 1:
            return False
        if spoken[:1] in self._signs["anything"] and not self.is_clause(spoken):
            return True
        named = longest_at(self._signs["object_starts"], spoken, 0)
        if not named or len(spoken) > self._LONGEST_THING:
            return False
        if spoken[:1] in self._signs["what"]:
            # "What he said" is a thing, "what he said made sense" a sentence.
            says = sum(bool(self._verbs.kinds_at(spoken, at)) for at in range(2, len(spoken)))
            subject = spoken[1:2] in self._signs["own_subjects"]
            return subject and (
                says < _SAYS or any((word,) in self._signs["before_a_verb"] for word in spoken)
            )
        rest = spoken[named:]
        if self._is_told_shortly(rest):
            return False
        return bool(rest) and not self.is_clause(spoken) and rest[-1:] not in self._language.times

    def _is_told_shortly(self, rest: NameWords) -> bool:
        """Whether a verb is in an apostrophe: "phones nearly dead" of "phone's nearly dead"."""
        adverbs = self._language.adverbs | self._signs["running_still"]
        return any(
            rest[at - 1].endswith("s") and (rest[at],) in adverbs for at in range(1, len(rest) - 1)
        )

    _LONGEST_THING = 8

    def time_run(self, spoken: NameWords, at: int) -> int:
        """Return how many words from a word on are a time: "at ten", "on monday morning"."""
        times, place, is_time = self._language.times | self._signs["days"], at, False
        while place < len(spoken):
            word = spoken[place : place + 1]
            number = any(part.isdecimal() for part in in_digits(word))
            clock = number or word in times or word in self._signs["clock_words"]
            if not clock and word not in self._signs["time_words"]:
                break
            is_time = is_time or clock
            place += 1
        while place > at and not self._ends_time(spoken[place - 1]):
            place -= 1
        return place - at if is_time else 0

    def _ends_time(self, word: str) -> bool:
        known = self._language.times | self._signs["days"]
        number = any(part[:1].isdecimal() for part in in_digits([word]))
        return (word,) in known or number or (word,) in self._signs["behind_a_time"]

    def is_lone(self, spoken: NameWords) -> bool:
        """Whether words are no message: "it again", "them all", "someone a message"."""
        at = longest_at(self._signs["lone_objects"], spoken, 0)
        if not at:
            return False
        while at < len(spoken):
            length = longest_at(self._signs["lone_adverbs"], spoken, at)
            if not length:
                return False
            at += length
        return True

    def greets(self, spoken: NameWords) -> bool:
        """Whether words begin as people greet, thank and answer."""
        return longest_at(self._signs["greetings"], spoken, 0) > 0

    def ends_open(self, spoken: NameWords) -> bool:
        """Whether words end unfinished: "the root cause is"."""
        tact = self._language.tact
        if not longest_before(tact["unfinished"], spoken, len(spoken)):
            return False
        if longest_before(tact["finished"], spoken, len(spoken)):
            return False
        return not (spoken[-1:] in self._language.be and self.is_of_what(spoken))

    def is_of_what(self, spoken: NameWords) -> bool:
        """Whether "is" may end it: "how late it is", "whoever it was", "what a day it was".

        "What we need is" goes on.
        """
        exclaimed = self._language.no_message["exclaimed_of"]
        if spoken[:1] in self._signs["what"] and spoken[1:2] in exclaimed:
            return True
        own = self._signs["own_subjects"]
        within = any(
            spoken[at : at + 1] in self._language.relatives
            and (at + 1 == len(spoken) - _SAYS or spoken[at + 1 : at + 2] not in own)
            for at in range(1, len(spoken) - 1)
        )
        return within or any((word,) in self._signs["wh_words"] for word in spoken[:-1])
