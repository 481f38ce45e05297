"""What a message in the making asks of whatever is said while a question about it is open.

Who has begun a message for somebody speaks of that one: words that name nobody are never for the
default conversation then, and another message goes out at once only where it names in full whom it
is for.
"""

from dataclasses import replace

from skill.composing.composer import Composer
from skill.composing.draft import Draft
from skill.understanding.answers.texts.left_in_doubt import begins_refusing
from skill.understanding.language import Language, language, longest_at
from skill.understanding.names.candidate import SAME_SOUND, Kind
from skill.understanding.names.resolution import Certainty, Resolution
from skill.understanding.phrase import Phrase
from skill.understanding.sentences.shapes import SURELY, WELL, Shapes
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


def is_another(understood: Understood, composer: Composer) -> bool:
    """Whether a message beside the open one is surely one of its own: whom it names, and its words.

    "Tell Ana the van is here" is; "hang on put it in random", "say it's off in random" may be meant
    for whoever the open one is for.
    """
    known = language(composer.request.locale)
    said = Phrase(" ".join(composer.request.slots.values())).spoken
    first = longest_at(known.asked["leads"] | known.asked["breaths"], said, 0)
    amiss = known.asked["saying"] | known.signs["corrections"] | known.answers["agreeing"]
    is_amiss = begins_refusing(said, known) or any(longest_at(amiss, said, at) for at in {0, first})
    return is_in_full(understood) and not is_amiss and _is_sentence(understood.text, known)


def _is_sentence(text: str, known: Language) -> bool:
    """Whether a text tells, asks or orders something, and is none of half a one: "it's her"."""
    spoken, shapes = Phrase(text).spoken, Shapes(known)
    begins = shapes.begins(spoken)
    if begins < SURELY:
        return begins >= WELL and len(spoken) > 1
    has_its_verb = spoken[:1] in known.determiners and "'" in text.replace("\u2019", "'")
    return has_its_verb or shapes.is_clause(spoken)


def is_in_full(understood: Understood) -> bool:
    """Whether all who are named are surely meant: by their names, not by what is merely alike."""
    return all(_is_named_so(one) for one in understood.resolutions)


def _is_named_so(one: Resolution) -> bool:
    """Whether it is a whole name, or the first word of one: no "park" for Kevin Park."""
    if one.certainty is not Certainty.CERTAIN or one.candidates[0].score < SAME_SOUND:
        return False
    said, name = Phrase(one.spoken).spoken, Phrase(one.candidates[0].name).spoken
    is_last = len(said) == 1 and len(name) > 1 and said[0] in name[1:]
    return one.candidates[0].kind is not Kind.PERSON or not is_last
