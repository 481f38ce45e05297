"""What an audit finds, row by row: of receipts, notices, what waits, what came back and the log."""

import json
from dataclasses import replace

import pytest

from local.cli.audit.checking import audit
from local.cli.audit.facts import Attempt, Facts, Limits, Noticed
from local.cli.audit.paths import attempts_in
from postbox.links.stores.links import PERSONAL
from postbox.outbox import receipt_life
from postbox.outbox.commands import CommandKind, SendMessage
from postbox.outbox.receipt import DeliveryState, FailureReason

DAY, FORTNIGHT = 86_400.0, 14 * 86_400.0
MESSAGE = SendMessage(
    id="m",
    link_id=PERSONAL,
    team_id="T1",
    conversation_id="C1",
    conversation_name="general",
    spoken_at=1000.0,
    locale="en-US",
    text="the soup is ready",
)
QUEUED = receipt_life.opened(MESSAGE)
CLAIMED = receipt_life.claim(QUEUED, "w", 1001.0, 15)
CONFIRMED = receipt_life.confirm(CLAIMED, "1001.5", 1002.0)
FAILED = receipt_life.fail(CLAIMED, FailureReason.ARCHIVED, 1002.0)
DOUBTFUL = receipt_life.doubt(receipt_life.give_back(CLAIMED, 1001.0), 1002.0)
HELD = receipt_life.hold(CLAIMED)
WITHDRAWN = receipt_life.withdraw(QUEUED, 1002.0)
TOLD = Noticed("m", DeliveryState.FAILED, FailureReason.ARCHIVED)
IN_DOUBT = Noticed("m", DeliveryState.DOUBTFUL, FailureReason.UNCONFIRMED)


def found(now=1010.0, **facts):
    limits = Limits(now, 60.0, DAY, FORTNIGHT, 15.0)
    return [(one.command_id, one.problem) for one in audit(Facts(**facts), limits)]


def problems(receipt, now=1010.0, **facts):
    return [problem for _, problem in found(now, receipts=[receipt], **facts)]


def of(name, **changes):
    return replace(CONFIRMED, command_id=name, **changes)


@pytest.mark.parametrize(
    ("receipt", "facts"),
    [
        (QUEUED, {}),
        (CLAIMED, {}),
        (receipt_life.give_back(CLAIMED, 1001.0), {}),
        (receipt_life.give_back(CLAIMED, 1001.0), {"posted": {"m"}}),
        (CONFIRMED, {"posted": {"m"}}),
        (replace(CONFIRMED, ts=None), {}),
        (CONFIRMED, {"held": {"m"}}),
        (FAILED, {"notices": [TOLD]}),
        (DOUBTFUL, {"notices": [IN_DOUBT], "posted": {"m"}}),
        (HELD, {"held": {"m"}}),
        (WITHDRAWN, {}),
        (replace(CONFIRMED, kind=CommandKind.ADD_REACTION, ts="1.0"), {}),
    ],
    ids=lambda given: getattr(given, "state", ""),
)
def test_what_legal_steps_lead_to_is_as_promised(receipt, facts):
    assert problems(receipt, **facts) == []


