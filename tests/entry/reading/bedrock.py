"""A Bedrock on this machine, as far as Converse goes: real HTTP, with the troubles of one."""

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import unquote

import boto3
from botocore.config import Config

from local.world.aws.moto_cloud import MotoCloud
from local.world.in_process import ENDLESS

MODEL = "us.amazon.nova-lite-v1:0"


@dataclass
class Bedrock:
    """What it answers, and what it was asked."""

    answer: str = "Kevin says that the build is red. Ana is on it."
    status: int = 200
    error: str = ""
    raw: bytes | None = None
    """Answered in the place of JSON."""
    hangs: bool = False
    drips: bool = False
    """Whether an answer comes byte by byte, without end."""
    asked: list[dict[str, Any]] = field(default_factory=list)
    paths: list[str] = field(default_factory=list)
    clients: list[str] = field(default_factory=list)
    """The services that the skill made clients for."""
    late: threading.Event = field(default_factory=threading.Event)
    """Set as soon as somebody waits for an answer that does not come."""
    over: threading.Event = field(default_factory=threading.Event)
    url: str = ""

    def make(self, cloud: MotoCloud) -> Any:
        """Return what makes the clients of a world whose Bedrock is this one."""

        def client(function: str, service: str, **options: Any) -> Any:
            if function == "skill":
                self.clients.append(service)
            if service != "bedrock-runtime":
                return cloud.client(service)
            return self.client(**options)

        return client

    def client(self, config: Config | None = None) -> Any:
        """Return a client that waits for as long as it takes: what is late is late by `join`."""
        secret = {"aws_access_key_id": "test", "aws_secret_access_key": "test"}
        patient = Config(connect_timeout=ENDLESS, read_timeout=ENDLESS)
        make: Any = boto3.client
        return make(
            "bedrock-runtime",
            region_name="us-east-1",
            endpoint_url=self.url,
            config=config.merge(patient) if config else patient,
            **secret,
        )

    def join(self, thread: threading.Thread, _seconds: float) -> None:
        """Wait until the thread has its answer, or is known to wait for one in vain."""
        while thread.is_alive() and not self.late.is_set():
            thread.join(0.01)

    def body(self) -> bytes:
        """Return the answer as Converse has it, or an error's."""
        if self.raw is not None:
            return self.raw
        if self.status != 200:
            return json.dumps({"message": "no"}).encode()
        content = [{"text": self.answer}]
        answer = {
            "output": {"message": {"role": "assistant", "content": content}},
            "stopReason": "end_turn",
            "usage": {"inputTokens": 1, "outputTokens": 1, "totalTokens": 2},
            "metrics": {"latencyMs": 1},
        }
        return json.dumps(answer).encode()


@contextmanager
def bedrock() -> Iterator[Bedrock]:
    """Yield a Bedrock that listens on a loopback address."""
    model = Bedrock()

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_POST(self) -> None:
            length = int(self.headers["Content-Length"])
            model.asked.append(json.loads(self.rfile.read(length)))
            model.paths.append(unquote(self.path))
            if model.hangs:
                model.late.set()
                model.over.wait()
                return
            body = model.body()
            self.send_response(model.status)
            self.send_header("Content-Type", "application/json")
            if model.error:
                self.send_header("x-amzn-ErrorType", model.error)
            self.send_header("Content-Length", str(100_000 if model.drips else len(body)))
            self.end_headers()
            while model.drips and not model.over.wait(0.01):
                self.wfile.write(b" ")
                model.late.set()
            self.wfile.write(b"" if model.drips else body)

        def log_message(self, *_arguments: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    model.url = f"http://127.0.0.1:{server.server_address[1]}"
    thread = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True)
    thread.start()
    try:
        yield model
    finally:
        model.over.set()
        server.shutdown()
        thread.join()
        server.server_close()
