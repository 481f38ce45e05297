"""Words that name recipients: one, several, "the ... channel", "the group with ...". Pure."""

from dataclasses import dataclass, replace

from postbox.directory.names.spelling import NameWords
from skill.understanding.language import Language, longest_at, longest_before
from skill.understanding.names.candidate import EXACT, NAMED_FROM, Kind
from skill.understanding.names.looks import NameLooks
from skill.understanding.names.resolution import Certainty, Resolution, Resolver, Wanted

LONGEST_NAME = 10
_MOST_NAMESAKES = 3


Named = tuple[Resolution, bool]
"""What a name means, and whether it was said what kind of thing it is."""


@dataclass(frozen=True)
class Recipients:
    """Those whom a run of words names."""

    resolutions: tuple[Resolution, ...]
    explicit: bool = False
    """Whether a word such as "channel" says that this is a recipient."""

    @property
    def least_score(self) -> float:
        """The score of the name that was understood worst."""
        return min((resolution.best_score for resolution in self.resolutions), default=0.0)

    @property
    def certainty(self) -> Certainty:
        """What can be said of all of them together."""
        found = {resolution.certainty for resolution in self.resolutions} or {Certainty.UNKNOWN}
        for worst in (Certainty.UNKNOWN, Certainty.DOUBTFUL):
            if worst in found:
                return worst
        return Certainty.CERTAIN


def but_for(ids: set[str], found: Recipients) -> Recipients:
    """Return who is named but for these: "the other Kevin", where it went to one of them."""
    resolutions = tuple(
        _others(resolution, ids)
        if resolution.rivals > 1 and ids & {one.id for one in resolution.candidates}
        else resolution
        for resolution in found.resolutions
    )
    return replace(found, resolutions=resolutions)


def _others(resolution: Resolution, ids: set[str]) -> Resolution:
    """Return a name with those that are left of it: certain, where that is one."""
    left = tuple(one for one in resolution.candidates if one.id not in ids)
    if len(left) != resolution.rivals - 1 or not left:
        return resolution
    certainty = Certainty.CERTAIN if len(left) == 1 else Certainty.DOUBTFUL
    return replace(resolution, candidates=left, rivals=len(left), certainty=certainty)


