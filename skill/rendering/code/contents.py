"""What a piece of code is: an error with its stack, a diff, JSON, a command, lines of a log."""

import json
import re

from skill.rendering.amounts import counted, lines
from skill.rendering.terms.terms import code_words, worded
from skill.rendering.terms.vocabulary import of_machines
from skill.speech.phrases import Phrases

LEVELS = r"(?:DEBUG|INFO|WARN|WARNING|ERROR|FATAL|TRACE)"
DAY = r"[A-Z][a-z]{2}"
LOG_LINE = re.compile(
    r"\[?\d{4}-\d\d-\d\d[T ]\d\d:\d\d|\[?\d\d:\d\d:\d\d\b"
    rf"|{DAY} +\d{{1,2}} \d\d:\d\d:\d\d |\[?{LEVELS}\b[\]:\s]"
)
"""How lines of a log begin: with a time, a day, or how grave they are."""
_LONGEST = 20_000
"""Of longer ones the size is told, and no more."""
_ERROR = re.compile(
    r"^(?:Caused by: |Uncaught |Unhandled |panic: |Exception in thread \"[^\"\n]{0,80}\" |E +)?"
    r"(?P<name>(?:[A-Za-z_]\w{0,60}\.){0,8}(?:[A-Z]\w{0,60})?(?:Error|Exception|Exit|Interrupt|Failure|Warning|Fault))"
    r"(?:: ?(?P<text>[^\n]{0,300}))?$",
    re.MULTILINE,
)
_PANIC = re.compile(r"^(?:panic|fatal error|FATAL): (?P<text>[^\n]{1,200})$", re.MULTILINE)
_FRAME = re.compile(
    r"^[ \t]*(?:File \"(?P<py>[^\"\n]{1,200})\", line (?P<pyline>\d{1,6})"
    r"|at [^\n(]{1,200}\((?P<at>[^\n():]{1,200}):(?P<atline>\d{1,6})(?::\d{1,6})?\)"
    r"|at (?P<js>[^\s():]{1,200}):(?P<jsline>\d{1,6}):\d{1,6}"
    r"|(?:from )?(?P<go>/?[\w./-]{1,150}\.(?:go|rs|rb)):(?P<goline>\d{1,6})[^\n]{0,100})",
    re.MULTILINE,
)
_STAMP = re.compile(
    rf"^(?:[\[(]?[\d:.,/TZ+-]{{5,35}}[\])]?\s{{1,3}}|{DAY} +\d{{1,2}} [\d:.]{{5,15}} "
    rf"|\[?{LEVELS}\]?[: -]{{1,3}}){{1,3}}"
)

_PROMPT = re.compile(r"^(?:[\w.@~:/-]{0,40})?[$#%>] +")
_CRON = re.compile(r"(?:[\d*,/-]{1,20} ){4}[\d*,/A-Za-z-]{1,20}")
_GAPS = re.compile(r"[ ]{2,}+|\t++|[|│]++")
_SHORT, _MOST_SIGNS, _MOST_OF_AN_ERROR = 12, 4, 120
_SIGNS_LEFT = re.compile(r"[:{}<>|&$#@*=\\/_^~+]")
_HUNK = re.compile(r"^(?:@@ -\d|diff --git |--- \S|\+\+\+ \S)", re.MULTILINE)
_CHANGED_FILE = re.compile(r"^\+\+\+ (?:b/)?(\S{1,200})", re.MULTILINE)


def contents(code: str, phrases: Phrases) -> str:
    """Return what code is in words; empty where it is just code."""
    if len(code) > _LONGEST:
        return ""
    for kind in (_error, _diff, _json, _log, _command, schedule, _columns):
        if words := kind(code, phrases):
            return words
    return ""


def is_unsayable(words: str) -> bool:
    """Whether words that were code have so many signs left that nobody would say them."""
    return len(words) > _SHORT and len(_SIGNS_LEFT.findall(words)) > 1


def _error(code: str, phrases: Phrases) -> str:
    frames = list(_FRAME.finditer(code))
    errors = list(_ERROR.finditer(code)) or list(_PANIC.finditer(code))
    has_stack = frames or "\n" not in code.strip() or "\n    at " in code
    if not errors or not has_stack:
        return ""
    is_python = "Traceback (most recent call last)" in code
    error = errors[-1] if is_python else errors[0]
    words = _error_words(error, phrases)
    if not frames:
        return phrases.plain("an_error", error=words) if words else phrases.plain("just_an_error")
    frame = frames[-1] if is_python else frames[0]
    file, line = next(
        (frame[name], frame[f"{name}line"]) for name in ("py", "at", "js", "go") if frame[name]
    )
    place = phrases.plain("at_line", name=worded(_file_of(file), phrases), line=line)
    error_words = words or phrases.plain("just_an_error")
    return phrases.plain("an_error_in" if words else "in_place", error=error_words, place=place)


