"""What Slack's error codes mean for each kind of command."""

import pytest
from hypothesis import given, strategies as st

from bridge.slack.verdicts import Act, judge
from postbox.outbox.commands import CommandKind
from postbox.outbox.receipt import FailureReason

KINDS = list(CommandKind)


@pytest.mark.parametrize(
    ("kind", "code"),
    [
        (CommandKind.ADD_REACTION, "already_reacted"),
        (CommandKind.DELETE_MESSAGE, "message_not_found"),
    ],
)
def test_what_is_as_it_was_to_be_is_done(kind, code):
    assert judge(code, kind).act is Act.DONE


@pytest.mark.parametrize(
    ("kind", "reason", "codes"),
    [
        (CommandKind.ADD_REACTION, FailureReason.GONE, "message_not_found bad_timestamp"),
        (CommandKind.ADD_REACTION, FailureReason.NO_SUCH_EMOJI, "invalid_name"),
        (CommandKind.ADD_REACTION, FailureReason.NOT_ALLOWED, "too_many_emoji restricted_action"),
        (CommandKind.ADD_REACTION, FailureReason.PERMISSION, "missing_scope"),
        (CommandKind.UPDATE_MESSAGE, FailureReason.GONE, "message_not_found"),
        (
            CommandKind.UPDATE_MESSAGE,
            FailureReason.NOT_ALLOWED,
            "cant_update_message edit_window_closed",
        ),
        (CommandKind.UPDATE_MESSAGE, FailureReason.TOO_LONG, "msg_too_long"),
        (CommandKind.DELETE_MESSAGE, FailureReason.NOT_ALLOWED, "cant_delete_message"),
        (CommandKind.SCHEDULE_MESSAGE, FailureReason.RESTRICTED, "restricted_action"),
        (CommandKind.SCHEDULE_MESSAGE, FailureReason.NOT_A_MEMBER, "not_in_channel"),
        (CommandKind.SCHEDULE_MESSAGE, FailureReason.TOO_FAR, "time_too_far"),
        (CommandKind.SCHEDULE_MESSAGE, FailureReason.TOO_MANY, "restricted_too_many"),
        (CommandKind.SCHEDULE_MESSAGE, FailureReason.TIME_PASSED, "time_in_past"),
        (CommandKind.CANCEL_SCHEDULED, FailureReason.TOO_LATE, "invalid_scheduled_message_id"),
        (CommandKind.CANCEL_SCHEDULED, FailureReason.OTHER, "something_new"),
    ],
)
def test_what_ends_an_action_has_its_reason(kind, reason, codes):
    for code in codes.split():
        verdict = judge(code, kind)
        assert (verdict.act, verdict.reason) == (Act.GIVE_UP, reason)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    "code", ["ratelimited", "fatal_error", "team_added_to_org", "token_revoked", "invalid_auth"]
)
def test_what_says_nothing_of_the_action_means_what_it_means_for_a_post(kind, code):
    assert judge(code, kind) == judge(code)


@given(st.sampled_from(KINDS), st.text())
def test_any_other_code_is_final_with_a_reason(kind, code):
    verdict = judge(code, kind)
    assert (verdict.act is Act.GIVE_UP) == (verdict.reason is not None)
