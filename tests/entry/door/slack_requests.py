"""Requests of Slack's Events API, as the workspace would sign them."""

import json
from typing import Any

from local.cli.checks import signed_headers
from local.world.played import PlayedInProcess


def ask(world: PlayedInProcess, signed: bytes, **changes: Any) -> dict[str, Any]:
    secret = world.parts.workspace.signing_secret
    headers = signed_headers(secret, signed, world.parts.clock())
    request = {
        "version": "2.0",
        "headers": headers,
        "body": signed.decode(),
        "isBase64Encoded": False,
    }
    return world.parts.receive(request | changes)


def event(world: PlayedInProcess, **changes: Any) -> bytes:
    workspace = world.parts.workspace
    envelope = {
        "type": "event_callback",
        "team_id": workspace.team_id,
        "api_app_id": workspace.app_id,
        "event_id": "Ev1",
        "authorizations": [{"user_id": workspace.find_person("Giselle").id}],
        "event": {
            "type": "message",
            "channel": workspace.find_conversation("@Kevin").id,
            "channel_type": "im",
            "user": workspace.find_person("Kevin").id,
            "text": "hi",
            "ts": "1790000001.000100",
        },
    }
    return json.dumps(envelope | changes).encode()
