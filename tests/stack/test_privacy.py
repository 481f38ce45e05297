"""After a conversation no log holds what was said, nor a token, and no queue a token."""

import pytest

from local.stack.start import RunningStack
from tests.patience import eventually
from tests.stack.asking import texts
from tests.stack.stories import played

pytestmark = pytest.mark.stack

STORY = """
    you:               tell slack to send the talk is about swordfish
    slack #general:    Giselle: the talk is about swordfish
    kevin in #general: mine is barracuda
    ana to me:         and mine is pilchard
    ana edits:         and mine is anchovy
    you:               ask slack for replies
    alexa:             ...barracuda... anchovy
    slack fails:       not_in_channel
    you:               tell slack to send not any more it is haddock
    slack fails:       500
    you:               tell slack to send or mackerel
"""
SECRETS = ["swordfish", "barracuda", "pilchard", "anchovy", "haddock", "mackerel", "xoxp-"]


def test_no_log_holds_what_was_said_or_a_token(stack: RunningStack):
    secret = stack.workspace.signing_secret
    assert played(stack, STORY) is None
    deployment = stack.deployment
    assert eventually(lambda: any('"confirmed"' in line for line in deployment.log("post")))
    for function in ("skill", "post", "receive", "refresh"):
        log = "\n".join(deployment.log(function, limit=10_000))
        assert log
        assert [word for word in (*SECRETS, secret) if word in log] == []


def test_the_secrets_are_stored_encrypted(stack: RunningStack):
    deployment = stack.deployment
    for name in (deployment.token_parameter, deployment.signing_secret_parameter):
        stored = deployment.client("ssm").get_parameter(Name=name)["Parameter"]
        assert stored["Type"] == "SecureString"
        assert "xoxp-" not in stored["Value"]


def test_no_token_is_on_a_queue_or_in_the_table(stack: RunningStack):
    deployment = stack.deployment
    stack.room.say("tell slack to send hello")
    assert eventually(lambda: texts(stack, "#general") == ["hello"])
    scan = deployment.client("dynamodb").get_paginator("scan")
    assert "xoxp-" not in str(list(scan.paginate(TableName=deployment.table)))
