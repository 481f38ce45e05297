"""A whole Earshot with a speaker who hears, for the model-based test of reading.

Each message says its number and version, so that what Alexa said tells what was spoken of it.
"""

import re
from contextlib import ExitStack
from dataclasses import dataclass, field
from typing import Any

from local.conversations.steps import Setting
from local.echo import Echo
from local.echo.turn import Turn
from local.workspace.team.entities import Conversation, Message
from local.world.aws.moto_cloud import SKILL_ID
from local.world.models import model_for
from local.world.played import world_for
from tests.delivery.flaky import Flaky, Trouble

OTHERS = ("Kevin Park", "Ana Lima")
CHANNELS = ("#general", "#random")
DIRECT = "@Ana Lima"
PLACES = (*CHANNELS, DIRECT)
SAID_AGAIN = ("repeat", "previous")
MOST_ANSWERS = 80

_SPOKEN = re.compile(r"item (\d+) version (\d+)")
_TOPIC = re.compile(r"in the thread about .*?(?=:)|in the thread of .*?(?=:)")


@dataclass
class Written:
    """A message that somebody else wrote, and what became of it for the speaker."""

    number: int
    place: str
    ts: str
    is_answer: bool
    version: int = 1
    deleted: bool = False
    seen: bool = False
    """Read elsewhere, or marked as read by voice: it may stay unspoken."""
    spoken: int = 0

    @property
    def text(self) -> str:
        """What it says now."""
        return f"item {self.number} version {self.version}"


