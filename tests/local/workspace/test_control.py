"""The control API, as the page and the command line use it."""

import json
from collections.abc import Iterator
from typing import Any

import httpx
import pytest
from slack_sdk import WebClient

from local.workspace import EventOutlet, Served, Workspace
from local.workspace.team.entities import Conversation


@pytest.fixture
def control(served: Served) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=f"{served.url}/_workspace", timeout=600) as client:
        yield client


def messages(control: httpx.Client, channel: str) -> list[dict[str, Any]]:
    listed = control.get("/messages", params={"channel": channel}).json()["messages"]
    assert isinstance(listed, list)
    return listed


def test_the_state_tells_who_and_what_there_is(
    control: httpx.Client, workspace: Workspace, general: Conversation
) -> None:
    state = control.get("/state").json()
    giselle = workspace.find_person("Giselle")
    assert state["team"]["id"] == workspace.team_id
    assert state["speaker"] == giselle.id
    assert state["now"] == workspace.clock()
    assert state["people"][0] == {
        "id": giselle.id,
        "handle": "giselle",
        "real_name": "Giselle",
        "display_name": "",
        "left": False,
    }
    assert state["conversations"][0] == {
        "id": general.id,
        "kind": "channel",
        "name": "general",
        "label": "#general",
        "members": [person.id for person in workspace.people],
        "archived": False,
    }
    labels = [conversation["label"] for conversation in state["conversations"]]
    assert labels == ["#general", "#random", "@Kevin Park", "@Ana Lima"]


def test_what_a_person_says_is_kept_as_slack_keeps_it_and_shown_as_typed(
    control: httpx.Client, general: Conversation
) -> None:
    typed = "@Giselle & @Ana Lima: <see> https://a.example/?x=1&y #random, @here"
    said = control.post("/say", json={"as": "kevin", "channel": "#general", "text": typed})
    shown = messages(control, general.id)[0]
    assert shown["ts"] == said.json()["ts"]
    assert shown["author"] == "Kevin Park"
    assert shown["text"] == typed
    assert shown["raw"].startswith("<@U")
    assert "&amp; <@U" in shown["raw"]
    assert "&lt;see&gt; <https://a.example/?x=1&amp;y> <#C" in shown["raw"]
    assert shown["raw"].endswith("<!here>")
    assert (shown["thread_ts"], shown["edited"], shown["via_app"]) == (None, False, False)


def test_a_post_of_the_app_is_marked(
    control: httpx.Client, slack: WebClient, general: Conversation
) -> None:
    slack.chat_postMessage(channel=general.id, text="Hello")
    assert messages(control, "general")[0]["via_app"] is True
    assert messages(control, "general")[0]["author"] == "Giselle"


def test_answers_edits_and_deletions_show(control: httpx.Client, general: Conversation) -> None:
    here = {"channel": general.id}
    first = control.post("/say", json={"as": "Kevin", "text": "one", **here}).json()["ts"]
    answer = {"as": "Ana", "text": "two", "thread_ts": first, **here}
    second = control.post("/say", json=answer).json()["ts"]
    assert messages(control, general.id)[1]["thread_ts"] == first
    control.post("/edit", json={"ts": second, "text": "2", **here})
    assert [(m["text"], m["edited"]) for m in messages(control, general.id)] == [
        ("one", False),
        ("2", True),
    ]
    control.post("/delete", json={"ts": second, **here})
    assert [m["text"] for m in messages(control, general.id)] == ["one"]


def test_a_person_is_written_to_by_name(control: httpx.Client, workspace: Workspace) -> None:
    workspace.add_person("Bea Ruiz")
    said = control.post("/say", json={"as": "Bea", "channel": "@Bea", "text": "Hello"})
    assert said.status_code == 200
    assert messages(control, "@bea ruiz")[0]["author"] == "Bea Ruiz"


def test_faults_are_added_and_cleared(
    control: httpx.Client, slack: WebClient, workspace: Workspace
) -> None:
    spec = {"spec": "is_archived until cleared", "method": "auth.test"}
    assert control.post("/faults", json=spec).status_code == 200
    assert workspace.faults.take("auth.test") is not None
    assert control.delete("/faults").status_code == 200
    slack.auth_test()
    assert control.get("/calls").json() == {"auth.test": 1}


def test_a_fault_without_a_method_is_one_of_posting_and_a_star_is_every_method(
    control: httpx.Client, workspace: Workspace
) -> None:
    control.post("/faults", json={"spec": "429 for 30 s"})
    assert workspace.faults.take("auth.test") is None
    answer = control.post("/faults", json={"spec": "hangs", "method": "*"})
    assert answer.json() == {"waiting": ["429 for 30 s", "hangs"]}
    assert workspace.faults.take("auth.test") is not None


def test_the_app_is_revoked_and_installed_again(
    control: httpx.Client, slack: WebClient, workspace: Workspace
) -> None:
    control.post("/revoke", json={})
    assert workspace.installations.active() == []
    assert control.get("/state").json()["speaker"] == workspace.find_person("Giselle").id
    token = control.post("/install", json={}).json()["token"]
    assert slack.auth_test(token=token)["user"] == "giselle"
    control.post("/revoke", json={"token": token})
    assert workspace.installations.active() == []


