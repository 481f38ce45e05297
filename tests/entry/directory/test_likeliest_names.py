"""What Alexa's speech recognition is told of names when a session begins."""

from typing import Any

import pytest

from local.conversations.steps import Setting
from local.echo import Turn
from local.world.played import PlayedInProcess, world_for
from tests.delivery.flaky import Flaky, Trouble

READY = "Nothing new. Say send and your message."


def told(turn: Turn) -> list[dict[str, Any]]:
    """Return the values of the one directive that tells names, if there is one."""
    found = [
        directive
        for directive in turn.directives
        if directive["type"] == "Dialog.UpdateDynamicEntities"
    ]
    assert len(found) <= 1
    if not found:
        return []
    assert found[0]["updateBehavior"] == "REPLACE"
    (of_type,) = found[0]["types"]
    assert of_type["name"] == "RECIPIENT"
    return of_type["values"]


def names(turn: Turn) -> dict[str, list[str]]:
    return {
        entity["id"]: [entity["name"]["value"], *entity["name"]["synonyms"]]
        for entity in told(turn)
    }


def test_a_session_begins_with_people_written_to_and_channels(world: PlayedInProcess):
    workspace = world.parts.workspace
    bea = workspace.add_person("Bea Ruiz")
    world.advance(400)
    turn = world.echo.say("open slack")
    assert turn.rejected is None
    written_to = [workspace.find_person(name) for name in ("Kevin", "Ana")]
    assert names(turn) == {
        **{person.id: [person.real_name, person.real_name.split()[0]] for person in written_to},
        workspace.find_conversation("general").id: ["general"],
        workspace.find_conversation("random").id: ["random"],
    }
    workspace.direct_message(workspace.find_person("Giselle"), bea)
    world.advance(400)
    world.say("stop")
    assert names(world.echo.say("open slack"))[bea.id] == ["Bea Ruiz", "Bea"]


def test_names_are_told_once_a_session(world):
    assert told(world.echo.say("open slack"))
    assert not told(world.echo.say("send lunch is here"))


def test_a_question_in_one_breath_tells_names_too_and_an_answer_in_one_does_not(world):
    assert not told(world.echo.say("tell slack to send hello"))
    assert told(world.echo.say("tell slack to send a message"))


def test_a_learned_name_is_told_with_what_it_means(world):
    world.say("tell slack when i say the boss i mean ana")
    ana = world.parts.workspace.find_person("Ana")
    assert "boss" in names(world.echo.say("open slack"))[ana.id]


def test_of_many_names_no_more_than_alexa_takes_are_told():
    channels = tuple(f"channel-{number}" for number in range(150))
    with world_for(Setting(channels=channels)) as world:
        turn = world.echo.say("open slack")
        assert turn.rejected is None
        assert sum(map(len, names(turn).values())) == 100
        workspace = world.parts.workspace
        known = {place.id for place in (*workspace.people, *workspace.conversations)}
        assert names(turn).keys() <= known


@pytest.mark.parametrize("operations", [{"get_item"}, {"batch_get_item"}, {"query"}])
def test_without_the_table_a_session_begins_without_names(operations):
    flaky = Flaky("skill", "dynamodb")
    with world_for(Setting(), clients=flaky.clients) as world:
        flaky.arm(lambda _number, op: Trouble.REFUSED if op in operations else None)
        turn = world.echo.say("open slack")
        assert flaky.broken
        assert turn.rejected is None
        assert told(turn) == []
        flaky.disarm()
        world.say("stop")
        turn = world.echo.say("open slack")
        assert turn.heard == READY
        assert told(turn)


def test_before_there_is_a_link_there_are_no_names():
    with world_for(Setting(), linked=False) as world:
        turn = world.echo.say("open slack")
        assert turn.rejected is None
        assert told(turn) == []
