"""Who reacted with what, in words. Pure."""

from collections.abc import Iterable

from skill.reading.planning.spoken_names import SpokenNames
from skill.rendering.amounts import counted
from skill.rendering.emoji.emoji_table import by_code
from skill.speech.phrases import Phrases

MOST_NAMES = 3
MOST_EMOJI = 4


def told_reactions(
    reactions: Iterable[tuple[str, str]], names: SpokenNames, phrases: Phrases
) -> str:
    """Return a sentence (SSML): the emoji that most people chose first.

    A reaction is Slack's name of the emoji and the id of who chose it.
    """
    by_emoji: dict[str, dict[str, None]] = {}
    for emoji, user_id in reactions:
        # Another skin tone is the same reaction.
        by_emoji.setdefault(emoji.partition("::")[0], {})[user_id] = None
    groups = sorted(by_emoji.items(), key=lambda group: -len(group[1]))
    parts = [_group(emoji, list(people), names, phrases) for emoji, people in groups[:MOST_EMOJI]]
    (people, emoji), *rest = parts
    said = [phrases.plain("reacted_with", names=people, emoji=emoji)]
    said += [phrases.plain("with_emoji", names=who, emoji=what) for who, what in rest]
    if len(groups) > MOST_EMOJI:
        left = counted(len(groups) - MOST_EMOJI, phrases)
        said.append(phrases.plain("so_many_more_emoji", count=left))
    return phrases.plain("reactions", reactions=", ".join(said))


def _group(emoji: str, people: list[str], names: SpokenNames, phrases: Phrases) -> tuple[str, str]:
    known = [name for person in people if (name := names.person(person))]
    named, others = known[:MOST_NAMES], len(people) - len(known[:MOST_NAMES])
    said = list(named)
    if others:
        said.append(_others(others, phrases, alone=not named))
    return phrases.all_of(said), by_code(emoji, phrases.locale).name


def _others(amount: int, phrases: Phrases, *, alone: bool) -> str:
    if alone:
        if amount == 1:
            return phrases.plain("unknown_author")
        return phrases.plain("so_many_people", count=counted(amount, phrases))
    if amount == 1:
        return phrases.plain("one_other")
    return phrases.plain("so_many_others", count=counted(amount, phrases))
