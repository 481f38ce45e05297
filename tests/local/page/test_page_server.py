"""The page's server, over HTTP and without a browser."""

import json
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import httpx
import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from local.page.app import create_page
from local.workspace.server import serve
from tests.local.page.scripted_echo import ScriptedEcho


async def _answer(request: Request) -> Response:
    return PlainTextResponse(f"workspace {request.method} {request.url.path}")


@pytest.fixture
def echo() -> ScriptedEcho:
    return ScriptedEcho()


async def _more(request: Request) -> Response:
    return PlainTextResponse("more")


@pytest.fixture
def client(echo: ScriptedEcho) -> Iterator[httpx.Client]:
    workspace = Starlette(routes=[Route("/{path:path}", _answer, methods=["GET", "POST"])])
    more = [Route("/more", _more, methods=["POST"])]
    with (
        serve(create_page(echo, workspace, more)) as served,
        httpx.Client(base_url=served.url, trust_env=False) as client,
    ):
        yield client


@pytest.mark.parametrize(
    ("path", "media_type"),
    [
        ("/", "text/html; charset=utf-8"),
        ("/assets/main.js", "text/javascript; charset=utf-8"),
        ("/assets/page.css", "text/css; charset=utf-8"),
        ("/assets/earshot.svg", "image/svg+xml"),
    ],
)
def test_files_come_with_their_type_and_are_asked_about_each_time(
    client: httpx.Client, path: str, media_type: str
) -> None:
    first = client.get(path)
    again = client.get(path, headers={"If-None-Match": first.headers["etag"]})

    assert first.status_code == 200
    assert first.headers["content-type"] == media_type
    assert first.headers["cache-control"] == "no-cache"
    assert (again.status_code, again.content) == (304, b"")


@pytest.mark.parametrize("name", ["nothing.js", "..%2fapp.py", "%2e%2e/app.py"])
def test_no_other_file_is_served(client: httpx.Client, name: str) -> None:
    answer = client.get(f"/assets/{name}")

    assert "create_page" not in answer.text
    assert answer.status_code == 404 or answer.text.startswith("workspace")


def test_the_page_names_only_files_of_its_own(client: httpx.Client) -> None:
    html = client.get("/").text

    assert "http://" not in html
    assert "https://" not in html.replace("http://www.w3.org", "")
    assert "<style" not in html
    assert "onclick" not in html


def test_every_answer_forbids_what_is_foreign(client: httpx.Client) -> None:
    for path in ("/", "/healthz", "/_workspace/state", "/assets/none"):
        headers = client.get(path).headers
        assert headers["content-security-policy"].startswith("default-src 'self';")
        assert "unsafe" not in headers["content-security-policy"]
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["referrer-policy"] == "same-origin"


def test_it_says_that_it_is_well(client: httpx.Client) -> None:
    assert client.get("/healthz").json() == {"ok": True}


def test_other_paths_are_the_workspaces(client: httpx.Client) -> None:
    assert client.get("/_workspace/state").text == "workspace GET /_workspace/state"
    assert client.post("/api/chat.postMessage").text == "workspace POST /api/chat.postMessage"


def test_further_routes_come_before_the_workspaces(client: httpx.Client) -> None:
    assert client.post("/more").text == "more"


def test_what_is_said_goes_to_the_echo_and_the_turn_comes_back(client: httpx.Client) -> None:
    answer = client.post("/echo/say", json={"utterance": "ask slack for <replies> & שלום 🎉"})

    assert answer.status_code == 200
    assert answer.json()["heard"] == "You said ask slack for <replies> & שלום 🎉"
    assert answer.headers["cache-control"] == "no-store"


def test_silence_is_a_turn_too(client: httpx.Client) -> None:
    assert client.post("/echo/silence").json()["heard"] == "Say yes or no."


