"""A message in the making, as the session remembers it."""

import json

from hypothesis import given, strategies as st

from skill.composing.draft import Choice, Draft
from skill.understanding.names.candidate import Candidate, Kind
from skill.understanding.names.resolution import Certainty, Resolution

NAMES = st.text(max_size=10)
CANDIDATES = st.builds(Candidate, NAMES, NAMES, st.sampled_from(Kind), st.floats(0, 1), NAMES)
SOME = st.lists(CANDIDATES, max_size=3).map(tuple)
CHOICES = st.builds(Choice, NAMES, SOME, st.integers(0, 9))
DRAFTS = st.builds(
    Draft,
    id=NAMES,
    text=st.text(),
    to=SOME,
    choices=st.lists(CHOICES, max_size=3).map(tuple),
    unknown=NAMES,
    whole=st.text(),
    is_bounded=st.booleans(),
    instead=st.text(),
    mentions=SOME,
    learns=st.dictionaries(NAMES, NAMES, max_size=3),
    teaches=NAMES,
    is_doubtful=st.booleans(),
    asked=st.integers(0, 5),
)

KEVIN, SATO, ANA = (
    Candidate(f"U{n}", name, Kind.PERSON, 1.0, "name")
    for n, name in enumerate(["Kevin Park", "Kevin Sato", "Ana Lima"])
)
GENERAL = Candidate("C1", "general", Kind.CHANNEL, 1.0, "name")


def certain(spoken: str, candidate: Candidate) -> Resolution:
    return Resolution(spoken, Certainty.CERTAIN, (candidate,), 1)


def doubtful(spoken: str, *candidates: Candidate) -> Resolution:
    return Resolution(spoken, Certainty.DOUBTFUL, candidates, len(candidates))


def unknown(spoken: str) -> Resolution:
    return Resolution(spoken, Certainty.UNKNOWN, ())


@given(DRAFTS)
def test_a_draft_survives_the_session(draft):
    assert Draft.from_plain(json.loads(json.dumps(draft.plain()))) == draft


def test_recipients_are_sorted_by_how_sure_they_are():
    draft = Draft(text="hi").addressed(
        (certain("ana", ANA), doubtful("kevin", KEVIN, SATO), unknown("zebulon"))
    )
    assert draft.to == (ANA,)
    assert draft.choices == (Choice("kevin", (KEVIN, SATO), 2),)
    assert draft.unknown == "zebulon"
    assert not draft.is_doubtful
    assert draft.text == "hi"


def test_a_name_that_is_only_like_one_other_is_taken_for_it_and_read_back():
    draft = Draft(text="hi").addressed((doubtful("anna", ANA),))
    assert (draft.to, draft.choices, draft.is_doubtful) == ((ANA,), (), True)
    assert draft.learns == {"anna": ANA.id}


def test_new_recipients_take_the_place_of_old_ones():
    draft = Draft(text="hi", to=(KEVIN,), instead="hi to kevin", unknown="zebulon", asked=1)
    changed = draft.addressed((certain("ana", ANA),))
    assert (changed.to, changed.unknown, changed.instead, changed.asked) == ((ANA,), "", "", 0)


def test_what_was_doubtful_stays_doubtful_with_another_recipient():
    assert Draft(text="hi", is_doubtful=True).addressed((certain("ana", ANA),)).is_doubtful


def test_one_answer_settles_one_name():
    draft = Draft(choices=(Choice("kevin", (KEVIN, SATO), 2), Choice("ana", (ANA, SATO), 2)))
    settled = draft.settled(SATO, learn=True)
    assert settled.to == (SATO,)
    assert [choice.spoken for choice in settled.choices] == ["ana"]
    assert (settled.learns, settled.tried) == ({}, {"kevin": SATO.id})
    again = settled.settled(SATO, learn=True)
    assert again.to == (SATO,)
    assert again.choices == ()


def test_somebody_else_than_was_offered_is_not_learned():
    draft = Draft(choices=(Choice("kevin", (KEVIN, SATO), 2),)).settled(GENERAL, learn=False)
    assert (draft.to, draft.learns) == ((GENERAL,), {})


@given(DRAFTS, CANDIDATES, st.booleans())
def test_settling_leaves_text_and_other_names_as_they_are(draft, candidate, learn):
    if draft.choices:
        settled = draft.settled(candidate, learn=learn)
        assert settled.text == draft.text
        assert settled.choices == draft.choices[1:]
        assert settled.to[: len(draft.to)] == draft.to
        assert candidate.id in {recipient.id for recipient in settled.to}
