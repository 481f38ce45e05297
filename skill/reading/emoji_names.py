"""Emoji by their names: both `:party_popper:` codes and the characters themselves."""

import re
import unicodedata

_CODE = re.compile(r":([a-z0-9_+'-]+):(?::skin-tone-[2-6]:)?")


def spoken(text: str) -> str:
    """Return the text with each emoji replaced by its name."""
    if ":" not in text and not any(_may_be_emoji(each) for each in text):
        return text
    return _characters(_CODE.sub(_code, text))


def _code(match: re.Match[str]) -> str:
    import emoji  # noqa: PLC0415 - its tables are large and most messages have no emoji

    name = match[1]
    character = emoji.emojize(f":{name}:", language="alias")
    if character != f":{name}:":
        return character
    # Digits alone are a time of day ("10:30:15"), not an emoji of the workspace's own.
    return match[0] if name.isdigit() else name.replace("_", " ").replace("-", " ")


def _characters(text: str) -> str:
    if not any(_may_be_emoji(each) for each in text):
        return text
    import emoji  # noqa: PLC0415 - as above

    named = emoji.replace_emoji(text, replace=_name)
    return re.sub(r"[ ]{2,}", " ", named).strip()


def _name(_characters: str, data: dict[str, str]) -> str:
    return f" {data['en'].strip(':').replace('_', ' ')} "


def _may_be_emoji(character: str) -> bool:
    # So: symbols; Sk: skin tones; the keycap and the older signs of the emoji set.
    return ord(character) > 0x203B and unicodedata.category(character) in {"So", "Sk", "Sm", "Me"}
