"""Whether words ask for a message to be said in another manner: "make it sound nicer". Pure.

Nobody can tell which words that would be, so it is no correction.
"""

from skill.understanding.language import Language, longest_at
from skill.understanding.phrase import Phrase


def asks_for_style(dictated: str, language: Language, text: str = "") -> bool:
    """Whether every word is of the manner: "can you reword it", "shorter", "fix the spelling".

    Args:
        dictated: what was said; a verb that an intent took ("make it") may be missing.
        language: the words of its language.
        text: the message, where it is known. "The longer rope" may be meant by "make it shorter".
    """
    spoken, known = Phrase(dictated).spoken, language.sent
    beside = known["restyling"] | known["leads"] | known["closing"] | language.answers["i_meant"]
    styles = known["styles"]
    at, is_of_style = 0, False
    while at < len(spoken):
        style = longest_at(styles, spoken, at)
        length = max(style, longest_at(beside, spoken, at))
        if not length:
            return False
        at, is_of_style = at + length, is_of_style or style > 0
    return is_of_style and not _speaks_of_style(text, language)


def _speaks_of_style(text: str, language: Language) -> bool:
    spoken, styles = Phrase(text).spoken, language.sent["styles"]
    return any(longest_at(styles, spoken, at) for at in range(len(spoken)))
