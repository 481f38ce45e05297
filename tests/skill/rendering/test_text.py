"""Text with Slack's markup, as a person would say it."""

import pytest

from skill.rendering.emoji.emoji_table import by_code, split
from skill.rendering.listener import Listener
from skill.rendering.message import spoken
from skill.speech.languages import UnknownLocale
from tests.skill.rendering.told import BERLIN, NAMES, text


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("Break a leg!", "Break a leg!"),
        ("<@U2> can you look?", "ana, can you look?"),
        ("<@U1> and <@U3>", "Kevin Park and Kevin Sato"),
        ("<@U1><@U2>", "Kevin Park and ana"),
        ("<@U4> left", "Zoe left"),
        ("<@U5> is in", "mia is in"),
        ("<@U9|zoe> joined", "zoe joined"),
        ("<@U9|U9> joined", "somebody joined"),
        ("<@U9> joined", "somebody joined"),
        ("&lt;@U0ABCDEF1&gt; as a bot escaped it", "somebody as a bot escaped it"),
        ("<https://a.bc|ask &lt;@U0ABCDEF1&gt;>", "ask somebody"),
        ("cut off: <@U0ABCDEF1", "cut off: somebody"),
        ("see <#C1|general> or <#C1>", "see general or general"),
        ("<#C9> is new", "a channel is new"),
        ("<#C9|> is private", "a channel is private"),
        ("<!here> lunch", "everyone here, lunch"),
        ("<!here|here> lunch", "everyone here, lunch"),
        ("<!channel|@channel> fire", "everyone in the channel, fire"),
        ("<!everyone> hello", "everyone, hello"),
        ("<!subteam^S1|@design> ship", "the design group, ship"),
        ("<!subteam^S1> ship", "a group, ship"),
        ("<!of_tomorrow> x", "of tomorrow, x"),
    ],
)
def test_people_channels_and_groups_are_named(written, said):
    assert text(written) == said


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("<https://github.com/a/b>", "a link to github dot com"),
        ("<https://www.github.com/a|the pull request>", "the pull request"),
        ("<http://example.com|example.com>", "example dot com"),
        ("<http://example.com/a|example.com/a>", "example dot com slash a"),
        ("<https://a.b.co.uk:8443/x?q=1#z>", "a link to a dot b dot co dot uk"),
        ("<http://localhost:3000/x>", "a link to localhost"),
        ("<https://xn--mnchen-3ya.de/>", "a link to münchen dot de"),
        ("<http://[::1]:80/>", "a link"),
        ("<https://x.org|→>", "a link to x dot org"),
        ("<https://x.org|R&amp;D &lt;plan&gt;>", "R&D plan"),
        ("<https://x.org|done :tada:>", "done, party popper"),
        ("<slack://user?team=T1>", "a link to user"),
        ("in plain https://foo.com/bar, and www.x.org/a.", "in plain a link to foo dot com, and "
         "a link to x dot org."),
        ("cut off: <https://foo.com/ba", "cut off: a link to foo dot com"),
        ("<mailto:ana@example.com|ana@example.com>", "ana at example dot com"),
        ("<mailto:ana@example.com|write to Ana>", "write to Ana"),
        ("<mailto:a.b@c.de?subject=x>", "a dot b at c dot de"),
        ("mail a.b@c.de now", "mail a dot b at c dot de now"),
        ("<tel:+15551234567|+15551234567>", "+1 5 5 5 1 2 3 4 5 6 7"),
        ("<tel:+15551234567|the desk>", "the desk"),
    ],
)  # fmt: skip
def test_links_are_told_by_their_words_or_site(written, said):
    assert text(written) == said


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("*bold* _soft_ ~gone~ `code`", "bold soft code"),
        ("*_~all~_* _*b*_ **md** __x__", "b md x"),
        ("*see <@U1>* *<#C1>*", "see Kevin Park general"),
        ("2*3*4 and snake_case_name", "2*3*4 and snake case name"),
        ("5 * 3 * 2 _ and ~5", "5 times 3 times 2 and about 5"),
        ("*two\nlines*", "*two. lines*"),
        ("a &lt; b &amp;&amp; c &gt; d", "a < b and c > d"),
        ("&amp;lt; is undone once", "&lt; is undone once"),
        ("&lt;!-- a comment", "< !-- a comment"),
        ("one\ntwo!\nthree,\nfour", "one. two! three, four"),
        ("one\r\n\r\n\r\ntwo", "one. two"),
        ("a\x00b \ud800c", "ab c"),
        ("שלום <@U2>", "שלום ana"),
    ],
)
def test_styles_are_lost_and_words_are_not(written, said):
    assert text(written) == said