@pytest.mark.parametrize(
    ("body", "sentence"),
    [
        (b"", "This is not JSON."),
        (b"{", "This is not JSON."),
        (b"\xff\xfe", "This is not JSON."),
        (b"[" * 100_000, "This is not JSON."),
        (b"[]", "Send {"),
        (b"{}", "Send {"),
        (b'{"utterance": 7}', "Send {"),
        (b'{"utterance": ""}', "Nothing was said."),
        (b'{"utterance": " \\n "}', "Nothing was said."),
        (b'{"utterance": "\\ud83d"}', "A character"),
        (json.dumps({"utterance": "a" * 8_001}).encode(), "at most 8,000 characters"),
        (json.dumps({"utterance": "a" * 999_999}).encode(), "at most 8,000 characters"),
    ],
)
def test_what_cannot_be_said_is_refused_in_words(
    client: httpx.Client, echo: ScriptedEcho, body: bytes, sentence: str
) -> None:
    answer = client.post("/echo/say", content=body)

    assert answer.status_code == 400
    assert sentence in answer.json()["error"]
    assert echo.heard == []


def test_the_longest_utterance_is_said(client: httpx.Client, echo: ScriptedEcho) -> None:
    longest = "🎉" * 8_000

    assert client.post("/echo/say", json={"utterance": longest}).status_code == 200
    assert echo.heard == [longest]


def test_a_turn_that_fails_is_told_in_words_and_the_next_one_works(client: httpx.Client) -> None:
    failed = client.post("/echo/say", json={"utterance": "explode"})

    assert failed.status_code == 502
    assert "nobody listens on port 4566" in failed.json()["error"]
    assert "start it again" in failed.json()["error"]
    assert client.post("/echo/say", json={"utterance": "hello"}).status_code == 200


def test_one_turn_is_taken_at_a_time_and_others_are_served_meanwhile(
    client: httpx.Client, echo: ScriptedEcho
) -> None:
    echo.gate.clear()
    asked = threading.Barrier(4)

    def say(number: int) -> int:
        asked.wait(timeout=600)
        return client.post("/echo/say", json={"utterance": f"number {number}"}).status_code

    with ThreadPoolExecutor(3) as speakers:
        turns = [speakers.submit(say, number) for number in range(3)]
        asked.wait(timeout=600)
        assert client.get("/healthz").status_code == 200
        echo.gate.set()
        assert [turn.result(timeout=600) for turn in turns] == [200, 200, 200]
    assert len(echo.heard) == 3
    assert echo.most_at_once == 1


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "127.0.0.1:8080", "localhost:1", "LOCALHOST", "[::1]:80"]
)
def test_this_machines_own_names_are_answered(client: httpx.Client, host: str) -> None:
    assert client.get("/healthz", headers={"Host": host}).status_code == 200


@pytest.mark.parametrize(
    "host",
    [
        "evil.example",
        "127.0.0.1.evil.example",
        "localhost.evil.example:80",
        "",
        "[::1",
        "a@b:80",
        "evil.example@127.0.0.1.nip.example",
        "192.168.1.7:8080",
    ],
)
@pytest.mark.parametrize("path", ["/", "/_workspace/state", "/healthz"])
def test_a_foreign_name_for_this_machine_is_refused(
    client: httpx.Client, host: str, path: str
) -> None:
    answer = client.get(path, headers={"Host": host})

    assert answer.status_code == 403
    assert "http://127.0.0.1" in answer.json()["error"]


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "http://evil.example"},
        {"Origin": "null"},
        {"Origin": "http://127.0.0.1:9"},
        {"Origin": "https://127.0.0.1:8080", "Host": "127.0.0.1:8080"},
        {"Origin": "http://localhost:8080", "Host": "127.0.0.1:8080"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
    ],
)
@pytest.mark.parametrize("path", ["/echo/say", "/_workspace/say", "/more"])
def test_other_sites_can_do_nothing_here(
    client: httpx.Client, echo: ScriptedEcho, headers: dict[str, str], path: str
) -> None:
    answer = client.post(path, headers=headers, json={"utterance": "hello"})

    assert answer.status_code == 403
    assert "error" in answer.json()
    assert echo.heard == []


def test_the_page_itself_and_programs_can(client: httpx.Client) -> None:
    origin = str(client.base_url).rstrip("/")
    page = {"Origin": origin, "Sec-Fetch-Site": "same-origin"}

    for headers in (page, {}):
        answer = client.post("/echo/say", headers=headers, json={"utterance": "hello"})
        assert answer.status_code == 200
