"""What all tests share: how hard hypothesis tries, and which tests stay together in one process."""

from functools import cache
from typing import Any

import pytest
from httpx._config import DEFAULT_TIMEOUT_CONFIG
from httpx._transports import default as httpx_transports
from hypothesis import HealthCheck, Phase, settings

# Whoever asks a server on this machine waits for as long as it takes: tests end by what happens.
DEFAULT_TIMEOUT_CONFIG.connect = DEFAULT_TIMEOUT_CONFIG.read = 600.0
DEFAULT_TIMEOUT_CONFIG.write = DEFAULT_TIMEOUT_CONFIG.pool = 600.0
# Each client reads the certificates of the whole world, though it speaks to this machine only.
httpx_transports.create_ssl_context = cache(httpx_transports.create_ssl_context)

TOGETHER = (
    "tests/benchmarks/test_understanding",
    "tests/local/cloud/test_deployment.py",
    "tests/stack/",
)
"""Files and folders whose tests share something dear: a deployment, for one."""

LONG = (
    "tests/reading/",
    "tests/delivery/test_promise.py",
    "tests/proof/",
    "tests/interaction_models/test_templates.py",
    "tests/skill/reading/planning/test_portion.py",
    "tests/inbox/",
    "tests/local/echo/test_utterances.py",
)
"""Where a single test may take many seconds: begun last, one would keep a worker waiting."""

# The same examples in every run: a red build is red for everybody.
settings.register_profile(
    "ci",
    max_examples=100,
    derandomize=True,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
    print_blob=True,
)
settings.register_profile("fast", settings.get_profile("ci"), max_examples=15)
settings.register_profile(
    "soak",
    max_examples=20_000,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    phases=[Phase.explicit, Phase.reuse, Phase.generate, Phase.shrink],
    print_blob=True,
)
settings.load_profile("ci")


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Begin with what takes long; the rest is in the order that chance gave it."""
    if settings.get_current_profile_name() != "soak":
        left_out = [item for item in items if item.get_closest_marker("soak")]
        config.hook.pytest_deselected(items=left_out)
        items[:] = [item for item in items if item not in left_out]
    items.sort(key=lambda item: not item.nodeid.startswith(LONG))


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> Any:
    """Spread the tests one by one, but for those that belong together."""
    from xdist.scheduler import LoadScopeScheduling  # noqa: PLC0415 - pytest runs without it too

    class Spread(LoadScopeScheduling):
        def _split_scope(self, nodeid: str) -> str:
            file = nodeid.partition("::")[0]
            return next((folder for folder in TOGETHER if file.startswith(folder)), nodeid)

        def mark_test_complete(self, node: Any, item_index: int, duration: float = 0) -> None:
            super().mark_test_complete(node, item_index, duration)
            scope = self._split_scope(self.registered_collections[node][item_index])
            # What is done is looked through at every test otherwise: quadratic work.
            if all(self.assigned_work[node][scope].values()):
                del self.assigned_work[node][scope]

    return Spread(config, log)
