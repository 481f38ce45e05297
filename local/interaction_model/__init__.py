"""Interaction models: what people can say to the skill, and the rules that Alexa has for it."""

from local.interaction_model.check import check
from local.interaction_model.finding import Finding
from local.interaction_model.model import Intent, InteractionModel, ModelError, Slot

__all__ = ["Finding", "Intent", "InteractionModel", "ModelError", "Slot", "check"]
