"""The project's own interaction models."""

from functools import cache
from pathlib import Path

from local.conversations.world import CannotDo
from local.interaction_model import InteractionModel

MODELS = Path(__file__).parents[2] / "interaction_models"


@cache
def model_for(locale: str) -> InteractionModel:
    """Return the model of a locale, or raise CannotDo."""
    if locale not in {file.stem for file in MODELS.glob("*.json")}:
        raise CannotDo(f"there is no interaction model for {locale}")
    return InteractionModel.load(MODELS / f"{locale}.json")
