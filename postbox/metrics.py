"""What the functions count for the person who runs Earshot; deploy/resources/alarms.yml listens."""

from aws_lambda_powertools.metrics import EphemeralMetrics, MetricUnit

NAMESPACE = "Earshot"


class Counter:
    """Counts for one function, each at once as a line of CloudWatch's embedded metric format."""

    def __init__(self, service: str) -> None:
        """Count for this function: skill, post, receive or refresh."""
        self._metrics = EphemeralMetrics(namespace=NAMESPACE, service=service)

    def count(self, name: str) -> None:
        """Count one."""
        self._metrics.add_metric(name, MetricUnit.Count, 1)
        self._metrics.flush_metrics()
        # Where metrics are turned off, flushing keeps them.
        self._metrics.clear_metrics()
