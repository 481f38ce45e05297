"""Whether words only name or point at a thing, and tell nothing of it. Pure."""

from postbox.directory.names.spelling import NameWords
from skill.understanding.language import Language, longest_at
from skill.understanding.names.facts import NameFacts
from skill.understanding.sentences.shapes import Shapes

_SOON = 6
_LONGEST_THING = 4
_LONGEST_NAME = 4


class Things:
    """Tells things from messages in one language."""

    def __init__(self, language: Language, names: NameFacts, shapes: Shapes) -> None:
        """Use this language's lists and these names."""
        self._language = language
        self._lists = language.signs
        self._names = names
        self._shapes = shapes

    def is_pointed_at(self, spoken: NameWords) -> bool:
        """Whether words point at something and say no more: "it up", "this in german"."""
        points = spoken[:1] in self._lists["pointing"]
        return points and not self._shapes.is_clause(spoken)

    def is_only_told_of(self, spoken: NameWords) -> bool:
        """Whether it is "photos from the trip": things, and no word about them."""
        if spoken[1:2] not in self._lists["of_things"] or self._shapes.greets(spoken):
            return False
        return spoken[0].endswith("s") and not self._shapes.is_clause(spoken)

    def is_only_named(self, spoken: NameWords) -> bool:
        """Whether words name something and no more: "flowers", "shipping labels", "the figures"."""
        language = self._language
        if len(spoken) > _LONGEST_THING or self._shapes.greets(spoken):
            return False
        said = (
            language.adverbs | language.times | language.prepositions | language.to | language.into
        )
        said = (
            said | self._lists["days"] | self._lists["clause_words"] | language.modals | language.at
        )
        said = said | self._lists["number_words"] | self._lists["lone_adverbs"] | language.subjects
        rest = spoken[longest_at(self._lists["object_starts"], spoken, 0) :]
        if rest[-1:] in self._lists["answers"]:
            # "The candidate said yes".
            return False
        if any((word,) in said or word.endswith("ly") or word.isdecimal() for word in rest):
            return False
        return bool(rest) and rest[-1].endswith("s") and not language.complements.is_base(rest[0])

    def _is_named(self, spoken: NameWords, place: int) -> bool:
        """Whether somebody stands there as a subject: not "will", not "ana" of "for ana"."""
        if spoken[place : place + 1] in self._language.modals or self._is_governed(spoken, place):
            return False
        if self._shapes.is_verb(spoken, place) and not self._shapes.is_verb(spoken, place + 1):
            # "The sofas go first", "the candidate said yes", whoever are called Go and Said.
            return False
        return self._names.named(spoken, place) > 0

    def _is_governed(self, spoken: NameWords, place: int) -> bool:
        """Whether a preposition has this word, or the name that goes on: "for ana ruiz"."""
        language = self._language
        governs = language.prepositions | language.to | language.into | self._lists["for"]
        if spoken[place - 1 : place] in governs:
            return True
        starts = range(max(1, place - _LONGEST_NAME + 1), place)
        return any(
            spoken[start - 1 : start] in governs and self._names.named(spoken, start) > place
            for start in starts
        )

    def is_described(self, spoken: NameWords) -> bool:
        """Whether a clause names a thing and tells nothing of it: "the deal we talked about"."""
        if not longest_at(self._lists["object_starts"], spoken, 0):
            return False
        subjects = self._lists["own_subjects"]
        # What stands right behind "the" is the thing itself, whoever is called so.
        begins = 1 + (spoken[:1] in self._language.determiners)
        for place in range(begins, min(len(spoken) - 1, _SOON)):
            is_subject = spoken[place : place + 1] in subjects or self._is_named(spoken, place)
            if not is_subject:
                continue
            if self._shapes.is_clause(spoken[:place]):
                return False
            end = max(place + 1, self._names.named(spoken, place))
            return not self._shapes.is_clause(spoken[end + 1 :])
        return False