def _file_of(path: str) -> str:
    return re.split(r"[/\\]", path)[-1]


def _error_words(error: re.Match[str], phrases: Phrases) -> str:
    named = error.groupdict().get("name")
    said = _humps(named.rpartition(".")[2]) if named else ""
    said = "" if said == "error" else said
    text = (error["text"] or "").strip().rstrip(".")
    told = worded(text if len(text) <= _MOST_OF_AN_ERROR else _beginning(text), phrases)
    return ", ".join(filter(None, (said, "" if _is_full_of_signs(told) else told)))


def _beginning(text: str) -> str:
    """Return the first clause or two of a long text."""
    cut = text[:_MOST_OF_AN_ERROR]
    return (cut.rpartition(": ")[0] or cut.rpartition(" ")[0]).rstrip(":,; ")


def _is_full_of_signs(words: str) -> bool:
    return len(_SIGNS_LEFT.findall(words)) > _MOST_SIGNS


def _humps(name: str) -> str:
    """Return KeyError as "key error"."""
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])", " ", name).lower()


def _diff(code: str, phrases: Phrases) -> str:
    if not _HUNK.search(code):
        return ""
    changed = [line for line in code.splitlines() if not line.startswith(("+++", "---"))]
    added, removed = (sum(line.startswith(sign) for line in changed) for sign in "+-")
    if not added and not removed:
        return ""
    file = _CHANGED_FILE.search(code)
    if file is None:
        return phrases.plain("a_diff", lines=lines(len(code.splitlines()), phrases))
    name = worded(_file_of(file[1]), phrases)
    told = {"added": lines(added, phrases), "removed": counted(removed, phrases)}
    return phrases.plain("a_diff_in", name=name, **told)


def _json(code: str, phrases: Phrases) -> str:
    bare = code.strip()
    if bare[:1] not in {"{", "["} or bare[-1:] not in {"}", "]"} or '"' not in bare:
        return ""
    try:
        found = json.loads(bare)
    except (ValueError, RecursionError):
        return ""
    if not isinstance(found, dict | list):
        return ""
    size = len(bare.splitlines())
    return (
        phrases.plain("json_of", lines=lines(size, phrases))
        if size > 1
        else phrases.plain("some_json")
    )


def _log(code: str, phrases: Phrases) -> str:
    given = [line for line in code.splitlines() if line.strip()]
    if len(given) < 2 or sum(bool(LOG_LINE.match(line)) for line in given) < len(given) * 0.6:
        return ""
    last = worded(_STAMP.sub("", given[-1])[:150], phrases)
    if "{" in last or _is_full_of_signs(last):
        return phrases.plain("a_log", lines=lines(len(given), phrases))
    return phrases.plain("log_lines", lines=lines(len(given), phrases), last=last)


def schedule(code: str, phrases: Phrases) -> str:
    """Return that code is a schedule of cron's; empty where it is none."""
    return phrases.plain("a_cron_schedule") if _CRON.fullmatch(code.strip()) else ""


def _columns(code: str, phrases: Phrases) -> str:
    """Return a table that a terminal printed, or one with bars, by its size and heads."""
    given = [line for line in code.splitlines() if any(map(str.isalnum, line))]
    rows = [[cell.strip() for cell in _GAPS.split(line.strip()) if cell.strip()] for line in given]
    if len(rows) < 2 or len(rows[0]) < 2 or any(len(row) < 2 for row in rows):
        return ""
    if any(len(row) > len(rows[0]) for row in rows) or any(map(str.isdigit, code[:1])):
        return ""
    size = len(rows) - 1
    table = phrases.plain(
        "a_table_of_one" if size == 1 else "a_table", count=counted(size, phrases)
    )
    heads = ", ".join(worded(head, phrases) for head in rows[0])
    return phrases.plain("titled", what=table, title=heads) if len(heads) <= 80 else table


def _command(code: str, phrases: Phrases) -> str:
    given = [line for line in code.strip().splitlines() if line.strip()]
    if len(given) != 1:
        return ""
    bare = _PROMPT.sub("", given[0].strip())
    words = bare.split()
    if (
        not words
        or words[0] not in of_machines("programs")
        or bare.endswith((".", "?"))
        or len(words) < 2
    ):
        return ""
    told = code_words(bare, phrases)
    if len(bare) > 60 or is_unsayable(told):
        name = " ".join(word for word in words[:2] if word.isalpha())
        return phrases.plain("a_long_command", name=name)
    return phrases.plain("a_command", command=told)
