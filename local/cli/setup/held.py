"""What has to hold before setup goes on; what does not raises Stopped."""

import sys

from deploy import osls
from local.cli import checks
from local.cli.accounts.placement import NotAlexas, alexas_region
from local.cli.accounts.stopped import Stopped
from local.cli.setup import talk


def check_machine() -> None:
    """Tell the Python; raise Stopped where nothing was installed."""
    if not osls.OSLS.exists():
        raise Stopped(osls.MISSING)
    version = ".".join(map(str, sys.version_info[:3]))
    talk.tell(f"Python {version}")


def hold(finding: checks.Finding) -> None:
    """Tell what was found right; raise Stopped for what is not."""
    if not finding.is_right:
        raise Stopped(f"{finding.what}: {finding.found}. {finding.mend}.")
    talk.tell(f"{finding.what}: {finding.found}")


def alexas(region: str) -> str:
    """Return a region from which Alexa calls; raise Stopped for another one."""
    try:
        return alexas_region(region)
    except NotAlexas as problem:
        raise Stopped(str(problem)) from None
