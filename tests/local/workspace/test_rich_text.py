"""What Slack's clients send beside the text of what people type."""

from typing import Any

import pytest
from hypothesis import given, strategies as st

from local.workspace import EventOutlet, Workspace
from local.workspace.team.entities import Conversation, Person
from local.workspace.text.leaves import leaves_of
from local.workspace.text.rich_text import rich_text
from local.workspace.text.text import escape


def words(text: str, **style: bool) -> dict[str, Any]:
    return {"type": "text", "text": text} | ({"style": style} if style else {})


def section(*leaves: dict[str, Any]) -> dict[str, Any]:
    return {"type": "rich_text_section", "elements": list(leaves)}


def listed(style: str, *items: str) -> dict[str, Any]:
    sections = [section(words(item)) for item in items]
    return {
        "type": "rich_text_list",
        "style": style,
        "indent": 0,
        "border": 0,
        "elements": sections,
    }


def code(text: str, **more: str) -> dict[str, Any]:
    return {"type": "rich_text_preformatted", "elements": [words(text)], "border": 0, **more}


@pytest.mark.parametrize(
    ("kept", "leaves"),
    [
        ("a &amp; b &lt;c&gt;", [words("a & b <c>")]),
        ("hi <@U1>!", [words("hi "), {"type": "user", "user_id": "U1"}, words("!")]),
        ("<#C1|ops>", [{"type": "channel", "channel_id": "C1"}]),
        ("<!here>", [{"type": "broadcast", "range": "here"}]),
        ("<!subteam^S1|@devs>", [{"type": "usergroup", "usergroup_id": "S1"}]),
        ("<!date^1^{time}|noon>", [words("noon")]),
        ("<https://a.example/?x=1&amp;y>", [{"type": "link", "url": "https://a.example/?x=1&y"}]),
        (
            "<http://a.example|a.example>",
            [{"type": "link", "url": "http://a.example", "text": "a.example"}],
        ),
        (":tada:", [{"type": "emoji", "name": "tada", "unicode": "1f389"}]),
        (
            ":wave::skin-tone-3:",
            [{"type": "emoji", "name": "wave", "skin_tone": 3, "unicode": "1f44b-1f3fc"}],
        ),
        (":+1:", [{"type": "emoji", "name": "+1", "unicode": "1f44d"}]),
        (":partyparrot:", [{"type": "emoji", "name": "partyparrot"}]),
        ("at 10:30:45", [words("at 10:30:45")]),
        ("run `a &amp; b_c_d`", [words("run "), words("a & b_c_d", code=True)]),
        ("*so* _it_ ~is~", None),
        ("snake_case_name 2*3*4", [words("snake_case_name 2*3*4")]),
        (
            "*<@U1> and _us_*",
            [
                {"type": "user", "user_id": "U1", "style": {"bold": True}},
                words(" and ", bold=True),
                words("us", bold=True, italic=True),
            ],
        ),
    ],
)
def test_a_line_has_leaves(kept: str, leaves: list[dict[str, Any]] | None) -> None:
    styled = [words("so", bold=True), words("it", italic=True), words("is", strike=True)]
    expected = leaves or [styled[0], words(" "), styled[1], words(" "), styled[2]]
    assert leaves_of(kept) == expected


@pytest.mark.parametrize(
    ("kept", "text", "elements"),
    [
        ("one\ntwo", "one\ntwo", [section(words("one\ntwo"))]),
        (
            "To do:\n- tea\n• cake\nThat is all",
            "To do:\n• tea\n• cake\nThat is all",
            [
                section(words("To do:\n")),
                listed("bullet", "tea", "cake"),
                section(words("That is all")),
            ],
        ),
        ("1. tea\n2. cake", "1. tea\n2. cake", [listed("ordered", "tea", "cake")]),
        (
            "&gt; to be\n&gt; or not\nWell",
            "&gt; to be\n&gt; or not\nWell",
            [
                {"type": "rich_text_quote", "elements": [words("to be\nor not")]},
                section(words("Well")),
            ],
        ),
        (
            "Look:\n```a &lt; b\n- c```\nFine",
            "Look:\n```a &lt; b\n- c```\nFine",
            [section(words("Look:\n")), code("a < b\n- c"), section(words("Fine"))],
        ),
        (
            "```python\nprint(1)\n```",
            "```print(1)```",
            [code("print(1)", language="python")],
        ),
        ("-5 degrees", "-5 degrees", [section(words("-5 degrees"))]),
    ],
)
def test_lines_make_lists_quotes_and_code(
    kept: str, text: str, elements: list[dict[str, Any]]
) -> None:
    block = {"type": "rich_text", "block_id": "b1", "elements": elements}
    assert rich_text(kept, "b1") == (text, (block,))


def test_no_text_has_no_blocks() -> None:
    assert rich_text("", "b1") == ("", ())


def words_in(element: Any) -> str:
    """Return all words in an element and what is in it."""
    inside = "".join(words_in(child) for child in element.get("elements", ()))
    return str(element.get("text", "")) + str(element.get("name", "")) + inside


@given(st.text(alphabet="ab1 *_~`:-•>\n&<|.", max_size=60))
def test_every_letter_of_any_text_is_in_its_blocks(typed: str) -> None:
    text, blocks = rich_text(escape(typed), "b1")
    names_a_language = any("language" in leaf for block in blocks for leaf in block["elements"])
    if not names_a_language:
        letters = [letter for letter in typed if letter in "ab"]
        assert [
            letter for block in blocks for letter in words_in(block) if letter in "ab"
        ] == letters
        assert text.count("b") == letters.count("b")


def test_what_people_type_comes_with_blocks_and_an_edit_with_others(
    workspace: Workspace, general: Conversation, kevin: Person
) -> None:
    outlet = EventOutlet(workspace, lambda _headers, _body: 200, workspace.clock)
    ts = workspace.post(kevin, general, "@Ana look at `@Ana a.com`").ts
    workspace.edit(general, ts, "Never mind")
    outlet.deliver_due()
    first, changed = (envelope["event"] for envelope in outlet.sent)
    ana = {"type": "user", "user_id": workspace.find_person("Ana").id}
    [block] = first["blocks"]
    assert block["elements"] == [section(ana, words(" look at "), words("@Ana a.com", code=True))]
    assert first["text"] == f"<@{ana['user_id']}> look at `@Ana a.com`"
    [after] = changed["message"]["blocks"]
    assert after["elements"] == [section(words("Never mind"))]
    assert changed["previous_message"]["blocks"] == [block]


def test_what_they_do_and_a_file_alone_have_no_blocks(
    workspace: Workspace, general: Conversation, kevin: Person
) -> None:
    assert workspace.post(kevin, general, "/me waves").blocks == ()
    assert workspace.share(kevin, general, "a.pdf").blocks == ()


def test_a_bot_sends_the_blocks_and_attachments_of_its_own(
    workspace: Workspace, general: Conversation
) -> None:
    header = {"type": "header", "text": {"type": "plain_text", "text": "Build 7"}}
    outlet = EventOutlet(workspace, lambda _headers, _body: 200, workspace.clock)
    workspace.post_as_bot("Jenkins", general, "", blocks=(header,), attachments=({"text": "x"},))
    outlet.deliver_due()
    event = outlet.sent[0]["event"]
    assert (event["subtype"], event["text"]) == ("bot_message", "")
    assert (event["blocks"], event["attachments"]) == ([header], [{"text": "x"}])
