"""Whatever is dictated is understood somehow, and no character of it is lost."""

from hypothesis import given, strategies as st

from skill.understanding.carrier import Carrier
from skill.understanding.explaining import Explainer
from skill.understanding.phrase import Phrase
from skill.understanding.understood import PhraseOutcome
from tests.skill.understanding.workspace import (
    TEAM,
    alias,
    resolver,
    said_after_send,
    understanding,
)

UNDERSTANDING = understanding()
WITH_ALIASES = understanding(aliases={"boss": alias("U2", "Ana Lima"), "to": alias("U1", "Kevin")})

NAMES = """
    kevin park ana lima steven thomson marta stone sato zebulon kaven general random dev ops
    dash q three planning eng infra help desk us marketing boss research development old bob
    O'Brien José
"""
LITTLE = """
    to in into on over the a my and plus at that saying say says know message note dm channel
    channels room group with chat please instead mention tag following it everyone i'm we're is
    going talk give keys tell him them quick new
"""
MARKS = st.sampled_from([",", "…", " ", "\n", "!", "-", "_", "@", "#general", "<!here>", "🎉", "7"])
WORDS = st.sampled_from(NAMES.split()) | st.sampled_from(LITTLE.split())
PHRASES = st.lists(WORDS | MARKS | st.text(max_size=6), max_size=14).map(" ".join)
CARRIERS = st.sampled_from(Carrier)


@given(PHRASES | st.text(), CARRIERS)
def test_every_word_of_a_phrase_is_accounted_for(phrase, carrier):
    for reader in (UNDERSTANDING, WITH_ALIASES):
        verdict = reader.judge(phrase, carrier)
        assert reader.understand(phrase, carrier).phrase == phrase
        for weighed in verdict.readings:
            number = len(Phrase(weighed.phrase))
            assert None not in weighed.reading.roles(number)


@given(PHRASES, CARRIERS)
def test_outcome_and_recipients_agree(phrase, carrier):
    understood = UNDERSTANDING.understand(phrase, carrier)
    found = understood.resolutions
    if understood.outcome is PhraseOutcome.DEFAULT:
        assert not found
    elif understood.outcome is PhraseOutcome.CERTAIN:
        assert all(len(resolution.candidates) == resolution.rivals == 1 for resolution in found)
        ids = [resolution.candidates[0].id for resolution in found]
        assert len(ids) == len(set(ids))
    for mention in understood.mentions:
        assert TEAM.people[mention.id].reachable
    for candidate in (one for resolution in found for one in resolution.candidates):
        assert candidate.id in TEAM.conversations or TEAM.people[candidate.id].reachable


@given(PHRASES, CARRIERS)
def test_the_same_phrase_is_always_understood_the_same(phrase, carrier):
    afresh = understanding().understand(phrase, carrier)
    assert afresh == UNDERSTANDING.understand(phrase, carrier)


@given(PHRASES, CARRIERS)
def test_capitals_make_no_difference_to_who_it_is_for(phrase, carrier):
    plain = UNDERSTANDING.understand(phrase.lower(), carrier)
    shouted = UNDERSTANDING.understand(phrase.lower().upper(), carrier)
    if len(phrase.lower().upper().lower()) == len(phrase) and phrase.isascii():
        assert shouted.resolutions == plain.resolutions


@given(PHRASES)
def test_any_name_resolves_to_something(phrase):
    found = resolver().resolve(tuple(phrase.casefold().split()))
    assert len(found.candidates) <= found.rivals or not found.candidates


@given(st.sampled_from(["send", "tell", "post", "alexa tell slack to", ""]), PHRASES)
def test_every_utterance_can_be_explained(carrier, phrase):
    utterance = f"{carrier} {phrase}".strip()
    explained = Explainer(TEAM, "general").explain(utterance)
    assert explained.phrase == utterance
    assert not explained.text or explained.outcome in set(PhraseOutcome)


def test_three_thousand_words_are_understood_too():
    phrase = "to kevin and " * 1000
    assert said_after_send(phrase).phrase == phrase
