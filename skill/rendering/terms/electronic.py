"""What machines write: ids, hashes, addresses, versions, paths, names in code.

Each kind is a pattern of a whole word and what is said instead.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from ipaddress import ip_address
from itertools import groupby

from skill.rendering.terms.vocabulary import Vocabulary, of_machines
from skill.speech.keys import Key
from skill.speech.phrases import Phrases


@dataclass(frozen=True)
class Said:
    """What a kind may need to say its words."""

    phrases: Phrases
    words: Vocabulary
    before: str
    """The word before, in lower case."""
    after: str = ""
    """The word behind, in lower case."""

    def plain(self, key: Key, **variables: str) -> str:
        """Return a sentence of the listener's language."""
        return self.phrases.plain(key, **variables)


Kind = tuple[re.Pattern[str], Callable[[re.Match[str], Said], str | None]]
"""None where it is none of this kind, after all."""


_SOME, _MANY_SIGNS, _LEAST_OF_CODE = 3, 5, 24
_MACHINE = re.compile(r"ip(?:-\d{1,3}){4}")
_DRAWN = re.compile(r"(?=[a-z]*\d)(?=\d*[a-z])[0-9a-z]{5,40}")
_LONG_HASH = re.compile(r"[0-9a-f]{16,128}")
_LONG_ID = 12
_LONGEST_READ_NUMBER = 12


def spelled(end: str) -> str:
    """Return characters one by one."""
    return " ".join(end)


def _ending(found: re.Match[str], said: Said, key: Key) -> str:
    letters = "".join(filter(str.isalnum, found[0]))
    return said.plain(key, end=spelled(letters[-_SOME:]))


def _hash(found: re.Match[str], said: Said) -> str | None:
    if found[0].isdigit() or found[0].isalpha():
        return None
    if said.before in said.words.hashed:
        return _ending(found, said, "ending_in")
    is_commit = len(found[0]) <= 12 or len(found[0]) == 40
    return _ending(found, said, "a_commit" if is_commit else "a_hash")


def _image_digest(found: re.Match[str], said: Said) -> str:
    return _ending(found, said, "a_hash")


def _ip(found: re.Match[str], said: Said) -> str | None:
    try:
        ip_address(found["ip"])
    except ValueError:
        return None
    told = f" {said.plain('dot')} ".join(found["ip"].split("."))
    if found["port"]:
        return said.plain("with_port", host=told, port=found["port"])
    return said.plain("with_slash", host=told, size=found["size"]) if found["size"] else told


def _ip6(found: re.Match[str], said: Said) -> str | None:
    try:
        ip_address(found["ip"])
    except ValueError:
        return None
    return _ending(found, said, "an_ip6")


def _version(found: re.Match[str], said: Said) -> str | None:
    numbers = found["numbers"].split(".")
    if len(numbers) < _SOME and not found["v"] and not found["more"]:
        return None
    told = " ".join(numbers) if len(numbers) > 2 else found["numbers"]
    told = " ".join([told, *_suffix(found["more"] or "", said)])
    # "2.3.1" alone is what it is a version of that the words before tell.
    is_plain = not found["v"] or said.before in said.words.versioned
    name = found["name"]
    if name:
        return f"{_named(name)} {told}"
    return told if is_plain else said.plain("a_version", version=told)


def _suffix(more: str, said: Said) -> Iterator[str]:
    for part in re.split(r"[-.+]", more):
        if letters := part.rstrip("0123456789"):
            yield said.words.suffixes.get(letters.lower(), letters)
        if digits := part[len(letters) :]:
            yield digits


def _issue(found: re.Match[str], said: Said) -> str:
    number = said.plain("numbered", number=found["number"])
    name = found["name"] or ""
    if not name:
        return number
    last = name.rpartition("/")[2]
    return f"{said.words.numbered.get(last.lower()) or _named(last)} {number}"


def _merge_request(found: re.Match[str], said: Said) -> str:
    return said.plain("a_merge_request", number=found["number"])


def _ticket(found: re.Match[str], said: Said) -> str:
    del said
    return f"{found['project']} {found['number']}"


