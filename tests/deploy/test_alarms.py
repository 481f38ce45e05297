"""What the person who runs Earshot is woken for."""

import json
from typing import Any

import pytest
from aws_lambda_powertools import Logger, Metrics

from bridge.outcome import Outcome, Result
from bridge.post_report import PostReport
from tests.deploy.reading import FUNCTIONS, Template, of_type, text

Watched = tuple[str, str, frozenset[tuple[str, str]]]
"""Namespace, metric, and its dimensions."""


def watched(alarm: dict[str, Any]) -> Watched:
    dimensions = {(each["Name"], text(each["Value"])) for each in alarm["Dimensions"]}
    return alarm["Namespace"], alarm["MetricName"], frozenset(dimensions)


def alarms(template: Template) -> dict[Watched, dict[str, Any]]:
    found = of_type(template, "AWS::CloudWatch::Alarm").values()
    return {watched(alarm): alarm for alarm in found}


def on_queue(metric: str, queue: str) -> Watched:
    return "AWS/SQS", metric, frozenset({("QueueName", f"{queue}.QueueName")})


def on_post(metric: str) -> Watched:
    return "Earshot", metric, frozenset({("service", "post")})


def on_errors(function: str) -> Watched:
    name = f"{function.capitalize()}LambdaFunction"
    return "AWS/Lambda", "Errors", frozenset({("FunctionName", name)})


def test_all_that_loses_or_delays_a_message_rings(template: Template):
    assert set(alarms(template)) == {
        on_queue("ApproximateNumberOfMessagesVisible", "DeadLetters"),
        on_queue("ApproximateAgeOfOldestMessage", "Outbox"),
        on_post("PostFailed"),
        on_post("PostDoubtful"),
        *map(on_errors, FUNCTIONS),
    }


def test_one_message_is_enough_and_silence_is_well(template: Template):
    for (_, metric, _), alarm in alarms(template).items():
        assert alarm["ComparisonOperator"] == "GreaterThanThreshold"
        assert alarm["TreatMissingData"] == "notBreaching"
        assert alarm["EvaluationPeriods"] == 1
        assert int(alarm["Threshold"]) == (300 if "AgeOfOldest" in metric else 0)


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
    report = PostReport(Logger(service="post"), metrics, lambda: 0.0)
    report.attempt("record", None, Outcome(result))
    report.flush()
    counted = next(
        line for line in map(json.loads, capsys.readouterr().out.splitlines()) if "_aws" in line
    )
    (description,) = counted["_aws"]["CloudWatchMetrics"]
    (dimensions,) = description["Dimensions"]
    named = frozenset((name, counted[name]) for name in dimensions)
    metric_names = [each["Name"] for each in description["Metrics"]]
    assert metric_names == [metric]
    assert (description["Namespace"], metric, named) in alarms(template)
