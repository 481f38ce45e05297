"""Slack tokens encrypted by KMS, each for its link alone: another link's cannot be opened as it.

The encryption context stands in clear in CloudTrail, so that it is the link's opaque id
(https://docs.aws.amazon.com/kms/latest/developerguide/encrypt_context.html).
"""

import base64
import binascii
import json
from collections.abc import Mapping
from typing import Any, Protocol

from botocore.exceptions import BotoCoreError, ClientError

from bridge.links.secrets import SecretMissing, SecretUnavailable
from bridge.slack.payloads.grants import SlackToken

MOST_BYTES = 4096
"""KMS encrypts no more at once."""
CONTEXT = "link"
_FOR_GOOD = {"InvalidCiphertextException", "IncorrectKeyException"}


class Kms(Protocol):
    """What is used of boto3's client."""

    def encrypt(self, **request: Any) -> Mapping[str, Any]:
        """Return the answer."""

    def decrypt(self, **request: Any) -> Mapping[str, Any]:
        """Return the answer."""


class TooLong(Exception):
    """A token that KMS would not take."""


class TokenSeal:
    """Encrypts and decrypts tokens."""

    def __init__(self, client: Kms, key_id: str) -> None:
        """Use this key."""
        self._client = client
        self._key_id = key_id

    def seal(self, link_id: str, token: SlackToken) -> str:
        """Return a token encrypted for a link; raises TooLong or SecretUnavailable."""
        plain = json.dumps([token.access, token.refresh]).encode()
        if len(plain) > MOST_BYTES:
            raise TooLong(f"{len(plain)} bytes")
        try:
            answer = self._client.encrypt(
                KeyId=self._key_id, Plaintext=plain, EncryptionContext={CONTEXT: link_id}
            )
        except (ClientError, BotoCoreError) as error:
            raise SecretUnavailable(f"The token cannot be encrypted: {_code(error)}") from None
        return base64.b64encode(answer["CiphertextBlob"]).decode()

    def opened(self, link_id: str, sealed: str) -> SlackToken:
        """Return a link's token; raises SecretMissing for what is not its, SecretUnavailable."""
        try:
            answer = self._client.decrypt(
                KeyId=self._key_id,
                CiphertextBlob=base64.b64decode(sealed, validate=True),
                EncryptionContext={CONTEXT: link_id},
            )
            access, refresh = json.loads(answer["Plaintext"])
        except (ClientError, BotoCoreError) as error:
            if _code(error) in _FOR_GOOD:
                raise SecretMissing("The token is not this link's.") from None
            raise SecretUnavailable(f"The token cannot be decrypted: {_code(error)}") from None
        except (binascii.Error, ValueError, TypeError):
            raise SecretMissing("The token cannot be read.") from None
        return SlackToken(str(access), str(refresh))


def _code(error: Exception) -> str:
    if isinstance(error, ClientError):
        return str(error.response.get("Error", {}).get("Code", ""))
    return type(error).__name__
