"""Account linking on the local cloud: two people in one room link in a browser, speak, leave."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import replace

import httpx
import pytest
from playwright.sync_api import Page, expect, sync_playwright

from local.browser import chromium_executable, launch_arguments
from local.stack.alexa_accounts import Holder
from local.stack.household import person_id_of
from local.stack.start import RunningStack, started
from tests.local.page.looking import is_live
from tests.patience import ENDLESS_MILLISECONDS, eventually

pytestmark = [pytest.mark.stack, pytest.mark.browser]

NOT_LINKED = "Your Slack is not linked yet."


@pytest.fixture(scope="module")
def several(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningStack]:
    folder = tmp_path_factory.mktemp("several")
    with started(folder, lambda _line: None, accounts=True) as stack:
        yield stack


def say(page: Page, utterance: str) -> str:
    """Say something, and return what Alexa says to it."""
    answers = page.locator("#conversation .said.alexa .words")
    before = answers.count()
    page.get_by_label("What you say to Alexa").fill(utterance)
    page.keyboard.press("Enter")
    expect(answers).to_have_count(before + 1)
    return answers.last.inner_text()


def choose(page: Page, **chosen: str) -> None:
    """Choose who speaks: an account, an echo, a voice."""
    for label, name in chosen.items():
        field = page.locator(f"#speaker-{label}")
        with page.expect_response("**/alexa/speakers"):
            field.select_option(label=name)


def link(page: Page, whose: str, person: str) -> None:
    """Go the whole way as somebody would: our pages, Slack's consent, and back."""
    page.get_by_role("link", name=f"Link {whose}").click()
    page.get_by_role("button", name="Continue to Slack").click()
    page.get_by_label("Signed in as").select_option(label=person)
    page.get_by_role("button", name="Allow").click()
    page.get_by_role("button", name="Finish").click()
    expect(page.get_by_role("heading", name="Linked")).to_be_visible()
    page.get_by_role("link", name="Back to the Echo").click()
    is_live(page)
    expect(page.locator("#speaker-links")).to_contain_text(f"{whose} is linked: ")


def authors(stack: RunningStack, text: str) -> list[str]:
    """Return who posted these words to #general."""
    general = stack.workspace.find_conversation("#general")
    names = stack.workspace.roster.names()
    found = [message for message in stack.workspace.messages(general) if message.text == text]
    return [names[message.user or ""] for message in found]


def two_people_in_one_room(page: Page, stack: RunningStack) -> None:
    page.goto(stack.address)
    is_live(page)
    assert NOT_LINKED in say(page, "ask slack for replies")

    link(page, "Giselle's account", "Giselle")
    assert "to general" in say(page, "tell slack to send I'm giving the demo now")
    choose(page, voice="Kevin Park")
    link(page, "Kevin Park's voice", "Kevin Park")
    assert "to general" in say(page, "tell slack to send lunch is here")
    stack.room.settle()
    assert authors(stack, "I'm giving the demo now") == ["Giselle"]
    assert authors(stack, "lunch is here") == ["Kevin Park"]

    ana, kevin = (stack.workspace.find_person(name) for name in ("Ana Lima", "Kevin Park"))
    place = stack.workspace.direct_message(ana, kevin)
    stack.workspace.post(ana, place, "for Kevin alone")
    stack.room.settle()
    eventually(lambda: "for Kevin alone" in say(page, "ask slack for replies"))
    choose(page, voice="Giselle")
    assert "Kevin alone" not in say(page, "ask slack what did Ana say")
    kevin_renews_and_leaves_by_voice(page, stack)
    choose(page, account="Ana's account")
    assert NOT_LINKED in say(page, "ask slack for replies")

    choose(page, account="Giselle's account")
    page.get_by_role("button", name="Disable the skill").click()
    expect(page.locator("#speaker-links")).to_contain_text("Giselle's account is not linked")
    assert NOT_LINKED in say(page, "tell slack to send nobody hears this")
    eventually(lambda: not stack.workspace.installations.active())


def kevin_renews_and_leaves_by_voice(page: Page, stack: RunningStack) -> None:
    choose(page, voice="Kevin Park")
    people = stack.room._people
    assert people is not None
    holder = Holder("amzn1.ask.account.LOCAL", person_id_of("Kevin Park"))
    before = people.token(holder.user_id, holder.person_id)
    tokens = people._alexa._tokens
    # An hour later, for Alexa: she asks for new tokens before the next request.
    tokens[holder] = replace(tokens[holder], ends=0.0)
    assert "to general" in say(page, "tell slack to send still me")
    stack.room.settle()
    assert authors(stack, "still me") == ["Kevin Park"]
    assert people.token(holder.user_id, holder.person_id) not in {before, None}

    assert "unlink" in say(page, "ask slack to unlink my slack")
    assert "is unlinked" in say(page, "yes")
    installations = stack.workspace.installations
    eventually(lambda: "Kevin Park" not in [one.person.label for one in installations.active()])
    eventually(lambda: "has to be linked" in say(page, "tell slack to send nobody hears this"))
    assert authors(stack, "nobody hears this") == []
    # Where the machine is busy Alexa may have asked already, and have none any more.
    if holder in tokens:
        tokens[holder] = replace(tokens[holder], ends=0.0)
    assert people.token(holder.user_id, holder.person_id) is None
    choose(page, voice="Giselle")


def look(stack: RunningStack) -> list[str]:
    """Play it in a browser; return what the pages complained of."""
    problems: list[str] = []
    with sync_playwright() as playwright:
        arguments = {"executable_path": str(chromium_executable()), "args": launch_arguments()}
        with closing(playwright.chromium.launch(**arguments)) as browser:
            page = browser.new_page(locale="en-US")
            page.set_default_timeout(ENDLESS_MILLISECONDS)
            expect.set_options(timeout=ENDLESS_MILLISECONDS)
            page.on("pageerror", lambda error: problems.append(str(error)))
            two_people_in_one_room(page, stack)
    return problems


def test_two_people_in_one_room_link_speak_and_leave(several: RunningStack):
    # In a thread of its own: the page's own tests may have their Playwright in this one.
    with ThreadPoolExecutor(1) as thread:
        assert thread.submit(look, several).result() == []


def test_nobody_speaks_who_is_not_there(several: RunningStack):
    there = f"{several.address}/alexa/speakers"
    answer = httpx.post(there, json={"account": "amzn1.ask.account.NOBODY"}, trust_env=False)
    assert answer.status_code == 400
    assert "There is no such account here" in answer.json()["error"]
