"""The class of each word of a text: its little words as they are, others by what they are. Pure."""

from functools import cached_property

from postbox.directory.names.spelling import NameWords
from skill.understanding.language import Language, PhraseSet
from skill.understanding.phrase import Phrase
from skill.understanding.sentences.shapes import Shapes
from skill.understanding.wording.corrections.kinds import kind_of

NAME = "NAME"
BASE = "VERB"
"""A verb as "we open" and "open the door" have it."""
_PLAIN, _PAST, _GOING = "WORD", "PAST", "GOING"
CONTENT = frozenset({NAME, _PLAIN, BASE, _PAST, _GOING})
_OWNING = (NAME, _PLAIN)
_CUES = (
    "hinges", "corrections", "cancelling", "of_speaking", "groping", "device_words", "asides",
    "closing_verbs", "telling_verbs", "turning_words", "plain_manner", "own_speech",
)  # fmt: skip
"""Lists whose words tell by themselves."""
_SHORTENED = ("'s", "\u2019s")


class Classes:
    """Tells the classes of one language's words."""

    def __init__(self, language: Language, shapes: Shapes) -> None:
        """Use this language's lists."""
        self._language = language
        self._shapes = shapes

    @cached_property
    def _groups(self) -> tuple[tuple[str, PhraseSet], ...]:
        language, lists = self._language, self._language.signs
        return (
            ("OWN", lists["own_subjects"]),
            ("THEY", language.indirect_objects - lists["own_subjects"]),
            ("BE", language.be),
            ("MODAL", language.modals),
            ("TO", language.to),
            ("THE", language.before_nouns - language.prepositions - language.into),
            ("AND", language.conjunctions | lists["joins"]),
            ("IF", language.clauses),
            ("WHAT", lists["wh_words"] | language.relatives | lists["contracted_questions"]),
            ("SHORT", lists["contracted"] | lists["contracted_too"]),
            ("IN", language.prepositions | language.into | language.at | lists["for"]),
            ("SUBJECT", language.subjects | language.pronouns),
            ("TIME", language.times),
            ("SOON", language.adverbs),
        )

    def of(self, phrase: Phrase) -> tuple[str, ...]:
        """Return the class of each word; "the kid's" is another one than "the kids"."""
        classes = (self._of_word(phrase.spoken, place) for place in range(len(phrase)))
        return tuple(
            f"{found}'s"
            if found in _OWNING and phrase.between(place, place + 1).endswith(_SHORTENED)
            else found
            for place, found in enumerate(classes)
        )

    def _of_word(self, spoken: NameWords, place: int) -> str:
        word = spoken[place]
        kind = kind_of(word, self._language)
        if kind:
            return NAME if kind == "name" else kind.upper()
        for name, group in self._groups:
            if (word,) in group:
                return name
        if self._shapes.is_verb(spoken, place):
            if word.endswith("ing"):
                return _GOING
            return BASE if self._language.complements.is_base(word) else _PAST
        return _PLAIN

    @cached_property
    def little(self) -> frozenset[str]:
        """The language's own small words."""
        return frozenset(word for _, group in self._groups for phrase in group for word in phrase)

    @cached_property
    def telling(self) -> frozenset[str]:
        """Words that tell by themselves, the small ones among them."""
        lists = (self._language.signs[name] for name in _CUES)
        return self.little | {word for phrases in lists for phrase in phrases for word in phrase}
