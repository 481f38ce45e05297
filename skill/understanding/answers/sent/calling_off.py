"""Words that only call off what was just said, sent or scheduled: "oh scrap that one please". Pure.

Whatever leads to them and closes them, nothing else is said; so they are never a text.
"""

from collections.abc import Iterator

from postbox.directory.names.spelling import NameWords
from skill.understanding.answers.edges import only_orders
from skill.understanding.language import Language, PhraseSet, longest_at

_LONGEST = 14


def only_calls_off(spoken: NameWords, language: Language) -> bool:
    """Whether words call off a message that they point to, and no more.

    "Cancel" alone points to nothing, and "no don't cancel that" is the contrary.
    """
    if not 0 < len(spoken) <= _LONGEST:
        return False
    return only_orders(spoken, lambda at: _orders(spoken, at, language), _around(language))


def _around(language: Language) -> PhraseSet:
    sent, signs, answers = language.sent, language.signs, language.answers
    leads = sent["leads"] | sent["breathing"] | signs["corrections"] | signs["interjections"]
    cries = signs["outcries"] | answers["exclaiming"] | answers["courtesies"]
    return (
        leads | cries | sent["manner"] | sent["manners"] | sent["closing"] | sent["reconsidering"]
    )


def _orders(spoken: NameWords, at: int, language: Language) -> Iterator[int]:
    """Yield where an order ends: "scrap that one"; "take that one back"; "don't send it"."""
    known = language.sent
    if whole := longest_at(known["halting_it"], spoken, at):
        yield at + whole
    for verbs in ("removing", "removing_it", "calling_off"):
        verb = longest_at(known[verbs], spoken, at)
        thing = longest_at(known["objects"], spoken, at + verb) if verb else 0
        if thing:
            yield at + verb + thing
    verb = longest_at(known["getting"], spoken, at)
    if not verb:
        return
    early = longest_at(known["back"], spoken, at + verb)
    thing = longest_at(known["objects"], spoken, at + verb + early)
    late = 0 if early else longest_at(known["back"], spoken, at + verb + thing)
    if thing and (early or late):
        yield at + verb + early + thing + late
