"""What Earshot costs a month, reckoned from AWS's list prices: `python -m deploy.costs`.

An estimate, not a bill: the prices are those of us-east-1 without the free tier for new accounts,
and how much each thing takes is rounded up from what the tests count.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

MILLION = 1e6
DAYS = 30
PRICES: Mapping[str, float] = MappingProxyType(
    {
        "Lambda, a GB-second": 0.0000133334,
        "Lambda, a million requests": 0.20,
        "DynamoDB, a million write units": 0.625,
        "DynamoDB, a million read units": 0.125,
        "API Gateway, a million requests": 1.00,
        "SQS FIFO, a million requests": 0.50,
        "CloudWatch, an alarm": 0.10,
    }
)
"""Dollars; sources: aws.amazon.com/lambda/pricing, and so on by the service's name."""
FREE_ALARMS = 10
ALARMS = 24
POLLS = 5 * 3 * 60 * 24 * DAYS
"""Five pollers that wait 20 seconds each, whether there is a message or not."""


@dataclass(frozen=True)
class Use:
    """What happens in a day."""

    utterances: int
    messages: int
    """Sent by voice."""
    events: int
    """From Slack."""
    people: int


@dataclass(frozen=True)
class Takes:
    """What one thing takes: seconds of Lambda, times its memory, and units of DynamoDB."""

    gigabyte_seconds: float
    writes: float
    reads: float
    other_requests: float = 0
    """Of API Gateway or SQS."""


UTTERANCE = Takes(gigabyte_seconds=1.0, writes=3, reads=24)
"""With the wait for a receipt."""
MESSAGE = Takes(gigabyte_seconds=0.25, writes=10, reads=8, other_requests=3)
EVENT = Takes(gigabyte_seconds=0.05, writes=8, reads=8, other_requests=1)
REFRESH = Takes(gigabyte_seconds=1.0, writes=8, reads=60)
REFRESHES = 12 * 24
"""A day: every five minutes."""
LISTED = Takes(gigabyte_seconds=0.01, writes=3, reads=0)
"""A person or channel, once a day."""

FIFTY_MESSAGES = Use(utterances=100, messages=50, events=2_000, people=50)
THOUSAND_PEOPLE = Use(utterances=200, messages=100, events=20_000, people=1_000)


def month(use: Use) -> dict[str, float]:
    """Return dollars a month by service."""
    things = [
        (use.utterances, UTTERANCE),
        (use.messages, MESSAGE),
        (use.events, EVENT),
        (REFRESHES, REFRESH),
    ]
    invocations = DAYS * sum(count for count, _ in things)
    things.append((use.people, LISTED))
    lambdas = _priced("Lambda, a GB-second", things, "gigabyte_seconds")
    tables = [
        _priced("DynamoDB, a million write units", things, "writes") / MILLION,
        _priced("DynamoDB, a million read units", things, "reads") / MILLION,
    ]
    queue = (POLLS + DAYS * use.messages * MESSAGE.other_requests) / MILLION
    return {
        "Lambda": lambdas + invocations / MILLION * PRICES["Lambda, a million requests"],
        "DynamoDB": sum(tables),
        "API Gateway": DAYS * use.events / MILLION * PRICES["API Gateway, a million requests"],
        "SQS": queue * PRICES["SQS FIFO, a million requests"],
        "CloudWatch": (ALARMS - FREE_ALARMS) * PRICES["CloudWatch, an alarm"],
    }


def _priced(price: str, things: list[tuple[int, Takes]], what: str) -> float:
    taken = DAYS * sum(count * getattr(takes, what) for count, takes in things)
    return float(taken * PRICES[price])


def rows() -> list[str]:
    """Return the table of docs/setup.md."""
    uses = (FIFTY_MESSAGES, THOUSAND_PEOPLE)
    months = [month(use) for use in uses]
    reckoned = " | ".join(f"{use.utterances} utterances and {use.events:,} events" for use in uses)
    named = {"Lambda": "Lambda", "DynamoDB": "DynamoDB, on demand", "API Gateway": "API Gateway"}
    named |= {
        "SQS": "SQS, most of it polling",
        "CloudWatch": f"CloudWatch: {ALARMS} alarms, ten of them free",
    }
    lines = [
        "| a month | 50 messages a day | 100 messages in a workspace of 1,000 people |",
        "|---|---:|---:|",
        f"| reckoned with, a day | {reckoned} |",
    ]
    for service, name in named.items():
        lines.append(
            f"| {name} | " + " | ".join(f"${month[service]:.2f}" for month in months) + " |"
        )
    total = " | ".join(f"**${sum(month.values()):.2f}**" for month in months)
    return [*lines, f"| in all | {total} |"]


def main() -> None:
    """Print the table."""
    print("\n".join(rows()))


if __name__ == "__main__":
    main()
