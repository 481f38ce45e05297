"""Two people at one Echo: whatever the one asks for, with whatever session, is not the other's.

Each request kind is tried with what the other's session remembers, made to look like one's own.
"""

import copy
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pytest

from local.conversations.steps import Setting
from local.world.aws.moto_cloud import TABLE
from local.world.aws.table_access import access_of
from local.world.played import PlayedInProcess, world_for
from postbox.accounts.stores.access import Access
from postbox.links.stores.links import Links
from postbox.store.table import Table
from skill.intents.registry import INTENTS, OPENINGS
from skill.turn.speaking import RECOGNIZED, SPEAKER, WORKSPACE, mark_of

PEOPLE = ("Giselle", "Kevin Park", "Ana Lima")
UNTOLD = "the vault opens with nine"
SENT = "the heating is broken"
SLOTS = {
    "message": "general that the lift is stuck",
    "recipient": "ana",
    "channel": "general",
    "emoji": "tada",
    "amount": "5",
    "position": "1",
    "number": "1",
    "rest": "that",
    "right": "tonight",
    "wrong": "tomorrow",
    "when": "yesterday",
    "left": "slack",
}
KINDS = sorted({*INTENTS} - {*OPENINGS}) + sorted(OPENINGS)[:3]


@dataclass
class Room:
    """Giselle's, with what her sessions remembered, and Kevin in it."""

    world: PlayedInProcess
    remembered: dict[str, dict[str, Any]]
    accounts: dict[str, str]
    links: dict[str, str]
    mailboxes: dict[str, str]
    kevins: dict[str, Any]
    """A request of Kevin's."""
    tried: int = 0

    def tries(self, intent: str, attributes: dict[str, Any]) -> dict[str, Any]:
        """Let Kevin send a request with these session attributes; return the answer."""
        request = copy.deepcopy(self.kevins)
        self.tried += 1
        request["session"] = {**request["session"], "new": False, "attributes": attributes}
        request["request"] = {
            "type": "LaunchRequest" if intent == "LaunchRequest" else "IntentRequest",
            "requestId": f"{request['request']['requestId']}.{self.tried}",
            "timestamp": request["request"]["timestamp"],
            "locale": "en-US",
            "intent": {"name": intent, "slots": _slots()},
        }
        answer: dict[str, Any] = self.world.parts.skill(request)
        return answer

    def of_giselle(self) -> list[dict[str, Any]]:
        """Return what is kept of what Giselle said, heard and chose."""
        fronts = ("SPEAKER#", "READ#", "LINK#", "CHOICE#", "ACCOUNT#", "TOKEN#")
        return [item for item in self._hers() if item["pk"]["S"].startswith(fronts)]

    def waiting(self) -> set[str]:
        """Return what waits to be heard by Giselle; Kevin may write her more."""
        return {item["sk"]["S"] for item in self._hers() if item["pk"]["S"].startswith("UNHEARD#")}

    def _hers(self) -> list[dict[str, Any]]:
        items = self.world.parts.cloud.client("dynamodb").scan(TableName=TABLE)["Items"]
        hers = (self.links["Giselle"], self.mailboxes["Giselle"], self.accounts["Giselle"])
        found = [item for item in items if any(secret in item["pk"]["S"] for secret in hers)]
        kept = [item for item in found if item["sk"]["S"] != "SETTLED"]
        return sorted(kept, key=lambda item: (item["pk"]["S"], item["sk"]["S"]))

    def posted_by(self, person: str) -> list[str]:
        workspace = self.world.parts.workspace
        author = workspace.find_person(person).id
        return [
            message.text
            for conversation in workspace.conversations
            for message in workspace.messages(conversation)
            if message.user == author
        ]

    def as_kevins(self, attributes: dict[str, Any]) -> dict[str, Any]:
        """Return what a session of Giselle's remembers, as if it were one of Kevin's."""
        mine = {SPEAKER: mark_of(self.accounts["Kevin Park"]), RECOGNIZED: True}
        return {**copy.deepcopy(attributes), **mine, WORKSPACE: self.links["Giselle"]}


def _slots() -> dict[str, Any]:
    return {
        name: {"name": name, "value": value, "confirmationStatus": "NONE"}
        for name, value in SLOTS.items()
    }


@pytest.fixture(scope="module")
def room() -> Iterator[Room]:
    with world_for(Setting(people=PEOPLE, linked=PEOPLE[:2])) as world:
        table = Table(world.parts.cloud.client("dynamodb"), TABLE)
        assert world.household is not None
        accounts, links, mailboxes = {}, {}, {}
        for person, token in world.household.tokens.items():
            account = Access(table).account_of(token, world.parts.clock())
            assert account is not None
            accounts[person] = account.account_id
            links[person] = account.links[0].link_id
            link = Links(table).get(links[person])
            assert link is not None
            mailboxes[person] = link.team_id
        world.speak_as("Kevin Park")
        kevins = world.echo.say("ask slack for help").request
        room = Room(world, {}, accounts, links, mailboxes, kevins)
        _giselles_day(room)
        yield room


