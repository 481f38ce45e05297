"""A text's words one by one, those replaced that nobody says as they are written."""

import re
from functools import cache, partial

from skill.rendering.signs import has_any
from skill.rendering.terms import codes, numbers, paths
from skill.rendering.terms.kind import Kind, TermContext
from skill.rendering.terms.runs import (
    letters_shortened,
    marks_shortened,
    may_have_many_marks,
    may_have_runs,
    written_out,
)
from skill.rendering.terms.vocabulary import Vocabulary, vocabulary
from skill.speech.phrases import Phrases

_SIGNS = "/\\\\#=<>|_@+~^`{}$%*→⇒➔➜⟶↔←≠≥≤≈±√✓✔✗✘☐☑☒¦»›▶►➤↳↪║×°§"
_SPECIAL = re.compile(
    rf"[{_SIGNS}0-9.:&)–-]"
    rf"(?:(?<=[{_SIGNS}])"
    r"|(?<=[0-9])(?:(?=[^\s\d.,:;!?)\ue000\ue001]|\d{6}|[.,]\d{4}|[.,]\d{1,3}[.,]\d|:\d)|(?<=[^\s\d.,(\ue000\ue001]\d))"
    rf"|(?<=\w[.:])(?=\w)|(?<=&&)|(?<=::)|(?<=\(\))|(?<=--)|(?<=[a-z]-)(?=[A-Z])|(?<=[a-zA-Z]–)(?=\w))"
)
"""One set of characters first: whatever has none of them is passed over at once. Of numbers, that
have nothing at them but the end of a sentence, nothing is to be said."""
_JOINED, _HYPHENED = re.compile(r"\.\w"), re.compile(r"-[-A-Z]")
_EDGES = " \n\t\ue000\ue001"
_EDGE = re.compile(f"[{_EDGES}]")
_WORD_WITH_RUN = re.compile(r"(?<![\w/.@_-])[^\W\d_]{4,100}(?![\w/@_-])")
_MEASURED = re.compile(
    r"(\d\d{0,8}(?:[.,]\d{1,4})?) ([A-Za-zµ°]{2,4}(?:/[A-Za-z]{1,3})?)(?![\w/-])"
)
_LASTING = re.compile(r"\d\d{0,2}(?:h \d{1,2}m(?: \d{1,2}s)?|m \d{1,2}s)(?!\w)")
_TELEPHONE = re.compile(r"(?:\+?\d{1,3} )?\(\d{3}\) ?\d{3}[- ]\d{4}(?!\d)")
_DOTTED_NAME = re.compile(r"([^\W\d]\w{0,40})\.(?=[^\W\d])")
_PATH_OF_NAMES = re.compile(r"[a-z][\w-]{0,40}(?:/[a-z][\w-]{0,40}){1,3}")
_KEYWORD = re.compile(r"(?<![^\s(\[])#?:(?=[a-zA-Z])(?![\w+-]{1,40}:)")
"""A keyword as Lisp and Ruby have it, or a symbol: `:name`, `#:props`."""
_FIRST_ARROW = re.compile(r"^(\(?)(->|=>|<-) ")
_LONG_NUMBER = re.compile(r"\d{7}")
_BRACKETS = str.maketrans(dict.fromkeys("()[]{};_\"'", " "))
_OPENING = "([{\"'“‘«<*"
_MARKS_BEHIND = ".,;:!?\"'”’»…*"
_CLOSING = _MARKS_BEHIND + ")]}>"
_ORDINARY = re.compile(r"\d{1,6}(?:[.,]\d{1,3})?%?|[^\W\d_]{1,30}")
_OPENS = {'"': '"', "”": "“", "″": '"'}
"""What opens the quotes that these close."""
_EDGES_OF_WORDS = (("", ""), (_OPENING, _MARKS_BEHIND), (_OPENING, _CLOSING))
_LONGEST, _LONGEST_BEFORE, _LEAST_DIGITS = 500, 40, 7
"""Longer words are no word of any kind."""
_TURNS, _LONGEST_CLAUSE = {"to", "from"}, 120
_FURTHER_ARROW = re.compile(r"[^\s.,;:!?](?: (?:->|=>|→|⇒)|(?:->|=>|→|⇒)) ?(?=[^\s])")
_CLAUSE = re.compile(r"[.,;:!?]\s|->|=>|→|⇒")
_ALL: tuple[Kind, ...] = (
    *numbers.KINDS,
    *paths.ANCHORS,
    *codes.KINDS,
    *paths.KINDS_OF_WORDS,
    *codes.KINDS_OF_WORDS,
)
_WITHOUT_DIGITS: tuple[Kind, ...] = (
    *numbers.KINDS_OF_WORDS,
    *paths.KINDS_OF_WORDS,
    *codes.KINDS_OF_WORDS,
)


