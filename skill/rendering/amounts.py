"""Numbers and lengths in words."""

from skill.speech.keys import Key
from skill.speech.phrases import Phrases


def counted(amount: int, phrases: Phrases) -> str:
    """Return a small number as a word, a larger one in digits, as books do."""
    return phrases.counted(amount)


def several(one: Key, many: Key, amount: int, phrases: Phrases) -> str:
    """Return so many of something, by the sentence for one of it or for many."""
    key = one if phrases.language.is_one(amount) else many
    return phrases.plain(key, count=counted(amount, phrases))


def lines(amount: int, phrases: Phrases) -> str:
    """Return "one line" or "twelve lines"."""
    return several("one_line", "lines", amount, phrases)


def length(seconds: float, phrases: Phrases) -> str:
    """Return a length of time, as exactly as anyone would say it."""
    whole = max(1, round(min(seconds, 1e9)))
    if whole < 60:
        return _seconds(whole, phrases)
    if whole < 600 and whole % 60:
        first, second = _minutes(whole // 60, phrases), _seconds(whole % 60, phrases)
        return phrases.plain("two_lengths", first=first, second=second)
    if whole < 3600 - 30:
        return _minutes(round(whole / 60), phrases)
    hours, minutes = divmod(round(whole / 60), 60)
    if hours >= 48:
        return phrases.plain("days", count=counted(round(hours / 24), phrases))
    said = _hours(hours, phrases)
    if not minutes or hours >= 10:
        return said
    return phrases.plain("two_lengths", first=said, second=_minutes(minutes, phrases))


def _seconds(amount: int, phrases: Phrases) -> str:
    return several("one_second", "seconds", amount, phrases)


def _minutes(amount: int, phrases: Phrases) -> str:
    return several("one_minute", "minutes", amount, phrases)


def _hours(amount: int, phrases: Phrases) -> str:
    return several("one_hour", "hours", amount, phrases)
