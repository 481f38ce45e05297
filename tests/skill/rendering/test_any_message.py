"""Whatever Slack can send can be said: no markup, no ids, no addresses, and no word lost."""

import re
from xml.etree import ElementTree

import pytest
from hypothesis import example, given, strategies as st

from skill.rendering.choices import Choices, Saying
from skill.rendering.cutting import MAX_CHARACTERS, answer
from skill.rendering.message import render, spoken
from skill.speech.ssml import to_ssml
from tests.skill.rendering.any_text import check, markup, spaced, texts
from tests.skill.rendering.told import BERLIN, rich, section, text, told, words

DRAWN_OUT = re.compile(r"(.)\1\1", re.IGNORECASE)
choices = st.builds(Choices, *[st.sampled_from(Saying)] * 3)
plain_words = st.lists(
    st.from_regex(r"[a-z]{1,9}", fullmatch=True).filter(lambda word: not DRAWN_OUT.search(word)),
    min_size=1,
    max_size=20,
)


def leaf(written: str) -> dict[str, object]:
    return words(written)


LEAVES = st.one_of(
    st.builds(leaf, texts),
    st.sampled_from(
        [
            {"type": "user", "user_id": "U0ABCDEF1"},
            {"type": "channel", "channel_id": "C0ABCDEF1"},
            {"type": "usergroup", "usergroup_id": "S0ABCDEF1"},
            {"type": "link", "url": "https://a.bc/U0ABCDEF1"},
            {"type": "emoji", "name": "tada"},
            {"type": "text", "text": " <@U1> ", "style": {"code": True}},
        ]
    ),
)


@given(texts | spaced)
@example("&lt;<#C1|#x>")
@example("<\x00@U1>")
@example("<@U0ABCDEF1")
@example("<https://a.bc/de")
def test_any_text_is_said_without_markup_ids_or_addresses(written):
    check(text(written))


@given(texts, choices)
def test_whatever_is_left_out_something_is_said_without_markup(written, wanted):
    check(told({"text": written}, links=wanted.links, code=wanted.code, emoji=wanted.emoji))


@given(st.lists(LEAVES, max_size=6), st.sampled_from(["section", "quote", "preformatted", "list"]))
def test_any_rich_text_is_said_without_markup_ids_or_addresses(leaves, kind):
    element = {"type": f"rich_text_{kind}", "elements": leaves}
    if kind == "list":
        element["elements"] = [section(leaf) for leaf in leaves]
    check(rich(element, section(words("end"))))


@given(texts)
def test_unknown_blocks_attachments_and_files_are_said_without_markup(written):
    check(told({"blocks": [{"type": "of tomorrow", "body": {"text": written}}]}))
    check(told({"attachments": [{"title": written, "fields": [{"value": written}]}]}))
    check(told({"files": [{"title": written}], "username": written}))
    check(told({"blocks": [{"type": "markdown", "text": f"[{written}](https://a.bc)"}]}))


@given(st.text())
def test_arbitrary_text_is_well_formed(written):
    ElementTree.fromstring(f"<speak>{to_ssml(text(written))}</speak>")


@given(
    plain_words, st.sampled_from([" ", "\n", "\n\n", "  ", "\n&gt; ", "\n• ", " <@U1> ", " 🎉 "])
)
def test_every_plain_word_is_said_in_its_order(written, between):
    said = iter(re.findall(r"\w+", text(between.join(written))))
    assert all(word in said for word in written)


@given(plain_words)
def test_plain_words_alone_are_said_as_they_are(written):
    assert text(" ".join(written)) == " ".join(written)
    assert rich(section(words(" ".join(written)))) == " ".join(written)


@given(st.text(st.characters(categories=["L", "Zs"]), min_size=1))
def test_letters_of_every_language_are_said(written):
    if written.split() and not DRAWN_OUT.search(written):
        assert text(written) == " ".join(written.split())


scalars = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8) | markup
KEYS = (
    "text blocks attachments files subtype user username type elements fields title style indent"
    " offset user_profile bot_profile message duration_ms lines accessory language name url rows"
    " call v1 description transcription preview content message_blocks timestamp format"
)
KINDS = (
    "rich_text rich_text_section rich_text_list rich_text_quote rich_text_preformatted text link"
    " user channel date emoji section context image header table video markdown call"
)
keys, kinds = st.sampled_from(KEYS.split()), st.sampled_from(KINDS.split())
values = st.recursive(
    scalars | kinds,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(keys, inner, max_size=5),
    max_leaves=25,
)
typed_objects = st.fixed_dictionaries(
    {"type": kinds, "elements": st.lists(st.dictionaries(keys, values), max_size=3)},
    optional={"text": values, "title": values, "rows": values},
)


@given(values)
def test_json_of_any_shape_never_raises(message):
    assert spoken(message, BERLIN)


@given(st.dictionaries(keys, values), st.lists(typed_objects, max_size=4))
def test_messages_of_any_shape_never_raise(message, blocks):
    given_blocks = {**message, "blocks": blocks, "attachments": [{"blocks": blocks}]}
    assert render(given_blocks, BERLIN).words
    assert render(message, BERLIN).words


def nested(kind: str, depth: int) -> dict[str, object]:
    element = section(words("deep"))
    for _ in range(depth):
        element = {"type": kind, "elements": [element]}
    return element


@pytest.mark.parametrize("kind", ["rich_text", "rich_text_list", "rich_text_quote", "of tomorrow"])
def test_depth_is_no_danger(kind):
    deep = nested(kind, 5000)
    assert told({"blocks": [deep]})
    assert told({"blocks": [{"type": "rich_text", "elements": [deep]}]})


@pytest.mark.parametrize(
    "piece",
    ["a", "*a ", "_", "`", "```", "<", "<@", "&lt;", ":a", ":tada:", "🎉", "@", "a@", "\n&gt;",
     "\n• ", "https://", "- - -\n", "| a ", "[a](", "> ", "www.", "\ue000", "(.", "a.", "x@a."],
)  # fmt: skip
def test_huge_texts_are_said_in_time(piece):
    huge = piece * (25_000 // len(piece))
    assert told({"text": huge})
    assert told({"blocks": [{"type": "markdown", "text": huge}]})
    assert told({"blocks": [{"type": "rich_text", "elements": [section(words(huge))]}]})


@given(st.lists(texts, min_size=1, max_size=4).map("".join), st.integers(1, 200))
def test_an_answer_is_never_longer_than_allowed(written, times):
    parts = answer(text(written * times), BERLIN.phrases)
    assert len(to_ssml(parts.said)) <= MAX_CHARACTERS
