"""How large each function's package is."""

from benchmarks.tables import table
from deploy.packages import build_all

MEGABYTE = 1e6
AWS_UNPACKED_MB = 250
"""What Lambda takes at most, unpacked (docs.aws.amazon.com/lambda, quotas)."""


def report() -> bool:
    """Print the table. There is no limit to keep but Lambda's own, which deployment checks."""
    print(f"Packages (Lambda takes {AWS_UNPACKED_MB} MB unpacked)")
    rows = [
        (
            package.function,
            f"{package.size / MEGABYTE:.2f} MB",
            f"{package.unpacked / MEGABYTE:.2f} MB",
        )
        for package in build_all()
    ]
    print(table(("function", "zip", "unpacked"), rows))
    return True