class RecipientReader:
    """Reads recipients in one language against one directory."""

    def __init__(self, resolver: Resolver, language: Language) -> None:
        """Resolve names by this resolver."""
        self._resolver = resolver
        self._language = language
        self.looks = NameLooks(resolver.knows, resolver.knows_unreachable, language)

    def read(self, spoken: NameWords, wanted: Wanted = Wanted()) -> Recipients:  # noqa: B008
        """Return whom these words name; all of the words belong to names."""
        members = longest_at(self._language.group_words, spoken, self._determiner(spoken))
        if members:
            return self._group(spoken[self._determiner(spoken) + members :], wanted)
        whole, explicit = self.one(spoken, wanted)
        items = self._items(spoken)
        if whole.certainty is not Certainty.UNKNOWN or len(items) == 1:
            return Recipients((whole,), explicit)
        all_channels = explicit and spoken[-1].endswith("s")
        if all_channels:
            wanted = replace(wanted, kind=Kind.CHANNEL)
        found = self._partition(spoken, replace(wanted, by_likeness=False))
        found = found or [self.one(item, wanted) for item in items]
        return Recipients(
            tuple(_distinct([resolution for resolution, _ in found])),
            any(named for _, named in found),
        )

    def namesakes(self, spoken: NameWords) -> tuple[Resolution, ...]:
        """Return all who have a name that is said of several: "both kevins"; () for none."""
        leads = self._language.signs["both"] | self._language.determiners
        led = longest_at(leads, spoken, 0)
        if not led or len(spoken) != led + 1 or not spoken[led].endswith("s"):
            return ()
        word = spoken[led]
        found, _ = self.one((word.removesuffix("s"),), Wanted(Kind.PERSON, by_likeness=False))
        same = [candidate for candidate in found.candidates if candidate.score == EXACT]
        if found.rivals != len(same) or not 1 < len(same) <= _MOST_NAMESAKES:
            return ()
        return tuple(Resolution(word, Certainty.CERTAIN, (one,), 1) for one in same)

    def is_in_a_name(self, word: str) -> bool:
        """Whether somebody's name has this very word in it."""
        return self._resolver.knows(word)

    def is_channel(self, names: NameWords) -> bool:
        """Whether words are a channel's name as it is written."""
        return self._written_so(names).certainty is Certainty.CERTAIN

    def has_left(self, names: NameWords) -> bool:
        """Whether words were the whole name of somebody or some place that is gone."""
        return self._resolver.knows_gone(names)

    def had(self, word: str) -> bool:
        """Whether a word is of the name of somebody who cannot be written to."""
        return any(gone.kind == "person" for gone in self._resolver.unreachable_word(word))

    def one(self, spoken: NameWords, wanted: Wanted) -> Named:
        """Return what one name means, and whether it was said what kind of thing it is."""
        language = self._language
        if all((word,) in language.not_names for word in spoken):
            return self._written_so(spoken), False
        said = self._resolver.resolve(spoken, wanted) if self._determiner(spoken) else None
        if said and len(spoken) > self._determiner(spoken) and said.best_score >= NAMED_FROM:
            return said, False
        bare = spoken[self._determiner(spoken) :]
        before = longest_before(language.channel_words, bare, len(bare))
        after = longest_at(language.channel_words | language.signs["sigils"], bare, 0)
        if len(bare) > max(before, after) and (before or after):
            name = bare[: len(bare) - before] if before else bare[after:]
            channel = self._resolver.resolve(name, replace(wanted, kind=Kind.CHANNEL))
            return channel, True
        return self._resolver.resolve(bare, wanted), False

    def _written_so(self, spoken: NameWords) -> Resolution:
        """Return the channel that has a word for its name which is no name else: "everyone"."""
        found = self._resolver.resolve(spoken, Wanted(Kind.CHANNEL, by_likeness=False))
        written = found.best_score == EXACT
        return found if written else Resolution(found.spoken, Certainty.UNKNOWN, ())

    def _partition(self, spoken: NameWords, written: Wanted) -> list[Named] | None:
        """Return the names that words are put together from, all as written; None if they aren't.

        An "and" may part two names or belong to one, and between the first of several there may be
        none: "ana lima research and development and kevin".
        """
        skipped = longest_at(self._language.conjunctions, spoken, 0)
        skipped += longest_at(self._language.also, spoken, skipped) if skipped else 0
        skipped += longest_at(self._language.to, spoken, skipped)
        bare = spoken[skipped:]
        if not bare:
            return None if skipped else []
        for end in range(min(len(bare), LONGEST_NAME), 0, -1):
            first = self.one(bare[:end], written)
            if first[0].certainty is Certainty.UNKNOWN:
                continue
            rest = self._partition(bare[end:], written)
            if rest is not None:
                return [first, *rest]
        return None

    def _group(self, spoken: NameWords, wanted: Wanted) -> Recipients:
        people = replace(wanted, kind=Kind.PERSON)
        found = [self.one(item, people)[0] for item in self._items(spoken)]
        members = Recipients(tuple(found), explicit=True)
        if members.certainty is not Certainty.CERTAIN:
            return members
        group = self._resolver.group_of(
            frozenset(resolution.candidates[0].id for resolution in found)
        )
        if group is None:
            unknown = Resolution(" ".join(spoken), Certainty.UNKNOWN, ())
            return Recipients((unknown,), explicit=True)
        certain = Resolution(" ".join(spoken), Certainty.CERTAIN, (group,), 1)
        return Recipients((certain,), explicit=True)

    def _items(self, spoken: NameWords) -> list[NameWords]:
        items: list[NameWords] = [()]
        place = 0
        while place < len(spoken):
            word = spoken[place : place + 1]
            joint = longest_at(self._language.conjunctions, spoken, place)
            if joint:
                items.append(())
            elif items[-1] or word not in self._language.to | self._language.also:
                items[-1] = (*items[-1], *word)
            place += joint or 1
        return [item for item in items if item]

    def _determiner(self, spoken: NameWords) -> int:
        return longest_at(self._language.determiners, spoken, 0)


def _distinct(found: list[Resolution]) -> list[Resolution]:
    """Return resolutions without a second one for the same recipient."""
    certain: set[str] = set()
    kept = []
    for resolution in found:
        same = resolution.certainty is Certainty.CERTAIN and resolution.candidates[0].id in certain
        if not same:
            kept.append(resolution)
        if resolution.certainty is Certainty.CERTAIN:
            certain.add(resolution.candidates[0].id)
    return kept
