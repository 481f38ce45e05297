"""An Echo that knows a few things to say, and posts to a real workspace."""

import threading
from dataclasses import dataclass, field
from typing import Any

from slack_sdk import WebClient


@dataclass
class ScriptedEcho:
    """What it answers is in the utterance; `gate` lets a test hold an answer back."""

    slack: WebClient | None = None
    gate: threading.Event = field(default_factory=threading.Event)
    heard: list[str] = field(default_factory=list)
    at_once: int = 0
    most_at_once: int = 0

    def __post_init__(self) -> None:
        """Answer without waiting, until a test closes the gate."""
        self.gate.set()

    def say(self, utterance: str) -> dict[str, Any]:
        self.at_once += 1
        self.most_at_once = max(self.most_at_once, self.at_once)
        try:
            self.gate.wait(timeout=600)
            self.heard.append(utterance)
            return self._answer(utterance)
        finally:
            self.at_once -= 1

    def silence(self) -> dict[str, Any]:
        return turn("", heard="Say yes or no.")

    def speaker(self) -> str:
        return ""

    def _answer(self, utterance: str) -> dict[str, Any]:
        if "explode" in utterance:
            raise ConnectionError("nobody listens on port 4566")
        if "too much" in utterance:
            rejected = turn(utterance, heard="", rejected="The speech has 8,001 characters.")
            return {**rejected, "farewell": {"request": {"type": "SessionEndedRequest"}}}
        if "weather" in utterance:
            return {**turn(utterance, heard=""), "request": {}, "response": {}, "seconds": 0.0}
        if "perhaps" in utterance:
            return turn(utterance, heard="Send it?", reprompt="Say yes or no.", session_open=True)
        if " send " in utterance and self.slack:
            text = utterance.partition(" send ")[2]
            self.slack.chat_postMessage(channel="general", text=text)
            return turn(utterance, heard="Sent to general.")
        return turn(utterance, heard=f"You said {utterance}")


def turn(
    utterance: str,
    *,
    heard: str,
    reprompt: str = "",
    session_open: bool = False,
    rejected: str | None = None,
) -> dict[str, Any]:
    """Return a turn as an Echo reports it."""
    return {
        "utterance": utterance,
        "heard": heard,
        "reprompt": reprompt,
        "session_open": session_open,
        "rejected": rejected,
        "request": {
            "version": "1.0",
            "request": {
                "type": "IntentRequest",
                "intent": {"name": "SendIntent", "slots": {"text": {"value": utterance}}},
                "dialogState": None,
            },
        },
        "response": {"version": "1.0", "response": {"outputSpeech": {"ssml": heard}}},
        "seconds": 0.212,
    }
