"""Candidates are offered under names by which a listener can choose."""

import pytest

from postbox.directory.entries import Conversation, Directory
from skill.understanding.names.aloud import told_apart
from skill.understanding.names.candidate import Candidate, Kind


@pytest.mark.parametrize(
    ("names", "told"),
    [
        (["general-", "general_"], ["general dash", "general underscore"]),
        (["general", "general-"], ["general", "general dash"]),
        (["dev-ops", "dev_ops", "devops"], ["dev dash ops", "dev underscore ops", "devops"]),
        (["v1.2", "v1-2"], ["v1 dot 2", "v1 dash 2"]),
        (["design-team", "design-review"], ["design team", "design review"]),
    ],
)
def test_channels_that_sound_alike_are_told_apart(names: list[str], told: list[str]):
    directory = Directory.of([], [Conversation(name, name, "channel") for name in names])
    candidates = tuple(Candidate(name, name, Kind.CHANNEL, 1.0, "any") for name in names)
    assert told_apart(candidates, directory) == told
