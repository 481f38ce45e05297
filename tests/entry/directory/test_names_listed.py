"""The directory of names, listed page by page: complete or not at all, whatever goes wrong."""

from collections.abc import Iterator

import pytest

from bridge.directory import refresh as names_refresh
from bridge.directory.listing import ADVISED_PAGE
from local.conversations.steps import Setting
from local.world.played import PlayedInProcess, world_for
from postbox.directory.entries import Conversation, Person
from postbox.directory.listing import ListingStep
from postbox.links.stores.links import PERSONAL, Links
from tests.delivery.flaky import Flaky
from tests.entry.directory.named import ASKED, Named

PEOPLE = {"Giselle", "Kevin Park", "Ana Lima", "Slackbot"}
CHANNELS = {"general", "random"}
LISTS = ("users.list", "users.conversations")
TWO_PAGES = 2


@pytest.fixture
def named(world: PlayedInProcess) -> Named:
    return Named(world)


@pytest.fixture
def small_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a page be two names long: this workspace then has several of each kind."""
    monkeypatch.setattr(names_refresh, "LARGE_PAGE", 2)


@pytest.fixture
def unlinked(small_pages: None) -> Iterator[Named]:
    with world_for(Setting(), linked=False) as world:
        yield Named(world)


def link(named: Named) -> None:
    """Store the token: the first listing begins."""
    named.world.parts.store_token(named.world.token)


def test_a_new_link_has_all_names_at_once(named: Named):
    assert named.people() == PEOPLE
    assert named.channels() == CHANNELS
    assert named.workspace.calls["users.list"] == named.workspace.calls["users.conversations"] == 1
    kevin, ana = (named.workspace.find_person(name) for name in ("Kevin", "Ana"))
    direct = named.workspace.find_conversation("@Kevin")
    assert named.directory.people[ana.id] == Person(ana.id, "Ana Lima", handle=ana.handle)
    conversations = named.directory.conversations
    assert conversations[direct.id] == Conversation(direct.id, "", "im", (kevin.id,))


def test_everybody_is_named_and_who_cannot_be_written_to_is_marked(named):
    workspace = named.workspace
    workspace.deactivate(workspace.find_person("Kevin"))
    bot = workspace.add_person("Build Bot", "buildy", "build-bot", is_bot=True)
    named.refresh(ASKED)
    reachable = {person.real_name for person in named.directory.people.values() if person.reachable}
    assert named.people() == PEOPLE | {"Build Bot"}
    assert reachable == {"Giselle", "Ana Lima"}
    found = named.directory.people[bot.id]
    assert (found.display_name, found.handle) == ("buildy", "build-bot")


def test_only_what_the_speaker_is_in_and_is_open_can_be_written_to(named):
    workspace = named.workspace
    kevin, giselle = workspace.find_person("Kevin"), workspace.find_person("Giselle")
    workspace.add_channel("others", members=[kevin])
    workspace.add_channel("ours", private=True, members=[kevin, giselle])
    workspace.archive(workspace.add_channel("old"))
    named.refresh(ASKED)
    assert named.channels() == CHANNELS | {"ours"}
    kinds = {
        conversation.name: conversation.kind
        for conversation in named.directory.conversations.values()
        if conversation.name
    }
    assert kinds == {"general": "channel", "random": "channel", "ours": "group"}


def test_a_group_message_is_known_by_its_members(named):
    workspace = named.workspace
    people = [workspace.find_person(name) for name in ("Ana", "Giselle", "Kevin")]
    group = workspace.group_message(people)
    named.told(ASKED)
    ana, _, kevin = people
    found = named.directory.conversations[group.id]
    assert found == Conversation(group.id, "", "mpim", (ana.id, kevin.id))
    workspace.change_person(kevin, handle="kpark")
    named.told(ASKED)
    assert named.directory.conversations[group.id].with_users == (ana.id, kevin.id)


def test_names_are_listed_again_after_a_day(named):
    with named.workspace.untold():
        named.workspace.add_person("Bea Ruiz")
        named.workspace.add_channel("new")
    named.world.advance(23 * 3600)
    assert "Bea Ruiz" not in named.people()
    assert named.workspace.calls["users.list"] == 1
    named.world.advance(2 * 3600)
    assert named.people() == PEOPLE | {"Bea Ruiz"}
    assert "new" in named.channels()
    assert named.workspace.calls["users.list"] == 2


def test_a_token_of_somebody_else_has_their_conversations_listed(named):
    workspace = named.workspace
    kevin = workspace.find_person("Kevin")
    with workspace.untold():
        workspace.add_channel("kevins", private=True, members=[kevin])
    named.world.parts.cloud.put_parameter(
        named.world.parts.environment["EARSHOT_TOKEN_PARAMETER"], workspace.install_app(kevin)
    )
    named.refresh()
    assert "kevins" in named.channels()


def test_a_limit_in_the_middle_ends_the_run_and_the_next_goes_on_there(unlinked: Named):
    with unlinked.workspace.untold():
        for number in range(7):
            unlinked.workspace.add_person(f"Person {number}")
    unlinked.workspace.limits.per_minute["users.list"] = 2
    link(unlinked)
    assert unlinked.listing.step is ListingStep.PEOPLE
    assert (unlinked.listing.people_pages, unlinked.generation) == (2, None)
    calls = unlinked.workspace.calls["users.list"]
    assert unlinked.refresh()["problem"].startswith("SlackLimited")
    assert unlinked.workspace.calls["users.list"] == calls, "Slack is asked before its time"
    unlinked.world.advance(300)
    assert (unlinked.listing.people_pages, unlinked.generation) == (4, None)
    unlinked.world.advance(600)
    assert len(unlinked.people()) == 11
    assert unlinked.workspace.calls["users.conversations"] == 2


@pytest.mark.parametrize("fault", ["429", "500", "hangs", "resets", "html", "internal_error"])
@pytest.mark.parametrize("method", ["users.list", "users.conversations"])
def test_a_page_that_fails_is_asked_for_again_at_the_next_run(unlinked, method, fault):
    unlinked.world.fail(f"{fault} twice", method)
    link(unlinked)
    assert unlinked.generation is None
    assert unlinked.refresh()["problem"]
    unlinked.world.advance(600)
    assert (unlinked.people(), unlinked.channels()) == (PEOPLE, CHANNELS)


def test_a_workspace_that_cannot_make_large_pages_is_asked_for_smaller_ones(named):
    named.world.fail("500", "users.list")
    report = named.refresh(ASKED)
    assert (report["linked"], report["problem"]) == (True, "SlackUnclear: HTTP 500")
    assert named.listing.page_size == ADVISED_PAGE
    named.refresh()
    assert named.listing.is_complete


def test_a_cursor_that_slack_forgot_begins_its_step_again(unlinked):
    unlinked.workspace.limits.per_minute["users.list"] = 1
    link(unlinked)
    assert unlinked.listing.cursor
    conversations = unlinked.workspace.calls["users.conversations"]
    unlinked.workspace.limits.per_minute["users.list"] = 20
    # The cursor is the name of the person with whom the next page begins.
    del unlinked.workspace.roster.people[unlinked.workspace.find_person("Ana").id]
    unlinked.world.advance(300)
    assert unlinked.people() == PEOPLE - {"Ana Lima"}
    assert unlinked.listing.people_pages == 2
    assert unlinked.workspace.calls["users.conversations"] == conversations


def test_a_slack_that_forgets_every_cursor_is_not_asked_for_ever(unlinked):
    unlinked.world.fail("invalid_cursor until cleared", "users.list")
    link(unlinked)
    assert unlinked.refresh()["problem"] == "invalid_cursor"
    assert unlinked.workspace.calls["users.list"] <= 4
    unlinked.workspace.faults.clear()
    unlinked.world.advance(300)
    assert unlinked.people() == PEOPLE


def test_a_missing_scope_is_told_and_everything_else_goes_on(named):
    named.world.fail("missing_scope", "users.list")
    report = named.refresh(ASKED)
    assert (report["linked"], report["problem"]) == (True, "missing_scope")
    assert report["default_conversation_found"]
    assert named.people() == PEOPLE


def test_a_run_whose_time_is_over_stops_between_pages(unlinked, monkeypatch):
    monkeypatch.setattr("bridge.directory.listing.CALL_SECONDS", 61)
    link(unlinked)
    assert unlinked.refresh()["names"] == "listing"
    assert unlinked.workspace.calls["users.conversations"] == 0
    monkeypatch.setattr("bridge.directory.listing.CALL_SECONDS", 15)
    unlinked.refresh()
    assert unlinked.people() == PEOPLE


def test_the_default_conversation_is_found_before_the_people_are(unlinked):
    unlinked.world.fail("500 until cleared", "users.list")
    link(unlinked)
    assert unlinked.generation is None
    assert unlinked.refresh()["default_conversation_found"]
    general = unlinked.workspace.find_conversation("general")
    found = Links(unlinked.table).get(PERSONAL)
    assert found is not None
    assert found.default_conversation_id == general.id


class RunDied(BaseException):
    """The function is gone; nothing of it runs any more."""


def test_a_run_that_dies_at_any_moment_leaves_a_listing_that_is_finished(small_pages):
    """Before every call to the table; a directory is never half there."""
    deaths = 0
    for nth in range(1, 60):
        flaky = Flaky("refresh", "dynamodb")
        with world_for(Setting(), linked=False, clients=flaky.clients) as world:
            named = Named(world)

            def dies(number: int, _operation: str, nth: int = nth) -> None:
                if number >= nth:
                    raise RunDied

            flaky.arm(dies)
            try:
                link(named)
            except RunDied:
                deaths += 1
            flaky.disarm()
            if named.generation:
                assert (named.people(), named.channels()) == (PEOPLE, CHANNELS)
            world.advance(600)
            assert (named.people(), named.channels()) == (PEOPLE, CHANNELS)
            assert named.listing.conversations_as_of == named.listing.started_at
            assert max(named.workspace.calls[method] for method in LISTS) <= TWO_PAGES + 1
            assert named.refresh()["default_conversation_found"]
        if deaths < nth:
            break
    assert deaths > 15


def test_two_runs_at_once_do_not_get_into_each_others_way(named, monkeypatch):
    with named.workspace.untold():
        named.workspace.add_person("Bea Ruiz")
    reports: list[dict] = []
    called = named.workspace.calls["users.list"]
    original = names_refresh.NamesRefresh._refresh

    def while_another_runs(self, *args, **kwargs):
        if not reports:
            reports.append(named.refresh(ASKED))
        return original(self, *args, **kwargs)

    monkeypatch.setattr(names_refresh.NamesRefresh, "_refresh", while_another_runs)
    assert named.refresh(ASKED)["names"] == "listed"
    assert [report["names"] for report in reports] == ["somebody else is at it"]
    assert named.workspace.calls["users.list"] == called + 1


@pytest.fixture
def large() -> Iterator[Named]:
    """A workspace of 4,000 people, the speaker in 2,000 channels, not linked yet."""
    with world_for(Setting(), linked=False) as world:
        workspace = world.parts.workspace
        giselle = workspace.find_person("Giselle")
        with workspace.untold():
            for number in range(4_000 - len(workspace.people)):
                workspace.add_person(f"Person Number{number}", handle=f"person{number}")
            for number in range(1_998):
                workspace.add_channel(f"channel-{number}", members=[giselle])
        yield Named(world)


def test_four_thousand_people_and_two_thousand_channels_are_listed_in_one_run(large: Named):
    link(large)
    directory = large.directory
    assert len(directory.people) == 4_001
    assert (
        len(
            [conversation for conversation in directory.conversations.values() if conversation.name]
        )
        == 2_000
    )
    assert large.workspace.calls["users.list"] == 5
    assert large.workspace.calls["users.conversations"] == 3


def test_a_large_workspace_in_small_pages_takes_some_runs_and_no_call_too_many(large: Named):
    large.world.fail("500", "users.conversations")
    link(large)
    runs = 0
    while large.generation is None:
        large.world.advance(300)
        runs += 1
        assert runs < 10
    assert len(large.directory.people) == 4_001
    pages, limited = 21, runs
    assert large.workspace.calls["users.list"] <= pages + limited
    assert large.workspace.calls["users.conversations"] <= 12
