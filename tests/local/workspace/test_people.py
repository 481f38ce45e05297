"""People and conversations as code in the same process makes and finds them."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest

from local.workspace import NotInWorkspace, Workspace
from local.workspace.api.shapes import person_shape
from local.workspace.team.entities import Conversation


@pytest.mark.parametrize("name", ["kevin", "Kevin Park", "@KEVIN", "kevin park"])
def test_a_person_is_found_by_any_of_their_names(workspace: Workspace, name: str) -> None:
    assert workspace.find_person(name).real_name == "Kevin Park"


def test_a_first_name_that_two_have_finds_neither(workspace: Workspace) -> None:
    workspace.add_person("Robin Good")
    workspace.add_person("Robin Wood")
    with pytest.raises(NotInWorkspace, match="robin"):
        workspace.find_person("robin")
    assert workspace.find_person("Robin Wood").handle == "robin.wood"


def test_a_display_name_is_what_slack_shows(workspace: Workspace) -> None:
    zo = workspace.add_person("Zoë Núñez", display_name="Zo")
    assert zo.label == "Zo"
    assert workspace.find_person("zo") is zo
    assert workspace.find_person("zoë") is zo


def test_a_direct_message_is_one_whoever_asks_first(workspace: Workspace) -> None:
    giselle, kevin = workspace.find_person("Giselle"), workspace.find_person("Kevin")
    chat = workspace.direct_message(kevin, giselle)
    assert workspace.direct_message(giselle, kevin) is chat
    assert workspace.find_conversation("@kevin") is chat
    assert workspace.find_conversation(chat.id) is chat
    assert chat.kind == "im"


def test_what_is_not_there_is_not_found(workspace: Workspace, general: Conversation) -> None:
    attempts: list[Callable[[], object]] = [
        lambda: workspace.find_person("Nobody"),
        lambda: workspace.find_conversation("#nowhere"),
        lambda: workspace.find_conversation("@nobody"),
        lambda: workspace.edit(general, "1.000000", "x"),
        lambda: workspace.delete(general, "never"),
        lambda: workspace.revoke("xoxp-unknown"),
        lambda: workspace.post(workspace.find_person("Ana"), general, "x", "1.000000"),
    ]
    for attempt in attempts:
        with pytest.raises(NotInWorkspace):
            attempt()


def test_a_channel_has_everyone_in_it_unless_told_who(workspace: Workspace) -> None:
    kevin = workspace.find_person("Kevin")
    assert workspace.add_channel("#Launch").members == [person.id for person in workspace.people]
    assert workspace.find_conversation("#launch").name == "launch"
    assert workspace.add_channel("few", private=True, members=[kevin]).members == [kevin.id]


def test_an_integration_posts_under_its_own_name(
    workspace: Workspace, general: Conversation
) -> None:
    message = workspace.post_as_bot("Builds", general, "Green & done")
    assert (message.subtype, message.username, message.user) == ("bot_message", "Builds", None)
    assert message.text == "Green &amp; done"


def test_a_preview_of_a_link_changes_no_text(workspace: Workspace, general: Conversation) -> None:
    kevin = workspace.find_person("Kevin")
    message = workspace.post(kevin, general, "https://a.example")
    shown = workspace.unfurl(general, message.ts, {"title": "A"})
    assert (shown.text, shown.edited_ts) == (message.text, None)
    assert shown.attachments == ({"title": "A"},)


def test_people_who_post_at_once_lose_nothing(workspace: Workspace, general: Conversation) -> None:
    told: list[str] = []
    workspace.subscribe(lambda change: told.append(change.event_ts))
    authors = workspace.people * 100

    def post(number: int) -> str:
        return workspace.post(authors[number], general, str(number)).ts

    with ThreadPoolExecutor(8) as pool:
        made = list(pool.map(post, range(300)))
    assert len(set(made)) == 300
    assert told == [message.ts for message in workspace.messages(general)] == sorted(told)


def test_a_listener_that_left_is_told_nothing(workspace: Workspace, general: Conversation) -> None:
    told: list[str] = []
    leave = workspace.subscribe(lambda change: told.append(change.kind))
    workspace.post(workspace.people[0], general, "one")
    leave()
    workspace.post(workspace.people[0], general, "two")
    assert told == ["message"]


@pytest.mark.parametrize(
    ("zone", "now", "label", "offset"),
    [
        ("Etc/UTC", 1_790_000_000, "Coordinated Universal Time", 0),
        ("America/New_York", 1_790_000_000, "Eastern Daylight Time", -14_400),
        ("America/New_York", 1_797_000_000, "Eastern Standard Time", -18_000),
        ("Asia/Kolkata", 1_790_000_000, "India Standard Time", 19_800),
        ("Asia/Dubai", 1_790_000_000, "UTC+04", 14_400),
    ],
)
def test_a_person_has_a_time_zone(zone: str, now: float, label: str, offset: int) -> None:
    workspace = Workspace(lambda: now)
    person = workspace.add_person("Giselle")
    workspace.change_person(person, tz=zone)
    shape = person_shape(workspace, person)
    assert (shape["tz"], shape["tz_label"], shape["tz_offset"]) == (zone, label, offset)


@pytest.mark.parametrize(
    ("named", "facts"),
    [
        ("Roadmap 2027.PDF", ("application/pdf", "pdf", "PDF")),
        ("notes.md", ("text/plain", "markdown", "Markdown (raw)")),
        ("holiday.jpeg", ("image/jpeg", "jpg", "JPEG")),
        ("core.dump", ("application/octet-stream", "binary", "Binary")),
        ("pdf", ("application/octet-stream", "binary", "Binary")),
    ],
)
def test_the_ending_of_a_file_tells_its_kind(named: str, facts: tuple[str, str, str]) -> None:
    workspace = Workspace(lambda: 1_790_000_000.0)
    kevin = workspace.add_person("Kevin Park")
    message = workspace.share(kevin, workspace.add_channel("general"), named, "Look")
    [file] = message.files
    assert (message.subtype, message.text, message.user) == ("file_share", "Look", kevin.id)
    assert (file["name"], file["title"], file["user"]) == (named, named, kevin.id)
    assert (file["mimetype"], file["filetype"], file["pretty_type"]) == facts
    assert file["id"].startswith("F")


def test_a_clip_has_its_length() -> None:
    workspace = Workspace(lambda: 1_790_000_000.0)
    general, kevin = workspace.add_channel("general"), workspace.add_person("Kevin Park")
    [audio] = workspace.share(kevin, general, "audio clip of 14 seconds").files
    [video] = workspace.share(kevin, general, "Video clip of 1 second").files
    assert (audio["subtype"], audio["duration_ms"]) == ("slack_audio", 14_000)
    assert (audio["mimetype"], audio["filetype"]) == ("audio/mp4", "m4a")
    assert (video["subtype"], video["duration_ms"]) == ("slack_video", 1_000)


def test_what_follows_me_is_what_they_do() -> None:
    workspace = Workspace(lambda: 1_790_000_000.0)
    general, kevin = workspace.add_channel("general"), workspace.add_person("Kevin Park")
    message = workspace.post(kevin, general, "/me waves")
    assert (message.subtype, message.text) == ("me_message", "waves")
    assert workspace.post(kevin, general, "/meter").subtype is None
