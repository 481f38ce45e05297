"""When a speaker wants messages read back: kept for the link, and obeyed whatever way they came."""

from typing import Any

import pytest

from local.world.aws.moto_cloud import TABLE, MotoCloud
from local.world.played import PlayedInProcess, world_for
from postbox.links.stores.links import PERSONAL
from postbox.links.stores.preferences import Preferences
from postbox.store.table import Table
from skill.composing.composer import READ_BACK, read_back_in
from skill.understanding.verdict import Preference
from tests.delivery.flaky import Flaky, Trouble
from tests.entry.sending.composing import KEVINS, NOT_TAKEN, posted, troubled

WANTED = {
    Preference.ALWAYS: "tell slack to read back every message",
    Preference.IN_DOUBT: "tell slack to only ask when in doubt",
    Preference.NEVER_FOR_FULL_NAMES: "tell slack don't read back messages to people by full name",
}
CLEAR = "ask slack to tell ana lima i'm late"
DOUBTED = "ask slack to tell ana lima the keys are in the mango salad no wait the shed"
DOUBTED_BY_FIRST_NAME = DOUBTED.replace(" lima", "")
ASKS = "Send it, change it, or cancel?"
READ_BACK_OF = {
    Preference.ALWAYS: {CLEAR, DOUBTED, DOUBTED_BY_FIRST_NAME},
    Preference.IN_DOUBT: {DOUBTED, DOUBTED_BY_FIRST_NAME},
    Preference.NEVER_FOR_FULL_NAMES: {DOUBTED_BY_FIRST_NAME},
}


def kept(world: PlayedInProcess) -> Preferences:
    return Preferences(Table(world.parts.cloud.client("dynamodb"), TABLE))


def heard(world: PlayedInProcess, said: str) -> str:
    world.advance(2)
    spoken = world.say(said)
    assert not spoken.rejected
    return spoken.heard or ""


@pytest.mark.parametrize("preference", Preference)
@pytest.mark.parametrize("said", [CLEAR, DOUBTED, DOUBTED_BY_FIRST_NAME])
def test_each_preference_is_kept_by_voice_and_obeyed(preference, said):
    with world_for(KEVINS) as world:
        assert heard(world, WANTED[preference]).startswith("OK. From now on")
        assert kept(world).of(PERSONAL) == {READ_BACK: preference}
        is_read_back = said in READ_BACK_OF[preference]
        assert heard(world, said).endswith(ASKS) is is_read_back
        assert bool(posted(world)) is not is_read_back


@pytest.mark.parametrize("before", Preference)
@pytest.mark.parametrize("after", Preference)
def test_the_last_wish_counts_and_is_told(before, after):
    with world_for(KEVINS) as world:
        heard(world, WANTED[before])
        said = heard(world, WANTED[after]).removeprefix("OK. From now on ")
        assert said in heard(world, "ask slack what do you leave out")


@pytest.mark.parametrize("value", ["", "sometimes", "ALWAYS"])
def test_what_a_newer_version_kept_is_the_usual(value):
    assert read_back_in({READ_BACK: value}) is Preference.IN_DOUBT


def always(world: PlayedInProcess) -> None:
    kept(world).choose(PERSONAL, READ_BACK, Preference.ALWAYS)


def test_a_reply_is_read_back_too():
    with world_for(KEVINS) as world:
        always(world)
        world.write("ana", "@Ana Lima", "are you coming")
        world.settle()
        heard(world, "ask slack for replies")
        assert heard(world, "reply i'm on my way").endswith(ASKS)
        assert "I'm on my way" not in str(posted(world))


def test_the_same_to_somebody_else_is_read_back_too():
    with world_for(KEVINS) as world:
        always(world)
        heard(world, "ask slack to tell ana lima i'm late")
        heard(world, "send it")
        assert heard(world, "send the same to kevin sato").endswith(ASKS)
        assert posted(world) == {"@Ana Lima": ["I'm late"]}


def test_a_text_that_gets_back_the_words_of_its_time_is_read_back_with_them():
    with world_for(KEVINS) as world:
        always(world)
        first = heard(world, "tell slack to send the kettle is on at five")
        assert first.endswith("Send it then, send it now, or cancel?")
        again = heard(world, "send it now")
        assert again == f"To general: the kettle is on at five. {ASKS}"
        assert posted(world) == {}
        heard(world, "send it")
        assert posted(world) == {"#general": ["the kettle is on at five"]}


@pytest.mark.parametrize(
    "said",
    [
        "tell slack to send the kettle is on at five",
        "tell slack to schedule lunch is ready to random at five",
        "tell slack to send see you there to ana lima and wait for an answer",
        "ask slack to tell kevin i'm late",
    ],
)
def test_what_is_read_out_of_a_phrase_is_the_same_with_every_preference(said):
    drafts = []
    for preference in Preference:
        with world_for(KEVINS) as world:
            kept(world).choose(PERSONAL, READ_BACK, preference)
            heard(world, said)
            if posted(world):
                continue
            remembered = world.echo.say("help").response["sessionAttributes"]
            draft = remembered["question"]["remember"]["draft"]
            drafts.append({name: draft[name] for name in ("text", "at", "waits", "to", "now_text")})
    assert all(draft == drafts[0] for draft in drafts)


def test_a_preference_that_cannot_be_read_sends_nothing():
    flaky = Flaky("skill", "dynamodb")
    with troubled(flaky) as world:
        always(world)
        for after in range(12):
            flaky.arm(lambda n, op, after=after: Trouble.REFUSED if n > after else None)
            said = heard(world, CLEAR)
            flaky.disarm()
            assert said.endswith(ASKS) or said.startswith((NOT_TAKEN, "I can't reach my mailbox"))
            assert posted(world) == {}
            heard(world, "cancel" if said.endswith(ASKS) else "ask slack for help")


class Noting:
    """A client of DynamoDB that notes which operations ask for preferences."""

    def __init__(self, client: Any, noted: list[str]) -> None:
        self._client, self._noted = client, noted

    def __getattr__(self, operation: str) -> Any:
        call = getattr(self._client, operation)

        def noting(**arguments: Any) -> Any:
            if "PREFERENCES" in str(arguments):
                self._noted.append(operation)
            return call(**arguments)

        return noting


def test_the_preference_is_read_along_with_the_rest_from_the_second_message_on():
    noted: list[str] = []

    def clients(cloud: MotoCloud) -> Any:
        def client(function: str, service: str, **options: Any) -> Any:
            real = cloud.client(service, **options)
            return Noting(real, noted) if (function, service) == ("skill", "dynamodb") else real

        return client

    with world_for(KEVINS, clients=clients) as world:
        # The first words of all make the speaker the owner; nothing is noted behind a write.
        heard(world, "ask slack what do you leave out")
        asked = []
        for _ in range(3):
            noted.clear()
            assert heard(world, CLEAR) == "Sent to Ana Lima."
            asked.append(list(noted))
    assert asked == [["get_item"], ["batch_get_item"], ["batch_get_item"]]
