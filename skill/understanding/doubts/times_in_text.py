"""Times at the edges of a text, which may be when it is to be posted. Pure."""

from collections.abc import Iterator

from postbox.directory.names.spelling import NameWords
from skill.understanding.doubts.sign import Sign, SignKind
from skill.understanding.language import Language, longest_at
from skill.understanding.names.facts import NameFacts
from skill.understanding.sentences.shapes import Shapes


class TimesInText:
    """Looks for times at the edges of texts."""

    def __init__(self, language: Language, names: NameFacts, shapes: Shapes) -> None:
        """Use this language's lists and these names."""
        self._language = language
        self._lists = language.signs
        self._names = names
        self._shapes = shapes

    def wished_later(self, spoken: NameWords) -> Iterator[Sign]:
        """Yield "a happy birthday on saturday": it may be for then."""
        for place in range(1, len(spoken) - 1):
            leads = spoken[place : place + 1] in self._lists["time_leads"]
            if leads and self._shapes.time_run(spoken, place) == len(spoken) - place:
                yield Sign(SignKind.TIME, " ".join(spoken[place:]))
                return

    def first_time(self, spoken: NameWords) -> Iterator[Sign]:
        """Yield "at six that the window is open", "in ten minutes i'm rebooting"."""
        if spoken[:1] not in self._lists["time_leads"]:
            return
        length = self._shapes.time_run(spoken, 0)
        following = spoken[length : length + 1]
        known = self._language
        joins = known.that | known.to | known.subjects | known.beginnings
        goes_on = following in joins | self._lists["concerning"]
        if length > 1 and (goes_on or self._shapes.is_clause(spoken[length + 1 :])):
            yield Sign(SignKind.TIME, " ".join(spoken[:length]))

    def last_time(self, spoken: NameWords) -> Iterator[Sign]:
        """Yield "... to general at midnight": a recipient stands before a time."""
        for place in range(1, len(spoken) - 2):
            lead = longest_at(self._language.to | self._language.into, spoken, place)
            end = self._names.named(spoken, place + lead) if lead else 0
            if (
                end
                and end < len(spoken)
                and self._shapes.time_run(spoken, end) == len(spoken) - end
            ):
                yield Sign(SignKind.TIME, " ".join(spoken[place:]))
                return
