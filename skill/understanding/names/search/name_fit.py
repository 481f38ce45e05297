"""How well spoken words fit a name: in their order, with parts of it left out. Pure."""

from collections.abc import Sequence

from postbox.directory.names.ear import particles, sound, weight
from postbox.directory.names.spelling import NameWords
from skill.understanding.names.candidate import EXACT, MOST_LIKE, NICKNAME, SAME_SOUND

_LAST_NAME_ONLY = 0.999
_INITIAL = 0.97
_PART_OF_NAME = 0.97
_MIDDLE_ONLY = 0.96


def fit(form: NameWords, spoken: NameWords, likes: Sequence[dict[str, float]]) -> tuple[float, str]:
    """Return how well spoken words fit one form of a name, and why."""
    places, scores = _placed(form, spoken, likes)
    if not scores:
        return 0.0, ""
    if 0 < places[-1] < len(form) - 1 and form[places[-1]] in particles():
        return 0.0, ""
    weights = [weight(sound(word)) for word in spoken]
    likeness = sum(s * w for s, w in zip(scores, weights, strict=True)) / sum(weights)
    if min(scores) < NICKNAME:
        likeness = min(MOST_LIKE, (likeness + min(scores)) / 2)
    return likeness * _share(form, places), _reason(form, places, min(scores))


def _placed(
    form: NameWords, spoken: NameWords, likes: Sequence[dict[str, float]]
) -> tuple[list[int], list[float]]:
    """Return for each spoken word its place in the form and its likeness, in order, or nothing."""
    places: list[int] = []
    scores: list[float] = []
    for word, like in zip(spoken, likes, strict=True):
        rest = range(places[-1] + 1 if places else 0, len(form))
        options = [(like.get(form[at], _initial(word, form[at], bool(places))), -at) for at in rest]
        score, at = max(options, default=(0.0, 0))
        if not score:
            return [], []
        places.append(-at)
        scores.append(score)
    return places, scores


def _initial(spoken: str, word: str, follows: bool) -> float:
    return _INITIAL if follows and len(spoken) == 1 and word.startswith(spoken) else 0.0


def _share(form: NameWords, places: list[int]) -> float:
    """Return what it is worth that not the whole name was spoken."""
    last = len(form) - 1
    if places[0] == 0:
        return 1.0 if len(places) == 1 or places[-1] == last else _PART_OF_NAME
    if len(places) == 1:
        return _LAST_NAME_ONLY if places[0] == last else _MIDDLE_ONLY
    return _PART_OF_NAME if places[-1] == last else _MIDDLE_ONLY


def _reason(form: NameWords, places: list[int], least: float) -> str:
    which = (
        "name" if len(places) == len(form) else "first name" if places == [0] else "part of name"
    )
    if least == EXACT:
        return which
    if least >= SAME_SOUND:
        return f"{which}, same sound"
    return f"{which}, nickname" if least >= NICKNAME else f"{which}, sounds alike"
