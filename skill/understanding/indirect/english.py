"""English indirect speech as one would write it: "to bring milk" is "Bring milk". Pure.

Only what is certain is turned. Where "he" may be somebody else the text is marked for reading back;
everything else is left as it was spoken. The words are data: locales/en/indirect.json.
"""

import json
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from skill.understanding.complements import Complements
from skill.understanding.indirect.hearers import Hearers, Speech, Turned
from skill.understanding.indirect.questions import (
    DO,
    DOING,
    FAR_VERB,
    Questions,
    Words,
    plain,
    without_s,
)

_LOCALE = Path(__file__).parent.parent / "locales" / "en"
_WH_NOUNS = 4
_NEAR = 3


class English:
    """Turns English texts."""

    def __init__(self) -> None:
        """Read the tables."""
        self._table = _table()
        self._verbs = _complements()
        self._questions = Questions(self._table, self._verbs)
        self._by_speech: Mapping[Speech, Callable[[Words, Hearers], Turned | None]] = {
            Speech.TELL: self._told,
            Speech.QUOTE: lambda *_: None,
            Speech.ASK: self._asked,
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
        """Return words without "tell her" behind an "and", and whether she is asked there."""
        family = "several" if hearers.several else _gender(hearers.first_name)
        him = self._table["turned"][family] if family else {}
        said = plain(words)
        for at in range(1, len(said) - 3):
            if said[at] != "and" or said[at + 2] not in him or not hearers.first_name:
                continue
            if said[at + 1] == "tell":
                behind = at + 3 + (said[at + 3] == "that")
                is_order = said[behind] in ("to", "not")
                return (words, True) if is_order else ([*words[: at + 1], *words[behind:]], False)
            if said[at + 1] == "ask":
                return words, True
        return words, False

    def _told(self, words: Words, hearers: Hearers) -> Turned | None:
        if self._is_order(words):
            return self._ordered(words, hearers)
        return self._to_second(words, hearers)

    def _have_done(self, words: Words, hearers: Hearers) -> Turned | None:
        """Turn "ring the bank", "to send me the deck", said of somebody."""
        said = plain(words)
        return self._ordered(words if said[:1] in (["to"], ["not"]) else ["to", *words], hearers)

    def _is_order(self, words: Words) -> bool:
        """Whether "to bring ...", "not to bring ..." begins it; not "to the point"."""
        said = plain(words)
        if any(" ".join(said).startswith(f"{aside} ") for aside in self._table["asides"]):
            return False
        at = 1 if said[:1] in (["not"], ["never"]) else 0
        if said[at : at + 1] != ["to"]:
            return False
        at += 1
        while said[at : at + 1] and (said[at] in self._table["adverbs"] or said[at] == "please"):
            at += 1
        verb = said[at : at + 1]
        if not verb or verb[0] in self._table["imperative_not"]:
            return False
        return self._verbs.is_base(verb[0]) or verb[0] not in _names()

    def _ordered(self, words: Words, hearers: Hearers) -> Turned | None:
        said = plain(words)
        if said[:2] == ["not", "to"] or said[:2] == ["to", "not"]:
            # "To not to touch it", too.
            kept = [self._table["not"], *words[3 if said[2:3] == ["to"] else 2 :]]
        elif said[:2] == ["never", "to"]:
            kept = ["never", *words[2:]]
        else:
            kept = words[1:]
        if not kept:
            return None
        orders = self._further(kept)
        turned = self._to_second(orders, hearers, questions=self._leads_on(plain(orders)))
        certain = turned is None or turned.is_certain
        return Turned(turned.text if turned else " ".join(orders), certain)

    def _leads_on(self, said: Words) -> bool:
        """Whether an order goes on with its hearer: "lock up before he leaves"."""
        he = next((at for at, word in enumerate(said) if word in ("he", "she")), 0)
        return he > 0 and said[he - 1] in self._table["clause_leads"]

    def _further(self, words: Words) -> Words:
        """Return words without the "to" of a second order: "... and not to wait"."""
        said, found, at = plain(words), [], 0
        joins = ("and", "or", "but", "then")
        while at < len(words):
            behind = at > 0 and said[at - 1] in joins
            verb = said[at + 1 : at + 2] if said[at] == "to" else said[at + 2 : at + 3]
            is_verb = bool(verb) and self._verbs.is_base(verb[0])
            if behind and is_verb and said[at] == "to":
                at += 1
            elif behind and is_verb and said[at : at + 2] == ["not", "to"]:
                found.append(self._table["not"])
                at += 2
            else:
                found.append(words[at])
                at += 1
        return found

    def _reminded(self, words: Words, hearers: Hearers) -> Turned | None:
        said = plain(words)
        if self._is_order(words) and said[:1] == ["to"]:
            ordered = self._ordered(words, hearers)
            if ordered:
                return Turned(f"{self._table['remember']} to {ordered.text}", ordered.is_certain)
        if said[:1] in (["about"], ["of"]):
            turned = self._to_second(words[1:], hearers, questions=True)
            of = turned.text if turned else " ".join(words[1:])
            certain = turned is None or turned.is_certain
            return Turned(f"{self._table['reminder']} about {of}", certain)
        if self._is_order(words):
            return self._told(words, hearers)
        return self._to_second(words, hearers, questions=True)

    def _asked(self, words: Words, hearers: Hearers) -> Turned | None:
        said = plain(words)
        if self._is_order(words):
            return self._ordered(words, hearers)
        if said[:1] in (["if"], ["whether"]):
            clause = words[1:]
            turned = self._to_second(clause, hearers, questions=True)
            past = turned is not None and self._is_told_past(plain(clause))
            question = self._questions.of(turned.text.split() if turned else clause, is_past=past)
            certain = turned is None or turned.is_certain
            if question:
                return Turned(f"{' '.join(question)}?", certain)
            return Turned(
                " ".join([words[0], *(turned.text.split() if turned else clause)]), certain
            )
        if said[:1] == ["for"] and len(words) > 1:
            return self._asked_for(words[1:], hearers)
        if said[:1] and said[0] in self._table["wh_contracted"]:
            words = [said[0][:-2], "is", *words[1:]] if said[1:2] in (["he"], ["she"]) else words
            return self._wh(words, hearers)
        if said[:1] and said[0] in self._table["wh"]:
            return self._wh(words, hearers)
        return self._asked_of_him(words, hearers) or self._to_second(words, hearers, questions=True)

    def _asked_for(self, words: Words, hearers: Hearers) -> Turned:
        """Turn "the key", "his notes", of "for the key": "Can you give me your notes?"."""
        turned = self._to_second(words, hearers, questions=True)
        given = turned.text if turned else " ".join(words)
        owned = self._table["turned"]["masculine"].keys() | self._table["turned"]["feminine"].keys()
        is_thing = plain(words)[0] in self._table["imperative_not"] | owned
        certain = is_thing and (turned is None or turned.is_certain)
        return Turned(f"{self._table['give_me']} {given}?", certain)

    def _wh(self, words: Words, hearers: Hearers) -> Turned | None:
        """Turn "when he is coming" to "when are you coming?"; what is asked already stays so."""
        asked = self._asked_of_him(words, hearers)
        if asked:
            return asked
        if self._questions.is_asked(plain(words)):
            turned = self._to_second(words, hearers, questions=True)
            asking = turned.text.split() if turned else words
            said = ["I" if word == "i" else word for word in asking]
            return Turned(f"{' '.join(said)}?", is_certain=turned is None or turned.is_certain)
        turned = self._to_second(words, hearers, questions=True)
        past = turned is not None and self._is_told_past(plain(words))
        words = turned.text.split() if turned else words
        certain = turned is None or turned.is_certain
        said = plain(words)
        nouns = self._table["wh_nouns"] if said[0] in ("how", "what", "which", "whose") else []
        for at in range(1, min(len(words), FAR_VERB)):
            subject = said[at] in self._table["subjects"] or said[at] in self._table["contracted"]
            article = at == 1 and said[0] in ("when", "where", "why", "how")
            article = (article or self._is_asked_of(said, at)) and said[at] in self._table[
                "imperative_not"
            ]
            if subject or article:
                question = self._questions.of(words[at:], is_behind_wh=True, is_past=past)
                if question:
                    return Turned(f"{' '.join([*words[:at], *question])}?", certain)
                break
            apart = at > 1 and said[at - 1] not in nouns and said[at] not in nouns
            if said[0] not in _WITH_NOUNS and (apart or at > _WH_NOUNS):
                break
        return Turned(" ".join(words), certain)

    def _asked_of_him(self, words: Words, hearers: Hearers) -> Turned | None:
        """Turn "is he in" to "are you in?", "what does he want" to "what do you want?"."""
        said, verbs = plain(words), self._table["auxiliaries"] | DOING | DO.keys()
        for at in range(min(len(words) - 1, _WH_NOUNS)):
            if said[at] in verbs and said[at + 1] in ("he", "she"):
                turned = self._to_second(words, hearers, questions=True)
                if turned is None:
                    return None
                asked = turned.text.split()
                asked[at] = self._table["be"].get(said[at], said[at])
                return Turned(f"{' '.join(asked)}?", turned.is_certain)
        return None

    def _is_asked_of(self, said: Words, at: int) -> bool:
        """Whether "what", "which room" is asked of a subject there: "what the time is"."""
        part_of = at > 1 and (said[at - 1] == "of" or said[at - 1] in self._table["not_owned"])
        asks = at <= _NEAR and said[0] in ("what", "who", "which", "whose")
        verbs = (word in self._table["be_forms"] for word in said[at + 1 :])
        return asks and not part_of and any(verbs)

    def _is_told_past(self, said: Words) -> bool:
        """Whether "where she put it" is of the past: a "she puts" would be of now."""
        for at, word in enumerate(said[:-1]):
            if word in ("he", "she"):
                return self._verbs.is_base(said[at + 1]) and not said[at + 1].endswith("s")
        return False

    def _noun(
        self, name: str, words: Words, hearers: Hearers, leading: tuple[str, ...]
    ) -> Turned | None:
        """Return "Thank you for ..." and its like."""
        said = plain(words)
        turned = self._to_second(words, hearers, questions=True)
        text = turned.text if turned else " ".join(words)
        much = next((n for n, word in enumerate(said) if word not in self._table["how_much"]), 0)
        leads = not said or said[0] in leading or said[much] in leading
        certain = leads and (turned is None or turned.is_certain)
        return Turned(f"{self._table[name]} {text}".rstrip(), certain)

    def _wished(self, words: Words, hearers: Hearers) -> Turned | None:
        """Turn "a happy birthday" to "happy birthday", "a good trip" to "have a good trip"."""
        turned = self._to_second(words, hearers, questions=True)
        certain = turned is None or turned.is_certain
        words = turned.text.split() if turned else words
        said = plain(words)
        at = 1 if said[:1] in (["a"], ["an"]) else 0
        if said[at:] == ["luck"]:
            return Turned("good luck")
        if at and "happy" not in said and any(word in self._table["to_have"] for word in said):
            return Turned(" ".join([self._table["have"], *words]), certain)
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

    def _to_second(
        self, words: Words, hearers: Hearers, *, questions: bool = False
    ) -> Turned | None:
        """Return words with "he" as "you" where he is who reads them."""
        family = self._family(words, hearers)
        if family is None:
            return None
        table, said = self._table["turned"][family], plain(words)
        first = next((at for at, word in enumerate(said) if word in table), None)
        if first is None or self._has_another(said[:first], hearers):
            return None
        if hearers.several and first >= _NEAR:
            return None
        if not questions and not hearers.several and not self._is_told_to_himself(said, first):
            return None
        last = self._turned_until(said, first)
        found = [
            self._second(words, said, at, table) if word in table and at < last else words[at]
            for at, word in enumerate(said)
        ]
        for at in range(1, last):
            if self._agrees(said, at, table):
                found[at] = self._agreeing(words[at])
        either = hearers.first_name in self._table["either"] and not hearers.is_full
        sure = hearers.several or not either
        return Turned(" ".join(found), is_certain=sure)

    def _turned_until(self, said: Words, first: int) -> int:
        """Return from which word on "she" may be somebody else: "her ten o'clock says she ..."."""
        if said[first] not in ("his", "her", "their"):
            return len(said)
        subjects = ("he", "she", "he's", "she's")
        telling = (
            at
            for at in range(first, len(said) - 1)
            if said[at] in self._table["telling"] and said[at + 1] in subjects
        )
        return next(telling, len(said))

    def _agrees(self, said: Words, at: int, table: Mapping[str, str]) -> bool:
        """Whether a word is the verb of a subject that became "you"."""
        before = at - 1
        while before > 0 and said[before] in self._table["adverbs"]:
            before -= 1
        return said[before] in ("he", "she", "they") and said[before] in table

    def _family(self, words: Words, hearers: Hearers) -> str | None:
        """Return which pronouns may mean the hearers; None where none surely does."""
        if hearers.several:
            return "several"
        said = set(plain(words))
        gender = _gender(hearers.first_name)
        for family, other in (("masculine", "feminine"), ("feminine", "masculine")):
            used = bool(said & set(self._table["turned"][family]))
            others = bool(said & set(self._table["turned"][other]))
            if used and (gender == family or (gender is None and not others)):
                return family
        return None

    def _has_another(self, before: Words, hearers: Hearers) -> bool:
        """Whether somebody else was spoken of before, who may be the "he"."""
        names = _names() - self._table["auxiliaries"] - self._table["wishing"]
        owned = (word.removesuffix("'s") for word in before)
        return any(
            word in self._table["others"] or (word in names and word != hearers.first_name)
            for word in owned
        )

    def _is_told_to_himself(self, said: Words, at: int) -> bool:
        """Whether one tells somebody so of himself: "he should rest", not "he said yes"."""
        if said[at] not in ("he", "she") or (at and said[at - 1] in self._table["wishing"]):
            return True
        following = [
            word for word in said[at + 1 : at + _NEAR] if word not in self._table["adverbs"]
        ]
        return bool(following) and following[0] in self._table["obliging"]

    def _second(self, words: Words, said: Words, at: int, table: Mapping[str, str]) -> str:
        word, turned = said[at], table[said[at]]
        following = said[at + 1] if at + 1 < len(said) else ""
        if word == "her":
            owned = following and following not in self._table["not_owned"]
            turned = "your" if owned else "you"
        elif word == "his" and following in ("", "is", "are", "was", "were"):
            turned = "yours"
        elif word in ("he's", "she's"):
            behind = said[at + 2] if at + 2 < len(said) else ""
            done = following.endswith("ed") and behind in self._table["imperative_not"]
            turned = "you've" if done or following in self._table["perfect"] else "you're"
        return turned.capitalize() if words[at][:1].isupper() else turned

    def _agreeing(self, word: str) -> str:
        """Return a verb as it follows "you"."""
        low = word.casefold()
        if low in self._table["be"]:
            return str(self._table["be"][low])
        is_third = low.endswith("s") and not low.endswith(("ss", "us", "is"))
        return without_s(low) if is_third and self._verbs.kinds(low) else word


_WITH_NOUNS = ("which", "whose", "how", "what")


def _gender(name: str) -> str | None:
    table = _table()
    for gender in ("masculine", "feminine"):
        if name in table[gender] and name not in table["either"]:
            return gender
    return None


@cache
def _names() -> frozenset[str]:
    table = _table()
    return frozenset(table["masculine"]) | frozenset(table["feminine"])


@cache
def _table() -> dict[str, Any]:
    loaded = json.loads((_LOCALE / "indirect.json").read_text(encoding="utf-8"))
    assert isinstance(loaded, dict)
    for key, value in loaded.items():
        if isinstance(value, list):
            loaded[key] = frozenset(value)
    return loaded


@cache
def _complements() -> Complements:
    return Complements(json.loads((_LOCALE / "complements.json").read_text(encoding="utf-8")))
