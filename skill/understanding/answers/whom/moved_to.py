"""To whom words move a message that has no text yet: "no don't bother her put it in sales". Pure.

Nobody can list how people say that they meant somebody else. What tells is what the words are made
of: whom the message was for, denied or spoken of, or a correction; somebody else; and hardly a word
that is about anything but that. How much is unknown decides whether it is a text after all.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from postbox.directory.names.spelling import NameWords
from skill.understanding.answers.whom.framing import Framing
from skill.understanding.language import Language, longest_at
from skill.understanding.names.facts import NameSpans
from skill.understanding.phrase import Phrase
from skill.understanding.sentences.shapes import Shapes

_MOST_UNKNOWN = 2
_SHARE = 4
"""One word of so many may be unknown."""
_SENTENCE = 3


@dataclass(frozen=True)
class Moved:
    """Whom a message is for after all."""

    name: str
    """One name, or several that are joined, as dictated; "" where only who it is not was said."""
    text: str = ""
    """What was said behind it that may be the message."""
    is_sure: bool = False
    """Whether every word is accounted for, and a correction among them."""
    leaves_present: bool = False
    """Whether the one it was for is denied by name."""
    is_other: bool = False
    """Whether another one of the name is meant: "the other kevin"."""


@dataclass(frozen=True)
class _Named:
    start: int
    end: int
    is_present: bool
    owner: NameWords = ()
    """The name in "olu's"."""


def moved_to(
    dictated: str, language: Language, names: NameSpans, present: frozenset[str]
) -> Moved | None:
    """Return to whom words move a message; None where they may be its text.

    Args:
        dictated: what was said.
        language: the words of its language.
        names: where names stand.
        present: all words of the names of those whom the message is for.
    """
    return _Reader(Phrase(dictated), language, names, present).read()


class _Reader:
    def __init__(
        self, phrase: Phrase, language: Language, names: NameSpans, present: frozenset[str]
    ) -> None:
        self._phrase, self._spoken, self._language = phrase, phrase.spoken, language
        self._frame = Framing(phrase.spoken, language)
        self._named = self._found(names, present)

    def read(self) -> Moved | None:
        """Return whom the first name with a text behind it moves it to, else the last name."""
        meant = [one for one in self._named if not (one.is_present or self._is_denied(one))]
        if not meant:
            return self._other_of_the_name() or self._only_not()
        for one in meant:
            text = self._text_behind(one.end)
            moved = self._moved(self._joined(one), text) if text else None
            if moved:
                return moved
        return self._moved(self._joined(meant[-1]), 0)

    def _other_of_the_name(self) -> Moved | None:
        """Return "kevin" of "no the other kevin please": another one than whom it was for."""
        named = self._named[-1] if self._named else None
        which = self._frame.tells_which(named.start) if named else 0
        if named is None or not which or not self._frame.is_manner(0, named.start - which):
            return None
        if not self._frame.is_manner(named.end, len(self._spoken)):
            return None
        return Moved(self._name(named), is_sure=True, is_other=True)

    def _only_not(self) -> Moved | None:
        """Return nobody, where it is only said who it is not for: "it isn't for mark"."""
        end = len(self._spoken)
        is_denied = self._denies_present(end)
        is_said = is_denied or self._frame.speaks_of_whom(end)
        is_all = is_said and not self._unknown(end)
        return Moved("", is_sure=True, leaves_present=is_denied) if is_all else None

    def _moved(self, target: _Named, text: int) -> Moved | None:
        end = text or len(self._spoken)
        if self._frame.adds(end):
            return None
        is_denied = self._denies_present(end)
        is_corrected = self._frame.corrects(target.start, end)
        is_led = self._is_led(target, end)
        is_hers = is_led and self._denies_her(target)
        evidence = is_denied or is_hers or (is_led and is_corrected)
        if not evidence and (text or not self._frame.moves_to(target.start)):
            return None
        is_of_whom = is_denied or is_hers or self._frame.speaks_of_whom(target.start)
        if self._frame.is_plain() and not is_of_whom:
            return None
        unknown = self._unknown(end)
        share = _SHARE if is_denied else _SHARE + 1
        if unknown > _MOST_UNKNOWN or unknown * share > end:
            return None
        is_sure = evidence and not (unknown or text)
        said = self._phrase.after(text) if text else ""
        return Moved(self._name(target), said, is_sure, leaves_present=is_denied)

    def _name(self, target: _Named) -> str:
        """Return a name as it was dictated; "olu" of "olu's"."""
        name = self._phrase.between(target.start, target.end)
        return " ".join(target.owner) if target.owner else name

    def _is_led(self, target: _Named, end: int) -> bool:
        """Whether what stands around a name leads to it, or nothing else is said."""
        frame = self._frame
        behind = frame.means_behind(target.end)
        is_last = frame.is_manner(behind, end)
        is_next = any(end == target.start for _, end in frame.persons(target.start))
        if is_next or frame.leads_to(target.start) or behind > target.end:
            return True
        return is_last and (frame.is_corrected_before(target.start) or self._is_alone(target))

    def _found(self, names: NameSpans, present: frozenset[str]) -> list[_Named]:
        """Return the names; a plain word is one only where a name is likely to stand."""
        found: list[_Named] = []
        at = 0
        while at < len(self._spoken):
            owner: NameWords = ()
            end = names.named(self._spoken, at)
            if not end and self._spoken[at].endswith("s"):
                owner = (self._spoken[at].removesuffix("s"),)
                end = at + 1 if owner[0] and names.named(owner, 0) else 0
            is_present = bool(end) and present.issuperset(owner or self._spoken[at:end])
            if end and (is_present or self._is_likely(at, end, found)):
                found.append(_Named(at, end, is_present, owner))
            at = max(end, at + 1)
        return found

    def _is_likely(self, at: int, end: int, before: Sequence[_Named]) -> bool:
        is_plain = all(word in self._language.words for word in self._spoken[at:end])
        is_next = bool(before) and before[-1].end == at
        is_led = self._frame.leads_to(at) or self._frame.is_corrected_before(at)
        channel = longest_at(self._language.channel_words, self._spoken, end) > 0
        is_meant = self._frame.means_behind(end) > end
        return not is_plain or is_next or is_led or channel or is_meant

    def _is_denied(self, named: _Named) -> bool:
        return self._frame.is_denied(named.start)

    def _joined(self, target: _Named) -> _Named:
        """Return a name with those that "and" joins to it, also of those whom it was for."""
        before = [one for one in self._named if one.end <= target.start]
        for one in reversed(before):
            joint = longest_at(self._language.conjunctions, self._spoken, one.end)
            if one.end + joint != target.start or not joint or self._is_denied(one):
                break
            target = _Named(one.start, target.end, False)
        return target

    def _is_alone(self, target: _Named) -> bool:
        """Whether nothing but corrections, manners and who it was for stands before the name."""
        at = 0
        for one in self._named:
            if one.start >= target.start:
                break
            if not self._frame.is_manner(at, one.start):
                return False
            at = one.end
        return self._frame.is_manner(at, target.start)

    def _denies_her(self, target: _Named) -> bool:
        """Whether "her", "he" is denied: whoever that is, it may be said of somebody else."""
        return any(self._frame.gives_up(*span) for span in self._frame.persons(target.start))

    def _denies_present(self, end: int) -> bool:
        """Whether the one it was for is denied by name."""
        spans = [(one.start, one.end) for one in self._named if one.is_present and one.end <= end]
        return any(self._frame.gives_up(*span) for span in spans)

    def _text_behind(self, at: int) -> int:
        """Return where a sentence begins behind the name; 0 for none."""
        at += longest_at(self._language.channel_words, self._spoken, at)
        begin = self._frame.behind_manners(at)
        linked, is_said = self._frame.behind_saying(begin)
        rest = self._spoken[linked:]
        known = self._language
        begins = rest[:1] in known.subjects | known.determiners | known.beginnings
        manners = self._frame.is_manner(linked, len(self._spoken))
        if not begins or manners or self._frame.is_corrected_at(linked):
            return 0
        # "The quote's too high" has its verb in the apostrophe.
        first = self._phrase.between(linked, min(linked + _SENTENCE, len(self._spoken)))
        is_told = is_said or "'" in first.replace("\u2019", "'") or Shapes(known).is_clause(rest)
        return linked if is_told and len(rest) >= _SENTENCE else 0

    def _unknown(self, end: int) -> int:
        """Return how many words before a place are about anything else."""
        named = {at for one in self._named for at in range(one.start, one.end)}
        return sum(1 for at in range(end) if at not in named and not self._frame.is_known(at))


def words_of(names: Sequence[str]) -> frozenset[str]:
    """Return all words of these names, as they are spoken."""
    return frozenset[str]().union(*(_spoken(name) for name in names))


def _spoken(name: str) -> NameWords:
    return Phrase(name).spoken
