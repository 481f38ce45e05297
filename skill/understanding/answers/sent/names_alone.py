"""Words after a send that speak of nothing but the message and who should have it. Pure.

"Drat that was supposed to be for will", "samantha reed the lady", "and bung it in the lounge too":
whatever their order, each word belongs to the sending or names somebody. Whom they name is told
from what is a message by that alone; whether it is for them too, or instead, by single words. What
comes of it is asked first.
"""

from postbox.directory.names.spelling import NameWords
from skill.understanding.answers.said_words import SaidWords
from skill.understanding.language import longest_at, longest_before

_MOST = 12
"""More words than these are seldom said of a message."""


class NamesAlone(SaidWords):
    """Reads who is named where all else is of the sending."""

    def named(self) -> str:
        """Return the name of the last one who is named, as it was dictated; "" for nobody."""
        spoken, found, at = self._spoken, "", 0
        if len(spoken) > _MOST:
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

    def is_too(self) -> bool:
        """Whether it is for whom is named on top of those that have it."""
        return self._has("for_them_too") and not self._has("for_them_instead")

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
