"""Paths, files, hosts, and names in code."""

import re

from skill.rendering.terms.kind import Kind, TermContext, ending, is_random, named
from skill.rendering.terms.vocabulary import of_machines

_MACHINE = re.compile(r"ip(?:-\d{1,3}){4}")


_LONG_HASH = re.compile(r"[0-9a-f]{16,128}")


def _path(found: re.Match[str], said: TermContext) -> str | None:
    parts = [
        part for part in re.split(r"[/\\]+", found["path"]) if part not in {"", ".", "..", "~"}
    ]
    if not parts or any(map(_is_spaced, parts)):
        return None
    if len(parts) > 2 and _LONG_HASH.fullmatch(parts[-1]):
        parts.pop()
    last = file_name(parts[-1], said)
    if line := found["line"]:
        last = said.plain("at_line", name=last, line=line)
    if len(parts) == 1:
        is_command = found[0] == f"/{parts[0]}" and "." not in parts[0]
        return said.plain("slash", one="", other=last).strip() if is_command else last
    return said.plain("a_path", first=named(parts[0]), last=last)


def _with_a_variable(found: re.Match[str], said: TermContext) -> str:
    del said
    return " ".join(filter(None, map(named, found.groups())))


def _path_of_a_variable(found: re.Match[str], said: TermContext) -> str:
    first, *_, last = found["path"].replace(">", "").split("/")
    return said.plain("a_path", first=named(first), last=file_name(last, said))


def _is_spaced(part: str) -> bool:
    return not any(map(str.isalnum, part))


def _relative_path(found: re.Match[str], said: TermContext) -> str | None:
    parts = found["path"].split("/")
    is_upper = any(map(str.isupper, found["path"])) and not any(map(str.islower, found["path"]))
    if is_upper and "+" not in found["path"]:
        return " ".join(parts)
    end = parts[-1].rpartition(".")[2].lower()
    is_file = "." in parts[-1] and end in of_machines("file_ends")
    if not is_file and not found["line"] and not found["path"].endswith("/"):
        return _alternatives(parts, said)
    return _path(found, said)


def _alternatives(parts: list[str], said: TermContext) -> str | None:
    """Return "red, green, blue" for red/green/blue, and "lunch slash dinner"."""
    if len(parts) > 2 and all(part.replace("'", "").isalnum() for part in parts):
        return ", ".join(parts)
    if len(parts) > 2:
        return said.plain("a_path", first=named(parts[0]), last=file_name(parts[-1], said))
    one, other = (said.words.either.get(part.lower()) or named(part) for part in parts)
    return said.plain("slash", one=one, other=other)


def file_name(name: str, said: TermContext) -> str:
    """Return a file's name with its dots as words."""
    name = name.replace("<", "").replace(">", "")
    stem, dot, end = name.rpartition(".")
    if not dot or not end:
        return named(name)
    dotted = f" {said.plain('dot')} "
    return f"{dotted.join(map(named, filter(None, stem.split('.'))))}{dotted}{end}".strip()


def _file(found: re.Match[str], said: TermContext) -> str | None:
    name, end = found["name"], found["name"].rpartition(".")[2]
    if end.lower() not in of_machines("file_ends") and not (
        end.lower() in of_machines("domains") and end.islower()
    ):
        return None
    if end.lower() in of_machines("domains"):
        return host(found["name"], said) + (_port(found["line"], said) if found["line"] else "")
    told = file_name(name, said)
    return said.plain("at_line", name=told, line=found["line"]) if found["line"] else told


def _port(port: str, said: TermContext) -> str:
    return said.plain("with_port", host="", port=port)


def host(name: str, said: TermContext) -> str:
    """Return a host's name by what people call it; a long one by its first label."""
    labels = name.split(".")
    if _MACHINE.fullmatch(labels[0]):
        return said.plain("a_host")
    if len(labels) > 3 and any(map(str.isdigit, "".join(labels[:-2]))):
        return said.plain("the_host", name=named(labels[0]))
    return f" {said.plain('dot')} ".join(map(_named_host, labels))


def _named_host(label: str) -> str:
    return label.replace("_", " ")


def _local_host(found: re.Match[str], said: TermContext) -> str:
    return said.plain("with_port", host=found["host"], port=found["port"])


def _branch(found: re.Match[str], said: TermContext) -> str:
    place, branch = (_slashed(found[name], said) for name in ("name", "branch"))
    return f"{place}, {branch},"


def _slashed(path: str, said: TermContext) -> str:
    first, *others = map(named, path.split("/"))
    return said.plain("slash", one=first, other=" ".join(others)) if others else first


def _any_of(found: re.Match[str], said: TermContext) -> str:
    return said.plain("star_of", name=host(found["name"], said))


def _formula(found: re.Match[str], said: TermContext) -> str | None:
    return said.plain("a_formula") if any(map(str.isalnum, found[0])) else None


def _instead(found: re.Match[str], said: TermContext) -> str:
    return said.plain("instead_of", one=found["one"], two=found["two"])


def _call(found: re.Match[str], said: TermContext) -> str:
    return f" {said.plain('dot')} ".join(map(named, found["name"].split(".")))


def _snake(found: re.Match[str], said: TermContext) -> str | None:
    if is_random(found[0]):
        return ending(found, said, "an_id_ending")
    return named(found[0].replace("_", " "))


def _assigned(found: re.Match[str], said: TermContext) -> str:
    value = found["value"]
    is_number = value.replace(".", "").replace("-", "").isdigit()
    value = value if is_number else file_name(value, said)
    return said.plain("assigned", name=named(found["name"]), value=value)