@pytest.mark.parametrize(
    ("receipt", "problem"),
    [
        (replace(CONFIRMED, settled_at=None), "settled at no time"),
        (replace(QUEUED, settled_at=1001.0), "has a time of its end, and has not ended"),
        (replace(CLAIMED, claimed_until=None), "claimed without an end of the claim"),
        (replace(CONFIRMED, claimed_until=1001.0), "has a claim left"),
        (replace(FAILED, reason=None), "ended badly without a reason"),
        (replace(CONFIRMED, reason=FailureReason.OTHER), "has a reason for a bad end"),
        (
            replace(WITHDRAWN, maybe_done_since=1001.0, attempts=1),
            "withdrawn, though Slack may have it",
        ),
        (replace(CONFIRMED, attempts=9), "more attempts than steps"),
        (replace(CONFIRMED, attempts=0), "confirmed, and never attempted"),
        (replace(CLAIMED, attempts=0), "claimed, and never attempted"),
        (replace(QUEUED, maybe_done_since=1001.0), "in doubt, and never attempted"),
        (replace(HELD, kind=CommandKind.ADD_REACTION), "held, and is no message"),
        (replace(QUEUED, spoken_at=9000.0), "spoken in the future"),
        (replace(CONFIRMED, settled_at=9000.0), "settled in the future"),
        (replace(CONFIRMED, settled_at=900.0), "settled before it was spoken"),
        (replace(CLAIMED, maybe_done_since=900.0), "in doubt since before it was spoken"),
        (replace(CLAIMED, claimed_until=9000.0), "claimed for longer than claims last"),
        (replace(CONFIRMED, ts="900.0"), "posted before it was spoken"),
        (replace(CONFIRMED, ts="1900.0"), "posted after it was settled"),
        (replace(CONFIRMED, ts="C1"), "names what is no post"),
        (replace(QUEUED, ts="1001.5"), "names a post, and is not confirmed"),
        (replace(WITHDRAWN, ts="1001.5"), "names a post, and is not confirmed"),
    ],
    ids=lambda given: given if isinstance(given, str) else "",
)
def test_what_no_legal_steps_lead_to_is_found(receipt, problem):
    assert problem in problems(receipt, held={"m"} if receipt.state is DeliveryState.HELD else ())


@pytest.mark.parametrize(
    ("receipt", "facts", "problem"),
    [
        (FAILED, {}, "ended badly, and there is no notice of it"),
        (DOUBTFUL, {}, "ended badly, and there is no notice of it"),
        (CONFIRMED, {"notices": [TOLD]}, "has a notice of a bad end, and did not end badly"),
        (QUEUED, {"notices": [TOLD]}, "has a notice of a bad end, and did not end badly"),
        (FAILED, {"notices": [TOLD, TOLD]}, "has 2 notices"),
        (FAILED, {"notices": [IN_DOUBT]}, "is told of as doubtful"),
        (DOUBTFUL, {"notices": [TOLD]}, "is told of as failed"),
        (
            FAILED,
            {"notices": [replace(TOLD, reason=FailureReason.TOO_OLD)]},
            "is told of with another reason: too_old",
        ),
        (HELD, {}, "held, and its message is not kept"),
        (FAILED, {"notices": [TOLD], "posted": {"m"}}, "stands in Slack"),
        (WITHDRAWN, {"posted": {"m"}}, "stands in Slack"),
    ],
    ids=lambda given: given if isinstance(given, str) else getattr(given, "state", ""),
)
def test_an_end_that_is_told_otherwise_is_found(receipt, facts, problem):
    assert problems(receipt, **facts) == [problem]


def test_what_still_waits_long_after_its_end_is_found():
    assert problems(CONFIRMED, 1002.0 + DAY, held={"m"}) == []
    problem = "settled, and its message still waits"
    assert problems(CONFIRMED, 1003.0 + DAY, held={"m"}) == [problem]


def test_what_was_never_settled_is_found_once_it_is_overdue():
    assert problems(QUEUED, now=1059.0) == []
    assert problems(QUEUED, now=1061.0) == ["neither posted nor told in time"]


def test_a_notice_that_was_told_may_be_gone_a_day_later():
    assert problems(FAILED, now=1002.0 + DAY) == []


@pytest.mark.parametrize(
    ("facts", "problem"),
    [
        ({"notices": [TOLD]}, "has a notice, and no receipt"),
        ({"held": {"m"}}, "its message waits, and there is no receipt"),
        ({"posted": {"m"}}, "stands in Slack, and there is no receipt"),
        (
            {"attempts": [Attempt("m", "confirmed", "1001.5")]},
            "the log has it as confirmed, and there is no receipt",
        ),
        (
            {"attempts": [Attempt("m", "again", None), Attempt("m", "held", None)]},
            "the log has it as held, and there is no receipt",
        ),
    ],
    ids=lambda given: given if isinstance(given, str) else "",
)
def test_what_is_kept_of_a_command_without_a_receipt_is_found(facts, problem):
    assert found(**facts) == [("m", problem)]
    assert found(**facts, unreadable={"m"}) == []


