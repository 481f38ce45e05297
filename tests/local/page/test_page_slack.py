"""The Slack workspace on the page, in a browser."""

import re
import time

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect
from slack_sdk import WebClient

from local.workspace.model import Workspace
from tests.local.page.conftest import PageServer
from tests.local.page.looking import message, said, say

pytestmark = pytest.mark.browser


def _actions(page: Page, text: str, choice: str) -> None:
    message(page, text).locator(":scope > .message-head .menu > button").click()
    page.get_by_role("menuitem", name=choice).click()


def in_the_list(page: Page, name: str) -> Locator:
    """Return the button of a conversation."""
    return page.locator(".conversations").get_by_role("button", name=name)


def test_the_speakers_conversations_are_listed(page: Page) -> None:
    nav = page.get_by_role("navigation", name="Slack conversations")

    expect(nav.get_by_role("list", name="Channels").get_by_role("button")).to_have_text(
        [re.compile("general"), re.compile("random")]
    )
    expect(nav.get_by_role("list", name="Direct messages").get_by_role("button")).to_have_text(
        ["Kevin Park", "Ana Lima"]
    )
    expect(nav.get_by_role("button", name="general")).to_have_attribute("aria-current", "true")


def test_messages_edits_and_deletions_are_live(page: Page, server: PageServer) -> None:
    general = server.workspace.find_conversation("general")
    expect(page.locator("#no-messages")).to_be_visible()
    ts = server.post("Kevin Park", "general", "Break a leg!")
    expect(message(page, "Break a leg!").locator(".author")).to_have_text("Kevin Park")
    expect(message(page, "Break a leg!").locator(".edited")).to_be_hidden()
    expect(message(page, "Break a leg!").locator(".badge")).to_be_hidden()
    expect(page.locator("#announcer")).to_have_text("Slack, #general: Kevin Park: Break a leg!")

    server.workspace.edit(general, ts, "Break both legs!")
    expect(message(page, "Break both legs!").locator(".edited")).to_have_text("(edited)")
    server.workspace.delete(general, ts)
    expect(page.locator(".message")).to_have_count(0)


def test_reactions_files_and_attachments_are_shown(page: Page, server: PageServer) -> None:
    workspace = server.workspace
    general, kevin = workspace.find_conversation("general"), workspace.find_person("Kevin")
    ana = workspace.find_person("Ana")
    ts = workspace.share(kevin, general, "<b>Plan</b>.pdf", "Look").ts
    workspace.react(general, ts, ana, "tada")
    workspace.react(general, ts, kevin, "tada")
    attachment = {"title": "api tests", "text": "3 of 214"}
    workspace.post_as_bot("Jenkins", general, "Build 7", attachments=(attachment,))
    file, alert = message(page, "Look"), message(page, "Build 7")
    expect(file.locator(".added li")).to_have_text(["<b>Plan</b>.pdf"])
    expect(file.locator(".reactions li")).to_have_text(["🎉 Ana Lima, Kevin Park"])
    expect(alert.locator(".author")).to_have_text("Jenkins")
    expect(alert.locator(".added li")).to_have_text(["api tests: 3 of 214"])
    expect(alert.locator(".reactions")).to_be_hidden()
    workspace.unreact(general, ts, ana, "tada")
    expect(file.locator(".reactions li")).to_have_text(["🎉 Kevin Park"])


def test_text_is_shown_as_text(page: Page, server: PageServer) -> None:
    wild = "<script>document.title='hacked'</script> & <i>x</i>\n  two  spaces 🎉 עברית"
    server.post("Ana Lima", "general", wild)

    text = page.locator(".message .text")
    expect(text).to_contain_text("<script>")
    assert text.evaluate("element => element.textContent") == wild
    expect(text).to_have_attribute("dir", "auto")
    assert page.title() == "Earshot: Slack by voice"
    assert page.locator("#messages :is(script, i)").count() == 0


