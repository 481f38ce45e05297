"""What the person who runs Earshot is woken for."""

import json
from typing import Any

import pytest
from aws_lambda_powertools import Logger, Metrics

from bridge.outbox.batches.bundles import QueuedCommand
from bridge.outbox.batches.report import PostReport
from bridge.outbox.engine.outcome import AttemptOutcome, Result
from tests.deploy.reading import FUNCTIONS, Template, of_type, text

ENDINGS = ("Failed", "Doubtful")
Watched = tuple[str, str, frozenset[tuple[str, str]]]
"""Namespace, metric, and its dimensions."""


def watched(alarm: dict[str, Any]) -> Watched:
    dimensions = {
        (dimension["Name"], text(dimension["Value"])) for dimension in alarm["Dimensions"]
    }
    return alarm["Namespace"], alarm["MetricName"], frozenset(dimensions)


def alarms(template: Template) -> dict[Watched, dict[str, Any]]:
    found = of_type(template, "AWS::CloudWatch::Alarm").values()
    return {watched(alarm): alarm for alarm in found}


def on_queue(metric: str, queue: str) -> Watched:
    return "AWS/SQS", metric, frozenset({("QueueName", f"{queue}.QueueName")})


def counted_by(service: str, metric: str) -> Watched:
    return "Earshot", metric, frozenset({("service", service)})


def of_function(function: str, metric: str) -> Watched:
    name = f"{function.capitalize()}LambdaFunction"
    return "AWS/Lambda", metric, frozenset({("FunctionName", name)})


TURNED_AWAY = ("AWS/ApiGateway", "4xx", frozenset({("ApiId", "HttpApi")}))
SILENT = of_function("refresh", "Invocations")
OLDEST = on_queue("ApproximateAgeOfOldestMessage", "Outbox")
IN_A_ROW = counted_by("refresh", "RefreshFailed")
THRESHOLDS = {OLDEST: 300, TURNED_AWAY: 50, SILENT: 1}


def test_all_that_loses_delays_or_stops_something_rings(template: Template):
    assert set(alarms(template)) == {
        on_queue("ApproximateNumberOfMessagesVisible", "DeadLetters"),
        OLDEST,
        *(counted_by("post", f"{what}{how}") for what in ("Post", "Action") for how in ENDINGS),
        counted_by("skill", "RequestFailed"),
        counted_by("receive", "EventNotKept"),
        IN_A_ROW,
        *(counted_by(function, "SetAside") for function in FUNCTIONS),
        *(of_function(function, "Errors") for function in FUNCTIONS),
        *(of_function(function, "Throttles") for function in FUNCTIONS),
        of_function("refresh", "AsyncEventsDropped"),
        SILENT,
        TURNED_AWAY,
    }


def test_once_is_enough_and_silence_is_well(template: Template):
    found = alarms(template)
    for watched, alarm in found.items():
        assert int(alarm["Threshold"]) == THRESHOLDS.get(watched, 0)
    for watched in set(found) - {SILENT}:
        assert found[watched]["ComparisonOperator"] == "GreaterThanThreshold"
        assert found[watched]["TreatMissingData"] == "notBreaching"
        assert found[watched]["EvaluationPeriods"] == (3 if watched == IN_A_ROW else 1)


def test_of_the_net_under_everything_silence_is_what_rings(template: Template):
    alarm = alarms(template)[SILENT]
    assert alarm["TreatMissingData"] == "breaching"
    assert alarm["ComparisonOperator"] == "LessThanThreshold"
    # The schedule runs every five minutes: in half an hour there would have been six runs.
    assert alarm["Period"] * alarm["EvaluationPeriods"] == 1800


def test_alarms_have_names_of_their_own_and_say_what_is_the_case(template: Template):
    found = list(alarms(template).values())
    assert len({alarm["AlarmName"] for alarm in found}) == len(found)
    assert len({alarm["AlarmDescription"] for alarm in found}) == len(found)
    assert all(alarm["AlarmName"].startswith("earshot-prod-") for alarm in found)


def test_alarms_are_mailed_when_an_address_is_given(template: Template):
    topic = template["Resources"]["AlarmTopic"]
    assert topic["Condition"] == "AlarmsAreMailed"
    (subscription,) = topic["Properties"]["Subscription"]
    assert subscription == {"Protocol": "email", "Endpoint": {"Ref": "AlarmEmail"}}
    assert template["Parameters"]["AlarmEmail"]["Default"] == ""
    for alarm in alarms(template).values():
        (action,) = alarm["AlarmActions"]
        assert action["Fn::If"][:2] == ["AlarmsAreMailed", {"Ref": "AlarmTopic"}]


@pytest.mark.parametrize(
    ("result", "metric"), [(Result.FAILED, "PostFailed"), (Result.DOUBTFUL, "PostDoubtful")]
)
def test_an_alarm_listens_to_what_the_post_function_really_counts(
    template: Template,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    result: Result,
    metric: str,
):
    monkeypatch.delenv("POWERTOOLS_METRICS_DISABLED", raising=False)
    metrics = Metrics(namespace="Earshot", service="post")
    report = PostReport(Logger(service="post"), metrics, lambda: 0.0, lambda *_: None)
    report.attempt(QueuedCommand({"messageId": "record"}, None), AttemptOutcome(result))
    report.flush()
    counted = next(
        line for line in map(json.loads, capsys.readouterr().out.splitlines()) if "_aws" in line
    )
    (description,) = counted["_aws"]["CloudWatchMetrics"]
    (dimensions,) = description["Dimensions"]
    named = frozenset((name, counted[name]) for name in dimensions)
    metric_names = [metric["Name"] for metric in description["Metrics"]]
    assert metric_names == [metric]
    assert (description["Namespace"], metric, named) in alarms(template)
