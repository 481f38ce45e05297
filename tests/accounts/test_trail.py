"""Who sent, heard, changed and unlinked is in the trail: ids and times, never a word."""

import logging
from collections.abc import Iterator
from typing import Any

import pytest

from local.cli.audit.trail import trail_of
from local.conversations.steps import Setting
from local.world.aws.moto_cloud import SKILL_ID, TABLE
from local.world.played import PlayedInProcess, world_for
from postbox.households.stores.audit_trail import day_of
from postbox.store.table import Table

PEOPLE = ("Giselle", "Kevin Park", "Ana Lima")
WORDS = ("crimson walrus", "velvet tornado")


@pytest.fixture
def world() -> Iterator[PlayedInProcess]:
    with world_for(Setting(people=PEOPLE, linked=PEOPLE[:2])) as world:
        yield world


def trail(world: PlayedInProcess) -> list[list[str]]:
    table = Table(world.parts.cloud.client("dynamodb"), TABLE)
    lines = [line.split("  ") for line in trail_of(table, day_of(world.parts.clock()))]
    # Everybody linked at the beginning: leaving/test_household_left.py looks at that.
    return [line for line in lines if line[1] != "linked"]


def event(kind: str, user: dict[str, Any], body: dict[str, Any] | None = None) -> dict[str, Any]:
    """Return a skill event as Alexa sends it: it has neither a session nor a locale."""
    request = {"type": f"AlexaSkillEvent.{kind}", "requestId": "an event", "body": body or {}}
    system = {"application": {"applicationId": SKILL_ID}, "user": user}
    return {"version": "1.0", "context": {"System": system}, "request": request}


def account_user(world: PlayedInProcess) -> dict[str, Any]:
    user: dict[str, Any] = world.echo.say("ask slack for help").request["context"]["System"]["user"]
    return user


def test_who_did_what_is_told_by_ids_and_never_in_words(world):
    world.say(f"tell slack to send {WORDS[0]}")
    world.write("Ana Lima", "@Ana Lima", WORDS[1])
    world.settle()
    assert WORDS[1] in (world.say("ask slack for replies").heard or "")
    world.say("ask slack to set my privacy to counts only")
    world.speak_as("Kevin Park")
    world.say("ask slack to unlink my slack")
    world.say("yes")
    lines = trail(world)
    assert [line[1] for line in lines] == ["sent", "heard", "changed", "unlinked"]
    assert len({line[2] for line in lines[:3]}) == 1
    assert lines[3][2] != lines[0][2]
    assert all(line[4] == "recognized" for line in lines)
    assert not any(word in repr(lines) for word in (*WORDS, "Ana", "general"))


def test_what_was_refused_is_in_no_line(world):
    world.say("tell slack only recognized voices may hear my messages")
    world.write("Ana Lima", "@Ana Lima", WORDS[1])
    world.settle()
    world.speak_as("an unrecognized voice")
    world.say("ask slack for replies")
    assert [line[1] for line in trail(world)] == ["changed"]


def test_disabling_the_skill_ends_every_account_that_spoke_in_the_household(world):
    user = account_user(world)
    world.speak_as("Kevin Park")
    world.say("open slack")
    answer = world.parts.skill(event("SkillDisabled", {"userId": user["userId"]}))
    assert answer == {"version": "1.0", "response": {}}
    world.advance(10)
    for person in ("Kevin Park", "Giselle", "an unrecognized voice"):
        world.speak_as(person)
        heard = world.say("open slack").heard or ""
        # The Echo's own account never spoke here, and nobody told of it.
        assert heard.startswith("Your Slack has to be linked") is (person in PEOPLE)
    assert [line[1] for line in trail(world)] == ["unlinked", "unlinked"]


def test_an_account_that_never_spoke_is_known_by_the_event_of_its_linking(world):
    user = account_user(world)
    linked = event(
        "SkillAccountLinked", {"userId": user["userId"]}, {"accessToken": user["accessToken"]}
    )
    world.parts.skill(linked)
    world.parts.skill(event("SkillDisabled", {"userId": user["userId"]}))
    world.advance(10)
    world.speak_as("an unrecognized voice")
    assert (world.say("open slack").heard or "").startswith("Your Slack has to be linked")


@pytest.mark.parametrize("kind", ["SkillDisabled", "SkillAccountLinked", "SkillEnabled", "Other"])
@pytest.mark.parametrize("user", [{}, {"userId": None}, {"userId": "amzn1.ask.account.ANOTHER"}])
def test_an_event_of_nobody_here_ends_nothing(world, kind, user):
    world.parts.skill(event(kind, user, {"accessToken": "never given out"}))
    world.advance(10)
    assert (world.say("open slack").heard or "").startswith("Nothing new.")


def test_neither_tokens_nor_digits_nor_words_are_logged(caplog):
    with world_for(Setting(people=PEOPLE, linked=PEOPLE[:1]), loud=True) as world:
        caplog.set_level(logging.DEBUG)
        assert world.household is not None
        for said in ("open slack", "set my code", "4821", "4821", "ask for a code before reading"):
            world.say(said)
        world.say("stop")
        for said in ("ask slack for replies", "9637", "4821"):
            world.say(said)
        world.parts.skill(event("SkillDisabled", {"userId": "x"}, {"accessToken": "of an event"}))
        logged = "\n".join(str(vars(record)) for record in caplog.records)
    secrets = (world.household.token, *world.household.tokens.values(), "of an event")
    assert "answered" in logged
    assert not any(secret in logged for secret in secrets)
    assert not any(f"'{digits}'" in logged for digits in ("4821", "9637"))
