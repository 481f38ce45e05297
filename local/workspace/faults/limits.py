"""Slack's rate limits for one app in one workspace.

Source: docs.slack.dev/apis/web-api/rate-limits. Slack counts per method, workspace and app, in
windows of a minute; chat.postMessage has about one message a second per channel with a burst,
and some hundreds a minute per workspace. The exact numbers are not published: these are settings.
"""

import math
import threading
from collections.abc import Mapping

TIER_2, TIER_3, TIER_4 = 20, 50, 100
READING = ("conversations.history", "conversations.replies")
LIMITED_PAGE = 15
_MINUTE = 60

PER_MINUTE = {
    "auth.test": 600,
    "chat.postMessage": 300,
    "chat.update": TIER_3,
    "chat.delete": TIER_3,
    "chat.scheduleMessage": TIER_3,
    "chat.scheduledMessages.list": TIER_3,
    "chat.deleteScheduledMessage": TIER_3,
    "conversations.history": TIER_3,
    "conversations.replies": TIER_3,
    "conversations.list": TIER_2,
    "conversations.info": TIER_3,
    "conversations.open": TIER_3,
    "conversations.mark": TIER_3,
    "users.conversations": TIER_3,
    "users.list": TIER_2,
    "users.info": TIER_4,
    "reactions.add": TIER_3,
    "reactions.get": TIER_3,
    "reactions.remove": TIER_2,
    "team.info": TIER_3,
}


class Limits:
    """How many calls are let through; `check` says how long a refused one has to wait.

    `per_minute` holds the calls a minute per method; `posts_per_second` and `post_burst` bound
    chat.postMessage in each channel on top of that. `reading_page` bounds the objects in a page of
    a history, whatever is asked for; None is no bound but Slack's usual one.
    """

    def __init__(self) -> None:
        self.per_minute = dict(PER_MINUTE)
        self.posts_per_second = 1.0
        self.post_burst = 10.0
        self.reading_page: int | None = None
        self._enabled = True
        self._lock = threading.Lock()
        self._windows: dict[str, tuple[int, int]] = {}
        self._buckets: dict[str, tuple[float, float]] = {}

    def off(self) -> None:
        """Let every call through."""
        self._enabled = False

    def on(self) -> None:
        """Limit calls again."""
        self._enabled = True

    def scale(self, factor: float) -> None:
        """Multiply every limit; below 1 is stricter. At least one call stays allowed."""
        self.per_minute = {m: max(1, int(n * factor)) for m, n in self.per_minute.items()}
        self.posts_per_second *= factor
        self.post_burst = max(1.0, self.post_burst * factor)

    def limit_reading(self, limited: bool = True) -> None:
        """Be an app that is distributed outside the Marketplace, or one no more.

        It reads histories and threads once a minute each, 15 objects at most.
        """
        if limited != (self.reading_page is not None):
            self.reading_page = LIMITED_PAGE if limited else None
            self.per_minute |= dict.fromkeys(READING, 1 if limited else TIER_3)

    def counted(self) -> dict[str, tuple[int, int]]:
        """Return the calls made so far: by the method the minute, and how many in it."""
        with self._lock:
            return dict(self._windows)

    def count(self, calls: Mapping[str, tuple[int, int]]) -> None:
        """Count calls that were made, as `counted` told them."""
        with self._lock:
            self._windows.update(calls)

    def forget(self) -> None:
        """Forget the calls made so far."""
        with self._lock:
            self._windows.clear()
            self._buckets.clear()

    def check(self, method: str, channel: str, now: float) -> int | None:
        """Count a call. Return None when it may go on, else the whole seconds to wait."""
        if not self._enabled:
            return None
        with self._lock:
            minute = int(now // _MINUTE)
            window, used = self._windows.get(method, (minute, 0))
            used = used if window == minute else 0
            if used >= self.per_minute.get(method, TIER_3):
                return max(1, math.ceil((minute + 1) * _MINUTE - now))
            wait = self._take_from_bucket(channel, now) if method == "chat.postMessage" else None
            if wait is None:
                self._windows[method] = (minute, used + 1)
            return wait

    def _take_from_bucket(self, channel: str, now: float) -> int | None:
        level, filled_at = self._buckets.get(channel, (self.post_burst, now))
        refill = max(0.0, now - filled_at) * self.posts_per_second
        level = min(self.post_burst, level + refill)
        if level < 1:
            self._buckets[channel] = (level, max(now, filled_at))
            return max(1, math.ceil((1 - level) / self.posts_per_second))
        self._buckets[channel] = (level - 1, max(now, filled_at))
        return None