def worded(text: str, phrases: Phrases) -> str:
    """Return the text with what is written for the eye in words."""
    if may_have_many_marks(text):
        text = marks_shortened(text)
    if may_have_runs(text):
        text = _WORD_WITH_RUN.sub(lambda found: letters_shortened(found[0]), text)
    if not _may_have_signs(text):
        return text
    words = vocabulary(phrases.locale)
    text = written_out(text, phrases)
    if has_any(text, b"0123456789"):
        text = _spaced_numbers(text, phrases, words)
    found = _SPECIAL.search(text)
    return _Words(text, phrases, words).said(found.start()) if found else text


def code_words(code: str, phrases: Phrases) -> str:
    """Return a few words of code as programmers read them out: without brackets and quotes."""
    if _PATH_OF_NAMES.fullmatch(code):
        code = f" {phrases.plain('slash', one='', other='').strip()} ".join(code.split("/"))
    code = _KEYWORD.sub("", code)
    names = vocabulary(phrases.locale).names_of_signs
    code = _FIRST_ARROW.sub(lambda found: f"{found[1]}{names[found[2]]} ", code)
    bare = _DOTTED_NAME.sub(rf"\1 {phrases.plain('dot')} ", worded(code, phrases))
    bare = " ".join(bare.translate(_BRACKETS).split())
    return worded(bare, phrases) if _LONG_NUMBER.search(bare) else bare


def _may_have_signs(text: str) -> bool:
    return (
        not text.isascii()
        or has_any(text, b"0123456789/\\#=<>|_@+~^`{}$%*:")
        or _JOINED.search(text) is not None
        or "&&" in text
        or "()" in text
        or "[ ]" in text
        or "[x]" in text.lower()
        or _HYPHENED.search(text) is not None
    )


def _spaced_numbers(text: str, phrases: Phrases, words: Vocabulary) -> str:
    """Return the text with numbers of several words said: 1h 12m, (555) 010-4477, 20 mg."""
    text = _LASTING.sub(lambda found: found[0].replace(" ", ""), text)
    if "(" in text:
        text = _TELEPHONE.sub(lambda found: codes.telephone(found[0], phrases), text)
    return _MEASURED.sub(partial(_measured, words), text)


def _measured(words: Vocabulary, found: re.Match[str]) -> str:
    names = words.units.get(found[2].lower())
    if not names:
        return found[0]
    before = found.string[max(0, found.start() - _LONGEST_BEFORE) : found.start()].split()
    # "A 15 minute call": what is measured follows.
    is_one = (
        bool(before)
        and before[-1].lower() in words.of_one
        and found.string[found.end() :][1:2].isalpha()
    )
    return f"{found[1]} {names[found[1] != '1' and not is_one]}"


