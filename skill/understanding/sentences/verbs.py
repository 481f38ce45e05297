"""Which words of a text are its verbs, and what they ask for. Pure."""

from postbox.directory.names.spelling import NameWords
from skill.understanding.complements import Verb
from skill.understanding.language import Language, longest_at

_MOST_ADVERBS = 2


class Verbs:
    """Tells the verbs of one language from its nouns by what stands around them."""

    def __init__(self, language: Language) -> None:
        """Use this language's lists."""
        self._language = language
        self._words = language.complements
        self._before_verbs = language.pronouns | language.modals | language.verb_leads | language.to
        self._objects = language.determiners | language.indirect_objects

    def kinds_at(self, spoken: NameWords, place: int) -> frozenset[Verb]:
        """Return what the verb at a place asks for; nothing where no verb is."""
        if self.is_noun(spoken, place):
            return frozenset()
        known = self._words.kinds(spoken[place])
        if not known and self._is_strange_verb(spoken, place):
            return frozenset({Verb.PASSING})
        return known

    def is_noun(self, spoken: NameWords, place: int) -> bool:
        """Whether a word that could be a verb is a noun: "the report", "the new offer"."""
        language = self._language
        before = self.without_adverbs(spoken[:place])
        if not before or before[-1:] in self._before_verbs:
            return False
        if before[-1:] in language.before_nouns:
            is_gerund = not self._words.is_participle(spoken[place])
            return not (is_gerund and before[-1:] in language.prepositions)
        if not self._words.is_base(spoken[place]) or before[-1].endswith("s"):
            return False
        if before[-2:-1] in language.before_nouns:
            return True
        return place == len(spoken) - 1 and Verb.ASKING not in self._words.kinds(spoken[place])

    def _is_strange_verb(self, spoken: NameWords, place: int) -> bool:
        """Whether a word of which nothing is known stands where a verb does."""
        language, word = self._language, spoken[place]
        if word in language.words or (word,) in language.not_names:
            return False
        if not place or spoken[place - 1 : place] in language.to:
            return longest_at(self._objects, spoken, place + 1) > 0
        if spoken[place - 1 : place] in self._before_verbs:
            return True
        # "It squeaks" ends in a verb, "it is endless" in what it is like.
        tells = place == len(spoken) - 1 and spoken[place - 1 : place] not in language.be
        return word.endswith(self._words.participle_endings) or (tells and word.endswith("s"))

    def without_adverbs(self, before: NameWords) -> NameWords:
        """Return words without the adverbs at their end."""
        for _ in range(min(_MOST_ADVERBS, len(before))):
            if len(before) == 1 or not self._is_adverb(before[-1]):
                break
            before = before[:-1]
        return before

    def _is_adverb(self, word: str) -> bool:
        if word in self._words.particles:
            return False
        if (word,) in self._language.adverbs:
            return True
        if (word,) in self._language.times:
            return False
        return word.endswith(self._language.adverb_endings) and not self._words.kinds(word)
