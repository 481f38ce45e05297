"""What machines count and draw: ids, hashes, addresses, versions, tickets."""

import re
from collections.abc import Iterator
from ipaddress import ip_address

from skill.rendering.terms.kind import Kind, TermContext, ending, is_random, named, spelled
from skill.speech.phrases import Phrases

_SOME, _MANY_SIGNS, _LEAST_OF_CODE = 3, 5, 24
_LONGEST_READ_NUMBER = 12


def _hash(found: re.Match[str], said: TermContext) -> str | None:
    if found[0].isdigit() or found[0].isalpha():
        return None
    if said.before in said.words.hashed:
        return ending(found, said, "ending_in")
    is_commit = len(found[0]) <= 12 or len(found[0]) == 40
    return ending(found, said, "a_commit" if is_commit else "a_hash")


def _image_digest(found: re.Match[str], said: TermContext) -> str:
    return ending(found, said, "a_hash")


def _ip(found: re.Match[str], said: TermContext) -> str | None:
    try:
        ip_address(found["ip"])
    except ValueError:
        return None
    told = f" {said.plain('dot')} ".join(found["ip"].split("."))
    if found["port"]:
        return said.plain("with_port", host=told, port=found["port"])
    return said.plain("with_slash", host=told, size=found["size"]) if found["size"] else told


def _ip6(found: re.Match[str], said: TermContext) -> str | None:
    try:
        ip_address(found["ip"])
    except ValueError:
        return None
    return ending(found, said, "an_ip6")


def _version(found: re.Match[str], said: TermContext) -> str | None:
    numbers = found["numbers"].split(".")
    if len(numbers) < _SOME and not found["v"] and not found["more"]:
        return None
    told = " ".join(numbers) if len(numbers) > 2 else found["numbers"]
    told = " ".join([told, *_suffix(found["more"] or "", said)])
    # "2.3.1" alone is what it is a version of that the words before tell.
    is_plain = not found["v"] or said.before in said.words.versioned
    name = found["name"]
    if name:
        return f"{named(name)} {told}"
    return told if is_plain else said.plain("a_version", version=told)


def _suffix(more: str, said: TermContext) -> Iterator[str]:
    for part in re.split(r"[-.+]", more):
        if letters := part.rstrip("0123456789"):
            yield said.words.suffixes.get(letters.lower(), letters)
        if digits := part[len(letters) :]:
            yield digits


def _issue(found: re.Match[str], said: TermContext) -> str:
    number = said.plain("numbered", number=found["number"])
    name = found["name"] or ""
    if not name:
        return number
    last = name.rpartition("/")[2]
    return f"{said.words.numbered.get(last.lower()) or named(last)} {number}"


def _issue_and_more(found: re.Match[str], said: TermContext) -> str:
    """Return a number that ends a sentence, where no space parts it from the next."""
    return f"{said.plain('numbered', number=found['number'])}{found['end']} {found['more']}"


def _merge_request(found: re.Match[str], said: TermContext) -> str:
    return said.plain("a_merge_request", number=found["number"])


def _ticket(found: re.Match[str], said: TermContext) -> str:
    del said
    return f"{found['project']} {found['number']}"


def _at_commit(found: re.Match[str], said: TermContext) -> str | None:
    if found["hash"].isdigit() or found["hash"].isalpha():
        return None
    commit = said.plain("a_commit", end=spelled(found["hash"][-_SOME:]))
    return f"{named(found['name'].rpartition('/')[2])}, {commit}"


def _address(found: re.Match[str], said: TermContext) -> str:
    return ending(found, said, "an_address_in_memory")


def _tag(found: re.Match[str], said: TermContext) -> str:
    del said
    return found["name"]


def some_code(word: str, said: TermContext) -> str | None:
    """Return what is said of a long word that is none of any kind, and full of signs."""
    if len(word) < _LEAST_OF_CODE:
        return None
    signs = sum(not letter.isalnum() and letter not in ".-'’" for letter in word)
    return said.plain("some_code") if signs >= _MANY_SIGNS else None


def _random(found: re.Match[str], said: TermContext) -> str | None:
    return ending(found, said, "an_id_ending") if is_random(found[0]) else None


def _digits(found: re.Match[str], said: TermContext) -> str | None:
    if len(found[0]) > _LONGEST_READ_NUMBER:
        return ending(found, said, "a_number_ending")
    return spelled(found[0])


def telephone(number: str, phrases: Phrases) -> str:
    """Return a telephone number digit by digit."""
    plus = f"{phrases.plain('plus')} " if number.startswith("+") else ""
    return plus + ", ".join(map(spelled, re.findall(r"\d+", number)))


def _telephone(found: re.Match[str], said: TermContext) -> str:
    return telephone(found[0], said.phrases)


def _color(found: re.Match[str], said: TermContext) -> str | None:
    return said.plain("a_color") if not found[1].isdigit() else None


_UUID = r"[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}"
KINDS: tuple[Kind, ...] = (
    (re.compile(r"0x[0-9a-fA-F]{4,40}"), _address),
    (re.compile(r"(?P<name>[A-Za-z][\w/-]{0,60})@(?P<hash>[0-9a-f]{7,40})"), _at_commit),
    (re.compile(r"\[(?P<name>[A-Z]{3,20}):\d{1,4}\]"), _tag),
    (re.compile(r"ip(?:-\d{1,3}){4}"), lambda _, said: said.plain("a_host")),
    (re.compile(rf"(?:\w{{1,12}}[-_:])?{_UUID}"), lambda _, said: said.plain("an_id")),
    (re.compile(r"(?:[0-9a-fA-F]{2}[:-]){5}[0-9a-fA-F]{2}"), lambda f, s: ending(f, s, "a_mac")),
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
    (
        re.compile(r"#(?P<number>\d{1,9})(?P<end>[.,:;!?])(?P<more>[A-Za-z][A-Za-z']{0,30})"),
        _issue_and_more,
    ),
    (re.compile(r"!(?P<number>\d{1,9})"), _merge_request),
    (re.compile(r"#([0-9a-fA-F]{6}|[0-9a-fA-F]{8})"), _color),
    (re.compile(r"(?P<project>[A-Z][A-Z0-9]{1,9})-(?P<number>\d{1,7})"), _ticket),
    (re.compile(r"(?:\+\d{1,3}[-. /])?\(?\d{3}\)?[-. /]\d{3}[-. ]\d{4}|\+\d{7,15}"), _telephone),
    (re.compile(r"\d{7,64}"), _digits),
)
KINDS_OF_WORDS: tuple[Kind, ...] = ((re.compile(r"[A-Za-z0-9][\w:./+-]{10,400}={0,2}"), _random),)
"""Of words without a digit."""
