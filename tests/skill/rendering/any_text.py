"""Texts of any shape as Slack sends them, and what must hold of what is said of them."""

import re
from xml.etree import ElementTree
from xml.sax.saxutils import unescape

from hypothesis import strategies as st

from skill.speech.ssml import to_ssml

MARKUP = [
    "<@U1>",
    "<@U0ABCDEF1>",
    "<@U9|U9>",
    "<@W1|zoe>",
    "<#C1>",
    "<#C1|general>",
    "<#C0ABCDEF1|>",
    "<!here>",
    "<!channel|@channel>",
    "<!subteam^S1|@devs>",
    "<!subteam^S0ABCDEF1>",
    "<!date^1795132800^{date_long} at {time}|Friday>",
    "<!date^x^{unheard_of}|Friday>",
    "<https://github.com/a?b=c&amp;d=e>",
    "<https://example.com/U0ABCDEF1|the plan>",
    "<http://example.com|example.com>",
    "<mailto:ana@example.com|ana@example.com>",
    "<tel:+15551234567|555>",
    "https://bare.example.org/x",
    ":tada:",
    ":wave::skin-tone-3:",
    ":party-parrot:",
    "🎉",
    "👩🏽‍💻",
    "`code`",
    "`<https://a.bc>`",
    "```two\nlines <@U1>```",
    "*", "_", "~", "`", "```", "\n", "\n&gt; ", "\n&gt;&gt;&gt;", "\n• ", "\n1. ", ":", " ",
    "~<@U1> x~", "~", "(<@U1><@U2>)", "(╯°□°)╯︵ ┻━┻", " :) ", "->",
    "| a | b |", "██", "#12", "3-5",
    'Traceback (most recent call last):\n  x\nKeyError: a\n', '{"a":\n 1}\n', "[a](https://x.y)",
    "&lt;", "&gt;", "&amp;", "&lt;@U0ABCDEF1&gt;", "&lt;!--",
]  # fmt: skip
markup = st.sampled_from(MARKUP)
typed = st.text(st.characters(exclude_characters="<>&"), max_size=20)
texts = st.lists(markup | typed | st.sampled_from(["word", "snake_case", "10:30:45"])).map("".join)
spaced = st.lists(markup | typed).map(" ".join)
LEFT_OVER = re.compile(r"<[@#!]|https?:/|\ue000|\ue001|[UWCS]0ABCDEF1")


def check(said: str) -> None:
    assert said
    ssml = to_ssml(said)
    root = ElementTree.fromstring(f"<speak>{ssml}</speak>")
    assert "".join(root.itertext()) == said
    assert unescape(ssml) == said
    assert not LEFT_OVER.search(said), said
