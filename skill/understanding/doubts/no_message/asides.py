"""What is said beside a message: to a dog or a child, to the device, to nobody. Pure."""

from collections.abc import Iterator

from postbox.directory.names.spelling import NameWords
from skill.understanding.doubts.sign import Sign, SignKind
from skill.understanding.language import Language, longest_at
from skill.understanding.names.facts import NameFacts
from skill.understanding.sentences.shapes import Shapes

_TOLD = 3
_BEFORE = 2

_EARLY = 5
"""Up to here it is whom the text is for that is put right."""


class Asides:
    """Looks for what is said beside the message in the texts of one language."""

    def __init__(self, language: Language, names: NameFacts, shapes: Shapes) -> None:
        """Use this language's lists and these names."""
        self._language = language
        self._lists = language.signs
        self._names = names
        self._shapes = shapes
        governs = language.conjunctions | language.prepositions | language.to | language.clauses
        governs = governs | language.modals | language.be | language.that | language.at
        self._governs = governs | self._lists["joins"]
        self._leads_verbs = language.modals | language.to | self._lists["own_subjects"]

    def in_any_text(self, spoken: NameWords) -> Iterator[Sign]:
        """Yield "not now mum", "put that down": what is said to others in the room."""
        for place in range(len(spoken)):
            length = longest_at(self._lists["asides"], spoken, place)
            # "I couldn't put it down" is no order, nor is "he said leave it to us".
            told = spoken[place - 1 : place] in self._leads_verbs or self._quoted(spoken, place)
            if length and place + length > min(1, len(spoken) - 1) and not told:
                yield Sign(SignKind.GROPING, " ".join(spoken[place : place + length]))
                return
        yield from self._in_the_place_of_a_word(spoken)
        yield from self._fondly(spoken)
        yield from self._turned_away(spoken)
        yield from self._ordered(spoken)
        yield from self._scolded(spoken)
        yield from self._called_off(spoken)
        yield from self._come_back(spoken)

    def _quoted(self, spoken: NameWords, at: int) -> bool:
        """Whether somebody is told of who said so: "he said ...", "i told him ..."."""
        words = self._language.no_message["quoted_by"]
        whom = spoken[at - 1 : at] in self._language.objects | self._language.before_nouns
        return spoken[at - 1 : at] in words or (whom and spoken[at - _BEFORE : at - 1] in words)

    def _in_the_place_of_a_word(self, spoken: NameWords) -> Iterator[Sign]:
        """Yield "the thing the" of "the thing the pump is stuck", said while a word was sought.

        Likewise "the words the" of "(send) the words the pump is stuck", which name what is sent.
        """
        begins = self._language.determiners - self._language.objects
        for place in range(len(spoken) - 1):
            length = longest_at(self._lists["placeholders"], spoken, place)
            quoted = 0 if place else longest_at(self._lists["quoted_nouns"], spoken, 0)
            end = place + max(length, quoted)
            follows = spoken[end : end + 1] in (
                begins | self._language.subjects if quoted else begins
            )
            if end > place and follows:
                yield Sign(SignKind.GROPING, " ".join(spoken[place : end + 1]))
                return

    def _fondly(self, spoken: NameWords) -> Iterator[Sign]:
        """Yield "sweetheart" and "mummys" of what is said to a child amid a text.

        "She's a darling", "my dad's at work" and "the mums on the phone" are the text's.
        """
        lists, language = self._lists, self._language
        for place in range(1, len(spoken) - 1):
            governed = spoken[place - 1 : place] in language.before_nouns | language.prepositions
            parent = longest_at(lists["of_a_parent"], spoken, place)
            doing = longest_at(lists["doing_as_a_parent"], spoken, place + parent) if parent else 0
            if doing and not (governed or spoken[place - 1 : place] in language.conjunctions):
                yield Sign(SignKind.GROPING, " ".join(spoken[place : place + parent + doing]))
                return
            fond = longest_at(lists["fond_names"], spoken, place)
            is_name = (
                self._names.named(spoken, place) or self._names.named(spoken, place - 1) > place
            )
            if fond and place + fond < len(spoken) and not (governed or is_name):
                yield Sign(SignKind.GROPING, " ".join(spoken[place : place + fond]))
                return

    def _turned_away(self, spoken: NameWords) -> Iterator[Sign]:
        """Yield "no buddy not" and "for okay who": the text breaks off for somebody there."""
        lists, language = self._lists, self._language
        called = lists["fond_names"] | lists["called_in_the_room"]
        breaks = language.before_nouns | language.prepositions | language.conjunctions
        for place in range(1, len(spoken) - 2):
            refused = spoken[place : place + 1] in lists["bare_no"] | lists["turning_away"]
            name = longest_at(called, spoken, place + 1) if refused else 0
            behind = place + 1 + name
            if name and longest_at(lists["telling_off"], spoken, behind):
                yield Sign(SignKind.GROPING, " ".join(spoken[place : behind + 1]))
                return
            if place <= _EARLY and self._names_another(spoken, place - 1):
                yield Sign(SignKind.NEGATED, " ".join(spoken[place - 1 : place + 2]))
                return
            away = longest_at(lists["turning_away"], spoken, place)
            asks = spoken[place + away : place + away + 1] in lists["wh_words"]
            if away and asks and spoken[place - 1 : place] in breaks:
                yield Sign(SignKind.GROPING, " ".join(spoken[place - 1 : place + away + 1]))
                return

    def _names_another(self, spoken: NameWords, at: int) -> bool:
        """Whether "not hope joy" stands there: one is ruled out, another named right behind."""
        denied = longest_at(self._language.answers["negations"], spoken, at)
        first = self._names.named(spoken, at + denied) if denied else 0
        return first > 0 and self._names.named(spoken, first) > 0

    def _ordered(self, spoken: NameWords) -> Iterator[Sign]:
        """Yield "mateo climb" of "i keep the rope mateo climb off that until noon"."""
        language, forms = self._language, self._language.complements
        for place in range(2, len(spoken) - 2):
            word, verb = spoken[place], spoken[place + 1]
            is_name = word in language.given_names and word not in language.words
            # "The kit order is late" has a thing of that name.
            governed = spoken[place - 1 : place] in self._governs | language.before_nouns
            in_full = self._names.named(spoken, place) > place + 1
            if not is_name or in_full or governed or self._shapes.is_verb(spoken, place - 1):
                continue
            if forms.is_base(verb) and forms.irregular(verb) is None and not verb.endswith("ed"):
                yield Sign(SignKind.GROPING, " ".join(spoken[place : place + 2]))
                return

    def _scolded(self, spoken: NameWords) -> Iterator[Sign]:
        """Yield "biscuit get off" of "the tents are dry biscuit get off the couch ..."."""
        lists, language = self._lists, self._language
        for place in range(_TOLD, len(spoken)):
            length = longest_at(lists["scolding"], spoken, place)
            given = spoken[place - 1] in language.given_names
            length = length or (given and longest_at(lists["shouted_at"], spoken, place))
            before = spoken[: place - 1]
            if not length or not self._shapes.surely_tells(before):
                continue
            called = spoken[place - 1 : place]
            leads = self._governs | language.before_nouns | lists["third_verbs"]
            is_subject = before[-1:] in leads - language.be - lists["bare_no"] - language.into
            known = called in self._governs | language.subjects | language.pronouns
            known = known | (called in language.adverbs) | (called in lists["third_verbs"])
            if not (is_subject or known or called[0].endswith("s")):
                yield Sign(SignKind.GROPING, " ".join(spoken[place - 1 : place + length]))
                return

    def _called_off(self, spoken: NameWords) -> Iterator[Sign]:
        """Yield "get down tibbles" of "get down tibbles the bingo is on", "oi you ..."."""
        lists, language = self._lists, self._language
        if longest_at(lists["calling_out"], spoken, 0):
            yield Sign(SignKind.GROPING, spoken[0])
        scolds = longest_at(lists["scolding"] | lists["shouted_at"], spoken, 0)
        called = spoken[scolds : scolds + 1]
        is_name = bool(called) and (
            called[0] in language.given_names or called[0] not in language.words
        )
        is_name = is_name or called in lists["scolded"]
        if scolds and is_name and self._shapes.is_clause(spoken[scolds + 1 :]):
            yield Sign(SignKind.GROPING, " ".join(spoken[: scolds + 1]))

    def _come_back(self, spoken: NameWords) -> Iterator[Sign]:
        """Yield "anyway" of "watch it mate anyway the load is on": what was said before was beside.

        "I'll come anyway" and "it rained but anyway we won" go on with what they are about.
        """
        lists, language = self._lists, self._language
        subjects = language.subjects | language.determiners | lists["contracted"]
        for place in range(_BEFORE, len(spoken) - _BEFORE):
            length = longest_at(lists["coming_back"], spoken, place)
            joined = spoken[place - 1 : place] in language.conjunctions | lists["joins"]
            behind = spoken[place + length : place + length + 1]
            if length and not joined and behind in subjects:
                yield Sign(SignKind.GROPING, " ".join(spoken[place : place + length + 1]))
                return

    def in_bare_text(self, spoken: NameWords) -> Iterator[Sign]:
        """Yield "you're a good listener", "oh my god the cake", said with nothing that sends it."""
        yield from self._of_the_device(spoken)
        if len(spoken) > 1 and spoken[-1:] in self._lists["calling_fondly"]:
            yield Sign(SignKind.COMMAND, spoken[-1])
        deals = longest_at(self._lists["dealing_with"], spoken, 0)
        end = self._names.named(spoken, deals) if deals else 0
        if end and not self._names.is_place(spoken[deals:end]):
            yield Sign(SignKind.TELLING, " ".join(spoken[:end]))
        at = 0
        while length := longest_at(
            self._lists["outcries"] | self._lists["interjections"], spoken, at
        ):
            at += length
        cries = any(longest_at(self._lists["outcries"], spoken, place) for place in range(at))
        behind = spoken[at:]
        if at and behind[:1] in self._lists["asked_of_oneself"] and not self._asks_all(behind):
            yield Sign(SignKind.GROPING, " ".join(spoken[: at + 1]))
        if cries and not self._shapes.surely_tells(behind):
            yield Sign(SignKind.UNUSUAL, " ".join(spoken[:at]))

    def _asks_all(self, spoken: NameWords) -> bool:
        return longest_at(self._lists["asking_all"], spoken, 0) > 0

    def _of_the_device(self, spoken: NameWords) -> Iterator[Sign]:
        """Yield praise and blame of whom nobody named; "you're all invited" is for others."""
        lists, at = self._lists, 0
        while length := longest_at(lists["discourse"] | lists["interjections"], spoken, at):
            at += length
        you = longest_at(lists["of_you"], spoken, at)
        others = any((word,) in lists["of_you_all"] for word in spoken[at + you : at + you + 2])
        owns = longest_at(lists["your"], spoken, at)
        device = longest_at(lists["devices_own"], spoken, at + owns) if owns else 0
        if device or (you and not others):
            yield Sign(SignKind.COMMAND, " ".join(spoken[: at + you + owns + device]))
