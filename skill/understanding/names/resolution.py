"""Whether a spoken name means one, a few or nobody. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache

from postbox.directory.entries import Directory
from postbox.directory.names.index import NameIndex, Unreachable
from postbox.directory.names.spelling import NameWords
from postbox.directory.names.words import key
from skill.understanding.names.candidate import EXACT, SAME_SOUND, Candidate, Kind
from skill.understanding.names.search.channel_search import ChannelSearch
from skill.understanding.names.search.people_search import PeopleSearch
from skill.understanding.names.search.word_search import WordSearch

MOST_OFFERED = 3
_MOST_WORDS = 5
"""The name of somebody who left has at most so many."""
CERTAIN_FROM = 0.92
DOUBTFUL_FROM = 0.8
VOTED_FROM = 0.85
_WRITTEN_SO = 0.995
_NEAR_EXACT = 0.022
"""What sounds the same is as near as this to what is written so: the speaker must choose."""
_NAMED_FROM, _NEAR_NAMED = 0.96, 0.025
"""Among what sounds the same, nicknames and parts of names; what is merely alike is farther off."""
_NEAR = 0.06
"""Among names that are merely alike it takes more to stand out."""


class Certainty(StrEnum):
    """How a name was understood."""

    CERTAIN = "certain"
    DOUBTFUL = "doubtful"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class Resolution:
    """What a spoken name means."""

    spoken: str
    certainty: Certainty
    candidates: tuple[Candidate, ...]
    """The one that is certain, or the likeliest of those to ask about."""
    rivals: int = 0
    """How many are as likely as the first one, itself counted."""

    @property
    def is_lone_doubt(self) -> bool:
        """Whether the only doubt is that the name is no more than like the one found."""
        return self.certainty is Certainty.DOUBTFUL and self.rivals == 1

    @property
    def best_score(self) -> float:
        """The score of the likeliest, 0 without any."""
        return self.candidates[0].score if self.candidates else 0.0


@dataclass(frozen=True)
class Wanted:
    """What kind of thing the words around a name ask for."""

    kind: Kind | None = None
    by_likeness: bool = True


class Searches:
    """The searches through one directory; they remember, so they are worth keeping."""

    def __init__(
        self,
        directory: Directory,
        index: NameIndex,
        given_names: frozenset[str] = frozenset(),
        common_words: frozenset[str] = frozenset(),
    ) -> None:
        """Search this directory by its index, knowing names and other words of the language."""
        self.directory = directory
        self.index = index
        words = WordSearch(index, given_names, common_words)
        self._people = PeopleSearch(index, words)
        self._channels = ChannelSearch(index, common_words)
        self.find = lru_cache(maxsize=4096)(self._find)

    def prepare(self, spoken: NameWords) -> None:
        """Have at hand what resolving any name in a phrase may look up, with two reads in all.

        Nothing depends on it but how long that takes.
        """
        whole = {"people_by_sound": (), "channel_skeletons": (), "direct": ()}
        spans = _keys_of_spans(spoken)
        self.index.fetch({**whole, "unreachable": spans, "unreachable_words": spoken})
        self.index.fetch(
            {"people": self._people.words_of(spoken), **self._channels.keys_of(spoken)}
        )

    def _find(self, spoken: NameWords, wanted: Wanted) -> list[Candidate]:
        if wanted.by_likeness:
            as_written = self.find(spoken, replace(wanted, by_likeness=False))
            if any(candidate.score == EXACT for candidate in as_written):
                # Nothing that is merely alike comes near it.
                return as_written
        found: list[Candidate] = []
        if spoken and wanted.kind is not Kind.CHANNEL:
            found += self._people.find(spoken, by_likeness=wanted.by_likeness)
            best = max((candidate.score for candidate in found), default=0.0)
            if SAME_SOUND <= best < EXACT:
                known = {candidate.id for candidate in found if candidate.score >= SAME_SOUND}
                alike = self._people.heard_alike(spoken)
                found += [candidate for candidate in alike if candidate.id not in known]
        if spoken and wanted.kind is not Kind.PERSON:
            found += self._channels.find(spoken, by_likeness=wanted.by_likeness)
        return found


class Resolver:
    """Resolves names against one directory and the aliases of one link."""

    def __init__(
        self,
        searches: Searches,
        aliases: Mapping[str, Candidate] | None = None,
        favourites: frozenset[str] = frozenset(),
        votes: frozenset[str] = frozenset(),
    ) -> None:
        """Resolve against these.

        Args:
            searches: through the people and conversations.
            aliases: what this link means by a name, by the name's key; they win over everything.
            favourites: ids named first where several are equally likely.
            votes: ids that Alexa's own entity resolution found.
        """
        self._searches = searches
        self._aliases = aliases or {}
        self._favourites = favourites
        self._votes = votes

    def resolve(self, spoken: NameWords, wanted: Wanted = Wanted()) -> Resolution:
        """Return what a name means; it is certain only where nothing else comes near."""
        phrase = " ".join(spoken)
        alias = self._aliases.get(key(spoken))
        if alias is not None:
            return Resolution(phrase, Certainty.CERTAIN, (alias,), 1)
        found = self._searches.find(spoken, wanted)
        return voted(judged(phrase, found, self._favourites), self._votes)

    def knows(self, word: str) -> bool:
        """Whether somebody's name has this very word in it."""
        return self._searches.index.has_word(word)

    def knows_unreachable(self, spoken: NameWords) -> bool:
        """Whether this is the name of somebody who cannot be written to."""
        return any(gone.kind == "person" for gone in self.unreachable(spoken))

    def knows_gone(self, spoken: NameWords) -> bool:
        """Whether this was the name of somebody or some place that cannot be written to."""
        return bool(self.unreachable(spoken))

    def unreachable(self, spoken: NameWords) -> tuple[Unreachable, ...]:
        """Return whose whole name this is, of all to whom nothing can be written."""
        return self._searches.index.unreachable.get(key(spoken), ())

    def unreachable_word(self, word: str) -> tuple[Unreachable, ...]:
        """Return the people who cannot be written to, in whose names this word is."""
        return self._searches.index.unreachable_words.get(word, ())

    def group_of(self, members: frozenset[str]) -> Candidate | None:
        """Return the group message that has exactly these other members."""
        people = self._searches.directory.people
        groups = self._searches.index.groups.get(" ".join(sorted(members)), ())
        if not groups:
            return None
        conversation = groups[0]
        names = [people[user].full_name for user in conversation.with_users if user in people]
        return Candidate(conversation.id, " and ".join(names), Kind.GROUP, EXACT, "members")


