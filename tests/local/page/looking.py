"""What the browser tests ask of a page, again and again."""

import re
from typing import Any

from playwright.sync_api import Locator, Page, expect

from tests.patience import eventually

_ALL_IS_TOLD = "Number(document.body.dataset.told) >= Number(document.body.dataset.last)"


def is_live(page: Page) -> None:
    """Wait until the page shows Slack, and all that was said before.

    It is asked again from here: the page's policy lets no text be evaluated by what polls inside.
    """
    page.locator("#slack-link[data-state=live]").wait_for()
    assert eventually(lambda: page.evaluate(_ALL_IS_TOLD))


def say(page: Page, utterance: str) -> None:
    """Say something with the keyboard, and wait for the answer."""
    page.get_by_label("What you say to Alexa").fill(utterance)
    page.keyboard.press("Enter")
    expect(page.locator("#echo")).not_to_have_attribute("data-state", "thinking")


def said(page: Page) -> list[str]:
    """Return the lines of the conversation as they are read, white space folded."""
    lines = page.locator("#conversation .said").all_inner_texts()
    return [" ".join(line.split()) for line in lines]


def message(page: Page, text: str) -> Locator:
    """Return the message of exactly this text."""
    exact = re.compile(f"^{re.escape(text)}$")
    own_text = page.locator(":scope > .message-body > .text", has_text=exact)
    return page.locator(".message").filter(has=own_text)


def tab_to(page: Page, name: str, most: int = 60) -> None:
    """Press Tab until the control of this name has the focus."""
    for _ in range(most):
        page.keyboard.press("Tab")
        if focused(page)["name"].startswith(name):
            return
    raise AssertionError(f"Tab does not lead to {name!r}")


def focused(page: Page) -> dict[str, Any]:
    """Return the name of what has the focus, and whether the focus can be seen."""
    answer: dict[str, Any] = page.evaluate(
        """() => {
          const at = document.activeElement;
          const label = at.labels?.[0]?.textContent ?? "";
          const style = getComputedStyle(at);
          return {
            name: (at.getAttribute("aria-label") ?? (label || at.textContent)).trim(),
            tag: at.tagName,
            outlined: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2,
          };
        }"""
    )
    return answer


def too_faint(page: Page) -> list[str]:
    """Return what is written with a contrast under 4.5 to 1 against what lies behind it."""
    answer: list[str] = page.evaluate(
        """() => {
          const canvas = document.createElement("canvas")
            .getContext("2d", {willReadFrequently: true});
          const rgba = (colour) => {
            canvas.clearRect(0, 0, 1, 1);
            canvas.fillStyle = colour;
            canvas.fillRect(0, 0, 1, 1);
            return [...canvas.getImageData(0, 0, 1, 1).data];
          };
          const luminance = (colour) => {
            const [r, g, b] = rgba(colour).map((part) => {
              const c = part / 255;
              return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
            });
            return 0.2126 * r + 0.7152 * g + 0.0722 * b;
          };
          const behind = (element) => {
            for (let at = element; at; at = at.parentElement) {
              const colour = getComputedStyle(at).backgroundColor;
              if (rgba(colour)[3] > 0) return colour;
            }
            return "white";
          };
          const faint = [];
          const judge = (text, front, back) => {
            const [one, other] = [luminance(front), luminance(back)].sort((a, b) => b - a);
            const ratio = (one + 0.05) / (other + 0.05);
            if (ratio < 4.5) faint.push(`${text.slice(0, 30)}: ${ratio.toFixed(2)}`);
          };
          const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
          while (walker.nextNode()) {
            const element = walker.currentNode.parentElement;
            const text = walker.currentNode.textContent.trim();
            const box = element.getBoundingClientRect();
            if (!text || !element.checkVisibility() || box.width < 2) continue;
            judge(text, getComputedStyle(element).color, behind(element));
          }
          for (const field of document.querySelectorAll("[placeholder]")) {
            judge(field.placeholder, getComputedStyle(field, "::placeholder").color, behind(field));
          }
          return faint;
        }"""
    )
    return answer
