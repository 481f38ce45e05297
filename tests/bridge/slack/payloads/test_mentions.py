"""Only the mentions that were asked for become markup; everything else stays what was said."""

import re

import pytest
from hypothesis import given, strategies as st

from bridge.slack.payloads.mentions import with_mentions
from bridge.slack.payloads.shapes import post_of
from local.workspace.text.text import unescape
from postbox.outbox.commands import Mention, SendMessage

SPANS = st.builds(
    Mention,
    st.integers(-3, 30),
    st.integers(-3, 30),
    st.sampled_from(["U1", "W0ABC", "U0XYZ9"]),
)
TEXTS = st.text(st.sampled_from("ab @<>&!é🎉"), max_size=25) | st.text(max_size=25)


def test_a_span_is_posted_as_a_mention_of_its_user():
    text = "ask @Ana Lima & @Kevin"
    assert (
        with_mentions(text, [Mention(4, 13, "U1"), Mention(16, 22, "W2")])
        == "ask <@U1> &amp; <@W2>"
    )


NONSENSE = [
    *(Mention(*span, "U1") for span in [(5, 0), (5, 5), (-1, 5), (0, 99), (9_999_999, 5)]),
    *(Mention(0, 5, nobody) for nobody in ["", "C1", "u1", "U1>", "!here", "U1 ", "U1:0", "U"]),
]


@pytest.mark.parametrize("mention", NONSENSE)
def test_what_is_no_mention_is_posted_as_it_was_said(mention):
    assert with_mentions("hello <!here>", [mention]) == "hello &lt;!here&gt;"


def test_of_two_that_overlap_the_first_counts():
    assert with_mentions("abcdef", [Mention(2, 5, "U2"), Mention(0, 3, "U1")]) == "<@U1>def"


@given(TEXTS, st.lists(SPANS, max_size=4))
def test_taking_the_mentions_out_again_gives_the_text(text, mentions):
    posted = with_mentions(text, mentions)
    found = re.findall(r"<@([UW][A-Z0-9]+)>", posted)
    assert posted.count("<") == posted.count(">") == len(found)
    assert set(found) <= {mention.user_id for mention in mentions}
    pieces = [unescape(piece) for piece in re.split(r"<@[UW][A-Z0-9]+>", posted)]
    position = 0
    for piece in pieces:
        position = text.index(piece, position) + len(piece)
    assert text.startswith(pieces[0])
    assert text.endswith(pieces[-1])


@given(TEXTS)
def test_without_mentions_nothing_is_markup(text):
    posted = with_mentions(text, ())
    assert "<" not in posted
    assert ">" not in posted
    assert unescape(posted) == text


def test_a_post_carries_its_mentions():
    message = SendMessage(
        id="i",
        link_id="l",
        team_id="T",
        conversation_id="C",
        conversation_name="general",
        spoken_at=1.5,
        locale="en-US",
        text="hi @Ana",
        mentions=(Mention(3, 7, "U1"),),
    )
    assert post_of(message)["text"] == "hi <@U1>"