def _keys_of_spans(spoken: NameWords) -> set[str]:
    return {
        key(spoken[at:end])
        for at in range(len(spoken))
        for end in range(at + 1, min(len(spoken), at + _MOST_WORDS) + 1)
    }


def judged(
    phrase: str, found: list[Candidate], favourites: frozenset[str] = frozenset()
) -> Resolution:
    """Return whether one candidate stands out, several are near each other, or none will do."""
    ranked = sorted(
        found,
        key=lambda candidate: (-candidate.score, candidate.id not in favourites, candidate.id),
    )
    if not ranked or ranked[0].score < DOUBTFUL_FROM:
        return Resolution(phrase, Certainty.UNKNOWN, ())
    best = ranked[0].score
    near = _NEAR_NAMED if best >= _NAMED_FROM else _NEAR
    near = _NEAR_EXACT if best >= _WRITTEN_SO else near
    rivals = [candidate for candidate in ranked if candidate.score > best - near]
    if ranked[0].score == EXACT and ranked[0].why == "name" and " " in phrase:
        # A whole name as it is written is no nickname of somebody else's, nor one word of a name.
        less = ("nickname", "run together")
        rivals = [one for one in rivals if not any(why in one.why for why in less)]
    if len(rivals) == 1 and best >= CERTAIN_FROM:
        return Resolution(phrase, Certainty.CERTAIN, (ranked[0],), 1)
    offered = sorted(
        rivals,
        key=lambda candidate: (candidate.id not in favourites, -candidate.score, candidate.id),
    )
    return Resolution(phrase, Certainty.DOUBTFUL, tuple(offered[:MOST_OFFERED]), len(rivals))


def voted(resolution: Resolution, votes: frozenset[str]) -> Resolution:
    """Return a resolution with Alexa's own vote counted.

    It settles a single candidate that is merely alike; it never breaks a tie, nor names anybody.
    """
    doubtful = resolution.certainty is Certainty.DOUBTFUL and resolution.rivals == 1
    if doubtful and resolution.best_score >= VOTED_FROM and resolution.candidates[0].id in votes:
        return replace(resolution, certainty=Certainty.CERTAIN)
    return resolution
