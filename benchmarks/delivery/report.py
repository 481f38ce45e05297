"""The delivery benchmark: runs and prints it."""

import tempfile
from pathlib import Path
from statistics import median

from benchmarks.delivery.limits import least_seconds
from benchmarks.delivery.load import CONVERSATIONS, SPEAKERS
from benchmarks.delivery.scene import Scene, Setting, play
from benchmarks.delivery.slack import ROUND_TRIP
from benchmarks.delivery.table import AWS_SECONDS
from benchmarks.delivery.verdict import Verdict, verdict_on
from benchmarks.tables import milliseconds, table, verdict
from bridge.slack.time_left import TIMEOUT_SECONDS
from local.cloud.ministack import MiniStack

FAULTS = (
    "429",
    "hangs",
    "resets",
    "html",
    "500",
    "503",
    "drops the answer",
    "half an answer",
    "hangs after storing",
    "html after storing",
    "500 after storing",
)
CHANCE = 0.05
MOST = {"without faults": 1.05, "with faults": 1.25}
"""How many times the least makespan a run may take."""
MOST_OF_A_SHARE = {"without faults": 1.05, "with faults": 1.75}
"""The same for fewer messages with as much smaller limits: each wait is more of such a run."""
MESSAGES, LIMITS = 2000, 3.0


def settings(share: float) -> list[Setting]:
    """Return the runs. A smaller share of the messages gets as much smaller limits."""
    messages, limits = int(MESSAGES * share), LIMITS * share
    return [
        Setting("without faults", messages, limits, {}),
        Setting("with faults", messages, limits, dict.fromkeys(FAULTS, CHANCE)),
    ]


def report(share: float = 1.0) -> bool:
    """Print the table; return whether every limit is kept."""
    runs = settings(share)
    print(
        f"Delivery: {runs[0].messages} messages by {SPEAKERS} speakers in {CONVERSATIONS} "
        f"conversations, Slack's limits times {runs[0].limits:g}"
    )
    print(
        f"  Time is simulated: a call to Slack takes {milliseconds(ROUND_TRIP)}, one to AWS "
        f"{milliseconds(AWS_SECONDS)}, a hang {TIMEOUT_SECONDS} s.\n"
        f"  Faults: {CHANCE:.0%} of the posts for each of: {', '.join(FAULTS)}."
    )
    with (
        tempfile.TemporaryDirectory() as folder,
        MiniStack(Path(folder), auth=False, persist=False) as stack,
    ):
        scenes = [play(setting, stack) for setting in runs]
        verdicts = [verdict_on(scene) for scene in scenes]
    print(table(("", *(run.name for run in runs)), _rows(scenes, verdicts)))
    kept = all(verdict.is_clean for verdict in verdicts)
    print(f"  lost, duplicated, out of order, untold: {'none' if kept else 'NOT NONE'}")
    most = MOST if share == 1.0 else MOST_OF_A_SHARE
    for scene in scenes:
        name = scene.setting.name
        line, within = verdict(f"makespan {name}", scene.seconds / least(scene), most[name])
        print(line)
        kept &= within
    return kept


def least(scene: Scene) -> float:
    """Return the least makespan that the limits allow.

    Each message counts as one post, and each post that ended unclear as one reading back.
    """
    posts = dict.fromkeys((conversation.id for conversation in scene.load.conversations), 0)
    for message in scene.load.messages:
        posts[message.conversation_id] += 1
    return least_seconds(posts, scene.calls.unclear_posts, scene.allowed)


def _rows(scenes: list[Scene], verdicts: list[Verdict]) -> list[list[str]]:
    figures = [
        {**_outcome(verdict), **_speed(scene), **_cost(scene)}
        for scene, verdict in zip(scenes, verdicts, strict=True)
    ]
    return [[name, *(figure[name] for figure in figures)] for name in figures[0]]


def _outcome(found: Verdict) -> dict[str, str]:
    return {
        "lost": f"{found.lost}",
        "duplicated": f"{found.duplicated}",
        "out of order": f"{found.out_of_order}",
        "untold": f"{found.untold}",
        "receipt untrue": f"{found.untrue}",
    }


def _speed(scene: Scene) -> dict[str, str]:
    return {
        "makespan": f"{scene.seconds:.1f} s",
        "least that the limits allow": f"{least(scene):.1f} s",
        "ratio": f"{scene.seconds / least(scene):.2f}",
    }


def _cost(scene: Scene) -> dict[str, str]:
    count, spent = len(scene.load.messages), scene.spent
    bare, a_message = median(scene.bare_posts), spent.real_seconds / count
    return {
        "Slack calls a message": f"{scene.calls.made / count:.2f}",
        "  of them limited": f"{scene.calls.limited / count:.2f}",
        "  of them reading back": f"{scene.calls.reads / count:.2f}",
        "AWS calls a message": f"{scene.aws_calls / count:.2f}",
        "invocations": f"{spent.invocations}",
        "Lambda a message, simulated": milliseconds(spent.seconds / count),
        "  over a bare post": f"{spent.seconds / count / ROUND_TRIP:.1f}",
        "Lambda a message, measured": milliseconds(a_message),
        "  of it AWS calls": milliseconds(scene.real_aws_seconds / count),
        "  of it Slack calls": milliseconds(scene.calls.real_seconds / count),
        "  a bare post": milliseconds(bare),
        "  over a bare post, measured": f"{a_message / bare:.1f}",
    }
