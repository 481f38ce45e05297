"""What is typed, what is kept, and what is seen."""

import pytest
from hypothesis import given, strategies as st

from local.workspace.text.text import as_seen, escape, sent_by_an_app, typed_by_a_person, unescape
from tests.linear.lines_run import lines_run

PEOPLE = {"kevin": "U0KEVIN", "kevin park": "U0KEVIN", "jo-anne o'neil": "U0JO"}
NAMES = {"U0KEVIN": "Kevin Park", "U0JO": "A & B"}
CHANNELS = {"general": "C0GENERAL"}


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("@Kevin Park: hi", "<@U0KEVIN>: hi"),
        ("@kevin's turn", "<@U0KEVIN>'s turn"),
        ("@kevin parks", "<@U0KEVIN> parks"),
        ("@Jo-Anne O'Neil!", "<@U0JO>!"),
        ("@kevinette @nobody a@kevin", "@kevinette @nobody a@kevin"),
        ("@here @Channel @everyone @heresy", "<!here> <!channel> <!everyone> @heresy"),
        ("in #general, #nowhere", "in <#C0GENERAL|general>, #nowhere"),
        ("1 < 2 && <b>", "1 &lt; 2 &amp;&amp; &lt;b&gt;"),
        ("(https://a.example/x?a=1&b=2)", "(<https://a.example/x?a=1&amp;b=2>)"),
        ("example.com/x, e.g. 3.5", "<http://example.com/x|example.com/x>, e.g. 3.5"),
        ("ana@lima.example", "<mailto:ana@lima.example|ana@lima.example>"),
        ("https://a.example/@kevin", "<https://a.example/@kevin>"),
    ],
)
def test_typed_text_gets_the_markup_that_slack_gives_it(typed: str, kept: str) -> None:
    assert typed_by_a_person(typed, PEOPLE, CHANNELS) == kept


@pytest.mark.parametrize(
    ("kept", "seen"),
    [
        ("<@U0KEVIN> &amp; <@U0JO>", "@Kevin Park & @A & B"),
        ("<@U0GONE|gone> <@U0GONE>", "@gone @U0GONE"),
        ("<#C0GENERAL> <#C0X|x>", "#general #x"),
        ("<!here> <!subteam^S1|@team>", "@here @team"),
        ("<!date^1^{date}|Monday>", "Monday"),
        ("<https://a.example|here> <https://a.example?x&amp;y>", "here https://a.example?x&y"),
        ("&lt;@U0KEVIN&gt; &amp;lt;", "<@U0KEVIN> &lt;"),
    ],
)
def test_kept_text_is_seen_without_its_markup(kept: str, seen: str) -> None:
    assert as_seen(kept, NAMES, {"C0GENERAL": "general"}) == seen


@given(st.text())
def test_escaping_is_undone(text: str) -> None:
    assert unescape(escape(text)) == text
    assert not set(escape(text)) & {"<", ">"}


@given(st.text(alphabet=st.sampled_from("ab <>&;@#!|/.:-lgtamp\u202e🎉\x00\n")))
def test_plain_text_is_seen_as_it_was_typed_or_sent(text: str) -> None:
    assert as_seen(typed_by_a_person(text, PEOPLE, CHANNELS), NAMES, {}) == text
    assert as_seen(sent_by_an_app(escape(text)), NAMES, {}) == text


@given(st.text())
def test_what_is_kept_stays_as_it_is_when_it_is_sent_again(text: str) -> None:
    kept = sent_by_an_app(text)
    assert as_seen(sent_by_an_app(kept), {}, {}) == as_seen(kept, {}, {})


@pytest.mark.parametrize("piece", ["a", "a.", "@", "@a", "<", "&", "http://", "a-", "#", "<@U"])
def test_a_longer_text_is_so_much_more_work_and_no_more(piece: str) -> None:
    """What the patterns do is counted in tests/linear."""

    def work(length: int) -> int:
        text = piece * (length // len(piece))
        typed = lines_run(lambda: typed_by_a_person(text, PEOPLE, CHANNELS))
        return typed + lines_run(lambda: as_seen(sent_by_an_app(text), {}, {}))

    assert work(8_000) < 6 * max(work(2_000), 100)
