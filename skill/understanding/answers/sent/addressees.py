"""For whom else, or instead, a message that was just sent is said to be. Pure."""

from collections.abc import Iterator

from skill.understanding.answers.said_words import SaidWords
from skill.understanding.language import longest_at, longest_before


class Addressees(SaidWords):
    """Reads whom it is for."""

    def copied(self) -> tuple[str, ...]:
        """Return whom it is for, too: "olu as well", "let olu know too", "copy olu on that"."""
        spoken = self._spoken
        end = len(spoken) - longest_before(self._language.asked["closers"], spoken, len(spoken))
        ends = {len(spoken), end}
        for lead in self._leads():
            for last in ends:
                names = self._named_behind(lead, last)
                if names:
                    return names
        return ()

    def _leads(self) -> Iterator[tuple[int, bool]]:
        """Yield where a name may begin, and whether what leads to it says "too" already."""
        start = self.skipped("leads", 0)
        for at in {0, start}:
            copying = longest_at(self._known["copying"], self._spoken, at)
            telling = longest_at(self._known["passing_on"], self._spoken, at)
            if copying:
                yield at + copying, True
            # "And tell Olu", "tell also Olu": one more, nobody instead.
            also = longest_at(self._known["joining"], self._spoken, at + telling)
            yield at + telling + also, bool(telling) and (bool(also) or self._joins(at))
            given = at + longest_at(self._known["giving"], self._spoken, at)
            thing = longest_at(self._known["given"], self._spoken, given)
            to = longest_at(self._known["given_to"], self._spoken, given + thing)
            if thing and to:
                yield given + thing + to, False
        # "And in the berlin office": names, and nothing else.
        joining = longest_at(self._known["joining"], self._spoken, 0)
        if joining:
            yield joining, True

    def _joins(self, end: int) -> bool:
        """Whether the words before joined this to what was sent: "oh and", "and also"."""
        return any(longest_at(self._known["joining"], self._spoken, at) for at in range(end))

    def _named_behind(self, lead: tuple[int, bool], end: int) -> tuple[str, ...]:
        at, copies = lead
        at += longest_at(self._language.determiners, self._spoken, at)
        too = longest_before(self._known["too"], self._spoken[:end], end)
        about = longest_before(self._known["about_it"], self._spoken[:end], end)
        stop = end - (too or about)
        if not (too or copies):
            return ()
        names, named = self._listed(at, stop)
        named += self._needing(named, stop) if named and too else 0
        return tuple(names) if named and named == stop else ()

    def _needing(self, at: int, stop: int) -> int:
        """Return the length of "needs that", "should have it": the message, for who is named."""
        spoken = self._spoken[:stop]
        length = longest_at(self._known["needing"], spoken, at)
        thing = longest_at(self._known["given"], spoken, at + length)
        return length + thing if length else 0

    def _listed(self, at: int, stop: int) -> tuple[list[str], int]:
        """Return the names of a list, and where it ends: "dmitri and in berlin office"."""
        names: list[str] = []
        found, language = 0, self._language
        while at < stop:
            end = self._names.named(self._spoken, at)
            if not end:
                break
            found = end + longest_at(language.channel_words, self._spoken, end)
            names.append(self._phrase.between(at, found))
            led = found + longest_at(self._known["listing"], self._spoken, found)
            joint = longest_at(language.conjunctions, self._spoken, led)
            led += joint
            led += longest_at(language.to | language.into | language.also, self._spoken, led)
            led += longest_at(language.determiners, self._spoken, led)
            if not joint:
                break
            at = led
        return names, found

    def moved(self, wrong: bool) -> str:
        """Return whom it is meant for: "that was for olu", "not wei olu", "olu instead"."""
        spoken, start = self._spoken, self.skipped("leads", 0)
        last = self._last_named(start)
        if last is None:
            return ""
        first, end = self._without_excluded(start, last)
        spoken = self._spoken
        led = longest_before(self._known["meant_for"], spoken[:first], first)
        led = led or self._led_by_article(first)
        closed = spoken[end:] in self._language.asked["closers"] or self.is_rest("manner", end)
        instead = spoken[end : end + 1] in self._known["instead"]
        excludes = longest_at(self._known["excluding"], spoken, start) > 0 and first > start + 1
        excludes = excludes or len(spoken) < len(self._phrase.spoken)
        # "Oh marketing i meant", "samantha i said".
        behind = longest_at(self._known["meant_behind"], spoken, end)
        closed = closed or (bool(behind) and self.is_rest("manner", end + behind))
        is_meant = bool(led or behind) or instead or excludes or wrong
        is_meant = is_meant or self._is_refused(start, first)
        if not self._is_about_it(start, first):
            return ""
        return self._phrase.between(first, end) if is_meant and (closed or instead) else ""

    def _is_refused(self, start: int, first: int) -> bool:
        """Whether it is "no in help": a no, and nothing but a preposition before the name."""
        lead = self._language.to | self._language.into | self._language.signs["for"]
        led = longest_at(lead, self._spoken, start)
        led += longest_at(self._language.determiners, self._spoken, start + led)
        return start + led == first and any(
            longest_at(self._known["refusing_leads"], self._spoken, at) for at in range(start)
        )

    def _without_excluded(self, start: int, last: tuple[int, int]) -> tuple[int, int]:
        """Return the name before "not bob" in "robert not bob"."""
        excluding = longest_before(self._known["excluding"], self._spoken[: last[0]], last[0])
        at = last[0] - excluding
        if not excluding or at <= start or last[1] < len(self._spoken):
            return last
        for first in range(start, at):
            if self._names.named(self._spoken, first) == at:
                self._spoken = self._spoken[:at]
                return first, at
        return last

    def _is_about_it(self, at: int, end: int) -> bool:
        """Whether words speak of the message and of names alone: "that should have gone to"."""
        while at < end:
            named = self._names.named(self._spoken, at)
            if not named and self._spoken[at : at + 1] not in self._known["moving"]:
                return False
            at = named or at + 1
        return True

    def _led_by_article(self, first: int) -> int:
        before = first - longest_before(self._language.determiners, self._spoken[:first], first)
        return longest_before(self._known["meant_for"], self._spoken[:before], before)

    def _last_named(self, start: int) -> tuple[int, int] | None:
        found, at = None, start
        while at < len(self._spoken):
            end = self._names.named(self._spoken, at)
            if end:
                channel = longest_at(self._language.channel_words, self._spoken, end)
                found, at = (at, end + channel), end
            else:
                at += 1
        return found
