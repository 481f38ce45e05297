"""The project's own interaction models."""

from functools import cache
from pathlib import Path

from local.interaction_model import InteractionModel

MODELS = Path(__file__).parents[2] / "interaction_models"


@cache
def model_for(locale: str) -> InteractionModel:
    """Return the model of a locale; OSError when there is none."""
    return InteractionModel.load(MODELS / f"{locale}.json")
