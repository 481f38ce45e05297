"""Whom a message concerns, and why."""

from dataclasses import replace

import pytest

from bridge.events.attention import Interested, deserved
from bridge.slack.payloads.changes import Arrived
from postbox.inbox.message import AttentionReason, InboxMessage
from postbox.inbox.watch import WATCH_SECONDS, Watch
from postbox.links.link import Link, LinkState

TS = "1790000100.000000"
LINK = Link("personal", "T1", "U1", "giselle", LinkState.ACTIVE, "C1", "general")
MESSAGE = InboxMessage("T1", "C1", TS, "U2", None, "hi", "channel")


def watch(after_ts: str | None = "1790000000.000000", started: float = 1_790_000_000) -> Watch:
    return Watch("personal", "T1", "C1", "m1", started + WATCH_SECONDS, after_ts)


def reason(
    message: InboxMessage,
    *,
    watched: Watch | None = None,
    parent: str | None = None,
    authorized: frozenset[str] = frozenset({"U1"}),
    followed: bool = False,
) -> AttentionReason | None:
    interested = Interested(
        {"personal": watched} if watched else {},
        frozenset({"personal"} if followed else ()),
    )
    found = deserved(Arrived(message, parent, authorized), [LINK], interested)
    return found[0].reason if found else None


THREADED = replace(MESSAGE, thread_ts="1790000050.000000")


@pytest.mark.parametrize(
    ("message", "facts", "expected"),
    [
        (MESSAGE, {}, None),
        (MESSAGE, {"watched": watch()}, AttentionReason.REPLY),
        (MESSAGE, {"watched": watch(after_ts=TS)}, None),
        (MESSAGE, {"watched": watch(after_ts="1790000200.000000")}, None),
        (MESSAGE, {"watched": watch(after_ts=None)}, AttentionReason.REPLY),
        (MESSAGE, {"watched": watch(after_ts=None, started=1_790_000_200)}, None),
        (replace(MESSAGE, author_id="U1"), {"watched": watch()}, None),
        (replace(MESSAGE, kind="im"), {}, AttentionReason.DIRECT),
        (replace(MESSAGE, kind="mpim"), {}, AttentionReason.DIRECT),
        (replace(MESSAGE, kind="im"), {"authorized": frozenset({"U7"})}, None),
        (replace(MESSAGE, kind="im", author_id="U1"), {}, None),
        (replace(MESSAGE, text="<@U1> look"), {}, AttentionReason.MENTION),
        (replace(MESSAGE, text="<@U1|giselle> look"), {}, AttentionReason.MENTION),
        (replace(MESSAGE, text="<@U12> look"), {}, None),
        (THREADED, {"parent": "U1"}, AttentionReason.THREAD),
        (THREADED, {"parent": "U3"}, None),
        (THREADED, {"parent": "U3", "followed": True}, AttentionReason.THREAD),
        (replace(THREADED, author_id="U1"), {"parent": "U3", "followed": True}, None),
        (THREADED, {"parent": "U3", "watched": watch()}, None),
        (replace(THREADED, text="<@U1>"), {"parent": "U3"}, AttentionReason.MENTION),
        (
            replace(THREADED, subtype="thread_broadcast"),
            {"parent": "U3", "watched": watch()},
            AttentionReason.REPLY,
        ),
        (replace(MESSAGE, thread_ts=TS), {"watched": watch()}, AttentionReason.REPLY),
    ],
    ids=[
        "a channel nobody waits in",
        "after one's own voice post",
        "the voice post itself",
        "before the voice post",
        "while the voice post is under way",
        "before the voice post was begun",
        "one's own words",
        "a direct message",
        "a group message",
        "somebody else's direct message",
        "one's own direct message",
        "a mention",
        "a mention with a label",
        "a mention of somebody with a longer id",
        "an answer in one's own thread",
        "an answer in somebody else's thread",
        "an answer in a thread one takes part in",
        "one's own answer in it",
        "somebody else's thread in a watched channel",
        "a mention in somebody else's thread",
        "an answer shown in the channel too",
        "a message that got answers",
    ],
)
def test_a_message_deserves_attention_for_a_reason(message, facts, expected):
    assert reason(message, **facts) == expected


def test_every_link_of_a_workspace_is_asked_for_itself():
    other = replace(LINK, link_id="other", user_id="U5")
    message = replace(MESSAGE, text="<@U1> and <@U5>")
    found = deserved(Arrived(message, None, frozenset()), [LINK, other], Interested())
    assert [link.link_id for link in found] == ["personal", "other"]
