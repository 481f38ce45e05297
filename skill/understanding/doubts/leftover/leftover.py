"""Words that are left over: they are neither the text's nor anything a reading knows. Pure.

A text that is posted must be a message from its first word to its last. What stands there besides
(a word to Alexa, half of a question, somebody who gets something, the rest of a name) may be
anything, and is read back.
"""

from collections.abc import Iterator

from postbox.directory.names.spelling import NameWords
from skill.understanding.doubts.leftover.closing import Closing
from skill.understanding.doubts.leftover.given import Given
from skill.understanding.doubts.leftover.others import OtherNames
from skill.understanding.doubts.leftover.things import Things
from skill.understanding.doubts.sign import Sign, SignKind
from skill.understanding.language import Language, PhraseSet, longest_at, longest_before
from skill.understanding.names.facts import NameFacts
from skill.understanding.sentences.shapes import FAIRLY, SURELY, Shapes

_SHOWN = 3
_TO_DO = 2
_CLAUSE = 5
"""So many words are one clause: "when you can come early"."""


class Leftover:
    """Looks for words that are left over in the texts of one language."""

    def __init__(self, language: Language, names: NameFacts, shapes: Shapes) -> None:
        """Use this language's lists and these names."""
        self._language = language
        self._lists = language.signs
        self._names = names
        self._shapes = shapes
        self._things = Things(language, names, shapes)
        self._closing = Closing(language, shapes)
        self._others = OtherNames(language, names, shapes)
        self._given = Given(language, names, shapes)
        self._objects = language.indefinite | language.definite

    def in_any_text(self, spoken: NameWords) -> Iterator[Sign]:
        """Yield what is left over in a text, for whomever it is."""
        yield from self._closing.of(spoken)
        yield from self._others.told_to_others(spoken)
        yield from self._others.in_turn(spoken)
        yield from self._others.joined_to_a_word(spoken)
        if spoken[:1] in self._lists["whom_to"] and spoken[1:2] in self._language.to:
            yield Sign(SignKind.INDIRECT, " ".join(spoken[:_SHOWN]))

    def told_which(self, spoken: NameWords, names: PhraseSet) -> Iterator[Sign]:
        """Yield words that tell which of a name is meant; `names` are those of who was named."""
        yield from self._others.told_which(spoken, names)

    def behind_a_name(
        self, spoken: NameWords, *, is_first_name: bool, is_quoted: bool = False
    ) -> Iterator[Sign]:
        """Yield what stands between a name, perhaps no more than a first one, and the text.

        `is_quoted` tells that "saying" parts them, so that the name is no subject of the text.
        """
        if is_first_name:
            yield from self._others.rest_of_a_name(spoken)
        past = self._lists["past_verbs"]
        lacks = self._shapes.is_said_of_a_subject(spoken, 0) or spoken[:1] in past
        lacks = lacks or (not is_first_name and self._owns_something(spoken))
        lacks = lacks and not self._names.named(spoken, 1)
        # "Dmitri locks the gate" may be all that is to be said.
        lacks = lacks or self._shapes.surely_lacks_its_subject(spoken, 0)
        lacks = lacks and not longest_at(self._lists["elliptic"], spoken, 0)
        if lacks and not is_quoted:
            yield Sign(SignKind.NAME_FIRST, " ".join(spoken[:_SHOWN]))
        if longest_at(self._lists["let_do"], spoken, 0) and not is_quoted:
            # "Let sales hear about it" is an order to Alexa, and "see the ..." no message.
            yield Sign(SignKind.COMMAND, " ".join(spoken[:_SHOWN]))
        end = self._names.named(spoken, 0)
        if end and longest_at(self._language.sure_linkers | self._language.that, spoken, end):
            # "no not Pavel, Hope saying ...": the name that is left over is whom it is for.
            yield Sign(SignKind.NAME_FIRST, " ".join(spoken[:end]))
        elif end and not is_quoted and self._is_listed(spoken, end):
            yield Sign(SignKind.SECOND, " ".join(spoken[:end]))
        yield from self._named_anew(spoken)
        yield from self._others.late_linker(spoken)
        yield from self._others.company(spoken)
        apart = longest_at(self._lists["only"] | self._lists["apart"], spoken, 0)
        if apart:
            yield Sign(SignKind.MANNER, " ".join(spoken[:apart]))
        thing = longest_at(self._lists["one_thing"], spoken, 0)
        rest = spoken[thing:]
        if thing and self._shapes.begins(rest) >= SURELY and self._shapes.is_clause(rest):
            # "Tell ana something the raft is late".
            yield Sign(SignKind.LEFT_OVER, " ".join(spoken[:thing]))

    def _is_listed(self, spoken: NameWords, end: int) -> bool:
        """Whether another name in full goes on a list: "kevin park will ames the ..."."""
        rest = spoken[end:]
        full = end > 1 and not self._names.is_place(spoken[:end])
        begins = self._shapes.begins(rest) >= SURELY and rest[:1] not in self._language.modals
        return full and begins and self._shapes.is_clause(rest)

    def _named_anew(self, spoken: NameWords) -> Iterator[Sign]:
        """Yield "oh no kitchen" of "in workshop oh no kitchen the soup is on"."""
        lists, start = self._lists, 0
        turns = lists["hinges"] | lists["bearing_with"] | lists["discourse"] | lists["better"]
        while length := longest_at(turns, spoken, start):
            start += length
        end = self._names.named(spoken, start) if start else 0
        rest = spoken[end:]
        if not end or not rest:
            return
        instead = longest_at(lists["in_its_place"], rest, 0)
        verbs = lists["subject_verbs"] | self._language.modals | self._language.be
        asks = rest[1:2] in lists["pronouns"] | lists["own_subjects"]
        tells = rest[:1] not in verbs or asks
        begins = self._shapes.begins(rest) >= SURELY or (
            self._shapes.begins(rest) >= FAIRLY and self._shapes.surely_tells(rest)
        )
        begins = begins and tells
        if instead or begins:
            yield Sign(SignKind.CORRECTION, " ".join(spoken[: end + instead]))

    def _owns_something(self, spoken: NameWords) -> bool:
        """Whether a full name is the subject: "has my fuel card"; not "has the van arrived"."""
        if spoken[:1] not in self._lists["owning"] or not longest_at(self._objects, spoken, 1):
            return False
        forms = self._language.complements
        done = (word.endswith("ed") or forms.irregular(word) for word in spoken[2:])
        return not any(done)

    def told(self, spoken: NameWords, *, asked: bool) -> Iterator[Sign]:
        """Yield half a question told of: "where i am", "how to get here", "whether it works".

        What only stresses the question is none of it: "what on earth happened".
        """
        stressed = longest_at(self._lists["stressed_questions"], spoken, 0)
        spoken = (*spoken[:1], *spoken[stressed:]) if stressed else spoken
        if not longest_at(self._lists["told_of"], spoken, 0) or len(spoken) == 1:
            return
        following = spoken[1:2]
        if asked:
            is_subject = spoken[:1] in self._lists["subject_questions"]
            counted = longest_at(self._lists["counting"], spoken, 0)
            if counted or (is_subject and self._language.complements.kinds(following[0])):
                return
        elif self._is_whole(spoken) or (
            longest_at(self._lists["asked_or_exclaimed"], spoken, 0) and not self._is_half(spoken)
        ):
            return
        asks = (self._language.be | self._language.modals) - self._lists["contracted"]
        inverted = following in asks and (
            following not in self._lists["contracted_too"] or self._is_subject(spoken[2:3])
        )
        inverted = inverted or self._asks_of_a_thing(spoken)
        if inverted and spoken[:1] not in self._lists["whether"]:
            return
        yield Sign(SignKind.INDIRECT, " ".join(spoken[:_SHOWN]))

    def _asks_of_a_thing(self, spoken: NameWords) -> bool:
        """Whether it is "whose turn is it", "which bus do we take"; not "whose turn it is"."""
        verbs = (self._language.be | self._language.modals) - self._lists["contracted_too"]
        leads = spoken[:1] in self._lists["asks_of_a_thing"]
        pronouns = self._lists["own_subjects"] | self._language.pronouns
        return leads and spoken[2:3] in verbs and spoken[3:4] in pronouns

    def _is_half(self, spoken: NameWords) -> bool:
        """Whether it tells no more than when or how much: "when it's done", "how much it costs"."""
        counted = longest_at(self._lists["counting"], spoken, 0)
        own = self._lists["own_subjects"] | self._language.pronouns
        costs = counted > 0 and spoken[counted : counted + 1] in own
        when = spoken[:1] in self._lists["conditions"] - self._language.signs["whether"]
        return costs or (when and len(spoken) <= _CLAUSE)

    def _is_whole(self, spoken: NameWords) -> bool:
        """Whether it reads the same either way: "who took my ladder", "what he said was fair".

        Nobody but who is written to can tell who took it, so it is the question itself.
        """
        verb = self._language.complements.kinds
        if len(spoken) <= _SHOWN:
            return False
        if spoken[:1] in self._lists["who"]:
            owned = self._language.definite | self._lists["owners"] | self._lists["whoever_reads"]
            return bool(verb(spoken[1])) and spoken[2:3] in owned
        told_of = spoken[:1] in self._lists["what"] and spoken[1:2] in self._lists["own_subjects"]
        # "What i wanted to say was fair" says it behind the second verb.
        at = _SHOWN + _TO_DO if spoken[_SHOWN : _SHOWN + 1] in self._language.to else _SHOWN
        if len(spoken) <= at:
            return False
        says = spoken[at : at + 1] in self._lists["clause_words"] or bool(verb(spoken[at]))
        return (
            told_of
            and bool(verb(spoken[2]))
            and says
            and spoken[at : at + 1] not in (self._language.to)
        )

    def half_asked(self, spoken: NameWords) -> Iterator[Sign]:
        """Yield "or whether" of a question of which only the first half was put into words."""
        for place in range(len(spoken)):
            length = longest_at(self._lists["or_whether"], spoken, place)
            if length:
                yield Sign(SignKind.INDIRECT, " ".join(spoken[place : place + length]))
                return

    def _is_subject(self, word: NameWords) -> bool:
        """Whether a question goes on with its subject: "where were you", not "why we're late"."""
        language = self._language
        known = language.subjects | language.pronouns | language.definite | language.indefinite
        return word in known or bool(word and self._names.named(word, 0))

    def handed_over(self, spoken: NameWords, *, is_linked: bool) -> Iterator[Sign]:
        """Yield what is no more than a thing: "the figures", "flowers", "what ana told me".

        Behind "that" or "saying" (`is_linked`) "the canoe leaks" is said of it.
        """
        only_named = not is_linked and self._things.is_only_named(spoken)
        if only_named or self._things.is_described(spoken):
            yield Sign(SignKind.THING, " ".join(spoken[:_SHOWN]))
        if self._things.is_pointed_at(spoken):
            yield Sign(SignKind.LONE, " ".join(spoken[:_SHOWN]))
        opens = longest_at(self._lists["openers_with_to"], spoken, 0)
        if spoken[:1] in self._language.to and longest_at(self._objects, spoken, 1) and not opens:
            yield Sign(SignKind.LED, " ".join(spoken[:_SHOWN]))

    def described(self, spoken: NameWords) -> Iterator[Sign]:
        """Yield a thing with words about it, behind "tell" as well: "the thing i told ana"."""
        few = len(spoken) <= _SHOWN and not self._shapes.surely_tells(spoken)
        if few and spoken[:1] in self._lists["for"] | self._lists["from"]:
            yield Sign(SignKind.LED, " ".join(spoken))
        possessive = spoken[0].endswith("s") and self._names.named((spoken[0][:-1],), 0)
        bare = possessive and len(spoken) <= _SHOWN and not self._shapes.surely_tells(spoken)
        role = spoken[:1] in self._lists["owners"] and spoken[1:2] in self._lists["roles"]
        if role and len(spoken) > _SHOWN and longest_at(self._objects, spoken, 2):
            yield Sign(SignKind.GOES_ON, " ".join(spoken[:2]))
        particle = spoken[0] in self._language.complements.particles
        order = self._language.complements.is_base(spoken[0]) and not self._shapes.greets(spoken)
        if len(spoken) == 1 and (particle or order):
            yield Sign(SignKind.THING, spoken[0])
        if bare or self._things.is_described(spoken):
            yield Sign(SignKind.THING, " ".join(spoken[:_SHOWN]))

    def in_undirected_text(self, spoken: NameWords, asks: bool) -> Iterator[Sign]:
        """Yield what tells that somebody was to get it, where nobody was found."""
        yield from self._given.given(spoken)
        if not asks:
            yield from self._given.to_something(spoken)
        yield from self._given.in_part_of_a_place(spoken)
        if self._things.is_only_told_of(spoken):
            yield Sign(SignKind.THING, " ".join(spoken[:_SHOWN]))
        if longest_at(self._lists["exactly"], spoken, 0) > 1:
            yield Sign(SignKind.MARK, " ".join(spoken[:_SHOWN]))
        all_of_them = longest_before(self._lists["everyone_behind"], spoken, len(spoken))
        if all_of_them and not self._shapes.surely_tells(spoken):
            yield Sign(SignKind.EVERYONE, " ".join(spoken[-all_of_them:]))
