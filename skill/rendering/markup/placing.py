"""A piece among the words around it: "see a link to ...", "here, a link to ...", "my link to"."""

from dataclasses import dataclass
from enum import Enum, auto

from skill.rendering.listener import Listener
from skill.rendering.terms.vocabulary import vocabulary


class PieceKind(Enum):
    """How a piece stands among the words beside it."""

    WORDS = auto()
    CALL = auto()
    """A person, a group or everybody, who may be spoken to."""
    CODE = auto()
    """Code within a line, which letters may follow: `request`s."""
    BLOCK = auto()
    """Code of lines of its own."""
    LINK = auto()
    """A link that has no words of its own."""


@dataclass(frozen=True)
class Piece:
    """Words that are ready to be said."""

    words: str
    kind: PieceKind = PieceKind.WORDS
    bare: str = ""
    """Of a link, what it leads to: behind "on" that is enough."""
    is_site: bool = False
    """Whether a link leads to a whole site, which within a sentence is its name."""


_LOOK_BACK = 60


def in_its_place(piece: Piece, before: str, after: str, listener: Listener) -> str:
    """Return a piece's words as they are said between these.

    One article is enough; a link that nothing leads to has a pause before it.
    """
    if piece.kind not in {PieceKind.LINK, PieceKind.CODE} or not piece.words:
        return piece.words
    said_before = before[-_LOOK_BACK:].split()
    last = said_before[-1].lower() if said_before else ""
    if not last[-1:].isalnum():
        return piece.words
    words = vocabulary(listener.phrases.locale)
    article, _, rest = piece.words.partition(" ")
    if last in words.determiners:
        return rest if article in words.articles and rest else piece.words
    if piece.kind is PieceKind.CODE or before.rstrip(" ").endswith("\n"):
        return piece.words
    if last in words.on_a_site and piece.bare:
        return piece.bare
    is_last = after.strip(" )")[:1] in {"", ".", "\n", "!", "?"}
    if piece.is_site and not is_last:
        return piece.bare
    is_led_to = last in words.leads_to_a_link or not is_last
    return f", {piece.words}" if last in words.beside_a_link or not is_led_to else piece.words
