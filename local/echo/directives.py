"""Directives in an answer: which of them this Echo obeys, and which a device would refuse."""

from dataclasses import dataclass, field
from typing import Any

from local.echo import dynamic_entities, voice_pin
from local.interaction_model import InteractionModel

_NOT_PLAYED = frozenset(
    {
        "Dialog.Delegate",
        "Dialog.DelegateRequest",
        "Dialog.ConfirmSlot",
        "Dialog.ConfirmIntent",
        "Connections.SendRequest",
    }
)
_SCREEN = frozenset(
    {
        "Alexa.Presentation.APL.RenderDocument",
        "Alexa.Presentation.APL.ExecuteCommands",
        "Alexa.Presentation.APL.UpdateIndexListData",
        "Alexa.Presentation.APL.SendIndexListData",
    }
)


@dataclass(frozen=True)
class Asked:
    """A slot that the skill asked for: the next utterance goes into it."""

    intent: str
    slot: str
    slots: dict[str, str | None] = field(default_factory=dict)
    """What the other slots of the intent hold already."""


@dataclass(frozen=True)
class Orders:
    """What the directives of one answer come to."""

    problems: tuple[str, ...] = ()
    """Why a device would refuse the answer."""
    ignored: str | None = None
    """Why Alexa would silently do nothing about a directive."""
    asked: Asked | None = None
    confirms: str = ""
    """The token of the request for a PIN, which Alexa asks for herself."""


def obey(
    response: dict[str, Any],
    request: dict[str, Any],
    model: InteractionModel,
    *,
    has_screen: bool,
    stays_open: bool,
) -> Orders:
    """Return what to do about the directives of the answer to a request (its `request` part)."""
    problems: list[str] = []
    orders, confirms = Orders(), ""
    directives = list(response.get("directives") or ())
    elicits = [order for order in directives if order["type"] == "Dialog.ElicitSlot"]
    if len(elicits) > 1:
        problems.append("An answer may ask for one slot only.")
    for directive in directives:
        kind = directive["type"]
        if kind == "Dialog.ElicitSlot":
            orders = _elicit(directive, request, model)
            problems += orders.problems
            if not stays_open:
                problems.append("The answer asks for a slot and ends the session.")
        elif kind == dynamic_entities.UPDATE:
            problems += dynamic_entities.problems(directive, model)
        elif kind == voice_pin.START:
            confirms = str(directive.get("token") or "")
            problems += voice_pin.problems(directive, response)
        elif kind in _SCREEN:
            if not has_screen:
                problems.append(f"This device has no screen for {kind}.")
        elif kind in _NOT_PLAYED:
            problems.append(f"This Echo does not play {kind}.")
        else:
            problems.append(f"This device takes no directive {kind}.")
    return Orders(tuple(problems), orders.ignored, orders.asked, confirms)


def _elicit(directive: dict[str, Any], request: dict[str, Any], model: InteractionModel) -> Orders:
    current = request["intent"] if request["type"] == "IntentRequest" else None
    updated = directive.get("updatedIntent") or current
    if updated is None:
        return Orders(("Dialog.ElicitSlot outside an intent needs updatedIntent.",))
    if not isinstance(updated, dict):
        return Orders(("Dialog.ElicitSlot has an updatedIntent that is no object.",))
    name, slot = updated.get("name"), directive.get("slotToElicit")
    intent = model.intents.get(str(name))
    if intent is None:
        return Orders((f"Dialog.ElicitSlot is for {name}, which the model does not have.",))
    if slot not in {known.name for known in intent.slots}:
        return Orders((f"Dialog.ElicitSlot asks for {slot}, which is no slot of {name}.",))
    if str(slot) not in model.dialog.get(intent.name, frozenset()):
        return Orders(
            ignored=f"Alexa ignores Dialog.ElicitSlot: {slot} of {name} is not in dialog.intents."
        )
    return Orders(asked=Asked(intent.name, str(slot), _values(updated)))


def _values(intent: dict[str, Any]) -> dict[str, str | None]:
    slots = intent.get("slots") or {}
    return {name: slot.get("value") for name, slot in slots.items() if isinstance(slot, dict)}
