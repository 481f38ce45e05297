"""Whom a text is for, said once more at its beginning: "no bugger it tell joy ...". Pure.

Nobody can list what people say between a name and the right one. What comes then has a form: a verb
of sending with somebody behind it, which nothing in the text governs; or behind words that turn, a
name at which a sentence surely begins.
"""

from collections.abc import Iterator

from postbox.directory.names.spelling import NameWords
from skill.understanding.doubts.sign import Sign, SignKind
from skill.understanding.language import Language, longest_at, longest_before
from skill.understanding.names.facts import NameFacts
from skill.understanding.sentences.shapes import SURELY, Shapes

_SOON = 7
"""Up to here it is whom a text is for that is put right."""
_SOON_NAMED = 11
_BEHIND_A_TURN = 4
_LEAST_STRANGE = 3
_NAME = 3


class AddressedAnew:
    """Looks in the texts of one language for whom they are rather for."""

    def __init__(self, language: Language, names: NameFacts, shapes: Shapes) -> None:
        """Use this language's lists and these names."""
        self._language = language
        self._lists = lists = language.signs
        self._names = names
        self._shapes = shapes
        self._telling = lists["telling_verbs"] | lists["asking_verbs"] | lists["posting"]
        self._turns = lists["corrections"] | lists["hinges"] | lists["interjections"]
        self._turns = self._turns | lists["outcries"] | lists["cancelling"] | lists["negations"]
        own = language.pronouns | language.subjects | language.modals | language.to
        own = own | language.conjunctions | language.before_nouns | lists["own_before"]
        self._governs = own | lists["negations"] | lists["wh_words"] | language.prepositions
        self._objects = lists["pointed_to"]
        self._relatives = language.relatives | lists["who"]
        self._said_of_one = language.modals | (language.be - lists["contracted"])
        self._led = language.clauses | lists["conditions"] | lists["asking_nicely"]

    def in_any_text(self, spoken: NameWords) -> Iterator[Sign]:
        """Yield "tell joy" of "no bugger it tell joy the pup is awake": a command begins again."""
        for place in range(1, len(spoken) - 2):
            verb = longest_at(self._telling, spoken, place)
            end = self._names.named(spoken, place + verb) if verb else 0
            if not 0 < end < len(spoken) or not self._is_free(spoken, place):
                continue
            lets = spoken[place : place + verb] in self._lists["letting"]
            if lets and not longest_at(self._lists["knowing"], spoken, end):
                continue
            if place < _SOON or self._turns_at(spoken, place - _BEHIND_A_TURN, place):
                yield Sign(SignKind.CORRECTION, " ".join(spoken[place:end]))
                return

    def behind_a_name(self, spoken: NameWords) -> Iterator[Sign]:
        """Yield "sales" of "och no sales the price is up": a text begins behind another name."""
        for place in range(1, min(_SOON_NAMED, len(spoken) - 2)):
            said = longest_before(self._lists["it_is_somebody"], spoken, place)
            turned = self._turns_at(spoken, 0, place - said)
            end = self._names.named(spoken, place) if said or turned else 0
            # "It was dmitri who called" tells of him.
            told_of = spoken[end : end + 1] in self._relatives
            told_of = told_of and not (turned or self._merely_led(spoken[: place - said]))
            stands = 0 < end < len(spoken) - 1 and self._parts(spoken, place) and not told_of
            if stands and self._tells(spoken, end):
                yield Sign(SignKind.CORRECTION, " ".join(spoken[:end]))
                return

    def _tells(self, spoken: NameWords, at: int) -> bool:
        """Whether a sentence surely begins at a word: "the gate is shut", "the gates shut".

        In "lunch will be late" it is said of the name.
        """
        rest = spoken[at:]
        shortly = any(word.endswith("s") for word in rest[1:-1])
        is_said_of_it = rest[:1] in self._said_of_one
        begins = self._shapes.begins(rest) >= SURELY and not is_said_of_it
        return begins and (self._shapes.is_clause(rest) or shortly)

    def _merely_led(self, spoken: NameWords) -> bool:
        """Whether words before "it's wei who ..." say nothing: "flip me"; not "i think", "yes"."""
        opens = self._lists["assents"] | self._lists["discourse"] | self._language.conjunctions
        own = any((word,) in self._lists["own_subjects"] for word in spoken)
        return bool(spoken) and not (own or spoken in opens or self._shapes.surely_tells(spoken))

    def _is_free(self, spoken: NameWords, place: int) -> bool:
        """Whether nothing governs a verb: "i'll tell ana", "if you see wei tell him", "a text"."""
        before = spoken[:place]
        asked = before[:1] in self._language.modals | self._lists["asking_words"]
        named = any(
            self._names.named(spoken, at) == place for at in range(max(0, place - _NAME), place)
        )
        led = any(
            (word,) in self._led and spoken[at + 1 : at + 2] not in self._lists["pointed_to"]
            for at, word in enumerate(before)
        )
        governed = before[-1:] in self._governs
        if before[-1:] in self._objects:
            # Nothing but "did it" has "it tell" behind it: "sod it tell ana".
            governed = before[-2:-1] in self._language.modals | self._lists["letting"]
        # "Maybe ask wei" is advice.
        advises = all((word,) in self._language.adverbs for word in before)
        return not (governed or led or advises or (named and asked))

    def _parts(self, spoken: NameWords, place: int) -> bool:
        """Whether a name stands alone there rather than as the object of what tells: "told ana"."""
        before = spoken[place - 1 : place]
        told = self._lists["told_verbs"] | self._telling | self._lists["told_of_by"]
        return before not in told | self._language.conjunctions

    def _turns_at(self, spoken: NameWords, start: int, end: int) -> bool:
        """Whether a text turns before a word: "no", "damn it", "och"."""
        kept = self._lists["no_hinges"]
        return any(
            self._is_strange(spoken[at])
            or longest_at(self._turns, spoken, at) >= max(1, longest_at(kept, spoken, at))
            for at in range(max(0, start), end)
        )

    def _is_strange(self, word: str) -> bool:
        """Whether a word is none of the language's, nor anybody's."""
        language = self._language
        known = word in language.words or word in language.given_names
        known = known or bool(language.complements.kinds(word)) or self._names.is_in_a_name(word)
        return word.isalpha() and len(word) >= _LEAST_STRANGE and not known
