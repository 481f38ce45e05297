"""The conversation of the README, on the page, with the stack behind it; and its picture."""

import os
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from local.conversations.steps import Setting
from local.stack.start import RunningStack

pytestmark = [pytest.mark.stack, pytest.mark.browser]

PICTURE = Path(__file__).parents[2] / "docs" / "page.png"
PATIENCE = 20_000


@pytest.fixture
def page(running: RunningStack, browser: Browser) -> Page:
    running.room.reset(Setting())
    context = browser.new_context(viewport={"width": 1280, "height": 860}, reduced_motion="reduce")
    context.set_default_timeout(PATIENCE)
    expect.set_options(timeout=PATIENCE)
    page = context.new_page()
    page.goto(running.address)
    return page


def say(page: Page, utterance: str) -> None:
    box = page.get_by_label("What you say to Alexa")
    box.fill(utterance)
    box.press("Enter")


@pytest.mark.timeout(300)
def test_the_demo_is_played_on_the_page(running: RunningStack, page: Page):
    say(page, "tell slack to send I'm giving the demo now")
    echo, slack = page.get_by_role("log"), page.locator("#messages")
    expect(echo).to_contain_text("Sent to general.")
    expect(slack).to_contain_text("I'm giving the demo now")
    page.get_by_label("Write as").select_option(label="Kevin Park")
    message = page.locator("#message")
    message.fill("Break a leg!")
    message.press("Enter")
    expect(slack).to_contain_text("Break a leg!")
    running.room.settle()
    say(page, "ask slack for replies")
    expect(echo).to_contain_text("Kevin says: Break a leg!")
    if os.environ.get("EARSHOT_SAVE_PICTURE"):
        page.screenshot(path=PICTURE)