class _Words:
    """One text: of its words only those with a sign in them are looked at."""

    def __init__(self, text: str, phrases: Phrases, words: Vocabulary) -> None:
        self._text = text
        self._phrases = phrases
        self._words = words

    def said(self, position: int) -> str:
        text, parts, done = self._text, list[str](), 0
        while sign := _SPECIAL.search(text, position):
            start, end = self._word(sign.start(), done)
            said = self._replaced(text[start:end], start, end)
            before = text[done:start]
            parts.append(before.rstrip(" ") if said == "," else before)
            parts.append(said)
            done = position = end
        return "".join([*parts, text[done:]])

    def _word(self, position: int, done: int) -> tuple[int, int]:
        """Return from where to where the word around a sign goes."""
        text = self._text
        start = max(done, *(text.rfind(edge, done, position) + 1 for edge in _EDGES))
        edge = _EDGE.search(text, position)
        return start, edge.start() if edge else len(text)

    def _replaced(self, word: str, start: int, end: int) -> str:
        if len(word) > _LONGEST or (len(word) < _LEAST_DIGITS and word.rstrip(".,:)").isdigit()):
            return word
        if word in self._words.signs or word in self._words.arrows:
            return self._sign(word, start, end)
        before = self._before(start)
        after = "" if word.endswith((",", ";", ".", ":")) else self._after(end)
        tried = ""
        for opening, closing in _EDGES_OF_WORDS[self._closes_a_quote(word, start) :]:
            bare = word.lstrip(opening)
            core = bare.rstrip(closing)
            if core == tried:
                continue
            if (said := self._core(core, before, after)) is not None:
                return f"{word[: len(word) - len(bare)]}{said}{bare[len(core) :]}"
            tried = core
        opened, closed = word[: len(word) - len(bare)], bare[len(core) :]
        if core.endswith("'s") and (said := self._core(core[:-2], before, after)) is not None:
            return f"{opened}{said}'s{closed}"
        if (said := codes.some_code(core, self._said(before, after))) is not None:
            return f"{opened}{said}{closed}"
        return f"{opened}{self._joined(core, before, after)}{closed}"

    def _closes_a_quote(self, word: str, start: int) -> bool:
        """Whether a word ends what was opened before it: "page 5" is no length."""
        mark = _OPENS.get(word.rstrip(".,;:!?)")[-1:])
        if mark is None or mark in word[:-1]:
            return False
        line = self._text[max(0, start - _LONGEST_CLAUSE) : start].rpartition("\n")[2]
        return line.count(mark) % 2 == 1

    def _before(self, start: int) -> str:
        """Return the word before, in lower case, of the same line."""
        line = self._text[max(0, start - _LONGEST_BEFORE) : start].rpartition("\n")[2]
        words = line.split()
        return words[-1].lower().strip("(:") if words else ""

    def _after(self, end: int) -> str:
        """Return the word behind, in lower case, of the same line."""
        words = self._text[end : end + _LONGEST_BEFORE].partition("\n")[0].split()
        return words[0].lower().strip("().,:;!?") if words else ""

    def _core(self, core: str, before: str, after: str) -> str | None:
        """Return what is said for a word of some kind; None for a word of none."""
        if (short := self._words.either.get(core.lower())) is not None:
            return short
        if _ORDINARY.fullmatch(core):
            return None
        said = self._said(before, after)
        has_digits = any(map(str.isdigit, core))
        for pattern, words in _ALL if has_digits else _WITHOUT_DIGITS:
            if (found := pattern.fullmatch(core)) and (told := words(found, said)) is not None:
                return told
        return None

    def _said(self, before: str, after: str) -> TermContext:
        return TermContext(self._phrases, self._words, before, after)

    def _joined(self, core: str, before: str, after: str) -> str:
        """Return a word of no kind: what arrows in it join is said one by one."""
        parts = _arrow_within().split(core)
        if len(parts) < 3 or not all(parts):
            return core
        said = [
            core if (told := self._core(core, before, after)) is None else told
            for core in parts[::2]
        ]
        signs = [self._words.signs[sign] for sign in parts[1::2]]
        return " ".join(
            part for pair in zip(said, [*signs, ""], strict=True) for part in pair
        ).strip()

    def _sign(self, word: str, start: int, end: int) -> str:
        """Return a sign in words; at the edge of a line it only points."""
        before, after = self._text[max(0, start - 2) : start], self._text[end : end + 2]
        is_first = not before.strip() or before.endswith("\n")
        between = not is_first and bool(after.strip()) and not after.startswith("\n")
        if word == "*" and before[:1].isdigit() and after[1:].isdigit():
            return self._phrases.plain("times")
        if between and word in self._words.signs:
            told = self._words.signs[word]
            is_turn = word in self._words.arrows and told in _TURNS
            return "," if is_turn and not self._is_from_one_to_another(start, end) else told
        if word not in self._words.arrows:
            is_word = any(map(str.isalpha, word)) or word in "@✓✔√✗✘☐□☑☒"
            return self._words.signs[word] if is_word else word
        if is_first and word in {"*", "#", "##", "###"}:
            return word
        return "," if between and word in {"||", "//", "¦", "║"} else ""

    def _is_from_one_to_another(self, start: int, end: int) -> bool:
        """Whether an arrow leads from a thing to a thing; between clauses it only points."""
        before = self._text[max(0, start - _LONGEST_CLAUSE) : start].rpartition("\n")[2]
        after = self._text[end : end + _LONGEST_CLAUSE].partition("\n")[0]
        one, other = _CLAUSE.split(before)[-1].split(), _CLAUSE.split(after)[0].split()
        if _FURTHER_ARROW.search(before) or _FURTHER_ARROW.search(after):
            return bool(one and other)
        if not one or not other:
            return False
        has_numbers = other[0][:1].isdigit() and any(map(_starts_with_digit, one[-2:]))
        return has_numbers or "from" in map(str.lower, one) or max(len(one), len(other)) <= 3


def _starts_with_digit(word: str) -> bool:
    return word[:1].isdigit()


@cache
def _arrow_within() -> re.Pattern[str]:
    return re.compile(r"(->|=>|→|⇒|==|!=|>=|<=|&&)")
