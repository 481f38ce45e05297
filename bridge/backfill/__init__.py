"""The inbox compared with Slack: what its events did not bring."""
