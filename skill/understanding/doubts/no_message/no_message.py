"""Whether words are a message at all: for anybody, for nobody named, in public. Pure."""

from collections.abc import Iterator

from postbox.directory.names.spelling import NameWords
from skill.understanding.doubts.no_message.beside_it import BesideIt
from skill.understanding.doubts.no_message.calls import Calls
from skill.understanding.doubts.no_message.half_clause import HalfClause
from skill.understanding.doubts.no_message.sounds import Sounds
from skill.understanding.doubts.sign import Sign, SignKind
from skill.understanding.language import Language
from skill.understanding.names.facts import NameFacts
from skill.understanding.sentences.shapes import Shapes


class NoMessage:
    """Looks in the texts of one language for what is none."""

    def __init__(self, language: Language, names: NameFacts, shapes: Shapes) -> None:
        """Use this language's lists and these names."""
        self._half_clause = HalfClause(language, shapes)
        self._sounds = Sounds(language)
        self._beside_it = BesideIt(language)
        self._calls = Calls(language, names, shapes)

    def in_any_text(self, spoken: NameWords, *, is_for_somebody: bool) -> Iterator[Sign]:
        """Yield half clauses, noises and what is called to an animal, for whomever they are."""
        if self._half_clause.is_half(spoken, may_answer=is_for_somebody):
            yield Sign(SignKind.UNFINISHED, spoken[-1])
        if self._sounds.is_noise(spoken) or self._sounds.counts(spoken):
            yield Sign(SignKind.UNUSUAL, " ".join(spoken))
        if self._sounds.is_over_and_over(spoken):
            yield Sign(SignKind.GROPING, " ".join(spoken))
        if self._beside_it.is_only_manner(spoken):
            yield Sign(SignKind.MANNER, " ".join(spoken))
        elif manner := self._beside_it.led_by_manner(spoken):
            yield Sign(SignKind.MANNER, " ".join(spoken[:manner]))
        if self._beside_it.excuses(spoken):
            yield Sign(SignKind.GROPING, " ".join(spoken))
        called = self._calls.to_an_animal(spoken)
        if called:
            yield Sign(SignKind.GROPING, " ".join(spoken[:called]))

    def in_undirected_text(self, spoken: NameWords, text: str) -> Iterator[Sign]:
        """Yield what hardly anybody would post to all: letters, an order to a child, a list.

        `text` is how the words were written: "your boots on" is no "your boot's on".
        """
        if self._sounds.spells(spoken):
            yield Sign(SignKind.UNUSUAL, " ".join(spoken))
        if self._beside_it.was_for_others(spoken):
            yield Sign(SignKind.GROPING, " ".join(spoken))
        if self._calls.own_things(spoken, text) or self._calls.recalls(spoken):
            yield Sign(SignKind.GROPING, " ".join(spoken))

    def in_public_text(self, spoken: NameWords) -> Iterator[Sign]:
        """Yield cries, what forbids something in two words, and what is called to somebody."""
        if self._sounds.is_cry(spoken) or self._calls.forbids(spoken):
            yield Sign(SignKind.UNUSUAL, " ".join(spoken))
        if called := self._calls.somebody_else(spoken):
            yield Sign(SignKind.CALLING, called)
        if insult := self._calls.insult(spoken):
            yield Sign(SignKind.SENSITIVE, insult)
