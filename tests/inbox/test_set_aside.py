"""One stored item that is broken, or of another version, stops nothing beside it."""

import itertools
import json
from collections.abc import Callable, Iterable, Iterator
from typing import Any

import pytest
from botocore.exceptions import ClientError

from local.conversations.steps import Setting
from local.world.aws.moto_cloud import TABLE
from local.world.played import world_for
from skill.reading.planning import stored
from skill.rendering import message
from skill.rendering.listener import Listener
from tests.delivery.flaky import Flaky
from tests.inbox.looking import Looking

Item = dict[str, Any]
SECRET = "nobody may read this"


@pytest.fixture
def loud(capsys: pytest.CaptureFixture[str]) -> Iterator[Looking]:
    with world_for(Setting(), loud=True) as played:
        yield Looking(played)


def spoil(world: Looking, kind: str, change: Callable[[Item], Item]) -> int:
    """Change all items whose sort key begins so; return how many."""
    dynamodb = world.parts.cloud.client("dynamodb")
    found = [
        item for item in dynamodb.scan(TableName=TABLE)["Items"] if item["sk"]["S"].startswith(kind)
    ]
    for item in found:
        dynamodb.put_item(TableName=TABLE, Item=change(item))
    return len(found)


def only_keys(item: Item) -> Item:
    return {"pk": item["pk"], "sk": item["sk"]}


def newer(item: Item) -> Item:
    return item | {"version": {"N": "99"}}


def mistyped(item: Item) -> Item:
    keep = {"pk", "sk", "expires_at", "version"}
    return {name: value if name in keep else {"M": {}} for name, value in item.items()}


SPOILED = [only_keys, newer, mistyped]
RARE = {"PREFERENCES", "BACKFILL", "CHANGE#", "ZONE#", "OFFSET#"}
"""What a story may not come to have."""


def counted(out: str) -> set[str]:
    """Return the functions that counted something as set aside."""
    lines = [json.loads(line) for line in out.splitlines() if line.startswith("{")]
    return {line["service"] for line in lines if "SetAside" in line}


@pytest.mark.parametrize("change", SPOILED)
def test_a_message_that_cannot_be_read_is_left_out_of_a_reading(
    loud: Looking, capsys: pytest.CaptureFixture[str], change: Callable[[Item], Item]
):
    for text in ("walrus", SECRET, "tornado"):
        loud.write("Kevin", "@Kevin", text)
    bad = loud.messages("@Kevin")[1].ts
    assert spoil(loud, f"MESSAGE#{bad}", change) == 1
    capsys.readouterr()
    heard = loud.say("ask slack for replies")
    assert "walrus. tornado" in heard
    out = capsys.readouterr().out
    assert counted(out) == {"skill"}
    assert SECRET not in out
    assert loud.say("ask slack for replies").startswith("No new replies")


def test_a_message_that_cannot_be_put_into_words_is_told_to_be_one_and_keeps_none_back(
    loud: Looking, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
):
    parts = message._parts

    def stumble(given: Item, listener: Listener) -> Iterable[str]:
        if SECRET in str(given):
            raise ZeroDivisionError(SECRET)
        return parts(given, listener)

    monkeypatch.setattr(message, "_parts", stumble)
    for text in ("walrus", SECRET, "tornado"):
        loud.write("Kevin", "@Kevin", text)
    capsys.readouterr()
    heard = loud.say("ask slack for replies")
    unreadable = "a message that I can't put into words, to be read in Slack"
    assert heard == f"Kevin says: walrus. {unreadable}. tornado"
    out = capsys.readouterr().out
    assert counted(out) == {"skill"}
    assert SECRET not in out
    assert loud.say("ask slack for replies").startswith("No new replies")


@pytest.mark.parametrize("said", ["catch me up", "what I missed", "to read the last message"])
def test_nor_one_of_which_nothing_tells_who_wrote_it(
    world: Looking, monkeypatch: pytest.MonkeyPatch, said: str
):
    def stumble(*_given: object) -> str:
        raise ZeroDivisionError

    monkeypatch.setattr(message, "author", stumble)
    monkeypatch.setattr(stored, "author", stumble)
    world.write("Kevin", "@Kevin", "walrus")
    heard = world.say(f"ask slack {said}")
    assert "to be read in Slack" in heard