def _giselles_day(room: Room) -> None:
    world = room.world
    world.speak_as("Giselle")
    world.write("Ana Lima", "@Ana Lima", "are you there")
    world.settle()

    def said(name: str, *utterances: str) -> None:
        for utterance in utterances:
            turn = world.echo.say(utterance)
        room.remembered[name] = turn.response.get("sessionAttributes", {})

    said("sent", "open slack", f"send {SENT}")
    said("heard", "what's new", "yes")
    said("asked", "the lights are on")
    said("scheduled", "cancel", "open slack", "send at nine tomorrow: breakfast is ready", "yes")
    said("leaving", "unlink my slack")
    said("taught", "no", "when i say boss i mean ana")
    world.echo.end_session()
    world.write("Ana Lima", "@Ana Lima", UNTOLD)
    world.advance(10)


STATES = ("sent", "heard", "asked", "scheduled", "leaving", "taught")


def test_there_is_something_to_attack(room):
    assert set(room.remembered) == set(STATES)
    assert all(room.remembered.values())
    assert SENT in room.posted_by("Giselle")
    assert room.waiting()
    assert any(item["sk"]["S"].startswith("ALIAS#") for item in room.of_giselle())


@pytest.mark.parametrize("state", STATES)
def test_no_request_with_anothers_session_reads_sends_or_changes_anything_of_theirs(room, state):
    before, posted = room.of_giselle(), room.posted_by("Giselle")
    waiting = room.waiting()
    for intent in (*KINDS, "LaunchRequest"):
        if intent in ("AMAZON.YesIntent", "AccountIntent") and state == "leaving":
            continue
        answer = repr(room.tries(intent, room.as_kevins(room.remembered[state])))
        assert UNTOLD not in answer, intent
    room.world.parts.pump()
    assert room.of_giselle() == before
    assert room.posted_by("Giselle") == posted
    assert waiting <= room.waiting()


@pytest.mark.parametrize("state", STATES)
def test_a_session_of_somebody_else_is_none_of_ones_own(room, state):
    # Not made to look like one's own: nothing that it remembers is taken up.
    before = room.posted_by("Kevin Park")
    for intent in ("AMAZON.YesIntent", "SendNowIntent", "AMAZON.NextIntent", "AMAZON.RepeatIntent"):
        answer = repr(room.tries(intent, copy.deepcopy(room.remembered[state])))
        assert "are you there" not in answer
    assert room.posted_by("Kevin Park") == before


@pytest.mark.parametrize("spoiled", [None, "x", 5, [], {"pending": "leave"}, {"pending": 7}])
def test_a_session_that_makes_no_sense_does_no_harm(room, spoiled):
    before = room.of_giselle()
    for state in ("asked", "heard"):
        attributes = room.as_kevins(room.remembered[state])
        for key in list(attributes):
            if key not in (SPEAKER, RECOGNIZED):
                answer = room.tries("AMAZON.YesIntent", {**attributes, key: spoiled})
                assert UNTOLD not in repr(answer)
    assert room.of_giselle() == before


@pytest.mark.parametrize("whose", ["userId", "personId", "deviceId"])
def test_no_id_in_a_request_is_worth_anything_without_the_token(room, whose):
    room.world.speak_as("Giselle")
    giselles = room.world.echo.say("ask slack for help").request["context"]["System"]
    room.world.speak_as("Kevin Park")
    request = copy.deepcopy(room.world.echo.say("ask slack for replies").request)
    system = request["context"]["System"]
    system["user"]["userId"] = giselles["user"]["userId"]
    system["person"]["personId"] = giselles["person"]["personId"]
    system["device"]["deviceId"] = giselles["device"]["deviceId"]
    request["request"]["requestId"] += whose
    before = room.of_giselle()
    assert UNTOLD not in repr(room.world.parts.skill(request))
    assert room.of_giselle() == before


@pytest.mark.parametrize(
    ("action", "partition"),
    [
        *((action, f"{front}#x") for action in ("GetItem", "BatchGetItem", "Query", "PutItem")
          for front in ("TOKEN", "CODE", "REFRESH", "FAMILY", "LINKING", "IDENTITY")),
        *((action, f"{front}#x") for action in ("PutItem", "UpdateItem", "DeleteItem")
          for front in ("ACCOUNT", "ACCESS", "PROFILE", "CONVERSATION", "TEAM", "USES")),
        ("DeleteItem", "AUDIT#x"),
        ("Query", "AUDIT#x"),
        ("Scan", "*"),
    ],
)  # fmt: skip
def test_the_voice_sides_role_neither_opens_tokens_nor_makes_accounts(action, partition):
    assert not access_of("skill").allows(action, partition)


def test_the_function_that_strangers_reach_reads_nothing_that_was_spoken():
    for front in ("SPEAKER", "LINK", "UNHEARD", "HOUSEHOLD", "ACCESS", "TOKEN"):
        assert not access_of("receive").allows("GetItem", f"{front}#x")
        assert not access_of("receive").allows("Query", f"{front}#x")
