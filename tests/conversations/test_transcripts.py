"""Every transcript plays as it is written."""

from pathlib import Path

import pytest

from local.conversations.notation.grammar import parse
from local.world.played import play_in_process

TRANSCRIPTS = sorted(Path(__file__).parent.glob("*.txt"))


@pytest.mark.parametrize("path", TRANSCRIPTS, ids=lambda path: path.stem)
def test_a_transcript_plays_as_it_is_written(path):
    difference = play_in_process(parse(path.read_text(encoding="utf-8")))
    assert difference is None, f"{path.name}: {difference}"
