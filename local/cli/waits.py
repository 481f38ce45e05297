"""How long a command waits for an answer: a person sits before it."""

SECONDS = 10.0
"""Of Slack, or of a deployment's own addresses."""
SPOKEN_SECONDS = 30.0
"""Of the stack: what it starts for an utterance may take its time."""
