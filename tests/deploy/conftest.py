"""The compiled template, once for each process of a test run."""

from pathlib import Path
from typing import Any

import pytest

from deploy.template import compile_template


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What CloudFormation gets for the stage `prod`."""
    return compile_template(tmp_path_factory.mktemp("compiled"))
