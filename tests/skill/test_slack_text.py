"""Slack's text as a person would say it."""

import pytest
from hypothesis import given, strategies as st

from mailbox.directory import Conversation, Directory, Person
from skill.reading.names import SpokenNames
from skill.reading.slack_text import spoken

NAMES = SpokenNames(
    Directory.of(
        [Person("U1", "Kevin Park"), Person("U2", "Ana Lima", "ana"), Person("U3", "Kevin Sato")],
        [Conversation("C1", "general", "channel"), Conversation("D1", "", "im", "U2")],
    )
)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Break a leg!", "Break a leg!"),
        ("<@U2> can you look?", "ana can you look?"),
        ("<@U1> and <@U3>", "Kevin Park and Kevin Sato"),
        ("<@U9|zoe> joined", "zoe joined"),
        ("<@U9> joined", "somebody joined"),
        ("see <#C1|general> or <#C1>", "see general or general"),
        ("<#C9> is new", "a channel is new"),
        ("<!here> lunch", "everyone here lunch"),
        ("<!channel|@channel> fire", "the channel fire"),
        ("<!subteam^S1|@devs> ship", "devs ship"),
        ("<!subteam^S1> ship", "a group ship"),
        ("<!date^1700000000^{date}|Nov 14> ok", "Nov 14 ok"),
        ("<https://github.com/a/b/pull/5>", "a link to github dot com"),
        ("<https://www.github.com/a|the pull request>", "the pull request"),
        ("<http://example.com|example.com>", "a link to example dot com"),
        ("<mailto:ana@example.com|ana@example.com>", "ana@example.com"),
        ("*bold* _soft_ ~gone~ `code`", "bold soft gone code"),
        ("2*3*4 and snake_case_name", "2*3*4 and snake_case_name"),
        ("&gt; quoted\nanswer", "quoted\nanswer"),
        ("a &lt; b &amp;&amp; c &gt; d", "a < b && c > d"),
        ("&amp;lt; stays escaped once", "&lt; stays escaped once"),
        ("look:\n```one\ntwo```", "look:\n a code block of 2 lines"),
        ("```x = 1```", "a code block of one line"),
        ("done :tada:", "done party popper"),
        ("hi :wave::skin-tone-3:", "hi waving hand"),
        (":partyparrot: yes", "partyparrot yes"),
        ("at 10:30:15 sharp", "at 10:30:15 sharp"),
        ("yes 🎉", "yes party popper"),
        ("שלום <@U2>", "שלום ana"),
    ],
)
def test_text_is_said_as_a_person_would(text, said):
    assert spoken(text, NAMES) == said


def test_people_who_share_a_first_name_are_called_by_their_full_names():
    assert NAMES.person("U1") == "Kevin Park"
    assert NAMES.person("U3") == "Kevin Sato"


def test_a_direct_message_is_called_after_the_other_person():
    assert NAMES.conversation("D1") == "ana"
    assert NAMES.conversation("C9") is None


targets = ["@U1", "@U9", "#C1", "#C9", "!here", "!subteam^S1", "!date^1^{x}", "https://a.bc/d"]
labels = st.just("") | st.from_regex(r"[|][\w .-]{1,10}", fullmatch=True)
entities = st.builds("<{}{}>".format, st.sampled_from(targets), labels)
plain = st.text(st.characters(exclude_characters="<>&"), max_size=20)


@given(st.lists(entities | plain, max_size=8).map(" ".join))
def test_nothing_that_slack_sends_leaves_markup_or_ids(text):
    said = spoken(text, NAMES)
    assert "<" not in said
    assert "https://" not in said or "https://" in text.replace("<https://", "")


@given(st.text(max_size=100))
def test_any_text_can_be_said(text):
    spoken(text, NAMES)


@given(st.lists(st.from_regex(r"[a-z]{1,9}", fullmatch=True), min_size=1, max_size=20))
def test_every_plain_word_is_said(words):
    assert spoken(" ".join(words), NAMES).split() == words
