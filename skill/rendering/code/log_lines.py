"""How lines of a log begin: with a time, a day, or how grave they are."""

import re

LEVELS = r"(?:DEBUG|INFO|WARN|WARNING|ERROR|FATAL|TRACE)"
DAY = r"[A-Z][a-z]{2}"
LOG_LINE = re.compile(
    r"\[?\d{4}-\d\d-\d\d[T ]\d\d:\d\d|\[?\d\d:\d\d:\d\d\b"
    rf"|{DAY} +\d{{1,2}} \d\d:\d\d:\d\d |\[?{LEVELS}\b[\]:\s]"
)
