"""Gaps are asked to be filled before a reading; what is still missing is said."""

from dataclasses import replace

from local.world.aws.moto_cloud import TABLE
from local.world.played import PlayedInProcess
from postbox.inbox.stores.backfills import Backfills
from postbox.store.table import Table

WARNING = "Slack is still telling me what I missed, so newer messages may be missing."


def backfills(world: PlayedInProcess) -> Backfills:
    return Backfills(Table(world.parts.cloud.client("dynamodb"), TABLE))


def test_where_slack_holds_the_repair_up_the_answer_says_so(world):
    kept, team_id = backfills(world), world.parts.workspace.team_id
    kept.want(team_id, world.parts.clock())
    wanted = kept.get(team_id)
    kept.save(wanted, replace(wanted, not_before=world.parts.clock() + 60))
    assert world.say("ask slack for replies").heard == f"No replies. {WARNING}"


def test_an_answer_waits_a_moment_and_no_longer(world):
    kept, team_id = backfills(world), world.parts.workspace.team_id
    kept.want(team_id, world.parts.clock())
    before = world.parts.clock()
    assert world.say("ask slack for replies").heard == "No replies."
    assert world.parts.clock() - before < 2 + 1.5 + 0.3


def test_where_events_come_nobody_waits(world):
    world.write("kevin", "@kevin", "hi")
    world.settle()
    before = world.parts.clock()
    assert world.say("ask slack for replies").heard == "Kevin says: hi"
    assert world.parts.clock() - before == 2
