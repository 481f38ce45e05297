"""What Slack's error codes mean for an action. Pure: a kind and a code in, a verdict out.

What is the same for posts is in slack_errors; here stands what each method adds
(https://docs.slack.dev/reference/methods/reactions.add and so on).
"""

from bridge.slack.verdicts import Act, Verdict, judge
from postbox.outbox.action_kind import ActionKind
from postbox.outbox.receipt import FailureReason

SCHEDULED_IN_PAST = "time_in_past"
NOT_SCHEDULED = "invalid_scheduled_message_id"
"""It was posted, or is within a minute; or it was deleted before."""


def judge_action(kind: ActionKind, code: str) -> Verdict:
    """Return what a Slack error code means for an action of this kind."""
    known = _VERDICTS.get(kind, {}).get(code)
    if known is not None:
        return known
    verdict = judge(code)
    if verdict.act is Act.DONE:
        # What counts as done for a post says nothing of another call.
        return Verdict(Act.GIVE_UP, FailureReason.OTHER)
    if verdict.reason is FailureReason.RESTRICTED and kind is not ActionKind.SCHEDULE:
        return Verdict(Act.GIVE_UP, FailureReason.NOT_ALLOWED)
    return verdict


_DONE = {
    ActionKind.REACT: "already_reacted",
    ActionKind.UNSEND: "message_not_found",
}
_REASONS: dict[ActionKind, dict[FailureReason, str]] = {
    ActionKind.REACT: {
        FailureReason.GONE: "message_not_found bad_timestamp no_item_specified",
        FailureReason.NO_SUCH_EMOJI: "invalid_name",
        FailureReason.NOT_ALLOWED: "not_reactable thread_locked too_many_emoji too_many_reactions",
    },
    ActionKind.EDIT: {
        FailureReason.GONE: "message_not_found",
        FailureReason.NOT_ALLOWED: "cant_update_message edit_window_closed is_inactive "
        "cant_broadcast_message update_failed block_mismatch",
        FailureReason.TOO_LONG: "msg_too_long msg_blocks_too_long",
    },
    ActionKind.UNSEND: {
        FailureReason.NOT_ALLOWED: "cant_delete_message compliance_exports_prevent_deletion "
        "delete_window_closed",
    },
    ActionKind.SCHEDULE: {
        FailureReason.TIME_PASSED: SCHEDULED_IN_PAST,
        FailureReason.TOO_FAR: "time_too_far",
        FailureReason.TOO_MANY: "restricted_too_many",
    },
    ActionKind.UNSCHEDULE: {FailureReason.TOO_LATE: NOT_SCHEDULED},
}
_VERDICTS: dict[ActionKind, dict[str, Verdict]] = {
    kind: {
        code: Verdict(Act.GIVE_UP, reason)
        for reason, codes in reasons.items()
        for code in codes.split()
    }
    | ({_DONE[kind]: Verdict(Act.DONE)} if kind in _DONE else {})
    for kind, reasons in _REASONS.items()
}
