"""The whole local stack, started once: MiniStack, the deployed functions, the page."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, sync_playwright

from local.browser import chromium_executable, launch_arguments
from local.stack.start import RunningStack, started


@pytest.fixture(scope="session")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningStack]:
    """A stack that runs, in a folder of its own."""
    with started(tmp_path_factory.mktemp("stack"), lambda line: None) as stack:
        yield stack


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A browser without a window."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=str(chromium_executable()), args=list(launch_arguments())
        )
        yield browser
        browser.close()
