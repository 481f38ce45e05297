"""What follows a name behind "send": a thing, a text, or what is told of that name. Pure.

"Send ana the file from yesterday" hands over a thing, "send joy has moved" tells of Joy.
"""

from collections.abc import Iterator

from postbox.directory.names.spelling import NameWords
from skill.understanding.doubts.sign import Sign, SignKind
from skill.understanding.language import Language, longest_at
from skill.understanding.sentences.shapes import Shapes

_SHORT = 3


class HandedOver:
    """Looks at what follows a name behind "send" in the texts of one language."""

    def __init__(self, language: Language, shapes: Shapes) -> None:
        """Use this language's lists."""
        self._language = language
        self._lists = language.signs
        self._shapes = shapes

    def things(self, spoken: NameWords) -> Iterator[Sign]:
        """Yield "the file from yesterday", "a reminder that ...", behind "send" and a name."""
        if not longest_at(self._lists["object_starts"] | self._lists["vague"], spoken, 0):
            return
        if not self._tells(spoken):
            yield Sign(SignKind.THING, " ".join(spoken[:_SHORT]))

    def behind_a_word(self, name: NameWords, spoken: NameWords) -> Iterator[Sign]:
        """Yield "chase" of "send chase those leads", "joy has" of "send joy has moved".

        Behind "send" the name may be the text's verb, or its subject: "post ana will take notes".
        """
        verbs = self._language.be | self._lists["third_verbs"]
        third = spoken[:1] in verbs - self._lists["contracted"]
        several = any((word,) in self._language.conjunctions for word in name)
        # "Lena were out of salt" tells of us: "we're".
        third = third and (several or spoken[:1] not in self._lists["contracted_too"])
        asks = spoken[:1] in self._language.modals and self._is_subject(spoken[1:2])
        asks = asks or (spoken[:1] in self._language.be and self._is_anybody(spoken[1:2]))
        if third and not asks:
            yield Sign(SignKind.NAME_FIRST, " ".join((*name, *spoken[:1])))
        if len(name) != 1:
            return
        if name[0] in self._language.words or self._language.complements.kinds(name[0]):
            yield Sign(SignKind.NAME_FIRST, name[0])

    def led_to_a_word(self, name: NameWords, spoken: NameWords) -> Iterator[Sign]:
        """Yield "random bits" of "(send off) to random bits of the grid": hardly a place's name.

        So it is with "to lunch with the vet", "to help the neighbours" where no sentence follows.
        """
        language = self._language
        who = language.subjects - language.determiners
        tells = self._shapes.is_clause(spoken) or any((word,) in who for word in spoken)
        own = language.determiners | self._lists["parts_of"]
        of = spoken[1:2] in self._lists["made_of"] and spoken[:1] not in own
        if len(name) != 1 or (not of and (tells or name[0] not in language.words)):
            return
        helps = language.complements.is_base(name[0]) and spoken[:1] in language.determiners
        if of or helps or spoken[:1] in language.prepositions:
            yield Sign(SignKind.NAME_FIRST, " ".join((*name, *spoken[:2])))

    def _is_subject(self, word: NameWords) -> bool:
        """Whether a question goes on so: "can you", "will the"."""
        language = self._language
        return word in language.subjects | language.pronouns | language.determiners

    def _is_anybody(self, word: NameWords) -> bool:
        """Whether a question goes on so behind "is", where a name would hardly: "is anyone"."""
        return word in self._language.pronouns | self._lists["whoever_may"]

    def _tells(self, spoken: NameWords) -> bool:
        """Whether words that begin like a thing are a sentence: "the build on main is green"."""
        end = next(
            (at for at in range(1, len(spoken)) if (spoken[at],) in self._lists["of_a_thing"]),
            len(spoken),
        )
        head = spoken[:end]
        told = self._lists["clause_words"] | self._lists["past_verbs"]
        if any((word,) in told for word in head):
            return True
        prepositions = self._language.prepositions | self._lists["for"] | self._lists["from"]
        near = next((at for at in range(1, end) if (spoken[at],) in prepositions), end)
        return self._shapes.is_clause(spoken[:near])
