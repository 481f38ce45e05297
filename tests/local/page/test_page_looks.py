"""How the page looks and what it is called, in a browser: for every eye, ear and hand."""

import re
from itertools import pairwise
from typing import Literal

import pytest
from playwright.sync_api import FloatRect, Page, ViewportSize, expect

from tests.local.page.conftest import PageServer
from tests.local.page.looking import focused, message, say, too_faint

pytestmark = pytest.mark.browser

PHONE: ViewportSize = {"width": 360, "height": 740}
LAPTOP: ViewportSize = {"width": 1280, "height": 860}
LONG = "https://example.org/" + "averylongword" * 40


def _box(page: Page, selector: str) -> FloatRect:
    box = page.locator(selector).bounding_box()
    assert box is not None
    return box


def _fill(page: Page, server: PageServer) -> None:
    """Bring everything on the page that can be there."""
    say(page, "tell slack to send I'm giving the demo now")
    ts = server.workspace.messages(server.workspace.find_conversation("general"))[0].ts
    server.post("Kevin Park", "general", "Break a leg! 🎉", thread_ts=ts)
    gone = server.post("Kevin Park", "general", "gone")
    server.post("Ana Lima", "general", LONG, thread_ts=gone)
    server.workspace.delete(server.workspace.find_conversation("general"), gone)
    server.post("Kevin Park", "random", "unread")
    expect(page.locator(".unread")).to_be_visible()
    expect(page.locator(".message.gone")).to_be_visible()
    say(page, "too much")
    say(page, "perhaps " + LONG)
    page.get_by_text("For Alexa developers").click()
    page.get_by_text("Make Slack fail").click()
    page.get_by_role("button", name="Send", exact=True).click()
    message(page, "Break a leg! 🎉").get_by_role("button").click()
    page.get_by_role("menuitem", name="Reply in thread").click()


@pytest.mark.parametrize("viewport", [PHONE, LAPTOP], ids=["phone", "laptop"])
def test_all_text_can_be_read(page: Page, server: PageServer, viewport: ViewportSize) -> None:
    page.set_viewport_size(viewport)
    _fill(page, server)
    _is_readable(page, "light")
    _is_readable(page, "dark")


def _is_readable(page: Page, scheme: Literal["light", "dark"]) -> None:
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    assert too_faint(page) == []
    ground = page.evaluate("getComputedStyle(document.body).backgroundColor")
    brightness = sum(int(part) for part in re.findall(r"\d+", ground)[:3])
    assert (brightness > 600) == (scheme == "light")


def test_nothing_sticks_out_at_any_width(page: Page, server: PageServer) -> None:
    _fill(page, server)
    for width in (320, 360, 768, 961, 1280):
        page.set_viewport_size({"width": width, "height": 740})
        assert page.evaluate("document.documentElement.scrollWidth") == width
        wider = page.evaluate(
            """() => [...document.querySelectorAll("main *")]
              .filter((one) => one.checkVisibility() && !one.closest("pre, .unseen, svg"))
              .filter((one) => one.getBoundingClientRect().right > innerWidth + 0.5)
              .map((one) => one.outerHTML.slice(0, 80))"""
        )
        assert (width, wider) == (width, [])


def test_a_phone_has_the_echo_above_slack(page: Page) -> None:
    echo, slack = _box(page, "#echo"), _box(page, "#slack")
    assert echo["y"] == slack["y"]
    assert echo["x"] + echo["width"] <= slack["x"]

    page.set_viewport_size(PHONE)
    echo, slack = _box(page, "#echo"), _box(page, "#slack")
    assert echo["x"] == slack["x"]
    assert echo["y"] + echo["height"] <= slack["y"]