@pytest.mark.parametrize("mark", ["\u200b", "\u202e", "\u2066", "\u00ad", "\ufeff"], ids=ascii)
@pytest.mark.parametrize(
    "written", ["<@U2> can you look?", "see https://foo.com/bar", "*so* :tada: &amp;", "- a\n- b"]
)
def test_what_nobody_sees_changes_nothing_wherever_it_stands(written, mark):
    told = {text(f"{written[:at]}{mark}{written[at:]}") for at in range(len(written) + 1)}
    assert told == {text(written)}


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("look:\n```one\ntwo```", "look: a code block of two lines"),
        ("```x = 1```", "a code block of one line"),
        ("```\n" + "x\n" * 12 + "```", "a code block of twelve lines"),
        ("```" + "x\n" * 13 + "```", "a code block of 13 lines"),
        ("```python\nx = 1\n```", "a code block of one line in Python"),
        ("```hello\nx```", "a code block of two lines"),
        ("``` ```", "an empty code block"),
        ("run `git push --force` now", "run git push dash dash force now"),
        ("`a &lt; b` and `:x:` and `<https://a.bc|x>`", "a < b and :x: and x"),
        ("`<@U1>` but not ` alone", "Kevin Park but not alone"),
    ],
)
def test_code_is_told_by_its_size(written, said):
    assert text(written) == said


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("&gt; ship it?", "quote: ship it?"),
        ("&gt; ship it?\nyes", "quote: ship it? End of quote. yes"),
        ("&gt; one\n&gt; two\nthree", "quote: one. two. End of quote. three"),
        ("see\n&gt; one", "see. quote: one"),
        ("&gt;&gt;&gt; all\nof this", "quote: all. of this"),
        ("a &gt; b", "a > b"),
        ("• one\n• two\n• three", "a list of three: one. two. three"),
        ("• one\n• two\n    ◦ a\n    ◦ b\n• three",
         "a list of three: one. two. below that, two: a. b. three"),
        ("• one alone", "one alone"),
        ("to do:\n- a\n- b\nthat is all", "to do: a list of two: a. b. that is all"),
        ("- 5 degrees", "- 5 degrees"),
        ("1. one\n2. two", "1. one. 2. two"),
        ("&gt; • a\n&gt; • b", "quote: a list of two: a. b"),
    ],
)  # fmt: skip
def test_quotes_and_lists_are_told_as_such(written, said):
    assert text(written) == said


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("done :tada:", "done, party popper"),
        ("done :tada:!", "done, party popper!"),
        ("yes 🎉", "yes, party popper"),
        ("yes🎉now", "yes, party popper, now"),
        ("(🎉)", "(party popper)"),
        ("hi :wave::skin-tone-3:", "hi, wave"),
        ("👍🏽 👩🏽‍💻 ❤️", "thumbs up, woman technologist, heart"),
        (":+1: :100: :white_check_mark:", "thumbs up, one hundred, check mark"),
        (":flag-de: 🇺🇸", "Germany flag, United States flag"),
        (":partyparrot: :ship_it-now:", "partyparrot, ship it now"),
        (":tada::tada::tada:", "three times party popper"),
        ("🎉 :tada: 🎉 🔥", "three times party popper, fire"),
        ("🎉🔥👍❤️🚀🚀", "party popper, fire, thumbs up and three more emoji"),
        ("1️⃣ first", "one, first"),
        ("from \U0001faff", "from, an emoji"),
        ("at 10:30:45 sharp", "at 10:30:45 sharp"),
        ("std::map::x key:value:more 1:2:3", "std::map::x key:value:more 1:2:3"),
        ("a:key:b but yes:tada:", "a:key:b but yes, party popper"),
        ("Note:THIS: is :Not: one", "Note:THIS: is :Not: one"),
        ("© ° 日本 ✓", "© ° 日本"),
    ],
)
def test_emoji_are_said_by_their_names(written, said):
    assert text(written) == said


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("{date_long} at {time}", "Tuesday, November 14, 2023 at 11:13 PM"),
        ("{date_num} {time_secs}", "November 14, 2023 11:13:20 PM"),
        ("{date_short_pretty}", "November 14, 2023"),
        ("{ago}", "November 14, 2023"),
        ("{of_tomorrow}", "then"),
    ],
)
def test_dates_are_said_in_the_listeners_time_zone(written, said):
    assert text(f"<!date^1700000000^{written}^https://a.bc|then>") == said


@pytest.mark.parametrize(
    ("seconds", "pattern", "said"),
    [
        (0, "{date_pretty} at {time}", "today at 1:00 PM"),
        (86400, "{date_short_pretty}", "tomorrow"),
        (-86400, "{date_long_pretty}", "yesterday"),
        (-86400 * 3, "{date_long_pretty}", "Tuesday, November 17"),
        (0, "{ago}", "just now"),
        (-300, "{ago}", "five minutes ago"),
        (5400, "{ago}", "in one hour and 30 minutes"),
        (-86400 * 3, "{ago}", "three days ago"),
    ],
)
def test_dates_near_now_are_said_as_that(seconds, pattern, said):
    assert text(f"<!date^{1795176000 + seconds}^{pattern}|then>") == said


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("<!date^1700000000^{date}|Nov 14>", "Nov 14"),
        ("<!date^1700000000^{date}>", "a date"),
    ],
)
def test_without_a_time_zone_dates_are_said_as_sent(written, said):
    assert spoken({"text": written}, Listener(NAMES, BERLIN.phrases)) == said


@pytest.mark.parametrize("timestamp", ["x", "", "1e300", "-1e15", "nan"])
def test_a_date_that_makes_no_sense_is_said_as_sent(timestamp):
    assert text(f"<!date^{timestamp}^{{date}}|then>") == "then"


@pytest.mark.parametrize("locale", ["xx-XX", "de-DE", ""])
def test_emoji_have_no_names_in_a_language_that_is_not_spoken(locale):
    for ask in (by_code, split):
        with pytest.raises(UnknownLocale):
            ask("tada", locale)
