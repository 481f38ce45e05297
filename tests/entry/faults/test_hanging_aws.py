"""AWS takes a call and never answers: each function still ends in its time, and nothing is lost."""

from concurrent.futures import ThreadPoolExecutor
from functools import partial
from inspect import signature

import pytest

from bridge import authorize_lambda, post_lambda, receive_lambda, refresh_lambda
from local.conversations.steps import Setting
from local.world.aws.lambda_context import LambdaContext
from local.world.played import world_for
from postbox.store.aws import AFTER_SECONDS, CONNECTING_SECONDS, timely
from postbox.time_left import LEAST_SECONDS, seconds_left
from skill import alexa_lambda
from skill.alexa.device import TIMEOUTS
from skill.alexa_lambda import WAY_BACK
from skill.turn.zone import ASKING_SECONDS
from tests.accounts.linking_world import linking_world
from tests.accounts.people import linked, texts as texts_of, write
from tests.delivery.observed import queued, texts
from tests.entry.door.slack_requests import ask, event
from tests.entry.faults.batches import batch_of, delivered, said_before_delivery
from tests.entry.faults.hanging import Hanging, silence, world_with_hanging

ALEXA_WAITS, POST_SECONDS, RECEIVE_SECONDS, AUTHORIZE_SECONDS = 8.0, 10.0, 5.0, 5.5
ENTRIES = [alexa_lambda, authorize_lambda, post_lambda, receive_lambda, refresh_lambda]


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.__name__)
def test_the_clients_of_every_function_keep_to_its_time(entry):
    assert signature(entry.create_handler).parameters["client"].default is timely


@pytest.mark.parametrize("times_before", [0, 3])
def test_the_skill_says_its_sentence_while_alexa_waits(times_before):
    with world_with_hanging("skill", "dynamodb") as (world, table):
        world.write("kevin", "@Kevin", "hi")
        world.settle()
        for _ in range(times_before):
            world.say("ask slack did it go through")
        world.advance(2)
        table.hangs, began = True, world.parts.clock()
        turn = world.echo.say("ask slack did it go through")
        assert turn.rejected is None
        assert "can't reach my mailbox" in turn.heard
        assert world.parts.clock() - began < ALEXA_WAITS
        assert min(table.left) >= LEAST_SECONDS
        table.hangs = False
        assert world.say("ask slack for replies").heard == "Kevin says: hi"


def test_reads_in_threads_keep_to_the_time_as_well():
    with world_with_hanging("skill", "dynamodb") as (world, table), ThreadPoolExecutor(2) as pool:
        parts, requests = world.parts, []
        world.echo._line._invoke = lambda request: requests.append(request) or parts.skill(request)
        world.say("ask slack for replies")
        clients = partial(table.clients(parts.cloud), "skill")
        environment, clock = parts.environment, parts.clock
        skill = alexa_lambda.create_handler(
            environment, clock, clock.step, clients, together=pool.map
        )
        for hangs in (False, True):
            table.hangs = hangs
            skill(requests[0], LambdaContext("skill", "1", clock() + ALEXA_WAITS, clock))
        assert table.left
        assert LEAST_SECONDS <= min(table.left) <= max(table.left) <= ALEXA_WAITS


def test_a_queue_that_hangs_takes_no_message_and_alexa_says_so_in_time():
    with world_with_hanging("skill", "sqs") as (world, queue):
        world.advance(2)
        queue.hangs, began = True, world.parts.clock()
        turn = world.echo.say("tell slack to send hello")
        assert turn.rejected is None
        assert "Nothing was sent" in turn.heard
        assert world.parts.clock() - began < ALEXA_WAITS
        assert min(queue.left) >= LEAST_SECONDS
        queue.hangs = False
        world.advance(60)
        assert texts(world) == []


@pytest.mark.parametrize("service", ["dynamodb", "ssm"])
def test_a_message_stays_in_the_queue_while_the_worker_gets_no_answer(service):
    with world_with_hanging("post", service) as (world, troubled):
        said_before_delivery(world, "tell slack to send hello", "tell slack to tell kevin hi")
        world.parts.start_cold("post")
        batch = batch_of(world)
        troubled.hangs, began = True, world.parts.clock()
        answer = delivered(world, batch)
        assert len(answer["batchItemFailures"]) == len(batch["Records"])
        assert world.parts.clock() - began <= POST_SECONDS
        assert min(troubled.left) >= LEAST_SECONDS
        assert queued(world) == len(batch["Records"])
        troubled.hangs = False
        world.advance(300)
        assert sorted(texts(world)) == ["hello"]
        assert queued(world) == 0


