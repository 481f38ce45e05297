"""Interaction models: what people can say to the skill, and the rules that Alexa has for it."""

from local.interaction_model.check import check
from local.interaction_model.findings import Finding
from local.interaction_model.model import (
    SIDE_BY_SIDE,
    Entity,
    Intent,
    InteractionModel,
    ModelError,
    Slot,
)

__all__ = [
    "SIDE_BY_SIDE",
    "Entity",
    "Finding",
    "Intent",
    "InteractionModel",
    "ModelError",
    "Slot",
    "check",
]