def test_a_reset_leaves_people_and_channels_and_nothing_else(
    control: httpx.Client, slack: WebClient, general: Conversation
) -> None:
    slack.chat_postMessage(channel=general.id, text="x")
    control.post("/archive", json={"channel": "#general"})
    control.post("/revoke", json={})
    control.post("/reset")
    assert messages(control, general.id) == []
    assert control.get("/calls").json() == {}
    slack.chat_postMessage(channel=general.id, text="the token works")


@pytest.mark.parametrize(
    ("path", "fields", "status", "sentence"),
    [
        ("/say", {"as": "Nobody", "channel": "#general", "text": "x"}, 404, "Nobody"),
        ("/say", {"as": "Kevin", "channel": "#nowhere", "text": "x"}, 404, "nowhere"),
        ("/say", {"as": "Kevin", "channel": "#general", "text": " "}, 400, "'text'"),
        ("/say", {"as": "Kevin", "channel": "@Ana", "text": "x"}, 400, "not in that"),
        ("/say", {"as": "Kevin", "channel": "#general"}, 400, "'text'"),
        ("/edit", {"channel": "#general", "ts": "1.000000", "text": "x"}, 404, "1.000000"),
        ("/delete", {"channel": "#general", "ts": "now"}, 404, "now"),
        ("/faults", {"spec": "explodes"}, 400, "explodes"),
        ("/faults", {"spec": "hangs", "method": "chat.whisper"}, 400, "'chat.whisper'"),
        ("/faults", {"spec": "hangs", "method": ["*"]}, 400, "'method'"),
        ("/faults", {"spec": 500}, 400, "'spec'"),
        ("/say", {"as": "Kevin", "channel": "general", "text": "x", "thread_ts": 1}, 400, "ts'"),
        (
            "/say",
            {"as": "Kevin", "channel": "general", "text": "x", "thread_ts": "1.0"},
            404,
            "1.0",
        ),
        ("/revoke", {"token": "xoxp-unknown"}, 404, "token"),
        ("/revoke", {"token": ["xoxp-unknown"]}, 400, "'token'"),
    ],
)
def test_what_cannot_be_done_is_told_in_a_sentence(
    control: httpx.Client, path: str, fields: dict[str, Any], status: int, sentence: str
) -> None:
    answer = control.post(path, json=fields)
    assert answer.status_code == status
    assert sentence in answer.json()["error"]
    assert answer.json()["error"].endswith(".")


def test_nothing_is_said_in_an_archived_channel(control: httpx.Client) -> None:
    control.post("/archive", json={"channel": "#general"})
    answer = control.post("/say", json={"as": "Kevin", "channel": "#general", "text": "x"})
    assert answer.status_code == 400
    assert "archived" in answer.json()["error"]


@pytest.mark.parametrize("body", [b"{", b"[]", rb'{"as": "\ud800"}', b"[" * 100_000])
def test_a_body_that_cannot_be_read_is_told(control: httpx.Client, body: bytes) -> None:
    answer = control.post("/say", content=body)
    assert answer.status_code == 400
    assert answer.json()["error"].startswith("The body is not")


def test_changes_are_told_as_they_happen(
    control: httpx.Client, workspace: Workspace, general: Conversation
) -> None:
    kevin = workspace.find_person("Kevin")
    with control.stream("GET", "/changes") as stream:
        assert stream.headers["content-type"].startswith("text/event-stream")
        lines = stream.iter_lines()
        assert next(lines).startswith(":")
        ts = workspace.post(kevin, general, "Hello").ts
        workspace.edit(general, ts, "Hello!")
        workspace.react(general, ts, kevin, "tada")
        workspace.delete(general, ts)
        made = workspace.add_channel("new")
        workspace.archive(made)
        workspace.reset()
        told = []
        while len(told) < 7:
            line = next(lines)
            if line.startswith("data: "):
                told.append(json.loads(line.removeprefix("data: ")))
            else:
                assert line in ("", "event: change")
    assert [(change["kind"], change["channel"]) for change in told] == [
        ("message", general.id),
        ("edit", general.id),
        ("reaction", general.id),
        ("delete", general.id),
        ("channel", made.id),
        ("archive", made.id),
        ("reset", None),
    ]


