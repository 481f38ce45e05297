"""Markdown, as markdown blocks have it, rewritten as Slack's own mrkdwn."""

import re

_FENCE = re.compile(r"(```.*?```)", re.DOTALL)
_LINK = re.compile(r"!?\[(?P<label>[^\[\]\n]*)\]\((?P<target>[^()\s]+)(?: \"[^\"\n]*\")?\)")
_HEADING = re.compile(r"^ {0,3}#{1,6}[ \t]+(.*?)[ \t]*#*$", re.MULTILINE)
_RULE = re.compile(
    r"^[ \t]*(?:[-*_][ \t]*){3,}$|^[ \t]*\|?(?:[ \t]*:?-{3,}:?[ \t]*\|?)+$", re.MULTILINE
)
_ROW = re.compile(r"^[ \t]*\|(.*?)\|?[ \t]*$", re.MULTILINE)
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
    text = _RULE.sub("", text)
    text = _HEADING.sub(r"\1", text)
    text = _ROW.sub(lambda row: ", ".join(map(str.strip, row[1].split("|"))), text)
    text = _LINK.sub(_link, text)
    return re.sub(r"^([ \t]*)> ?", r"\1&gt; ", text, flags=re.MULTILINE)


def _link(found: re.Match[str]) -> str:
    label = found["label"].replace("|", " ")
    if "<" in label or ">" in label:
        return label
    target = found["target"].replace("<", "").replace(">", "").replace("|", "")
    return f"<{target}|{label}>"
