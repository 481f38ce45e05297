"""What Alexa is asked about a device, and what is made of her answers."""

import pytest
import requests
import responses

from skill.alexa.device import DeviceSettings, device
from skill.turn.request import Device
from skill.turn.timing import DeviceUnreachable

ECHO = Device("amzn1.ask.device.A/B", "https://api.eu.amazonalexa.com", "secret token")
URL = "https://api.eu.amazonalexa.com/v2/devices/amzn1.ask.device.A%2FB/settings/System.timeZone"


@responses.activate
def test_the_zone_is_asked_for_with_the_requests_own_token():
    responses.get(URL, json="Europe/Berlin")
    assert DeviceSettings().time_zone(ECHO) == "Europe/Berlin"
    (call,) = responses.calls
    assert call.request.headers["Authorization"] == "Bearer secret token"


@responses.activate
def test_a_device_without_a_zone_has_none():
    responses.get(URL, status=204)
    assert DeviceSettings().time_zone(ECHO) == ""


@pytest.mark.parametrize(
    "answer",
    [
        {"status": 403, "json": {"message": "denied"}},
        {"status": 429},
        {"status": 302, "headers": {"Location": "https://elsewhere.example/"}},
        {"status": 200, "body": "<html>"},
        {"status": 200, "json": {"zone": "UTC"}},
        {"status": 200, "json": None},
        {"status": 200, "body": '"' + "x" * 1000 + '"'},
        {"body": requests.ConnectTimeout()},
        {"body": requests.ConnectionError()},
    ],
)
@responses.activate
def test_any_other_answer_is_none(answer):
    responses.get(URL, **answer)
    with pytest.raises(DeviceUnreachable):
        DeviceSettings().time_zone(ECHO)
    assert len(responses.calls) == 1


@pytest.mark.parametrize(
    ("endpoint", "allows_loopback"),
    [
        ("https://api.amazonalexa.com.example.org", False),
        ("https://example.org/api.amazonalexa.com", False),
        ("https://api.amazonalexa.com@example.org", False),
        ("https://user@api.amazonalexa.com", False),
        ("https://api.amazonalexa.com:8443", False),
        ("https://evil.amazonalexa.com", False),
        ("https://127.0.0.1", True),
        ("http://api.amazonalexa.com", True),
        ("http://127.0.0.1:8080", False),
        ("http://127.0.0.1.example.org", True),
        ("http://127.0.0.1@example.org", True),
        ("ftp://127.0.0.1", True),
        ("https://", False),
        ("//api.amazonalexa.com", True),
        ("http://[::1", True),
    ],
)
@responses.activate
def test_the_token_goes_to_no_other_address(endpoint, allows_loopback):
    asked = DeviceSettings(allows_loopback=allows_loopback)
    with pytest.raises(DeviceUnreachable):
        asked.time_zone(Device("id", endpoint, "secret token"))
    assert len(responses.calls) == 0


@responses.activate
def test_plain_http_reaches_this_machine_where_that_is_allowed():
    responses.get("http://127.0.0.1:8080/v2/devices/id/settings/System.timeZone", json="UTC")
    here = Device("id", "http://127.0.0.1:8080/", "token")
    assert DeviceSettings(allows_loopback=True).time_zone(here) == "UTC"


def test_a_device_is_only_one_that_all_is_told_of():
    told = device("id", "https://a", "token")
    assert (told.id, told.api_endpoint, told.api_access_token) == ("id", "https://a", "token")
    assert device("id", None, "token") is None
    assert device(None, "https://a", "token") is None
    assert device("id", "https://a", "") is None


def test_the_token_shows_in_no_representation():
    assert "secret" not in repr(ECHO)
