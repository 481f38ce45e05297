"""What is said to Slack is encrypted, over the connections that end in time."""

import ssl
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from ipaddress import ip_address
from pathlib import Path
from threading import Thread

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import NameOID

from bridge.slack import connections
from bridge.slack.connections import opener
from bridge.slack.errors import SlackError
from bridge.slack.gateway import SlackGateway

LONG = b"y" * 300_000
"""More than goes into one piece of what is encrypted."""


class Counting(BaseHTTPRequestHandler):
    """Answer how many bytes came, with as many."""

    def do_POST(self):
        """Answer."""
        answer = self.rfile.read(int(self.headers["Content-Length"]))
        self.send_response(200)
        self.send_header("Content-Length", str(len(answer)))
        self.end_headers()
        self.wfile.write(answer)

    def log_message(self, *_line):
        """Say nothing."""


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A certificate of this machine's own address and its key, in one file."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "127.0.0.1")])
    now = datetime.now(UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(
            x509.SubjectAlternativeName([x509.IPAddress(ip_address("127.0.0.1"))]), critical=False
        )
        .sign(key, hashes.SHA256())
    )
    path: Path = tmp_path_factory.mktemp("encrypted") / "certificate.pem"
    secret = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    path.write_bytes(secret + made.public_bytes(Encoding.PEM))
    return path


@pytest.fixture
def address(certificate: Path) -> Iterator[str]:
    """Where a server that only speaks encrypted listens."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    server = ThreadingHTTPServer(("127.0.0.1", 0), Counting)
    server.socket = context.wrap_socket(server.socket, server_side=True)
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield f"https://127.0.0.1:{server.server_port}/api/"
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture
def trusted(certificate: Path) -> Iterator[None]:
    """Have the certificate trusted, for as long as a test takes."""
    connections._context.cache_clear()
    connections._context().load_verify_locations(certificate)
    yield
    connections._context.cache_clear()


@pytest.mark.usefixtures("trusted")
def test_what_is_long_goes_there_and_back_in_many_pieces(address):
    with opener().open(address, data=LONG, timeout=60) as answer:
        assert answer.read() == LONG


@pytest.mark.usefixtures("trusted")
def test_the_pieces_of_what_is_encrypted_end_together(address):
    moments = iter(range(1_000))
    with pytest.raises(TimeoutError):
        opener(lambda: float(next(moments))).open(address, data=LONG, timeout=6).read()


def test_a_certificate_that_nobody_vouches_for_is_refused(address):
    with pytest.raises(SlackError):
        SlackGateway(address).identity("xoxp-token")
