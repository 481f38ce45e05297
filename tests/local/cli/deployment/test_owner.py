"""`earshot owner` shows whom Earshot answers, and forgets it."""

import pytest

from local.cli.commands.deployment import owner
from local.world.played import SPEAKERS
from tests.local.cli.deployment.deployed_world import deployed_world


@pytest.fixture
def deployed(monkeypatch):
    with deployed_world() as deployed:
        monkeypatch.setattr(owner, "deployed_as", lambda stage, region: deployed)
        yield deployed


def test_before_anybody_spoke_it_is_nobodys(earshot, deployed):
    assert earshot("owner", "show").stdout == "Nobody yet: the first who speaks is the owner.\n"


def test_the_account_and_the_voice_that_spoke_first_are_shown(earshot, deployed):
    deployed.world.say("ask slack for help")
    account, voice = SPEAKERS["a recognized voice"]
    assert f"account: {account}\nvoice:   any\n" in earshot("owner", "show").stdout
    deployed.world.speak_as("a recognized voice")
    deployed.world.say("ask slack for help")
    assert f"account: {account}\nvoice:   {voice}\nsince:   20" in earshot("owner", "show").stdout


def test_after_a_reset_the_next_who_speaks_is_the_owner(earshot, deployed):
    deployed.world.say("ask slack for help")
    assert earshot("owner", "reset").stdout.startswith("Forgotten.")
    deployed.world.speak_as("another account")
    assert deployed.world.say("tell slack to send mine now").heard == "Sent to general."
    deployed.world.speak_as("the owner")
    assert "only its owner" in (deployed.world.say("open slack").heard or "")
