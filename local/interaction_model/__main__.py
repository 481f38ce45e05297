"""Check interaction models: `python -m local.interaction_model interaction_models/*.json`."""

import sys
from collections.abc import Sequence
from pathlib import Path

from local.interaction_model.check import check
from local.interaction_model.findings import Finding
from local.interaction_model.model import ModelError, read_document


def main(arguments: Sequence[str]) -> int:
    """Print what is wrong with each model, or one line; return the exit status (0, 1, 2 usage)."""
    if not arguments:
        print("usage: python -m local.interaction_model MODEL.json...", file=sys.stderr)
        return 2
    fine = [_report(Path(argument)) for argument in arguments]
    return 0 if all(fine) else 1


def _report(path: Path) -> bool:
    try:
        document = read_document(path)
    except ModelError as error:
        print(error)
        return False
    findings = check(document, locale=path.stem)
    problems = [finding for finding in findings if not finding.warning]
    warnings = [finding for finding in findings if finding.warning]
    if problems:
        for finding in findings:
            print(f"{path}: {finding}")
        return False
    print(f"{path}: fine, {_size(document)}.{_remarks(warnings)}")
    return True


def _size(document: dict[str, dict[str, dict[str, list[dict[str, list[str]]]]]]) -> str:
    intents = document["interactionModel"]["languageModel"]["intents"]
    samples = sum(len(intent.get("samples", [])) for intent in intents)
    return f"{len(intents)} intents, {samples} samples"


def _remarks(warnings: list[Finding]) -> str:
    return "".join(f" {warning.sentence}" for warning in warnings)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
