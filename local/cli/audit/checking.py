"""The whole audit: receipts, notices, what waits, what came back and the log. Pure."""

from collections.abc import Iterator
from itertools import chain

from local.cli.audit.ends import ends
from local.cli.audit.facts import Facts, Finding, Limits
from local.cli.audit.paths import paths
from local.cli.audit.shapes import shape
from local.cli.audit.together import together


def audit(facts: Facts, limits: Limits) -> Iterator[Finding]:
    """Yield what is not as promised."""
    shapes = (
        Finding(receipt.command_id, receipt.state, problem)
        for receipt in facts.receipts
        for problem in shape(receipt, limits)
    )
    yield from chain(shapes, ends(facts, limits), together(facts.receipts), paths(facts, limits))