def test_messages_elsewhere_are_marked_until_they_are_looked_at(
    page: Page, server: PageServer
) -> None:
    random = in_the_list(page, "random")
    first = server.post("Kevin Park", "random", "one")
    server.post("Kevin Park", "random", "two")
    expect(random.locator(".unread")).to_have_text("2 unread")
    expect(page.locator(".message")).to_have_count(0)
    server.workspace.delete(server.workspace.find_conversation("random"), first)
    expect(random.locator(".unread")).to_have_text("1 unread")

    random.click()
    expect(page.locator(".message .text")).to_have_text(["two"])
    expect(random.locator(".unread")).to_have_count(0)
    expect(page.get_by_role("heading", name="#random")).to_be_visible()


def test_one_writes_as_somebody_who_is_there(page: Page, server: PageServer) -> None:
    writer = page.get_by_label("Write as")
    expect(writer.get_by_role("option")).to_have_text(["Kevin Park", "Ana Lima", "Giselle"])
    writer.select_option("Ana Lima")
    box = page.get_by_role("textbox", name="Message to #general")
    box.fill("first line")
    box.press("Shift+Enter")
    box.press_sequentially("second line")
    page.get_by_role("button", name="Send", exact=True).click()

    expect(page.locator(".message .author")).to_have_text("Ana Lima")
    expect(box).to_have_value("")
    assert server.texts("general") == ["first line\nsecond line"]

    in_the_list(page, "Kevin Park").click()
    expect(writer.get_by_role("option")).to_have_text(["Kevin Park", "Giselle"])
    page.get_by_role("textbox", name="Message to @Kevin Park").fill("psst")
    page.keyboard.press("Enter")
    expect(page.locator(".message .text")).to_have_text(["psst"])
    assert server.texts("@Kevin") == ["psst"]


def test_a_direct_message_that_was_not_open_begins_with_the_first_words(
    page: Page, server: PageServer
) -> None:
    server.workspace.add_person("Zoë Łuk", handle="zoe")
    server.post("Kevin Park", "general", "Zoë is here")
    server.workspace.add_channel("project-x")
    entry = page.get_by_role("list", name="Direct messages").get_by_role("button", name="Zoë Łuk")
    entry.click()
    page.get_by_role("textbox", name="Message to @Zoë Łuk").fill("Hello!")
    page.keyboard.press("Enter")

    expect(page.locator(".message .text")).to_have_text(["Hello!"])
    expect(entry).to_have_count(1)
    expect(entry).to_have_attribute("aria-current", "true")
    assert server.texts("@zoe") == ["Hello!"]


def test_answers_in_a_thread_stand_under_its_first_message(page: Page, server: PageServer) -> None:
    server.post("Kevin Park", "general", "Who is in?")
    server.post("Ana Lima", "general", "Something else")
    _actions(page, "Who is in?", "Reply in thread")
    box = page.get_by_role("textbox", name="Message to")
    expect(box).to_be_focused()
    expect(page.locator("#replying")).to_contain_text("In the thread of Kevin Park: Who is in?")
    page.get_by_label("Write as").select_option("Giselle")
    box.fill("I am")
    box.press("Enter")

    thread = message(page, "Who is in?").get_by_role("list", name="Answers in the thread")
    expect(thread.locator(".text")).to_have_text(["I am"])
    expect(page.locator("#replying")).to_be_hidden()
    expect(page.locator("#messages > .message > .message-body > .text")).to_have_text(
        ["Who is in?", "Something else"]
    )

    _actions(page, "I am", "Reply in thread")
    box.press("Escape")
    expect(page.locator("#replying")).to_be_hidden()


def test_a_thread_outlives_its_first_message(page: Page, server: PageServer) -> None:
    ts = server.post("Kevin Park", "general", "Who is in?")
    server.post("Ana Lima", "general", "I am", thread_ts=ts)
    expect(message(page, "I am")).to_be_visible()
    server.workspace.delete(server.workspace.find_conversation("general"), ts)

    gone = page.locator(".message.gone")
    expect(gone.locator(":scope > .message-body")).to_have_text("This message was deleted.")
    expect(gone.locator(".thread .text")).to_have_text(["I am"])


