"""Code by what it is, its size and language, or read out."""

import re

from skill.rendering.amounts import lines
from skill.rendering.choices import Saying
from skill.rendering.code.contents import contents, is_unsayable, schedule
from skill.rendering.code.languages import LANGUAGES, language
from skill.rendering.joining import flowing
from skill.rendering.listener import Listener
from skill.rendering.terms.terms import code_words
from skill.rendering.terms.vocabulary import vocabulary

_FIRST_LINE = re.compile(r"\A[ \t]*+(\w++)[ \t]*+\n")
_LONGEST_IN_A_LINE, _MOST_SIGNS = 60, 10
_SIGN = re.compile(r"[^\w\s.,:;/'’-]")


def block(code: str, listener: Listener, named: str = "") -> str:
    """Return a block of code as the listener wants it; the code comes without markup."""
    if listener.choices.code is Saying.LEFT_OUT:
        return ""
    first = _FIRST_LINE.match(code)
    if not named and first and first[1].lower() in LANGUAGES:
        named, code = language(first[1]), code[first.end() :]
    code = code.strip("\r\n")
    what = _what(code, named, listener)
    if listener.choices.code is Saying.SHORTENED or not code.strip():
        return what
    return listener.phrases.plain("code_read_out", block=what, code=flowing(code.splitlines()))


def inline(code: str, listener: Listener) -> str:
    """Return code within a line as the listener wants it: a few words as words."""
    if listener.choices.code is Saying.LEFT_OUT:
        return ""
    if found := schedule(code, listener.phrases):
        return found
    if sign := vocabulary(listener.phrases.locale).names_of_signs.get(code.strip()):
        return sign
    words = "" if not is_short(code) else code_words(code, listener.phrases)
    if listener.choices.code is Saying.SHORTENED and (not words or is_unsayable(words)):
        return contents(code, listener.phrases) or listener.phrases.plain("a_piece_of_code")
    return words or code_words(code, listener.phrases)


def is_short(code: str) -> bool:
    """Whether code can be said within a sentence."""
    code = code.strip()
    is_long = len(code) > _LONGEST_IN_A_LINE or "\n" in code
    return not is_long and len(_SIGN.findall(code)) <= _MOST_SIGNS


def _what(code: str, named: str, listener: Listener) -> str:
    phrases = listener.phrases
    if not code.strip():
        return phrases.plain("an_empty_code_block")
    size = lines(len(code.splitlines()), phrases)
    if listener.choices.code is Saying.SHORTENED and (found := contents(code, phrases)):
        return found
    if named:
        return phrases.plain("a_code_block_in", lines=size, language=named)
    return phrases.plain("a_code_block", lines=size)
