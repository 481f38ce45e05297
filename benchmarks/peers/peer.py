"""How public Alexa-to-Slack skills do it, in the fewest lines that are fair to them.

The intent handler makes slack_sdk's WebClient as the documentation shows it and calls
chat.postMessage while Alexa waits. There is no queue and no record of what was said. The client
keeps its defaults: it waits up to 30 seconds, and when a connection breaks it sends the request
once more by itself. If the call returns, the skill says that the message was sent; if it raises,
the skill apologises. When Alexa's 8 seconds are over, Lambda kills the function and Alexa says that
there was a problem. Nobody repeats a message that was not sent: who hears an apology gives up.
"""

import multiprocessing
import time
from collections import Counter
from multiprocessing.connection import Connection

from slack_sdk import WebClient

from benchmarks.peers.scenarios import Result, Scenario, Told
from local.workspace import create_app, serve
from local.workspace.standard import demo_workspace

ALEXA_WAITS = 8.0
SENT, SORRY = "Your message was sent.", "Sorry, something went wrong."


def answer(client: WebClient, channel: str, text: str) -> str:
    """Handle the intent."""
    try:
        client.chat_postMessage(channel=channel, text=text)
    except Exception:  # noqa: BLE001 - the skill's catch-all exception handler
        return SORRY
    return SENT


class Function:
    """The skill's Lambda: a process that handles one request at a time and is killed when late."""

    def __init__(self, api_url: str, token: str, channel: str) -> None:
        """Start it warm."""
        self._arguments = (api_url, token, channel)
        self._start()

    def ask(self, text: str) -> str | None:
        """Return what it says; None when Alexa's patience ended first."""
        self._pipe.send(text)
        if self._pipe.poll(ALEXA_WAITS):
            return str(self._pipe.recv())
        self.kill()
        self._start()
        return None

    def kill(self) -> None:
        """End it at once."""
        self._process.kill()
        self._process.join()

    def _start(self) -> None:
        spawning = multiprocessing.get_context("spawn")
        self._pipe, theirs = spawning.Pipe()
        self._process = spawning.Process(
            target=_serve, args=(theirs, *self._arguments), daemon=True
        )
        self._process.start()
        self._pipe.recv()


def play_peer(scenario: Scenario) -> Result:
    """Say everything to the peer."""
    workspace, token = demo_workspace(time.time)
    workspace.limits.off()
    general = workspace.find_conversation("#general")
    told = []
    with serve(create_app(workspace)) as server:
        function = Function(server.api_url, token, general.id)
        scenario.begin(workspace)
        for number, text in enumerate(scenario.texts):
            scenario.before(number, workspace)
            began = time.perf_counter()
            said = function.ask(text)
            seconds = time.perf_counter() - began
            told.append(Told(text, min(seconds, ALEXA_WAITS), sent=said == SENT, promised=False))
        function.kill()
    return Result(told, Counter(message.text for message in workspace.messages(general)))


def _serve(pipe: Connection, api_url: str, token: str, channel: str) -> None:
    client = WebClient(token=token, base_url=api_url)
    client.auth_test()
    pipe.send("ready")
    while True:
        pipe.send(answer(client, channel, pipe.recv()))
