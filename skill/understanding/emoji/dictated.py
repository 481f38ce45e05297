"""Emoji that were dictated by name at the end of a text: "well done party popper emoji". Pure.

Only where it is clearly meant: its name, the word "emoji", and no more. A text that speaks of one
keeps its words: "use the party popper emoji", "who broke the emoji".
"""

from postbox.directory.names.words import words
from skill.understanding.emoji.emoji_names import emoji_named
from skill.understanding.language import Language, longest_before

_LONGEST_NAME = 4
_MOST = 5


def with_emoji(text: str, language: Language) -> str:
    """Return a text with the emoji that were dictated at its end, as Slack writes them."""
    written: list[str] = []
    while len(written) < _MOST:
        found = _last(text, language)
        if found is None:
            break
        text, name = found
        written.insert(0, f":{name}:")
    return " ".join(filter(None, (text, *written))) if written else text


def _last(text: str, language: Language) -> tuple[str, str] | None:
    """Return the text before its last emoji, and Slack's name of that; None where none ends it."""
    found = words(text)
    spoken = tuple(word.spoken for word in found)
    known = language.punctuation
    if spoken[-1:] not in known.emoji_words or text[found[-1].end :].strip():
        return None
    end = len(spoken) - 1
    for start in range(max(0, end - _LONGEST_NAME), end):
        name = emoji_named(text[found[start].start : found[end - 1].end], language.name)
        if name is None:
            continue
        is_noun = spoken[start : start + 1] in known.articles
        if is_noun or longest_before(known.mentioned_behind, spoken[:start], start):
            return None
        return text[: found[start].start].rstrip(), name
    return None
