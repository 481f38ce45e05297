"""What stands behind a text's verb: who gets something, or what, or nothing. Pure.

"I gave you the keys" has said who gets them, "i gave the keys" asks for a "to ...".
"""

from enum import IntEnum

from postbox.directory.names.spelling import NameWords
from skill.understanding.complements import Verb
from skill.understanding.language import Language, longest_at, longest_before
from skill.understanding.sentences.verbs import Verbs

_WITH_OBJECT = {Verb.PASSING, Verb.CARRYING, Verb.HANDLING}
_PASSIVE = 4


class Asks(IntEnum):
    """How sure it is that a text asks for a "to ..."."""

    NO = 0
    PERHAPS = 1
    """It may have one: "i sold the car"."""
    PLACE = 2
    """It lacks one, of a place rather than of somebody: "i went"."""
    SURELY = 3
    """It lacks one: "i talked"."""


class VerbObjects:
    """Knows what stands behind the verbs of one language."""

    def __init__(self, language: Language) -> None:
        """Use this language's lists."""
        self._language = language
        self._words = language.complements
        self._verbs = Verbs(language)

    def further(self, spoken: NameWords, place: int, kinds: frozenset[Verb]) -> Asks | None:
        """Return whether a verb and what follows it ask; None where who gets it has been said."""
        language, verb, following = self._language, spoken[place], spoken[place + 1 :]
        if not following:
            return self._asks_at_once(spoken, place, kinds)
        if following[:1] in language.prepositions:
            return Asks.PERHAPS if {Verb.ASKING, Verb.PASSING} <= kinds else Asks.NO
        if following[:1] in language.indirect_objects and self._words.is_dative(verb):
            return None
        handled = kinds & _WITH_OBJECT
        if following in language.objects:
            is_person = following in language.signs["persons"]
            return Asks.SURELY if handled - ({Verb.HANDLING} if is_person else set()) else Asks.NO
        if following[:1] in language.objects and not self.tells_who_gets_it(following):
            some = following[:1] in language.signs["some"]
            return Asks.PERHAPS if handled - ({Verb.HANDLING} if some else set()) else Asks.NO
        if self.tells_who_gets_it(following):
            return None if kinds & _WITH_OBJECT else Asks.NO
        carried = Verb.CARRYING in kinds and following[:1] in language.definite
        carried = carried and spoken[place - 1 : place] not in language.modals
        return Asks.PERHAPS if Verb.PASSING in kinds or carried else Asks.NO

    def _asks_at_once(self, spoken: NameWords, place: int, kinds: frozenset[Verb]) -> Asks:
        if Verb.ASKING in kinds:
            if not self._words.is_motion(spoken[place]):
                return Asks.SURELY
            return Asks.PLACE
        misses = self._misses_an_object(spoken, place)
        return Asks.SURELY if misses and kinds & {Verb.PASSING, Verb.PASSIVE} else Asks.NO

    def tells_who_gets_it(self, following: NameWords) -> bool:
        """Whether it begins with who gets something: "me the keys", not "her keys"."""
        language = self._language
        if following[:1] not in language.indirect_objects:
            return False
        both = following[:1] in language.before_nouns
        return not both or longest_at(language.determiners, following, 1) > 0

    def _misses_an_object(self, spoken: NameWords, place: int) -> bool:
        """Whether it ends like "was given", "what i gave", "nothing to give"."""
        language = self._language
        if place and (spoken[place - 1],) in language.to:
            return True
        if self._words.is_participle(spoken[place]):
            nearby = spoken[max(0, place - _PASSIVE) : place]
            if any((word,) in language.passives for word in nearby):
                return True
        return any((word,) in language.relatives for word in spoken[:place])

    def is_order_to_pass(self, spoken: NameWords) -> bool:
        """Whether somebody is to pass on something, however long: "please direct all ...".

        Not what has said already who gets it: "please send me the plan of the roof".
        """
        verb = longest_at(self._language.politeness, spoken, 0)
        following = spoken[verb + 1 :]
        if not following or Verb.PASSING not in self._verbs.kinds_at(spoken, verb):
            return False
        # "Show and tell starts at ten" orders nothing, nor does "will it rain".
        asks = spoken[verb : verb + 1] in self._language.modals
        asks = asks or following[:1] in self._language.conjunctions
        whole = longest_before(self._language.complete, spoken, len(spoken)) > 0
        if asks or whole or self._says_where(following):
            return False
        named = (
            self.tells_who_gets_it(following) or following[:1] in self._language.indirect_objects
        )
        named = named or self._tells_somebody(spoken[verb], following)
        return self._words.is_base(spoken[verb]) and not named

    def _tells_somebody(self, verb: str, following: NameWords) -> bool:
        """Whether it is "tell the kids to bring a towel", "warn your team that ..."."""
        leads = self._language.to | self._language.that | self._language.clauses
        return self._words.is_dative(verb) and any((word,) in leads for word in following[1:])

    def _says_where(self, following: NameWords) -> bool:
        """Whether the "to ..." has been said: "add it to the list", not "the plan to mow"."""
        return any(
            following[place : place + 1] in self._language.to
            and not self._words.is_base(following[place + 1])
            for place in range(len(following) - 1)
        )
