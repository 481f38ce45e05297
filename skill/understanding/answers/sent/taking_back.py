"""How a message that was just sent is asked to be taken back. Pure."""

from postbox.directory.names.spelling import NameWords
from skill.understanding.answers.said_words import SaidWords
from skill.understanding.language import PhraseSet, longest_at
from skill.understanding.phrase import Phrase

_SHORTENED = ("'s", "\u2019s")
_TOLD = 3
"""More words than these behind "wrong one" tell of something."""
_FEW = 9
"""More words than these are seldom a command."""


class TakingBack(SaidWords):
    """Reads whether it is to be taken back."""

    def is_wrong(self) -> bool:
        """Whether sending it is regretted: "i didn't mean to send that", "wrong person"."""
        return any(self._contains("regretting", at) for at in range(len(self._spoken)))

    def is_wrong_elsewhere(self) -> bool:
        """Whether "wrong channel it's on at nine" tells on, and names nobody it could be for."""
        for at in range(len(self._spoken)):
            behind = at + longest_at(self._known["regretting"], self._spoken, at)
            tells = behind > at and self._spoken[behind : behind + 1] in self._language.be
            rest = range(behind, len(self._spoken))
            if tells and len(rest) > _TOLD and not any(map(self._is_name, rest)):
                return True
        return False

    def _is_name(self, at: int) -> bool:
        return self._names.named(self._spoken, at) > 0

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

    def said_anew(self) -> str:
        """Return what follows "delete that and tell him", "scratch that say"."""
        spoken, known = self._spoken, self._language.asked
        for at in range(1, len(spoken)):
            behind = at + longest_at(self._known["then"], spoken, at)
            verb = behind + longest_at(known["told_verbs"], spoken, behind)
            pronoun = verb + longest_at(known["pronouns"], spoken, verb)
            said = behind + longest_at(known["saying"], spoken, behind)
            end = pronoun if pronoun > verb > behind else said
            if behind < end < len(spoken) and self._is_taken_back_before(at, joined=behind > at):
                return self._phrase.after(end + longest_at(self._known["instead"], spoken, end))
        return ""

    def _is_taken_back_before(self, at: int, *, joined: bool) -> bool:
        """Whether the words before a place take it back; what only stops it needs no "and"."""
        before = Phrase(self._phrase.between(0, at))
        taken = TakingBack(before, self._language, self._names, self._known)
        return taken.is_taken_back() or (taken.is_wrong() if joined else taken.halts() > 0)

    def is_taken_back(self) -> bool:
        """Whether it is asked for: "get rid of it", "pull that one back", "remove that message"."""
        return any(
            self._verb_and_object(self._known[verbs], self._known[behind], at)
            for at in range(len(self._spoken))
            for verbs, behind in (
                ("getting", "back"),
                ("removing", "nothing"),
                ("removing_it", "nothing"),
            )
        )

    def takes_the_last_back(self) -> bool:
        """Whether that is all that is said, and of what: "delete my last one quickly"."""
        known, at = self._known, self.skipped("leads", 0)
        verb = at + longest_at(known["removing"], self._spoken, at)
        gets = longest_at(known["getting"], self._spoken, at)
        back = at + gets + longest_at(known["back"], self._spoken, at + gets) if gets else 0
        for behind in {verb, back} - {at}:
            thing = longest_at(known["last_one"], self._spoken, behind)
            if thing and self.is_rest("manner", behind + thing):
                return True
        return False

    def is_left_after_all(self) -> bool:
        """Whether it is "take it back no wait leave it": nothing is done to it."""
        return any(self._is_left_from(at) for at in range(1, len(self._spoken)))

    def _is_left_from(self, at: int) -> bool:
        """Whether words that take it back end there, and "no wait leave it" follows."""
        lists, known = self._language.answers, self._known
        second_thoughts = known["leads"] | known["refusing_leads"] | lists["courtesies"]
        behind = at
        while length := longest_at(second_thoughts, self._spoken, behind):
            behind += length
        led = behind > at
        # "Scrap that it's fine" may say why.
        stays = known["putting_back"] | known["left_alone"] if led else known["staying"]
        stop = behind
        while length := longest_at(stays | known["closing"] | second_thoughts, self._spoken, stop):
            stop += length
        is_left = longest_at(stays, self._spoken, behind) > 0 and stop == len(self._spoken)
        before = Phrase(self._phrase.between(0, at))
        taken = TakingBack(before, self._language, self._names, self._known)
        return is_left and (taken.is_taken_back() or taken.halts() > 0)

    def halts(self) -> int:
        """Return how often words stop it that do nothing else: "no stop cancel that"."""
        at, halts, manner = 0, 0, self._language.asked["breaths"] | self._known["manner"]
        while at < len(self._spoken):
            halting = longest_at(self._known["halting"], self._spoken, at)
            length = halting or longest_at(self._known["leads"] | manner, self._spoken, at)
            if not length:
                return 0
            at, halts = at + length, halts + bool(halting)
        return halts

    def is_halted(self) -> bool:
        """Whether words that stop it point to the message: "god no cancel that"."""
        spoken = self._spoken
        return self.halts() > 0 and any(
            longest_at(self._known["halting_it"], spoken, at) for at in range(len(spoken))
        )

    def may_be_taken_back(self) -> bool:
        """Whether few words speak of it and of its being away: "make that disappear"."""
        spoken, known = self._spoken, self._known
        lead = self.skipped("leads", 0)
        first = spoken[lead : lead + 1]
        if len(spoken) > _FEW + lead or first in self._language.subjects - known["may_begin"]:
            return False
        return all(_contains_any(spoken, known[words]) for words in ("ridding", "objects"))

    def may_be_regretted(self) -> bool:
        """Whether words say that it was for other ears: "that's not for work"."""
        regrets = _contains_any(self._spoken, self._known["regretting_perhaps"])
        regrets = regrets or self.is_wrong_name()
        return regrets and len(self._spoken) <= _FEW + self.skipped("leads", 0)

    def was_to_be_private(self) -> bool:
        """Whether few words say that it was not for so many: "that was meant to be private"."""
        few = len(self._spoken) <= _FEW + self.skipped("leads", 0)
        return few and _contains_any(self._spoken, self._known["meant_privately"])

    def objects(self) -> bool:
        """Whether few words say that what was heard was no message: "that was for my children"."""
        objecting = self._language.asked["objecting"]
        lead = self.skipped("leads", 0)
        return len(self._spoken) <= _FEW + lead and longest_at(objecting, self._spoken, lead) > 0

    def is_wrong_name(self) -> bool:
        """Whether it is "wrong stone", "it's gone to the wrong kevin"."""
        return any(
            (word,) in self._known["wrong"] and self._names.named(self._spoken, at + 1)
            for at, word in enumerate(self._spoken)
        )

    def cries_out(self) -> bool:
        """Whether little but "no" is said, and cried out or said again: "no no god no"."""
        answers, signs = self._language.answers, self._language.signs
        cries = answers["exclaiming"] | signs["outcries"]
        noes = answers["saying_no"] | self._known["crying_no"]
        beside = cries | noes | answers["courtesies"] | self._language.asked["breaths"]
        at = said = cried = 0
        while at < len(self._spoken):
            length = longest_at(beside, self._spoken, at)
            if not length:
                return False
            run = self._spoken[at : at + length]
            said += length if run in noes else 0
            at, cried = at + length, cried + (run in cries)
        return said > 0 and said + cried > 1

    def begins_as_command(self) -> bool:
        """Whether words begin as what one does to a message: "make it ...", "stick that ..."."""
        at = self.skipped("leads", 0)
        verb = longest_at(self._known["commands"], self._spoken, at)
        whole = longest_at(self._known["commanding"], self._spoken, at)
        return bool(whole) or bool(
            verb and longest_at(self._known["commanded"], self._spoken, at + verb)
        )

    def _verb_and_object(self, verbs: PhraseSet, behind: PhraseSet, at: int) -> bool:
        spoken = self._spoken
        length = longest_at(verbs, spoken, at)
        if not length:
            return False
        if at + length == len(spoken) and not behind:
            return at == self.skipped("leads", 0) and spoken[at:] in self._known["removing"]
        place = at + length
        if behind and (early := longest_at(behind, spoken, place)):
            thing = longest_at(self._known["objects"], spoken, place + early)
            return bool(thing) and self._ends_or_explains(place + early + thing)
        thing = longest_at(self._known["objects"], spoken, place)
        late = longest_at(behind, spoken, place + thing) if behind else 0
        if not thing or (behind and not late):
            return False
        return self._ends_or_explains(place + thing + late)

    def _ends_or_explains(self, at: int) -> bool:
        """Whether nothing follows, or why: "unsend it i was joking"."""
        known, language = self._known, self._language
        why = known["explaining"] | known["may_begin"]
        while length := longest_at(self._known["manner"], self._spoken, at):
            at += length
        if at == len(self._spoken):
            return True
        if longest_at(why, self._spoken, at):
            # "Wipe that off your face" says where, and of what.
            nouns = language.determiners | language.before_nouns
            is_led = longest_at(nouns, self._spoken, at) > 0
            return not is_led or self.tells(at)
        # "Cancel that Olu's gone", "cancel that Olu left".
        is_short = self._phrase.between(at, at + 1).endswith(_SHORTENED)
        return is_short or self._names.named(self._spoken, at) > 0


def _contains_any(spoken: NameWords, phrases: PhraseSet) -> bool:
    return any(longest_at(phrases, spoken, at) for at in range(len(spoken)))
