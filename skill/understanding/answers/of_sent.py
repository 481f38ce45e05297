"""What is said of a message that was just sent. Pure.

"Oh no take it back", "that was for olu", "olu too", "off not on", "add by friday", "okay tell hope
lunch is at one": each is told from the next message by words of its own.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from postbox.directory.names.spelling import NameWords
from skill.understanding.answers.asked_text import Names
from skill.understanding.answers.new_message import Begun, begun
from skill.understanding.language import Language, PhraseSet, longest_at, longest_before
from skill.understanding.phrase import Phrase


class Said(StrEnum):
    """What words do to what was just sent."""

    NOTHING = "nothing"
    TAKES_BACK = "takes back"
    MAY_TAKE_BACK = "may take back"
    """It may be asked for, in words that may mean something else."""
    MOVES = "moves"
    """It is meant for somebody else."""
    COPIES = "copies"
    """It is for somebody else, too."""
    ADDS = "adds"
    REWORDS = "rewords"
    """It should say something else: "delete that and tell him two fifty"."""
    MESSAGE = "message"
    """They are another message."""


@dataclass(frozen=True)
class OfSent:
    """Words taken apart that were said right after a message was sent."""

    said: Said
    names: tuple[str, ...] = ()
    """Whom the message is for, now or too."""
    text: str = ""
    """What is added to it."""
    message: Begun | None = None
    is_to_them: bool = False
    """Whether the other message is for whom this one was for: "and tell her it's paid"."""


NOTHING = OfSent(Said.NOTHING)
_FEW = 9
"""More words than these are seldom a command."""


def of_sent(dictated: str, language: Language, names: Names) -> OfSent:
    """Return what these words do to a message that was just sent."""
    return _OfSent(Phrase(dictated), language, names).read()


class _OfSent:
    def __init__(self, phrase: Phrase, language: Language, names: Names) -> None:
        self._phrase, self._language, self._names = phrase, language, names
        self._spoken, self._known = phrase.spoken, language.sent

    def read(self) -> OfSent:
        anew = self._said_anew()
        if anew:
            return OfSent(Said.REWORDS, text=anew)
        copied = self._copied()
        if copied:
            return OfSent(Said.COPIES, copied)
        wrong = self._is_wrong()
        moved = self._moved(wrong)
        if moved:
            return OfSent(Said.MOVES, (moved,))
        halts = self._halts()
        if wrong or halts > 1 or self._is_taken_back():
            return OfSent(Said.TAKES_BACK)
        if halts:
            return OfSent(Said.MAY_TAKE_BACK)
        message = begun(self._phrase, self._language)
        if message and self._is_addressed(message):
            return OfSent(Said.MESSAGE, message=message)
        if message and message.carrier and self._is_to_them(message):
            return OfSent(Said.MESSAGE, message=message, is_to_them=True)
        adding = self._skipped("leads", 0)
        length = longest_at(self._known["adding"], self._spoken, adding)
        if length and adding + length < len(self._spoken):
            return OfSent(Said.ADDS, text=self._phrase.after(adding + length))
        return OfSent(Said.MAY_TAKE_BACK) if self._may_be_taken_back() else NOTHING

    # ------------------------------------------------------------------------------- for whom else

    def _copied(self) -> tuple[str, ...]:
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
        start = self._skipped("leads", 0)
        for at in {0, start}:
            copying = longest_at(self._known["copying"], self._spoken, at)
            telling = longest_at(self._known["passing_on"], self._spoken, at)
            if copying:
                yield at + copying, True
            yield at + telling, False
            given = at + longest_at(self._known["giving"], self._spoken, at)
            thing = longest_at(self._known["given"], self._spoken, given)
            to = longest_at(self._known["given_to"], self._spoken, given + thing)
            if thing and to:
                yield given + thing + to, False
        # "And in the berlin office": names, and nothing else.
        joining = longest_at(self._known["joining"], self._spoken, 0)
        if joining:
            yield joining, True

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

    def _moved(self, wrong: bool) -> str:
        """Return whom it is meant for: "that was for olu", "not wei olu", "olu instead"."""
        spoken, start = self._spoken, self._skipped("leads", 0)
        last = self._last_named(start)
        if last is None:
            return ""
        first, end = self._without_excluded(start, last)
        spoken = self._spoken
        led = longest_before(self._known["meant_for"], spoken[:first], first)
        led = led or self._led_by_article(first)
        closed = spoken[end:] in self._language.asked["closers"] or self._ends(end)
        instead = spoken[end : end + 1] in self._known["instead"]
        excludes = longest_at(self._known["excluding"], spoken, start) > 0 and first > start + 1
        excludes = excludes or len(spoken) < len(self._phrase.spoken)
        # "Oh marketing i meant", "samantha i said".
        behind = longest_at(self._known["meant_behind"], spoken, end)
        closed = closed or (bool(behind) and self._ends(end + behind))
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

    # ------------------------------------------------------------------------------ taking it back

    def _is_wrong(self) -> bool:
        """Whether sending it is regretted: "i didn't mean to send that", "wrong person"."""
        return any(self._contains("regretting", at) for at in range(len(self._spoken)))

    def _contains(self, words: str, at: int) -> bool:
        length = longest_at(self._known[words], self._spoken, at)
        return bool(length) and self._is_closed(at + length)

    def _is_closed(self, at: int) -> bool:
        """Whether little follows that would make a message of it: a name, a command, manners."""
        rest = self._spoken[at:]
        if not rest or longest_at(self._language.asked["closers"], rest, 0) == len(rest):
            return True
        starts = self._known["after_regret"] | self._known["leads"]
        return longest_at(starts, rest, 0) > 0 or self._names.named(self._spoken, at) > 0

    def _said_anew(self) -> str:
        """Return what follows "delete that and tell him", "take it back and say"."""
        spoken, known = self._spoken, self._language.asked
        for at in range(1, len(spoken)):
            joint = longest_at(self._known["then"], spoken, at)
            if not joint:
                continue
            taken = _OfSent(Phrase(self._phrase.between(0, at)), self._language, self._names)
            verb = at + joint + longest_at(known["told_verbs"], spoken, at + joint)
            pronoun = verb + longest_at(known["pronouns"], spoken, verb)
            said = at + joint + longest_at(known["saying"], spoken, at + joint)
            end = pronoun if pronoun > verb > at + joint else said
            if at + joint < end < len(spoken) and (taken._is_taken_back() or taken._is_wrong()):
                return self._phrase.after(end)
        return ""

    def _is_taken_back(self) -> bool:
        """Whether it is asked for: "get rid of it", "pull that one back", "remove that message"."""
        return any(
            self._verb_and_object(self._known[verbs], self._known[behind], at)
            for at in range(len(self._spoken))
            for verbs, behind in (("getting", "back"), ("removing", "nothing"))
        )

    def _halts(self) -> int:
        """Return how often words stop it that do nothing else: "no stop cancel that"."""
        at, halts, manner = 0, 0, self._language.asked["breaths"] | self._known["manner"]
        while at < len(self._spoken):
            halting = longest_at(self._known["halting"], self._spoken, at)
            length = halting or longest_at(self._known["leads"] | manner, self._spoken, at)
            if not length:
                return 0
            at, halts = at + length, halts + bool(halting)
        return halts

    def _may_be_taken_back(self) -> bool:
        """Whether few words speak of it and of its being away: "make that disappear"."""
        spoken, known = self._spoken, self._known
        first = spoken[self._skipped("leads", 0) :][:1]
        if len(spoken) > _FEW or first in self._language.subjects - known["may_begin"]:
            return False
        return all(_contains_any(spoken, known[words]) for words in ("ridding", "objects"))

    def _verb_and_object(self, verbs: PhraseSet, behind: PhraseSet, at: int) -> bool:
        spoken = self._spoken
        length = longest_at(verbs, spoken, at)
        if not length:
            return False
        if at + length == len(spoken) and not behind:
            return at == self._skipped("leads", 0)
        place = at + length
        if behind and (early := longest_at(behind, spoken, place)):
            thing = longest_at(self._known["objects"], spoken, place + early)
            return bool(thing) and self._ends_or_explains(place + early + thing)
        thing = longest_at(self._known["objects"], spoken, place)
        late = longest_at(behind, spoken, place + thing) if behind else 0
        if not thing or (behind and not late):
            return False
        return self._ends_or_explains(place + thing + late)

    def _ends(self, at: int) -> bool:
        while at < len(self._spoken):
            length = longest_at(self._known["manner"], self._spoken, at)
            if not length:
                return False
            at += length
        return True

    def _ends_or_explains(self, at: int) -> bool:
        """Whether nothing follows, or why: "unsend it i was joking"."""
        why = self._known["explaining"] | self._known["may_begin"]
        return self._ends(at) or longest_at(why, self._spoken, at) > 0

    def _is_to_them(self, message: Begun) -> bool:
        spoken = Phrase(message.words).spoken
        return len(spoken) > 1 and spoken[:1] in self._language.asked["pronouns"]

    def _is_addressed(self, message: Begun) -> bool:
        spoken, language = Phrase(message.words).spoken, self._language
        led = longest_at(language.to | language.into | language.determiners, spoken, 0)
        led += longest_at(language.determiners, spoken, led)
        return any(self._names.named(spoken, at) for at in {0, led} if at < len(spoken))

    def _skipped(self, words: str, at: int) -> int:
        known = self._known[words] | self._language.asked["breaths"]
        while length := longest_at(known, self._spoken, at):
            at += length
        return at


def _contains_any(spoken: NameWords, phrases: PhraseSet) -> bool:
    return any(longest_at(phrases, spoken, at) for at in range(len(spoken)))