def test_a_message_is_edited_or_left_as_it_was(page: Page, server: PageServer) -> None:
    server.post("Kevin Park", "general", "Tea & cake?")
    _actions(page, "Tea & cake?", "Edit")
    editor = page.get_by_role("textbox", name="Edit the message")
    expect(editor).to_have_value("Tea & cake?")
    editor.fill("Coffee?")
    editor.press("Escape")
    expect(message(page, "Tea & cake?").locator(".text")).to_be_visible()
    expect(message(page, "Tea & cake?").get_by_role("button")).to_be_focused()

    _actions(page, "Tea & cake?", "Edit")
    editor.fill("Coffee?")
    server.post("Ana Lima", "general", "meanwhile")
    expect(message(page, "meanwhile")).to_be_visible()
    expect(editor).to_have_value("Coffee?")
    page.get_by_role("button", name="Save").click()
    expect(message(page, "Coffee?").locator(".edited")).to_be_visible()
    assert server.texts("general")[0] == "Coffee?"


def test_an_edit_that_is_refused_says_why(page: Page, server: PageServer) -> None:
    server.post("Kevin Park", "general", "Tea?")
    _actions(page, "Tea?", "Edit")
    page.get_by_role("textbox", name="Edit the message").fill(" ")
    page.get_by_role("button", name="Save").click()

    expect(page.get_by_role("alert").filter(has_text="missing")).to_be_visible()
    assert server.texts("general") == ["Tea?"]


def test_a_message_is_deleted_after_a_question(page: Page, server: PageServer) -> None:
    server.post("Kevin Park", "general", "Tea?")
    _actions(page, "Tea?", "Delete")
    page.get_by_role("button", name="Keep").click()
    expect(message(page, "Tea?")).to_be_visible()
    _actions(page, "Tea?", "Delete")
    page.get_by_role("group", name="Delete this message?").get_by_role(
        "button", name="Delete"
    ).click()

    expect(page.locator(".message")).to_have_count(0)
    expect(page.get_by_role("region", name="#general")).to_be_focused()
    assert server.texts("general") == []


def test_the_menu_closes_and_gives_the_focus_back(page: Page, server: PageServer) -> None:
    server.post("Kevin Park", "general", "Tea?")
    button = page.get_by_role("button", name="Actions for the message by Kevin Park: Tea?")
    button.press("ArrowDown")
    expect(button).to_have_attribute("aria-expanded", "true")
    server.post("Kevin Park", "general", "Cake?")
    expect(message(page, "Cake?")).to_be_visible()
    expect(page.get_by_role("menuitem", name="Reply in thread")).to_be_focused()
    page.keyboard.press("Escape")
    expect(button).to_be_focused()
    expect(button).to_have_attribute("aria-expanded", "false")
    button.click()
    page.get_by_label("What you say to Alexa").click()
    expect(page.get_by_role("menu")).to_have_count(0)


def test_what_slack_refuses_is_told_and_the_words_are_kept(page: Page, server: PageServer) -> None:
    box = page.get_by_role("textbox", name="Message to #general")
    box.press("Enter")
    expect(page.locator("#composer-problem")).to_have_text("Write a message first.")
    box.fill("too late")
    server.workspace.reset()
    server.stop()
    box.press("Enter")

    expect(page.locator("#composer-problem")).to_contain_text("start it again with “make demo”")
    expect(box).to_have_value("too late")


def test_an_archived_channel_takes_no_more(page: Page, server: PageServer) -> None:
    server.workspace.archive(server.workspace.find_conversation("general"))

    expect(page.get_by_role("textbox", name="Message to #general")).to_be_disabled()
    expect(in_the_list(page, "general")).to_contain_text("archived")


