"""`earshot forget` deletes all that is kept of somebody, and nothing of anybody else."""

from dataclasses import dataclass
from typing import Any

import pytest
from typer.testing import CliRunner

from local.cli.commands.deployment import forget
from local.cli.main import app
from local.world.aws.moto_cloud import TABLE
from postbox.households.stores.voices import VoiceRules
from tests.accounts.linking_world import Linked
from tests.accounts.people import account_of, kept_of


@dataclass
class Deployed:
    world: Linked
    table: str = TABLE

    def client(self, service: str) -> Any:
        return self.world.parts.cloud.client(service)


@pytest.fixture
def earshot(world: Linked, monkeypatch):
    monkeypatch.setattr(forget, "deployed_as", lambda stage, region: Deployed(world))
    return lambda *words, **more: CliRunner().invoke(app, ["forget", *words], **more)


@pytest.mark.parametrize("by", ["link", "account", "slack"])
def test_all_of_somebody_is_deleted_and_counted(world, used, earshot, by):
    giselle, kevin = used
    others = len(kept_of(world, kevin))
    who = {
        "link": giselle.link_id,
        "account": account_of(world, giselle.link_id),
        "slack": f"{giselle.workspace_id}/{giselle.user_id}",
    }[by]
    done = earshot(who, "--yes")
    assert done.exit_code == 0, done.output
    assert f"link {giselle.link_id}:" in done.output
    assert "speaker       settings, names taught, the last answer" in done.output
    assert "ended" in done.output
    # Its turn is left, by its opaque id, until it comes.
    assert not [key for key in kept_of(world, giselle) if not key.startswith("DUE#")]
    assert len(kept_of(world, kevin)) == others


def test_the_household_is_forgotten_too_and_that_is_printed(world, used, earshot):
    giselle, _ = used
    account_id = account_of(world, giselle.link_id)
    VoiceRules(world.table).note_member("house", account_id)
    done = earshot(account_id, "--yes")
    assert "1 household     in which households it spoke" in done.output
    assert not [item for item in world.items() if item["pk"]["S"].startswith("HOUSEHOLD#")]
    assert world.accounts.ended() == []


def test_nothing_is_deleted_before_a_yes(world, used, earshot):
    giselle, _ = used
    before = len(world.items())
    assert earshot(giselle.link_id, input="n\n").exit_code == 1
    assert len(world.items()) == before


def test_who_is_not_known_is_said(world, earshot):
    done = earshot("nobody", "--yes")
    assert done.exit_code == 1
    assert "Nobody is known as nobody." in done.output
