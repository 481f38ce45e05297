"""The conversation of the README, on the page, with the stack behind it; and its pictures."""

import os
import re
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Page, ViewportSize, expect, sync_playwright

from local.browser import chromium_executable, launch_arguments
from local.stack.start import RunningStack
from tests.local.page.looking import is_live, message, said, say
from tests.patience import ENDLESS_MILLISECONDS

pytestmark = [pytest.mark.stack, pytest.mark.browser]

DOCS = Path(__file__).parents[2] / "docs"
PHONE: ViewportSize = {"width": 390, "height": 780}
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
"""Whether what was said to the stack before the page was opened stands there."""
MARGIN_PIXELS = 20
PICTURES = {
    ("laptop", "light"): "page.png",
    ("laptop", "dark"): "page-dark.png",
    ("phone", "light"): "page-phone.png",
    ("phone", "dark"): "page-phone-dark.png",
}


def play_the_demo(page: Page, stack: RunningStack) -> None:
    """Type what DESIGN's conversation has, and look at what comes after each line."""
    answers = page.locator("#conversation .said.alexa")
    # What was said to this stack before stands there, too.
    before, lines = answers.count(), len(said(page))
    say(page, "tell slack to send I'm giving the demo now")
    # The other one is as true, where many tests run on one machine.
    expect(answers).to_have_count(before + 1)
    expect(answers.last).to_have_text(re.compile(r"(Sent|On its way) to general\."))
    post = message(page, "I'm giving the demo now")
    expect(post.locator(".author")).to_have_text("Giselle")
    expect(post.locator(".badge")).to_have_text("by voice")
    expect(page.locator("#way-queue")).to_have_text("Queue: empty")
    expect(page.locator("#way-receipt")).to_have_text("Receipt: Slack has it (general)")

    page.get_by_label("Write as").select_option("Kevin Park")
    page.get_by_role("textbox", name="Message to #general").fill("Break a leg!")
    page.keyboard.press("Enter")
    expect(message(page, "Break a leg!").locator(".author")).to_have_text("Kevin Park")
    stack.room.settle()

    say(page, "ask slack for replies")
    expect(answers).to_have_count(before + 2)
    expect(answers.last).to_contain_text("Kevin says: Break a leg!")
    speakers = [line.split()[0] for line in said(page)[lines:]]
    # Alexa listens on after a reading: what she says if nothing is said stands there, too.
    assert speakers == ["You", "Alexa", "You", "Alexa", "If"]


def take_the_pictures(page: Page) -> None:
    """Save the page as it looks on a laptop and on a phone, by day and by night."""
    last_whole = page.locator("#developer").bounding_box()
    assert last_whole is not None
    # Above the last fold, which would be cut through.
    height = last_whole["y"] + last_whole["height"] + MARGIN_PIXELS
    for scheme in SCHEMES:
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        page.screenshot(
            path=DOCS / PICTURES["laptop", scheme],
            clip={"x": 0, "y": 0, "width": 1280, "height": height},
        )
    page.set_viewport_size(PHONE)
    for scheme in SCHEMES:
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        page.screenshot(path=DOCS / PICTURES["phone", scheme])


def let_another_speak(page: Page) -> None:
    """Choose another account at its own Echo, where one person is linked and owns all."""
    page.locator("#speakers summary").click()
    with page.expect_response("**/alexa/speakers"):
        page.locator("#speaker-account").select_option(label="Ana's account")
    expect(page.locator("#speakers-now")).to_contain_text("Ana's desk, Ana's account")
    expect(page.locator("#echo-state")).to_have_text("Idle")
    say(page, "ask slack for replies")
    expect(page.locator("#conversation .said.you .who").last).to_have_text("You (Ana's desk)")
    answers = page.locator("#conversation .said.alexa")
    expect(answers.last).to_contain_text("This Earshot answers only its owner.")


def look(stack: RunningStack) -> list[str]:
    """Open the page, play the demo, perhaps take the picture; return what the page complained."""
    problems: list[str] = []
    with sync_playwright() as playwright:
        arguments = {"executable_path": str(chromium_executable()), "args": launch_arguments()}
        with closing(playwright.chromium.launch(**arguments)) as browser:
            context = browser.new_context(
                viewport={"width": 1280, "height": 800}, locale="en-US", reduced_motion="reduce"
            )
            context.set_default_timeout(ENDLESS_MILLISECONDS)
            expect.set_options(timeout=ENDLESS_MILLISECONDS)
            page = context.new_page()
            page.on("pageerror", lambda error: problems.append(str(error)))
            page.goto(stack.address)
            is_live(page)
            play_the_demo(page, stack)
            if os.environ.get("EARSHOT_SAVE_PICTURE"):
                take_the_pictures(page)
            let_another_speak(page)
    return problems


def test_the_demo_is_played_on_the_page(stack: RunningStack):
    # In a thread of its own: the page's own tests may have their Playwright in this one.
    with ThreadPoolExecutor(1) as thread:
        assert thread.submit(look, stack).result() == []
    general = stack.workspace.find_conversation("#general")
    texts = [message.text for message in stack.workspace.messages(general)]
    assert texts == ["I'm giving the demo now", "Break a leg!"]