@pytest.mark.parametrize("change", SPOILED)
def test_many_broken_messages_hide_none_behind_them(world: Looking, change: Callable[[Item], Item]):
    for number in range(45):
        world.tell(world.message("Kevin", "#general", f"broken {number}", world.ts()))
    spoil(world, "MESSAGE#", change)
    world.write("Kevin", "#general", "walrus")
    assert "walrus" in world.say("ask slack to read general")


@pytest.mark.parametrize(
    ("kind", "change"),
    list(
        zip(
            [
                "UNHEARD#",
                "LATE#",
                "POSITION",
                "HEARD#",
                "ANSWER",
                "OFFSET#",
                "SAID#",
                "ACTIVE#",
                "BACKFILL",
                "COMPARED#",
                "WATCH#",
                "FOLLOWER#",
                "REACTION#",
                "CHANGE#",
                "APP",
                "PREFERENCES",
                "ZONE#",
                "LISTING",
            ],
            itertools.cycle(SPOILED),
        )
    ),
)
def test_whatever_is_broken_what_comes_then_is_kept_heard_and_repaired(
    world: Looking, kind: str, change: Callable[[Item], Item]
):
    world.wait(200)
    parent = world.write("Giselle", "#general", "who is in?")
    world.write("Kevin", "#general", "me", parent)
    world.write("Giselle", "#general", "thanks", parent)
    world.tell(world.message("Kevin", "@Kevin", "late", world.ts(100)))
    first = world.write("Kevin", "@Kevin", "first. " * 600)
    world.tell(
        {
            "type": "reaction_added",
            "user": world.person("Kevin").id,
            "reaction": "tada",
            "item": {"type": "message", "channel": world.place("@Kevin").id, "ts": first},
            "event_ts": world.ts(),
        }
    )
    world.tell(
        {"type": "channel_rename", "channel": {"id": "C1", "name": "x"}, "event_ts": world.ts()}
    )
    world.say("ask slack for replies")
    world.say("yes")
    world.say("tell slack to send hello there")
    world.repair()
    world.tell(world.message("Kevin", "@Kevin", "late, too", world.ts(90)))
    found = spoil(world, kind, change)
    assert found or kind in RARE
    world.write("Kevin", "@Kevin", "walrus")
    world.write("Ana", "#random", "tornado")
    world.wait(1)
    said = [world.say("ask slack for replies")]
    while "walrus" not in said[-1] and len(said) < 12:
        said.append(world.say("yes" if said[-1].endswith(("?", "Kevin.")) else "any replies"))
    assert "walrus" in said[-1]
    assert "tornado" in world.say("ask slack to read random")
    world.repair()
    world.lose_events()
    world.write("Kevin", "#general", "lost")
    world.let_events_arrive()
    world.wait(120)
    world.repair(2)
    assert "lost" in world.texts("#general")
    world.say("ask slack for replies")
    assert "went wrong" not in world.say("ask slack to catch me up")


@pytest.mark.parametrize("content", ["{", "[]", "5", '{"blocks": 5}', "[" * 5000, "null"])
def test_content_that_cannot_be_read_leaves_the_text(world: Looking, content: str):
    world.write("Kevin", "@Kevin", "walrus")
    spoil(world, "MESSAGE#", lambda item: item | {"content": {"S": content}})
    assert world.say("ask slack for replies") == "Kevin says: walrus"
    world.repair(2)


def test_a_message_that_was_kept_by_the_version_before_is_told(world: Looking):
    world.write("Kevin", "@Kevin", "walrus")
    kept = json.dumps({"user": world.person("Kevin").id, "text": "walrus"})
    spoil(world, "MESSAGE#", lambda item: item | {"content": {"S": kept}})
    assert world.say("ask slack for replies") == "Kevin says: walrus"


REFUSED = ClientError({"Error": {"Code": "ValidationException", "Message": "no"}}, "transact")


@pytest.mark.parametrize("error", [REFUSED, ZeroDivisionError()], ids=["invalid", "unforeseen"])
def test_an_event_that_can_never_be_kept_is_not_asked_for_again_and_keeps_no_other_back(
    world: Looking, flaky: Flaky, error: Exception
):
    def breaks(_number: int, operation: str) -> None:
        if operation == "transact_write_items":
            raise error

    flaky.arm(breaks)
    assert world.tell(world.message("Kevin", "@Kevin", "tornado", world.ts(1))) == 200
    assert flaky.calls
    flaky.disarm()
    world.tell(world.message("Kevin", "@Kevin", "walrus", world.ts()))
    assert world.say("ask slack for replies") == "Kevin says: walrus"
