"""The skill Lambda: an Alexa request in, speech out. Wires settings and adapters, no more."""

from postbox import start

# isort: split
import os
import time
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from functools import cache, partial
from threading import Thread
from typing import TYPE_CHECKING, Any, cast

from aws_lambda_powertools import Logger

from postbox.links.stores.links import PERSONAL
from postbox.links.stores.owners import Owners
from postbox.logs import as_line, silence_libraries
from postbox.metrics import Counter, reported
from postbox.store.ahead import ReadAhead, Together
from postbox.store.aws import once, quick, timely
from postbox.store.errors import MailboxUnavailable
from postbox.store.table import Table
from postbox.time_left import shared, within
from skill.alexa.admission import SpeakerGuard
from skill.alexa.device import TIMEOUTS, DeviceSettings
from skill.alexa.guard import RequestGuard, kind_of
from skill.alexa.owner_guard import OwnerGuard
from skill.application import create_skill
from skill.settings import SkillSettings
from skill.turn.parts import Inbox, KnownNames, Outbox, Parts, Sharing, Speaker, Summaries
from skill.turn.timing import Timing, Zones

if TYPE_CHECKING:
    from mypy_boto3_dynamodb import DynamoDBClient

    from postbox.outbox.queue import OutboxQueue
    from skill.reading.catching_up.summarizer import Summarizer

WAY_BACK = 1.0
"""Seconds of Alexa's eight that the answer takes to her."""
MOST_TOGETHER = 6
"""So many reads are made at the same time."""

Handler = Callable[[Any, Any], dict[str, Any]]


def create_handler(
    environment: Mapping[str, str],
    clock: Callable[[], float] = time.time,
    sleep: Callable[[float], None] = time.sleep,
    client: Callable[..., Any] = timely,
    join: Callable[[Thread, float], None] = Thread.join,
    device_timeouts: tuple[float, float] = TIMEOUTS,
    together: Together = map,
) -> Handler:
    """Return the handler for these settings; a missing one raises SettingMissing.

    Clock, sleep, clients and what is waited with (for a model, and for Alexa's device settings)
    are the machine's own unless they are given; reads made ahead are made one after the other.
    """
    silence_libraries()
    settings = SkillSettings.from_environment(environment)
    logger, counter = Logger(service="skill", json_serializer=as_line), Counter("skill")
    failed = partial(counter.count, "RequestFailed")

    def on_unavailable(trouble: MailboxUnavailable) -> None:
        logger.warning("mailbox unavailable", extra={"error": str(trouble)})
        failed()

    aside = reported(logger, counter)
    reads = ReadAhead(client("dynamodb", config=quick()), shared(together))
    table = Table(
        cast("DynamoDBClient", reads), settings.table, on_unavailable, aside=aside, sleep=sleep
    )

    @cache
    def queue() -> "OutboxQueue":
        from postbox.outbox.queue import OutboxQueue  # noqa: PLC0415 - with its client, most of a start

        return OutboxQueue(client("sqs", config=quick()), settings.outbox_url, on_unavailable)

    def summarizer() -> "Summarizer":
        from skill.reading.catching_up.summarizer import MOST_SECONDS, Summarizer  # noqa: PLC0415

        return Summarizer(
            model=settings.summary_model,
            per_day=settings.summaries_per_day,
            client=cache(lambda: client("bedrock-runtime", config=once(MOST_SECONDS))),
            report=lambda problem: logger.warning("no summary", extra={"error": problem}),
            join=join,
        )

    parts = Parts(
        outbox=Outbox(table, queue, settings.max_message_age, settings.undo_seconds),
        inbox=Inbox(table),
        names=KnownNames(table),
        speaker=Speaker(table),
        zones=Zones(table, DeviceSettings(settings.allows_loopback, device_timeouts)),
        summaries=Summaries(table, summarizer),
        sharing=Sharing(table, settings.asks_alexa_pin),
        timing=Timing(clock, sleep),
    )
    skill = create_skill(parts, logger, failed)
    guard = _guard(settings, table, clock)
    events = _events(settings, table, queue, clock)
    door = RequestGuard(skill, settings.skill_id, guard, logger, failed, events)

    def handle(event: Any, context: Any) -> dict[str, Any]:
        logger.clear_state()
        with within(context, WAY_BACK):
            reads.begin(kind_of(event))
            return door.answer(event)

    return handle


def _guard(settings: SkillSettings, table: Table, clock: Callable[[], float]) -> SpeakerGuard:
    if not settings.has_accounts:
        return OwnerGuard(Owners(table), PERSONAL, settings.owner_user_id, clock)
    from skill.alexa.account_guard import account_guard  # noqa: PLC0415 - most have one owner

    return account_guard(table, clock)


def _events(
    settings: SkillSettings,
    table: Table,
    queue: "Callable[[], OutboxQueue]",
    clock: Callable[[], float],
) -> Callable[[Any], None]:
    def take(event: Any) -> None:
        if settings.has_accounts:
            from skill.alexa.skill_events import SkillEvents  # noqa: PLC0415 - rarely needed

            SkillEvents(table, queue, clock).take(event)

    return take


@cache
def _handler() -> Handler:
    return create_handler(os.environ, together=ThreadPoolExecutor(MOST_TOGETHER).map)


def lambda_handler(event: Any, context: Any) -> dict[str, Any]:
    """Answer one Alexa request."""
    return _handler()(event, context)


start.imported()
