"""How the Lambdas' AWS clients behave: quick to give up, for somebody is waiting."""

from botocore.config import Config

_LEAN = Config(user_agent="earshot", parameter_validation=False)
"""Without what botocore does at each call for nobody here: a fifth of what a call costs."""


def quick() -> Config:
    """Short time-outs and three tries in all; SQS and DynamoDB usually answer in milliseconds."""
    return _LEAN.merge(
        Config(
            connect_timeout=1,
            read_timeout=2,
            retries={"mode": "standard", "total_max_attempts": 3},
        )
    )


def once(read_timeout: float) -> Config:
    """One try with short time-outs, for what can be done without."""
    return _LEAN.merge(
        Config(connect_timeout=1, read_timeout=read_timeout, retries={"total_max_attempts": 1})
    )
