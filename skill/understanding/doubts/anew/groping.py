"""A speaker who looks for words in a text: "what was it", "well let's see", "hang on". Pure."""

from collections.abc import Iterator

from postbox.directory.names.spelling import NameWords
from skill.understanding.doubts.sign import Sign, SignKind
from skill.understanding.language import Language, longest_at


class Groping:
    """Looks for words that somebody says while looking for others."""

    def __init__(self, language: Language) -> None:
        """Use this language's lists."""
        self._language = language
        self._lists = language.signs

    def in_any_text(self, spoken: NameWords) -> Iterator[Sign]:
        """Yield "what was it", "well let's see" of a text."""
        waits = longest_at(self._lists["bearing_with"], spoken, 0)
        if waits and longest_at(self._lists["going_on"], spoken, waits):
            yield Sign(SignKind.GROPING, " ".join(spoken[: waits + 1]))
        fills = self._fills_in(spoken)
        if fills:
            yield Sign(SignKind.GROPING, " ".join(spoken[:fills]))
        for place in range(len(spoken)):
            length = longest_at(self._lists["groping"], spoken, place)
            if longest_at(self._lists["no_groping"], spoken, place) > length:
                continue
            before = spoken[place - 1 : place] if place else ()
            if before in self._language.conjunctions | self._language.to | self._language.modals:
                # "Call it a day and start over tomorrow."
                continue
            if length and length < len(spoken):
                yield Sign(SignKind.GROPING, " ".join(spoken[place : place + length]))

    def _fills_in(self, spoken: NameWords) -> int:
        """Return where the text begins behind "well let's see"; 0 for "let's see who comes"."""
        lists, at = self._lists, 0
        while length := longest_at(lists["discourse"] | lists["interjections"], spoken, at):
            if longest_at(lists["filling_in"], spoken, at) >= length:
                break
            at += length
        length = longest_at(lists["filling_in"], spoken, at)
        behind = spoken[at + length :]
        if not length or not behind or longest_at(lists["really_seen"], behind, 0):
            return 0
        told = any((word,) in lists["clause_words"] for word in behind[1:])
        own = behind[:1] in lists["own_subjects"] | lists["contracted"]
        knows = spoken[at : at + 1] not in lists["own_subjects"] or (at > 0 and told)
        return at + length if knows and (at > 0 or told or own) else 0
