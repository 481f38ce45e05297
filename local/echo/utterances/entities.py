"""What the words in a custom slot stand for: entity resolution, as requests carry it.

The shape is that of Amazon's "Entity Resolution for Custom Slot Types": each authority says
ER_SUCCESS_MATCH with its values, several when a name is shared, or ER_SUCCESS_NO_MATCH. Dynamic
values have an authority of their own, whose name has been seen in requests of other skills.

Assumptions, where Amazon says nothing that could be found: names are compared word by word (a
device forgives more); a value without an id of its own gets one made from its name; dynamic values
are used when they are set and whenever one of them is matched.
"""

from collections.abc import Callable, Iterable, Mapping
from hashlib import md5
from typing import Any

from local.echo.dynamic_entities import UPDATE, values_by_type
from local.echo.utterances.words import normal
from local.interaction_model import Entity, InteractionModel

DYNAMIC_SECONDS = 30 * 60.0
"""Alexa forgets dynamic values this long after their last use, whether the session is over or not
(talkingtocomputers.com/dynamic-entities-alexa-skills-kit and others)."""

_AUTHORITY = "amzn1.er-authority.echo-sdk"


class Entities:
    """The values of the model's slot types, and those that the skill added for a while."""

    def __init__(
        self, model: InteractionModel, clock: Callable[[], float], skill_id: str = ""
    ) -> None:
        """Know the model's values; the clock gives seconds, the skill's id names the authority."""
        self._static = model.types
        self._clock = clock
        self._skill_id = skill_id
        self._added: Mapping[str, tuple[Entity, ...]] = {}
        self._used_at = 0.0

    def obey(self, directives: Iterable[dict[str, Any]]) -> None:
        """Take on what Dialog.UpdateDynamicEntities of an accepted answer orders, if any does.

        REPLACE leaves no dynamic value of an earlier answer, of whichever type.
        """
        for directive in directives:
            if directive["type"] == UPDATE:
                self._added = values_by_type(directive)
                self._used_at = self._clock()

    def knows(self, slot_type: str, said: str) -> bool:
        """Whether a custom type has a value of this name, or had one added."""
        values = (*self._static.get(slot_type, ()), *self._dynamic().get(slot_type, ()))
        return bool(_called(said, values))

    def resolutions(self, slot_type: str, said: str) -> dict[str, Any] | None:
        """Return the slot's `resolutions`; None for a type that is not the model's own."""
        if slot_type not in self._static:
            return None
        found = [self._by(_AUTHORITY, slot_type, said, self._static[slot_type])]
        added = self._dynamic().get(slot_type)
        if added:
            found.append(self._by(f"{_AUTHORITY}.dynamic", slot_type, said, added))
            if _called(said, added):
                self._used_at = self._clock()
        return {"resolutionsPerAuthority": found}

    def _dynamic(self) -> Mapping[str, tuple[Entity, ...]]:
        if self._clock() - self._used_at > DYNAMIC_SECONDS:
            self._added = {}
        return self._added

    def _by(
        self, authority: str, slot_type: str, said: str, values: tuple[Entity, ...]
    ) -> dict[str, Any]:
        found = _called(said, values)
        code = "ER_SUCCESS_MATCH" if found else "ER_SUCCESS_NO_MATCH"
        judged: dict[str, Any] = {
            "authority": f"{authority}.{self._skill_id}.{slot_type}",
            "status": {"code": code},
        }
        if found:
            judged["values"] = [{"value": {"name": e.value, "id": _id(e)}} for e in found]
        return judged


def _called(said: str, values: Iterable[Entity]) -> list[Entity]:
    """Return the values of this name: those that have it themselves before those it is also for."""
    wanted = normal(said)
    own = [value for value in values if normal(value.value) == wanted]
    also = [
        value
        for value in values
        if value not in own and wanted in {normal(synonym) for synonym in value.synonyms}
    ]
    return own + also


def _id(entity: Entity) -> str:
    return entity.id or md5(entity.value.encode(), usedforsecurity=False).hexdigest()