def test_a_menu_at_the_edge_of_a_phone_is_whole(page: Page, server: PageServer) -> None:
    page.set_viewport_size(PHONE)
    for number in range(12):
        server.post("Kevin Park", "general", f"message {number}")
    for number in (0, 5, 11):
        message(page, f"message {number}").get_by_role("button").click()
        box = _box(page, "[role=menu]:not([hidden])")
        assert box["x"] >= 0
        assert box["y"] >= 0
        assert box["x"] + box["width"] <= PHONE["width"]
        assert box["y"] + box["height"] <= PHONE["height"]
        page.keyboard.press("Escape")


def test_everything_has_a_name_and_a_place(page: Page, server: PageServer) -> None:
    _fill(page, server)
    tree = page.locator("body").aria_snapshot()

    named = "button|textbox|combobox|switch|link|region|navigation|log|menu|heading"
    assert re.findall(rf"^ *- (?:{named})(?:$|:| \[).*", tree, re.MULTILINE) == []
    assert tree.count("- main:") == 1
    for landmark in (
        "- banner:",
        '- navigation "Skip links"',
        '- region "Echo"',
        '- log "Conversation with Alexa"',
        '- region "Slack"',
        '- navigation "Slack conversations"',
        '- list "#general"',
        '- region "Behind the scenes"',
        '- switch "Speak answers"',
    ):
        assert landmark in tree, landmark
    assert page.locator("html").get_attribute("lang") == "en"
    ids = page.evaluate("[...document.querySelectorAll('[id]')].map((one) => one.id)")
    assert len(ids) == len(set(ids))


def test_headings_leave_no_level_out(page: Page, server: PageServer) -> None:
    _fill(page, server)
    levels = page.evaluate(
        """[...document.querySelectorAll("h1, h2, h3, h4, h5, h6")]
          .filter((one) => one.checkVisibility()).map((one) => Number(one.tagName[1]))"""
    )

    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_tab_goes_through_everything_and_out_again(page: Page, server: PageServer) -> None:
    _fill(page, server)
    page.get_by_role("link", name="Skip to the Echo").focus()
    stops = [focused(page)]
    for _ in range(80):
        page.keyboard.press("Tab")
        at = focused(page)
        if at["tag"] == "BODY" or at == stops[0]:
            break
        stops.append(at)

    names = [stop["name"] for stop in stops]
    order = [
        "Skip to the Echo",
        "Speak answers",
        "Conversation with Alexa",
        "tell slack to send",
        "What you say",
        "Say",
        "Say nothing",
        "#general",
        "#random",
        "Actions for the message",
        "Leave the thread",
        "Write as",
        "Message to",
        "Send",
        "For Alexa developers",
        "Copy the request",
        "Make Slack fail",
        "What goes wrong",
        "Clear",
    ]
    places: list[int] = []
    for name in order:
        start = places[-1] + 1 if places else 0
        rest = [place for place in range(start, len(names)) if names[place].startswith(name)]
        assert rest, f"{name!r} does not come after {order[: len(places)]} in {names}"
        places.append(rest[0])
    assert len(stops) < 80
    assert [stop["name"] for stop in stops[1:] if not stop["outlined"]] == []


@pytest.mark.parametrize("motion", ["reduce", "no-preference"])
def test_motion_is_only_for_those_who_want_it(
    page: Page, server: PageServer, motion: Literal["reduce", "no-preference"]
) -> None:
    page.emulate_media(reduced_motion=motion)
    server.echo.gate.clear()
    page.get_by_label("What you say to Alexa").fill("hello")
    page.keyboard.press("Enter")
    expect(page.locator("#echo-state")).to_have_text("Thinking…")

    animation = page.locator(".light").evaluate("one => getComputedStyle(one).animationName")
    assert animation == ("none" if motion == "reduce" else "turn")
    server.echo.gate.set()


def test_the_browser_asks_nobody_else(page: Page, server: PageServer) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.reload()
    expect(page.locator("#slack-link")).to_have_text("Live")
    say(page, "hello")

    assert asked
    assert [url for url in asked if not url.startswith(server.url)] == []
