"""`earshot up`: what it says and starts, how it ends, and how quickly it comes again."""

from contextlib import closing

import httpx
import pytest

from local.cli import deployment
from local.cli.deployment import Deployed
from local.stack.start import RunningStack
from tests.patience import eventually
from tests.stack.conftest import FirstStart
from tests.stack.up_process import UpProcess, is_running

pytestmark = pytest.mark.stack


def test_a_first_start_shows_its_progress_and_then_an_address_and_three_things_to_say(
    first_start: FirstStart,
):
    printed = first_start.printed
    steps = ["Starting MiniStack, the local AWS", "Deploying serverless.yml"]
    assert printed[:2] == steps
    deployed = next(at for at, line in enumerate(printed) if "Service deployed" in line)
    linking = printed.index("Linking Earshot to the local Slack workspace")
    up = printed.index(f"Earshot is up: {first_start.running['address']}")
    assert 2 < deployed < linking < up
    say = next(at for at, line in enumerate(printed) if line.startswith("Say, on that page"))
    end = printed.index("Ctrl-C ends it.")
    assert up < say < end
    assert not any("amazonaws.com" in line for line in printed)
    assert len([line for line in printed[say + 1 : end] if line.strip()]) == 3


def test_ctrl_c_ends_all_that_was_started(first_start: FirstStart):
    assert len(first_start.family) > 1
    assert first_start.exit_status == 0
    assert first_start.printed[-1] == "Ending what was started"
    assert first_start.survivors == []
    assert first_start.ports_still_taken == []
    assert not (first_start.folder / "stack.json").exists()


def test_ctrl_c_during_the_start_ends_what_there_is_so_far(tmp_path):
    with closing(UpProcess(tmp_path / "stack")) as process:
        process.read_until("Deploying serverless.yml")
        family = process.family()
        assert len(family) > 1
        assert process.press_ctrl_c() == 1
    assert process.printed[-1] == "Interrupted; what was started is ended."
    assert eventually(lambda: not any(is_running(pid) for pid in family))


def test_a_second_start_finds_everything_deployed_at_the_same_address(
    first_start: FirstStart, running_stack: RunningStack, progress: list[str]
):
    assert progress == [
        "Starting MiniStack, the local AWS",
        "Deploying serverless.yml",
        "  Deployed already, and nothing has changed",
        "Linking Earshot to the local Slack workspace",
    ]
    assert running_stack.address == first_start.running["address"]
    assert running_stack.deployment.events_url == first_start.running["events_url"]


def test_a_second_one_on_the_same_state_is_refused(first_start, running_stack: RunningStack):
    with closing(UpProcess(first_start.folder)) as process:
        process.read_until("to the very end")
    assert any("MiniStack is already running" in line for line in process.printed)
    assert httpx.get(f"{running_stack.address}/healthz").is_success


def test_the_page_and_the_workspace_are_at_one_address(running_stack: RunningStack):
    with httpx.Client(base_url=running_stack.address) as client:
        assert "<title>Earshot" in client.get("/").text
        people = client.get("/_workspace/state").json()["people"]
        names = {person["real_name"] for person in people}
        assert names >= {"Giselle", "Kevin Park", "Ana Lima"}
        assert client.get("/nowhere").status_code == 404
        assert client.post("/api/chat.postMessage").json()["error"] == "not_authed"


@pytest.mark.parametrize(
    ("setting", "problem"),
    [
        ({"default_channel": "random"}, "The stack's default conversation is general."),
        ({"locale": "de-DE"}, "there is no interaction model for de-DE"),
        ({"locale": "../en-US"}, "there is no interaction model for ../en-US"),
        ({"weather": "fine"}, "That is no transcript's setting."),
        ([], "That is no transcript's setting."),
    ],
)
def test_a_setting_that_cannot_be_is_refused_in_words(
    running_stack: RunningStack, setting, problem
):
    answer = httpx.post(f"{running_stack.address}/stack/reset", json=setting)
    assert (answer.status_code, answer.json()) == (400, {"error": problem})


def found(stack: RunningStack, stage: str = "local") -> Deployed:
    return deployment.find(stage, stack.deployment.region, stack.ministack.endpoint)


def test_what_was_deployed_is_found_by_its_stage(running_stack: RunningStack):
    deployed = found(running_stack)
    assert deployed.table == running_stack.deployment.table
    assert deployed.outbox_url == running_stack.deployment.outbox_url
    assert deployed.dead_letter_url == running_stack.deployment.dead_letter_url
