"""Names in front of a text, which may be whom it is for. Pure.

"General the build is red" may be for #general, "ana is late" tells of Ana.
"""

from collections.abc import Iterator

from postbox.directory.names.ear import in_digits
from postbox.directory.names.spelling import NameWords
from skill.understanding.doubts.sign import Sign, SignKind
from skill.understanding.language import Language, longest_at, longest_before
from skill.understanding.names.facts import NameFacts
from skill.understanding.sentences.shapes import SURELY, WELL, Shapes

_LONGEST_NAME = 4
_EDGE = 2
_LONGEST_UNKNOWN = 3


class NamesInFront:
    """Looks for names that begin texts."""

    def __init__(self, language: Language, names: NameFacts, shapes: Shapes) -> None:
        """Use this language's lists and these names."""
        self._language = language
        self._lists = language.signs
        self._names = names
        self._shapes = shapes

    def led(self, spoken: NameWords) -> Iterator[Sign]:
        """Yield "in wine cellar two cases arrived", "to the moon we go"."""
        language = self._language
        lead = longest_at(language.to | language.into, spoken, 0)
        following = spoken[lead : lead + 1]
        if not lead or not following:
            return
        fixed = longest_at(language.fixed | language.idioms, spoken, 0)
        fixed = fixed or longest_at(self._lists["openers_with_to"], spoken, 0)
        number = any(word.isdecimal() for word in in_digits(following))
        glue = (
            language.not_names
            | language.before_nouns
            | language.pronouns
            | self._lists["not_places"]
        )
        if fixed or number or following in glue or following in language.times:
            return
        verb = language.complements.is_base(following[0]) and spoken[:1] in language.to
        gerund = following[0].endswith("ing")
        if verb or gerund or self._is_somewhere(spoken, lead):
            return
        yield Sign(SignKind.LED, " ".join(spoken[: lead + 1]))

    def _is_somewhere(self, spoken: NameWords, at: int) -> bool:
        """Whether a sentence begins with where: "in london it rains"; not "in kitchen soup ..."."""
        place = longest_at(self._language.places, spoken, at)
        known = (word in self._language.words for word in spoken[at : at + place])
        return place > 0 and (not any(known) or self._shapes.begins(spoken[at + place :]) >= SURELY)

    def goes_on(self, spoken: NameWords) -> Iterator[Sign]:
        """Yield a last name that nobody has, left behind a first name."""
        language = self._language
        if len(spoken) < _EDGE or longest_at(self._lists["greetings"], spoken, 0):
            return
        first, following = spoken[0], spoken[1:2]
        if first in language.words or not first.isalpha() or language.complements.kinds(first):
            return
        if len(first) == 1 and len(following[0]) == 1:
            # Letters of an abbreviation: "p r", "c s s".
            return
        ranges = spoken[2:3] in language.to | language.conjunctions
        if not ranges and any(
            part.isdecimal() for part in in_digits([following[0].removesuffix("s")])
        ):
            # "Cage forty", "berth nine" is no last name; "two to three days" says something.
            return
        owner = first.removesuffix("s")
        if owner != first and (owner in language.given_names or self._names.is_in_a_name(owner)):
            return
        is_subject = following in language.be or following in language.modals
        is_subject = is_subject or longest_at(self._lists["of_the_past"], spoken, 1) > 0
        if not is_subject or longest_at(language.sure_linkers, spoken, 1):
            yield Sign(SignKind.GOES_ON, first)

    def first_name(self, spoken: NameWords) -> Iterator[Sign]:
        """Yield a name that begins a text: "general the build is red"."""
        end = self._names.named(spoken, 0)
        if end and end < len(spoken) and self._is_texts_own(spoken, end):
            return
        if not end:
            lengths = range(min(_LONGEST_NAME, len(spoken)), 0, -1)
            end = next((length for length in lengths if self._names.has_left(spoken[:length])), 0)
            end = end or self._begins_as_somebody_was_called(spoken)
            end = end or self._begins_strangely(spoken)
        if end and not self._is_subject(spoken, end):
            yield Sign(SignKind.NAME_FIRST, " ".join(spoken[:end]))

    def first_of_two(self, spoken: NameWords) -> Iterator[Sign]:
        """Yield "wei" of "wei lock the gate (to priya)": it may be for either of them."""
        language, end = self._language, self._names.named(spoken, 0)
        own = (word in language.words or language.complements.kinds(word) for word in spoken[:end])
        if not end or any(own) or self._is_subject(spoken, end):
            return
        # Where the rest surely begins, the other reading comes near without it.
        if WELL <= self._shapes.begins(spoken[end:]) < SURELY and end < len(spoken):
            yield Sign(SignKind.NAME_FIRST, " ".join(spoken[:end]))

    def _begins_as_somebody_was_called(self, spoken: NameWords) -> int:
        """Return 1 where the first word is the first name of somebody who has left."""
        language, first = self._language, spoken[0]
        is_name = first in language.given_names or first not in language.words
        had = len(first) > _EDGE and is_name and self._names.had(spoken[:1])
        return int(had and len(spoken) > 1 and self._shapes.begins(spoken[1:]) >= WELL)

    def _begins_strangely(self, spoken: NameWords) -> int:
        """Return where a text begins behind what can only be a name: "snufkin ogle it's late"."""
        language, end = self._language, 0
        while end < min(_LONGEST_UNKNOWN, len(spoken)) and self._is_strange(spoken[end]):
            end += 1
        linked = range(end, min(end + _EDGE, len(spoken)) if end else 0)
        if any(longest_at(language.sure_linkers, spoken, place) for place in linked):
            return end
        rest = spoken[end:]
        begins = self._shapes.begins(rest) >= SURELY and self._shapes.is_clause(rest)
        # "Snufkin ogle school is shut": those words are no subject of what has one itself.
        subject = rest and not (
            self._shapes.is_verb(rest, 0) or self._shapes.is_said_of_a_subject(rest, 0)
        )
        begins = begins or bool(subject and self._shapes.states(rest, ""))
        begins = begins or rest[1:2] in language.be
        return end if end >= _EDGE and begins else 0

    def _is_strange(self, word: str) -> bool:
        """Whether a word is no common one, and no form of a verb."""
        language = self._language
        known = word in language.words or bool(language.complements.kinds(word))
        return word.isalpha() and len(word) > _EDGE and not known

    def _is_subject(self, spoken: NameWords, end: int) -> bool:
        """Whether what follows a name tells of somebody: "ana is late", "kevin and i"."""
        language = self._language
        known = self._lists["subject_verbs"] | self._lists["opposing"]
        verb, behind = spoken[end : end + 1], end + 1
        helps = verb in language.modals | language.be
        asks = helps and spoken[behind : behind + 1] in language.pronouns
        # "Wei is siobhan coming" asks of Siobhan.
        of_another = self._names.named(spoken, behind) if helps and behind < len(spoken) else 0
        asks = asks or 0 < of_another < len(spoken)
        return verb in known and not asks

    def _is_texts_own(self, spoken: NameWords, end: int) -> bool:
        """Whether a name is a common word that begins a text: "will you", "the design of"."""
        language = self._language
        if longest_at(language.determiners, spoken, 0):
            return not longest_before(language.channel_words, spoken, end)
        if end > 1 or spoken[0] not in language.words:
            return False
        rest = spoken[end:]
        if self._names.is_place(spoken[:end]) and self._counts(rest):
            # "Finance two taxis": no finance is counted.
            return False
        if self._shapes.is_thing(rest) and not self._names.is_place(spoken[:end]):
            return False
        if (spoken[0],) in language.modals and rest[:1] in language.pronouns:
            return True
        if self._names.is_place(spoken[:end]) and self._has_its_own_subject(rest):
            return False
        return self._shapes.begins(rest) < WELL or not self._shapes.is_clause(rest)

    def _has_its_own_subject(self, spoken: NameWords) -> bool:
        """Whether of a place before it nothing is told: "how do they ...", "olu's van is ...".

        "Paper is in the shed" may be told of kitchen paper.
        """
        if not spoken:
            return False
        language, lists = self._language, self._lists
        whose = (spoken[0].removesuffix("s"), *spoken[1:])
        named = self._names.named(spoken, 0) or self._names.named(whose, 0)
        asks = spoken[:1] in language.be | language.modals | lists["contracted_questions"]
        asks = asks and spoken[1:2] in language.pronouns | language.definite
        own = self._shapes.subjects.is_of_its_own(spoken) or self._shapes.greets(spoken)
        begins = spoken[:1] in lists["negations"] | lists["wh_words"] | language.that
        return named > 0 or asks or own or (begins and len(spoken) > 1)

    def _counts(self, spoken: NameWords) -> bool:
        """Whether words begin with "the", or with a number of things."""
        article = longest_at(self._language.determiners, spoken, 0)
        return article > 0 or (len(spoken) > 1 and spoken[:1] in self._lists["number_words"])
