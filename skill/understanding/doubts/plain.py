"""Whether a text is plain, so that nothing in it could be meant otherwise. Pure.

The signs of signs.py each know a kind of mistake. These ask the other way round: is it said as
messages are said? What is unusual is read back, whatever it may be.
"""

from collections.abc import Iterator

from postbox.directory.names.spelling import NameWords
from skill.understanding.doubts.sign import Kind, Names, Sign
from skill.understanding.language import Language, longest_at, longest_before
from skill.understanding.sentences.shapes import Shapes

_SOON = 9
_SHORT = 3
_CONDITION = 3
_FAIRLY = 0.0


class Plain:
    """Looks for what is unusual in the texts of one language."""

    def __init__(self, language: Language, names: Names, shapes: Shapes) -> None:
        """Use this language's lists and these names."""
        self._language = language
        self._lists = language.signs
        self._names = names
        self._shapes = shapes

    def in_any_text(self, spoken: NameWords, *, is_whole: bool = False) -> Iterator[Sign]:
        """Yield what is unusual in a text, for whomever it is.

        `is_whole` tells that it became a question, so that its last word may be any.
        """
        yield from self._joined(spoken)
        yield from self._copied(spoken)
        yield from self._excepted(spoken)
        yield from self._conditional(spoken)
        yield from self._for_alexa(spoken)
        if not is_whole and self._is_unfinished(spoken):
            yield Sign(Kind.UNFINISHED, spoken[-1])
        yield from self._quoted(spoken)
        yield from self._to_bystanders(spoken)
        if longest_at(self._lists["ways_to_say"], spoken, 0):
            yield Sign(Kind.MARK, " ".join(spoken[:_SHORT]))

    def handed_over(self, spoken: NameWords) -> Iterator[Sign]:
        """Yield "the file from yesterday", "a reminder that ...", behind "send" and a name."""
        if not longest_at(self._lists["object_starts"] | self._lists["vague"], spoken, 0):
            return
        if not self._tells(spoken):
            yield Sign(Kind.THING, " ".join(spoken[:_SHORT]))

    def behind_a_word(self, name: NameWords, spoken: NameWords) -> Iterator[Sign]:
        """Yield "chase" of "send chase those leads", "joy has" of "send joy has moved".

        Behind "send" the name may be the text's verb, or its subject: "post ana will take notes".
        """
        verbs = self._language.be | self._lists["third_verbs"]
        third = spoken[:1] in verbs - self._lists["contracted"]
        asks = spoken[:1] in self._language.modals and self._is_subject(spoken[1:2])
        if third and not asks:
            yield Sign(Kind.NAME_FIRST, " ".join((*name, *spoken[:1])))
        if len(name) != 1:
            return
        if name[0] in self._language.words or self._language.complements.kinds(name[0]):
            yield Sign(Kind.NAME_FIRST, name[0])

    def _is_subject(self, word: NameWords) -> bool:
        """Whether a question goes on so: "can you", "will the"."""
        language = self._language
        return word in language.subjects | language.pronouns | language.determiners

    def for_oneself(self, spoken: NameWords) -> Iterator[Sign]:
        """Yield "in incidents" of a note "for the record in incidents ..."."""
        for place in range(min(len(spoken) - 1, _SOON)):
            end = self._names.named(spoken, place + 1)
            leads = (spoken[place],) in self._lists["in"] | self._language.to
            if leads and end and self._names.is_place(spoken[place + 1 : end]):
                yield Sign(Kind.LED, " ".join(spoken[place:end]))
                return

    def in_public_text(self, spoken: NameWords) -> Iterator[Sign]:
        """Yield "with an at channel", "at priya": how one would notify somebody in a channel."""
        for place in range(min(len(spoken), _SOON)):
            length = longest_at(self._lists["notifying"], spoken, place)
            if length:
                yield Sign(Kind.MENTION, " ".join(spoken[place : place + length]))
                return
        if longest_at(self._lists["at"], spoken, 0) and self._names.named(spoken, 1):
            yield Sign(Kind.MENTION, " ".join(spoken[:_SHORT]))

    def in_undirected_text(self, spoken: NameWords) -> Iterator[Sign]:
        """Yield what is unusual in a text for which nobody is named."""
        if spoken[:1] in self._language.to:
            yield Sign(Kind.LED, " ".join(spoken[:_SHORT]))
        if longest_at(self._lists["forbidding"] | self._lists["of_the_message"], spoken, 0):
            yield Sign(Kind.COMMAND, " ".join(spoken[:_SHORT]))
        for place in range(len(spoken)):
            length = longest_at(self._lists["of_what_was_sent"], spoken, place)
            if length:
                yield Sign(Kind.COMMAND, " ".join(spoken[place : place + length]))
                return
        if self._only_takes_leave(spoken):
            yield Sign(Kind.COMMAND, " ".join(spoken))
        if len(spoken) == 1 and spoken in self._lists["lone_adverbs"]:
            yield Sign(Kind.THING, spoken[0])
        yield from self._object_for_somebody(spoken)
        yield from self._somebody(spoken)

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
        if not longest_at(self._lists["asking_words"], spoken, 0):
            return
        to_all = longest_at(self._lists["asking_all"], spoken, 0)
        of_oneself = any((word,) in self._lists["oneself"] for word in spoken)
        of_saying = longest_at(self._lists["asking_of_saying"], spoken, 0)
        if of_oneself or of_saying or (spoken[0] == "who" and not to_all):
            yield Sign(Kind.COMMAND, " ".join(spoken[:_SHORT]))

    # A second recipient

    def _joined(self, spoken: NameWords) -> Iterator[Sign]:
        """Yield "yes and josé maybe", "hi or ana the same": a name that is joined to words."""
        for place in range(1, len(spoken) - 2):
            joins = longest_at(self._lists["joins"], spoken, place)
            end = self._name(spoken, place + joins) if joins else 0
            if not end or end >= len(spoken) or self._is_listed(spoken, place):
                continue
            if not self._continues(spoken, end):
                yield Sign(Kind.SECOND, " ".join(spoken[place:end]))
                return

    def _is_listed(self, spoken: NameWords, place: int) -> bool:
        """Whether what stands before an "and" is somebody, too: "kevin and ana"."""
        before = spoken[place - 1 : place]
        return before in self._language.pronouns or self._names.named(spoken, place - 1) == place

    def _continues(self, spoken: NameWords, end: int) -> bool:
        """Whether a sentence goes on with a name as its subject or object."""
        following = spoken[end : end + 1]
        language = self._language
        known = language.be | language.modals | language.prepositions | language.to
        return following in known | self._lists["subject_verbs"] | language.conjunctions

    def _copied(self, spoken: NameWords) -> Iterator[Sign]:
        """Yield "... cc priya"."""
        for place in range(len(spoken)):
            length = longest_at(self._lists["copies"], spoken, place)
            if length and self._names.named(spoken, place + length):
                yield Sign(Kind.SECOND, " ".join(spoken[place:]))
                return

    def _excepted(self, spoken: NameWords) -> Iterator[Sign]:
        """Yield "except ana ...", "not will": who gets nothing."""
        length = longest_at(self._lists["exceptions"] | self._lists["negations"], spoken, 0)
        if length and self._names.named(spoken, length):
            yield Sign(Kind.NEGATED, " ".join(spoken[: length + 1]))

    # What is said to Alexa

    def _conditional(self, spoken: NameWords) -> Iterator[Sign]:
        """Yield "when she lands that the car is in row five"."""
        leads = longest_at(self._lists["conditions"], spoken, 0)
        told = spoken[leads : leads + 1] in self._lists["third_persons"]
        if leads and told and any((w,) in self._language.that for w in spoken[_CONDITION:]):
            yield Sign(Kind.CONDITION, " ".join(spoken[:_SHORT]))

    def _for_alexa(self, spoken: NameWords) -> Iterator[Sign]:
        """Yield "... that would be great", "yes to that": what Alexa is told, or answered."""
        length = longest_before(self._lists["courtesies"], spoken, len(spoken))
        if length and length < len(spoken):
            yield Sign(Kind.COMMAND, " ".join(spoken[-length:]))
        answer = longest_at(self._lists["answers"], spoken, 0)
        heard = longest_at(self._lists["to_what_was_heard"], spoken, answer) if answer else 0
        if heard and answer + heard == len(spoken):
            yield Sign(Kind.LONE, " ".join(spoken))

    def _is_unfinished(self, spoken: NameWords) -> bool:
        """Whether words end as no sentence does: "because of the", "could somebody"."""
        asks = any((word,) in self._lists["wh_words"] for word in spoken[:-1])
        if longest_before(self._language.tact["unfinished_anywhere"], spoken, len(spoken)):
            return not (asks and spoken[-1:] in self._language.be)
        last = spoken[-1:] in self._language.subjects | self._language.pronouns
        return last and 1 < len(spoken) <= _SHORT and spoken[-2:-1] in self._language.modals

    def _quoted(self, spoken: NameWords) -> Iterator[Sign]:
        """Yield "quote ... unquote"; "the quote" is a thing."""
        for place in range(len(spoken)):
            length = longest_at(self._lists["quotes"], spoken, place)
            before = (spoken[place - 1 : place], spoken[max(0, place - 2) : max(0, place - 1)])
            noun = any(word in self._language.before_nouns for word in before)
            if length and not noun:
                yield Sign(Kind.MARK, " ".join(spoken[place : place + length]))
                return

    def _to_bystanders(self, spoken: NameWords) -> Iterator[Sign]:
        """Yield "not now mum", "put that down": what is said to others in the room."""
        for place in range(len(spoken)):
            length = longest_at(self._lists["asides"], spoken, place)
            if length and place + length > min(1, len(spoken) - 1):
                yield Sign(Kind.GROPING, " ".join(spoken[place : place + length]))
                return

    # Words for nobody

    def _object_for_somebody(self, spoken: NameWords) -> Iterator[Sign]:
        """Yield "a quick word to olu ...": a thing for somebody, in front."""
        leads = self._language.to | self._lists["for"] | self._language.sharing
        for place in range(1, min(len(spoken) - 1, _SOON)):
            length = longest_at(leads, spoken, place)
            end = self._names.named(spoken, place + length) if length else 0
            told_of = spoken[end : end + 1] in self._language.be | self._language.modals
            told_of = told_of or spoken[place + length : end] in self._lists["systems"]
            if end and not told_of and not self._shapes.is_clause(spoken[:place]):
                yield Sign(Kind.TO_NAME, " ".join(spoken[place:end]))
                return

    def _somebody(self, spoken: NameWords) -> Iterator[Sign]:
        """Yield the name of somebody of whom a public text speaks, greetings apart."""
        greeting = longest_at(self._lists["greetings"], spoken, 0)
        for place in range(len(spoken)):
            if greeting and place <= greeting + 1:
                continue
            nouns = self._language.determiners | self._language.at
            if spoken[place : place + 1] in nouns or (place and spoken[place - 1 : place] in nouns):
                continue
            said = spoken[place]
            word = said if said in self._language.words else said.removesuffix("s")
            for name in (spoken, (*spoken[:place], word)):
                end = self._name(name, place)
                inner = place > 0 and end < len(name)
                if inner and end == place + 1 and not self._names.is_in_a_name(name[place]):
                    # "Molar" sounds like Miller, and is hardly meant for one there.
                    continue
                owns = name is not spoken and place + 1 < len(spoken)
                if not end or self._names.is_place(name[place:end]) or owns:
                    continue
                if not self._is_told_of(spoken, place, end):
                    yield Sign(Kind.NAME_WITHIN, " ".join(name[place:end]))
                    return

    def _is_told_of(self, spoken: NameWords, place: int, end: int) -> bool:
        """Whether a sentence has a name as its subject or object: "olu has left", "of dmitri"."""
        following = spoken[end : end + 1]
        if self._shapes.is_said_of_a_subject(spoken, end):
            return True
        if self._shapes.is_turned_round(spoken, place) or following in self._lists["opposing"]:
            return True
        second = self._name(spoken, end + 1) if following in self._language.conjunctions else 0
        if second and spoken[second : second + 1] in self._language.be | self._language.modals:
            return True
        if not following or not place:
            return False
        listed = spoken[place - 1 : place] in self._language.conjunctions
        if listed and following in self._language.be | self._language.modals:
            return True
        before = spoken[place - 1 : place]
        if before in self._lists["told_of_by"]:
            return True
        if longest_before(self._lists["citing"], spoken, place) == place:
            return True
        if before in self._language.sharing and self._shapes.is_clause(spoken[: place - 1]):
            # "Whoever paired with zoe yesterday": the sentence has its verb before that.
            return self._shapes.begins(spoken) > _FAIRLY and not self._hands(spoken[: place - 1])
        tells = before in self._lists["telling_verbs"] | self._lists["copies"]
        return not tells and place > 1 and self._shapes.is_verb(spoken, place - 1)

    def _hands(self, before: NameWords) -> bool:
        """Whether words begin with what is done with a message: "share the slides with ..."."""
        return before[:1] in self._lists["sharing_verbs"] | self._lists["object_starts"]

    # Words

    def _tells(self, spoken: NameWords) -> bool:
        """Whether words that begin like a thing are a sentence: "the build on main is green"."""
        end = next(
            (at for at in range(1, len(spoken)) if (spoken[at],) in self._lists["of_a_thing"]),
            len(spoken),
        )
        head = spoken[:end]
        told = self._lists["clause_words"] | self._lists["past_verbs"]
        if any((word,) in told for word in head):
            return True
        prepositions = self._language.prepositions | self._lists["for"] | self._lists["from"]
        near = next((at for at in range(1, end) if (spoken[at],) in prepositions), end)
        return self._shapes.is_clause(spoken[:near])

    def _name(self, spoken: NameWords, at: int) -> int:
        """Return where a name ends that is hardly a common word; 0 for none."""
        end = self._names.named(spoken, at)
        return 0 if end == at + 1 and spoken[at] in self._language.words else end
