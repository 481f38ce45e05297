"""Who reacted with what, as a sentence. Pure."""

from collections.abc import Iterable

from skill.reading.planning.spoken_names import SpokenNames
from skill.rendering.emoji.emoji_table import by_code
from skill.speech.said import Listed, Said, Sentence, all_of, one_after_another, say, sentence

MOST_NAMES = 3
MOST_EMOJI = 4


def told_reactions(reactions: Iterable[tuple[str, str]], names: SpokenNames, locale: str) -> Said:
    """Return a sentence: the emoji that most people chose first.

    A reaction is Slack's name of the emoji and the id of who chose it.
    """
    by_emoji: dict[str, dict[str, None]] = {}
    for emoji, user_id in reactions:
        # Another skin tone is the same reaction.
        by_emoji.setdefault(emoji.partition("::")[0], {})[user_id] = None
    groups = sorted(by_emoji.items(), key=lambda group: -len(group[1]))
    said = [
        sentence(
            "with_emoji" if place else "reacted_with",
            names=_people(list(people), names),
            emoji=by_code(emoji, locale).name,
        )
        for place, (emoji, people) in enumerate(groups[:MOST_EMOJI])
    ]
    if len(groups) > MOST_EMOJI:
        said.append(sentence("so_many_more_emoji", count=len(groups) - MOST_EMOJI))
    return say("reactions", reactions=one_after_another(said))


def _people(people: list[str], names: SpokenNames) -> Listed:
    known = [name for person in people if (name := names.person(person))]
    named, others = known[:MOST_NAMES], len(people) - len(known[:MOST_NAMES])
    return all_of([*named, *([_others(others, alone=not named)] if others else [])])


def _others(amount: int, *, alone: bool) -> Sentence:
    if alone and amount > 1:
        return sentence("so_many_people", count=amount)
    if amount > 1:
        return sentence("so_many_others", count=amount)
    return sentence("unknown_author" if alone else "one_other")
