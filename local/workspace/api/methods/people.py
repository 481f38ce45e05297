"""The methods about people and the team: users.*, team.info and auth.test."""

from typing import Any

from local.workspace.api.calls import ApiError, Call
from local.workspace.api.pages import next_cursor, page_of
from local.workspace.api.shapes import person_shape
from local.workspace.team.entities import Person
from local.workspace.team.roster import SLACKBOT

_LARGEST_PAGE = 1000
_SLACKBOT = Person(SLACKBOT, "slackbot", "Slackbot", "Slackbot")


def auth_test(call: Call) -> dict[str, Any]:
    """auth.test: whose token it is."""
    workspace = call.workspace
    return {
        "url": f"https://{workspace.domain}.slack.com/",
        "team": workspace.team_name,
        "user": call.person.handle,
        "team_id": workspace.team_id,
        "user_id": call.person.id,
        "is_enterprise_install": False,
    }


def auth_revoke(call: Call) -> dict[str, Any]:
    """auth.revoke: the token is given back."""
    call.workspace.revoke(call.installation.token)
    return {"revoked": True}


def users_list(call: Call) -> dict[str, Any]:
    """users.list, with Slackbot in it as in every workspace; large ones ask for a limit."""
    call.need_scope("users:read")
    everyone = [*call.workspace.people, _SLACKBOT]
    if not call.string("limit") and len(everyone) > _LARGEST_PAGE:
        raise ApiError("limit_required")
    limit = call.limit(_LARGEST_PAGE, _LARGEST_PAGE)
    page, cursor = page_of(everyone, call.string("cursor"), limit, lambda p: p.id)
    members = [person_shape(call.workspace, person) for person in page]
    return {"members": members, "cache_ts": int(call.workspace.clock())} | next_cursor(cursor)


def users_info(call: Call) -> dict[str, Any]:
    """users.info."""
    call.need_scope("users:read")
    wanted = call.string("user")
    known = call.workspace.roster.people.get(wanted)
    person = _SLACKBOT if wanted == SLACKBOT else known
    if person is None:
        raise ApiError("user_not_found")
    return {"user": person_shape(call.workspace, person)}


def bots_info(call: Call) -> dict[str, Any]:
    """bots.info: an integration by its id."""
    call.need_scope("users:read")
    bot_id = call.string("bot")
    name = call.workspace.integrations.get(bot_id)
    if name is None:
        raise ApiError("bot_not_found")
    return {"bot": {"id": bot_id, "deleted": False, "name": name, "updated": 0, "icons": {}}}


def usergroups_list(call: Call) -> dict[str, Any]:
    """usergroups.list: the groups of people; who is in them where that is asked for."""
    call.need_scope("usergroups:read")
    groups = [
        {
            "id": group.id,
            "team_id": call.workspace.team_id,
            "handle": group.handle,
            "name": group.handle,
            "is_usergroup": True,
            "date_delete": 0,
            "user_count": len(group.members),
            **({"users": group.members} if call.flag("include_users") else {}),
        }
        for group in call.workspace.user_groups.values()
    ]
    return {"usergroups": groups}


def team_info(call: Call) -> dict[str, Any]:
    """team.info."""
    call.need_scope("team:read")
    workspace = call.workspace
    team = {"id": workspace.team_id, "name": workspace.team_name, "domain": workspace.domain}
    return {"team": team | {"email_domain": "", "icon": {"image_default": True}}}
