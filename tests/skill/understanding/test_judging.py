"""When scores are certain, and what a vote of Alexa's counts for."""

from hypothesis import given, strategies as st

from skill.understanding.names.candidate import Candidate, Kind
from skill.understanding.names.resolution import (
    CERTAIN_FROM,
    DOUBTFUL_FROM,
    VOTED_FROM,
    Certainty,
    Resolution,
    judged,
    voted,
)
from tests.skill.understanding.workspace import resolver

SCORES = st.floats(0, 1).map(lambda score: round(score, 3))
CANDIDATES = st.lists(SCORES, max_size=6).map(
    lambda scores: [
        Candidate(f"U{n}", f"Person {n}", Kind.PERSON, score, "") for n, score in enumerate(scores)
    ]
)
IDS = st.frozensets(st.sampled_from([f"U{n}" for n in range(6)]))


@given(CANDIDATES, IDS)
def test_a_judgement_is_never_certain_of_a_tie(found, favourites):
    judgement = judged("name", found, favourites)
    best = max((reading.score for reading in found), default=0.0)
    equal = [reading for reading in found if reading.score == best]
    if judgement.certainty is Certainty.CERTAIN:
        assert len(equal) == 1
        assert judgement.candidates == (equal[0],)
        assert best >= CERTAIN_FROM
    elif judgement.certainty is Certainty.DOUBTFUL:
        assert best >= DOUBTFUL_FROM
        assert judgement.rivals >= len(equal)
        assert 1 <= len(judgement.candidates) <= 3
    else:
        assert best < DOUBTFUL_FROM
        assert judgement.candidates == ()


@given(CANDIDATES, IDS, IDS)
def test_who_was_written_to_changes_the_order_and_nothing_else(found, some, others):
    one, other = judged("name", found, some), judged("name", found, others)
    assert (one.certainty, one.rivals) == (other.certainty, other.rivals)


@given(CANDIDATES, IDS, IDS)
def test_a_vote_settles_a_single_doubt_and_nothing_else(found, favourites, votes):
    judgement = judged("name", found, favourites)
    after = voted(judgement, votes)
    assert after.candidates == judgement.candidates
    if after.certainty is not judgement.certainty:
        assert judgement.is_lone_doubt
        assert judgement.best_score >= VOTED_FROM
        assert after.certainty is Certainty.CERTAIN
        assert after.candidates[0].id in votes


def test_a_vote_for_one_of_two_is_not_heeded():
    known = resolver(votes=frozenset({"U8"}))
    assert known.resolve(("marta",)).certainty is Certainty.DOUBTFUL


def test_a_vote_for_the_only_one_that_is_alike_settles_it():
    lone = Candidate("U1", "Ana", Kind.PERSON, 0.9, "sounds alike")
    doubt = Resolution("anna", Certainty.DOUBTFUL, (lone,), 1)
    assert voted(doubt, frozenset({"U1"})).certainty is Certainty.CERTAIN
    assert voted(doubt, frozenset({"U2"})).certainty is Certainty.DOUBTFUL


def test_a_vote_names_nobody_who_was_not_understood():
    known = resolver(votes=frozenset({"U1"}))
    assert known.resolve(("zebulon",)).certainty is Certainty.UNKNOWN
