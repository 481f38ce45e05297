"""The names that Alexa's speech recognition is told of when a session begins.

`Dialog.UpdateDynamicEntities` takes at most 100 values and synonyms together, over all types.
"""

from collections.abc import Iterable, Iterator
from itertools import islice

from ask_sdk_model.dialog.dynamic_entities_directive import DynamicEntitiesDirective
from ask_sdk_model.er.dynamic.entity import Entity
from ask_sdk_model.er.dynamic.entity_list_item import EntityListItem
from ask_sdk_model.er.dynamic.entity_value_and_synonyms import EntityValueAndSynonyms
from ask_sdk_model.er.dynamic.update_behavior import UpdateBehavior

from postbox.directory.entries import Directory
from postbox.directory.names.index import CHANNELS, Names
from postbox.directory.names.spelling import aloud, written_name
from postbox.links.stores.aliases import Alias

SLOT_TYPE = "RECIPIENT"
MOST = 100

Named = tuple[str, list[str]]


def directive(names: Names, aliases: list[Alias]) -> DynamicEntitiesDirective | None:
    """Return the directive for a link's likeliest names, or None when there are no names."""
    values: list[Entity] = []
    room = MOST
    for identifier, called in _likeliest(names, aliases).items():
        if len(called) > room:
            break
        room -= len(called)
        name = EntityValueAndSynonyms(value=called[0], synonyms=[*called[1:]])
        values.append(Entity(id=identifier, name=name))
    if not values:
        return None
    types = [EntityListItem(name=SLOT_TYPE, values=values)]
    return DynamicEntitiesDirective(update_behavior=UpdateBehavior.REPLACE, types=types)


def _likeliest(known: Names, aliases: list[Alias]) -> dict[str, list[str]]:
    """Return names by id, the likeliest first: learned ones, people written to, channels."""
    found: dict[str, dict[str, None]] = {}
    taught = ((alias.target_id, [_target(alias), alias.spoken]) for alias in aliases)
    for identifier, names in (*taught, *_people(known), *_channels(known.directory)):
        spoken = {" ".join(name.split()): None for name in names}
        spoken.pop("", None)
        if spoken:
            found.setdefault(identifier, {}).update(spoken)
    return {identifier: list(names) for identifier, names in found.items()}


def _people(names: Names) -> Iterator[Named]:
    # No more than these can be told, so that no more are read.
    written_to = list(islice(names.index.direct, MOST))
    names.index.fetch({"people_by_id": written_to})
    for user_id in written_to:
        person = names.directory.people.get(user_id)
        if person and person.reachable:
            yield user_id, [person.full_name, *_first(written_name(person.full_name))]


def _channels(directory: Directory) -> Iterator[Named]:
    conversations = directory.conversations.values()
    channels = (
        conversation
        for conversation in conversations
        if conversation.kind in CHANNELS and conversation.name
    )
    for conversation in islice(channels, MOST):
        yield conversation.id, [aloud(conversation.name)]


def _first(names: Iterable[str]) -> list[str]:
    return [name.capitalize() for name in names][:1]


def _target(alias: Alias) -> str:
    return aloud(alias.target_name)
