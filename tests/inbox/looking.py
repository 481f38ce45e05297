"""What an inbox holds, looked at from outside; and events written by hand."""

import itertools
import json
from typing import Any

from local.cli.checks import signed_headers
from local.workspace.team.entities import Conversation, Person
from local.workspace.team.identifiers import ts_key, ts_of
from local.world.aws.moto_cloud import TABLE
from local.world.played import PlayedInProcess
from postbox.inbox.message import InboxMessage
from postbox.inbox.read_state import EVERYWHERE, Answer, Position, Used
from postbox.inbox.stores.followers import Followers
from postbox.inbox.stores.inbox import Inbox
from postbox.inbox.stores.reactions import Reactions
from postbox.inbox.stores.read_state_writes import Move
from postbox.inbox.stores.read_states import ReadStates
from postbox.links.stores.links import PERSONAL
from postbox.store.table import Table

_numbers = itertools.count(1)


class Looking:
    """A world, and the facts that it keeps about messages."""

    def __init__(self, world: PlayedInProcess) -> None:
        self.world = world
        self.parts = world.parts
        self.workspace = world.parts.workspace
        self.table = Table(world.parts.cloud.client("dynamodb"), TABLE)
        self.inbox, self.read_states = Inbox(self.table), ReadStates(self.table)
        self.team_id = self.workspace.team_id

    def place(self, name: str) -> Conversation:
        return self.workspace.find_conversation(name)

    def person(self, name: str) -> Person:
        return self.workspace.find_person(name)

    def write(self, person: str, place: str, text: str, thread_ts: str | None = None) -> str:
        """Write in Slack, and let Earshot be told of it if it is told."""
        ts = self.world.write(person, place, text, thread_ts)
        self.world.settle()
        return ts

    def messages(self, place: str) -> list[InboxMessage]:
        """What is kept of a conversation, oldest first; what is gone from Slack is left out."""
        found = self.inbox.after(self.team_id, self.place(place).id, "0", 1000)
        return [message for message in found if not message.deleted]

    def texts(self, place: str) -> list[str]:
        return [message.text for message in self.messages(place)]

    def attention(self) -> list[tuple[str, str]]:
        """The text and the reason of what deserves the speaker's attention, oldest first."""
        found = []
        for attention in self.inbox.unheard(PERSONAL):
            message = self.inbox.get(attention.team_id, attention.conversation_id, attention.ts)
            assert message is not None
            found.append((message.text, attention.reason.value))
        return found

    def late(self) -> list[str]:
        """The ts of what came late and is unheard."""
        return [ts for _, ts in self.read_states.late(PERSONAL)]

    def position(self, place: str = EVERYWHERE) -> Position:
        place = place if place == EVERYWHERE else self.place(place).id
        return self.read_states.positions(PERSONAL, self.team_id, [place])[place]

    def hear(self, place: str, *heard: str) -> None:
        """Be told these messages of a conversation, and read on to the last one."""
        before = self.position(place)
        used = [Used(self.team_id, before.conversation_id, ts) for ts in heard]
        after = Position(
            PERSONAL,
            self.team_id,
            before.conversation_id,
            seen_until=before.seen_until,
            heard_until=max(heard),
        )
        answer = Answer(PERSONAL, f"request {next(_numbers)}", "session", ())
        self.read_states.record(answer, used, [Move(before, after)])

    def reactions(self, place: str, ts: str) -> list[tuple[str, str]]:
        """The emoji and the person of each reaction to a message."""
        names = self.workspace.roster.names()
        found = Reactions(self.table).of(self.team_id, self.place(place).id, ts)
        return [(reaction.emoji, names[reaction.user_id].split()[0]) for reaction in found]

    def follows(self, place: str, thread_ts: str) -> bool:
        found = Followers(self.table).of(self.team_id, self.place(place).id, thread_ts)
        return PERSONAL in found

    def tell(self, event: dict[str, Any], **envelope: Any) -> int:
        """Tell Earshot of something as Slack would; return the status of its answer."""
        told = {
            "type": "event_callback",
            "team_id": self.team_id,
            "api_app_id": self.workspace.app_id,
            "event_id": f"Ev{next(_numbers)}",
            "event_time": int(self.parts.clock()),
            "authorizations": [{"team_id": self.team_id, "user_id": self.person("Giselle").id}],
            "event": event,
        }
        headers = envelope.pop("headers", {})
        body = json.dumps(told | envelope).encode()
        signed = signed_headers(self.workspace.signing_secret, body, self.parts.clock())
        request = {"version": "2.0", "headers": signed | headers, "body": body.decode()}
        return int(self.parts.receive(request)["statusCode"])

    def message(self, person: str, place: str, text: str, ts: str, **more: Any) -> dict[str, Any]:
        """Return the event of a message."""
        conversation = self.place(place)
        return {
            "type": "message",
            "channel": conversation.id,
            "channel_type": conversation.channel_type,
            "user": self.person(person).id,
            "text": text,
            "ts": ts,
            "event_ts": ts,
            **more,
        }

    def ts(self, ago: float = 0.0) -> str:
        """Return a ts of so many seconds ago that no message has; of none, later than any."""
        newest = self.workspace.timestamps.make()
        return ts_of(ts_key(newest) - round(ago * 1_000_000))

    def wait(self, seconds: float, step: float = 30) -> None:
        """Let time pass in steps that are larger than the world's own."""
        end = self.parts.clock() + seconds
        while (left := end - self.parts.clock()) > 0:
            self.parts.clock.step(min(step, left))
            self.parts.pump()

    def repair(self, times: int = 1) -> None:
        """Let the schedule come round so often; it has just done so then."""
        for _ in range(times):
            due = self.parts._next_refresh
            while self.parts._next_refresh == due:
                self.wait(max(1, due - self.parts.clock()), step=60)

    def lose_events(self) -> None:
        self.world.lose_events()

    def let_events_arrive(self) -> None:
        self.world.let_events_arrive()

    def say(self, utterance: str) -> str:
        return self.world.say(utterance).heard
