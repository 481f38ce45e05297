"""Which of the things that can be done by voice to tell of. Pure.

The topics of a language are data in locales/: the words by which somebody asks for one ("how do I
take something back"), and the intents after which it is worth knowing. The sentence that tells of
a topic is "can_<topic>" among the spoken ones.
"""

import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from skill.speech.languages import language_of
from skill.understanding.phrase import Phrase

AT_ONCE = 3
"""A listener keeps no more in mind."""
_HERE = Path(__file__).parent / "locales"


@dataclass(frozen=True)
class Topic:
    """One thing that can be done by voice."""

    id: str
    words: frozenset[str]
    after: frozenset[str]
    """Intents after which it fits."""


def topics_for(words: str, did: str, told: Collection[str], locale: str) -> tuple[str, ...]:
    """Return the ids of at most AT_ONCE topics, in the order in which to tell of them.

    Args:
        words: what was asked for ("take something back"), or "".
        did: the intent that was answered last, or "".
        told: topics that were told of in this session; they come again when all were.
        locale: whose words they are.
    """
    known = _topics(language_of(locale))
    asked = _asked_for(words, known)
    if asked:
        return asked
    left = [topic for topic in known.values() if topic.id not in told] or list(known.values())
    fitting = sorted(left, key=lambda topic: did not in topic.after)
    return tuple(topic.id for topic in fitting[:AT_ONCE])


def all_topics(locale: str) -> tuple[str, ...]:
    """Return the ids of all topics of a language."""
    return tuple(_topics(language_of(locale)))


def _asked_for(words: str, known: Mapping[str, Topic]) -> tuple[str, ...]:
    """Return the topics that most of the words speak of, the best one alone where it stands out."""
    spoken = frozenset(Phrase(words).spoken)
    hits = {topic.id: len(spoken & topic.words) for topic in known.values()}
    most = max(hits.values(), default=0)
    return tuple(topic for topic, hit in hits.items() if hit == most)[:AT_ONCE] if most else ()


@cache
def _topics(language: str) -> Mapping[str, Topic]:
    path = _HERE / f"{language}.json"
    plain: dict[str, dict[str, str | list[str]]] = json.loads(path.read_text(encoding="utf-8"))
    return {name: _topic(name, topic) for name, topic in plain.items()}


def _topic(name: str, plain: Mapping[str, str | list[str]]) -> Topic:
    return Topic(name, frozenset(str(plain["words"]).split()), frozenset(plain["after"]))
