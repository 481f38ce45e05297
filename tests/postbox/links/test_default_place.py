"""Where a message goes that names no place: as deployed, or as it was chosen by voice."""

import pytest
from hypothesis import given, strategies as st

from postbox.links.default_place import ASK, CHOSEN, MYSELF, default_place, kept_as
from postbox.links.link import Link, LinkState


def link(name: str, conversation_id: str | None = None) -> Link:
    return Link("personal", "T1", "U1", "Giselle", LinkState.ACTIVE, conversation_id, name)


def test_the_deployments_channel_is_the_default():
    place = default_place(link("general", "C1"), {})
    assert (place.id, place.name, place.asks, place.is_there) == ("C1", "general", False, True)


def test_a_channel_that_is_not_there_is_no_default():
    place = default_place(link("general"), {})
    assert (place.id, place.is_there) == (None, False)


@pytest.mark.parametrize("chosen", [{}, {CHOSEN: MYSELF}])
def test_notes_to_oneself_are_the_speakers_own(chosen):
    deployed = link(MYSELF if not chosen else "general", None if not chosen else "C1")
    place = default_place(deployed, chosen)
    assert place.id == "U1"
    assert place.is_oneself(deployed)


@pytest.mark.parametrize("chosen", [{}, {CHOSEN: ASK}])
def test_without_a_default_one_is_asked(chosen):
    place = default_place(link(ASK if not chosen else "general", "C1" if chosen else None), chosen)
    assert (place.id, place.asks, place.is_there) == (None, True, True)


@given(st.text("abc-", min_size=1), st.text("abc- ", min_size=1).filter(str.strip))
def test_what_was_chosen_by_voice_is_found_again(place_id, name):
    place = default_place(link("general", "C1"), {CHOSEN: kept_as(place_id, name)})
    assert (place.id, place.name) == (place_id, name)
