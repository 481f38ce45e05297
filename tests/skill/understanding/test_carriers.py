"""What the interaction model takes as a carrier, `earshot explain` takes as one too."""

import json
from pathlib import Path

from postbox.directory.entries import Conversation, Directory, Person
from skill.understanding.explaining import Explainer

MODEL = Path(__file__).parents[3] / "interaction_models" / "en-US.json"
EXPLAINER = Explainer(
    Directory.of([Person("U1", "Kevin Park")], [Conversation("C1", "general", "channel")]),
    "general",
)


def carriers(intent: str) -> list[str]:
    intents = json.loads(MODEL.read_text())["interactionModel"]["languageModel"]["intents"]
    samples = next(listed["samples"] for listed in intents if listed["name"] == intent)
    return [
        sample.removesuffix(" {message}") for sample in samples if sample.endswith(" {message}")
    ]


def test_a_carrier_of_the_text_is_no_part_of_it():
    for carrier in carriers("SendMessageIntent"):
        explained = EXPLAINER.explain(f"{carrier} the zoo is open")
        expected = (carrier, "default", "the zoo is open")
        assert (carrier, explained.outcome, explained.text) == expected


def test_a_carrier_of_the_recipient_leads_to_it():
    for carrier in carriers("TellIntent"):
        explained = EXPLAINER.explain(f"{carrier} kevin park i am late")
        assert (carrier, [recipient.id for recipient in explained.recipients]) == (carrier, ["U1"])
        expected = (carrier, "certain", "i am late")
        assert (carrier, explained.outcome, explained.text) == expected
