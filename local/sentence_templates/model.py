"""The interaction model of a locale, as the Alexa developer console takes it."""

from typing import Any

from local.interaction_model import Entity
from local.sentence_templates.expander import Expander
from local.sentence_templates.templates import IntentTemplate, Templates

_BY_THE_SKILL = "SKILL_RESPONSE"
"""Alexa asks for nothing by herself: the skill asks, with Dialog.ElicitSlot."""


def document(templates: Templates) -> dict[str, Any]:
    """Return the model; every locale of a language has the same."""
    expander = Expander(templates.rules)
    return {
        "interactionModel": {
            "languageModel": {
                "invocationName": templates.invocation_name,
                "modelConfiguration": {
                    "fallbackIntentSensitivity": {"level": templates.fallback_sensitivity}
                },
                "intents": [_intent(intent, expander) for intent in templates.intents],
                "types": [
                    {"name": name, "values": [_value(value) for value in values]}
                    for name, values in templates.types.items()
                ],
            },
            "dialog": {
                "delegationStrategy": _BY_THE_SKILL,
                "intents": [_dialog(intent) for intent in templates.intents if intent.asked],
            },
            "prompts": [],
        }
    }


def _intent(template: IntentTemplate, expander: Expander) -> dict[str, Any]:
    intent: dict[str, Any] = {"name": template.name}
    if template.slots:
        intent["slots"] = [
            {"name": name, "type": slot_type, **_answers(template, name, expander)}
            for name, slot_type in template.slots.items()
        ]
    return {**intent, "samples": expander.samples(template.sentences)}


def _answers(template: IntentTemplate, slot: str, expander: Expander) -> dict[str, list[str]]:
    answers = expander.samples(template.answers.get(slot, ()))
    return {"samples": answers} if answers else {}


def _value(entity: Entity) -> dict[str, Any]:
    name: dict[str, Any] = {"value": entity.value}
    if entity.synonyms:
        name["synonyms"] = list(entity.synonyms)
    return {"id": entity.id, "name": name} if entity.id else {"name": name}


def _dialog(template: IntentTemplate) -> dict[str, Any]:
    never = {"confirmationRequired": False, "prompts": {}}
    return {
        "name": template.name,
        "delegationStrategy": _BY_THE_SKILL,
        **never,
        "slots": [
            {"name": name, "type": slot_type, "elicitationRequired": False, **never}
            for name, slot_type in template.slots.items()
        ],
    }
