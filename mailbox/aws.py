"""How the Lambdas' AWS clients behave: quick to give up, for somebody is waiting."""

from botocore.config import Config


def quick() -> Config:
    """Short time-outs and three tries in all; SQS and DynamoDB usually answer in milliseconds."""
    return Config(
        connect_timeout=1,
        read_timeout=2,
        retries={"mode": "standard", "total_max_attempts": 3},
    )
