"""The Echo on the page, in a browser."""

import re

import httpx
import pytest
from playwright.sync_api import Browser, Page, expect

from tests.local.page.conftest import PageServer
from tests.local.page.looking import said, say, tab_to

pytestmark = pytest.mark.browser

ONCE_PAINTED = "() => new Promise(d => requestAnimationFrame(() => requestAnimationFrame(d)))"


def test_the_demo_by_mouse(page: Page, server: PageServer) -> None:
    page.get_by_role("button", name="tell slack to send I'm giving the demo now").click()

    expect(page.locator(".said.alexa")).to_have_text(re.compile("Sent to general"))
    post = page.locator(".message.voice")
    expect(post.locator(".author")).to_have_text("Giselle")
    expect(post.locator(".text")).to_have_text("I'm giving the demo now")
    expect(post.locator(".badge")).to_have_text("by voice")
    assert server.texts("general") == ["I'm giving the demo now"]


def test_the_demo_by_keyboard_alone(page: Page, server: PageServer) -> None:
    tab_to(page, "Skip to the Echo")
    page.keyboard.press("Enter")
    page.keyboard.type("Alexa, tell slack to send hello")
    page.keyboard.press("Enter")
    expect(page.locator(".message .text")).to_have_text("hello")

    tab_to(page, "Write as")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Tab")
    page.keyboard.type("Break a leg!")
    page.keyboard.press("Enter")
    expect(page.locator(".message .author")).to_have_text(["Giselle", "Ana Lima"])

    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_role("menuitem", name="Reply in thread")).to_be_focused()
    page.keyboard.press("End")
    expect(page.get_by_role("menuitem", name="Delete")).to_be_focused()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.keyboard.press("Control+a")
    page.keyboard.type("Good luck!")
    page.keyboard.press("Enter")
    expect(page.locator(".message .text")).to_have_text(["hello", "Good luck!"])
    expect(page.locator(".message .edited").last).to_be_visible()
    assert server.texts("general") == ["hello", "Good luck!"]


def test_the_light_and_its_words_show_what_the_echo_does(page: Page, server: PageServer) -> None:
    state = page.locator("#echo-state")
    expect(state).to_have_text("Idle")

    server.echo.gate.clear()
    page.get_by_label("What you say to Alexa").fill("perhaps")
    page.keyboard.press("Enter")
    expect(state).to_have_text("Thinking…")
    page.get_by_label("What you say to Alexa").fill("too early")
    page.keyboard.press("Enter")
    expect(page.locator("#say-problem")).to_contain_text("Alexa is still answering")
    server.echo.gate.set()
    expect(state).to_have_text("Listening for your answer")
    assert server.echo.heard == ["perhaps"]
    assert said(page) == ["You perhaps", "Alexa Send it?", "If you say nothing: Say yes or no."]

    page.get_by_role("button", name="Say nothing").click()
    expect(state).to_have_text("Idle")
    expect(page.get_by_role("button", name="Say nothing")).to_be_hidden()
    expect(page.get_by_label("What you say to Alexa")).to_be_focused()
    assert said(page)[3:] == ["You (nothing)", "Alexa Say yes or no."]


def test_the_conversation_is_a_live_log(page: Page) -> None:
    log = page.get_by_role("log", name="Conversation with Alexa")

    expect(log).to_have_attribute("aria-live", "polite")
    say(page, "hello")
    expect(log).to_contain_text("You said hello")


def test_an_answer_that_a_device_would_reject_says_why(page: Page) -> None:
    say(page, "too much")

    expect(page.locator(".said.error")).to_have_text(
        "A device would reject this answer:  The speech has 8,001 characters."
    )
    expect(page.locator(".turn-facts")).to_contain_text("rejected")


def test_after_a_rejected_answer_the_end_of_the_session_is_shown_too(page: Page) -> None:
    say(page, "too much")
    page.get_by_text("For Alexa developers").click()

    farewell = page.get_by_role("region", name="Farewell of turn 1")
    expect(farewell).to_contain_text('"type": "SessionEndedRequest"')


