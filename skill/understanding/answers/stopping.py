"""What only tells the device to stop, to close or to be quiet: "oh close it". Pure."""

from collections.abc import Iterator

from postbox.directory.names.spelling import NameWords
from skill.understanding.answers.edges import beside_an_answer, only_orders
from skill.understanding.language import Language, PhraseSet, longest_at

_LONGEST = 12


def stops(spoken: NameWords, language: Language, *, may_be_message: bool = True) -> bool:
    """Whether words order the device to stop, with cries and manners around it, and no more.

    Args:
        spoken: the folded words.
        language: the words of its language.
        may_be_message: whether "stop it", "kill that" count, which may be said of a message.
    """
    if not spoken or len(spoken) > _LONGEST:
        return False
    return only_orders(
        spoken,
        lambda at: _orders(spoken, at, language, may_be_message=may_be_message),
        _around(language),
    )


def _around(language: Language) -> PhraseSet:
    signs, known = language.signs, language.answers
    cries = signs["interjections"] | signs["discourse"] | signs["outcries"] | signs["hinges"]
    manners = known["saying_no"] | known["closing_fillers"] | known["around_stopping"]
    return beside_an_answer(language) | cries | manners


def _orders(
    spoken: NameWords, at: int, language: Language, *, may_be_message: bool
) -> Iterator[int]:
    """Yield where an order ends: "quiet"; "stop talking"; "close the app"; "shut it down"."""
    known = language.answers
    things = ("stopped", "stopped_perhaps") if may_be_message else ("stopped",)
    bare = [known["hushing"], known["closing_verbs"]]
    if may_be_message:
        bare += [language.signs["stopping"], known["stopping"], known["stopping_parted"]]
    for orders in bare:
        if length := longest_at(orders, spoken, at):
            yield at + length
    for verbs, objects in (
        ("stopping", (*things, "stopped_doing")),
        ("closing_verbs", ("stopped", "stopped_perhaps")),
        ("stopping_parted", things),
    ):
        verb = longest_at(known[verbs], spoken, at)
        thing = max(longest_at(known[name], spoken, at + verb) for name in objects)
        if verb and thing:
            yield at + verb + thing
    # "Shut it down".
    thing = max(longest_at(known[name], spoken, at + 1) for name in things)
    end = at + 1 + thing
    if thing and (spoken[at], *spoken[end : end + 1]) in known["stopping_parted"]:
        yield end + 1