def _flag(found: re.Match[str], said: TermContext) -> str:
    told = said.plain("a_flag_of_a_command", name=named(found["name"]))
    return f"{told} {found['value']}" if found["value"] else told


def _handle(found: re.Match[str], said: TermContext) -> str:
    if found["name"] in {"here", "channel", "everyone"}:
        return said.plain("at_all", name=found["name"])
    return named(found["name"])


_LINE = r"(?::(?P<line>\d{1,6})(?::\d{1,5})?)?"


ANCHORS: tuple[Kind, ...] = (
    (
        re.compile(r"(?P<path>(?:[\w-]{1,60}/){0,9}[\w-]{1,60}\.\w{1,8})#(?P<line>)[\w-]{1,80}"),
        _path,
    ),
    (re.compile(r"'(?P<name>\w{1,60})'@'[^'\s]{1,100}'"), _handle),
)


def _forum(found: re.Match[str], said: TermContext) -> str:
    return said.plain("slash", one=found["one"], other=named(found["two"]))


def _before_a_slash(found: re.Match[str], said: TermContext) -> str | None:
    if not said.after.isalpha():
        return None
    return said.plain("slash", one=found["one"], other="").rstrip()


def _qualified(found: re.Match[str], said: TermContext) -> str | None:
    """Return names in code that dots and colons join: tx.max_args, ARGS:user_id."""
    if "_" not in found[0] or is_random(found[0]):
        return None
    dot = f" {said.plain('dot')} "
    return dot.join(" ".join(map(named, part.split(":"))) for part in found[0].split("."))


def _escaped(found: re.Match[str], said: TermContext) -> str:
    del said
    return named(found["name"])


def _pattern(found: re.Match[str], said: TermContext) -> str:
    del found
    return said.plain("a_pattern")


KINDS_OF_WORDS: tuple[Kind, ...] = (
    (
        re.compile(
            r"[^\s\[\]]{0,60}\[\^?[\w\\.-]{2,40}\](?:[+*?]|\{\d{1,4}(?:,\d{0,4})?\})[^\s]{0,80}"
            r"|/\^[^\s/]{1,60}/[a-z]{0,3}"
        ),
        _pattern,
    ),
    (re.compile(r"/?(?P<one>[ru])/(?P<two>\w{2,40})"), _forum),
    (re.compile(r"(?P<one>[A-Za-z][A-Za-z']{1,40})/"), _before_a_slash),
    (re.compile(r"\\@(?P<name>\w{1,40})"), _escaped),
    (
        re.compile(r"(?P<one>[\w.-]{0,60})<(?P<two>[\w-]{1,40})>(?P<three>[\w.-]{0,60})"),
        _with_a_variable,
    ),
    (re.compile(r"<(?P<path>[\w-]{1,40}>(?:/[\w.@+-]{1,80}){1,20})" + _LINE), _path_of_a_variable),
    (
        re.compile(
            r"[a-z][a-z0-9+]{1,9}://(?P<path>(?:[^\s:|<>\"*?=]|<[\w-]{1,40}>){1,400})" + _LINE
        ),
        _path,
    ),
    (re.compile(r"\[(?P<name>[\w.-]{1,60}/[\w.-]{1,60}):(?P<branch>[\w./-]{1,100})\]"), _branch),
    (re.compile(r"s/(?P<one>[^/\s]{1,60})/(?P<two>[^/\s]{1,60})/[gi]{0,2}"), _instead),
    (re.compile(r"\*\.(?P<name>[\w-]{1,60}(?:\.[\w-]{1,60}){1,6})"), _any_of),
    (re.compile(r"=[A-Za-z0-9(][^\s]{3,200}"), _formula),
    (
        re.compile(
            r"(?:\./|\.\./|~?/|[A-Za-z]:\\|\\\\)(?P<path>(?:[^\s:|<>\"*?=]|<[\w-]{1,40}>){1,400})"
            + _LINE
        ),
        _path,
    ),
    (re.compile(r"(?P<path>[\w.@+'-]{1,80}(?:/[\w.@+'-]{1,80}){1,20}/?)" + _LINE), _relative_path),
    (re.compile(r"(?P<name>[\w@-]{1,80}(?:\.[\w@-]{1,80}){1,8})" + _LINE), _file),
    (re.compile(r"[A-Za-z_][\w-]{0,60}(?:[.:][A-Za-z_][\w-]{0,60}){1,6}"), _qualified),
    (re.compile(r"(?P<host>localhost|[a-z][a-z0-9-]{1,40}):(?P<port>\d{2,5})"), _local_host),
    (re.compile(r"(?P<name>[A-Za-z_]\w{0,60}(?:\.\w{1,60}){0,5})\(\)"), _call),
    (re.compile(r"--(?P<name>[a-z][\w-]{1,40})(?:=(?P<value>[\w./:-]{1,40}))?"), _flag),
    (re.compile(r"(?P<name>[A-Za-z_][\w.-]{0,60})=(?P<value>[\w.-]{1,60})"), _assigned),
    (re.compile(r"[@#](?P<name>[A-Za-z][\w.-]{1,80})"), _handle),
    (re.compile(r"[A-Za-z0-9]{1,60}(?:_[A-Za-z0-9]{1,60}){1,20}_?|_[A-Za-z]\w{0,60}"), _snake),
)
"""Of words without a digit."""
