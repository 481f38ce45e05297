"""Secrets from Parameter Store (SecureString), remembered for a few minutes."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from botocore.exceptions import BotoCoreError, ClientError

if TYPE_CHECKING:
    from mypy_boto3_ssm import SSMClient

REMEMBERED_SECONDS = 300


class SecretError(Exception):
    """A secret cannot be had; the message names a parameter, never what it holds."""


class SecretMissing(SecretError):
    """The parameter does not exist, or is blank; its owner has to set it."""


class SecretUnavailable(SecretError):
    """Parameter Store did not answer; trying again later may help."""


class Secrets:
    """Reads parameters, each at most once in five minutes unless a fresh one is asked for."""

    def __init__(self, client: "SSMClient", clock: Callable[[], float]) -> None:
        """Use this client; the clock gives epoch seconds."""
        self._client = client
        self._clock = clock
        self._known: dict[str, tuple[float, str]] = {}

    def get(self, name: str, *, fresh: bool = False) -> str:
        """Return the decrypted value, or raise SecretMissing or SecretUnavailable."""
        read_at, value = self._known.get(name, (float("-inf"), ""))
        if fresh or self._clock() - read_at > REMEMBERED_SECONDS:
            value = self._read(name)
            self._known[name] = (self._clock(), value)
        return value

    def _read(self, name: str) -> str:
        try:
            answer = self._client.get_parameter(Name=name, WithDecryption=True)
        except ClientError as error:
            code = error.response.get("Error", {}).get("Code", "")
            if code == "ParameterNotFound":
                raise SecretMissing(f"The parameter {name} does not exist.") from error
            raise SecretUnavailable(f"The parameter {name} cannot be read: {code}") from error
        except BotoCoreError as error:
            kind = type(error).__name__
            raise SecretUnavailable(f"The parameter {name} cannot be read: {kind}") from error
        value = answer["Parameter"].get("Value", "").strip()
        if not value:
            raise SecretMissing(f"The parameter {name} is blank.")
        return value
