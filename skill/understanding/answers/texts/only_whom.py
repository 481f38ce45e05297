"""Whom words may only name that were said where a text was asked for: "olu", "no to ana". Pure."""

from dataclasses import dataclass

from skill.understanding.answers.texts.told_text import ToldText
from skill.understanding.language import PhraseSet, longest_at, longest_before

_LONGEST_NAME = 4


@dataclass(frozen=True)
class Whom:
    """Whom words name, and nothing else."""

    name: str
    is_also: bool = False
    """Whether who is named comes on top of those that the message is for."""


class OnlyWhom(ToldText):
    """Words said where a text was asked for, and whether they only say whom it is for."""

    def only_whom(self, start: int) -> Whom | None:
        """Return whom words may only name: "olu", "the lounge then", "no let's do wei"."""
        spoken, language = self._spoken, self._language
        leading = language.to | language.into | language.signs["for"]
        led = self._apologized(self.skipped("leads", start), leading)
        wanted = self._wanted(led)
        if wanted:
            return wanted
        of_it = longest_at(self._known["about_it"], spoken, led)
        it = longest_at(language.objects, spoken, led)
        it = it if longest_at(leading, spoken, led + it) else 0
        to = it + longest_at(leading | language.determiners, spoken, led + it)
        to += longest_at(language.determiners, spoken, led + to) if it else 0
        closing = self.closed(led, len(spoken))
        adds = longest_before(self._known["also_at_the_end"], spoken[:closing], closing)
        closing = max(led, closing - adds)
        named = self._last_named(led)
        telling = language.subjects - language.determiners - self._known["letting"]
        dropped = led + longest_at(self._known["refusing"], spoken, led)
        tells = spoken[dropped : dropped + 1] in telling and not of_it
        if named < 0 or (tells and named not in {led, led + to}):
            return None
        end = self._names.named(spoken, named)
        # "Tomas yes" says once more who is meant.
        is_confirmed = self.is_rest("confirming", end)
        is_whole = named in {led, led + to} and (end >= closing or is_confirmed)
        ends_instead = closing < len(spoken) and spoken[-1:] in language.answers["in_its_place"]
        is_short = len(spoken) - led <= _LONGEST_NAME * 2
        if not (is_whole or ends_instead or (is_short and (of_it or led > start))):
            return None
        name = self._phrase.between(named, self._names.named(spoken, named))
        also = adds > 0 or any((word,) in self._known["also"] for word in spoken[start:named])
        return Whom(name, is_also=also)

    def _wanted(self, start: int) -> Whom | None:
        """Return whom "i want the garden", "i was after olu" name, and no more."""
        at = start + longest_at(self._known["wanting"], self._spoken, start)
        named = at + longest_at(self._language.determiners, self._spoken, at)
        end = self._names.named(self._spoken, named)
        end += longest_at(self._language.channel_words, self._spoken, end) if end else 0
        if at == start or not end or end < self.closed(start, len(self._spoken)):
            return None
        return Whom(self._phrase.between(named, end))

    def _apologized(self, at: int, leading: PhraseSet) -> int:
        """Return where "i'm sorry" ends before "to olu"; "i'm sorry olu" may be told somebody."""
        end = at
        while length := longest_at(self._known["apologizing"], self._spoken, end):
            end = self.skipped("leads", end + length)
        return end if longest_at(leading | self._known["about_it"], self._spoken, end) else at

    def _last_named(self, start: int) -> int:
        """Return where the last name begins; -1 for none."""
        found, at = -1, start
        while at < len(self._spoken):
            end = self._names.named(self._spoken, at)
            found, at = (at, end) if end else (found, at + 1)
        return found

    def closed(self, start: int, end: int) -> int:
        """Return where the words end without "please", "then" behind them."""
        while end > start and (
            length := longest_before(self._known["closers"], self._spoken[:end], end)
        ):
            end = max(start, end - length)
        return end
