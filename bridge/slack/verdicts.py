"""What Slack's error codes mean for a post. Pure: codes in, a verdict out.

Slack's lists are never closed, so an unknown code counts as final: the call was answered with
`ok: false`, which says that nothing was posted.
(https://docs.slack.dev/reference/methods/chat.postMessage)
"""

from dataclasses import dataclass
from enum import Enum

from postbox.outbox.receipt import FailureReason


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


@dataclass(frozen=True)
class Verdict:
    """What to do, and what to tell the speaker where it ends there."""

    act: Act
    reason: FailureReason | None = None


def judge(code: str) -> Verdict:
    """Return what a Slack error code means for a post."""
    if code in _VERDICTS:
        return _VERDICTS[code]
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
    Act.DONE: "duplicate_message_not_found",
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
_VERDICTS = {code: Verdict(act) for act, codes in _ACTS.items() for code in codes.split()} | {
    code: Verdict(Act.GIVE_UP, reason)
    for reason, codes in _REASONS.items()
    for code in codes.split()
}
