"""Markdown, as markdown blocks have it, rewritten as Slack's own mrkdwn."""

import re

_FENCE = re.compile(r"(```.*?```)", re.DOTALL)
_LINK = re.compile(r"!?\[(?P<label>[^\[\]\n]*)\]\((?P<target>[^()\s]+)(?: \"[^\"\n]*\")?\)")
_LEAST_OF_A_RULE = 3
_DEEPEST_HEADING, _LARGEST_INDENT = 6, 3
_LONGEST = 50_000
"""More than four times what Slack allows; beyond it text is taken as it is."""


def as_mrkdwn(text: str) -> str:
    """Return the text with headings, links and tables in a form that mrkdwn has too."""
    if len(text) > _LONGEST:
        return text
    parts = _FENCE.split(text)
    parts[::2] = map(_rewritten, parts[::2])
    return "".join(parts)


def _rewritten(text: str) -> str:
    lines = map(_line, text.split("\n"))
    text = _LINK.sub(_link, "\n".join(lines))
    return re.sub(r"^([ \t]*)> ?", r"\1&gt; ", text, flags=re.MULTILINE)


def _line(line: str) -> str:
    """Return a line without what only draws: rules and the marks of headings."""
    bare = line.strip(" \t")
    if _is_rule(bare):
        return ""
    if bare.startswith("#"):
        return _heading(line, bare)
    return line


def _is_rule(bare: str) -> bool:
    marks = bare.replace(" ", "").replace("\t", "")
    return len(marks) >= _LEAST_OF_A_RULE and not marks.strip("-*_")


def _heading(line: str, bare: str) -> str:
    words = bare.lstrip("#")
    level, indent = len(bare) - len(words), len(line) - len(line.lstrip(" "))
    if level > _DEEPEST_HEADING or indent > _LARGEST_INDENT or not words.startswith((" ", "\t")):
        return line
    return words.strip(" \t").rstrip("#").rstrip(" \t")


def _link(found: re.Match[str]) -> str:
    label = found["label"].replace("|", " ")
    if "<" in label or ">" in label:
        return label
    target = found["target"].replace("<", "").replace(">", "").replace("|", "")
    return f"<{target}|{label}>"
