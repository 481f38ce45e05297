"""Faces and gestures that are made of letters and marks, by what people call them."""

import re
from collections.abc import Sequence

from skill.rendering.signs import has_any

_DRAWN_ONE = r"[^\s\ue000\ue001A-Za-z0-9]"
_NEITHER_WORD_NOR_MARK = r"[^\w\s\ue000\ue001()（）.,;:!?&<>/+*%=\"'$€£\[\]{}@#-]"
_FACES: Sequence[tuple[str, str]] = (
    (r"[:;=]['’]-?\(|;_;|T_+T|\(?╥[_﹏]╥\)?|:['’]\(", "crying_face"),
    (r"[:=]['’]-?\)", "happy_tears"),
    (r"[:=]-?\)+|\(-?:|[:=]-?\]|:-?\}|\^[_.-]?\^|\(\^[_.-]?\^\)|c:", "smiles"),
    (r"\(｡?◕‿◕｡?\)|\(•‿•\)", "smiles"),
    (r";-?\)+|;-?\]|;-?D", "wink"),
    (r"[:=;]-?D+|[xX]-?D+", "laughs"),
    (r"[:=]-?\(+|[:=]-?\[|D:", "sad_face"),
    (r"[:;=]-?[pP]|[xX][pP]", "tongue_out"),
    (r"[:=]-?[/\\]", "unsure_face"),
    (r"[:=]-?\|", "straight_face"),
    (r"[:=]-?[oO0]|[oO]_[oO]|\(°[oO]°\)", "surprised_face"),
    (r":-?\*", "kiss"),
    (r"&lt;/3", "broken_heart"),
    (r"&lt;3+|♡|❥", "heart"),
    (r"-_-|¬_¬|\(¬_¬\)|\(-_-\)", "sigh"),
    (r"ಠ_?ಠ", "look_of_disapproval"),
    (r"&gt;[_.]?&lt;|\(&gt;_&lt;\)", "wince"),
    (r"¯\\{0,4}_?\(ツ\)\\?_?/¯", "shrug"),
    (rf"[(（ʕノﾉ]{_DRAWN_ONE}{{1,6}}[)）ʔ][╯ノﾉ]?\s?[︵彡ミ^]{{1,3}}\s?┻━*┻", "table_flip"),
    (r"┬─*┬\s?[ノﾉ]?\s?\([^\n\ue000\ue001)]{1,10}\)[ノﾉ]?", "table_put_back"),
    (r"\\[oO]/", "cheers"),
    (r"[oO]/|\\[oO]", "waves"),
    (r"m\(_ ?_\)m", "bow"),
    (r"\( ͡° ͜ʖ ͡°\)", "smirk"),
    (r"ʕ[^\s\ue000\ue001A-Za-z0-9]{2,8}ʔ", "bear"),
    (r"\(づ[^\s\ue000\ue001A-Za-z0-9]{1,9}\)づ|༼[^\n\ue000\ue001༽]{1,12}༽つ?", "hug"),
    (r"\(?[ง][^\s\ue000\ue001A-Za-z0-9]{0,9}\)?ง", "fists_up"),
    (rf"[ヽ＼\\]?[(（]{_NEITHER_WORD_NOR_MARK}{{2,8}}[)）][/ﾉノ♡✧]{{0,2}}", "a_face"),
)  # fmt: skip
_NAMES = tuple(name for _, name in _FACES)
PATTERN = (
    r"(?<![^\s(\ue000\ue001])(?P<face>"
    + "|".join(f"(?:{pattern})" for pattern, _ in _FACES)
    + r")(?=[\s.,!?)\ue000\ue001]|$|&)"
)
"""A face stands for itself: between spaces, or before the end of a sentence."""
_EACH = tuple(re.compile(pattern) for pattern, _ in _FACES)
_DRAWN = re.compile(r"[¯╯┻┬ಠ͡ʕ༼♡❥づง◕╥¬（(](?:(?<![（(])|(?=[^\w\s.,;:!?\x00-\x7f]))")
_LIKELY = re.compile(
    r"[:;=^_](?:(?<=[:;=])['’()\[\]DPpoO0/\\|*x}_-]|(?<=[(cD)]:)|(?<=[xX^>(cD]\^)|(?<=\^)[\^_.-]"
    r"|(?<=[OoTm(;-]_)|(?<=t;)(?:_|3|/3|&lt;|\.))"
)
_SURE = ("XD", "xD", "\\o", "\\O", " o/", " O/", "\no/", "\nO/")


def may_have_faces(text: str) -> bool:
    """Whether it is worth looking for faces."""
    if (
        text.startswith(("o/", "O/"))
        or any(map(text.__contains__, _SURE))
        or not (text.isascii() or _DRAWN.search(text) is None)
    ):
        return True
    return has_any(text, b":;=^_") and _LIKELY.search(text) is not None


def face(written: str) -> str:
    """Return which face it is, by its key among the vocabulary's faces."""
    found = (
        name for name, pattern in zip(_NAMES, _EACH, strict=True) if pattern.fullmatch(written)
    )
    return next(found, _NAMES[-1])
