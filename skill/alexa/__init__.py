"""Alexa's requests in and responses out: the only place that knows their shapes."""
