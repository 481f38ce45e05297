"""A transcript is read line by line; what makes no sense is named with what was expected."""

import pytest
from hypothesis import given, strategies as st

from local.conversations import slack_steps, steps
from local.conversations.notation.grammar import FORMS, NotATranscript, parse
from local.conversations.steps import Setting, Step

KEVINS = "people: Giselle, Kevin Park, Kevin Sato"
EITHER = "kevin may be Kevin Park or Kevin Sato: write the full name"

KEVINS_PLACE = {"place": "@Kevin Park"}
ANA_SAYS_HI = {"author": "Ana", "expected": "hi"}
TWO_SENTENCES = (
    "Sentence 1 says that there is more to come. Sentence 2 says that there is more to come."
)

KINDS = [
    ("you: open slack", steps.Say, {"utterance": "open slack"}),
    ("you: (nothing)", steps.Say, {"utterance": None}),
    ("you: say: 5:30", steps.Say, {"utterance": "say: 5:30"}),
    ("alexa: Sent to ...", steps.Hear, {"expected": "Sent to ..."}),
    (
        "slack #general: Giselle: at 5:30",
        steps.SeePost,
        {"place": "#general", "author": "Giselle", "expected": "at 5:30"},
    ),
    (
        "slack @Kevin: Kevin Park: hi",
        steps.SeePost,
        {"place": "@Kevin Park", "author": "Kevin Park", "expected": "hi"},
    ),
    (
        "slack @ana lima: Giselle: hi",
        steps.SeePost,
        {"place": "@Ana Lima", "author": "Giselle", "expected": "hi"},
    ),
    ("slack @O'Brien: nothing", steps.SeeNothing, {"place": "@O'Brien"}),
    ("slack #ops-2.x: nothing", steps.SeeNothing, {"place": "#ops-2.x"}),
    ("slack #general: Nothing", steps.SeeNothing, {"place": "#general"}),
    (
        "kevin in #general: Break a leg!",
        steps.Write,
        {"person": "Kevin Park", "place": "#general", "text": "Break a leg!"},
    ),
    (
        "kevin park in #general: yes",
        steps.Write,
        {"person": "Kevin Park", "place": "#general", "text": "yes"},
    ),
    (
        "Ana Lima to me: psst",
        steps.Write,
        {"person": "Ana Lima", "place": "@Ana Lima", "text": "psst"},
    ),
    ("ana lima edits: No", steps.Edit, {"person": "Ana Lima", "text": "No"}),
    ("kevin in thread: why?", steps.Write, {"person": "Kevin Park", "place": None, "text": "why?"}),
    ("ana to me: psst", steps.Write, {"person": "Ana Lima", "place": "@Ana Lima", "text": "psst"}),
    ("kevin edits: No", steps.Edit, {"person": "Kevin Park", "text": "No"}),
    ("kevin deletes", steps.Delete, {"person": "Kevin Park"}),
    ("kevin deletes:", steps.Delete, {"person": "Kevin Park"}),
    ("kevin archives: #general", steps.Archive, {"person": "Kevin Park", "place": "#general"}),
    (
        "slack #general now: Giselle: at 5:30",
        slack_steps.SeeNow,
        {"place": "#general", "author": "Giselle", "expected": "at 5:30"},
    ),
    ("slack @Kevin now: Ana: hi", slack_steps.SeeNow, KEVINS_PLACE | ANA_SAYS_HI),
    ("slack @Kevin gone: hi: ho", slack_steps.SeeGone, KEVINS_PLACE | {"expected": "hi: ho"}),
    (
        "slack #general reacted: Ana: :+1:",
        slack_steps.SeeReaction,
        {"place": "#general", "author": "Ana", "emoji": "+1"},
    ),
    (
        "slack #general reacted: Ana: :wave::skin-tone-3:",
        slack_steps.SeeReaction,
        {"place": "#general", "author": "Ana", "emoji": "wave::skin-tone-3"},
    ),
    (
        "slack @Kevin reacted: Nothing",
        slack_steps.SeeReaction,
        KEVINS_PLACE | {"author": None, "emoji": ""},
    ),
    ("slack @Kevin read: hi: ho", slack_steps.SeeRead, KEVINS_PLACE | {"expected": "hi: ho"}),
    ("slack @Kevin read: nothing", slack_steps.SeeRead, KEVINS_PLACE | {"expected": None}),
    (
        "slack scheduled #general: 9:05: at 5:30",
        slack_steps.SeeScheduled,
        {"place": "#general", "at": "09:05", "expected": "at 5:30"},
    ),
    (
        "slack scheduled @Kevin: 2026-11-21 17:00 : hi",
        slack_steps.SeeScheduled,
        KEVINS_PLACE | {"at": "2026-11-21 17:00", "expected": "hi"},
    ),
    (
        "slack scheduled @Kevin: nothing",
        slack_steps.SeeScheduled,
        KEVINS_PLACE | {"at": None, "expected": ""},
    ),
    (
        "kevin in #general (30 times): note {n}",
        steps.Write,
        {"person": "Kevin Park", "place": "#general", "text": "note {n}", "times": 30},
    ),
    (
        "kevin to me (1 time): hi",
        steps.Write,
        {"person": "Kevin Park", "place": "@Kevin Park", "text": "hi"},
    ),
    (
        r"kevin in #general: one\ntwo\n\nfour",
        steps.Write,
        {"person": "Kevin Park", "place": "#general", "text": "one\ntwo\n\nfour"},
    ),
    (
        "kevin in #general: (a long text of 100 characters)",
        steps.Write,
        {"person": "Kevin Park", "place": "#general", "text": TWO_SENTENCES},
    ),
    (r"kevin edits: one\ntwo", steps.Edit, {"person": "Kevin Park", "text": "one\ntwo"}),
    (
        "kevin makes to me: huddle_missed",
        slack_steps.Make,
        {"person": "Kevin Park", "place": "@Kevin Park", "shape": "huddle_missed"},
    ),
    (
        "kevin shares in #general: Roadmap 2027.pdf",
        slack_steps.Share,
        {"person": "Kevin Park", "place": "#general", "file": "Roadmap 2027.pdf"},
    ),
    (
        r"kevin shares to me: a.pdf | Look:\nhere",
        slack_steps.Share,
        {"person": "Kevin Park", **KEVINS_PLACE, "file": "a.pdf", "text": "Look:\nhere"},
    ),
    (
        "ana shares in thread: audio clip of 14 seconds",
        slack_steps.Share,
        {"person": "Ana Lima", "place": None, "file": "audio clip of 14 seconds"},
    ),
    (
        r"bot Jenkins in #general: Build 7: failed\n| api tests | 3 of 214 failed | retry",
        slack_steps.WriteAsBot,
        {
            "name": "Jenkins",
            "place": "#general",
            "text": "Build 7: failed\n",
            "attachment": ("api tests", "3 of 214 failed | retry"),
        },
    ),
    (
        "bot Build Bot in #general: | api tests | 3 of 214 failed",
        slack_steps.WriteAsBot,
        {
            "name": "Build Bot",
            "place": "#general",
            "text": "",
            "attachment": ("api tests", "3 of 214 failed"),
        },
    ),
    ("kevin reacts: :tada:", slack_steps.React, {"person": "Kevin Park", "emoji": "tada"}),
    ("events are lost", slack_steps.LoseEvents, {}),
    ("events arrive", slack_steps.LetEventsArrive, {}),
    ("events come again", slack_steps.RepeatEvents, {}),
    ("slack fails: 429 for 30 s", steps.Fail, {"fault": "429 for 30 s"}),
    ("token revoked", steps.Revoke, {}),
    ("speaking: Another Account", steps.SpeakAs, {"voice": "another account"}),
    ("token renewed", steps.Relink, {}),
    ("later: 10 minutes", steps.Later, {"seconds": 600}),
    ("later: 1 second", steps.Later, {"seconds": 1}),
    ("later: 1.5 hours", steps.Later, {"seconds": 5400}),
    ("later: 2 days", steps.Later, {"seconds": 172_800}),
]

