"""A model that keeps every rule, and ways to break it in one place."""

import copy
from collections.abc import Iterator
from typing import Any

from local.interaction_model import check

L = "interactionModel.languageModel"
D = "interactionModel.dialog"

SOUND: dict[str, Any] = {
    "interactionModel": {
        "languageModel": {
            "invocationName": "my team chat",
            "modelConfiguration": {"fallbackIntentSensitivity": {"level": "LOW"}},
            "intents": [
                {
                    "name": "SendIntent",
                    "slots": [{"name": "message", "type": "AMAZON.SearchQuery"}],
                    "samples": ["send {message}", "i'd like to send {message}"],
                },
                {
                    "name": "ReadIntent",
                    "slots": [{"name": "channel", "type": "CHANNEL"}],
                    "samples": ["read {channel}", "read {channel}'s news"],
                },
                {"name": "AMAZON.StopIntent", "samples": []},
                {"name": "AMAZON.CancelIntent", "samples": []},
                {"name": "AMAZON.HelpIntent", "samples": []},
                {"name": "AMAZON.FallbackIntent", "samples": []},
            ],
            "types": [
                {
                    "name": "CHANNEL",
                    "values": [
                        {"id": "1", "name": {"value": "general", "synonyms": ["all"]}},
                        {"name": {"value": "random"}},
                    ],
                }
            ],
        },
        "dialog": {
            "delegationStrategy": "SKILL_RESPONSE",
            "intents": [
                {
                    "name": "SendIntent",
                    "confirmationRequired": False,
                    "prompts": {},
                    "slots": [
                        {
                            "name": "message",
                            "type": "AMAZON.SearchQuery",
                            "elicitationRequired": True,
                            "confirmationRequired": False,
                            "prompts": {"elicitation": "What"},
                        }
                    ],
                }
            ],
        },
        "prompts": [{"id": "What", "variations": [{"type": "PlainText", "value": "What?"}]}],
    }
}

SEND = f"{L}.intents[0]"
READ = f"{L}.intents[1]"
DIALOG_SLOT = f"{D}.intents[0].slots[0]"


def broken(path: str, value: Any) -> dict[str, Any]:
    """Return a copy of the sound model with one place changed; DELETE takes it out."""
    document = copy.deepcopy(SOUND)
    *way, last = path.replace("]", "").replace("[", ".").split(".")
    place: Any = document
    for step in way:
        place = place[int(step) if step.isdigit() else step]
    key = int(last) if last.isdigit() else last
    if value is DELETE:
        del place[key]
    else:
        place[key] = value
    return document


DELETE = object()


def added(path: str, item: Any) -> dict[str, Any]:
    """Return a copy of the sound model with one item more in a list."""
    place: Any = SOUND
    for step in path.replace("]", "").replace("[", ".").split("."):
        place = place[int(step) if step.isdigit() else step]
    return broken(path, [*place, item])


def places(part: Any, path: str = "") -> Iterator[str]:
    """Yield the path of everything in a document."""
    if path:
        yield path
    if isinstance(part, dict):
        for key, value in part.items():
            yield from places(value, f"{path}.{key}" if path else key)
    elif isinstance(part, list):
        for at, value in enumerate(part):
            yield from places(value, f"{path}[{at}]")


def send_sample(sample: str) -> dict[str, Any]:
    return broken(f"{SEND}.samples[1]", sample)


def assert_found(document: Any, place: str, words: str, *, locale: str = "en-US") -> None:
    findings = [str(finding) for finding in check(document, locale)]
    assert any(finding.startswith(f"{place}: ") and words in finding for finding in findings), (
        findings
    )


def letters(number: int) -> str:
    """Return a number in letters, which is all that an intent's name takes."""
    return "".join(chr(ord("a") + int(digit)) for digit in str(number))
