"""For whom else, or instead, a message that was just sent is said to be. Pure.

Either in one of the patterns of that, or in words of which each belongs to the sending or names
somebody, whatever their order ("drat that was supposed to be for will", "samantha reed the lady"):
whom they name is told from what is a message by that alone; whether it is for them too, or instead,
by single words. What comes of it is asked first.
"""

from postbox.directory.names.spelling import NameWords
from skill.understanding.answers.said_words import SaidWords
from skill.understanding.answers.sent.patterns import Patterns
from skill.understanding.language import longest_at, longest_before

_PAIR = 2
_MOST = 12
"""More words than these are seldom said of a message."""


class Addressees(Patterns):
    """Reads whom it is for."""

    def copied(self) -> tuple[str, ...]:
        """Return whom it is for, too: "olu as well", "let olu know too", "copy olu on that"."""
        return self.named_by("copies")

    def owners(self) -> tuple[str, ...]:
        """Return whose of several messages is meant to be taken back: "take olu's back"."""
        return self.named_by("takes_back_from")

    def begun_to(self) -> tuple[str, ...]:
        """Return for whom another message is, of which no more is said: "another one to Olu"."""
        return self.named_by("begins")

    def redirected(self) -> tuple[str, str]:
        """Return whom it is meant for, and who had it where that is said.

        "Don't tell ana tell joy", "take back what i told ana and tell it to joy".
        """
        first, last = self.named_by("redirects_first"), self.named_by("redirects_from")
        if 0 < len(first) <= _PAIR:
            return first[0], first[1] if len(first) == _PAIR else ""
        if len(last) == _PAIR:
            return last[1], last[0]
        alone = self.named_by("redirects") or self.named_by("redirects_back")
        return (alone[0], "") if len(alone) == 1 else ("", "")

    def is_moved(self, name: str, wrong: bool) -> bool:
        """Whether it is also told by what leads to the name: "delete it and send it to olu"."""
        if self.named_by("redirects") or not self.named_by("redirects_back"):
            return False
        again = Addressees(self._phrase, self._language, self._names, self._known)
        return again.moved(wrong) == name

    def is_namesake(self) -> bool:
        """Whether another of the name is meant: "no the other kevin", "not him the other one"."""
        places = [at for at in range(len(self._spoken)) if self._other_at(at)]
        if not places:
            return False
        at, around = 0, self._known["of_sending"] | self._known["leads"]
        while at < len(self._spoken):
            length = self._other_at(at) or longest_at(around, self._spoken, at)
            end = at + length if length else self._names.named(self._spoken, at)
            if not end or (not length and at > places[-1]):
                # "The other one Ben Hale" names whom it is for.
                return False
            at = end
        return len(self._spoken) <= _MOST

    def is_for_all_of_the_name(self) -> bool:
        """Whether it is for all of a name, and no more is said: "both of them please"."""
        known, at, found = self._known, 0, False
        around = known["of_sending"] | known["leads"] | known["closing"]
        several = self._language.answers["both"]
        while at < len(self._spoken):
            several_of_them = longest_at(several, self._spoken, at)
            length = several_of_them or longest_at(around, self._spoken, at)
            if not length or self._spoken[at : at + length] in self._known["refusing_leads"]:
                return False
            at, found = at + length, found or several_of_them > 0
        return found and len(self._spoken) <= _MOST

    def is_joined(self) -> bool:
        """Whether words begin with "and", "and to": it is for who is named too."""
        at = 0
        while at < len(self._spoken):
            if longest_at(self._known["joining"], self._spoken, at):
                return True
            length = longest_at(self._known["leads"], self._spoken, at)
            if not length or self._spoken[at : at + length] in self._known["refusing_leads"]:
                return False
            at += length
        return False

    def _other_at(self, at: int) -> int:
        """Return the length of "the other one", "other kevin"."""
        if length := longest_at(self._known["namesake"], self._spoken, at):
            return length
        other = longest_at(self._known["other"], self._spoken, at)
        end = self._names.named(self._spoken, at + other) if other else 0
        return end - at if end == at + other + 1 else 0

    def points_only(self) -> bool:
        """Whether it is "that in there instead", "it too": where it goes is not said."""
        it = longest_at(self._known["given"], self._spoken, 0)
        end = len(self._spoken)
        closed = longest_before(self._known["too"] | self._known["instead"], self._spoken, end)
        around = self._known["moving"] | self._known["given_to"]
        between = self._spoken[it : end - closed]
        return bool(it and closed) and it + closed <= end and all((w,) in around for w in between)

    def moved(self, wrong: bool) -> str:
        """Return whom it is meant for: "that was for olu", "not wei olu", "olu instead"."""
        spoken, start = self._spoken, self.skipped("leads", 0)
        last = self._last_named(start)
        a_message = self._known["a_message"] | self._known["another"]
        other = longest_at(a_message, spoken, start)
        if last is None or (other and longest_at(self._known["given_to"], spoken, start + other)):
            # "One for joy one for me".
            return ""
        first, end = self._without_excluded(start, last)
        spoken = self._spoken
        led = longest_before(self._known["meant_for"], spoken[:first], first)
        led = led or self._led_by_article(first)
        closed = spoken[end:] in self._language.asked["closers"] or self.is_rest("manner", end)
        closed = closed or self.is_rest("closing", end)
        instead = spoken[end : end + 1] in self._known["instead"]
        excludes = longest_at(self._known["excluding"], spoken, start) > 0 and first > start + 1
        excludes = excludes or len(spoken) < len(self._phrase.spoken)
        # "Oh marketing i meant", "samantha i said".
        behind = longest_at(self._known["meant_behind"], spoken, end)
        closed = closed or (bool(behind) and self.is_rest("manner", end + behind))
        is_meant = bool(led or behind) or instead or excludes or wrong
        is_meant = is_meant or self._is_refused(start, first)
        if not self._is_about_it(start, first) or self._is_joined(first):
            return ""
        return self._phrase.between(first, end) if is_meant and (closed or instead) else ""

    def _is_joined(self, first: int) -> bool:
        """Whether "also to", "and to" and no more leads to the name: it is for them too."""
        lead = self._language.to | self._language.into | self._language.signs["for"]
        led = longest_before(lead, self._spoken[:first], first)
        joint = longest_before(self._known["joining"], self._spoken[: first - led], first - led)
        joint = joint or longest_before(self._known["joining"], self._spoken[:first], first)
        return joint > 0 and longest_at(self._known["joining"], self._spoken, 0) > 0

    def _is_refused(self, start: int, first: int) -> bool:
        """Whether it is "no in help": a no, and nothing but a preposition before the name."""
        lead = self._language.to | self._language.into | self._language.signs["for"]
        led = longest_at(lead, self._spoken, start)
        others = self._language.answers["others"]
        led += longest_at(self._language.determiners | others, self._spoken, start + led)
        return start + led == first and any(
            longest_at(self._known["refusing_leads"], self._spoken, at) for at in range(start)
        )

    def _without_excluded(self, start: int, last: tuple[int, int]) -> tuple[int, int]:
        """Return the name before "not bob" in "robert not bob"."""
        excluding = longest_before(self._known["excluding"], self._spoken[: last[0]], last[0])
        at = last[0] - excluding
        joins = self._language.conjunctions | self._language.signs["opposing"]
        at -= longest_before(joins, self._spoken[:at], at) if excluding else 0
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
        articles = self._language.determiners | self._language.answers["others"]
        before = first - longest_before(articles, self._spoken[:first], first)
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


