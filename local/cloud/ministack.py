"""Starts and stops MiniStack, the local AWS, which lives in an environment of its own."""

import fcntl
import os
import shutil
import signal
import subprocess
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import IO, Any, Self

import boto3
import httpx
from botocore.config import Config

from local.cloud.ports import HOST, PortInUse, remembered_port, steady_port

ROOT = Path(__file__).resolve().parents[2]
COMMAND = ROOT / ".venv" / "ministack" / "bin" / "ministack"
REGION = "us-east-1"
KEY = "test"
"""MiniStack's own account: the root of a cloud that nobody else can reach."""

# A function that takes long is not to be called twice: neither given up early, nor asked again.
ONCE = Config(read_timeout=90, retries={"total_max_attempts": 1})

START_SECONDS = 30.0
STOP_SECONDS = 20.0
POLL_SECONDS = 0.05
OLD = "old-"
"""So begins the name of a folder that is being deleted; what one process leaves, the next does."""


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
        self._folder = state_dir.resolve()
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
        return self._folder / "ministack.log"

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
        self._folder.mkdir(parents=True, exist_ok=True)
        self._lock = self._take_folder()
        try:
            self._port = self._choose_port()
            self._process = self._spawn(self._lock)
            self._wait_until_ready()
        except PortInUse as taken:
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
        httpx.post(f"{self.endpoint}/_ministack/reset", timeout=30, trust_env=False)

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

    def _take_folder(self) -> IO[str]:
        """Lock the folder; MiniStack inherits the lock, so it holds as long as either lives."""
        lock = (self._folder / "lock").open("a+")
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            lock.seek(0)
            holder = lock.read().strip()
            lock.close()
            raise MiniStackFailed(
                f"MiniStack is already running on {self._folder} (process {holder}). "
                f"Stop it first: kill {holder}"
            ) from None
        return lock

    def _choose_port(self) -> int:
        """Take the same port as the last time, or begin anew: stored queues keep its address."""
        file = self._folder / "port"
        before = remembered_port(file)
        port = steady_port(file, self._wanted_port, self._tell)
        if before != port:
            for folder in ("state", "s3"):
                shutil.rmtree(self._folder / folder, ignore_errors=True)
        return port

    def _spawn(self, lock: IO[str]) -> subprocess.Popen[bytes]:
        temporary = self._folder / "tmp"
        # The Lambdas are unpacked here, anew at each start.
        self._clear(temporary)
        temporary.mkdir()
        environment = {
            "PATH": os.defpath,
            "HOME": str(self._folder),
            "TMPDIR": str(temporary),
            "LANG": "C.UTF-8",
            "GATEWAY_PORT": str(self.port),
            "BIND_HOST": HOST,
            "STATE_DIR": str(self._folder / "state"),
            "S3_DATA_DIR": str(self._folder / "s3"),
            "PERSIST_STATE": "1" if self._persist else "0",
            "S3_PERSIST": "1" if self._persist else "0",
            "AUTH": "true" if self._auth else "false",
            "LOG_LEVEL": "WARNING",
            # The Lambdas inherit MiniStack's environment, and with it its level. AWS's is this one.
            "POWERTOOLS_LOG_LEVEL": "INFO",
        }
        with self.log_file.open("wb") as log:
            process = subprocess.Popen(
                [str(self._command)],
                env=environment,
                cwd=self._folder,
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

    def _clear(self, temporary: Path) -> None:
        """Put a folder out of the way; to delete its thousands of files nobody waits."""
        if temporary.exists():
            temporary.rename(self._folder / f"{OLD}{time.time_ns()}")
        for old in self._folder.glob(f"{OLD}*"):
            threading.Thread(target=shutil.rmtree, args=(old, True), daemon=True).start()

    def _wait_until_ready(self) -> None:
        assert self._process is not None
        deadline = time.monotonic() + START_SECONDS
        while time.monotonic() < deadline:
            if self._process.poll() is not None:
                raise MiniStackFailed(f"MiniStack ended at once. {self._end_of_log()}")
            if self._answers():
                return
            time.sleep(POLL_SECONDS)
        raise MiniStackFailed(
            f"MiniStack did not answer within {START_SECONDS:.0f} s. {self._end_of_log()}"
        )

    def _answers(self) -> bool:
        try:
            health = httpx.get(f"{self.endpoint}/_ministack/health", timeout=2, trust_env=False)
        except httpx.HTTPError:
            return False
        return health.is_success

    def _end_of_log(self) -> str:
        lines = self.log_file.read_text(errors="replace").strip().splitlines()[-10:]
        return f"The end of {self.log_file}:\n" + "\n".join(lines)
