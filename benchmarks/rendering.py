"""How many Slack messages a second become speech, beside the reading of their JSON alone."""

import json
import time
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from typing import Any

from benchmarks.tables import table
from postbox.directory.entries import Conversation, Directory, Person
from skill.reading.planning.spoken_names import SpokenNames
from skill.rendering.listener import Listener
from skill.rendering.message import spoken
from skill.speech.phrases import Phrases
from skill.speech.ssml import to_ssml

LEAST_A_SECOND = 5000
ROUNDS, QUICK_ROUNDS = 7, 3
COPIES = 100
"""Of each message, its numbers changed, so that nothing is rendered twice."""

_Message = dict[str, Any]


def report(*, quick: bool = False) -> bool:
    """Print the table; return whether the limit is kept."""
    kinds = {kind: _varied(found) for kind, found in _messages().items()}
    everything = [line for lines in kinds.values() for line in lines]
    rounds = QUICK_ROUNDS if quick else ROUNDS
    render = _renderer()
    rows = [(kind, *_row(lines, rounds, render)) for kind, lines in kinds.items()]
    rate = _best(everything, rounds, render)
    floor = _best(everything, rounds, json.loads)
    print(f"Rendering: {len(everything)} messages, one thread, from JSON to SSML")
    rows += [
        ("all", *_row(everything, rounds, render)),
        ("floor: json.loads alone", f"{floor:.0f}", ""),
    ]
    print(table(("kind of message", "a second", "bytes each"), rows))
    kept = rate >= LEAST_A_SECOND
    standing = "kept" if kept else "MISSED"
    print(f"  messages a second: {rate:.0f}, at least {LEAST_A_SECOND}: {standing}")
    return kept


def _row(lines: Sequence[str], rounds: int, work: Callable[[str], object]) -> tuple[str, str]:
    size = sum(map(len, lines)) / len(lines)
    return f"{_best(lines, rounds, work):.0f}", f"{size:.0f}"


def _best(lines: Sequence[str], rounds: int, work: Callable[[str], object]) -> float:
    """Return how many a second one thread does in its best round, waiting for others left out."""
    seconds = []
    for _ in range(rounds):
        began = time.thread_time()
        for line in lines:
            work(line)
        seconds.append(time.thread_time() - began)
    return len(lines) / min(seconds)


def _renderer() -> Callable[[str], str]:
    people = [Person(f"U{number:04}", f"First{number} Last{number}") for number in range(1000)]
    channels = [
        Conversation(f"C{number:04}", f"channel-{number}", "channel") for number in range(99)
    ]
    listener = Listener(
        SpokenNames.of(Directory.of(people, channels)),
        Phrases("en-US"),
        zone=UTC,
        now=datetime(2026, 11, 20, tzinfo=UTC),
    )
    return lambda line: to_ssml(spoken(json.loads(line), listener))


def _varied(messages: Sequence[_Message]) -> list[str]:
    written = [json.dumps(message, ensure_ascii=False) for message in messages]
    return [
        line.replace("0007", f"{number:04}").replace("plain", f"plain {number}")
        for number in range(COPIES)
        for line in written
    ]


def _leaf(written: str, **more: object) -> _Message:
    return {"type": "text", "text": written, **more}


def _section(*leaves: _Message) -> _Message:
    return {"type": "rich_text_section", "elements": list(leaves)}


def _rich(*elements: _Message) -> _Message:
    return {"text": "plain", "blocks": [{"type": "rich_text", "elements": list(elements)}]}


def _messages() -> dict[str, list[_Message]]:
    long = "A plain sentence of a long message, with *some* style and a thought &amp; a half. " * 60
    return {
        "plain text": [
            {"text": "plain: break a leg!"},
            {"text": "The plain build is green again, I merged the fix.\nThanks everybody!"},
            {"text": "¿Una reunión plain mañana a las diez? 你好 שלום"},
        ],
        "text with markup": [
            {"text": "<@U0007> see <https://github.com/a/b/pull/5|the plain pull request> :tada:"},
            {"text": "*plain* &gt; all in <#C0007|general>, `code` and ```two\nlines```"},
            {"text": "&gt; plain?\nyes 🎉🎉🎉 <!date^1795132800^{date_pretty} at {time}|x>"},
        ],
        "rich text": [
            _rich(
                _section(_leaf("plain words "), {"type": "user", "user_id": "U0007"}, _leaf("!"))
            ),
            _rich(
                _section(_leaf("plain list\n")),
                {
                    "type": "rich_text_list",
                    "style": "bullet",
                    "elements": [_section(_leaf(f"point {number}")) for number in range(5)],
                },
                {"type": "rich_text_quote", "elements": [_leaf("quoted")]},
                {"type": "rich_text_preformatted", "elements": [_leaf("a = 1\n" * 12)]},
                _section({"type": "emoji", "name": "tada"}, _leaf(" done")),
            ),
        ],
        "bots' blocks and attachments": [
            {
                "text": "",
                "blocks": [
                    {"type": "header", "text": {"type": "plain_text", "text": "Deploy :fire:"}},
                    {
                        "type": "section",
                        "fields": [
                            {"type": "mrkdwn", "text": f"*Field {number}:*\nplain <@U0007>"}
                            for number in range(4)
                        ],
                    },
                    {"type": "context", "elements": [{"type": "mrkdwn", "text": "from CI"}]},
                ],
            },
            {"attachments": [{"title": "plain alert", "text": "on *web-1*", "footer": "Grafana"}]},
        ],
        "files": [
            {"text": "plain", "files": [{"title": "Roadmap", "mimetype": "image/png"}]},
            {"files": [{"subtype": "slack_audio", "duration_ms": 14200, "title": "plain"}]},
        ],
        "5,000 characters": [{"text": long}],
    }
