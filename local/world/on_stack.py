"""Transcripts played on the running stack, over HTTP: real MiniStack, real Lambdas, real time."""

import time
from collections.abc import Callable
from dataclasses import asdict
from typing import Any

import httpx

from local.conversations.player import Difference, cannot_do, play
from local.conversations.steps import Transcript
from local.conversations.world import CannotDo, Post, Spoken

LONGEST_WAIT = 60.0


def player_on(address: str) -> Callable[[Transcript], Difference | None]:
    """Return what plays a transcript on the stack at this address, from a fresh start each."""

    def play_one(transcript: Transcript) -> Difference | None:
        with httpx.Client(base_url=address, timeout=60) as client:
            try:
                _checked(client.post("/stack/reset", json=asdict(transcript.setting)))
            except LookupError as problem:
                return cannot_do(transcript.steps[0], problem)
            return play(transcript, OnStack(client, time.sleep))

    return play_one


class OnStack:
    """A world behind a page's address."""

    def __init__(self, client: httpx.Client, sleep: Callable[[float], None]) -> None:
        """Use this client, whose base is the page's address."""
        self._client = client
        self._sleep = sleep

    def say(self, utterance: str | None) -> Spoken:
        """Speak to the Echo."""
        if utterance is None:
            turn = _checked(self._client.post("/echo/silence"))
        else:
            turn = _checked(self._client.post("/echo/say", json={"utterance": utterance}))
        return Spoken(turn["heard"], turn["rejected"])

    def posts(self, place: str) -> list[Post]:
        """Return the messages that stand in a place now, oldest first."""
        found = _checked(self._client.get("/_workspace/messages", params={"channel": place}))
        return [Post(each["ts"], each["author"], each["text"]) for each in found["messages"]]

    def newest(self) -> tuple[str, str] | None:
        """Return the place and ts of the newest message of all."""
        state = _checked(self._client.get("/_workspace/state"))
        ids = [each["id"] for each in state["conversations"]]
        found = [(post.ts, place) for place in ids for post in self.posts(place)]
        if not found:
            return None
        ts, place = max(found)
        return place, ts

    def write(self, person: str, place: str, text: str, thread_ts: str | None = None) -> str:
        """Write as a person and return the ts."""
        asked = {"as": person, "channel": place, "text": text}
        if thread_ts:
            asked["thread_ts"] = thread_ts
        return str(self._workspace("say", asked)["ts"])

    def edit(self, place: str, ts: str, text: str) -> None:
        """Change a message."""
        self._workspace("edit", {"channel": place, "ts": ts, "text": text})

    def delete(self, place: str, ts: str) -> None:
        """Delete a message."""
        self._workspace("delete", {"channel": place, "ts": ts})

    def fail(self, fault: str) -> None:
        """Let the next Web API calls fail."""
        self._workspace("faults", {"spec": fault})

    def archive(self, place: str) -> None:
        """Archive a channel."""
        self._workspace("archive", {"channel": place})

    def revoke(self) -> None:
        """Take the speaker's token back."""
        self._workspace("revoke", {})

    def relink(self) -> None:
        """Give Earshot a new token."""
        _checked(self._client.post("/stack/relink"))

    def settle(self) -> None:
        """Wait until the queue and Slack's events have nothing due."""
        _checked(self._client.post("/stack/settle"))

    def advance(self, seconds: float) -> None:
        """Wait, where that is bearable."""
        if seconds > LONGEST_WAIT:
            raise CannotDo(
                f"on the stack time is real, and {seconds:.0f} s are long; play without --stack"
            )
        self._sleep(seconds)
        self.settle()

    def _workspace(self, action: str, asked: dict[str, str]) -> Any:
        return _checked(self._client.post(f"/_workspace/{action}", json=asked))


def _checked(answer: httpx.Response) -> Any:
    if answer.is_error:
        try:
            problem = answer.json()["error"]
        except (ValueError, KeyError, TypeError):
            problem = f"HTTP {answer.status_code}"
        raise LookupError(problem)
    return answer.json() if answer.content else {}
