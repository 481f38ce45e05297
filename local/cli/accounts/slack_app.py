"""The Slack app that a self-hosted Earshot needs: what it may do, and what Slack tells it."""

from typing import Any

USER_SCOPES = [
    "chat:write",
    "channels:read",
    "groups:read",
    "im:read",
    "mpim:read",
    "channels:history",
    "groups:history",
    "im:history",
    "mpim:history",
    "channels:write",
    "groups:write",
    "im:write",
    "mpim:write",
    "reactions:read",
    "reactions:write",
    "users:read",
    "usergroups:read",
]
USER_EVENTS = [
    "message.channels",
    "message.groups",
    "message.im",
    "message.mpim",
    "channel_archive",
    "channel_created",
    "channel_deleted",
    "channel_id_changed",
    "channel_left",
    "channel_rename",
    "channel_unarchive",
    "group_archive",
    "group_deleted",
    "group_left",
    "group_open",
    "group_rename",
    "group_unarchive",
    "im_created",
    "member_joined_channel",
    "member_left_channel",
    "reaction_added",
    "reaction_removed",
    "team_join",
    "user_change",
    "tokens_revoked",
]
NAME = "Earshot"


def manifest(events_url: str | None, accounts_url: str | None = None) -> dict[str, Any]:
    """Return the manifest; with the address, Slack sends the events that are replies.

    With the address of account linking, several people can consent, and tokens are renewed.

    Slack checks the address when it is saved, so the deployment must have the signing secret by
    then (https://docs.slack.dev/reference/app-manifest).
    """
    settings: dict[str, Any] = {
        "org_deploy_enabled": False,
        "socket_mode_enabled": False,
        "token_rotation_enabled": bool(accounts_url),
    }
    if events_url:
        settings["event_subscriptions"] = {"request_url": events_url, "user_events": USER_EVENTS}
    oauth: dict[str, Any] = {"scopes": {"user": USER_SCOPES}}
    if accounts_url:
        oauth["redirect_urls"] = [f"{accounts_url.rstrip('/')}/slack/linked"]
    return {
        "display_information": {
            "name": NAME,
            "description": "Slack by voice, through an Amazon Echo",
        },
        "oauth_config": oauth,
        "settings": settings,
    }
