"""What tests ask of the running stack beside what people do."""

import json
import time
from typing import Any

import httpx

from local.cli.checks import signed_headers
from local.stack.start import RunningStack
from tests.patience import ENDLESS_SECONDS


def texts(stack: RunningStack, place: str) -> list[str]:
    """Return what stands in a place, in Slack's own form."""
    conversation = stack.workspace.find_conversation(place)
    return [message.text for message in stack.workspace.messages(conversation)]


def items(stack: RunningStack) -> int:
    """Return how much is stored in the table."""
    deployment = stack.deployment
    pages = (
        deployment.client("dynamodb")
        .get_paginator("scan")
        .paginate(TableName=deployment.table, Select="COUNT")
    )
    return sum(page["Count"] for page in pages)


def send_event(stack: RunningStack, body: bytes, path: str = "", **headers: str) -> httpx.Response:
    """Send this to the events address, signed as Slack does but for what `headers` change."""
    signed = signed_headers(stack.workspace.signing_secret, body, time.time())
    changed = {name.replace("_", "-"): value for name, value in headers.items()}
    address = stack.deployment.events_url + path
    return httpx.post(address, content=body, headers=signed | changed, timeout=ENDLESS_SECONDS)


def direct_message(stack: RunningStack, text: str, ts: str, event_id: str) -> bytes:
    """Return the event of a direct message from Kevin."""
    workspace = stack.workspace
    giselle = workspace.find_person("Giselle")
    envelope: dict[str, Any] = {
        "type": "event_callback",
        "team_id": workspace.team_id,
        "api_app_id": workspace.app_id,
        "event_id": event_id,
        "authorizations": [{"team_id": workspace.team_id, "user_id": giselle.id}],
        "event": {
            "type": "message",
            "channel": workspace.find_conversation("@Kevin").id,
            "channel_type": "im",
            "user": workspace.find_person("Kevin").id,
            "text": text,
            "ts": ts,
        },
    }
    return json.dumps(envelope).encode()
