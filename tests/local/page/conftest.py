"""The page served on this machine, with a real workspace, and a browser to look at it."""

import time
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright
from slack_sdk import WebClient

from local.browser import chromium_executable, launch_arguments
from local.page.app import create_page
from local.workspace.model import Workspace
from local.workspace.server import create_app, serve
from local.workspace.standard import demo_workspace
from tests.local.page.scripted_echo import ScriptedEcho
from tests.patience import ENDLESS_MILLISECONDS


@dataclass
class PageServer:
    """The page's server, which can be stopped and started again where it was."""

    workspace: Workspace
    token: str
    echo: ScriptedEcho = field(default_factory=ScriptedEcho)
    port: int = 0
    _running: ExitStack = field(default_factory=ExitStack)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def start(self) -> None:
        app = create_page(self.echo, create_app(self.workspace))
        self.port = self._running.enter_context(serve(app, self.port)).port
        self.echo.slack = WebClient(self.token, base_url=f"{self.url}/api/", retry_handlers=[])

    def stop(self) -> None:
        self.echo.gate.set()
        self._running.close()

    def post(self, person: str, place: str, text: str, thread_ts: str | None = None) -> str:
        """Write in Slack as a person; return the ts."""
        workspace = self.workspace
        conversation = workspace.find_conversation(place)
        return workspace.post(workspace.find_person(person), conversation, text, thread_ts).ts

    def texts(self, place: str) -> list[str]:
        """Return what stands in a place, in Slack's own form."""
        conversation = self.workspace.find_conversation(place)
        return [message.text for message in self.workspace.messages(conversation)]


@pytest.fixture
def server() -> Iterator[PageServer]:
    server = PageServer(*demo_workspace(time.time))
    server.start()
    yield server
    server.stop()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=str(chromium_executable()), args=list(launch_arguments())
        )
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def context(browser: Browser) -> BrowserContext:
    """Return a browser window of a laptop's size."""
    context = browser.new_context(
        viewport={"width": 1280, "height": 860}, locale="en-US", reduced_motion="reduce"
    )
    context.set_default_timeout(ENDLESS_MILLISECONDS)
    expect.set_options(timeout=ENDLESS_MILLISECONDS)
    return context


@pytest.fixture
def page(context: BrowserContext, server: PageServer) -> Iterator[Page]:
    """Return the page with the workspace shown, as fresh as the server; no error goes unseen."""
    page = context.new_page()
    problems: list[str] = []
    page.on("pageerror", lambda error: problems.append(str(error)))
    page.on("console", lambda line: problems.append(line.text) if "Policy" in line.text else None)
    page.goto(server.url)
    page.locator(".conversations").get_by_role("button", name="general").wait_for()
    page.locator("#slack-link[data-state=live]").wait_for()
    yield page
    page.close()
    assert problems == []