def test_reactions_files_and_attachments_show(
    control: httpx.Client, workspace: Workspace, general: Conversation
) -> None:
    shared = {"as": "kevin", "channel": "#general", "file": "Roadmap.pdf", "text": "Look"}
    ts = control.post("/share", json=shared).json()["ts"]
    attachments = [{"title": "api tests", "text": "3 of 214"}, {"fallback": "log"}]
    bot = {"name": "Jenkins", "channel": "general", "attachments": attachments}
    assert control.post("/bot", json=bot).status_code == 200
    reaction = {"as": "Ana", "channel": "general", "ts": ts, "emoji": ":tada:"}
    assert control.post("/react", json=reaction).json() == {"added": True}
    assert control.post("/react", json=reaction).json() == {"added": False}
    shown = control.get("/messages", params={"channel": general.id}).json()
    file, alert = shown["messages"]
    assert (file["text"], file["files"]) == ("Look", ["Roadmap.pdf"])
    assert file["reactions"] == [{"name": "tada", "emoji": "🎉", "by": ["Ana Lima"]}]
    assert (alert["author"], alert["text"]) == ("Jenkins", "")
    assert alert["attachments"] == ["api tests: 3 of 214", "log"]
    assert shown["reacted"] == [{"ts": ts, "name": "tada", "author": "Ana Lima"}]
    assert workspace.history(general).get(ts).subtype == "file_share"  # type: ignore[union-attr]


def test_the_read_mark_and_what_is_scheduled_show(
    control: httpx.Client, workspace: Workspace, slack: WebClient, general: Conversation
) -> None:
    assert control.get("/messages", params={"channel": "general"}).json()["read"] is None
    slack.conversations_mark(channel=general.id, ts="1790000000.000001")
    shown = control.get("/messages", params={"channel": "general"}).json()
    assert shown["read"] == "1790000000.000001"
    at = int(workspace.clock()) + 600
    answer = slack.chat_scheduleMessage(channel=general.id, text="a & b", post_at=at)
    assert control.get("/scheduled", params={"channel": "general"}).json()["scheduled"] == [
        {
            "id": answer["scheduled_message_id"],
            "post_at": at,
            "author": "Giselle",
            "text": "a & b",
            "thread_ts": None,
        }
    ]


def test_events_get_lost_come_late_and_come_again(
    control: httpx.Client, workspace: Workspace, general: Conversation
) -> None:
    outlet = EventOutlet(workspace, lambda _headers, _body: 200, workspace.clock)
    kevin = workspace.find_person("Kevin")

    def told(text: str) -> bool:
        workspace.post(kevin, general, text)
        return outlet.deliver_due() == 1

    assert told("one")
    control.post("/events", json={"do": "get lost"})
    assert not told("two")
    control.post("/events", json={"do": "arrive"})
    control.post("/events", json={"do": "come late", "seconds": 60})
    assert not told("three")
    assert told("four")
    control.post("/events", json={"do": "come again"})
    assert outlet.deliver_due() == 2


def test_the_limited_kind_of_app_is_switched_on_and_off(
    control: httpx.Client, workspace: Workspace
) -> None:
    control.post("/reading", json={"limited": True})
    assert workspace.limits.reading_page == 15
    control.post("/reading", json={"limited": False})
    assert workspace.limits.reading_page is None


@pytest.mark.parametrize(
    ("action", "fields", "problem"),
    [
        ("events", {"do": "stop"}, "get lost, arrive, come again or come late"),
        ("events", {"do": "come late", "seconds": -1}, "no number from 0 on"),
        ("reading", {"limited": "yes"}, "neither true nor false"),
        ("bot", {"name": "Jenkins", "channel": "general"}, "a text or attachments"),
        ("bot", {"name": "J", "channel": "general", "attachments": [1]}, "no list of objects"),
        ("share", {"as": "kevin", "channel": "general"}, "'file' is missing"),
    ],
)
def test_what_makes_no_sense_is_refused_in_a_sentence(
    control: httpx.Client, action: str, fields: dict[str, Any], problem: str
) -> None:
    answer = control.post(f"/{action}", json=fields)
    assert answer.status_code == 400
    assert problem in answer.json()["error"]


def test_people_and_channels_are_added(control: httpx.Client, workspace: Workspace) -> None:
    person = control.post("/person", json={"name": " Olu Adeyemi "}).json()["id"]
    channel = control.post("/channel", json={"name": "#release-notes"}).json()["id"]
    olu = workspace.find_person("Olu Adeyemi")
    assert (olu.id, olu.handle) == (person, "olu.adeyemi")
    assert person in workspace.find_conversation("general").members
    assert workspace.find_conversation("#release-notes").id == channel
    assert person in workspace.find_conversation("#release-notes").members


@pytest.mark.parametrize(
    ("kind", "name", "problem"),
    [
        ("person", "giselle", "giselle is here already."),
        ("person", "x" * 81, "too long for a name"),
        ("person", " ", "'name'"),
        ("channel", "general", "There is a channel #general already."),
        ("channel", "Release Notes", "small letters, digits"),
        ("channel", "#-", "small letters, digits"),
        ("channel", "x" * 81, "at most 80"),
    ],
)
def test_what_cannot_be_added_is_told(
    control: httpx.Client, workspace: Workspace, kind: str, name: str, problem: str
) -> None:
    before = (len(workspace.people), len(workspace.conversations))
    answer = control.post(f"/{kind}", json={"name": name})
    assert answer.status_code == 400
    assert problem in answer.json()["error"]
    assert (len(workspace.people), len(workspace.conversations)) == before
