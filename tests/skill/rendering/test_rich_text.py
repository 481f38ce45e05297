"""Rich text blocks, as people's own clients send them."""

import pytest

from tests.skill.rendering.told import rich, section, told, words

CODE = {
    "type": "rich_text_preformatted",
    "language": "python",
    "elements": [words("x = 1\n"), {"type": "link", "url": "https://a.bc"}, words("\ny")],
}
QUOTE = {"type": "rich_text_quote", "elements": [words("ship it?")]}


def points(style: str, *items: str, **more) -> dict[str, object]:
    elements = [section(words(item)) for item in items]
    return {"type": "rich_text_list", "style": style, "elements": elements, **more}


@pytest.mark.parametrize(
    ("leaf", "said"),
    [
        ({"type": "user", "user_id": "U1"}, "Kevin Park"),
        ({"type": "user", "user_id": "U9"}, "somebody"),
        ({"type": "channel", "channel_id": "C1"}, "general"),
        ({"type": "usergroup", "usergroup_id": "S1"}, "a group"),
        ({"type": "broadcast", "range": "here"}, "everyone here"),
        ({"type": "broadcast", "range": "channel"}, "everyone in the channel"),
        ({"type": "emoji", "name": "wave", "unicode": "1f44b-1f3fd", "skin_tone": 4},
         ", wave"),
        ({"type": "emoji", "name": "ship-it"}, ", ship it"),
        ({"type": "link", "url": "https://github.com/a"}, ", a link to github dot com"),
        ({"type": "link", "url": "https://github.com/a", "text": "the plan"}, "the plan"),
        ({"type": "date", "timestamp": 1700000000, "format": "{date} at {time}"},
         "November 14, 2023 at 11:13 PM"),
        ({"type": "date", "timestamp": None, "format": "{date}", "fallback": "then"}, "then"),
        ({"type": "color", "value": "#ff0000"}, "ff0000"),
        ({"type": "team", "team_id": "T1"}, "a workspace"),
        ({"type": "of tomorrow", "text": "shiny"}, "shiny"),
        (words("bold", bold=True), "bold"),
        (words("a_b*c", code=True), "a b*c"),
        (words("a &lt; b"), "a < b"),
        (words("a < b & *c*"), "a < b & c"),
        (words("one\ntwo"), "one. two"),
    ],
)  # fmt: skip
def test_each_leaf_is_said(leaf, said):
    assert rich(section(words("x "), leaf)) == f"x {said}".replace(" ,", ",")


def test_pieces_of_a_sentence_stay_together():
    leaves = [words("hi"), words(", "), {"type": "user", "user_id": "U2"}, words("!")]
    assert rich(section(*leaves)) == "hi, ana!"


def test_emoji_in_a_row_are_counted_over_their_elements():
    tada = {"type": "emoji", "name": "tada"}
    assert rich(section(words("yes "), tada, tada, words(" "), tada)) == (
        "yes, three times party popper"
    )


@pytest.mark.parametrize(
    ("elements", "said"),
    [
        ([points("bullet", "a", "b", "c")], "a list of three: a. b. c"),
        ([points("bullet", "a")], "a"),
        ([points("ordered", "a", "b")], "1. a. 2. b"),
        ([points("ordered", "a", offset=4)], "5. a"),
        ([section(words("to do\n")), points("bullet", "a", "b"), section(words("\nthat is all"))],
         "to do. a list of two: a. b. that is all"),
        ([points("bullet", "a", "b"), points("bullet", "c", "d", indent=1), points("bullet", "e")],
         "a list of three: a. b. below that, two: c. d. e"),
        ([points("ordered", "a"), points("bullet", "b", indent=1),
          points("bullet", "c", indent=2), points("ordered", "d", offset=1)],
         "1. a. below that, one: b. below that, one: c. 2. d"),
        ([QUOTE], "quote: ship it?"),
        ([QUOTE, section(words("yes"))], "quote: ship it? End of quote. yes"),
        ([section(words("look")), CODE], "look. a code block of three lines in Python"),
        ([{"type": "rich_text_preformatted", "elements": [words("a")]}],
         "a code block of one line"),
        ([words("loose"), section(words("ends"))], "loose. ends"),
    ],
)  # fmt: skip
def test_lists_quotes_and_code_are_told_as_such(elements, said):
    assert rich(*elements) == said


def test_what_the_text_calls_a_group_or_a_private_channel_is_said_of_the_block_too():
    leaves = [
        {"type": "usergroup", "usergroup_id": "S1"},
        words(" in "),
        {"type": "channel", "channel_id": "C9"},
    ]
    blocks = [{"type": "rich_text", "elements": [section(*leaves)]}]
    written = "<!subteam^S1|@design> in <#C9|secret>"
    assert told({"text": written, "blocks": blocks}) == "the design group in secret"


def test_text_is_said_where_blocks_have_no_words():
    blocks = [{"type": "rich_text", "elements": []}, {"type": "divider"}]
    assert told({"text": "hello", "blocks": blocks}) == "hello"
