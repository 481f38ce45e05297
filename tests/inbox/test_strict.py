"""Whatever Slack sends is kept, or left out and told of; nothing is refused that comes again."""

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import pytest

from local.conversations.steps import Setting
from local.world.aws.moto_cloud import TABLE
from local.world.played import world_for
from tests.inbox.looking import Looking

SURROGATE = "\ud83d"
LONG = "x" * 3000
NOT_KEPT = {"not an event", "nothing to do", "0 links ended"}
"""Nothing of this rings an alarm, as what is set aside does."""


@pytest.fixture
def world() -> Iterator[Looking]:
    """A world that logs what it does."""
    with world_for(Setting(), loud=True) as played:
        yield Looking(played)


@pytest.fixture
def done(caplog: pytest.LogCaptureFixture) -> Callable[[], str]:
    """Return what the receive function did with the last event, as it logs it."""

    def done() -> str:
        told = [record for record in caplog.records if record.message == "received"]
        return str(vars(told[-1])["done"])

    return done


@pytest.fixture
def neighbour(world: Looking) -> str:
    """A good message told beside a bad one."""
    world.wait(120)
    ts = world.ts(2)
    world.tell(world.message("Kevin", "@Kevin", "walrus", ts))
    return ts


def is_heard(world: Looking) -> bool:
    return "walrus" in world.say("ask slack for replies")


@pytest.mark.parametrize(
    "odd",
    [
        {"user": 5},
        {"user": ["U1"]},
        {"user": "U1#U2"},
        {"user": f"U1{SURROGATE}"},
        {"user": LONG},
        {"username": 42},
        {"username": LONG * 200},
        {"username": SURROGATE},
        {"username": {"a": 1}},
        {"thread_ts": 1790000000.5},
        {"thread_ts": 10**400},
        {"thread_ts": "inf"},
        {"parent_user_id": [1]},
        {"subtype": 7},
        {"subtype": ["bot_message"]},
        {"edited": "yes"},
        {"edited": {"ts": "1e400"}},
        {"client_msg_id": LONG},
        {"client_msg_id": {}},
        {"channel_type": ["im"]},
        {"channel_type": "brand_new"},
        {"bot_profile": "CI"},
        {"bot_profile": {"name": LONG * 200}, "user": None},
        {"user_profile": {"name": [SURROGATE]}},
        {"app_id": 5},
        {"text": f"tornado {SURROGATE}"},
        {"text": "tornado \x00\x1b[0m"},
        {"blocks": [{"type": SURROGATE, "text": {"text": SURROGATE}}]},
        {"blocks": "none"},
        {"blocks": [5, None, "x"]},
        {"attachments": {"text": "x"}},
        {"attachments": [{"fallback": 5, "title": SURROGATE}]},
        {"files": [{"title": SURROGATE, "duration_ms": 10**400, "lines": float("inf")}]},
        {"files": [{"title": LONG}] * 1500},
    ],
    ids=lambda odd: ascii(odd)[:40],
)
def test_a_message_with_an_odd_part_is_kept_and_heard(
    world: Looking, neighbour: str, odd: Any, done: Callable[[], str]
):
    told = world.message("Kevin", "@Kevin", "tornado", world.ts(1)) | odd
    assert world.tell(told) == 200
    assert done() == "kept for 1"
    assert largest(world) < 350_000
    heard = world.say("ask slack for replies")
    assert "walrus" in heard
    if odd.keys().isdisjoint({"text", "blocks"}):
        assert "tornado" in f"{heard} {world.say('yes') if heard.endswith('?') else ''}"


@pytest.mark.parametrize("authorizations", [5, [], {}, [5], [{"user_id": ["U1"]}], "U1"])
def test_odd_authorizations_keep_no_message_back(world: Looking, authorizations: Any):
    told = world.message("Kevin", "#general", "walrus", world.ts())
    assert world.tell(told, authorizations=authorizations) == 200
    assert world.texts("#general") == ["walrus"]


@pytest.mark.parametrize(
    "odd",
    [
        {"ts": "inf"},
        {"ts": "nan"},
        {"ts": "1e400"},
        {"ts": 10**400},
        {"ts": "-1790000000.000100"},
        {"ts": "1790000000"},
        {"ts": LONG},
        {"channel": LONG},
        {"channel": "C1#C2"},
        {"channel": ""},
        {"channel": ["C1"]},
        {"type": ["message"]},
        {"subtype": "message_deleted", "deleted_ts": "inf"},
        {"subtype": "message_deleted", "deleted_ts": LONG},
        {"subtype": "message_changed", "message": {"ts": "nan", "text": "x"}},
        {"subtype": "message_changed", "message": "gone"},
        {"subtype": "message_changed", "message": {"ts": "1790000000.000100"}, "event_ts": "1e999"},
        {"type": "reaction_added", "reaction": LONG},
        {"type": "reaction_added", "reaction": "tada#x"},
        {"type": "reaction_added", "reaction": SURROGATE * 2, "user": LONG},
        {"type": "reaction_added", "item": {"type": "message", "channel": LONG, "ts": "1"}},
        {"type": "user_change", "user": {"id": LONG}},
        {"type": "user_change", "user": {"id": "U1", "profile": {"real_name": LONG * 200}}},
        {"type": "user_change", "user": {"id": "U1"}, "event_ts": "1e300"},
        {"type": "channel_rename", "channel": {"id": "C1", "name": SURROGATE + LONG * 200}},
        {"type": "channel_archive", "channel": "C1", "event_ts": 10**400},
        {"type": "app_uninstalled", "event_ts": "inf"},
        {"type": "tokens_revoked", "tokens": {"oauth": [["U1"], {}, 5]}},
        {"type": "tokens_revoked", "tokens": "all"},
    ],
    ids=lambda odd: ascii(odd)[:60],
)
def test_an_event_that_cannot_be_kept_is_not_asked_for_again(
    world: Looking, neighbour: str, odd: Any, done: Callable[[], str]
):
    reaction = {
        "reaction": "tada",
        "item": {"type": "message", "channel": world.place("@Kevin").id, "ts": neighbour},
    }
    told = reaction | world.message("Kevin", "@Kevin", "tornado", world.ts(1)) | odd
    before = kept(world)
    assert world.tell(told) == 200
    if not done().startswith("kept for the names: "):
        assert done() in NOT_KEPT
        assert kept(world) == before
    assert is_heard(world)
    world.repair()