@pytest.mark.parametrize(
    "attempts",
    [
        [Attempt("m", "again", None)],
        [Attempt("m", "already", None, "confirmed")],
        [Attempt("m", "confirmed", "1.0", spoken_at=1000.0)],
        [Attempt("m", "confirmed", None, kind=CommandKind.MARK_READ)],
    ],
    ids=["nothing done", "settled elsewhere", "older than receipts are kept", "leaves no receipt"],
)
def test_what_leaves_no_receipt_is_not_missed(attempts):
    assert found(1001.0 + FORTNIGHT, attempts=attempts) == []


@pytest.mark.parametrize(
    ("receipts", "expected"),
    [
        ([CONFIRMED, of("n", ts="1001.6", spoken_at=1000.5)], []),
        (
            [CONFIRMED, of("n")],
            [
                ("m", "confirmed by the post of another message"),
                ("n", "confirmed by the post of another message"),
            ],
        ),
        ([CONFIRMED, of("n", conversation_id="C2")], []),
        ([CONFIRMED, of("m", ts="1001.6", spoken_at=1000.5)], [("m", "has 2 receipts")]),
        (
            [CONFIRMED, of("n", ts="1001.4", spoken_at=1000.5)],
            [("n", "posted before what was spoken before it")],
        ),
        ([CONFIRMED, of("n", ts="1001.4", spoken_at=1000.5, link_id="other")], []),
        ([CONFIRMED, of("n", ts="1001.4", spoken_at=1000.5, conversation_id="C2")], []),
        ([CONFIRMED, of("n", ts=None, spoken_at=1000.5)], []),
    ],
)
def test_each_post_is_one_message_and_they_stand_in_the_order_spoken(receipts, expected):
    assert found(receipts=receipts) == expected


LOGS = [
    ("again confirmed already", []),
    ("again", []),
    ("confirmed confirmed", ["settled 2 times: confirmed, confirmed"]),
    (
        "confirmed failed",
        ["settled 2 times: confirmed, failed", "the log has it as failed"],
    ),
    ("failed", ["the log has it as failed"]),
    ("withdrawn", ["the log has it as withdrawn"]),
    ("held confirmed", []),
    ("confirmed held", ["held after it was settled"]),
]


@pytest.mark.parametrize(("results", "expected"), LOGS)
def test_the_log_has_to_fit_the_receipt(results, expected):
    attempts = [Attempt("m", result, None) for result in results.split()]
    assert problems(CONFIRMED, attempts=attempts) == expected


@pytest.mark.parametrize(
    ("receipt", "attempts", "problem"),
    [
        (CONFIRMED, [("confirmed", "2.0", "")], "the log has it posted elsewhere"),
        (
            CONFIRMED,
            [("confirmed", "1001.5", ""), ("confirmed", "2.0", "")],
            "the log has it posted 2 times",
        ),
        (CONFIRMED, [("already", None, "failed")], "the log has it as failed already"),
        (QUEUED, [("already", None, "confirmed")], "the log has it as settled already"),
        (QUEUED, [("confirmed", "1001.5", "")], "the log has it as confirmed"),
        (WITHDRAWN, [("confirmed", "1001.5", "")], "the log has it as confirmed"),
    ],
)
def test_what_the_log_has_otherwise_is_found(receipt, attempts, problem):
    lines = [Attempt("m", *attempt) for attempt in attempts]
    assert problem in problems(receipt, attempts=lines)


def test_only_outcome_lines_of_a_log_are_read():
    outcome = {"message": "attempt", "message_id": "m", "result": "confirmed", "ts": "1.0"}
    timed = {
        **outcome,
        "kind": "mark_read",
        "detail": "gone",
        "timestamp": "1970-01-01 00:20:00,500+0000",
        "seconds_since_spoken": 200.5,
    }
    lines = [
        "START",
        "{broken",
        '{"message": "other"}',
        f"2026-01-01T00:00:00Z {json.dumps(outcome)}",
        json.dumps(timed),
        json.dumps({**outcome, "timestamp": "noon", "seconds_since_spoken": 1}),
    ]
    first = Attempt("m", "confirmed", "1.0")
    second = Attempt("m", "confirmed", "1.0", "gone", CommandKind.MARK_READ, 1000.0)
    assert list(attempts_in(lines, json.loads)) == [first, second, first]
