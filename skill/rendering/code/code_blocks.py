"""Code by its size and language, or read out."""

import re

from skill.rendering.amounts import lines
from skill.rendering.choices import Saying
from skill.rendering.joining import flowing
from skill.rendering.listener import Listener

_LANGUAGES = {
    "bash": "Bash",
    "c": "C",
    "cpp": "C plus plus",
    "csharp": "C sharp",
    "css": "CSS",
    "csv": "CSV",
    "diff": "diff",
    "dockerfile": "Docker",
    "go": "Go",
    "graphql": "GraphQL",
    "html": "HTML",
    "java": "Java",
    "javascript": "JavaScript",
    "js": "JavaScript",
    "json": "JSON",
    "kotlin": "Kotlin",
    "markdown": "Markdown",
    "php": "PHP",
    "powershell": "PowerShell",
    "py": "Python",
    "python": "Python",
    "ruby": "Ruby",
    "rust": "Rust",
    "scala": "Scala",
    "sh": "shell",
    "shell": "shell",
    "sql": "SQL",
    "swift": "Swift",
    "terraform": "Terraform",
    "toml": "TOML",
    "ts": "TypeScript",
    "typescript": "TypeScript",
    "xml": "XML",
    "yaml": "YAML",
    "yml": "YAML",
}
_NAMES_NO_LANGUAGE = {"", "text", "plain", "plain_text", "auto", "none"}
_FIRST_LINE = re.compile(r"\A[ \t]*+(\w++)[ \t]*+\n")


def language(name: str) -> str:
    """Return a language's name as it is said; empty for plain text."""
    name = name.strip().lower()
    if name in _NAMES_NO_LANGUAGE:
        return ""
    return _LANGUAGES.get(name, name.replace("_", " ").replace("-", " "))


def block(code: str, listener: Listener, named: str = "") -> str:
    """Return a block of code as the listener wants it; the code comes without markup."""
    if listener.choices.code is Saying.LEFT_OUT:
        return ""
    first = _FIRST_LINE.match(code)
    if not named and first and first[1].lower() in _LANGUAGES:
        named, code = language(first[1]), code[first.end() :]
    code = code.strip("\r\n")
    what = _what(code, named, listener)
    if listener.choices.code is Saying.SHORTENED or not code.strip():
        return what
    return listener.phrases.plain("code_read_out", block=what, code=flowing(code.splitlines()))


def inline(code: str, listener: Listener) -> str:
    """Return code within a line as the listener wants it."""
    return "" if listener.choices.code is Saying.LEFT_OUT else code.replace("\n", " ")


def _what(code: str, named: str, listener: Listener) -> str:
    phrases = listener.phrases
    if not code.strip():
        return phrases.plain("an_empty_code_block")
    size = lines(len(code.splitlines()), phrases)
    if named:
        return phrases.plain("a_code_block_in", lines=size, language=named)
    return phrases.plain("a_code_block", lines=size)
