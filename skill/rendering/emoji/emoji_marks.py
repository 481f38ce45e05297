"""Emoji in text: found, taken out and, when the text is done, put back as words."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from skill.rendering.amounts import counted
from skill.rendering.choices import Saying
from skill.rendering.emoji import faces
from skill.rendering.emoji.emoji_table import Named, by_code, is_known, split
from skill.rendering.listener import Listener
from skill.rendering.terms.vocabulary import vocabulary

OPAQUE, MARK = "\ue000", "\ue001"
"""Stand where words, and where an emoji, are put in at the end. Private characters: what Slack
sends has no use for them."""
LONGEST_ROW = 4
"""So many different emoji in a row are said; of more, one less and how many are left."""
_LEAST_OF_A_BAR = 4
"""So many squares in a row are a bar, or somebody's game."""

_CODE = r":(?P<code>[\w+'’-]++):(?:(?::skin-tone-[2-6]:)+)?"
_SYMBOLS = (
    "\u203c\u2049\u2194-\u21aa\u231a-\u23ff\u24c2\u25aa-\u25fe\u2600-\u27bf\u2934\u2935"
    "\u2b05-\u2b55\u3030\u303d\u3297\u3299\U0001f000-\U0001faff"
)
_CHARACTERS = (
    rf"[0-9#*]\ufe0f?\u20e3|[©®™ℹ]\ufe0f"
    rf"|[{_SYMBOLS}][{_SYMBOLS}\u200d\ufe0e\ufe0f\U000e0020-\U000e007f]*+"
)
_IN_ASCII = re.compile(_CODE)
_PATTERNS = {
    (True, True): _IN_ASCII,
    (True, False): re.compile(f"{_CODE}|{_CHARACTERS}"),
    (False, False): re.compile(_CHARACTERS),
}
_WITH_FACES = {
    True: re.compile(f"{faces.PATTERN}|{_CODE}"),
    False: re.compile(f"{faces.PATTERN}|{_CODE}|{_CHARACTERS}"),
}
_ROW = re.compile(
    rf"(?<![ \u200d\ufe0f])[ \u200d\ufe0f]*+{MARK}(?:[ \u200d\ufe0f]*+{MARK})*+[ \u200d\ufe0f]*+"
)
_OPENS = "([{\"'“‘«\n"


def marked(
    text: str, found: list[Named], locale: str, *, codes: bool = True, with_faces: bool = False
) -> str:
    """Return the text with MARK for each emoji, and append those to `found`.

    Without `codes` only characters are emoji, `:tada:` is what it is. Faces are made of letters.
    """
    is_ascii = text.isascii()
    has_faces = with_faces and faces.may_have_faces(text)
    if is_ascii and not has_faces and not (codes and ":" in text):
        return text
    pattern = _WITH_FACES[is_ascii] if has_faces else _PATTERNS[codes, is_ascii]
    parts: list[str] = []
    done, position, after_emoji = 0, 0, -1
    while match := pattern.search(text, position):
        start, end = match.span()
        code = match["code"] if codes else None
        face = match["face"] if has_faces else None
        if face == "^^" and not text[:start].strip() and text[end:].strip():
            # What was said before is meant.
            parts.append(text[done:start])
            done = position = end
            continue
        if code is not None and not _is_emoji(text, match, after_emoji):
            position = start + len(code) + 1
            continue
        parts.append(text[done:start])
        for part in _named(match[0], code, face, locale):
            if isinstance(part, str):
                parts.append(part)
            else:
                parts.append(MARK)
                found.append(part)
        done = position = after_emoji = end
    return "".join([*parts, text[done:]]) if parts else text


def _named(written: str, code: str | None, face: str | None, locale: str) -> Sequence[Named | str]:
    if face is not None:
        return [Named(faces.face(face), is_face=True)]
    return [by_code(code, locale)] if code is not None else split(written, locale)


def _is_emoji(text: str, match: re.Match[str], after_emoji: int) -> bool:
    """Tell `:tada:` from the colons of 10:30:45, of std::map and of key:value:more."""
    code = match["code"]
    if code != code.lower():
        return False
    start, end = match.span()
    opens = start in {0, after_emoji} or not (text[start - 1].isalnum() or text[start - 1] == ":")
    closes = end == len(text) or _closes(text, end)
    if code.isdigit():
        return opens and closes and is_known(code)
    if opens and closes:
        return any(letter.isalpha() for letter in code) or is_known(code)
    return (opens or closes) and is_known(code)


def _closes(text: str, end: int) -> bool:
    if text[end] == ":":
        return _IN_ASCII.match(text, end) is not None
    return not text[end].isalnum()


def put_back(text: str, found: Sequence[Named], listener: Listener) -> str:
    """Return the text with each row of MARKs said as the listener wants it."""
    if not found:
        return text
    emoji = iter(found)
    return _ROW.sub(lambda row: _in_words(row, emoji, listener), text)


def _in_words(row: re.Match[str], emoji: Iterator[Named], listener: Listener) -> str:
    names = [_name(next(emoji), listener) for _ in range(row[0].count(MARK))]
    said = row_words(names, listener)
    start, end = row.span()
    before, after = row.string[max(0, start - 1) : start], row.string[end : end + 1]
    if not said:
        return " " if before and after else ""
    if said in vocabulary(listener.phrases.locale).between:
        return f" {said} " if before.strip() and after.strip() else " "
    return f"{_pause_before(before)}{said}{_pause_after(after)}"


def _pause_before(character: str) -> str:
    if not character or character in _OPENS:
        return ""
    return ", " if character.isalnum() or character in {OPAQUE, ")", "%"} else " "


_NEVER_BEHIND = frozenset(f'{OPAQUE}("“+&=/')
"""What an emoji is never written together with."""


def _pause_after(character: str) -> str:
    return ", " if character.isalnum() or character in _NEVER_BEHIND else ""


def _name(named: Named, listener: Listener) -> str:
    if not named.name:
        return listener.phrases.plain("an_emoji")
    if named.is_flag:
        return listener.phrases.plain("a_flag", country=named.name)
    if named.is_face:
        return vocabulary(listener.phrases.locale).faces[named.name]
    return named.name


def row_words(names: Sequence[str], listener: Listener) -> str:
    """Return the words for emoji that stand in a row."""
    phrases, choice = listener.phrases, listener.choices.emoji
    if choice is Saying.LEFT_OUT:
        return ""
    if choice is Saying.SHORTENED and len(names) > 1:
        return phrases.plain("so_many_emoji", count=counted(len(names), phrases))
    if len(names) >= _LEAST_OF_A_BAR and all(name.endswith("square") for name in names):
        return ""
    runs = [(name, len(list(run))) for name, run in groupby(names)]
    said = [_times(name, times, listener) for name, times in runs]
    if len(runs) <= LONGEST_ROW:
        return ", ".join(said)
    kept = LONGEST_ROW - 1
    left = sum(times for _, times in runs[kept:])
    more = phrases.plain("so_many_more_emoji", count=counted(left, phrases))
    return phrases.all_of([*said[:kept], more])


def _times(name: str, times: int, listener: Listener) -> str:
    if times == 1:
        return name
    phrases = listener.phrases
    return phrases.plain("emoji_times", count=counted(times, phrases), name=name)
