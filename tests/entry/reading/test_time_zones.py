"""The listener's time zone: the Echo's, for a day without asking again, else Slack's."""

import copy
import re
import subprocess
import sys
from dataclasses import replace
from datetime import datetime, tzinfo
from zoneinfo import ZoneInfo

import pytest
import responses

from local.workspace.faults.faults import parse_fault
from local.world.aws.moto_cloud import TABLE
from local.world.played import PlayedInProcess
from postbox.links.link import Link, LinkState
from postbox.links.stores.links import PERSONAL, Links
from postbox.store.table import Table
from skill.alexa.device import DeviceSettings
from skill.speech.phrases import Phrases
from skill.turn.request import Device, Request
from skill.turn.timing import Timing, Zones
from skill.turn.zone import zone_named, zone_of


def zone(
    world: PlayedInProcess,
    known: Link | None = None,
    device: str = "kitchen",
    *,
    allows_loopback: bool = True,
) -> tzinfo | None:
    table = Table(world.parts.cloud.client("dynamodb"), TABLE)
    zones = Zones(table, DeviceSettings(allows_loopback=allows_loopback))
    timing = Timing(world.parts.clock, world.parts.clock.step)
    return zone_of(request(world, device), known, zones, timing)


def request(world: PlayedInProcess, device: str = "kitchen") -> Request:
    token = "access-token-of-a-virtual-echo"
    return Request(
        request_id="r",
        session_id="s",
        spoken_at=world.parts.clock(),
        phrases=Phrases("en-US"),
        link_id=PERSONAL,
        opens_session=True,
        device=Device(device, world.parts.alexa.address, token),
    )


def links(world: PlayedInProcess) -> Links:
    return Links(Table(world.parts.cloud.client("dynamodb"), TABLE))


def link(world: PlayedInProcess) -> Link:
    found = links(world).get(PERSONAL)
    assert found is not None
    return found


def remember(world: PlayedInProcess, zone: str) -> None:
    known = link(world)
    links(world).save(known, replace(known, zone=zone))


def test_the_echos_zone_is_asked_for_once_a_day(world):
    world.parts.alexa.time_zone = "Asia/Tokyo"
    for _ in range(3):
        assert zone(world) == ZoneInfo("Asia/Tokyo")
    assert world.parts.alexa.asked == 1
    world.parts.alexa.time_zone = "Europe/Paris"
    world.parts.clock.step(86_401)
    assert zone(world) == ZoneInfo("Europe/Paris")


@pytest.mark.parametrize(
    ("endpoint", "asked"),
    [
        ("https://api.eu.amazonalexa.com", 1),
        ("https://api.amazonalexa.com.example.org", 0),
        ("https://evil.amazonalexa.com", 0),
        ("https://api.amazonalexa.com@example.org", 0),
        ("https://example.org", 0),
        ("http://example.org", 0),
    ],
)
def test_the_echos_token_goes_to_alexa_and_to_nobody_else(world, endpoint, asked):
    said = "tell slack to schedule lunch to general at five"
    request = copy.deepcopy(world.echo.say(said).request)
    request["request"]["requestId"] = "another"
    request["session"]["attributes"] = {}
    system = request["context"]["System"]
    system["device"]["deviceId"], system["apiEndpoint"] = "another", endpoint
    with responses.RequestsMock(assert_all_requests_are_fired=False) as everywhere:
        everywhere.get(re.compile("https?://"), json="Asia/Tokyo")
        assert world.parts.skill(request)["response"]["outputSpeech"]
        assert len(everywhere.calls) == asked


def test_two_echos_may_stand_in_two_zones(world):
    world.parts.alexa.time_zone = "Asia/Tokyo"
    zone(world)
    world.parts.alexa.time_zone = "Europe/Paris"
    assert zone(world, device="bed room") == ZoneInfo("Europe/Paris")
    assert zone(world) == ZoneInfo("Asia/Tokyo")


def test_slacks_zone_counts_where_the_echo_has_none(world):
    known = link(world)
    assert known.zone
    assert zone(world, known) == ZoneInfo(known.zone)
    assert zone(world) is None


def test_an_echo_that_cannot_be_asked_is_left_alone_for_a_while(world):
    world.parts.alexa.time_zone = "Asia/Tokyo"
    assert zone(world, allows_loopback=False) is None
    assert zone(world) is None
    assert world.parts.alexa.asked == 0
    world.parts.clock.step(601)
    assert zone(world) == ZoneInfo("Asia/Tokyo")


@pytest.mark.parametrize("name", ["", "Mars/Olympus", "../../etc/passwd", "/etc/passwd", "America"])
def test_a_name_that_is_no_zone_is_none(name):
    assert zone_named(name) is None


def test_the_link_learns_slacks_zone_daily_and_at_a_new_token(world):
    remember(world, "Asia/Tokyo")
    world.advance(600)
    assert link(world).zone == "Asia/Tokyo"
    world.advance(86_400)
    assert link(world).zone == "Etc/UTC"
    remember(world, "Asia/Tokyo")
    world.relink()
    assert link(world).zone == "Etc/UTC"


@pytest.mark.parametrize("fault", ["missing_scope until cleared", "503 until cleared"])
def test_a_slack_that_tells_no_zone_keeps_the_link_and_what_was_known(world, fault):
    remember(world, "Asia/Tokyo")
    world.parts.workspace.faults.add(parse_fault(fault), method="users.info")
    world.advance(2 * 86_400)
    assert link(world).zone == "Asia/Tokyo"
    assert link(world).state is LinkState.ACTIVE


def test_the_zone_is_the_worlds_even_without_one_on_the_machine(monkeypatch):
    tzdata = pytest.importorskip("tzdata")
    assert tzdata
    ZoneInfo.clear_cache()
    monkeypatch.setattr("zoneinfo._tzpath.TZPATH", ())
    assert datetime(2026, 7, 1, tzinfo=ZoneInfo("America/New_York")).utcoffset().seconds == 72000


def test_what_asks_alexa_is_not_loaded_before_it_is_needed():
    program = "import sys, skill.alexa_lambda; print({'requests', 'tzdata'} & set(sys.modules))"
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert done.stdout == "set()\n"
