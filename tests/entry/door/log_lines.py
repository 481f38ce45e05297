"""Log lines as CloudWatch has them."""

import logging


def as_in_a_lambda(record: logging.LogRecord) -> str:
    """The line as CloudWatch gets it, with the keys of its request."""
    handler = logging.getLogger(record.name).handlers[0]
    assert handler.formatter is not None
    return handler.formatter.format(record)