def test_after_a_break_the_page_goes_on_by_itself(page: Page, server: PageServer) -> None:
    server.stop()
    link = page.locator("#slack-link")
    expect(link).to_have_text("Not connected")
    expect(page.locator("#slack-problem")).to_contain_text("start it again with “make demo”")
    server.post("Kevin Park", "general", "while you were away")
    server.post("Kevin Park", "random", "there too")
    server.start()

    expect(link).to_have_text("Live")
    expect(message(page, "while you were away")).to_be_visible()
    expect(in_the_list(page, "random").locator(".unread")).to_have_text("1 unread")
    expect(page.locator("#slack-problem")).to_be_hidden()


def test_a_workspace_that_is_set_up_under_ones_eyes_is_shown_as_it_is_then(
    context: BrowserContext,
) -> None:
    workspace = Workspace(time.time)
    server = PageServer(workspace, token="none yet")
    server.start()
    page = context.new_page()
    page.goto(server.url)
    page.locator("#slack-link[data-state=live]").wait_for()
    zoe, max_ = workspace.add_person("Zoë Łuk"), workspace.add_person("Max Ito")
    workspace.add_channel("lobby")
    workspace.direct_message(zoe, max_)
    expect(page.get_by_role("button", name="lobby")).to_be_visible()
    workspace.install_app(zoe)
    server.post("Max Ito", "lobby", "Welcome")

    expect(message(page, "Welcome")).to_be_visible()
    entries = page.get_by_role("navigation", name="Slack conversations").get_by_role("button")
    expect(entries).to_have_text([re.compile("lobby"), "Max Ito"])
    expect(page.get_by_label("Write as").get_by_role("option")).to_have_text(["Max Ito", "Zoë Łuk"])
    page.close()
    server.stop()


def test_an_answer_that_is_an_error_page_is_told(page: Page, server: PageServer) -> None:
    page.route("**/_workspace/messages*", lambda route: route.fulfill(status=500, body="oops"))
    server.post("Kevin Park", "general", "hello")

    expect(page.locator("#slack-problem")).to_contain_text("answered with an error (500)")
    page.unroute_all()
    server.post("Kevin Park", "general", "again")
    expect(page.locator(".message .text")).to_have_text(["hello", "again"])
    expect(page.locator("#slack-problem")).to_be_hidden()


def test_what_fails_in_one_channel_is_told_until_it_works_whatever_works_elsewhere(
    page: Page, server: PageServer
) -> None:
    general = server.workspace.find_conversation("general").id
    page.route(f"**/messages?channel={general}", lambda route: route.fulfill(status=500))
    server.post("Kevin Park", "general", "hello")
    expect(page.locator("#slack-problem")).to_contain_text("answered with an error (500)")
    server.post("Kevin Park", "random", "there")
    expect(in_the_list(page, "random").locator(".unread")).to_have_text("1 unread")
    expect(page.locator("#slack-problem")).to_contain_text("answered with an error (500)")

    page.unroute_all()
    server.post("Kevin Park", "general", "again")
    expect(page.locator("#slack-problem")).to_be_hidden()


def test_slack_fails_on_demand(page: Page, server: PageServer) -> None:
    page.get_by_text("Make Slack fail").click()
    page.get_by_label("What goes wrong").select_option("account_inactive")
    page.get_by_label("In which call").select_option("chat.postMessage")
    page.get_by_role("button", name="Apply").click()
    expect(page.locator("#fault-set")).to_have_text(
        "To come: The account was switched off (account_inactive)"
    )
    say(page, "tell slack to send hello")
    assert "account_inactive" in said(page)[-1]

    page.get_by_role("button", name="Apply").click()
    expect(page.locator("#fault-set")).to_have_text(
        "To come: The account was switched off (account_inactive)"
    )
    page.get_by_role("button", name="Clear").click()
    expect(page.locator("#fault-set")).to_have_text("Slack is well")
    assert server.workspace.faults.waiting == []


