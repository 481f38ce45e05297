"""Transcripts played in this process: each in a world of its own."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace

from local.conversations.player import Difference, cannot_do, play
from local.conversations.steps import Setting, Transcript
from local.conversations.world import CannotDo, Spoken
from local.echo import Echo
from local.echo.echo import ACCOUNT
from local.workspace import Workspace
from local.world.aws.moto_cloud import SKILL_ID, MotoCloud
from local.world.clock import SteppedClock
from local.world.household import Household
from local.world.in_process import START, Clients, InProcess, Join, in_process
from local.world.linked import link
from local.world.models import model_for
from local.world.populate import populate
from local.world.slack_as_seen import SlackAsSeen

SPEAKERS = {
    "the owner": (ACCOUNT, None),
    "another account": ("amzn1.ask.account.ANOTHER", None),
    "a recognized voice": (ACCOUNT, "amzn1.ask.person.FIRST"),
    "another recognized voice": (ACCOUNT, "amzn1.ask.person.SECOND"),
    "an unrecognized voice": (ACCOUNT, None),
}
"""Account and person, as Alexa has them, by how a transcript names them."""
SECONDS_PER_UTTERANCE = 2.0


class PlayedInProcess(SlackAsSeen):
    """A world in one process, on a clock of its own."""

    def __init__(self, parts: InProcess, token: str, echo: Echo) -> None:
        """Join the parts."""
        super().__init__(parts.workspace, token)
        self.parts = parts
        self.echo = echo
        self.household: Household | None = None

    def say(self, utterance: str | None) -> Spoken:
        """Speak to the Echo, which takes a moment."""
        self.parts.advance(SECONDS_PER_UTTERANCE)
        turn = self.echo.silence() if utterance is None else self.echo.say(utterance)
        return Spoken(turn.heard, turn.rejected)

    def speak_as(self, voice: str) -> None:
        """Let another account, or another voice, speak from now on."""
        if self.household is None:
            if voice not in SPEAKERS:
                raise CannotDo(f"{voice} has no voice of their own where nobody is linked")
            return self.echo.speak_as(*SPEAKERS[voice])
        self.me = voice if voice not in SPEAKERS else self.household.owner
        return self.household.speak_as(voice, self.echo)

    def hesitate(self) -> Spoken:
        """Stay silent until the Echo prompts again; it goes on listening."""
        self.parts.advance(SECONDS_PER_UTTERANCE)
        return Spoken(self.echo.hesitate().heard, None)

    def relink(self) -> None:
        """Give Earshot a new token."""
        speaker = self.parts.workspace.speaker
        assert speaker is not None
        self.token = self.parts.workspace.install_app(speaker)
        self.parts.store_token(self.token)

    def settle(self) -> None:
        """Let everything happen that is due now."""
        self.parts.pump()

    def advance(self, seconds: float) -> None:
        """Let time pass."""
        self.parts.advance(seconds)


@contextmanager
def world_for(  # noqa: PLR0913 - what a test may want to set, by name
    setting: Setting,
    *,
    max_message_age: float = 900,
    clients: Callable[[MotoCloud], Clients] | None = None,
    linked: bool = True,
    loud: bool = False,
    environment: Mapping[str, str] | None = None,
    join: Join | None = None,
    for_several: bool = False,
) -> Iterator[PlayedInProcess]:
    """Yield a world with these people and channels, linked to Slack or not.

    Variables in `environment` take the place of the usual ones.
    The skill waits for threads with `join`, without one until they end.
    One for several people has account linking, and nobody is linked yet.
    A loud one writes the functions' logs and metrics to standard output, as in a Lambda.
    """
    clock = SteppedClock(START if setting.begins_at is None else setting.begins_at)
    workspace = Workspace(clock)
    token = populate(workspace, setting)
    with in_process(
        clock,
        workspace,
        default_conversation=setting.default_channel,
        max_message_age=max_message_age,
        clients=clients,
        loud=loud,
        environment={
            **({"EARSHOT_ALEXA_PIN": "yes"} if setting.pins else {}),
            **(environment or {}),
        },
        join=join,
        for_several=for_several or bool(setting.linked),
    ) as parts:
        if linked and not (for_several or setting.linked):
            alike = (setting, max_message_age, frozenset((environment or {}).items()))
            # Clients of a test's own may meet trouble while it is linked: that is seen each time.
            link(parts, token, alike if clients is None else None)
        parts.alexa.time_zone = setting.timezone
        echo = Echo(
            model_for(setting.locale),
            parts.skill,
            clock,
            skill_id=SKILL_ID,
            locale=setting.locale,
            timer=clock,
            api_endpoint=parts.alexa.address,
        )
        world = PlayedInProcess(parts, token, echo)
        if setting.linked:
            linked_ones = Household.linking(parts, setting.linked)
            world.household = replace(linked_ones, pins=dict(setting.pins))
            if setting.workspaces:
                world.household.join(parts, setting.workspaces)
            world.speak_as(setting.linked[0])
        yield world


def play_in_process(transcript: Transcript) -> Difference | None:
    """Play a transcript in a fresh world."""
    try:
        with world_for(transcript.setting) as world:
            return play(transcript, world)
    except CannotDo as problem:
        return cannot_do(transcript.steps[0], problem)
