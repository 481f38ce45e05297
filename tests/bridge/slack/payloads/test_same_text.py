"""What Slack makes of a text is the same text; another one is not."""

import pytest
from hypothesis import given, strategies as st

from bridge.slack.payloads.mentions import escaped, is_same, unescaped


@pytest.mark.parametrize(
    ("sent", "found"),
    [
        ("lunch at noon", "lunch at noon"),
        ("see example.com", "see <http://example.com|example.com>"),
        ("see https://example.com/a", "see <https://example.com/a>"),
        ("R&amp;D &lt;now&gt;", "R&amp;D &lt;now&gt;"),
        ("<@U1> ready?", "<@U1> ready?"),
        ("it's “fine”", 'it\'s "fine"'),
        ("!!!", "!!!"),
    ],
)
def test_it_is_the_same(sent, found):
    assert is_same(sent, found)


@pytest.mark.parametrize(
    ("sent", "found"),
    [("lunch", "dinner"), ("lunch", "lunch at noon"), ("!!!", "???"), ("<@U1> hi", "<@U2> hi")],
)
def test_it_is_another(sent, found):
    assert not is_same(sent, found)


@given(st.text())
def test_escaping_is_undone(text):
    assert unescaped(escaped(text)) == text
