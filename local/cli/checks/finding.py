"""What a check found: right, wrong with the one thing to do, or not to be seen from here."""

from dataclasses import dataclass

from botocore.exceptions import ClientError

from local.cli.accounts.placement import LOCAL
from local.cli.deployment import Deployed


@dataclass(frozen=True)
class Finding:
    """One thing that was looked at; `mend` is empty where it is right."""

    what: str
    found: str
    mend: str = ""
    look: str = ""
    """Where a person sees what cannot be seen from here; then it counts neither as right."""

    @property
    def is_right(self) -> bool:
        """Whether nothing needs mending."""
        return not self.mend

    @property
    def mark(self) -> str:
        """How the line begins."""
        if self.mend:
            return "NOT"
        return "see" if self.look else "ok "


def at(deployed: Deployed) -> str:
    """Return the options that name this deployment to another command."""
    return (
        "" if deployed.stage == LOCAL else f" --stage {deployed.stage} --region {deployed.region}"
    )


def again(deployed: Deployed, changed: str = "") -> str:
    """Say how this deployment is put right; `changed` are options of setup that bring a change."""
    if deployed.stage == LOCAL:
        return "Start the local stack again: make demo"
    return f"Go on with: earshot setup{at(deployed)}{changed}"


def short(error: Exception) -> str:
    """Return an error in a word."""
    if isinstance(error, ClientError):
        return str(error.response.get("Error", {}).get("Code", "refused"))
    return type(error).__name__
