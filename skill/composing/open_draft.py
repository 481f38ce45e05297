"""What a message in the making asks of whatever is said while a question about it is open.

Who has begun a message for somebody speaks of that one: words that name nobody are never for the
default conversation then, and another message goes out at once only where it names in full whom it
is for.
"""

from dataclasses import replace

from skill.composing.composer import Composer
from skill.composing.draft import Draft
from skill.understanding.names.candidate import SAME_SOUND
from skill.understanding.names.resolution import Certainty
from skill.understanding.understood import Understood


def is_for_somebody(composer: Composer) -> bool:
    """Whether the open question is about a message for others than the default conversation."""
    first = composer.draft
    if first is None or first.teaches:
        return False
    is_named = bool(first.to or first.choices or first.unknown)
    return is_named and first.to != composer.default_only


def in_its_place(draft: Draft, composer: Composer) -> Draft | None:
    """Return the open message with the words of one that names nobody; None where none is open.

    It is read back with whom it is for: what was said before is not understood for certain.
    """
    first = composer.draft
    if first is None or not is_for_somebody(composer):
        return None
    return replace(
        first,
        text=draft.text,
        mentions=draft.mentions,
        whole="",
        instead="",
        now_text="",
        is_doubtful=True,
        asked=0,
        later=(*draft.later, *first.later),
    )


def is_in_full(understood: Understood) -> bool:
    """Whether all who are named are surely meant: by their names, not by what is merely alike."""
    return all(
        one.certainty is Certainty.CERTAIN and one.candidates[0].score >= SAME_SOUND
        for one in understood.resolutions
    )