MISTAKES = [
    ("", 1, "nothing is said; a conversation may begin so: you:"),
    ("# only a comment\n\npeople: Giselle", 1, "nothing is said"),
    ("you says hello", 1, "the nearest is 'you: TEXT'"),
    ("alexa says hello", 1, "the nearest is 'alexa: TEXT'"),
    ("you: hi\nbob says hi", 2, "is no line of a transcript; the nearest is '"),
    ("you: hi\n\n# fine\nsqueak", 4, "a line begins as 'you: open slack' does"),
    ("you", 1, "what is said, or (nothing)"),
    ("speaking: my cat", 1, "the owner, another account, a recognized voice"),
    ("you:   ", 1, "what is said, or (nothing)"),
    ("alexa:", 1, "what Alexa says"),
    ("slack general: Ana: hi", 1, "the nearest is 'slack #channel: Author: TEXT'"),
    ("slack #general:", 1, "nothing, or an author and a text: #general: Ana: hi"),
    ("slack #general: hi", 1, "nothing, or an author and a text"),
    ("slack @Kevin: Kevin:", 1, "nothing, or an author and a text: @Kevin: Ana: hi"),
    ("slack fails:", 1, "how Slack fails"),
    ("kevin in general: hi", 1, "the nearest is 'NAME in #channel: TEXT'"),
    ("kevin in #general:", 1, "what is written"),
    ("kevin in thread", 1, "what is written"),
    ("kevin to me:", 1, "what is written"),
    ("kevin to ana: hi", 1, "the nearest is 'NAME to me: TEXT'"),
    ("kevin edits:", 1, "the new text"),
    ("kevin deletes: all", 1, "expected nothing more, but there is 'all'"),
    ("kevin archives:", 1, "a channel"),
    ("token revoked: now", 1, "expected nothing more, but there is 'now'"),
    ("token renewed: xoxp", 1, "expected nothing more"),
    ("later:", 1, "a time such as 10 minutes"),
    ("later: soon", 1, "a time such as 10 minutes"),
    ("later: 10", 1, "a time such as 10 minutes"),
    ("later: -5 minutes", 1, "a time such as 10 minutes"),
    ("later: 5 weeks", 1, "a time such as 10 minutes"),
    ("slack #general now: hi", 1, "an author and a text: #general now: Ana: hi"),
    ("slack #general gone:", 1, "the text of the message that is gone"),
    ("slack #general reacted: Ana", 1, "nothing, or an author and an emoji"),
    ("slack #general reacted: Ana: hip hip", 1, "an emoji after the colon, such as :tada:"),
    ("slack #general read:", 1, "nothing, or the text of the last message that was read"),
    ("slack scheduled #general: soon: hi", 1, "slack scheduled #general: 17:00: hi"),
    ("slack scheduled #general: 17:00", 1, "nothing, or a time and a text"),
    (
        "slack scheduled general: nothing",
        1,
        "the nearest is 'slack scheduled #channel: 17:00: TEXT'",
    ),
    ("kevin in #general (0 times): hi", 1, "from 1 to 1000 times"),
    ("kevin in #general (1001 times): hi", 1, "from 1 to 1000 times"),
    ("kevin in #general (some times): hi", 1, "is no line of a transcript; the nearest is '"),
    ("kevin reacts:", 1, "an emoji after the colon"),
    ("kevin shares in #general:", 1, "a file, such as Roadmap.pdf"),
    ("kevin shares in #general: | hi", 1, "a file, such as Roadmap.pdf"),
    ("bot Jenkins in #general:", 1, "what the bot writes"),
    ("bot Jenkins in #general: Failed | tests", 1, "or that | a title | a text"),
    ("bot Jenkins to me: hi", 1, "nobody is called bot Jenkins"),
    ("events are lost: all", 1, "expected nothing more"),
    ("events come", 1, "the nearest is 'events come again'"),
    ("bob reacts: :tada:", 1, "nobody is called bob"),
    ("bob shares to me: a.pdf", 1, "nobody is called bob"),
    (f"{KEVINS}\nslack #general now: kevin: hi", 2, EITHER),
    (f"{KEVINS}\nslack #general reacted: kevin: :tada:", 2, EITHER),
    (f"{KEVINS}\nslack @Kevin read: hi", 2, "Kevin may be Kevin Park or Kevin Sato"),
    ("timezone:\nyou: hi", 1, "a time zone such as America/New_York"),
    ("timezone: Mars/Olympus\nyou: hi", 1, "America/New_York, not Mars/Olympus"),
    ("timezone: ../../etc\nyou: hi", 1, "a time zone such as America/New_York"),
    ("clock:\nyou: hi", 1, "a time such as 2026-11-20 16:30"),
    ("clock: half past four\nyou: hi", 1, "a time such as 2026-11-20 16:30"),
    ("people:\nyou: hi", 1, "names of people"),
    ("people: , ,\nyou: hi", 1, "names of people"),
    ("people: (speaks)\nyou: hi", 1, "a name before (speaks)"),
    ("people: Ana (speaks), Bo (speaks)\nyou: hi", 1, "only one person speaks"),
    ("people: Ana, Bo (left)\nyou: hi", 1, "(speaks), (deactivated), (bot), not Bo (left)"),
    ("people: Ana, Bo (bot\nyou: hi", 1, "expected a name, then (speaks)"),
    ("people: Ana, (bot)\nyou: hi", 1, "expected a name before (bot)"),
    ("people: Ana, ana\nyou: hi", 1, "ana is there twice"),
    ("people: Ana (speaks) (bot)\nyou: hi", 1, "Ana speaks and can be neither"),
    ("people: Ana (deactivated), Bo\nyou: hi", 1, "Ana speaks and can be neither"),
    ("channels:\nyou: hi", 1, "channel names"),
    ("channels: general, #\nyou: hi", 1, "a channel's name after #"),
    ("default:\nyou: hi", 1, "a channel"),
    ("locale:\nyou: hi", 1, "a locale such as en-US"),
    ("you: hi\nlocale: en-US", 2, "locale: belongs before the first line that is spoken"),
    ("you: hi\nPeople: Ana", 2, "People: belongs before"),
    ("you: hi\nbob in #general: hi", 2, "nobody is called bob; there are Giselle, Kevin Park"),
    ("bob archives: #general", 1, "nobody is called bob"),
    ("people: Bo\nkevin to me: hi", 2, "nobody is called kevin; there are Bo"),
    ("kevin sato to me: hi", 1, "nobody is called kevin sato; there are Giselle, Kevin Park"),
    (f"{KEVINS}\nkevin in #general: hi", 2, EITHER),
    (f"{KEVINS}\nkevin deletes", 2, EITHER),
    (f"{KEVINS}\nslack @Kevin: nothing", 2, "Kevin may be Kevin Park or Kevin Sato"),
    (f"{KEVINS}\nslack #general: kevin: hi", 2, EITHER),
]