def _path(found: re.Match[str], said: Said) -> str | None:
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
    return said.plain("a_path", first=_named(parts[0]), last=last)


def _with_a_variable(found: re.Match[str], said: Said) -> str:
    del said
    return " ".join(filter(None, map(_named, found.groups())))


def _path_of_a_variable(found: re.Match[str], said: Said) -> str:
    first, *_, last = found["path"].replace(">", "").split("/")
    return said.plain("a_path", first=_named(first), last=file_name(last, said))


def _is_spaced(part: str) -> bool:
    return not any(map(str.isalnum, part))


def _relative_path(found: re.Match[str], said: Said) -> str | None:
    parts = found["path"].split("/")
    is_upper = any(map(str.isupper, found["path"])) and not any(map(str.islower, found["path"]))
    if is_upper and "+" not in found["path"]:
        return " ".join(parts)
    end = parts[-1].rpartition(".")[2].lower()
    is_file = "." in parts[-1] and end in of_machines("file_ends")
    if not is_file and not found["line"] and not found["path"].endswith("/"):
        return _alternatives(parts, said)
    return _path(found, said)


def _alternatives(parts: list[str], said: Said) -> str | None:
    """Return "red, green, blue" for red/green/blue, and "lunch slash dinner"."""
    if len(parts) > 2 and all(part.replace("'", "").isalnum() for part in parts):
        return ", ".join(parts)
    if len(parts) > 2:
        return said.plain("a_path", first=_named(parts[0]), last=file_name(parts[-1], said))
    one, other = (said.words.either.get(part.lower()) or _named(part) for part in parts)
    return said.plain("slash", one=one, other=other)


def file_name(name: str, said: Said) -> str:
    """Return a file's name with its dots as words."""
    name = name.replace("<", "").replace(">", "")
    stem, dot, end = name.rpartition(".")
    if not dot or not end:
        return _named(name)
    dotted = f" {said.plain('dot')} "
    return f"{dotted.join(map(_named, filter(None, stem.split('.'))))}{dotted}{end}".strip()


def _file(found: re.Match[str], said: Said) -> str | None:
    name, end = found["name"], found["name"].rpartition(".")[2]
    if end.lower() not in of_machines("file_ends") and not (
        end.lower() in of_machines("domains") and end.islower()
    ):
        return None
    if end.lower() in of_machines("domains"):
        return host(found["name"], said) + (_port(found["line"], said) if found["line"] else "")
    told = file_name(name, said)
    return said.plain("at_line", name=told, line=found["line"]) if found["line"] else told


def _port(port: str, said: Said) -> str:
    return said.plain("with_port", host="", port=port)


def host(name: str, said: Said) -> str:
    """Return a host's name by what people call it; a long one by its first label."""
    labels = name.split(".")
    if _MACHINE.fullmatch(labels[0]):
        return said.plain("a_host")
    if len(labels) > 3 and any(map(str.isdigit, "".join(labels[:-2]))):
        return said.plain("the_host", name=_named(labels[0]))
    return f" {said.plain('dot')} ".join(map(_named_host, labels))


def _named_host(label: str) -> str:
    return label.replace("_", " ")


def _local_host(found: re.Match[str], said: Said) -> str:
    return said.plain("with_port", host=found["host"], port=found["port"])


def _named(name: str) -> str:
    """Return a name with its joints as spaces, less what machines draw behind it."""
    parts = re.split(r"[-_.\s]+", name.strip("-_."))
    kept = [part for part in parts[1:] if not (_DRAWN.fullmatch(part) and _takes_turns(part))]
    return " ".join([*parts[:1], *kept])


def _takes_turns(part: str) -> bool:
    """Whether letters and digits take turns: "iso8601" and "3rd" are words."""
    return sum(1 for _ in groupby(part, key=str.isdigit)) > _SOME - 1


def _at_commit(found: re.Match[str], said: Said) -> str | None:
    if found["hash"].isdigit() or found["hash"].isalpha():
        return None
    commit = said.plain("a_commit", end=spelled(found["hash"][-_SOME:]))
    return f"{_named(found['name'].rpartition('/')[2])}, {commit}"


