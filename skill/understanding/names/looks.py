"""Whether words that name nobody known look like a name all the same. Pure."""

from collections.abc import Callable

from postbox.directory.names.spelling import NameWords
from skill.understanding.language import Language, longest_at


class NameLooks:
    """Knows what names look like in one language."""

    def __init__(
        self,
        is_in_a_name: Callable[[str], bool],
        has_left: Callable[[NameWords], bool],
        language: Language,
    ) -> None:
        """Use this language, and whether a word is in a name, and a name of somebody who left."""
        self._is_in_a_name = is_in_a_name
        self._has_left = has_left
        self._language = language

    def has_a_name(self, names: NameWords) -> bool:
        """Whether one of several words is somebody's name and no common word."""
        strange = (word for word in names if word not in self._language.words)
        return len(names) > 1 and any(self._is_in_a_name(word) for word in strange)

    def is_full_name(self, names: NameWords) -> bool:
        """Whether these are several words, none of them a common one nor a place."""
        common = any(word in self._language.words for word in names)
        return len(names) > 1 and not common and names not in self._language.places

    def names_people(self, names: NameWords) -> bool:
        """Whether words begin with a given name that is no common word."""
        language = self._language
        return (
            names[:1] != () and names[0] in language.given_names and names[0] not in language.words
        )

    def is_like_a_name(self, names: NameWords) -> bool:
        """Whether words that mean nobody known are a name all the same, and not just text."""
        language = self._language
        bare = names[longest_at(self._language.determiners, names, 0) :]
        if not bare or bare in language.places or bare in language.not_names:
            return False
        if self._has_left(bare):
            return True
        unusual = [word for word in bare if not self._is_common(word)]
        if bare[0] in unusual or (unusual and bare[0] in language.given_names):
            return True
        return any(self._is_in_a_name(word) for word in unusual)

    def _is_common(self, word: str) -> bool:
        """Whether a word is a common one, or made like one ("perfection") and nobody's name."""
        language = self._language
        if word in language.words:
            return True
        is_name = word in language.given_names or self._is_in_a_name(word)
        return word.endswith(language.noun_endings) and not is_name
