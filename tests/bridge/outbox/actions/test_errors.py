"""What Slack's error codes mean for each kind of action."""

import pytest
from hypothesis import given, strategies as st

from bridge.outbox.actions.errors import judge_action
from bridge.slack.verdicts import Act, judge
from postbox.outbox.action_kind import ActionKind
from postbox.outbox.receipt import FailureReason

KINDS = list(ActionKind)


@pytest.mark.parametrize(
    ("kind", "code"),
    [(ActionKind.REACT, "already_reacted"), (ActionKind.UNSEND, "message_not_found")],
)
def test_what_is_as_it_was_to_be_is_done(kind, code):
    assert judge_action(kind, code).act is Act.DONE


@pytest.mark.parametrize(
    ("kind", "reason", "codes"),
    [
        (ActionKind.REACT, FailureReason.GONE, "message_not_found bad_timestamp"),
        (ActionKind.REACT, FailureReason.NO_SUCH_EMOJI, "invalid_name"),
        (ActionKind.REACT, FailureReason.NOT_ALLOWED, "too_many_emoji restricted_action"),
        (ActionKind.REACT, FailureReason.PERMISSION, "missing_scope"),
        (ActionKind.EDIT, FailureReason.GONE, "message_not_found"),
        (ActionKind.EDIT, FailureReason.NOT_ALLOWED, "cant_update_message edit_window_closed"),
        (ActionKind.EDIT, FailureReason.TOO_LONG, "msg_too_long"),
        (ActionKind.UNSEND, FailureReason.NOT_ALLOWED, "cant_delete_message"),
        (ActionKind.SCHEDULE, FailureReason.RESTRICTED, "restricted_action"),
        (ActionKind.SCHEDULE, FailureReason.NOT_A_MEMBER, "not_in_channel"),
        (ActionKind.SCHEDULE, FailureReason.TOO_FAR, "time_too_far"),
        (ActionKind.SCHEDULE, FailureReason.TOO_MANY, "restricted_too_many"),
        (ActionKind.SCHEDULE, FailureReason.TIME_PASSED, "time_in_past"),
        (ActionKind.UNSCHEDULE, FailureReason.TOO_LATE, "invalid_scheduled_message_id"),
        (ActionKind.UNSCHEDULE, FailureReason.OTHER, "something_new"),
    ],
)
def test_what_ends_an_action_has_its_reason(kind, reason, codes):
    for code in codes.split():
        verdict = judge_action(kind, code)
        assert (verdict.act, verdict.reason) == (Act.GIVE_UP, reason)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    "code", ["ratelimited", "fatal_error", "team_added_to_org", "token_revoked", "invalid_auth"]
)
def test_what_says_nothing_of_the_action_means_what_it_means_for_a_post(kind, code):
    assert judge_action(kind, code) == judge(code)


@given(st.sampled_from(KINDS), st.text())
def test_any_other_code_is_final_with_a_reason(kind, code):
    verdict = judge_action(kind, code)
    assert (verdict.act is Act.GIVE_UP) == (verdict.reason is not None)
