"""Slack as the bridge calls it and is told by it: the only place that knows its shapes."""
