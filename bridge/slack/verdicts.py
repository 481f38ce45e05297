"""What Slack's error codes mean. Pure: a code and a command's kind in, a verdict out.

Slack's lists are never closed, so an unknown code counts as final: the call was answered with
`ok: false`, which says that nothing was done.
(https://docs.slack.dev/reference/methods/chat.postMessage, .../reactions.add and so on)
"""

from enum import Enum
from typing import NamedTuple

from postbox.outbox.commands import CommandKind
from postbox.outbox.receipt import FailureReason

SCHEDULED_IN_PAST = "time_in_past"
NOT_SCHEDULED = "invalid_scheduled_message_id"
"""It was posted, or is within a minute; or it was deleted before."""


class Act(Enum):
    """What to do about an error."""

    WAIT = "wait"
    """Not accepted; the same call may be made again after the pause that Slack asks for."""
    READ_BACK = "read back"
    """Some of it may have succeeded; look before calling again."""
    LATER = "later"
    """Not accepted; the workspace is being moved or is closed for a while."""
    RELINK = "relink"
    """The token is no good; everything of this link waits for a new one."""
    GIVE_UP = "give up"
    """Not accepted, and never will be."""
    DONE = "done"
    """It happened already."""


class Verdict(NamedTuple):
    """What to do, and what to tell the speaker where it ends there."""

    act: Act
    reason: FailureReason | None = None


def judge(code: str, kind: CommandKind = CommandKind.SEND_MESSAGE) -> Verdict:
    """Return what a Slack error code means for a command of this kind."""
    known = _OF_KIND.get(kind, {}).get(code) or _VERDICTS.get(code)
    verdict = known or _by_prefix(code)
    is_at_a_place = kind not in {CommandKind.SEND_MESSAGE, CommandKind.SCHEDULE_MESSAGE}
    if verdict.reason is FailureReason.RESTRICTED and is_at_a_place:
        return Verdict(Act.GIVE_UP, FailureReason.NOT_ALLOWED)
    return verdict


def _by_prefix(code: str) -> Verdict:
    for prefix, reason in _PREFIXES:
        if code.startswith(prefix):
            return Verdict(Act.GIVE_UP, reason)
    return Verdict(Act.GIVE_UP, FailureReason.OTHER)


_ACTS = {
    Act.WAIT: "ratelimited rate_limited",
    Act.READ_BACK: "internal_error fatal_error service_unavailable request_timeout",
    Act.LATER: "team_added_to_org org_login_required external_channel_migrating accesslimited",
    Act.RELINK: "invalid_auth not_authed token_revoked account_inactive token_expired "
    "invalid_refresh_token two_factor_setup_required",
}
_REASONS = {
    FailureReason.PERMISSION: "missing_scope not_allowed_token_type no_permission "
    "app_access_restricted access_denied team_access_not_granted enterprise_is_restricted",
    FailureReason.NOT_FOUND: "channel_not_found user_not_found user_disabled user_not_visible "
    "messages_tab_disabled thread_not_found cannot_reply_to_message",
    FailureReason.NOT_A_MEMBER: "not_in_channel channel_is_limited_access",
    FailureReason.ARCHIVED: "is_archived",
    FailureReason.RESTRICTED: "ekm_access_denied send_on_behalf_not_allowed",
    FailureReason.PLAN_LIMIT: "message_limit_exceeded",
    FailureReason.TOO_LONG: "msg_too_long msg_blocks_too_long",
}
_PREFIXES = [
    ("restricted_action", FailureReason.RESTRICTED),
    ("slack_connect_", FailureReason.RESTRICTED),
]
_DONE = {
    CommandKind.SEND_MESSAGE: "duplicate_message_not_found",
    CommandKind.ADD_REACTION: "already_reacted",
    CommandKind.DELETE_MESSAGE: "message_not_found",
}
_REASONS_OF_KIND: dict[CommandKind, dict[FailureReason, str]] = {
    CommandKind.SEND_MESSAGE: {},
    CommandKind.ADD_REACTION: {
        FailureReason.GONE: "message_not_found bad_timestamp no_item_specified",
        FailureReason.NO_SUCH_EMOJI: "invalid_name",
        FailureReason.NOT_ALLOWED: "not_reactable thread_locked too_many_emoji too_many_reactions",
    },
    CommandKind.UPDATE_MESSAGE: {
        FailureReason.GONE: "message_not_found",
        FailureReason.NOT_ALLOWED: "cant_update_message edit_window_closed is_inactive "
        "cant_broadcast_message update_failed block_mismatch",
        FailureReason.TOO_LONG: "msg_too_long msg_blocks_too_long",
    },
    CommandKind.DELETE_MESSAGE: {
        FailureReason.NOT_ALLOWED: "cant_delete_message compliance_exports_prevent_deletion "
        "delete_window_closed",
    },
    CommandKind.SCHEDULE_MESSAGE: {
        FailureReason.TIME_PASSED: SCHEDULED_IN_PAST,
        FailureReason.TOO_FAR: "time_too_far",
        FailureReason.TOO_MANY: "restricted_too_many",
    },
    CommandKind.CANCEL_SCHEDULED: {FailureReason.TOO_LATE: NOT_SCHEDULED},
}


def _table(reasons: dict[FailureReason, str]) -> dict[str, Verdict]:
    return {
        code: Verdict(Act.GIVE_UP, reason)
        for reason, codes in reasons.items()
        for code in codes.split()
    }


_VERDICTS = {code: Verdict(act) for act, codes in _ACTS.items() for code in codes.split()} | _table(
    _REASONS
)
_OF_KIND = {
    kind: _table(reasons) | ({_DONE[kind]: Verdict(Act.DONE)} if kind in _DONE else {})
    for kind, reasons in _REASONS_OF_KIND.items()
}
