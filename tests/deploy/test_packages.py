"""A function's package holds what it runs on, and nothing of the other side."""

import shutil
import subprocess
import sys
import zipfile
from importlib.metadata import version
from pathlib import Path

import pytest

from deploy import packages
from deploy.packages import BUILD, ROOT, SIDES, build_all
from tests.deploy.reading import FUNCTIONS

MINISTACK_PYTHON = ROOT / ".venv" / "ministack" / "bin" / "python"
HANDLERS = {
    "skill": "skill.alexa_lambda",
    "post": "bridge.post_lambda",
    "receive": "bridge.receive_lambda",
    "refresh": "bridge.refresh_lambda",
}
OURS = {"skill", "bridge", "postbox", "local", "deploy", "tests", "benchmarks"}
MOST_MEGABYTES = {"skill": 4.0, "post": 1.3, "receive": 1.0, "refresh": 1.3}


@pytest.fixture(scope="session")
def built() -> dict[str, Path]:
    return {package.function: package.path for package in build_all()}


def names(path: Path) -> list[str]:
    with zipfile.ZipFile(path) as archive:
        return archive.namelist()


@pytest.mark.parametrize("function", FUNCTIONS)
def test_of_our_own_only_this_side_and_the_mailbox_are_packed(built, function):
    packed = {name.split("/")[0] for name in names(built[function])} & OURS
    assert packed == set(SIDES[function])


@pytest.mark.parametrize("function", FUNCTIONS)
def test_every_source_and_every_sentence_of_a_side_is_packed(built, function):
    packed = set(names(built[function]))
    for side in SIDES[function]:
        sources = {
            path.relative_to(ROOT).as_posix()
            for path in (ROOT / side).rglob("*")
            if path.suffix in {".py", ".json"}
        }
        assert sources <= packed


@pytest.mark.parametrize("function", FUNCTIONS)
def test_nothing_is_packed_that_lambda_has_or_nobody_reads(built, function):
    packed = names(built[function])
    tops = {name.split("/")[0] for name in packed}
    assert tops.isdisjoint({"boto3", "botocore", "s3transfer"})
    for name in packed:
        assert not name.endswith((".pyc", ".so", ".js", ".css", ".tar.gz"))
        assert {"__pycache__", "tests", "test"}.isdisjoint(name.split("/"))


@pytest.mark.parametrize("function", FUNCTIONS)
def test_a_handler_is_imported_from_its_zip_beside_nothing_but_boto3(built, function, tmp_path):
    with zipfile.ZipFile(built[function]) as archive:
        archive.extractall(tmp_path)
    program = (
        f"import sys; sys.path.insert(0, {str(tmp_path)!r}); import {HANDLERS[function]} as m;"
        "assert callable(m.lambda_handler); import postbox; print(postbox.__file__)"
    )
    done = subprocess.run(
        [MINISTACK_PYTHON, "-I", "-B", "-c", program],
        env={"AWS_DEFAULT_REGION": "us-east-1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith(str(tmp_path))


def test_every_emoji_is_told_and_found_by_name_from_the_zip_of_the_skill(built, tmp_path):
    with zipfile.ZipFile(built["skill"]) as archive:
        archive.extractall(tmp_path)
    program = (
        f"import sys; sys.path.insert(0, {str(tmp_path)!r});"
        "from skill.rendering.emoji import emoji_table; from skill.understanding.emoji import "
        "emoji_names; print(emoji_table.by_code('tada', 'en').name, "
        "emoji_names.emoji_named('thumbs up', 'en'), emoji_names.__file__)"
    )
    command = [sys.executable, "-I", "-B", "-c", program]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert (
        done.stdout.strip()
        == f"party popper +1 {tmp_path}/skill/understanding/emoji/emoji_names.py"
    )


@pytest.mark.parametrize("function", FUNCTIONS)
def test_a_function_runs_the_versions_that_the_tests_run_with(function):
    text = (ROOT / "deploy" / "functions" / f"{function}.txt").read_text()
    pinned = [line.split()[0].split("==") for line in text.splitlines() if "==" in line]
    assert dict(pinned) == {name: version(name) for name, _ in pinned}
    assert text.count("--hash=sha256:") >= len(pinned)


@pytest.mark.parametrize("function", FUNCTIONS)
def test_a_package_stays_small(built, function):
    assert built[function].stat().st_size / 1e6 < MOST_MEGABYTES[function]


def test_equal_content_gives_equal_bytes_and_is_built_once(built, tmp_path):
    (tmp_path / "libraries").symlink_to(BUILD / "libraries")
    again = build_all(tmp_path)
    assert all(package.fresh for package in again)
    for package in again:
        assert package.path.read_bytes() == built[package.function].read_bytes()
    assert not any(package.fresh for package in build_all(tmp_path))


def test_a_changed_source_is_packed_anew(tmp_path, monkeypatch):
    for name in ("bridge", "postbox", "deploy"):
        shutil.copytree(ROOT / name, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__"))
    monkeypatch.setattr(packages, "ROOT", tmp_path)
    monkeypatch.setattr(packages, "SIDES", {"receive": SIDES["receive"]})
    build = tmp_path / "build"
    build.mkdir()
    (build / "libraries").symlink_to(BUILD / "libraries")
    (first,) = build_all(build)
    (tmp_path / "bridge" / "settings" / "post.py").write_text("CHANGED = True\n")
    (second,) = build_all(build)
    assert first.fresh
    assert second.fresh
    with zipfile.ZipFile(second.path) as archive:
        assert archive.read("bridge/settings/post.py") == b"CHANGED = True\n"


def test_what_pip_cannot_install_is_said_in_its_own_words(tmp_path, monkeypatch, capsys):
    functions = tmp_path / "deploy" / "functions"
    functions.mkdir(parents=True)
    (functions / "skill.txt").write_text("./no-such-folder\n")
    monkeypatch.setattr(packages, "ROOT", tmp_path)
    monkeypatch.setattr(packages, "SIDES", {"skill": ()})
    monkeypatch.setattr(packages, "build_all", lambda: build_all(tmp_path / "build"))
    assert packages.main() == 1
    said = capsys.readouterr().err
    assert "skill.txt cannot be installed" in said
    assert "no-such-folder" in said
