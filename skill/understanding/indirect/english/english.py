"""English indirect speech as one would write it: "to bring milk" is "Bring milk". Pure.

Only what is certain is turned. Where "he" may be somebody else the text is marked for reading back;
everything else is left as it was spoken ("tell bob he said yes", "to be
honest ..."). The words are data: locales/en/indirect.json.
"""

from collections.abc import Callable, Mapping

from skill.understanding.indirect.english.asked import AskedSpeech
from skill.understanding.indirect.english.orders import Orders
from skill.understanding.indirect.english.questions import Words, plain
from skill.understanding.indirect.english.second_person import SecondPerson
from skill.understanding.indirect.english.tables import complements, gender_of, table
from skill.understanding.indirect.hearers import Hearers, Speech, Turned

_WISHED = 2
"""A wish of an article and a noun alone stays as it is: "a hug"."""


class English:
    """Turns English texts."""

    def __init__(self) -> None:
        """Read the tables."""
        self._table, verbs = table(), complements()
        self._verbs = verbs
        self._second = SecondPerson(self._table, verbs)
        self._orders = Orders(self._table, verbs, self._second)
        self._asked = AskedSpeech(self._table, verbs, self._second, self._orders)
        self._by_speech: Mapping[Speech, Callable[[Words, Hearers], Turned | None]] = {
            Speech.TELL: self._told,
            Speech.QUOTE: lambda *_: None,
            Speech.ASK: self._asked.turned,
            Speech.ORDER: self._have_done,
            Speech.REMIND: self._reminded,
            Speech.THANK: lambda words, to: self._noun("thanks", words, to, ("for",)),
            Speech.CONGRATULATE: lambda words, to: self._noun(
                "congratulations", words, to, ("on", "for")
            ),
            Speech.APOLOGIZE: lambda words, to: self._noun(
                "sorry", words, to, ("for", "that", "about", "i", "we", "i'm", "i've", "we've")
            ),
            Speech.WISH: self._wished,
            Speech.INVITE: self._invited,
            Speech.HEADS_UP: self._heads_up,
            Speech.GIVE: lambda *_: None,
        }

    def turned(self, text: str, speech: Speech, hearers: Hearers) -> Turned | None:
        """Return a text turned to those who read it; None to leave it as it was spoken."""
        words, asks_more = self._told_on(text.split(), hearers)
        found = self._by_speech[speech](words, hearers)
        if asks_more or len(words) < len(text.split()):
            # "... and tell her the kids loved it" says so to her, "and ask her" something else.
            found = found or Turned(" ".join(words))
            found = Turned(found.text, found.is_certain and not asks_more)
        if found is None or found.text == text:
            return None if found is None or found.is_certain else found
        return Turned(found.text[:1].upper() + found.text[1:], found.is_certain)

    def _told_on(self, words: Words, hearers: Hearers) -> tuple[Words, bool]:
        """Return words without "tell her" behind an "and", and whether more is asked of her."""
        family = gender_of(hearers.first_name)
        him = self._table["turned"][family] if family else {}
        said = plain(words)
        for at in range(1, len(said) - 3):
            if said[at] != "and" or said[at + 2] not in him:
                continue
            if said[at + 1] == "tell":
                behind = at + 3 + (said[at + 3] == "that")
                is_order = said[behind : behind + 1] in (["to"], ["not"])
                return (words, True) if is_order else ([*words[: at + 1], *words[behind:]], False)
            if said[at + 1] == "ask":
                return words, True
        return words, False

    def _told(self, words: Words, hearers: Hearers) -> Turned | None:
        if self._orders.is_order(words):
            return self._orders.ordered(words, hearers)
        begins = plain(words)[:1]
        asks = begins in (["please"], ["don't"], ["never"], ["just"], ["let"])
        turned = self._second.turned(words, hearers, is_order=asks)
        if turned and not asks and self._verbs.is_base(begins[0]):
            # "Call him" is an order, "miss him" is not.
            whole = self._second.turned(words, hearers, is_order=True)
            return Turned(" ".join(words), is_certain=False) if whole != turned else turned
        return turned

    def _have_done(self, words: Words, hearers: Hearers) -> Turned | None:
        """Turn "ring the bank", "to send me the deck", said of somebody."""
        said = plain(words)
        return self._orders.ordered(
            words if said[:1] in (["to"], ["not"]) else ["to", *words], hearers
        )

    def _reminded(self, words: Words, hearers: Hearers) -> Turned | None:
        said = plain(words)
        if self._orders.is_order(words) and said[:1] == ["to"]:
            ordered = self._orders.ordered(words, hearers)
            if ordered:
                return Turned(f"{self._table['remember']} to {ordered.text}", ordered.is_certain)
        if said[:1] in (["about"], ["of"]):
            turned = self._second.turned(words[1:], hearers, questions=True)
            of = turned.text if turned else " ".join(words[1:])
            certain = turned is None or turned.is_certain
            return Turned(f"{self._table['reminder']} about {of}", certain)
        if self._orders.is_order(words):
            return self._told(words, hearers)
        return self._second.turned(words, hearers, questions=True)

    def _noun(
        self, name: str, words: Words, hearers: Hearers, leading: tuple[str, ...]
    ) -> Turned | None:
        """Return "Thank you for ..." and its like."""
        said = plain(words)
        does = name != "sorry" and said[1:2] != [] and said[1].endswith("ing")
        turned = self._second.turned(words, hearers, questions=True, is_order=does)
        if does and {"me", "us"} & set(said) and self._is_done_to_another(words, turned, hearers):
            return Turned(f"{self._table[name]} {' '.join(words)}", is_certain=False)
        text = turned.text if turned else " ".join(words)
        much = next((n for n, word in enumerate(said) if word not in self._table["how_much"]), 0)
        leads = not said or said[0] in leading or said[much] in leading
        certain = leads and (turned is None or turned.is_certain)
        return Turned(f"{self._table[name]} {text}".rstrip(), certain)

    def _is_done_to_another(self, words: Words, turned: Turned | None, hearers: Hearers) -> bool:
        """Whether somebody who does something would else be turned to: "staying with her"."""
        return turned != self._second.turned(words, hearers, questions=True)

    def _wished(self, words: Words, hearers: Hearers) -> Turned | None:
        """Turn "a happy birthday" to "happy birthday", "a good trip" to "have a good trip"."""
        turned = self._second.turned(words, hearers, questions=True)
        certain = turned is None or turned.is_certain
        words = turned.text.split() if turned else words
        from_me = self._table["from_me"].split()
        words = words[: -len(from_me)] if plain(words)[-len(from_me) :] == from_me else words
        said = plain(words)
        at = 1 if said[:1] in (["a"], ["an"]) else 0
        if said[at:] == ["luck"]:
            return Turned("good luck")
        if at and "happy" not in said and any(word in self._table["to_have"] for word in said):
            return Turned(" ".join([self._table["have"], *words]), certain)
        if at and len(said) > _WISHED and said[at] not in self._table["exclaimed_wishes"]:
            return Turned(" ".join([self._table["i_wish_you"], *words]), certain)
        return Turned(" ".join(words[at:]), certain) if words[at:] else None

    def _invited(self, words: Words, _: Hearers) -> Turned | None:
        return Turned(" ".join([self._table["invited"], *words]), is_certain=False)

    def _heads_up(self, words: Words, hearers: Hearers) -> Turned | None:
        said = plain(words)
        if said[:1] in (["about"], ["on"]):
            return Turned(" ".join([self._table["heads_up"], "about", *words[1:]]))
        turned = self._told(words, hearers)
        text = turned.text if turned else " ".join(words)
        certain = turned is None or turned.is_certain
        return Turned(f"{self._table['heads_up']}, {text}", certain) if words else None
