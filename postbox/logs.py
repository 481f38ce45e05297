"""What leaves a function's log: our own lines, and no library's.

At DEBUG the SDKs log whole requests and answers: messages, tokens, the signing secret. A level that
somebody sets on the root logger, or by Lambda's own logging controls, must not reach them.
"""

import json
import logging
from collections.abc import Mapping

SILENT = logging.CRITICAL + 1
LIBRARIES = (
    "ask_sdk_core",
    "ask_sdk_runtime",
    "aws_lambda_powertools",
    "boto3",
    "botocore",
    "charset_normalizer",
    "oauthlib",
    "requests",
    "s3transfer",
    "slack",
    "slack_sdk",
    "urllib3",
)
"""The first part of the names of loggers that our libraries have."""


def as_line(record: Mapping[str, object]) -> str:
    """Return a log record as one line of ASCII: half a character in an id costs no line."""
    return json.dumps(record, default=str, separators=(",", ":"))


def silence_libraries() -> None:
    """Let no library write to the log, at whatever level. Each Lambda calls it at its start."""
    for name in LIBRARIES:
        logger = logging.getLogger(name)
        if logger.level != SILENT:
            logger.setLevel(SILENT)
        logger.propagate = False
