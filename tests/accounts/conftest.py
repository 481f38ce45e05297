"""A world in which people link."""

from collections.abc import Iterator

import pytest

from tests.accounts.linking_world import Linked, linking_world


@pytest.fixture
def world() -> Iterator[Linked]:
    with linking_world() as world:
        yield world


@pytest.fixture(scope="module")
def still() -> Iterator[Linked]:
    """One world for all that changes nothing in it."""
    with linking_world() as world:
        yield world
