"""Words that point at a message before they name a recipient: "that message to Ana". Pure."""

from skill.understanding.language import language, longest_at
from skill.understanding.phrase import Phrase


def without_reference(words: str, locale: str) -> str:
    """Return the name in "that to Ana", "the last message on to Ana" or "Ana"; "" for none.

    What stands before the last word that leads to a recipient points at the message.
    """
    phrase, known = Phrase(words), language(locale)
    starts = [at for at in range(len(phrase)) if longest_at(known.to, phrase.spoken, at)]
    if starts:
        at = starts[-1]
        return phrase.after(at + longest_at(known.to, phrase.spoken, at)).strip()
    is_reference = longest_at(known.objects, phrase.spoken, 0) == len(phrase)
    return "" if is_reference else words.strip()