@dataclass
class HeardWorld:
    """One example's world, and the record of what was spoken in it."""

    written: dict[int, Written] = field(default_factory=dict)
    last_answer: list[int] = field(default_factory=list)
    """The numbers that the last answer to read anything spoke."""
    was_lossy: bool = False
    """Whether events were lost: until they are made up for, an edit may not be known."""
    rejects_next: bool = False

    def __post_init__(self) -> None:
        """Build everything."""
        self._stack = ExitStack()
        self.flaky = Flaky("skill", "dynamodb")
        setting = Setting(people=("Giselle", *OTHERS))
        self.world = self._stack.enter_context(world_for(setting, clients=self.flaky.clients))
        self.workspace = self.world.parts.workspace
        self.workspace.limits.off()
        self.clock = self.world.parts.clock
        self.echo = Echo(
            model_for("en-US"),
            self._invoke,
            self.clock,
            skill_id=SKILL_ID,
            timer=self.clock,
        )
        self._own_posts: dict[str, str] = {}

    def close(self) -> None:
        """End what was started."""
        self._stack.close()

    # What happens in Slack

    def write(self, person: str, place: str, *, mentions: bool = False) -> None:
        """Somebody writes a message."""
        number = len(self.written) + 1
        text = f"{'@Giselle ' if mentions else ''}item {number} version 1"
        author = "Ana Lima" if place == DIRECT else person
        ts = self._post(author, place, text)
        self.written[number] = Written(number, place, ts, is_answer=False)

    def answer_in_thread(self, person: str) -> None:
        """Somebody answers the speaker's newest own message in general, if there is one."""
        own = [message for message in self._messages("#general") if self._is_own(message)]
        if not own:
            return
        number = len(self.written) + 1
        ts = self._post(person, "#general", f"item {number} version 1", own[-1].ts)
        self.written[number] = Written(number, "#general", ts, is_answer=True)

    def edit(self, back: int) -> None:
        """Somebody gives an earlier message another text."""
        written = self._earlier(back)
        if written is not None:
            written.version += 1
            self.workspace.edit(self._conversation(written.place), written.ts, written.text)
            self.world.settle()

    def delete(self, back: int) -> None:
        """Somebody deletes an earlier message."""
        written = self._earlier(back)
        if written is not None:
            written.deleted = True
            self.workspace.delete(self._conversation(written.place), written.ts)
            self.world.settle()

    def speaker_writes(self, place: str) -> None:
        """The speaker writes in another client, and has seen what stands there."""
        ts = self._post("Giselle", place, "from my desk")
        self._own_posts[place] = ts
        for message in self.written.values():
            if message.place == place and not message.is_answer:
                message.seen = True

    def speaker_sends(self) -> None:
        """The speaker posts by voice, which says nothing of what was read."""
        if self.echo.session_open:
            self.echo.say("stop")
        self.say("tell slack to send hello from the ladder")
        self.world.settle()
        own = [message.ts for message in self._messages("#general") if self._is_own(message)]
        # In Slack one's own post moves the mark, whoever made it.
        self._own_posts["#general"] = max([self._own_posts.get("#general", ""), *own])

    def events_are_lost(self) -> None:
        """From now on events do not arrive."""
        self.workspace.event_trouble.lost = True
        self.was_lossy = True

    def events_arrive(self) -> None:
        """Events arrive again; those between are lost for good."""
        self.workspace.event_trouble.end()

    def events_come_again(self) -> None:
        """Slack tells once more of what happened lately, under new ids."""
        self.world.parts.outlet.redeliver_since(self.clock() - 600)
        self.world.settle()

    def next_event_is_late(self, seconds: float) -> None:
        """The next event takes so long."""
        self.workspace.event_trouble.delay_next(seconds)
        self.was_lossy = True

    def pass_time(self, seconds: float) -> None:
        """Let time pass."""
        self.world.advance(seconds)

    # What is said to Alexa

    def say(self, utterance: str) -> str:
        """Say something, and note what was spoken of messages; return what was heard."""
        self.world.advance(2)
        rejected = self.rejects_next
        turn: Turn = self.echo.say(utterance)
        self.rejects_next = False
        self.flaky.disarm()
        self.world.settle()
        if rejected or turn.rejected:
            return ""
        self._note(turn.heard, utterance)
        return turn.heard

    def keep_unread(self) -> None:
        """Ask to keep unread what was read last; what it was is unheard again if Alexa says so."""
        before = list(self.last_answer)
        heard = self.say("keep it unread")
        if "unread" in heard.casefold() and not _SPOKEN.search(heard):
            for number in before:
                self.written[number].spoken = 0
            self.last_answer = []

    def mark_all_read(self) -> None:
        """Ask to mark everything as read; what was there by then may stay unspoken."""
        there = list(self.written.values())
        if self.echo.session_open:
            self.echo.say("stop")
        self.say("ask slack to mark everything as read")
        for message in there:
            message.seen = True
        # What is written at the very moment is read, too.
        self.clock.step(0.1)

    def fail_table(self, nth: int, trouble: Trouble) -> None:
        """Let the skill's nth table call from now go wrong."""
        self.flaky.arm(lambda number, _: trouble if number == nth else None)

    def hear_everything(self) -> None:
        """Let everything be well, what was lost be found, and all of it be read."""
        self.flaky.disarm()
        self.rejects_next = False
        self.events_arrive()
        for _ in range(10):
            self.pass_time(310)
        if self.echo.session_open:
            self.echo.say("stop")
        heard = self.say("ask slack what's new")
        for _ in range(MOST_ANSWERS):
            if not self.echo.session_open:
                heard = self.say("ask slack what's new")
                if not self.echo.session_open and not _SPOKEN.search(heard):
                    return
                continue
            heard = self.say("yes")
            nothing_asked = "Anything else?" in heard or "What would you like?" in heard
            if self.echo.session_open and nothing_asked:
                self.echo.say("stop")
        raise AssertionError(f"reading never came to an end; the last answer was {heard!r}")

    # What has to be true

    def slack_mark(self, place: str) -> str:
        """Return the ts up to which Slack has a place as read for the speaker."""
        speaker = self.workspace.speaker
        assert speaker is not None
        return self._conversation(place).last_read.get(speaker.id, "")

    def moved_by_posts(self, place: str) -> str:
        """Return the ts of the speaker's newest post there, which moved Slack's own mark."""
        return self._own_posts.get(place, "")

    def _note(self, heard: str, utterance: str) -> None:
        said_again = any(word in utterance for word in SAID_AGAIN)
        spoken = _SPOKEN.findall(_TOPIC.sub("", heard))
        if said_again:
            return
        for number, version in spoken:
            written = self.written[int(number)]
            written.spoken += 1
            if not self.was_lossy:
                assert not written.deleted, f"{written} was deleted before {heard!r}"
                assert int(version) == written.version, f"{written} was told as {heard!r}"
        if spoken:
            self.last_answer = [int(number) for number, _ in spoken]

    def _invoke(self, event: Any) -> Any:
        answer = self.world.parts.skill(event)
        if self.rejects_next and event["request"]["type"] == "IntentRequest":
            answer["response"]["outputSpeech"]["ssml"] = "<speak>unspeakable"
        return answer

    def _post(self, person: str, place: str, text: str, thread_ts: str | None = None) -> str:
        author, conversation = self.workspace.find_person(person), self._conversation(place)
        ts = self.workspace.post(author, conversation, text, thread_ts).ts
        self.world.settle()
        return ts

    def _earlier(self, back: int) -> Written | None:
        there = [message for message in self.written.values() if not message.deleted]
        return there[-1 - back % len(there)] if there else None

    def _messages(self, place: str) -> list[Message]:
        return self.workspace.messages(self._conversation(place))

    def _is_own(self, message: Message) -> bool:
        speaker = self.workspace.speaker
        return speaker is not None and message.user == speaker.id

    def _conversation(self, place: str) -> Conversation:
        return self.workspace.find_conversation(place)