def _branch(found: re.Match[str], said: Said) -> str:
    place, branch = (_slashed(found[name], said) for name in ("name", "branch"))
    return f"{place}, {branch},"


def _slashed(path: str, said: Said) -> str:
    first, *others = map(_named, path.split("/"))
    return said.plain("slash", one=first, other=" ".join(others)) if others else first


def _any_of(found: re.Match[str], said: Said) -> str:
    return said.plain("star_of", name=host(found["name"], said))


def _formula(found: re.Match[str], said: Said) -> str | None:
    return said.plain("a_formula") if any(map(str.isalnum, found[0])) else None


def _instead(found: re.Match[str], said: Said) -> str:
    return said.plain("instead_of", one=found["one"], two=found["two"])


def _address(found: re.Match[str], said: Said) -> str:
    return _ending(found, said, "an_address_in_memory")


def _tag(found: re.Match[str], said: Said) -> str:
    del said
    return found["name"]


def some_code(word: str, said: Said) -> str | None:
    """Return what is said of a long word that is none of any kind, and full of signs."""
    if len(word) < _LEAST_OF_CODE:
        return None
    signs = sum(not letter.isalnum() and letter not in ".-'’" for letter in word)
    return said.plain("some_code") if signs >= _MANY_SIGNS else None


def _call(found: re.Match[str], said: Said) -> str:
    return f" {said.plain('dot')} ".join(map(_named, found["name"].split(".")))


def _snake(found: re.Match[str], said: Said) -> str | None:
    if is_random(found[0]):
        return _ending(found, said, "an_id_ending")
    return _named(found[0].replace("_", " "))


def _assigned(found: re.Match[str], said: Said) -> str:
    value = found["value"]
    is_number = value.replace(".", "").replace("-", "").isdigit()
    value = value if is_number else file_name(value, said)
    return said.plain("assigned", name=_named(found["name"]), value=value)


def _flag(found: re.Match[str], said: Said) -> str:
    told = said.plain("a_flag_of_a_command", name=_named(found["name"]))
    return f"{told} {found['value']}" if found["value"] else told


def _handle(found: re.Match[str], said: Said) -> str:
    if found["name"] in {"here", "channel", "everyone"}:
        return said.plain("at_all", name=found["name"])
    return _named(found["name"])


def _random(found: re.Match[str], said: Said) -> str | None:
    return _ending(found, said, "an_id_ending") if is_random(found[0]) else None


def is_random(word: str) -> bool:
    """Whether a word is an id that somebody drew: letters and digits that take turns."""
    for part in re.split(r"[-_:./]", word):
        if len(part) < _LONG_ID:
            continue
        kinds = ["d" if letter.isdigit() else "u" if letter.isupper() else "l" for letter in part]
        turns = sum(1 for _ in groupby(kinds))
        if turns >= len(part) // 3 and "d" in kinds and turns >= _SOME + 1:
            return True
    return False


def _digits(found: re.Match[str], said: Said) -> str | None:
    if len(found[0]) > _LONGEST_READ_NUMBER:
        return _ending(found, said, "a_number_ending")
    return spelled(found[0])


def telephone(number: str, phrases: Phrases) -> str:
    """Return a telephone number digit by digit."""
    plus = f"{phrases.plain('plus')} " if number.startswith("+") else ""
    return plus + ", ".join(map(spelled, re.findall(r"\d+", number)))


def _telephone(found: re.Match[str], said: Said) -> str:
    return telephone(found[0], said.phrases)


def _color(found: re.Match[str], said: Said) -> str | None:
    return said.plain("a_color") if not found[1].isdigit() else None


