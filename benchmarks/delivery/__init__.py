"""Many speakers, many conversations, a Slack with limits and faults: what arrives, and how fast."""
