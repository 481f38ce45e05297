"""Words in a text that order Alexa to tell: whom, how, and what of. Pure."""

from collections.abc import Iterator

from postbox.directory.names.spelling import NameWords
from skill.understanding.doubts.sign import Sign, SignKind
from skill.understanding.language import Language, longest_at, longest_before
from skill.understanding.names.facts import NameFacts
from skill.understanding.sentences.shapes import Shapes

_SOON = 8


class Orders:
    """Looks for orders in texts."""

    def __init__(self, language: Language, names: NameFacts, shapes: Shapes) -> None:
        """Use this language's lists and these names."""
        self._language = language
        self._lists = language.signs
        self._names = names
        self._shapes = shapes

    def manner(self, spoken: NameWords) -> Iterator[Sign]:
        """Yield words that ask for privacy: "privately", "just to"."""
        private = self._lists["private_manner"] | self._lists["not_public"]
        for place in range(len(spoken)):
            length = longest_at(private, spoken, place)
            at_edge = place == 0 or place + length == len(spoken)
            before_name = (
                length and spoken[place + length : place + length + 1] in self._language.to
            )
            if length and (at_edge or before_name):
                yield Sign(SignKind.MANNER, " ".join(spoken[place : place + length]))

    def to_oneself(self, spoken: NameWords, asks: bool) -> Iterator[Sign]:
        """Yield oneself as the recipient: "... to me", "note to self"."""
        length = longest_before(self._lists["self"], spoken, len(spoken))
        before = spoken[len(spoken) - length - 1 : len(spoken) - length]
        if length and self._shapes.begins_politely(spoken) and self._shapes.asks_others(spoken):
            # "please send all receipts to me" is what others are asked.
            return
        if length and before in self._language.to and not asks:
            yield Sign(SignKind.SELF, " ".join(spoken[-length - 1 :]))
        if spoken[:1] in self._lists["self"] or longest_at(self._lists["self_notes"], spoken, 0):
            yield Sign(SignKind.SELF, spoken[0])

    def telling(self, spoken: NameWords) -> Iterator[Sign]:
        """Yield a verb that tells somebody: "message ...", "... with a note saying ..."."""
        for place in range(1, min(len(spoken), _SOON)):
            length = longest_at(self._lists["messages_saying"], spoken, place)
            length = length or self._message_saying(spoken, place)
            if length and not self._got(spoken, place):
                yield Sign(SignKind.TELLING, " ".join(spoken[place : place + length]))
                return
        sees_to = longest_at(self._lists["seeing_to"], spoken, 0)
        end = self._names.named(spoken, sees_to) if sees_to else 0
        if end and longest_at(self._lists["getting_to_know"], spoken, end):
            yield Sign(SignKind.TELLING, " ".join(spoken[: end + 1]))
        for verbs in ("telling_verbs", "asking_verbs", "thanking_verbs"):
            length = longest_at(self._lists[verbs], spoken, 0)
            if length and self._speaks_to_all(spoken, length):
                return
            if length and length < len(spoken) and not self._is_noun(spoken, length):
                yield Sign(SignKind.TELLING, " ".join(spoken[: length + 1]))
                return
        yield from self._telling_then(spoken)
        yield from self._to_be_told(spoken)

    def _message_saying(self, spoken: NameWords, place: int) -> int:
        """Return how many words "a very quick note saying" has."""
        language = self._language
        if spoken[place : place + 1] not in language.indefinite:
            return 0
        end = place + 1
        while length := longest_at(language.message_adjectives, spoken, end):
            end += length
        noun = longest_at(language.messages, spoken, end)
        linker = longest_at(language.sure_linkers, spoken, end + noun) if noun else 0
        return end + noun + linker - place if linker else 0

    def _got(self, spoken: NameWords, place: int) -> bool:
        """Whether somebody got such a message: "we had a note saying ..."."""
        own = spoken[:1] in self._lists["own_subjects"] | self._language.pronouns
        return own and self._shapes.is_clause(spoken[:place])

    def _speaks_to_all(self, spoken: NameWords, at: int) -> bool:
        """Whether it is "(thank) you all for the cards": who is thanked reads it."""
        you = longest_at(self._language.thanked, spoken, at)
        return bool(you) and longest_at(self._language.asked["all_of_you"], spoken, at + you) > 0

    def _telling_then(self, spoken: NameWords) -> Iterator[Sign]:
        """Yield "to tell" of "at closing time to tell everyone well done"."""
        verbs = self._lists["telling_verbs"] | self._lists["asking_verbs"]
        verbs = verbs | self._lists["reminding_verbs"]
        for place in range(1, min(len(spoken) - 2, _SOON)):
            to = spoken[place : place + 1] in self._language.to
            wants = spoken[place - 1 : place] in self._language.infinitives
            verb = longest_at(verbs, spoken, place + 1) if to and not wants else 0
            if verb and not self._shapes.is_clause(spoken[:place]):
                yield Sign(SignKind.TELLING, " ".join(spoken[place : place + verb + 2]))
                return

    def _to_be_told(self, spoken: NameWords) -> Iterator[Sign]:
        """Yield whom a statement wants told: "ana needs to know ...", "so tell her ..."."""
        lists = self._lists
        tells = lists["telling_verbs"] | lists["asking_verbs"]
        asks_all = longest_at(lists["whoever_may"], spoken, 0) > 0
        wishes = longest_at(lists["wishing"], spoken, 0)
        for place in range(len(spoken) - 1):
            end = self._names.named(spoken, place)
            hears = longest_at(lists["has_to_hear"], spoken, end) if end else 0
            wished = end and place == wishes and spoken[end : end + 1] in self._language.to
            # "... and i should like ana to know that".
            behind = end and longest_before(lists["wishing"], spoken, place)
            told_of = behind and longest_at(lists["getting_to_know"], spoken, end)
            if hears or (wishes and wished) or told_of:
                yield Sign(SignKind.TELLING, " ".join(spoken[place : end + max(hears, 1)]))
                return
            verb = longest_at(tells, spoken, place)
            told = verb and longest_before(lists["therefore"], spoken, place)
            told = told and spoken[place + verb : place + verb + 1] in lists["pronouns"]
            named = verb and asks_all and self._names.named(spoken, place + verb)
            if told or named:
                yield Sign(SignKind.TELLING, " ".join(spoken[place : place + verb + 1]))
                return

    def told_anew(self, spoken: NameWords) -> Iterator[Sign]:
        """Yield "no ask olu", "you know what tell them": whoever speaks begins a new command."""
        lists = self._lists
        verbs = lists["telling_verbs"] | lists["asking_verbs"]
        turns = lists["turning_to_others"] | lists["corrections"]
        at = 0
        while at < len(spoken) - 1:
            end = at
            while length := longest_at(turns | lists["plain_manner"], spoken, end):
                end += length
            verb = longest_at(verbs, spoken, end) if longest_at(turns, spoken, at) else 0
            told = spoken[end + verb : end + verb + 1]
            named = verb and self._names.named(spoken, end + verb)
            if verb and (named or told in lists["pronouns"] | lists["both"]):
                yield Sign(SignKind.CORRECTION, " ".join(spoken[at : end + verb + 1]))
                return
            at = max(at + 1, end)

    def _is_noun(self, spoken: NameWords, at: int) -> bool:
        """Whether "message ..." is hardly a verb there: "updates are out", "text size is off"."""
        following, language = spoken[at : at + 1], self._language
        verbs = language.be | language.modals | language.at
        if following in verbs:
            return True
        if spoken[:at] not in self._lists["nominal_verbs"] or spoken[at + 1 : at + 2] not in verbs:
            return False
        known = following[0] in language.words and following not in language.not_names
        return known and not (self._names.named(spoken, at) or following in self._lists["roles"])

    def indirect(self, spoken: NameWords) -> Iterator[Sign]:
        """Yield what begins like indirect speech: "whether ...", "about ...", "to bring ..."."""
        if spoken[:1] in self._lists["indirect_leads"]:
            yield Sign(SignKind.INDIRECT, spoken[0])
        opens = longest_at(self._lists["openers_with_to"], spoken, 0)
        to = spoken[:1] in self._language.to and len(spoken) > 1 and not opens
        if to and self._language.complements.is_base(spoken[1]):
            yield Sign(SignKind.INDIRECT, " ".join(spoken[:2]))
