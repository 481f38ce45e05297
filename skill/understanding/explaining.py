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
from skill.understanding.names.resolution import Resolution, Resolver, Searches
from skill.understanding.phrase import Phrase
from skill.understanding.understanding import Understanding
from skill.understanding.understood import PhraseOutcome
from skill.understanding.verdict import Verdict, Weighed

_CARRIERS = {
    "asking_verbs": Carrier.ASK,
    "thanking_verbs": Carrier.THANK,
    "wishing_verbs": Carrier.WISH,
    "congratulating_verbs": Carrier.CONGRATULATE,
    "apologizing_verbs": Carrier.APOLOGIZE,
    "reminding_verbs": Carrier.REMIND,
    "inviting_verbs": Carrier.INVITE,
}
_MOST_READINGS = 8


@dataclass(frozen=True)
class Explained:
    """An utterance as it was understood."""

    phrase: str
    outcome: PhraseOutcome
    recipients: tuple[Candidate, ...]
    """Those who are certain, else the likeliest of those to ask about."""
    text: str
    verdict: Verdict | None = None

    def plain(self, *, with_reasons: bool = False) -> dict[str, Any]:
        """Return it as JSON values."""
        recipients = [
            {"id": candidate.id, "name": candidate.name, "score": candidate.score}
            | ({"why": candidate.why} if with_reasons else {})
            for candidate in self.recipients
        ]
        plain = {
            "phrase": self.phrase,
            "outcome": str(self.outcome),
            "recipients": recipients,
            "text": self.text,
        }
        return plain | _reasons(self.verdict) if with_reasons and self.verdict else plain


def _reasons(verdict: Verdict) -> dict[str, Any]:
    """Return why it is sent, asked or refused: the signs, and all readings with their points."""
    return {
        "action": str(verdict.action),
        "why": verdict.why,
        "signs": [{"kind": str(sign.kind), "words": sign.words} for sign in verdict.signs],
        "readings": [_reading(weighed) for weighed in verdict.readings[:_MOST_READINGS]],
    }


def _reading(weighed: Weighed) -> dict[str, Any]:
    reading = weighed.reading
    words = Phrase(weighed.phrase).spoken
    roles = zip(words, reading.roles(len(words)), strict=True)
    return {
        "score": reading.score,
        "posts": [
            {
                "to": [_named(one) for one in message.resolutions] or ["default"],
                "text": message.text,
            }
            for message in weighed.messages
        ],
        "evidence": dict(reading.evidence),
        "words": [f"{word}: {role}" for word, role in roles],
    }


def _named(resolution: Resolution) -> str:
    if not resolution.candidates:
        return f"{resolution.spoken}?"
    return " / ".join(candidate.name for candidate in resolution.candidates)


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
        self._is_stored = index is not None
        index = index or NameIndex.of(directory)
        self._language = language(locale)
        known = self._language
        self._searches = Searches(directory, index, known.given_names, known.words)
        self._understanding = Understanding(Resolver(self._searches, aliases), known)
        self._default = _default(index, default)

    def explain(self, utterance: str) -> Explained:
        """Return how an utterance, its carrier included, is understood."""
        if self._is_stored:
            self._searches.prepare(Phrase(utterance).spoken)
        dictated, carrier = self._without_carrier(utterance)
        understood = self._understanding.understand(dictated, carrier)
        outcome, verdict = understood.outcome, understood.verdict
        if outcome is PhraseOutcome.DEFAULT or not understood.resolutions:
            return Explained(utterance, outcome, self._default, understood.text, verdict)
        recipients = tuple(
            dict.fromkeys(
                candidate for found in understood.resolutions for candidate in found.candidates
            )
        )
        return Explained(utterance, outcome, recipients, understood.text, verdict)

    def _without_carrier(self, utterance: str) -> tuple[str, Carrier]:
        language, phrase = self._language, Phrase(utterance)
        called = self._after(
            language.invocations, phrase, longest_at(language.signs["wake_words"], phrase.spoken, 0)
        )
        at = self._after(language.politeness, phrase, called)
        front = longest_at(language.before_the_recipient, phrase.spoken, at)
        behind = longest_at(language.before_the_text, phrase.spoken, at)
        for verbs, carrier in _CARRIERS.items():
            length = longest_at(language.signs[verbs], phrase.spoken, at)
            if length and length >= max(front, behind):
                return phrase.after(at + length), carrier
        if not (front or behind):
            verb = int(self._understanding.speaks_of_a_message(phrase, at + 1))
            for start in (called, at):
                bare = Phrase(phrase.after(start))
                if self._understanding.told_roundabout(bare):
                    return bare.text, Carrier.BARE
            if not verb and self._is_got_over(phrase, at):
                return phrase.after(at + 1), Carrier.HAVE
            return phrase.after(at + verb if verb else called), Carrier.TEXT
        carrier = Carrier.RECIPIENT if front > behind else Carrier.TEXT
        return phrase.after(at + max(front, behind)), carrier

    def _is_got_over(self, phrase: Phrase, at: int) -> bool:
        """Whether "get the lift is out over to ana" stands at a word."""
        known = self._language.signs
        return phrase.spoken[at : at + 1] in known["having_verbs"] and any(
            longest_at(known["handed_to"], phrase.spoken, place)
            for place in range(at + 1, len(phrase))
        )

    @staticmethod
    def _after(words: PhraseSet, phrase: Phrase, at: int) -> int:
        while length := longest_at(words, phrase.spoken, at):
            at += length
        return at


def _default(index: NameIndex, name: str) -> tuple[Candidate, ...]:
    wanted = name.strip().removeprefix("#").casefold()
    for conversation in index.channels.get(key(channel_words(wanted)), ()):
        if conversation.name.casefold() == wanted:
            return (
                Candidate(
                    conversation.id, conversation.name, Kind.CHANNEL, EXACT, "default conversation"
                ),
            )
    return ()