def test_what_is_not_for_slack_is_told_with_what_to_say_instead(page: Page) -> None:
    say(page, "what's the weather")
    page.get_by_text("For Alexa developers").click()

    assert said(page)[1:] == [
        "Not for Slack: begin with “tell Slack to …”, “ask Slack …” or “open Slack”."
    ]
    expect(page.locator(".turn-facts")).to_have_text("the skill was not asked")
    expect(page.locator("#developer pre")).to_have_count(0)


def test_a_failed_turn_is_told_and_its_words_are_kept(page: Page) -> None:
    say(page, "explode")

    expect(page.locator(".said.error")).to_contain_text("nobody listens on port 4566")
    expect(page.get_by_label("What you say to Alexa")).to_have_value("explode")
    expect(page.locator("#echo-state")).to_have_text("Idle")


def test_nothing_to_say_is_told_beside_the_field(page: Page, server: PageServer) -> None:
    page.get_by_role("button", name="Say", exact=True).click()

    expect(page.get_by_role("alert")).to_have_text(re.compile("Type what you would say"))
    page.keyboard.type("a")
    expect(page.locator("#say-problem")).to_be_hidden()
    assert server.echo.heard == []


def test_too_long_an_utterance_is_refused_in_words(page: Page) -> None:
    say(page, "a" * 8_001)

    expect(page.locator(".said.error")).to_contain_text("at most 8,000 characters")


def test_a_stack_that_is_gone_is_told_with_what_to_do(page: Page, server: PageServer) -> None:
    server.stop()
    say(page, "hello")

    expect(page.locator(".said.error")).to_contain_text("start it again with “make demo”")


def test_the_arrow_keys_bring_back_what_was_said(page: Page) -> None:
    for utterance in ("one", "two", "two"):
        say(page, utterance)
    field = page.get_by_label("What you say to Alexa")
    field.fill("unfinished")

    recalled = []
    for key in ("ArrowUp", "ArrowUp", "ArrowUp", "ArrowDown", "ArrowDown", "ArrowDown"):
        field.press(key)
        recalled.append(field.input_value())

    assert recalled == ["two", "one", "one", "two", "unfinished", "unfinished"]


def test_markup_and_every_script_are_shown_as_text(page: Page) -> None:
    wild = "<img src=x onerror=alert(1)> & &amp; <b>x</b> 🎉 שלום עולם"
    say(page, wild)

    expect(page.locator(".said.you .words")).to_have_text(wild)
    expect(page.locator(".said.alexa .words")).to_have_text(f"You said {wild}")
    expect(page.locator(".said.alexa .words")).to_have_attribute("dir", "auto")
    assert page.locator("#conversation :is(img, b)").count() == 0


def test_the_developers_fold_has_each_turn_newest_first(page: Page) -> None:
    say(page, "first & <b>")
    say(page, "second")
    page.get_by_text("For Alexa developers").click()

    expect(page.locator("#turn-count")).to_have_text("2 turns")
    expect(page.locator(".turn-words")).to_have_text(["second", "first & <b>"])
    expect(page.locator(".turn-facts").first).to_have_text("SendIntent · 212 ms")
    page.locator(".turn").nth(1).locator("summary").click()
    request = page.get_by_role("region", name="Request of turn 1")
    expect(request).to_contain_text('"value": "first & <b>"')
    expect(request).to_contain_text('"dialogState": null')
    expect(page.get_by_role("region", name="Response of turn 2")).to_contain_text("You said second")


def test_a_request_can_be_copied(page: Page) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    say(page, 'copy "me" \\ é')
    page.get_by_text("For Alexa developers").click()
    page.get_by_role("button", name="Copy the request of turn 1").click()

    expect(page.locator("#announcer")).to_have_text("Request of turn 1 copied.")
    copied = page.evaluate("async () => JSON.parse(await navigator.clipboard.readText())")
    assert copied["request"]["intent"]["slots"]["text"]["value"] == 'copy "me" \\ é'


_EARS = """
  window.SpeechRecognition = class extends EventTarget {
    start() { window.ears = this; }
    stop() { this.dispatchEvent(new Event("end")); }
  };
"""
_MOUTH = """
  window.spoken = [];
  Object.defineProperty(window, "speechSynthesis", {value: {
    speak: (speech) => spoken.push(speech.text), cancel: () => {},
  }});
"""
_DEAF_AND_MUTE = """
  delete window.SpeechRecognition;
  delete window.webkitSpeechRecognition;
  delete window.speechSynthesis;
"""