_UUID = r"[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}"
_LINE = r"(?::(?P<line>\d{1,6})(?::\d{1,5})?)?"
_ONLY_WITH_DIGITS: tuple[Kind, ...] = (
    (re.compile(r"0x[0-9a-fA-F]{4,40}"), _address),
    (re.compile(r"(?P<name>[A-Za-z][\w/-]{0,60})@(?P<hash>[0-9a-f]{7,40})"), _at_commit),
    (re.compile(r"\[(?P<name>[A-Z]{3,20}):\d{1,4}\]"), _tag),
    (re.compile(r"ip(?:-\d{1,3}){4}"), lambda _, said: said.plain("a_host")),
    (
        re.compile(r"(?P<path>(?:[\w-]{1,60}/){0,9}[\w-]{1,60}\.\w{1,8})#(?P<line>)[\w-]{1,80}"),
        _path,
    ),
    (re.compile(r"'(?P<name>\w{1,60})'@'[^'\s]{1,100}'"), _handle),
    (re.compile(rf"(?:\w{{1,12}}[-_:])?{_UUID}"), lambda _, said: said.plain("an_id")),
    (re.compile(r"(?:[0-9a-fA-F]{2}[:-]){5}[0-9a-fA-F]{2}"), lambda f, s: _ending(f, s, "a_mac")),
    (re.compile(r"[0-9a-f]{7,12}|[0-9a-f]{32}|[0-9a-f]{40}|[0-9a-f]{64}"), _hash),
    (re.compile(r"(?:[\w./-]{1,80}@)?sha(?:256|512):[0-9a-f]{12,128}"), _image_digest),
    (
        re.compile(r"(?P<ip>\d{1,3}(?:\.\d{1,3}){3})(?::(?P<port>\d{1,5}))?(?:/(?P<size>\d\d?))?"),
        _ip,
    ),
    (
        re.compile(r"\[?(?P<ip>[0-9a-fA-F:]{3,39}::?[0-9a-fA-F]{0,4})\]?(?::\d{1,5}|/\d{1,3})?"),
        _ip6,
    ),
    (
        re.compile(
            r"(?:(?P<name>@?[A-Za-z][\w/-]{0,60}?)[@:=-]{1,2})?(?P<v>[vV])?"
            r"(?P<numbers>\d{1,4}(?:\.\d{1,5}){1,3})(?P<more>(?:[-+.]?[A-Za-z]{1,8}[-.]?\d{0,4}){0,2})"
        ),
        _version,
    ),
    (re.compile(r"(?P<v>[vV])(?P<numbers>\d{1,4})(?P<more>)(?P<name>)?"), _version),
    (re.compile(r"(?P<name>[A-Za-z][\w./-]{0,80})?#(?P<number>\d{1,15}(?:-\d{1,9})?)"), _issue),
    (re.compile(r"!(?P<number>\d{1,9})"), _merge_request),
    (re.compile(r"#([0-9a-fA-F]{6}|[0-9a-fA-F]{8})"), _color),
    (re.compile(r"(?P<project>[A-Z][A-Z0-9]{1,9})-(?P<number>\d{1,7})"), _ticket),
    (re.compile(r"(?:\+\d{1,3}[-. /])?\(?\d{3}\)?[-. /]\d{3}[-. ]\d{4}|\+\d{7,15}"), _telephone),
    (re.compile(r"\d{7,64}"), _digits),
)
KINDS_OF_WORDS: tuple[Kind, ...] = (
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
    (re.compile(r"(?P<host>localhost|[a-z][a-z0-9-]{1,40}):(?P<port>\d{2,5})"), _local_host),
    (re.compile(r"(?P<name>[A-Za-z_]\w{0,60}(?:\.\w{1,60}){0,5})\(\)"), _call),
    (re.compile(r"--(?P<name>[a-z][\w-]{1,40})(?:=(?P<value>[\w./:-]{1,40}))?"), _flag),
    (re.compile(r"(?P<name>[A-Za-z_][\w.-]{0,60})=(?P<value>[\w.-]{1,60})"), _assigned),
    (re.compile(r"[@#](?P<name>[A-Za-z][\w.-]{1,80})"), _handle),
    (re.compile(r"[A-Za-z0-9]{1,60}(?:_[A-Za-z0-9]{1,60}){1,20}_?|_[A-Za-z]\w{0,60}"), _snake),
    (re.compile(r"[A-Za-z0-9][\w:./+-]{10,400}={0,2}"), _random),
)
"""Of words without a digit."""
KINDS: tuple[Kind, ...] = (*_ONLY_WITH_DIGITS, *KINDS_OF_WORDS)
