"""Messages that were made to be slow to read are read like all others."""

import pytest

from tests.inbox.looking import Looking


@pytest.mark.parametrize(
    "text",
    [
        "-" * 60 + " Forwarded message",
        "-" * 11_000 + " end",
        "- " * 5_000 + "end",
        "# " + " " * 11_000 + "end",
        "| " + " " * 11_000 + "end",
        "|" + "---|" * 2_500 + "end",
        " " * 11_000 + "end",
        "[" * 11_000,
        "> " * 5_000 + "end",
        "a@" * 5_000,
        ":a" * 5_000,
    ],
    ids=lambda text: f"{len(text)} of {text[:4]!r}",
)
@pytest.mark.parametrize("kind", ["markdown", "mrkdwn"])
def test_a_text_that_repeats_itself_keeps_no_reading_from_going_on(
    world: Looking, kind: str, text: str
):
    block: dict[str, object] = {"type": "markdown", "text": text}
    if kind == "mrkdwn":
        block = {"type": "section", "text": {"type": "mrkdwn", "text": text}}
    world.tell(world.message("Kevin", "@Kevin", "", world.ts(), blocks=[block]))
    heard = world.say("ask slack for replies")
    assert heard.startswith("Kevin says"), heard[:200]