@pytest.mark.parametrize("service", ["dynamodb", "ssm"])
def test_slack_is_told_in_time_that_an_event_was_not_kept(service):
    with world_with_hanging("receive", service) as (world, troubled):
        world.parts.start_cold("receive")
        troubled.hangs, began = True, world.parts.clock()
        told = event(world)
        assert ask(world, told)["statusCode"] == 503
        assert world.parts.clock() - began <= RECEIVE_SECONDS
        assert min(troubled.left) >= LEAST_SECONDS
        troubled.hangs = False
        assert ask(world, told)["statusCode"] == 200
        world.advance(120)
        assert "hi" in world.say("ask slack for replies").heard


@pytest.mark.parametrize("service", ["dynamodb", "ssm"])
@pytest.mark.parametrize("seconds", [0.4, 3.0, 7.0, 60.0])
def test_the_upkeep_ends_in_its_time_and_goes_on_at_its_next_run(service, seconds):
    with world_with_hanging("refresh", service) as (world, troubled):
        parts = world.parts
        parts.start_cold("refresh")
        troubled.hangs, end = True, parts.clock() + seconds
        context = LambdaContext("refresh", "1", end, parts.clock)
        report = parts._handlers["refresh"]({"detail-type": refresh_lambda.SCHEDULED}, context)
        assert report["problem"]
        assert parts.clock() <= end
        assert min(troubled.left, default=LEAST_SECONDS) >= LEAST_SECONDS
        troubled.hangs = False
        assert parts.refresh({"detail-type": refresh_lambda.SCHEDULED})["problem"] is None


@pytest.mark.parametrize("service", ["dynamodb", "ssm", "kms"])
def test_who_links_an_account_is_told_of_trouble_in_time(service):
    with silence() as address:
        troubled = Hanging("authorize", service, address)
        with linking_world(clients=troubled.clients) as world:
            browser, parts, clock = world.browser(), world.parts, world.parts.clock
            troubled.clock = clock
            back = browser.at_slack(browser.begin(), "Kevin")
            parts.start_cold("authorize")
            usual, troubled.hangs, end = parts.authorize, True, world.now + AUTHORIZE_SECONDS
            context = LambdaContext("authorize", "1", end, clock)
            parts.authorize = lambda request: parts._handlers["authorize"](request, context)
            assert browser.get("/slack/linked", back).status == 503
            assert world.now <= end
            assert min(troubled.left) >= LEAST_SECONDS
            troubled.hangs, parts.authorize = False, usual
            assert world.linked("Kevin")


@pytest.mark.parametrize("is_posted", [True, False])
@pytest.mark.parametrize(
    "said", ["tell slack to send hello", "tell slack to send is anybody there to general and wait"]
)
def test_what_waits_leaves_time_for_a_last_call(said, is_posted):
    left: list[float] = []

    def clients(cloud):
        def client(function, service, **options):
            real = cloud.client(service, **options)
            return Noted(real, left) if function == "skill" else real

        return client

    with world_for(Setting(), clients=clients) as world:
        if not is_posted:
            world.parts.queue.poll = lambda: 0
        left.clear()
        assert world.say(said).heard
    assert max(left) <= ALEXA_WAITS - WAY_BACK
    assert min(left) >= LEAST_SECONDS


def test_alexa_is_asked_for_a_zone_only_with_time_for_all_of_it():
    connecting, answering = TIMEOUTS
    assert 2 * connecting + 2 * answering <= ASKING_SECONDS
    assert CONNECTING_SECONDS + AFTER_SECONDS < LEAST_SECONDS


def test_every_mailbox_that_an_event_is_written_to_has_the_time_of_its_function():
    with linking_world() as world, ThreadPoolExecutor(2) as pool:
        people, parts, left = [linked(world, "Giselle"), linked(world, "Kevin")], world.parts, []

        def client(service, **options):
            return Noted(parts.cloud.client(service, **options), left)

        receive = receive_lambda.create_handler(
            parts.environment, parts.clock, client, together=pool.map
        )
        context = LambdaContext("receive", "1", parts.clock() + RECEIVE_SECONDS, parts.clock)
        parts.receive = lambda request: receive(request, context)
        general = parts.workspace.find_conversation("#general")
        write(world, "Ana", general, "hello all")
        assert [texts_of(world, link, general.id) for link in people] == 2 * [["hello all"]]
        assert left
        assert max(left) <= RECEIVE_SECONDS


class Noted:
    """A client that notes what time is left at each call."""

    def __init__(self, real, left):
        self._real, self._left = real, left

    def __getattr__(self, operation):
        self._left.append(seconds_left())
        return getattr(self._real, operation)