class NamesAlone(SaidWords):
    """Reads who is named where all else is of the sending."""

    def named(self) -> str:
        """Return the name of the last one who is named, as it was dictated; "" for nobody."""
        spoken, found, at = self._spoken, "", 0
        if len(spoken) > _MOST or any(self._has_no_name(at) for at in range(len(spoken))):
            return ""
        while at < len(spoken):
            end = self._name_at(at)
            if end:
                found, at = self._phrase.between(at, end), end
                continue
            length = longest_at(self._known["of_sending"], spoken, at)
            if not length:
                return ""
            at += length
        return found

    def _has_no_name(self, at: int) -> bool:
        """Whether "hope so" stands there, in which Hope is not named."""
        return longest_at(self._known["no_names"], self._spoken, at) > 0

    def is_too(self) -> bool:
        """Whether it is for whom is named on top of those that have it."""
        # "That was supposed to be for olu as well": what stands last tells it.
        too = longest_before(self._known["too"], self._spoken, len(self))
        at_the_end = 0 < too < len(self) and not self._has("refusing_it")
        return at_the_end or (self._has("for_them_too") and not self._has("for_them_instead"))

    def _has(self, words: str) -> bool:
        return any(longest_at(self._known[words], self._spoken, at) for at in range(len(self)))

    def __len__(self) -> int:
        return len(self._spoken)

    def _name_at(self, at: int) -> int:
        """Return where a name ends; a plain word ("will") is one at an edge or where it is led."""
        spoken, language = self._spoken, self._language
        end = self._names.named(spoken, at)
        if not end or end > at + 1 or spoken[at] not in language.words:
            return end
        edge = at == 0 or end == len(spoken)
        return end if edge or self._is_led(spoken, at) else 0

    def _is_led(self, spoken: NameWords, at: int) -> bool:
        leads = self._language.to | self._language.into | self._language.signs["for"]
        return longest_before(leads | self._language.determiners, spoken[:at], at) > 0
