"""A word said anew behind a hesitation: "on monday er tuesday", "the warden er the warden". Pure.

Nothing but its like before the hesitation says that it was corrected, so it is for reading back.
"""

from postbox.directory.names.spelling import NameWords
from skill.understanding.language import Language, longest_at
from skill.understanding.wording.corrections.kinds import end_of_run, first_of_run, kind_of

Spans = tuple[tuple[int, int], ...]
"""Runs of words that stay, each from a word to before another."""

_AGAIN = 5
_SHORTEST = 5
_PAST, _LASTING = "past", "lasting"
"""Forms of verbs: "heard", "hearing"; "shed" is too short for one that only its ending tells."""
_FRAME = 3
"""So many words may stand behind what was wrong, and again behind what is right."""


def hesitated(spoken: NameWords, language: Language) -> Spans | None:
    """Return the runs of words that stay where the same was begun again behind a hesitation."""
    at = 1
    while at < len(spoken) - 1:
        end = at
        while length := longest_at(language.signs["fillers"], spoken, end):
            end += length
        if at < end < len(spoken):
            before, after = spoken[:at], spoken[end:]
            again = _said_again(before, after)
            first, doubled = again or _of_a_kind(before, after, language)
            if first >= 0:
                kept = (end + doubled, len(spoken))
                return ((0, first), kept) if first else (kept,)
        at = max(at + 1, end)
    return None


def _said_again(before: NameWords, after: NameWords) -> tuple[int, int] | None:
    """Return where words begin that the rest begins with again; None where it does not."""
    for length in range(min(_AGAIN, len(before), len(after)), 1, -1):
        if before[-length:] == after[:length]:
            return len(before) - length, 0
    return None


def _of_a_kind(before: NameWords, after: NameWords, language: Language) -> tuple[int, int]:
    """Return where "twelve plates" begins for "fourteen plates", and how much is said twice.

    -1 where nothing of its kind stands there.
    """
    lead = int(_kind(after[0], language) == "" and len(after) > 1)
    kind = _kind(after[lead], language) if lead < len(after) else ""
    if not kind or (kind == "name"):
        return -1, 0
    doubled = int(after[lead : lead + 1] == after[lead + 1 : lead + 2])
    end = end_of_run(after, lead, kind, language)
    for place in range(len(before) - 1, max(-1, len(before) - 1 - _FRAME), -1):
        if _kind(before[place], language) != kind and not _may_be(before[place], kind, language):
            continue
        frame = before[place + 1 :]
        first = first_of_run(before, place, kind, language) - lead
        led = first >= 0 and (not lead or before[first] == after[0])
        framed = not frame or after[end : end + len(frame)] == frame
        return (first, doubled * (1 - lead)) if led and framed else (-1, 0)
    return -1, 0


def _kind(word: str, language: Language) -> str:
    """Return what may be said instead: its kind, or the form of a verb; "" for none."""
    forms = language.complements
    helps = language.be | language.modals | language.passives | language.signs["having_verbs"]
    if (kind := kind_of(word, language)) or (word,) in helps:
        return kind
    if forms.irregular(word) and not forms.is_base(word):
        return _PAST
    if forms.is_base(word) or len(word) < _SHORTEST:
        return ""
    if forms.is_participle(word):
        return _PAST if word.endswith(forms.participle_endings) else ""
    # "Going um swimming" is one thing, and "morning" is no verb.
    return _LASTING if forms.kinds(word) and not forms.is_motion(word) else ""


def _may_be(word: str, kind: str, language: Language) -> bool:
    """Whether a word is in a form, too, that it does not look like: the past of "read"."""
    return kind == _PAST and (word,) in language.signs["past_alike"]
