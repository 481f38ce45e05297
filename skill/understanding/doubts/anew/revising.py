"""Whether something in a text was said anew: "at nine no at ten", "the tenth oh silly me". Pure.

What is clear was carried out before (wording/corrections/repairs.py). What is left of it here is
doubtful: known words of correction, and the same form on both sides of what may turn a sentence
round.
"""

from collections.abc import Iterator

from postbox.directory.names.spelling import NameWords
from skill.understanding.doubts.sign import Sign, SignKind
from skill.understanding.language import Language, longest_at, longest_before
from skill.understanding.wording.corrections.found import Correction, corrections
from skill.understanding.wording.corrections.kinds import kind_of
from skill.understanding.wording.corrections.struck import struck

_EDGE = 2
_BACK, _AHEAD = 6, 3
_AGAIN = 2


class Revising:
    """Looks for what was said anew in the texts of one language."""

    def __init__(self, language: Language) -> None:
        """Use this language's lists."""
        self._language = language
        self._lists = language.signs
        self._turning = self._lists["hinges"] | self._lists["outcries"]

    def in_any_text(self, spoken: NameWords) -> Iterator[Sign]:
        """Yield words of correction, and what was said twice around a word that may be one."""
        yield from self._corrections(spoken)
        yield from self._said_anew(spoken)
        yield from self._said_twice(spoken)
        yield from self._denied(spoken)
        if found := struck(spoken, self._language):
            yield Sign(SignKind.CORRECTION, " ".join(spoken[found[2] : found[3]]))

    def _corrections(self, spoken: NameWords) -> Iterator[Sign]:
        doubted = self._lists["doubted_corrections"]
        for found in corrections(spoken, self._language):
            words = spoken[found.start : found.end]
            inner = found.start > 0 and found.end < len(spoken)
            if not found.start and words in self._lists["opening_words"]:
                # "Never mind i found it" is a message.
                continue
            if longest_at(self._lists["no_hinges"], spoken, found.start) > len(words):
                continue
            if self._means_to(spoken, found) or self._is_choice(spoken, found):
                continue
            if self._stresses(spoken, found):
                continue
            doubtful = words in doubted and (inner or found.is_sure)
            counts = inner and (self._counts_anew(spoken, found) or self._slips(spoken, found))
            if doubtful or counts or (found.is_sure and len(words) > 1):
                yield Sign(SignKind.CORRECTION, " ".join(words))
        length = longest_before(self._lists["cancelling"], spoken, len(spoken))
        if length and length < len(spoken):
            yield Sign(SignKind.CORRECTION, " ".join(spoken[-length:]))

    def _means_to(self, spoken: NameWords, found: Correction) -> bool:
        """Whether somebody tells what they meant to do: "i meant to ring you"; not "to send it"."""
        means = spoken[found.start : found.end] in self._lists["meaning"] and not found.start
        verb = spoken[found.end + 1 : found.end + 2]
        led = spoken[found.end : found.end + 1] in self._language.to and bool(verb)
        told = spoken[found.end + 2 : found.end + 3] in self._language.objects
        return means and led and self._language.complements.is_base(verb[0]) and not told

    def _stresses(self, spoken: NameWords, found: Correction) -> bool:
        """Whether it is "i mean it", with which one stresses what was said; not "i mean it is"."""
        means = spoken[found.start : found.end] in self._lists["meaning"]
        goes_on = spoken[found.end + 1 : found.end + 2] in self._language.be | self._language.modals
        return (
            means
            and spoken[found.end : found.end + 1] in self._lists["objects_only"]
            and not goes_on
        )

    def _is_choice(self, spoken: NameWords, found: Correction) -> bool:
        """Whether "or no" leaves a choice: "yes or no"."""
        joined = spoken[found.start : found.start + 1] in self._lists["either_or"]
        return joined and spoken[found.start - 1 : found.start] in self._lists["assents"]

    def _counts_anew(self, spoken: NameWords, found: Correction) -> bool:
        """Whether a number stands on both sides, as in "at nine no half nine"."""
        before = spoken[max(0, found.start - _EDGE) : found.start]
        return self._is_of_one_kind(before, spoken[found.end : found.end + _EDGE])

    def _slips(self, spoken: NameWords, found: Correction) -> bool:
        """Whether a word comes again, or "sorry" stands where nobody is sorry for anything.

        "Will actually not will ...", "two micrograms sorry milligrams of ...".
        """
        language, lists = self._language, self._lists
        before = spoken[found.start - 1 : found.start]
        governs = language.be | language.adverbs | language.determiners | language.to
        governs = governs | language.conjunctions | language.modals | language.prepositions
        negated = longest_at(lists["negations"], spoken, found.end)
        small = language.subjects | language.pronouns | language.be | language.determiners
        if before == spoken[found.end + negated : found.end + negated + 1]:
            return before not in small
        if before in governs | small | lists["before_hinges"]:
            return False
        if spoken[found.start : found.end] not in lists["slips"]:
            return False
        goes_on = governs | small | language.beginnings | language.that | lists["after_slips"]
        known = goes_on | lists["team_words"] | lists["greetings"]
        after = spoken[found.end]
        return not (longest_at(known, spoken, found.end) or after in language.given_names)

    def _said_anew(self, spoken: NameWords) -> Iterator[Sign]:
        """Yield "no the van" of "the van is red no the van is blue"."""
        for start, end in self._hinges(spoken):
            before, after = spoken[max(0, start - _BACK) : start], spoken[end : end + _AHEAD]
            if not before or not after or self._is_texts_own(spoken, start, end):
                continue
            alike = self._is_of_one_kind(before, after) or self._are_names(before, after)
            denied = spoken[end - 1 : end] in self._lists["negations"] and end - start > 1
            # "Cancel well not cancel postpone", "... is ready no i don't want tea".
            alike = alike or (denied and after[0] == before[-1])
            alike = alike or (
                spoken[start:end] in self._lists["bare_no"] and self._answers(spoken, start, end)
            )
            if alike or self._begins_again(before, after) or self._is_spelled(before, after):
                yield Sign(SignKind.CORRECTION, " ".join(spoken[start : end + _EDGE]))
                return

    def _said_twice(self, spoken: NameWords) -> Iterator[Sign]:
        """Yield "monday not monday" of "... on monday not monday tuesday", "soup yes soup".

        So is "is let me look is" of a speaker who looks for what comes next.
        """
        language = self._language
        small = language.be | language.modals | language.subjects | language.pronouns
        small = small | language.adverbs | language.conjunctions
        turns = self._lists["negations"] | self._lists["assents"]
        for place in range(1, len(spoken) - 2):
            turn = longest_at(turns, spoken, place)
            lets = longest_at(self._lists["letting_me"], spoken, place)
            turned = turn + lets + (lets > 0)
            again = spoken[place - 1 : place] == spoken[place + turned : place + turned + 1]
            if turned and again and spoken[place - 1 : place] not in small:
                yield Sign(SignKind.CORRECTION, " ".join(spoken[place - 1 : place + _EDGE]))
                return

    def _denied(self, spoken: NameWords) -> Iterator[Sign]:
        """Yield what was said and is denied: "the red van not the red one", "did i say six".

        Likewise "stop stop" in the midst of a text.
        """
        for place in range(2, len(spoken) - 1):
            asked = longest_at(self._lists["asking_what_was_said"], spoken, place)
            again = spoken[place + asked : place + asked + 1]
            word = spoken[place : place + 1]
            halts = word in self._lists["stopping"] and spoken[place + 1 : place + _EDGE] == word
            if halts or (asked and again and again[0] in spoken[:place]):
                yield Sign(SignKind.CORRECTION, " ".join(spoken[place : place + asked + _EDGE]))
                return
            if spoken[place : place + 1] in self._lists["negations"] and self._is_ruled_out(
                spoken, place
            ):
                yield Sign(SignKind.CORRECTION, " ".join(spoken[place : place + _AHEAD]))
                return

    def _is_ruled_out(self, spoken: NameWords, at: int) -> bool:
        """Whether a value that stands just before "not" comes again there, and then another one."""
        language = self._language
        first = at + 1 + longest_at(language.determiners, spoken, at + 1)
        kind = kind_of(spoken[first], language) if first < len(spoken) else ""
        behind = spoken[first + 1 : first + 1 + _BACK]
        other = any(kind_of(word, language) == kind and word != spoken[first] for word in behind)
        return bool(kind) and spoken[first] in spoken[max(0, at - _BACK) : at] and other

    def _hinges(self, spoken: NameWords) -> Iterator[tuple[int, int]]:
        """Yield runs of words that may turn a sentence round: "oh", "no", "oh silly me"."""
        at = 1
        while at < len(spoken):
            end = at
            while length := longest_at(self._turning, spoken, end):
                end += length
            if end > at:
                yield at, end
            at = max(end, at + 1)

    def _is_texts_own(self, spoken: NameWords, start: int, end: int) -> bool:
        """Whether a word only looks so: "there is no ...", "i'm sorry", "can't wait", "no one"."""
        language = self._language
        if longest_at(self._lists["no_hinges"], spoken, start) > end - start:
            return True
        before = spoken[start - 1 : start]
        governs = language.be | language.modals | language.to | language.conjunctions
        governs = governs | language.adverbs | language.determiners | self._lists["before_hinges"]
        if before in governs:
            return True
        # "Web oh four" has a number; "no milk no bread" is a list.
        zero = spoken[start:end] in self._lists["number_glue"] and kind_of(spoken[end], language)
        return bool(zero) or spoken[start:end] == spoken[:1]

    def _is_of_one_kind(self, before: NameWords, after: NameWords) -> bool:
        """Whether a number, a day, a month stands on both sides."""
        kinds = [{kind_of(word, self._language) for word in words} for words in (before, after)]
        return bool((kinds[0] & kinds[1]) - {""})

    def _answers(self, spoken: NameWords, start: int, end: int) -> bool:
        """Whether somebody else is answered in the middle of a text: "no i don't want any"."""
        own = spoken[end : end + 1] in self._lists["own_subjects"] | self._lists["contracted"]
        # "The fair is off no on it's on": the answer, then what it is of.
        state = spoken[end : end + 1] in self._lists["states"]
        own = own or (state and spoken[end + 1 : end + _EDGE] in self._lists["contracted"])
        return own and not any((word,) in self._lists["wh_words"] for word in spoken[:start])

    def _is_spelled(self, before: NameWords, after: NameWords) -> bool:
        """Whether it is "row c as in charlie no d as in delta": the frame stands behind."""
        frame = after[1:_AHEAD]
        spells = longest_at(self._lists["spelling_out"], frame, 0) == len(frame)
        return spells and any(before[at : at + _EDGE] == frame for at in range(len(before)))

    def _are_names(self, before: NameWords, after: NameWords) -> bool:
        """Whether words that only names are stand on both sides: "from aberdeen no dundee"."""
        words, forms = self._language.words, self._language.complements
        edges = (before[-1], after[0])
        return all(
            word.isalpha() and len(word) > _EDGE and word not in words and not forms.kinds(word)
            for word in edges
        )

    def _begins_again(self, before: NameWords, after: NameWords) -> bool:
        """Whether what follows begins as something before it did, or stands in the same frame."""
        again = after[:_AGAIN]
        if len(again) < _AGAIN:
            return False
        if any(before[at : at + _AGAIN] == again for at in range(len(before) - 1)):
            return True
        # "On oak street no elm street", "the smiths' no the joneses'".
        language = self._language
        leads = language.determiners | language.to | language.into | language.prepositions
        return after[1] == before[-1] or (after[:1] in leads and after[0] in before[-_AHEAD:])