@pytest.mark.parametrize("team_id", [LONG, 5, ["T1"], "", SURROGATE])
def test_an_odd_workspace_is_nobodys(world: Looking, neighbour: str, team_id: Any):
    told = world.message("Kevin", "@Kevin", "tornado", world.ts(1))
    assert world.tell(told, team_id=team_id, authorizations=[]) == 200
    assert is_heard(world)


def test_a_deeply_nested_block_is_no_trouble(world: Looking, neighbour: str):
    block: dict[str, Any] = {"type": "rich_text"}
    for _ in range(400):
        block = {"type": "rich_text_section", "elements": [block]}
    told = world.message("Kevin", "@Kevin", "tornado", world.ts(1), blocks=[block])
    assert world.tell(told) == 200
    assert is_heard(world)


def kept(world: Looking) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = world.parts.cloud.client("dynamodb").scan(TableName=TABLE)[
        "Items"
    ]
    return found


def largest(world: Looking) -> int:
    written = [json.dumps(item, ensure_ascii=False, default=str) for item in kept(world)]
    return max(len(item.encode()) for item in written)


REPORT = {"type": "section", "text": {"type": "mrkdwn", "text": "part of the report " * 100}}


@pytest.mark.parametrize(
    "much",
    [
        {"text": "\u4f60\u597d" * 20_000},
        {"text": "nightly " * 5000, "blocks": [REPORT] * 1000},
        {"blocks": [{"type": "rich_text", "elements": [REPORT] * 1000}]},
        {"attachments": [{"text": "a line of the report " * 2000}] * 20},
        {"attachments": [{"title": "x", "fields": [{"value": "y" * 500}] * 2000}]},
        {"files": [{"title": "build.log", "alt_txt": "x" * 900}] * 2000},
    ],
    ids=",".join,
)
def test_of_a_very_long_report_the_beginning_is_told_and_that_the_rest_is_in_slack(
    world: Looking, much: dict[str, Any]
):
    told = world.message("Kevin", "@Kevin", "nightly report", world.ts()) | much
    assert world.tell(told | {"username": "Jenkins", "user": None, "bot_id": "B1"}) == 200
    assert largest(world) < 350_000
    said = [world.say("ask slack for replies")]
    while said[-1].endswith("?") and len(said) < 150:
        said.append(world.say("yes"))
    heard = " ".join(said)
    assert heard.startswith("Jenkins says: ")
    assert "The rest is in Slack" in heard
    assert "without words" not in heard


def test_of_a_message_of_which_nothing_could_be_kept_is_said_where_it_is(world: Looking):
    block = {"type": "section", "text": {"type": "mrkdwn", "text": "x" * 300_000}}
    told = world.message("Kevin", "@Kevin", "", world.ts(), blocks=[block])
    assert world.tell(told) == 200
    expected = "Kevin says: a very long message, to be read in Slack"
    assert world.say("ask slack for replies").startswith(expected)


def test_what_events_could_not_tell_the_repair_keeps_strictly_too(world: Looking):
    world.lose_events()
    good, bad = (world.write("Kevin", "#general", text) for text in ("walrus", "tornado"))
    history = world.workspace.history(world.place("#general"))
    found = history.get(bad)
    assert found is not None
    odd: Any = {"username": 42, "files": ({"title": 5, "lines": []},), "thread_ts": None}
    blocks = ({"type": "header", "text": {"text": "x" * 300_000}},)
    history.replace(
        replace(found, **odd, blocks=blocks, reactions=((LONG, (world.person("Ana").id,)),))
    )
    world.let_events_arrive()
    world.wait(120)
    world.repair(3)
    assert world.texts("#general") == ["walrus", "tornado"]
    assert world.inbox.exists(world.team_id, world.place("#general").id, good)


def test_a_file_with_an_endless_name_hides_no_other_file(world: Looking):
    files = [{"title": "x" * 200_000, "filetype": "pdf"}, {"title": "the plan", "filetype": "pdf"}]
    told = world.message("Kevin", "@Kevin", "look", world.ts(), files=files)
    assert world.tell(told) == 200
    said = [world.say("ask slack for replies")]
    while said[-1].endswith("?") and len(said) < 10:
        said.append(world.say("yes"))
    assert "the plan" in " ".join(said)
