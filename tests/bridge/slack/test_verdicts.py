"""What Slack's error codes mean for a post (facts: Slack's method reference of 2026-08)."""

import pytest
from hypothesis import given, strategies as st

from bridge.slack.verdicts import Act, judge
from postbox.outbox.receipt import FailureReason


@pytest.mark.parametrize(
    ("act", "codes"),
    [
        (Act.WAIT, "ratelimited rate_limited"),
        (Act.READ_BACK, "internal_error fatal_error service_unavailable request_timeout"),
        (
            Act.LATER,
            "team_added_to_org org_login_required external_channel_migrating accesslimited",
        ),
        (
            Act.RELINK,
            "invalid_auth not_authed token_revoked account_inactive token_expired "
            "invalid_refresh_token two_factor_setup_required",
        ),
        (Act.DONE, "duplicate_message_not_found"),
    ],
)
def test_a_code_that_does_not_end_a_message_says_what_to_do(act, codes):
    assert {judge(code).act for code in codes.split()} == {act}


@pytest.mark.parametrize(
    ("reason", "codes"),
    [
        (FailureReason.ARCHIVED, "is_archived"),
        (FailureReason.NOT_FOUND, "channel_not_found user_not_found thread_not_found"),
        (FailureReason.NOT_A_MEMBER, "not_in_channel"),
        (FailureReason.PERMISSION, "missing_scope no_permission access_denied"),
        (
            FailureReason.RESTRICTED,
            "restricted_action restricted_action_read_only_channel "
            "restricted_action_thread_locked slack_connect_file_link_sharing_blocked",
        ),
        (FailureReason.PLAN_LIMIT, "message_limit_exceeded"),
        (FailureReason.TOO_LONG, "msg_too_long msg_blocks_too_long"),
        (FailureReason.OTHER, "invalid_arg_name no_text something_new"),
    ],
)
def test_a_code_that_ends_a_message_has_its_reason(reason, codes):
    for code in codes.split():
        verdict = judge(code)
        assert (verdict.act, verdict.reason) == (Act.GIVE_UP, reason)


@given(st.text())
def test_any_other_code_is_final_with_a_reason(code):
    verdict = judge(code)
    assert (verdict.act is Act.GIVE_UP) == (verdict.reason is not None)
