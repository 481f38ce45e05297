"""How a whole utterance is understood, for people who want to know why. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from postbox.directory.entries import Directory
from postbox.directory.names.index import NameIndex
from postbox.directory.names.spelling import channel_words
from postbox.directory.names.words import key
from skill.understanding.carrier import Carrier
from skill.understanding.language import PhraseSet, language, longest_at
from skill.understanding.names.candidate import EXACT, Candidate, Kind
from skill.understanding.names.resolution import Resolver, Searches
from skill.understanding.phrase import Phrase
from skill.understanding.understanding import Understanding
from skill.understanding.understood import Outcome


@dataclass(frozen=True)
class Explained:
    """An utterance as it was understood."""

    phrase: str
    outcome: Outcome
    recipients: tuple[Candidate, ...]
    """Those who are certain, else the likeliest of those to ask about."""
    text: str

    def plain(self, *, with_reasons: bool = False) -> dict[str, Any]:
        """Return it as JSON values."""
        recipients = [
            {"id": each.id, "name": each.name, "score": each.score}
            | ({"why": each.why} if with_reasons else {})
            for each in self.recipients
        ]
        return {
            "phrase": self.phrase,
            "outcome": str(self.outcome),
            "recipients": recipients,
            "text": self.text,
        }


class Explainer:
    """Explains utterances such as "send running late to general"."""

    def __init__(
        self,
        directory: Directory,
        default: str,
        index: NameIndex | None = None,
        aliases: Mapping[str, Candidate] | None = None,
        locale: str = "en-US",
    ) -> None:
        """Understand against a directory; `default` names the default conversation."""
        index = index or NameIndex.of(directory)
        self._language = language(locale)
        known = self._language
        self._searches = Searches(directory, index, known.given_names, known.words)
        self._understanding = Understanding(Resolver(self._searches, aliases), known)
        self._default = _default(index, default)

    def explain(self, utterance: str) -> Explained:
        """Return how an utterance, its carrier included, is understood."""
        self._searches.prepare(Phrase(utterance).spoken)
        dictated, carrier = self._without_carrier(utterance)
        understood = self._understanding.understand(dictated, carrier)
        outcome = understood.outcome
        if outcome is Outcome.DEFAULT:
            return Explained(utterance, outcome, self._default, understood.text)
        recipients = tuple(
            dict.fromkeys(each for found in understood.resolutions for each in found.candidates)
        )
        return Explained(utterance, outcome, recipients, understood.text)

    def _without_carrier(self, utterance: str) -> tuple[str, Carrier]:
        language, phrase = self._language, Phrase(utterance)
        called = self._after(language.invocations, phrase, int(phrase.spoken[:1] == ("alexa",)))
        at = self._after(language.politeness, phrase, called)
        front = longest_at(language.before_the_recipient, phrase.spoken, at)
        behind = longest_at(language.before_the_text, phrase.spoken, at)
        if not (front or behind):
            verb = int(self._understanding.speaks_of_a_message(phrase, at + 1))
            return phrase.after(at + verb if verb else called), Carrier.TEXT
        carrier = Carrier.RECIPIENT if front > behind else Carrier.TEXT
        return phrase.after(at + max(front, behind)), carrier

    @staticmethod
    def _after(words: PhraseSet, phrase: Phrase, at: int) -> int:
        while length := longest_at(words, phrase.spoken, at):
            at += length
        return at


def _default(index: NameIndex, name: str) -> tuple[Candidate, ...]:
    wanted = name.strip().removeprefix("#").casefold()
    for each in index.channels.get(key(channel_words(wanted)), ()):
        if each.name.casefold() == wanted:
            return (Candidate(each.id, each.name, Kind.CHANNEL, EXACT, "default conversation"),)
    return ()
