"""Transcripts played on the running stack, over HTTP: real MiniStack, real Lambdas, real time."""

import time
from collections.abc import Callable, Mapping
from dataclasses import asdict
from typing import Any

import httpx

from local.conversations.player import Difference, cannot_do, play
from local.conversations.steps import Transcript
from local.conversations.world import CannotDo, Newest, Post, Reacted, Spoken, Waiting, newest_of
from local.world.slack_as_seen import titled

LONGEST_WAIT = 60.0
LOOK_AGAIN_SECONDS = 0.5
SECONDS = 60.0
"""How long a step may take."""
_REAL_TIME = "on the stack time is real, and a clock cannot be set; play without --stack"


def player_on(address: str) -> Callable[[Transcript], Difference | None]:
    """Return what plays a transcript on the stack at this address, from a fresh start each."""

    def play_one(transcript: Transcript) -> Difference | None:
        if transcript.setting.clock:
            return cannot_do(transcript.steps[0], CannotDo(_REAL_TIME))
        with httpx.Client(base_url=address, timeout=SECONDS) as client:
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

    def speak_as(self, voice: str) -> None:
        """Only the owner stands before the stack's Echo."""
        if voice != "the owner":
            raise CannotDo("the stack's Echo has one account; play this in process")

    def posts(self, place: str) -> list[Post]:
        """Return the messages that stand in a place now, oldest first."""
        found = self._look("messages", place)
        return [
            Post(post["ts"], post["author"], post["text"], post.get("thread_ts"))
            for post in found["messages"]
        ]

    def newest(self, not_by: str | None = None) -> Newest | None:
        """Return the newest message of all, or of those that somebody else wrote."""
        state = _checked(self._client.get("/_workspace/state"))
        ids = [conversation["id"] for conversation in state["conversations"]]
        return newest_of(((place, post) for place in ids for post in self.posts(place)), not_by)

    def write(self, person: str, place: str, text: str, thread_ts: str | None = None) -> str:
        """Write as a person and return the ts."""
        asked = {"as": person, "channel": place, "text": text}
        if thread_ts:
            asked["thread_ts"] = thread_ts
        return str(self._workspace("say", asked)["ts"])

    def write_as_bot(
        self, name: str, place: str, text: str, attachment: tuple[str, str] | None
    ) -> str:
        """Write as an integration, with the title and text of an attachment; return the ts."""
        attachments = [titled(*attachment)] if attachment else []
        asked = {"name": name, "channel": place, "text": text, "attachments": attachments}
        return str(self._workspace("bot", asked)["ts"])

    def share(
        self, person: str, place: str, file: str, text: str, thread_ts: str | None = None
    ) -> str:
        """Share a file as a person and return the ts."""
        asked = {"as": person, "channel": place, "file": file, "text": text, "thread_ts": thread_ts}
        return str(self._workspace("share", asked)["ts"])

    def make(self, person: str, place: str, shape: Mapping[str, Any]) -> str:
        """Let somebody do what Slack makes a message of this shape of; return its ts."""
        asked = {"as": person, "channel": place, "message": shape}
        return str(self._workspace("make", asked)["ts"])

    def react(self, person: str, place: str, ts: str, emoji: str) -> None:
        """React to a message."""
        self._workspace("react", {"as": person, "channel": place, "ts": ts, "emoji": emoji})

    def edit(self, place: str, ts: str, text: str) -> None:
        """Change a message."""
        self._workspace("edit", {"channel": place, "ts": ts, "text": text})

    def delete(self, place: str, ts: str) -> None:
        """Delete a message."""
        self._workspace("delete", {"channel": place, "ts": ts})

    def fail(self, fault: str) -> None:
        """Let the next Web API calls fail."""
        self._workspace("faults", {"spec": fault})

    def reactions(self, place: str) -> list[Reacted]:
        """Return the reactions that stand in a place, the newest one last."""
        found = self._look("messages", place)["reacted"]
        return [Reacted(reaction["author"], reaction["name"]) for reaction in found]

    def read_mark(self, place: str) -> str | None:
        """Return the ts up to which the speaker has read a place; None for nothing."""
        mark: str | None = self._look("messages", place)["read"]
        return mark

    def scheduled(self, place: str) -> list[Waiting]:
        """Return what waits to be posted in a place, the next one first."""
        found = self._look("scheduled", place)["scheduled"]
        return [Waiting(message["id"], message["post_at"], message["text"]) for message in found]

    def lose_events(self) -> None:
        """Tell Earshot nothing more of what happens in Slack."""
        self._workspace("events", {"do": "get lost"})

    def let_events_arrive(self) -> None:
        """Tell Earshot again of what happens from now on."""
        self._workspace("events", {"do": "arrive"})

    def repeat_events(self) -> None:
        """Deliver the message events of the last ten minutes once more, with new ids."""
        self._workspace("events", {"do": "come again"})

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
        """Wait, where that is bearable; no longer than for the last message on its way."""
        if seconds > LONGEST_WAIT:
            raise CannotDo(
                f"on the stack time is real, and {seconds:.0f} s are long; play without --stack"
            )
        waits, waited = self._is_waiting(), 0.0
        while waited < seconds and (not waits or self._is_waiting()):
            pause = min(LOOK_AGAIN_SECONDS, seconds - waited) if waits else seconds
            self._sleep(pause)
            waited += pause
        self.settle()

    def _is_waiting(self) -> bool:
        """Say whether a message is on its way to Slack."""
        return bool(_checked(self._client.get("/stack/queue")).get("waiting"))

    def _look(self, view: str, place: str) -> Any:
        return _checked(self._client.get(f"/_workspace/{view}", params={"channel": place}))

    def _workspace(self, action: str, asked: dict[str, Any]) -> Any:
        return _checked(self._client.post(f"/_workspace/{action}", json=asked))


def _checked(answer: httpx.Response) -> Any:
    if answer.is_error:
        try:
            problem = answer.json()["error"]
        except (ValueError, KeyError, TypeError):
            problem = f"HTTP {answer.status_code}"
        raise LookupError(problem)
    return answer.json() if answer.content else {}