def only_step(line: str) -> Step:
    (step,) = parse(f"people: Giselle, Kevin Park, Ana Lima\n{line}").steps
    return step


@pytest.mark.parametrize(("line", "kind", "facts"), KINDS)
def test_each_line_is_the_step_that_it_reads_as(line, kind, facts):
    assert only_step(line) == kind(2, line, **facts)


@pytest.mark.parametrize(("line", "kind", "facts"), KINDS)
def test_case_and_the_space_around_the_colon_are_free(line, kind, facts):
    key, colon, value = line.partition(":")
    spaced = only_step(f"   {key.upper().replace(' ', '   ')} {colon}\t {value}  ")
    assert type(spaced) is kind


@pytest.mark.parametrize(("text", "number", "problem"), MISTAKES)
def test_a_mistake_is_named_with_its_line_and_what_was_expected(text, number, problem):
    with pytest.raises(NotATranscript) as mistake:
        parse(text)
    assert mistake.value.number == number
    assert problem in mistake.value.problem
    assert str(mistake.value) == f"line {number}: {mistake.value.problem}"


def test_every_kind_of_step_has_a_line():
    assert {kind for _, kind, _ in KINDS} == set(Step.__subclasses__())


def test_comments_and_empty_lines_are_nothing_but_count():
    text = "# The demo\n\n   # indented\nyou: hi\n\nalexa: # is not a comment here\n"
    say, hear = parse(text).steps
    assert (say.number, hear.number) == (4, 6)
    assert hear == steps.Hear(6, "alexa: # is not a comment here", "# is not a comment here")


