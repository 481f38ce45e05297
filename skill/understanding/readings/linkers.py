"""Words between a recipient and the text: "saying", "that", "know that". Pure."""

from collections.abc import Iterator

from postbox.directory.names.spelling import NameWords
from skill.understanding.language import Language, longest_at, longest_before
from skill.understanding.phrase import Phrase

_LONGEST_LIST = 16
"""So many words at most do recipients have together."""


class Linkers:
    """The linkers of one language."""

    def __init__(self, language: Language) -> None:
        """Know this language's."""
        self._language = language

    def length_at(self, phrase: Phrase, at: int) -> int:
        """Return how many words at `at` link recipient and text; a "that" may be the subject."""
        spoken, language = phrase.spoken, self._language
        length = longest_at(language.linkers, spoken, at)
        end = at + length
        asking = spoken[at:end] in language.signs["asking"]
        if asking and spoken[end : end + 1] in language.signs["for"]:
            # "Asking for help is no weakness".
            return 0
        if not length or end == len(spoken) or not longest_at(language.that, spoken, end - 1):
            return length
        return length - 1 if self._is_subject(spoken, at, end) else length

    def _is_subject(self, spoken: NameWords, at: int, end: int) -> bool:
        """Whether the "that" before `end` belongs to the text: "that works", "that room is ..."."""
        language = self._language
        if spoken[at:end] in language.saying_that:
            return not longest_at(language.subjects, spoken, end)
        verb = longest_at(language.after_subject, spoken, end)
        if verb and self._is_name_or_all(spoken, end + verb):
            return False
        if verb and self._is_be(spoken[end]):
            # "That was his idea", "that isn't the van"; "that is he coming" asks.
            asks = language.subjects - language.before_nouns - language.determiners
            return spoken[end + verb : end + verb + 1] not in asks
        told = spoken[end + verb : end + verb + 1]
        return verb > 0 and (told == ("be",) or told not in language.subjects | language.be)

    def _is_be(self, verb: str) -> bool:
        """Whether a verb is "is", "wasn't"."""
        return (verb,) in self._language.be or (verb.removesuffix("nt"),) in self._language.be

    def _is_name_or_all(self, spoken: NameWords, at: int) -> bool:
        """Whether a "will" before this is a name, or "will do"."""
        following = spoken[at : at + 1]
        return spoken[at:] in self._language.short_answers or any(
            word not in self._language.words for word in following
        )

    def within(self, phrase: Phrase, at: int) -> Iterator[tuple[int, int]]:
        """Yield the linkers behind a name at `at`: the word where each begins, and its length."""
        for place in range(at + 1, min(len(phrase), at + _LONGEST_LIST)):
            length = self.length_at(phrase, place)
            if length:
                yield place, length

    def is_sure(self, phrase: Phrase, place: int) -> bool:
        """Whether a linker is hardly ever part of a text's beginning."""
        return longest_at(self._language.sure_linkers, phrase.spoken, place) > 0

    def is_linked(self, phrase: Phrase, start: int, end: int) -> bool:
        """Whether a sure linker stands before a text, or there is no text."""
        before = phrase.spoken[:start]
        return start >= end or longest_before(self._language.sure_linkers, before, len(before)) > 0

    def may_be_of_a_sentence(self, phrase: Phrase, start: int, end: int) -> bool:
        """Whether words that lead to a text may be its own: "now that we know ...".

        Or it is told of saying something: "saying nothing is worse", "saying no was hard".
        """
        spoken, signs = phrase.spoken, self._language.signs
        if spoken[end - 2 : end - 1] in signs["joined_to_that"]:
            return end - 2 >= start and spoken[end - 1 : end] in self._language.that
        says = end == start + 1 and spoken[start].endswith("ing")
        verbs = signs["said_of_a_subject"] | (self._language.modals & signs["third_verbs"])
        verb = spoken[end + 1 : end + 2] in verbs
        # "Saying yes can we ...": there it is asked. "Saying no will do" is short for "I will".
        behind = spoken[end + 1 :]
        asks = behind[1:2] in self._language.pronouns or behind in self._language.short_answers
        return says and spoken[end : end + 1] in signs["said_things"] and verb and not asks

    def after(self, phrase: Phrase, at: int) -> int:
        """Return where the text begins that a linker at `at` leads to."""
        return at + self.length_at(phrase, at)
