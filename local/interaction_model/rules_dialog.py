"""Rules about the dialog part: it speaks of intents, slots and prompts that exist."""

from local.interaction_model.findings import (
    LANGUAGE_MODEL,
    PROMPTS,
    Finding,
    Findings,
    Object,
    dialog_intents,
    intents,
    language_model,
    slots,
)

_FALLBACK_LANGUAGES = frozenset({"en", "de"})


def dialog(document: Object) -> Findings:
    """Intents and slots of the dialog are those of the language model, with the same types."""
    known = {intent["name"]: intent for _, intent in intents(document)}
    seen: set[str] = set()
    for path, dialog_intent in dialog_intents(document):
        name = dialog_intent["name"]
        if name in seen:
            yield Finding(f"{path}.name", f"{name} has a dialog already.")
        seen.add(name)
        if name not in known:
            yield Finding(f"{path}.name", f"The language model has no intent {name}.")
        else:
            yield from _dialog_slots(path, dialog_intent, known[name])


def prompts(document: Object) -> Findings:
    """Prompts that the dialog asks for exist, and what must be asked for has its prompt."""
    listed = [
        listed_prompt["id"] for listed_prompt in document["interactionModel"].get("prompts", [])
    ]
    named: set[str] = set()
    for path, owner in _with_prompts(document):
        wanted = owner.get("prompts", {})
        named.update(wanted.values())
        for kind, prompt in wanted.items():
            if prompt not in listed:
                yield Finding(f"{path}.prompts.{kind}", f"There is no prompt {prompt}.")
        for kind in ("elicitation", "confirmation"):
            if owner.get(f"{kind}Required") and kind not in wanted:
                yield Finding(f"{path}.prompts", f"What {kind}Required asks for has no prompt.")
    for at, prompt in enumerate(listed):
        if listed.index(prompt) != at:
            yield Finding(f"{PROMPTS}[{at}].id", f"The prompt {prompt} is there twice.")


def fallback_sensitivity(document: Object, locale: str) -> Findings:
    """The sensitivity of the fallback intent is set only where Alexa has the setting."""
    configuration = language_model(document).get("modelConfiguration", {})
    if (
        "fallbackIntentSensitivity" in configuration
        and locale.split("-", maxsplit=1)[0] not in _FALLBACK_LANGUAGES
    ):
        yield Finding(
            f"{LANGUAGE_MODEL}.modelConfiguration.fallbackIntentSensitivity",
            f"Alexa has this setting for English and German models only, not for {locale}.",
        )


def _dialog_slots(path: str, dialog_intent: Object, intent: Object) -> Findings:
    declared = {slot["name"]: slot["type"] for _, slot in slots(path, intent)}
    ruled = {slot["name"] for _, slot in slots(path, dialog_intent)}
    for slot_path, slot in slots(path, dialog_intent):
        name = slot["name"]
        if name not in declared:
            yield Finding(f"{slot_path}.name", f'{intent["name"]} has no slot "{name}".')
        elif slot["type"] != declared[name]:
            yield Finding(
                f"{slot_path}.type",
                f'The slot "{name}" has the type {declared[name]} in the language model.',
            )
    for name in declared.keys() - ruled:
        yield Finding(f"{path}.slots", f'The slot "{name}" of {intent["name"]} is missing here.')


def _with_prompts(document: Object) -> list[tuple[str, Object]]:
    owners: list[tuple[str, Object]] = []
    for path, dialog_intent in dialog_intents(document):
        owners += [(path, dialog_intent), *slots(path, dialog_intent)]
    return owners