def test_every_offered_fault_is_one_that_the_workspace_knows(
    page: Page, server: PageServer
) -> None:
    page.get_by_text("Make Slack fail").click()
    options = page.locator("#fault option").all()
    specs = [str(option.get_attribute("value")) for option in options]
    words = [option.inner_text() for option in options]
    for count, spec in enumerate(specs, start=1):
        page.get_by_label("What goes wrong").select_option(spec)
        page.get_by_role("button", name="Apply").click()
        expect(page.locator("#fault-set")).to_have_text(f"To come: {'; '.join(words[:count])}")

    assert server.workspace.faults.waiting == specs
    expect(page.locator("#fault-problem")).to_be_hidden()


def test_messages_look_as_in_slack(page: Page, server: PageServer) -> None:
    text = "*Cake* is _almost_ ~gone~ `now` :cake: https://example.org\n> says Ana\n```a = 1```"
    server.post("Kevin Park", "general", text)
    shown = page.locator(".message .text")

    for tag, words in (
        ("strong", "Cake"),
        ("em", "almost"),
        ("s", "gone"),
        ("a", "https://example.org"),
        ("blockquote", "says Ana"),
        ("pre code", "a = 1"),
    ):
        expect(shown.locator(tag)).to_have_text(words)
    expect(shown.locator("code").first).to_have_text("now")
    expect(shown).to_contain_text("🍰")


def test_what_looks_like_a_page_stays_text(page: Page, server: PageServer) -> None:
    server.post("Kevin Park", "general", "*<b onmouseover=alert(1)>* <script>alert(1)</script>")
    shown = page.locator(".message .text")
    expect(shown).to_contain_text("<script>alert(1)</script>")
    assert shown.locator("b, script").count() == 0


def test_somebody_reacts_from_the_menu(page: Page, server: PageServer) -> None:
    server.post("Ana Lima", "general", "Shipped")
    page.get_by_label("Write as").select_option("Kevin Park")
    _actions(page, "Shipped", "React with 🎉")
    expect(message(page, "Shipped").locator(".reactions")).to_have_text("🎉 Kevin Park")


def test_what_is_scheduled_stands_below_the_messages(page: Page, server: PageServer) -> None:
    slack = WebClient(server.token, base_url=f"{server.url}/api/", retry_handlers=[])
    general = server.workspace.find_conversation("general")
    at = int(time.time()) + 3600
    slack.chat_scheduleMessage(channel=general.id, text="Lunch is here", post_at=at)
    expect(page.locator("#scheduled li")).to_contain_text("Giselle: Lunch is here")


def test_who_has_left_comes_last_and_is_marked(page: Page, server: PageServer) -> None:
    server.workspace.deactivate(server.workspace.find_person("Kevin Park"))
    directs = page.get_by_role("list", name="Direct messages").get_by_role("button")
    expect(directs).to_have_text(["Ana Lima", re.compile("Kevin Park.*left")])


def test_people_and_channels_are_added(page: Page, server: PageServer) -> None:
    page.get_by_text("Add a channel").click()
    field = page.get_by_label("Name of the new channel")
    field.fill("Release Notes")
    page.keyboard.press("Enter")
    expect(page.locator("#add-channel .notice")).to_contain_text("small letters")
    field.fill("release-notes")
    page.keyboard.press("Enter")
    channels = page.get_by_role("list", name="Channels").get_by_role("button")
    expect(channels.last).to_have_text(re.compile("release-notes"))
    expect(page.locator("#add-channel .notice")).to_be_hidden()

    page.get_by_text("Add a person").click()
    page.get_by_label("Name of the new person").fill("Olu Adeyemi")
    page.keyboard.press("Enter")
    directs = page.get_by_role("list", name="Direct messages").get_by_role("button")
    expect(directs.last).to_have_text(re.compile("Olu Adeyemi"))
    assert server.workspace.find_person("Olu Adeyemi").id
