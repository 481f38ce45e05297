"""Whether a text is plain, so that nothing in it could be meant otherwise. Pure.

The signs of signs.py each know a kind of mistake. These ask the other way round: is it said as
messages are said? What is unusual is read back, whatever it may be.
"""

from collections.abc import Iterator

from postbox.directory.names.spelling import NameWords
from skill.understanding.answers.stopping import stops
from skill.understanding.doubts.no_message.asides import Asides
from skill.understanding.doubts.no_message.unfinished import Unfinished
from skill.understanding.doubts.sign import Sign, SignKind
from skill.understanding.doubts.somebody import Somebody
from skill.understanding.language import Language, longest_at, longest_before
from skill.understanding.names.facts import NameFacts
from skill.understanding.sentences.shapes import Shapes
from skill.understanding.wording.punctuation import quoted_words

_SOON = 9
_SHORT = 3
_CONDITION = 3


class Plain:
    """Looks for what is unusual in the texts of one language."""

    def __init__(self, language: Language, names: NameFacts, shapes: Shapes) -> None:
        """Use this language's lists and these names."""
        self._language = language
        self._lists = language.signs
        self._names = names
        self._shapes = shapes
        self._unfinished = Unfinished(language, shapes)
        self._somebody = Somebody(language, names, shapes)
        self._asides = Asides(language, names, shapes)

    def in_any_text(self, spoken: NameWords, *, is_whole: bool = False) -> Iterator[Sign]:
        """Yield what is unusual in a text, for whomever it is.

        `is_whole` tells that it became a question, so that its last word may be any.
        """
        yield from self._somebody.joined(spoken)
        yield from self._somebody.copied(spoken)
        yield from self._somebody.excepted(spoken)
        yield from self._somebody.remarked(spoken)
        yield from self._somebody.left_out(spoken)
        yield from self._conditional(spoken)
        yield from self._for_alexa(spoken)
        if not is_whole and self._unfinished.is_half(spoken):
            yield Sign(SignKind.UNFINISHED, spoken[-1])
        yield from self._quoted(spoken)
        yield from self._asides.in_any_text(spoken)
        if longest_at(self._lists["ways_to_say"], spoken, 0):
            yield Sign(SignKind.MARK, " ".join(spoken[:_SHORT]))

    def for_oneself(self, spoken: NameWords) -> Iterator[Sign]:
        """Yield "in incidents" of a note "for the record in incidents ..."."""
        for place in range(min(len(spoken) - 1, _SOON)):
            end = self._names.named(spoken, place + 1)
            leads = (spoken[place],) in self._lists["in"] | self._language.to
            if leads and end and self._names.is_place(spoken[place + 1 : end]):
                yield Sign(SignKind.LED, " ".join(spoken[place:end]))
                return

    def in_public_text(self, spoken: NameWords) -> Iterator[Sign]:
        """Yield "with an at channel", "at priya": how one would notify somebody in a channel."""
        for place in range(min(len(spoken), _SOON)):
            length = longest_at(self._lists["notifying"], spoken, place)
            if length:
                yield Sign(SignKind.MENTION, " ".join(spoken[place : place + length]))
                return
        if longest_at(self._lists["at"], spoken, 0) and self._names.named(spoken, 1):
            yield Sign(SignKind.MENTION, " ".join(spoken[:_SHORT]))

    def in_undirected_text(self, spoken: NameWords) -> Iterator[Sign]:
        """Yield what is unusual in a text for which nobody is named."""
        opens = longest_at(self._lists["openers_with_to"], spoken, 0)
        if spoken[:1] in self._language.to and not opens:
            yield Sign(SignKind.LED, " ".join(spoken[:_SHORT]))
        begins = (
            self._lists["forbidding"] | self._lists["of_the_message"] | self._lists["unsending"]
        )
        if longest_at(begins, spoken, 0):
            yield Sign(SignKind.COMMAND, " ".join(spoken[:_SHORT]))
        for place in range(len(spoken)):
            length = longest_at(self._lists["of_what_was_sent"], spoken, place)
            if length:
                yield Sign(SignKind.COMMAND, " ".join(spoken[place : place + length]))
                return
            end = self._of_what_somebody_wrote(spoken, place)
            if end:
                yield Sign(SignKind.COMMAND, " ".join(spoken[place:end]))
                return
        on_a_list = longest_before(self._lists["alexas_lists"], spoken, len(spoken))
        if on_a_list and not self._shapes.surely_tells(spoken):
            yield Sign(SignKind.COMMAND, " ".join(spoken[-on_a_list:]))
        if self._only_takes_leave(spoken) or stops(spoken, self._language):
            yield Sign(SignKind.COMMAND, " ".join(spoken))
        if len(spoken) == 1 and spoken in self._lists["lone_adverbs"]:
            yield Sign(SignKind.THING, spoken[0])
        yield from self._somebody.object_for_somebody(spoken)
        yield from self._somebody.addressed_within(spoken)
        yield from self._somebody.told_in_a_place(spoken)
        yield from self._somebody.anybody_but(spoken)
        yield from self._somebody.spoken_of(spoken)
        if self._points_only(spoken):
            yield Sign(SignKind.THING, " ".join(spoken[:_SHORT]))

    def _of_what_somebody_wrote(self, spoken: NameWords, place: int) -> int:
        """Return where "(a heart on) the last thing hope wrote" ends; 0 where it is not said."""
        lists = self._lists
        length = longest_at(lists["of_what_somebody_wrote"], spoken, place)
        led = spoken[place - 1 : place] in self._language.into | self._language.to
        end = self._names.named(spoken, place + length) if length and (led or length > 1) else 0
        wrote = longest_at(lists["wrote"], spoken, end) if end else 0
        return end + wrote if wrote else 0

    def before_a_name(self, spoken: NameWords) -> Iterator[Sign]:
        """Yield "to kevin" of "i am late to kevin and a copy to bob"."""
        yield from self._somebody.addressed_within(spoken)

    def _points_only(self, spoken: NameWords) -> bool:
        """Whether words point to what is not there: "both of them", "it the way i said", "mine"."""
        lists, language = self._lists, self._language
        led = spoken[:1] in language.prepositions | language.to | language.into
        # "One" and "two", alone, are counted out, or answer something.
        counted = all((word,) in lists["number_words"] for word in spoken)
        if not (led or counted) and all((word,) in lists["pronominal"] for word in spoken):
            return True
        joined = spoken[1:2] in language.conjunctions
        return spoken[:1] in lists["objects_only"] and not (joined or self._is_told_of(spoken, 1))

    def _is_told_of(self, spoken: NameWords, at: int) -> bool:
        """Whether a verb stands there, perhaps behind adverbs: "it never works"."""
        language, forms = self._language, self._language.complements
        known = language.be | language.modals | self._lists["clause_words"]
        known = known | self._lists["third_verbs"]
        for word in spoken[at:]:
            if (word,) in known or forms.irregular(word) is not None:
                return True
            if word.endswith(("s", "ed", "nt")) and (word[-1] != "s" or forms.kinds(word)):
                return True
            if (word,) not in language.adverbs and not word.endswith("ly"):
                return False
        return False

    def _only_takes_leave(self, spoken: NameWords) -> bool:
        """Whether somebody thanks and leaves, as they would Alexa: "thanks bye"."""
        lists, at, parts = self._lists, 0, set()
        while at < len(spoken):
            leaving = longest_at(lists["taking_leave"], spoken, at)
            length = leaving or longest_at(lists["thanking"], spoken, at)
            if not length:
                return False
            at += length
            parts.add("leaving" if leaving else "thanking")
        return len(parts) > 1

    def in_bare_text(self, spoken: NameWords) -> Iterator[Sign]:
        """Yield what may be asked of Earshot: "who has written to me", "anybody looking for me"."""
        yield from self._asides.in_bare_text(spoken)
        if not longest_at(self._lists["asking_words"], spoken, 0):
            return
        to_all = longest_at(self._lists["asking_all"], spoken, 0)
        of_oneself = any((word,) in self._lists["oneself"] for word in spoken)
        of_saying = longest_at(self._lists["asking_of_saying"], spoken, 0)
        if of_oneself or of_saying or (spoken[:1] in self._lists["who"] and not to_all):
            yield Sign(SignKind.COMMAND, " ".join(spoken[:_SHORT]))

    def _conditional(self, spoken: NameWords) -> Iterator[Sign]:
        """Yield "when she lands that the car is in row five"."""
        leads = longest_at(self._lists["conditions"], spoken, 0)
        told = spoken[leads : leads + 1] in self._lists["third_persons"]
        if leads and told and any((w,) in self._language.that for w in spoken[_CONDITION:]):
            yield Sign(SignKind.CONDITION, " ".join(spoken[:_SHORT]))

    def _for_alexa(self, spoken: NameWords) -> Iterator[Sign]:
        """Yield "... that would be great", "yes to that": what Alexa is told, or answered."""
        length = longest_before(self._lists["courtesies"], spoken, len(spoken))
        if length and length < len(spoken):
            yield Sign(SignKind.COMMAND, " ".join(spoken[-length:]))
        answer = longest_at(self._lists["answers"], spoken, 0)
        heard = longest_at(self._lists["to_what_was_heard"], spoken, answer) if answer else 0
        if heard and answer + heard == len(spoken):
            yield Sign(SignKind.LONE, " ".join(spoken))

    def _quoted(self, spoken: NameWords) -> Iterator[Sign]:
        """Yield "quote ..." that nothing ends; "the quote" is a thing, "can you quote" a verb."""
        if quoted_words(spoken, self._language):
            return
        language = self._language
        verbs_behind = language.pronouns | language.modals | language.to
        for place in range(len(spoken)):
            length = longest_at(self._lists["quotes"], spoken, place)
            before = (spoken[place - 1 : place], spoken[max(0, place - 2) : max(0, place - 1)])
            noun = any(word in language.before_nouns for word in before)
            if length and not noun and before[0] not in verbs_behind:
                yield Sign(SignKind.MARK, " ".join(spoken[place : place + length]))
                return
