"""What was answered and done, so that setup goes on where it stopped. No secrets are in it."""

import json
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from local.cli.accounts.stopped import Stopped


@dataclass
class Answers:
    """The answers of one stage; "" is what was not answered yet."""

    region: str = ""
    skill_id: str = ""
    default_conversation: str = ""
    alarm_email: str = ""
    people: str = ""
    """For whom it is set up: one owner, or several people."""
    slack_client_id: str = ""
    """Of an app that several people consent to."""
    vendor_id: str = ""
    done: list[str] = field(default_factory=list)
    """The clicks that were made, each with what it was made for, such as an address."""


class Kept:
    """A stage's answers in a file, written as soon as there is one more."""

    def __init__(self, folder: Path, stage: str) -> None:
        """Read them from this folder; a damaged file is as good as none."""
        self.folder = folder
        self._file = folder / f"setup-{stage}.json"
        self.answers = _read(self._file)

    def keep(self, **given: str) -> None:
        """Set some answers."""
        for name, answer in given.items():
            setattr(self.answers, name, answer)
        self._write()

    def is_done(self, click: str) -> bool:
        """Whether it was done."""
        return click in self.answers.done

    def did(self, click: str) -> None:
        """Remember that it was done."""
        self.answers.done.append(click)
        self._write()

    def file(self, name: str, content: dict[str, Any]) -> Path:
        """Write something to be pasted, beside the answers."""
        path = self.folder / name
        self._put(path, content)
        return path

    def _write(self) -> None:
        self._put(self._file, asdict(self.answers))

    def _put(self, path: Path, content: dict[str, Any]) -> None:
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            path.write_text(json.dumps(content, indent=2) + "\n", encoding="utf-8")
        except OSError as error:
            raise Stopped(f"{path} cannot be written: {error.strerror}.") from None


def _read(file: Path) -> Answers:
    try:
        return Answers(**json.loads(file.read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError):
        return Answers()
