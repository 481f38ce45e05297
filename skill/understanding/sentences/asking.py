"""Whether a text asks for a "to ..." of its own: "i talked", "the prize went". Pure.

Then what follows may be its ending as well as a recipient, and the speaker decides. So it is too
where a verb stands there of which nothing is known.
"""

from postbox.directory.names.spelling import NameWords
from skill.understanding.complements import Verb
from skill.understanding.language import Language, longest_before
from skill.understanding.sentences.verb_objects import Asks, VerbObjects
from skill.understanding.sentences.verbs import Verbs

_WITH_PARTICLE = {Verb.PASSING, Verb.CARRYING, Verb.ASKING}
_REACH = 9
"""So far back a verb may stand whose "to ..." ends the text: "give the keys of the van to Ana"."""
_WITHIN = 4
_RANGE = 3
_RANGE_REACH = 6
_SHORT = 3
_SECOND = 5


class Asking:
    """Knows the words of one language that ask for more."""

    def __init__(self, language: Language) -> None:
        """Use this language's lists."""
        self._language = language
        self._words = language.complements
        self._verbs = Verbs(language)
        self._objects = VerbObjects(language)
        self._with_object = language.objects | language.definite | language.indefinite
        self._apart = language.prepositions - language.signs["of"]
        """What parts a verb from its "over": "it came from the bank over"."""
        self._ends = (
            language.clauses | language.to | language.be | language.modals | language.locating
        )

    def asks(self, before: NameWords) -> Asks:
        """Return whether a text's words ask for a "to ..."."""
        led = len(before) > 1 and before[-1] in self._words.particles
        if led and longest_before(self._language.complete, before, len(before) - 1):
            # "... when you get a chance over" is whole before its "over", which leads to somebody.
            return Asks.NO
        found = Asks.SURELY if self._hands_a_second(before) else self._its_end_asks(before)
        if found is Asks.NO and self._objects.is_order_to_pass(before):
            return Asks.PERHAPS
        return found

    def _its_end_asks(self, before: NameWords) -> Asks:
        spoken, language = self._verbs.without_adverbs(before), self._language
        if longest_before(language.complete, before, len(before)):
            return Asks.NO
        if any(
            longest_before(language.governing, clause, len(clause)) for clause in (before, spoken)
        ):
            return Asks.SURELY
        if not spoken or spoken[-1:] in language.times:
            return Asks.SURELY if self._has_talked(spoken[:-1]) else Asks.NO
        if spoken[-1] in self._words.particles:
            if len(spoken) == 1:
                return Asks.SURELY
            return self._asks_with_particle(spoken)
        if self._is_predicate(spoken) or self._is_phrasal(spoken):
            return Asks.SURELY
        found = self._verb_asks(spoken)
        if self._words.is_noun(spoken[-1]) and not self._is_kin(spoken):
            return Asks.SURELY
        is_past = before[-1:] in language.later
        return Asks.NO if found is None or (is_past and found is Asks.PERHAPS) else found

    def _hands_a_second(self, before: NameWords) -> bool:
        """Whether it ends like "give the key to the porter and a copy": that goes to somebody, too.

        A thing without a verb stands behind "and", and before it something is handed on.
        """
        language, last = self._language, len(before) - 1
        for place in range(last, max(0, last - _SECOND), -1):
            if before[place : place + 1] not in language.conjunctions:
                continue
            thing = before[place + 1 :]
            led = thing[:1] in language.determiners | language.signs["number_words"]
            told = any(self._verbs.kinds_at(thing, at) for at in range(1, len(thing)))
            return led and not told and self._is_handed_on(before[:place])
        return False

    def _is_handed_on(self, spoken: NameWords) -> bool:
        """Whether something goes to somebody there: "send the plan to the council"."""
        tos = [at for at in range(1, len(spoken)) if spoken[at : at + 1] in self._language.to]
        handed = {Verb.PASSING, Verb.CARRYING, Verb.HANDLING}
        return any(self._verbs.kinds_at(spoken, at) & handed for to in tos for at in range(to))

    def _has_talked(self, spoken: NameWords) -> bool:
        """Whether it ends like "i replied", of which a time does not make a whole."""
        word = spoken[-1] if spoken else ""
        told = Verb.ASKING in self._words.kinds(word) and not self._words.is_base(word)
        return told and not self._words.is_motion(word)

    def _is_predicate(self, spoken: NameWords) -> bool:
        """Whether it ends in what somebody is to somebody: "she is loyal"; not "very nice"."""
        known = self._language.passives | self._language.pronouns
        subject = len(spoken) > _SHORT or any((word,) in known for word in spoken)
        return subject and spoken[-1] in self._words.adjectives

    def _is_kin(self, spoken: NameWords) -> bool:
        """Whether it ends like "she wants her mom", "what's for tea mum": kin to nobody else."""
        language = self._language
        related = language.indefinite | language.be
        return spoken[-1:] in language.signs["roles"] and spoken[-2:-1] not in related

    def _is_phrasal(self, spoken: NameWords) -> bool:
        return len(spoken) > 1 and self._words.phrasal(spoken[-2], spoken[-1]) is True

    def ranges(self, before: NameWords) -> bool:
        """Whether a text asks where it goes to "from ...": "we switched from the old one".

        Not where one only does or gets something there, where it went on to "to ..." or to a verb,
        or where a time ends it: "i am working from home", "the mail from monday is gone".
        """
        language = self._language
        for place in range(len(before) - 1, max(-1, len(before) - 1 - _RANGE_REACH), -1):
            if (before[place],) not in language.ranging:
                continue
            if before[place : place + 1] not in language.signs["from"]:
                return True
            following = before[place + 1 :]
            ended = following[-1:] in language.times and len(following) > 1
            told = any((word,) in language.be | language.to for word in following)
            verbs = [at for at in range(len(before)) if self._verbs.kinds_at(before, at)]
            told = told or any(at > place + 1 for at in verbs)
            last = [at for at in verbs if at < place][-1:]
            stays = not last or self._words.stays(before[last[0]])
            stays = stays or (last[0] < place - 1 and self._words.receives(before[last[0]]))
            return not (ended or told or stays)
        return False

    def asks_within(self, before: NameWords) -> bool:
        """Whether a text's words ask for an "in ..." or "on ...": "it depends", "i posted it"."""
        spoken = self._verbs.without_adverbs(before)
        if not spoken or spoken[-1:] in self._language.times:
            return False
        if spoken[-1:] in self._language.within or spoken[-1] in self._words.within_nouns:
            return True
        for place in range(len(spoken) - 1, max(-1, len(spoken) - 1 - _WITHIN), -1):
            if (spoken[place],) in self._ends:
                return False
            if self._verbs.kinds_at(spoken, place):
                following = spoken[place + 1 : place + 2]
                has_object = not following or following in self._with_object
                return has_object and self._words.is_within(spoken[place])
        return False

    def takes(self, before: NameWords, particle: str) -> bool:
        """Whether a particle belongs to the verb before it: "sign up", "hand it over".

        Not to a noun that is a verb elsewhere: "he made the team up on ...".
        """
        if before[-1:] in self._language.objects:
            return len(before) > 1 and bool(self._verbs.kinds_at(before, len(before) - 2))
        if not before or self._verbs.is_noun(before, len(before) - 1):
            return False
        things = self._language.definite | self._language.indefinite
        of_a_thing = any((word,) in things for word in before[-_RANGE:-1])
        if of_a_thing and not self._words.kinds(before[-1]):
            return False
        return self._words.phrasal(before[-1], particle) is not None

    def asks_for_a_verb(self, before: NameWords, word: str) -> bool:
        """Whether a text's words ask for a verb, and this may be one: "ready to launch"."""
        return before[-1:] in self._language.infinitives and self._words.is_base(word)

    def asks_for_a_name(self, before: NameWords, *, people: bool) -> bool:
        """Whether a text's words ask for something that is not known; or for people, if so."""
        spoken = self._verbs.without_adverbs(before)
        if people:
            return self.asks(before) is Asks.SURELY
        ranging = any((word,) in self._language.ranging for word in spoken[-_RANGE:])
        return ranging or spoken[-1:] in self._words.travel or self.asks(before) > Asks.NO

    def _asks_with_particle(self, spoken: NameWords) -> Asks:
        """Whether "handed it over", "it is up" end the text; not "the server is down"."""
        language, particle = self._language, spoken[-1]
        for place in range(len(spoken) - 2, max(-1, len(spoken) - 2 - _REACH), -1):
            if (spoken[place],) in language.be:
                if particle in self._words.leaving and self._is_person(spoken, place):
                    return Asks.PLACE
                up_to = spoken[place - 1 : place] in language.deciding
                return Asks.SURELY if place and up_to else Asks.NO
            apart = (spoken[place],) in language.clauses | self._apart
            if apart or spoken[place] in self._words.particles:
                return Asks.NO
            kinds = self._verbs.kinds_at(spoken, place)
            if kinds:
                following = spoken[place + 1 : -1]
                said = self._words.is_dative(spoken[place]) and self._objects.tells_who_gets_it(
                    following
                )
                if said:
                    # "Forward me the email over": who gets it has been said.
                    return Asks.NO
                phrasal = self._words.phrasal(spoken[place], particle)
                # "Before you leave over to ...": nothing is handed on there, nor does one go over.
                known = _WITH_PARTICLE if following else {Verb.ASKING}
                asks = bool(kinds & known) if phrasal is None else phrasal
                return Asks.SURELY if asks else Asks.NO
        return Asks.NO

    def _is_person(self, spoken: NameWords, be: int) -> bool:
        """Whether it is "i'm", "we are", not "the water is"."""
        return spoken[be - 1 : be] in self._language.subjects or be == 0

    def _verb_asks(self, spoken: NameWords) -> Asks | None:
        """Return whether the last verb may still ask; None where who gets it has been said."""
        last = len(spoken) - 1
        for place in range(last, max(-1, last - _REACH), -1):
            if self._hands_in(spoken, place):
                return Asks.PERHAPS
            if (spoken[place],) in self._ends:
                return Asks.NO
            kinds = self._verbs.kinds_at(spoken, place)
            if kinds:
                return self._objects.further(spoken, place, kinds)
        return Asks.NO

    def _hands_in(self, spoken: NameWords, place: int) -> bool:
        """Whether a particle belongs to a verb that asks for more: "handed in the report"."""
        if not place or not self._verbs.kinds_at(spoken, place - 1):
            return False
        return self._words.phrasal(spoken[place - 1], spoken[place]) is True
