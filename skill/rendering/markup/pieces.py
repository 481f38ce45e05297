"""Pieces that stood aside, put back so that they neither grow together with words nor pile up."""

from collections.abc import Iterable, Sequence
from itertools import zip_longest

from skill.rendering.amounts import counted
from skill.rendering.emoji.emoji_marks import OPAQUE
from skill.rendering.listener import Listener
from skill.rendering.markup.placing import Piece, PieceKind, in_its_place
from skill.rendering.markup.turning import (
    is_greeting,
    joins_names,
    turned_to_at_the_end,
    turns_to,
)
from skill.speech.keys import Key
from skill.speech.phrases import Phrases

_BETWEEN_CALLS = {"", ",", "&", "and", ";", "/", "+"}
_ENDS = (".", "!", "?", ":", "\n", "…")
_FEW = 8
"""So many parts before a piece are of interest to it."""
_OPENS = "([{\"'“‘«/\n "


def filled_in(text: str, pieces: Sequence[Piece], listener: Listener) -> str:
    """Put the pieces back where OPAQUE stands."""
    first, *others = text.split(OPAQUE)
    parts, was_called = [first], False
    merged = list(_merged(list(zip(pieces, others, strict=True)), listener))
    following = [piece.kind for piece, _ in merged[1:]]
    for (piece, after), next_kind in zip_longest(merged, following):
        words, before = in_its_place(piece, parts[-1], after, listener), parts[-1][-1:]
        if _grows_together(before, words) or (
            piece.kind is PieceKind.BLOCK and words and before and before not in _OPENS
        ):
            parts.append(" ")
        if _has_voted(piece, parts, after, listener.phrases):
            words = listener.phrases.plain("one_person")
        if piece.kind is PieceKind.CALL:
            if _is_called(parts, listener, was_called=was_called):
                was_called = True
                shows = next_kind is PieceKind.LINK and not after.strip()
                words += "," if shows or turns_to(after, listener) else ""
            else:
                was_called = False
                sentence = "".join(parts[-_FEW:])
                if turned_to_at_the_end(sentence, after, listener):
                    parts[-1] = f"{parts[-1].rstrip(' ')}, "
        if words:
            parts.append(words)
        is_ending = piece.kind is PieceKind.CODE and _is_an_ending(after)
        if not is_ending and _grows_together(parts[-1][-1:], after):
            parts.append(" ")
        if after:
            parts.append(after)
    return "".join(parts)


def _grows_together(before: str, after: str) -> bool:
    return before.isalnum() and after[:1].isalnum()


def _is_an_ending(after: str) -> bool:
    """Whether letters behind code belong to it: an s, an ed, an ing."""
    letters = after.split(None, 1)[0] if after.strip() else ""
    return letters.rstrip(".,;:!?)") in {"s", "es", "ed", "d", "ing", "er", "ers", "n't"}


def _is_at_the_front(parts: Sequence[str]) -> bool:
    """Whether a sentence begins here, or only others were spoken to before."""
    before = "".join(parts[-3:]).rstrip(" ")
    return not before or before.endswith((*_ENDS, ","))


def _is_called(parts: Sequence[str], listener: Listener, *, was_called: bool) -> bool:
    """Whether a name stands where one is called."""
    if _is_at_the_front(parts) or (was_called and joins_names(parts[-1], listener)):
        return True
    return is_greeting("".join(parts[-_FEW:]), listener)


def _merged(pieces: Sequence[tuple[Piece, str]], listener: Listener) -> Iterable[tuple[Piece, str]]:
    """Yield the pieces with what follows them; of several people nobody knows, their number."""
    unknown = listener.phrases.plain("somebody")
    position = 0
    while position < len(pieces):
        end = position
        while end + 1 < len(pieces) and _go_on(pieces[end], pieces[end + 1]):
            end += 1
        run = [piece.words for piece, _ in pieces[position : end + 1]]
        between = [after.strip() for _, after in pieces[position:end]]
        is_list = len(run) > 1 and all(sign in {"", ","} for sign in between)
        if run.count(unknown) > 1 or (is_list and (unknown in run or not any(between))):
            known = list(dict.fromkeys(name for name in run if name != unknown))
            words = _people(known, run.count(unknown), listener.phrases)
            yield Piece(words, PieceKind.CALL), pieces[end][1]
            position = end + 1
        else:
            yield pieces[position]
            position += 1


def _go_on(one: tuple[Piece, str], other: tuple[Piece, str]) -> bool:
    between = one[1].strip().lower()
    return one[0].kind is other[0].kind is PieceKind.CALL and between in _BETWEEN_CALLS


def _has_voted(piece: Piece, parts: Sequence[str], after: str, phrases: Phrases) -> bool:
    """Whether somebody unknown is the only one below an option of a poll with one vote."""
    if piece.kind is not PieceKind.CALL or piece.words != phrases.plain("somebody"):
        return False
    before = parts[-1].rstrip(" \n")
    is_alone = "\n" in parts[-1][len(before) :] and after.lstrip(" ")[:1] in {"", "\n"}
    return is_alone and before.endswith(phrases.plain("one_vote"))


def _people(known: Sequence[str], others: int, phrases: Phrases) -> str:
    if not others:
        return phrases.all_of(known)
    if others == 1:
        return phrases.all_of([*known, phrases.plain("one_other" if known else "somebody")])
    key: Key = "unknown_others" if known else "unknown_people"
    return phrases.all_of([*known, phrases.plain(key, count=counted(others, phrases))])
