"""Whose a particle before "to" or "in" is: the sender's, or that of "it is back on". Pure.

"Pass ... on to", "put ... up in", "send ... out to" have one that the sender said; a text may end
in one of its own.
"""

from enum import IntEnum

from postbox.directory.names.spelling import NameWords
from skill.understanding.complements import Verb
from skill.understanding.language import Language
from skill.understanding.sentences.asking import Asking
from skill.understanding.sentences.verbs import Verbs

_REACH = 6
_PAIRED = 2
_HANDED = {Verb.PASSING, Verb.CARRYING, Verb.HANDLING}


class Owner(IntEnum):
    """To whom a particle belongs."""

    SENDER = 0
    EITHER = 1
    """ "Turn the oven on": it may be passed on, or be said of the oven."""
    TEXT = 2


class Particles:
    """Tells for one language whether a text ends in a particle of its own."""

    def __init__(self, language: Language) -> None:
        """Use this language's lists."""
        self._language = language
        self._signs = language.signs
        self._words = language.complements
        self._verbs = Verbs(language)
        self._asking = Asking(language)
        self._still = language.signs["running_still"] | language.signs["nearly"]
        self._be = language.be | language.signs["contracted"]
        self._apart = language.prepositions | language.locating | language.clauses
        self._apart = (self._apart | language.into | language.to) - language.signs["of"]

    def owner(self, before: NameWords, particle: str, text: str) -> Owner:
        """Return whose a particle is that stands behind these words, which were written `text`."""
        end = len(before)
        while end > 1 and before[end - 1 : end] in self._still:
            end -= 1
        is_short = text.replace("\u2019", "'").split()[end - 1 : end]
        if before[end - 1 : end] in self._be or any(word.endswith("'s") for word in is_short):
            return Owner.TEXT
        if before[-1:] in self._language.objects:
            # "Pass it along", "count me out"; "i don't fancy it" takes no "over".
            return Owner.TEXT if self._takes_object(before, particle) else Owner.SENDER
        joined = self._asking.takes(before, particle)
        is_verb = self._verbs.kinds_at(before, len(before) - 1)
        taken = self._goes_with(before, len(before) - 1, particle)
        if taken and before[-2:-1] in self._language.subjects:
            # "Before you leave" is whole, and "what you leave out", too.
            return Owner.EITHER
        if joined or (is_verb and self._goes_with(before, len(before) - 1, particle)):
            return Owner.TEXT
        if before[:1] in self._language.be and not self._is_parted(before, 1):
            # "Is the heating still on" asks of the heating; so may "is the heating on".
            return Owner.TEXT if end < len(before) else Owner.EITHER
        return self._of_a_verb(before, particle)

    def may_end_in_it(self, before: NameWords, particle: str) -> bool:
        """Whether a text may end so: "nothing to stand on", "on your way out", "who is it on".

        So does one that has the opposite before: "last in first out". Of those that are said of
        handing on only what is "left over" does, or what tells where one goes: "come on over".
        """
        last = before[-1]
        counted = self._signs["every"] | self._signs["number_words"]
        near = before[-_PAIRED - (before[-2:-1] in counted) : -1]
        if any((word, particle) in self._signs["in_and_out"] for word in near):
            return True
        if (particle,) in self._signs["handing_particles"]:
            verb = len(before) - 1 - ((last,) in self._signs["on"])
            is_verb = bool(self._verbs.kinds_at(before, max(0, verb)))
            goes = is_verb and self._words.is_motion(before[verb])
            return goes or self._words.irregular(last) == "leave"
        asks = before[:1] in self._signs["asking_openly"] | self._signs["asking_words"]
        is_thing = before[-2:-1] in self._language.before_nouns
        # "July is fully booked on" says nothing, where "what is it booked on" asks.
        is_done = last.endswith("ed") and any((word,) in self._be for word in before[-3:-1])
        ends = bool(self._words.kinds(last)) and not (is_thing or is_done)
        ends = ends or (last,) in self._signs["ending_in_particles"]
        return asks or ends

    def _takes_object(self, before: NameWords, particle: str) -> bool:
        """Whether the verb before "it" goes with a particle."""
        if len(before) == 1:
            return False
        kinds = self._verbs.kinds_at(before, len(before) - 2)
        if (particle,) in self._signs["handing_particles"]:
            kinds &= _HANDED
        return bool(kinds) or self._words.phrasal(before[-2], particle) is not None

    def _goes_with(self, before: NameWords, place: int, particle: str) -> bool:
        """Whether the word at a place is a verb that a particle may go with."""
        word = before[place]
        if self._words.phrasal(word, particle):
            return True
        if (particle,) in self._signs["handing_particles"]:
            return False
        verbs = self._signs["worn_or_running"]
        verbs |= self._signs["had_on"] if (particle,) in self._signs["on"] else frozenset()
        return any((base,) in verbs for base in self._words.bases(word))

    def _of_a_verb(self, before: NameWords, particle: str) -> Owner:
        """Return whether a verb soon before it may have taken it: "turn the oven on"."""
        for place in range(len(before) - 1, max(-1, len(before) - 1 - _REACH), -1):
            word = before[place : place + 1]
            if word in self._apart or word[0] in self._words.particles:
                return Owner.SENDER
            if place < len(before) - 1 and self._goes_with(before, place, particle):
                return Owner.EITHER
        return Owner.SENDER

    def _is_parted(self, before: NameWords, start: int) -> bool:
        return any(before[place : place + 1] in self._apart for place in range(start, len(before)))