def test_a_browser_that_can_listen_and_speak_does(page: Page) -> None:
    page.add_init_script(_EARS + _MOUTH)
    page.reload()
    say(page, "quietly")
    page.get_by_role("switch", name="Speak answers").check()
    page.get_by_role("button", name="Speak", exact=True).click()
    stop = page.get_by_role("button", name="Stop listening")
    expect(stop).to_have_attribute("aria-pressed", "true")
    page.evaluate(
        """() => {
          const heard = new Event("result");
          heard.results = [[{transcript: "aloud"}]];
          ears.dispatchEvent(heard);
          ears.stop();
        }"""
    )

    expect(page.locator(".said.alexa")).to_have_count(2)
    expect(stop).to_have_count(0)
    assert page.evaluate("spoken") == ["You said aloud"]
    page.reload()
    expect(page.get_by_role("switch", name="Speak answers")).to_be_checked()


def test_a_microphone_that_may_not_be_used_is_told(page: Page) -> None:
    page.add_init_script(_EARS)
    page.reload()
    page.get_by_role("button", name="Speak", exact=True).click()
    page.evaluate("ears.dispatchEvent(Object.assign(new Event('error'), {error: 'not-allowed'}))")

    expect(page.locator("#say-problem")).to_contain_text("may not use the microphone")


@pytest.mark.usefixtures("page")
def test_a_browser_that_cannot_has_no_such_buttons(browser: Browser, server: PageServer) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.add_init_script(_DEAF_AND_MUTE)
    page.goto(server.url)
    page.locator(".conversations").get_by_role("button", name="general").wait_for()

    assert page.get_by_role("button", name="Speak").count() == 0
    assert page.get_by_role("switch").count() == 0
    say(page, "hello")
    expect(page.locator(".said.alexa")).to_contain_text("You said hello")
    context.close()


def test_what_is_said_elsewhere_appears_and_is_there_after_a_reload(
    page: Page, server: PageServer
) -> None:
    httpx.post(f"{server.url}/echo/say", json={"utterance": "perhaps"}, trust_env=False)

    expect(page.locator(".said.alexa")).to_contain_text("Send it?")
    expect(page.locator("#echo-state")).to_have_text("Listening for your answer")
    expect(page.locator("#turns li")).to_have_count(1)

    page.reload()
    expect(page.locator("#echo-state")).to_have_text("Listening for your answer")
    assert said(page) == ["You perhaps", "Alexa Send it?", "If you say nothing: Say yes or no."]

    # What comes and goes around it takes none of the newest line away.
    conversation = page.locator("#conversation")
    for height in ("160px", "80px", "40px"):
        conversation.evaluate(
            "(box, height) => { box.style = `flex: none; min-height: 0; height: ${height}`; }",
            height,
        )
        conversation.evaluate(ONCE_PAINTED)
        assert (
            conversation.evaluate("box => box.scrollHeight - box.scrollTop - box.clientHeight") < 2
        )


def test_a_stack_that_was_stopped_never_says_that_it_listens(
    page: Page, server: PageServer
) -> None:
    say(page, "perhaps")
    server.stop()
    expect(page.locator("#echo-state")).to_have_text("Not connected")
    expect(page.get_by_role("button", name="Say nothing")).to_be_hidden()

    server.start()
    expect(page.locator("#echo-state")).to_have_text("Idle")
    assert said(page) == []


def test_the_way_of_a_message_is_shown_where_there_is_a_queue(
    page: Page, server: PageServer
) -> None:
    expect(page.locator("#way")).to_be_hidden()
    queue = {"waiting": 1}
    page.route("**/stack/queue", lambda route: route.fulfill(json=queue))
    server.echo.gate.clear()
    page.get_by_label("What you say to Alexa").fill("tell slack to send hello")
    page.keyboard.press("Enter")
    expect(page.locator("#way-queue")).to_have_text("Queue: 1 message")
    queue["waiting"] = 0
    server.echo.gate.set()
    expect(page.locator("#way-queue")).to_have_text("Queue: empty")
    expect(page.locator("#way-slack")).to_contain_text("Slack: arrived")
