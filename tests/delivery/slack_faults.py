"""How Slack goes wrong, by whether it then has what it was asked for."""

NOTHING_STORED = ["429", "429 for 3 s", "hangs", "resets", "html", "500", "502", "503"]
STORED = [
    "drops the answer",
    "half an answer",
    "hangs after storing",
    "html after storing",
    "500 after storing",
    "503 after storing",
]
CODES = ["internal_error", "fatal_error", "service_unavailable", "request_timeout", "ratelimited"]
