"""Compiles serverless.yml into CloudFormation, without an account: for checks and tests."""

import argparse
import json
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from deploy import osls

EXAMPLE_SKILL_ID = "amzn1.ask.skill.00000000-0000-4000-8000-000000000000"
COMPILED = "cloudformation-template-update-stack.json"


def compile_template(
    folder: Path, stage: str = "prod", parameters: Mapping[str, str] | None = None
) -> dict[str, Any]:
    """Write osls's package into a folder and return the compiled template."""
    given = {"skillId": EXAMPLE_SKILL_ID, **(parameters or {})}
    options = ["--stage", stage, "--package", str(folder.resolve()), *osls.parameters(given)]
    osls.run(["package", *options], environment={})
    template: dict[str, Any] = json.loads((folder / COMPILED).read_text())
    return template


def main() -> int:
    """Compile into the folder named on the command line."""
    parser = argparse.ArgumentParser(prog="deploy.template", description=__doc__)
    parser.add_argument("--package", type=Path, required=True, help="the folder to write")
    parser.add_argument("--stage", default="prod")
    given = parser.parse_args()
    try:
        template = compile_template(given.package, given.stage)
    except osls.OslsFailed as failure:
        print(failure, file=sys.stderr)
        return 1
    print(f"{given.package / COMPILED}: {len(template['Resources'])} resources")
    return 0


if __name__ == "__main__":
    sys.exit(main())
