"""Model files that are no models, and the command that says what is wrong with one."""

import json

import pytest
from hypothesis import given, strategies as st

from local.interaction_model import check
from local.interaction_model.__main__ import main
from tests.interaction_models.sound_model import SEND, SOUND, broken, places, send_sample

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3)
    ),
    max_leaves=6,
)


@given(st.sampled_from(sorted(places(SOUND))), JSON)
def test_whatever_stands_in_a_file_is_judged_and_never_breaks_the_judge(place, value):
    document = broken(place, value)
    findings = check(document, "en-US")
    assert all(finding.path and finding.sentence for finding in findings)


def test_the_command_prints_every_finding_and_fails(tmp_path, capsys):
    file = tmp_path / "en-US.json"
    file.write_text(json.dumps(send_sample("{message}")), encoding="utf-8")
    assert main([str(file)]) == 1
    assert f'{file}: {SEND}.samples[1]: "{{message}}" must include' in capsys.readouterr().out


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"{", "is not JSON: Expecting property name enclosed in double quotes at line 1"),
        (b"\xff", "is not UTF-8"),
        (None, "cannot be read: No such file"),
    ],
)
def test_a_file_that_cannot_be_read_is_named(tmp_path, capsys, content, words):
    file = tmp_path / "en-US.json"
    if content is not None:
        file.write_bytes(content)
    assert main([str(file)]) == 1
    assert f"{file} {words}" in capsys.readouterr().out


def test_the_command_without_a_file_says_how_to_use_it(capsys):
    assert main([]) == 2
    assert "usage:" in capsys.readouterr().err
