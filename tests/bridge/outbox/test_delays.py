"""When the next attempt is made, and when the queue may give a record up."""

from hypothesis import given, strategies as st

from bridge.outbox.delays import (
    LEAST_RECEIVES,
    MOST_RECEIVES,
    VISIBILITY_SECONDS,
    most_receives,
    pace,
)

SQS_HIDES_AT_MOST = 43_200
AGES = st.integers(100, 43_200).map(float)


@given(AGES)
def test_what_every_worker_dies_over_is_given_up_within_its_age(age):
    receives = most_receives(age)
    assert LEAST_RECEIVES <= receives <= MOST_RECEIVES
    assert receives * VISIBILITY_SECONDS <= age


@given(AGES, st.integers(0, 86_400))
def test_what_workers_can_decide_about_is_never_given_up_by_the_queue(age, lifetime):
    # The last one is for the worker that gives it up.
    receives = range(1, most_receives(age))
    assert sum(pace(received, lifetime, age) for received in receives) >= lifetime


@given(AGES, st.integers(0, 86_400))
def test_sqs_hides_a_record_for_as_long_as_it_has_to_rest(age, lifetime):
    assert pace(MOST_RECEIVES, lifetime, age) <= SQS_HIDES_AT_MOST


@given(AGES, st.integers(1, MOST_RECEIVES - 1))
def test_what_came_back_often_never_comes_sooner_than_what_came_back_less(age, received):
    assert pace(received, age, age) <= pace(received + 1, age, age)


def test_a_burst_into_one_conversation_is_as_fast_as_slack_lets_it_be():
    assert all(pace(received, 900, 900) == 0 for received in range(1, 23))
    assert pace(23, 900, 900) == 41
