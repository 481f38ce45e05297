"""Dialog.UpdateDynamicEntities: values that a skill adds to its slot types for a while."""

from collections.abc import Iterator
from typing import Any

from local.interaction_model import Entity, InteractionModel

UPDATE = "Dialog.UpdateDynamicEntities"
MOST_VALUES = 100
"""Values and synonyms together, over all types of one directive."""


def problems(directive: dict[str, Any], model: InteractionModel) -> Iterator[str]:
    """Say why a device would refuse the directive, if it would."""
    if directive.get("updateBehavior") not in {"REPLACE", "CLEAR"}:
        yield f"{UPDATE} needs updateBehavior REPLACE or CLEAR."
        return
    try:
        types = values_by_type(directive)
    except (AttributeError, KeyError, TypeError):
        yield f"{UPDATE} has types that are not shaped as slot types."
        return
    for name in types.keys() - model.types.keys():
        yield f"The model has no slot type {name} for dynamic entities."
    count = sum(1 + len(value.synonyms) for values in types.values() for value in values)
    if count > MOST_VALUES:
        yield f"{count} dynamic values and synonyms are more than {MOST_VALUES}."


def values_by_type(directive: dict[str, Any]) -> dict[str, tuple[Entity, ...]]:
    """Return what a well-formed directive leaves: the values of each type, none after CLEAR.

    Raises:
        AttributeError, KeyError, TypeError: the types are not shaped as slot types.
    """
    types = directive.get("types") or []
    if directive["updateBehavior"] == "CLEAR":
        return {}
    return {type_["name"]: tuple(_entity(value) for value in type_["values"]) for type_ in types}


def _entity(part: dict[str, Any]) -> Entity:
    entity = Entity.of(part)
    names: tuple[object, ...] = (entity.value, *entity.synonyms)
    if not all(isinstance(name, str) and name for name in names):
        raise TypeError(names)
    return entity