def test_without_settings_it_is_the_world_that_everybody_knows():
    setting = parse("you: hi").setting
    assert setting == Setting()
    assert setting.people == ("Giselle", "Kevin Park", "Ana Lima")
    assert (setting.speaker, setting.default_channel) == ("Giselle", "general")
    assert (setting.channels, setting.locale) == (("general", "random"), "en-US")


@pytest.mark.parametrize(
    ("line", "changed"),
    [
        ("people: Bo Diaz, Zoë", {"people": ("Bo Diaz", "Zoë"), "speaker": "Bo Diaz"}),
        ("people: Bo, Zoë (speaks)", {"people": ("Bo", "Zoë"), "speaker": "Zoë"}),
        ("people: Bo, Zoë  (speaks),", {"people": ("Bo", "Zoë"), "speaker": "Zoë"}),
        (
            "people: Bo Diaz, Zoë (deactivated), Ops  Bot (bot)",
            {
                "people": ("Bo Diaz", "Zoë", "Ops Bot"),
                "speaker": "Bo Diaz",
                "deactivated": ("Zoë",),
                "bots": ("Ops Bot",),
            },
        ),
        (
            "people: Bo (bot) (deactivated), Zoë (speaks)",
            {"people": ("Bo", "Zoë"), "speaker": "Zoë", "deactivated": ("Bo",), "bots": ("Bo",)},
        ),
        ("channels: #ops, lunch", {"channels": ("ops", "lunch"), "default_channel": "ops"}),
        ("channels: lunch, general", {"channels": ("lunch", "general")}),
        ("default: #random", {"default_channel": "random"}),
        ("locale: de-DE", {"locale": "de-DE"}),
        ("timezone: America/New_York", {"timezone": "America/New_York"}),
        ("clock: 2026-11-20 16:30", {"clock": "2026-11-20 16:30"}),
    ],
)
def test_a_setting_changes_what_it_says_and_no_more(line, changed):
    assert vars(parse(f"{line}\nyou: hi").setting) == vars(Setting()) | changed


