"""Links, addresses and telephone numbers as they are told."""

import re

from skill.rendering.choices import Saying
from skill.rendering.listener import Listener
from skill.rendering.markup.placing import Piece, PieceKind
from skill.rendering.terms.kind import is_random, named
from skill.rendering.terms.terms import worded
from skill.rendering.terms.vocabulary import vocabulary
from skill.speech.phrases import Phrases

URL = r"(?i:https?|ftp)://[^\s<>|\ue000\ue001]*[^\s<>|\ue000\ue001.,;:!?'\"()\[\]{}*_~`]"
WEB_SITE = r"(?<![\w.@/-])(?i:www)\.[\w-]++(?:\.[\w-]++)+(?:/[^\s<>|\ue000\ue001]*\w)?"
MAIL = r"(?<![\w.+-])[\w.+-]++@(?!\d++\.\d)[\w-]++(?:\.[\w-]++)+"

_HOST = re.compile(
    r"\A(?:[a-z][\w+.-]*:(?=//))?+(?://)?+(?:[^/?#@\s]*@)?+([^/?#:@\s\[\]]+)", re.IGNORECASE
)
_SCHEME = re.compile(r"\A[a-z][a-z0-9+.-]*:(?!\d)", re.IGNORECASE)
_NUMBERED = re.compile(
    r"://[^/\s]+/[\w.-]{1,60}/(?P<name>[\w.-]{1,60})/(?:-/)?(?P<kind>[a-z_]{4,14})/(?P<number>\d{1,7})(?![\w-])"
)
_TICKET = re.compile(r"/browse/([A-Z][A-Z0-9]{1,9}-\d{1,7})(?![\w-])")
_LEAST_OF_AN_ID = 6
_DIGITS = re.compile(r"\d{7,}")
_SHORT_ADDRESS = re.compile(r"[\w-]{1,30}(?:\.[\w-]{1,30}){1,3}(?:/[a-z]{1,12}){0,2}/?", re.ASCII)


def link(target: str, label: str, listener: Listener) -> str:
    """Return how a link is said; the label comes ready to be spoken."""
    return linked(target, label, listener).words


def linked(target: str, label: str, listener: Listener) -> Piece:
    """Return a link as a piece; the label comes ready to be spoken."""
    scheme, _, rest = target.partition(":")
    if scheme.lower() == "mailto":
        return Piece(_mail(rest.split("?")[0], label, listener))
    if scheme.lower() == "tel":
        return Piece(_DIGITS.sub(lambda digits: " ".join(digits[0]), label or rest))
    if typed := _typed(target, label, listener):
        return Piece(typed, PieceKind.LINK, typed)
    to_press = vocabulary(listener.phrases.locale).to_press
    if not _is_words(label, target) or label.lower() in to_press:
        return bare_link(target, listener)
    return Piece(worded(label, listener.phrases))


def bare_link(target: str, listener: Listener) -> Piece:
    """Return an address that has no words of its own."""
    phrases, choice = listener.phrases, listener.choices.links
    if choice is Saying.LEFT_OUT:
        return Piece("")
    site = host(target)
    if choice is Saying.SHORTENED or not site:
        return Piece(phrases.plain("a_link"), PieceKind.LINK)
    numbered = _numbered(target, listener)
    leads_to = numbered or dotted(site, phrases)
    words = phrases.plain("a_link_to", site=leads_to)
    is_named = bool(numbered) or _has_no_path(target)
    return Piece(words, PieceKind.LINK, leads_to, is_site=is_named)


def _numbered(target: str, listener: Listener) -> str:
    """Return what an address says itself that it leads to: "issue 12 in site", a ticket; or ""."""
    if ticket := _TICKET.search(target):
        return worded(ticket[1], listener.phrases)
    found = _NUMBERED.search(target)
    kinds = vocabulary(listener.phrases.locale).linked_by_number
    if found is None or found["kind"] not in kinds:
        return ""
    name = named(worded(found["name"], listener.phrases))
    kind, number = kinds[found["kind"]], found["number"]
    return listener.phrases.plain("numbered_in", kind=kind, number=number, name=name)


def _has_no_path(target: str) -> bool:
    return not target.partition("://")[2].partition("/")[2].strip("/")


def _typed(target: str, label: str, listener: Listener) -> str:
    """Return an address that somebody typed as a word, and that Slack made a link of: acme.org."""
    if listener.choices.links is not Saying.SAID or not label or "://" in label:
        return ""
    if target.partition("://")[2].rstrip("/") != label.rstrip("/") or label.startswith("www."):
        return ""
    if not _SHORT_ADDRESS.fullmatch(label):
        return ""
    parts = [dotted(part, listener.phrases) for part in label.rstrip("/").split("/")]
    return f" {listener.phrases.plain('slash', one='', other='').strip()} ".join(parts)


def address(written: str, phrases: Phrases) -> str:
    """Return an e-mail address as it is said."""
    name, _, site = written.rpartition("@")
    return phrases.plain("an_address", name=dotted(name, phrases), site=dotted(site, phrases))


def dotted(name: str, phrases: Phrases) -> str:
    """Return a site's name with its dots as words."""
    return name.replace(".", f" {phrases.plain('dot')} ") if "." in name else name


def host(target: str) -> str:
    """Return the name of an address's site; empty where it has none that could be said."""
    if _SCHEME.match(target) and "//" not in target:
        return ""
    found = _HOST.match(target)
    name = found[1].lower().strip(".") if found else ""
    if "xn--" in name:
        name = _in_its_own_letters(name)
    return _without_ids(name.removeprefix("www."))


def _without_ids(name: str) -> str:
    """Return a site's name less the labels that machines drew."""
    labels = name.split(".")
    said = [label for label in labels if not (_is_id(label) or is_random(label))]
    return ".".join(said) if len(said) > 1 else name


def _is_id(label: str) -> bool:
    is_hex = len(label) >= _LEAST_OF_AN_ID and not label.strip("0123456789abcdef-")
    is_of_a_machine = label.startswith("ip-") and label[3:].replace("-", "").isdigit()
    return is_of_a_machine or (is_hex and any(map(str.isdigit, label)))


def _in_its_own_letters(name: str) -> str:
    try:
        return name.encode("ascii").decode("idna")
    except UnicodeError:
        return ""


def _mail(written: str, label: str, listener: Listener) -> str:
    if label and label != written and "@" not in label:
        return label
    if "@" not in written:
        return label or written or listener.phrases.plain("a_link")
    return address(written, listener.phrases)


def _is_words(label: str, target: str) -> bool:
    if not any(map(str.isalnum, label)) or "://" in label or label.startswith("www."):
        return False
    return " " in label.strip() or host(label.strip()) != host(target)
