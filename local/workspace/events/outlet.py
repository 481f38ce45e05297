"""Slack's Events API: what changes in a workspace, brought to an app's address.

Schedule and headers as in docs.slack.dev/apis/events-api: an event that is not answered with 2xx
within three seconds is sent again at once, one minute and five minutes after the first attempt.
"""

import heapq
import itertools
import threading
from collections.abc import Callable
from dataclasses import dataclass

from local.workspace.events.attempts import Attempt, Sender, Transport
from local.workspace.events.envelopes import Envelope, envelopes_of, verification, with_new_id
from local.workspace.model import Workspace
from local.workspace.team.entities import Change

RETRY_AFTER_SECONDS = (0.0, 60.0, 300.0)


@dataclass(frozen=True, order=True)
class _Delivery:
    due: float
    number: int
    envelope: Envelope
    first_at: float | None = None
    retry: int = 0
    because: str = ""


class EventOutlet:
    """Sends the workspace's events through a transport, whenever `deliver_due` is called.

    It drives the workspace's own time, too: what is scheduled there is posted when it is due.

    `transport(headers, body)` gives the status of the answer, or (status, headers), or these with
    the body; raising is a failure. The clock gives epoch seconds. Every method may be called from
    any thread. `sent` holds the envelopes that were answered with 2xx, `attempts` every attempt.
    """

    def __init__(
        self, workspace: Workspace, transport: Transport, clock: Callable[[], float]
    ) -> None:
        self.sent: list[Envelope] = []
        self.attempts: list[Attempt] = []
        self._workspace = workspace
        self._clock = clock
        self._sender = Sender(transport, workspace.signing_secret, clock)
        self._numbers = itertools.count()
        self._waiting: list[_Delivery] = []
        self._under_way = 0
        self._resets = 0
        self._closed = False
        self._changed = threading.Condition()
        self._unsubscribe = workspace.subscribe(self._hear)

    def deliver_due(self, now: float | None = None) -> int:
        """Send all that is due, retries too; return how many attempts that took."""
        self._workspace.post_due(now)
        made = 0
        while (delivery := self._next_delivery(now)) is not None:
            self._attempt(delivery)
            made += 1
        return made

    def redeliver(self, envelope: Envelope, new_event_id: bool = True) -> Envelope:
        """Send an event once more, as Slack at times does; return the envelope that will go."""
        with self._workspace.lock:
            again = with_new_id(self._workspace, envelope) if new_event_id else envelope
        self._put(_Delivery(self._clock(), next(self._numbers), again))
        return again

    def redeliver_since(self, moment: float) -> int:
        """Send the message events raised since then once more, with new ids; return how many."""
        sent = [envelope for envelope in list(self.sent) if _is_message(envelope, moment)]
        again = {id(envelope["event"]): envelope for envelope in sent}
        for envelope in again.values():
            self.redeliver(envelope)
        return len(again)

    def verify_url(self) -> bool:
        """Send url_verification; return whether it was answered with the challenge.

        Where the transport tells no body, the status alone counts.
        """
        with self._workspace.lock:
            payload = verification(self._workspace)
        attempt = self._sender.send(payload)
        expected = str(payload["challenge"]).encode()
        return not attempt.reason and (attempt.body is None or expected in attempt.body)

    @property
    def pending(self) -> list[Envelope]:
        """The envelopes that wait for an attempt, the next one first."""
        with self._changed:
            return [delivery.envelope for delivery in sorted(self._waiting)]

    @property
    def is_idle(self) -> bool:
        """Whether nothing is under way and nothing is due now; retries may wait for their time."""
        with self._changed:
            return not self._under_way and not self._is_due()

    def next_due(self) -> float | None:
        """Return when something is due next, in epoch seconds; None for never."""
        with self._changed:
            return self._next_due()

    def wait_for_due(self) -> bool:
        """Wait until something is due and return True, or until `close` and return False."""
        with self._changed:
            while not self._closed and not self._is_due():
                due = self._next_due()
                self._changed.wait(None if due is None else due - self._clock())
            return not self._closed

    def close(self) -> None:
        """Hear no more changes, and send nothing more."""
        self._unsubscribe()
        with self._changed:
            self._closed = True
            self._waiting.clear()
            self._changed.notify_all()

    def _is_due(self) -> bool:
        due = self._next_due()
        return due is not None and due <= self._clock()

    def _next_due(self) -> float | None:
        events = self._waiting[0].due if self._waiting else None
        times = [at for at in (events, self._workspace.next_post_at) if at is not None]
        return min(times, default=None)

    def _hear(self, change: Change) -> None:
        match change.kind:
            case "reset":
                with self._changed:
                    self._waiting.clear()
                    self._resets += 1
            case "schedule":
                with self._changed:
                    self._changed.notify_all()
            case "again":
                self.redeliver_since(self._workspace.event_trouble.again_since)
            case _:
                self._raise(envelopes_of(self._workspace, change))

    def _raise(self, envelopes: list[Envelope]) -> None:
        trouble = self._workspace.event_trouble
        for envelope in envelopes:
            if not trouble.lost:
                due = self._clock() + trouble.take_delay()
                self._put(_Delivery(due, next(self._numbers), envelope))

    def _put(self, delivery: _Delivery) -> None:
        with self._changed:
            if not self._closed:
                heapq.heappush(self._waiting, delivery)
                self._changed.notify_all()

    def _next_delivery(self, now: float | None) -> _Delivery | None:
        with self._changed:
            limit = self._clock() if now is None else now
            if not self._waiting or self._waiting[0].due > limit:
                return None
            self._under_way += 1
            return heapq.heappop(self._waiting)

    def _attempt(self, delivery: _Delivery) -> None:
        resets = self._resets
        attempt = self._sender.send(delivery.envelope, delivery.retry, delivery.because)
        with self._changed:
            self.attempts.append(attempt)
            if not attempt.reason:
                self.sent.append(delivery.envelope)
            elif resets == self._resets and not attempt.refuses_retries:
                self._put_retry(delivery, attempt)
            self._under_way -= 1
            self._changed.notify_all()

    def _put_retry(self, delivery: _Delivery, failed: Attempt) -> None:
        if delivery.retry == len(RETRY_AFTER_SECONDS):
            return
        first_at = failed.at if delivery.first_at is None else delivery.first_at
        due = first_at + RETRY_AFTER_SECONDS[delivery.retry]
        retry, number = delivery.retry + 1, next(self._numbers)
        self._put(_Delivery(due, number, delivery.envelope, first_at, retry, failed.reason))


def _is_message(envelope: Envelope, since: float) -> bool:
    raised_at: int = envelope["event_time"]
    return envelope["event"]["type"] == "message" and raised_at >= int(since)
