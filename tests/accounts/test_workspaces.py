"""Several workspaces of one person: which one is meant is said or chosen, and never guessed."""

from collections.abc import Iterator

import pytest

from local.conversations.steps import Setting
from local.world.aws.moto_cloud import TABLE
from local.world.played import PlayedInProcess, world_for
from postbox.accounts.account import Account, AccountLink
from postbox.accounts.stores.access import Access
from postbox.store import account_keys as keys
from postbox.store.codec import to_record
from postbox.store.items import put
from postbox.store.table import Table
from skill.intents.sharing.workspaces import named, split

LINKS = (
    AccountLink("a", "Acme Corporation", "Giselle"),
    AccountLink("b", "Globex", "Giselle"),
    AccountLink("c", "Acme Labs", "Giselle"),
)


@pytest.fixture
def world() -> Iterator[PlayedInProcess]:
    """Giselle, who is Kevin Park in another workspace."""
    people = ("Giselle", "Kevin Park")
    with world_for(Setting(people=people, linked=people)) as world:
        table = Table(world.parts.cloud.client("dynamodb"), TABLE)
        access = Access(table)
        assert world.household is not None
        found = {
            person: access.account_of(token, world.parts.clock())
            for person, token in world.household.tokens.items()
        }
        giselle, kevin = found["Giselle"], found["Kevin Park"]
        assert giselle is not None
        assert kevin is not None
        links = (
            AccountLink(giselle.links[0].link_id, "Acme", "Giselle"),
            AccountLink(kevin.links[0].link_id, "Globex", "Kevin Park"),
        )
        account = Account(giselle.account_id, links, giselle.linked_at)
        table.apply(put({**keys.account(account.account_id), **to_record(account)}))
        yield world


def posts(world: PlayedInProcess) -> list[tuple[str, str]]:
    world.advance(5)
    return [(post.author, post.text) for post in world.posts("#general")]


def test_what_is_asked_first_waits_for_the_answer_to_which(world):
    heard = world.say("tell slack to send lunch is at one").heard
    assert heard == "In which workspace, Acme or Globex?"
    assert posts(world) == []
    heard = world.say("globex").heard or ""
    assert heard.startswith("From now on it's Globex. Sent to general.")
    assert posts(world) == [("Kevin Park", "lunch is at one")]


def test_a_workspace_that_there_is_not_is_asked_for_again(world):
    world.say("tell slack to send lunch is at one")
    assert world.say("initech").heard == "In which workspace, Acme or Globex?"
    world.say("acme")
    assert posts(world) == [("Giselle", "lunch is at one")]


def test_what_was_chosen_is_meant_from_then_on_until_another_one_is(world):
    assert (world.say("tell slack to switch to globex").heard or "") == "From now on it's Globex."
    world.say("tell slack to send one")
    world.say("tell slack to switch to acme")
    heard = world.say("ask slack which workspace is this").heard
    assert heard == "This is Acme. You have Acme and Globex."
    world.say("tell slack to send two")
    assert posts(world) == [("Kevin Park", "one"), ("Giselle", "two")]


def test_a_workspace_that_is_named_first_is_meant_for_this_conversation(world):
    world.say("tell slack to switch to acme")
    world.say("open slack")
    heard = world.say("in globex tell general that the lift is stuck").heard or ""
    assert heard.startswith("In Globex: Sent to general."), heard
    assert posts(world) == [("Kevin Park", "the lift is stuck")]
    world.say("stop")
    world.say("tell slack to send here again")
    assert posts(world)[-1] == ("Giselle", "here again")


def test_a_voice_that_may_not_change_anything_switches_nothing(world):
    world.say("tell slack to switch to acme")
    world.say("tell slack to let only recognized voices send messages in this household")
    world.speak_as("an unrecognized voice")
    heard = world.say("tell slack to switch to globex").heard
    assert heard == "I change that only for a voice that I recognize."
    world.speak_as("Giselle")
    assert (world.say("ask slack which workspace is this").heard or "").startswith("This is Acme.")


def test_which_workspaces_there_are_is_told_before_one_was_chosen(world):
    heard = world.say("ask slack which workspace is this").heard
    assert heard == "You have Acme and Globex. Say: switch to, and one of them."


@pytest.mark.parametrize(
    ("spoken", "link_id"),
    [
        ("Globex", "b"),
        ("globex", "b"),
        ("acme corporation", "a"),
        ("acme labs", "c"),
        ("acme", None),
        ("labs", None),
        ("", None),
        ("glob", None),
    ],
)
def test_a_name_means_one_workspace_or_none(spoken, link_id):
    found = named(spoken, LINKS)
    assert (found and found.link_id) == link_id


def test_the_longest_name_is_taken_off_the_front():
    assert split("acme labs tell ana hi", LINKS) == (LINKS[2], "tell ana hi")
    assert split("globex hi", LINKS) == (LINKS[1], "hi")
    assert split("acme tell ana hi", LINKS) is None
    assert split("globex", LINKS) is None