@pytest.mark.parametrize(
    ("line", "person"),
    [
        ("kevin sato to me: hi", "Kevin Sato"),
        ("KEVIN PARK in #general: hi", "Kevin Park"),
        ("kevin in thread: hi", "Kevin"),
        ("ana edits: hi", "Ana Lima"),
    ],
)
def test_a_full_name_tells_people_apart_who_share_the_first(line, person):
    people = "people: Giselle, Kevin Park, Kevin Sato, Kevin, Ana Lima"
    (step,) = parse(f"{people}\n{line}").steps
    assert step.person == person


@pytest.mark.parametrize(
    ("lines", "begins"),
    [
        ("you: hi", None),
        ("clock: 1970-01-02 00:00\nyou: hi", 86_400),
        ("clock: 2026-11-20 16:30\ntimezone: America/New_York\nyou: hi", 1_795_210_200),
        ("timezone: America/New_York\nclock: 2026-07-20 16:30\nyou: hi", 1_784_579_400),
    ],
)
def test_a_story_begins_when_the_clock_says_it_where_the_speaker_is(lines, begins):
    assert parse(lines).setting.begins_at == begins


@pytest.mark.parametrize("length", [1, 43, 44, 100, 6000])
def test_a_long_text_is_as_many_whole_sentences_as_fit(length):
    (step,) = parse(f"kevin to me: (a long text of {length} characters)").steps
    assert step.text.endswith("to come.")
    assert max(length - 50, 1) < len(step.text) <= max(length, 43)


def test_settings_stand_in_any_order():
    lines = ["channels: ops, lunch", "default: lunch", "people: Bo", "locale: en-GB"]
    forth = parse("\n".join([*lines, "you: hi"])).setting
    back = parse("\n".join([*reversed(lines), "you: hi"])).setting
    assert forth == back
    assert forth.default_channel == "lunch"


lines = st.one_of(
    st.sampled_from([line for line, _, _ in KINDS]),
    st.sampled_from(
        [
            "people: Ana, Bo",
            KEVINS,
            "people: Ana (bot",
            "channels: a",
            "default: a",
            "locale: x",
            "timezone: UTC",
            "clock: 2026-11-20 16:30",
            "# no",
            "",
        ]
    ),
    st.builds(
        "{}:{}".format,
        st.sampled_from(
            [
                *("you", "alexa", "slack", "people", "later", "locale", "token", "kevin"),
                *("timezone", "clock", "bot Jo in #a", "kevin shares to me", "slack scheduled #a"),
            ]
        ),
        st.text(max_size=12),
    ),
    st.text(max_size=30),
)


@given(st.one_of(st.text(), st.lists(lines, max_size=8).map("\n".join)))
def test_any_text_is_a_transcript_or_says_which_line_is_none(text):
    try:
        transcript = parse(text)
    except NotATranscript as found:
        mistake = found
    else:
        numbers = [step.number for step in transcript.steps]
        assert numbers == sorted(set(numbers))
        for step in transcript.steps:
            assert text.splitlines()[step.number - 1].strip() == step.line
        return
    assert 1 <= mistake.number <= max(1, len(text.splitlines()))
    assert mistake.problem


@pytest.mark.parametrize("form", [form for form in FORMS if "NAME" not in form])
def test_a_line_with_a_slip_of_the_finger_is_told_its_form(form):
    head, colon, rest = form.partition(":")
    with pytest.raises(NotATranscript) as refused:
        parse(f"q{head}{colon}{rest}")
    assert f"the nearest is '{form}'" in str(refused.value)


def test_a_line_that_is_too_long_to_show_is_cut():
    with pytest.raises(NotATranscript) as refused:
        parse("word " * 1000)
    assert len(str(refused.value)) < 200
