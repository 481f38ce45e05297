"""Starts and stops MiniStack, the local AWS, which lives in an environment of its own."""

import os
import signal
import subprocess
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import IO, Any, Self

import boto3
import httpx
from botocore.config import Config

from local.cloud.ports import HOST, PortInUse
from local.cloud.state_folder import S3, STATE, FolderInUse, StateFolder

ROOT = Path(__file__).resolve().parents[2]
COMMAND = ROOT / ".venv" / "ministack" / "bin" / "ministack"
REGION = "us-east-1"
KEY = "test"
"""MiniStack's own account: the root of a cloud that nobody else can reach."""

# A function that takes long is not to be called twice: neither given up early, nor asked again.
ONCE = Config(read_timeout=90, retries={"total_max_attempts": 1})

START_SECONDS = 30.0
STOP_SECONDS = 20.0
RESET_SECONDS = 30.0
POLL_SECONDS = 0.05


class MiniStackFailed(Exception):
    """MiniStack does not run; the message says why, and what to do."""


class MiniStack:
    """One MiniStack process. Its state lies in a folder and is written when it is stopped.

    Nothing of the caller's environment gets into it but the path: it would show in the Lambdas.
    """

    def __init__(
        self,
        state_dir: Path,
        port: int | None = None,
        *,
        auth: bool = True,
        persist: bool = True,
        command: Path = COMMAND,
        tell: Callable[[str], None] = lambda _line: None,
    ) -> None:
        """Keep state in this folder; without a port, take the last one there, or any free one.

        With `auth`, IAM is enforced; with `persist`, the next start finds what this one left.
        """
        self._folder = StateFolder(state_dir.resolve())
        self._wanted_port = port
        self._auth = auth
        self._persist = persist
        self._command = command
        self._tell = tell
        self._process: subprocess.Popen[bytes] | None = None
        self._port: int | None = None
        self._lock: IO[str] | None = None
        self._clients: dict[str, Any] = {}

    @property
    def port(self) -> int:
        """The port that it listens on."""
        if self._port is None:
            raise MiniStackFailed("MiniStack has not been started.")
        return self._port

    @property
    def endpoint(self) -> str:
        """What AWS clients take as their endpoint."""
        return f"http://{HOST}:{self.port}"

    @property
    def pid(self) -> int | None:
        """The running process, or None."""
        return self._process.pid if self._process else None

    @property
    def log_file(self) -> Path:
        """Where MiniStack writes its log."""
        return self._folder.log_file

    @property
    def environment(self) -> dict[str, str]:
        """The variables with which any AWS tool talks to this cloud and no other."""
        return {
            "AWS_ENDPOINT_URL": self.endpoint,
            "AWS_ACCESS_KEY_ID": KEY,
            "AWS_SECRET_ACCESS_KEY": KEY,
            "AWS_REGION": REGION,
            "AWS_DEFAULT_REGION": REGION,
            "AWS_EC2_METADATA_DISABLED": "true",
        }

    def start(self) -> None:
        """Start, and return when it answers; raises MiniStackFailed."""
        if not self._command.exists():
            raise MiniStackFailed(f"There is no {self._command}. Install it with: make install")
        try:
            self._lock = self._folder.take()
            self._port = self._folder.choose_port(self._wanted_port, self._tell)
            self._process = self._spawn(self._lock)
            self._wait_until_ready()
        except (PortInUse, FolderInUse) as taken:
            self.stop()
            raise MiniStackFailed(str(taken)) from taken
        except BaseException:
            self.stop()
            raise

    def stop(self) -> None:
        """End the process that was started, and wait until it has written its state."""
        process, self._process = self._process, None
        if process is not None:
            process.send_signal(signal.SIGTERM)
            try:
                process.wait(STOP_SECONDS)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
            # Its Lambdas would outlive it by seconds; they are of the group that it leads.
            with suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
        if self._lock is not None:
            self._lock.close()
            self._lock = None
        self._clients.clear()

    def reset(self) -> None:
        """Forget everything that was deployed and stored."""
        httpx.post(f"{self.endpoint}/_ministack/reset", timeout=RESET_SECONDS, trust_env=False)

    def client(self, service: str) -> Any:
        """Return a boto3 client for this cloud; the same one each time, for making one is slow."""
        if service not in self._clients:
            make: Any = boto3.client
            self._clients[service] = make(
                service,
                endpoint_url=self.endpoint,
                region_name=REGION,
                aws_access_key_id=KEY,
                aws_secret_access_key=KEY,
                config=ONCE,
            )
        return self._clients[service]

    def __enter__(self) -> Self:
        """Start."""
        self.start()
        return self

    def __exit__(self, *_error: object) -> None:
        """Stop."""
        self.stop()

    def _spawn(self, lock: IO[str]) -> subprocess.Popen[bytes]:
        folder = self._folder
        environment = {
            "PATH": os.defpath,
            "HOME": str(folder.path),
            # The Lambdas are unpacked here, anew at each start.
            "TMPDIR": str(folder.empty_temporary()),
            "LANG": "C.UTF-8",
            "GATEWAY_PORT": str(self.port),
            "BIND_HOST": HOST,
            "STATE_DIR": str(folder.path / STATE),
            "S3_DATA_DIR": str(folder.path / S3),
            "PERSIST_STATE": "1" if self._persist else "0",
            "S3_PERSIST": "1" if self._persist else "0",
            "AUTH": "true" if self._auth else "false",
            "LOG_LEVEL": "WARNING",
            # The Lambdas inherit MiniStack's environment, and with it its level. AWS's is this one.
            "POWERTOOLS_LOG_LEVEL": "INFO",
        }
        with folder.log_file.open("wb") as log:
            process = subprocess.Popen(
                [str(self._command)],
                env=environment,
                cwd=folder.path,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
                pass_fds=[lock.fileno()],
                # Ctrl-C reaches whoever started it, who then stops it in good order.
                start_new_session=True,
            )
        lock.truncate(0)
        lock.write(f"{process.pid}\n")
        lock.flush()
        return process

    def _wait_until_ready(self) -> None:
        assert self._process is not None
        deadline = time.monotonic() + START_SECONDS
        while time.monotonic() < deadline:
            if self._process.poll() is not None:
                raise MiniStackFailed(f"MiniStack ended at once. {self._folder.end_of_log()}")
            if self._answers():
                return
            time.sleep(POLL_SECONDS)
        raise MiniStackFailed(
            f"MiniStack did not answer within {START_SECONDS:.0f} s. {self._folder.end_of_log()}"
        )

    def _answers(self) -> bool:
        try:
            health = httpx.get(f"{self.endpoint}/_ministack/health", timeout=2, trust_env=False)
        except httpx.HTTPError:
            return False
        return health.is_success
