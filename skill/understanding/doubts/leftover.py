"""Words that are left over: they are neither the text's nor anything a reading knows. Pure.

A text that is posted must be a message from its first word to its last. What stands there besides
(a word to Alexa, half of a question, somebody who gets something, the rest of a name) may be
anything, and is read back.
"""

from collections.abc import Iterator

from postbox.directory.names.spelling import NameWords
from skill.understanding.doubts.sign import Kind, Names, Sign
from skill.understanding.doubts.things import Things
from skill.understanding.language import Language, longest_at, longest_before
from skill.understanding.sentences.shapes import SURELY, WELL, Shapes

_SHOWN = 3
_SOON = 6
_LONGEST_GIVEN = 4
_LONGEST_TAIL = 4


class Leftover:
    """Looks for words that are left over in the texts of one language."""

    def __init__(self, language: Language, names: Names, shapes: Shapes) -> None:
        """Use this language's lists and these names."""
        self._language = language
        self._lists = language.signs
        self._names = names
        self._shapes = shapes
        self._things = Things(language, names, shapes)
        self._objects = frozenset(
            word for words in (language.indefinite, language.definite) for word in words
        )

    def in_any_text(self, spoken: NameWords) -> Iterator[Sign]:
        """Yield what is left over in a text, for whomever it is."""
        yield from self._closing(spoken)
        yield from self._told_to_others(spoken)
        yield from self._joined_to_a_word(spoken)
        if spoken[:1] in self._lists["whom_to"] and spoken[1:2] in self._language.to:
            yield Sign(Kind.INDIRECT, " ".join(spoken[:_SHOWN]))

    def behind_a_name(self, spoken: NameWords, *, is_first_name: bool) -> Iterator[Sign]:
        """Yield what stands between a name, perhaps no more than a first one, and the text."""
        if is_first_name:
            yield from self._rest_of_a_name(spoken)
        past = self._lists["past_verbs"]
        lacks = self._shapes.is_said_of_a_subject(spoken, 0) or spoken[:1] in past
        lacks = lacks or (not is_first_name and self._owns_something(spoken))
        if lacks and not self._names.named(spoken, 1):
            yield Sign(Kind.NAME_FIRST, " ".join(spoken[:_SHOWN]))
        if longest_at(self._lists["let_do"], spoken, 0):
            # "Let sales hear about it" is an order to Alexa, and "see the ..." no message.
            yield Sign(Kind.COMMAND, " ".join(spoken[:_SHOWN]))
        end = self._names.named(spoken, 0)
        if end and longest_at(self._language.sure_linkers | self._language.that, spoken, end):
            # "no not Pavel, Hope saying ...": the name that is left over is whom it is for.
            yield Sign(Kind.NAME_FIRST, " ".join(spoken[:end]))
        yield from self._late_linker(spoken)
        yield from self._company(spoken)
        if spoken[:1] in self._lists["only"]:
            yield Sign(Kind.MANNER, spoken[0])

    def _owns_something(self, spoken: NameWords) -> bool:
        """Whether a full name is the subject: "has my fuel card"; not "has the van arrived"."""
        if spoken[:1] not in self._lists["owning"] or not longest_at(self._objects, spoken, 1):
            return False
        forms = self._language.complements
        done = (word.endswith("ed") or forms.irregular(word) for word in spoken[2:])
        return not any(done)

    def told(self, spoken: NameWords, *, asked: bool) -> Iterator[Sign]:
        """Yield half a question told of: "where i am", "how to get here", "whether it works"."""
        if not longest_at(self._lists["told_of"], spoken, 0) or len(spoken) == 1:
            return
        following = spoken[1:2]
        if asked:
            is_subject = spoken[:1] in self._lists["subject_questions"]
            counted = longest_at(self._lists["counting"], spoken, 0)
            if counted or (is_subject and self._language.complements.kinds(following[0])):
                return
        elif longest_at(self._lists["asked_or_exclaimed"], spoken, 0):
            return
        asks = (self._language.be | self._language.modals) - self._lists["contracted"]
        inverted = following in asks and (
            following not in self._lists["contracted_too"] or self._is_subject(spoken[2:3])
        )
        if inverted and spoken[:1] not in self._lists["whether"]:
            return
        yield Sign(Kind.INDIRECT, " ".join(spoken[:_SHOWN]))

    def _is_subject(self, word: NameWords) -> bool:
        """Whether a question goes on with its subject: "where were you", not "why we're late"."""
        language = self._language
        known = language.subjects | language.pronouns | language.definite | language.indefinite
        return word in known or bool(word and self._names.named(word, 0))

    def handed_over(self, spoken: NameWords) -> Iterator[Sign]:
        """Yield what is no more than a thing: "the figures", "flowers", "what ana told me"."""
        if self._things.is_only_named(spoken) or self._things.is_described(spoken):
            yield Sign(Kind.THING, " ".join(spoken[:_SHOWN]))
        if self._things.is_pointed_at(spoken):
            yield Sign(Kind.LONE, " ".join(spoken[:_SHOWN]))
        if spoken[:1] in self._language.to and longest_at(self._objects, spoken, 1):
            yield Sign(Kind.LED, " ".join(spoken[:_SHOWN]))

    def described(self, spoken: NameWords) -> Iterator[Sign]:
        """Yield a thing with words about it, behind "tell" as well: "the thing i told ana"."""
        few = len(spoken) <= _SHOWN and not self._tells(spoken)
        if few and spoken[:1] in self._lists["for"] | self._lists["from"]:
            yield Sign(Kind.LED, " ".join(spoken))
        possessive = spoken[0].endswith("s") and self._names.named((spoken[0][:-1],), 0)
        bare = possessive and len(spoken) <= _SHOWN and not self._tells(spoken)
        role = spoken[:1] in self._lists["owners"] and spoken[1:2] in self._lists["roles"]
        if role and len(spoken) > _SHOWN and longest_at(self._objects, spoken, 2):
            yield Sign(Kind.GOES_ON, " ".join(spoken[:2]))
        particle = spoken[0] in self._language.complements.particles
        order = self._language.complements.is_base(spoken[0]) and not self._shapes.greets(spoken)
        if len(spoken) == 1 and (particle or order):
            yield Sign(Kind.THING, spoken[0])
        if bare or self._things.is_described(spoken):
            yield Sign(Kind.THING, " ".join(spoken[:_SHOWN]))

    def in_undirected_text(self, spoken: NameWords, asks: bool) -> Iterator[Sign]:
        """Yield what tells that somebody was to get it, where nobody was found."""
        yield from self._given(spoken)
        if not asks:
            yield from self._to_something(spoken)
        yield from self._in_part_of_a_place(spoken)
        if self._things.is_only_told_of(spoken):
            yield Sign(Kind.THING, " ".join(spoken[:_SHOWN]))
        if longest_at(self._lists["exactly"], spoken, 0) > 1:
            yield Sign(Kind.MARK, " ".join(spoken[:_SHOWN]))
        all_of_them = longest_before(self._lists["everyone_behind"], spoken, len(spoken))
        if all_of_them and not self._tells(spoken):
            yield Sign(Kind.EVERYONE, " ".join(spoken[-all_of_them:]))

    # Words to Alexa

    def _closing(self, spoken: NameWords) -> Iterator[Sign]:
        """Yield "... send it", "... end of message", "... did you get that"."""
        end = len(spoken)
        end -= longest_before(self._lists["closing_objects"], spoken, end)
        verb = longest_before(self._lists["closing_verbs"], spoken, end)
        before = spoken[end - verb - 1 : end - verb]
        language = self._language
        own = language.modals | language.to | language.be | language.before_nouns
        own = own | self._lists["own_before"] | (language.pronouns if verb == 1 else frozenset())
        is_texts_own = before in own
        # Mid-sentence the object matters: "the file i send" is rare, "please send it" is a message.
        if verb and end - verb > 1 and not is_texts_own:
            yield Sign(Kind.COMMAND, " ".join(spoken[end - verb :]))
            return
        length = longest_before(self._lists["closers"], spoken, len(spoken))
        length = length or longest_before(self._lists["closing_ways"], spoken, len(spoken))
        if length and length < len(spoken):
            yield Sign(Kind.COMMAND, " ".join(spoken[-length:]))
        yield from self._further_command(spoken)

    def _further_command(self, spoken: NameWords) -> Iterator[Sign]:
        """Yield "... and pin it", "... then turn off the lights": what Alexa is to do then."""
        for place in range(2, len(spoken) - 1):
            joins = longest_at(self._lists["and"], spoken, place)
            verb = spoken[place + joins : place + joins + 1] if joins else ()
            if not verb or verb not in self._lists["done_by_alexa"]:
                continue
            led = any((word,) in self._language.modals for word in spoken[:place])
            if self._tells(spoken[:place]) and not led:
                yield Sign(Kind.COMMAND, " ".join(spoken[place : place + joins + 2]))
                return

    # Somebody else

    def _told_to_others(self, spoken: NameWords) -> Iterator[Sign]:
        """Yield "... but don't tell ana", "... tell ana too", "copy ana"; not "i'll tell ana"."""
        beside = self._lists["telling_on"] | self._lists["copies"] | self._lists["likewise"]
        tells = self._lists["telling_verbs"] | self._lists["asking_verbs"]
        end = len(spoken) - longest_before(self._lists["same"], spoken, len(spoken))
        for place in range(len(spoken) - 1):
            verb = longest_at(beside, spoken, place)
            if place and not verb:
                verb = longest_at(tells, spoken, place)
            name = self._names.named(spoken, place + verb) if verb else 0
            too = 0 < end < len(spoken) and name == end
            if name and (too or not self._is_governed(spoken, place)):
                yield Sign(Kind.SECOND, " ".join(spoken[place:name]))
                return
            name = 0 if verb else self._names.named(spoken, place)
            if name and longest_at(self._lists["to_be_told"], spoken, name):
                yield Sign(Kind.SECOND, " ".join(spoken[place : name + 2]))
                return

    def _is_governed(self, spoken: NameWords, place: int) -> bool:
        """Whether a verb has its subject before it, or is a noun: "i'll tell", "the message"."""
        language = self._language
        governs = language.subjects | language.pronouns | language.modals | language.to
        governs = governs | language.adverbs | language.before_nouns | language.determiners
        return place > 0 and spoken[place - 1 : place] in governs

    def _joined_to_a_word(self, spoken: NameWords) -> Iterator[Sign]:
        """Yield "... and hope the soup is cold": the word is somebody's name as well."""
        for place in range(1, len(spoken) - 2):
            joins = longest_at(self._lists["joins"] | self._language.also, spoken, place)
            name = spoken[place + joins : place + joins + 1]
            if not joins or name in self._language.modals or not name:
                continue
            if not (name[0] in self._language.words and self._names.named(name, 0)):
                continue
            rest = spoken[place + joins + 1 :]
            if self._names.is_place(name) or not rest:
                continue
            if self._shapes.begins(rest) >= SURELY:
                yield Sign(Kind.SECOND, " ".join(spoken[place : place + joins + 1]))
                return

    def _rest_of_a_name(self, spoken: NameWords) -> Iterator[Sign]:
        """Yield "park" of "ana park i said hi", where somebody else is called Park."""
        word, rest = spoken[0], spoken[1:]
        known = self._language
        glue = known.not_names | known.before_nouns | known.pronouns | known.modals | known.be
        if not rest or (word,) in glue or word in known.given_names or self._shapes.greets(spoken):
            return
        if self._names.is_in_a_name(word) and self._shapes.begins(rest) >= SURELY:
            yield Sign(Kind.GOES_ON, word)

    def _late_linker(self, spoken: NameWords) -> Iterator[Sign]:
        """Yield "dear" of "tom dear that the scones are ready": words no reading knows."""
        for place in range(1, min(len(spoken) - 1, _SOON)):
            if spoken[place : place + 1] not in self._language.that:
                continue
            before, after = spoken[:place], spoken[place + 1 :]
            if self._shapes.begins(after) < WELL or self._shapes.is_clause(before):
                return
            governs = self._lists["before_that"]
            if longest_before(governs, spoken, place):
                return
            yield Sign(Kind.LEFT_OVER, " ".join(spoken[: place + 1]))
            return

    def _company(self, spoken: NameWords) -> Iterator[Sign]:
        """Yield "with ana in copy that ...": somebody beside who is told."""
        length = longest_at(self._lists["company"], spoken, 0)
        if length and self._names.named(spoken, length):
            yield Sign(Kind.SECOND, " ".join(spoken[: length + 1]))

    # Somebody who is not known

    def _given(self, spoken: NameWords) -> Iterator[Sign]:
        """Yield "him the log", "finance the receipts", "the head that i'm ill"."""
        if spoken[:1] in self._lists["given_to"] and len(spoken) > 1 and not self._acts(spoken[1]):
            yield Sign(Kind.GIVEN, " ".join(spoken[:_SHOWN]))
            return
        for place in range(1, min(len(spoken) - 1, _LONGEST_GIVEN + 1)):
            before, after = spoken[:place], spoken[place + 1 :]
            is_linked = spoken[place : place + 1] in self._language.that
            if not is_linked and not longest_at(self._objects, spoken, place):
                continue
            is_named = self._names.named(before, 0) == place
            tells = self._shapes.begins(after) >= SURELY if is_linked else not self._tells(after)
            if tells and (is_named or not self._is_no_recipient(before)):
                yield Sign(Kind.GIVEN, " ".join(spoken[: place + 1]))
            return

    def _acts(self, word: str) -> bool:
        """Whether what follows "someone" tells of them: "someone is", "everybody leaves"."""
        language = self._language
        verbs = language.be | language.modals | self._lists["third_verbs"]
        if (word,) in verbs | self._lists["clause_words"] | language.adverbs:
            return True
        forms = language.complements
        told = word.endswith(("s", "ed", "ing")) and bool(forms.kinds(word))
        return told or forms.irregular(word) is not None

    def _tells(self, spoken: NameWords) -> bool:
        """Whether words have a verb of which one can be sure."""
        return any((word,) in self._lists["clause_words"] for word in spoken)

    def _is_no_recipient(self, before: NameWords) -> bool:
        """Whether words in front are not somebody: they tell, greet, or say when and where."""
        language = self._language
        joining = language.prepositions | language.to | language.into | language.conjunctions
        joining = joining | language.clauses | language.at | language.times | language.locating
        joining = joining | self._lists["days"] | language.adverbs
        joining = (
            joining | language.relatives | self._lists["wh_words"] | self._lists["number_words"]
        )
        is_noun = longest_at(language.determiners, before, 0) > 0
        tells = self._shapes.is_clause(before)
        if is_noun:
            irregular = language.complements.irregular
            past = any(word.endswith("ed") or irregular(word) for word in before[1:])
            tells = past or self._tells(before)
        if before[:1] in self._lists["whoever"]:
            return False
        tells = tells or longest_before(self._lists["before_that"], before, len(before)) > 0
        if tells or self._shapes.greets(before):
            return True
        return any((word,) in joining or word.endswith("ly") or word.isdecimal() for word in before)

    def _to_something(self, spoken: NameWords) -> Iterator[Sign]:
        """Yield "to sale", "to the sales floor" behind what asks for no such ending."""
        language = self._language
        end = len(spoken) - longest_before(language.trailing, spoken, len(spoken))
        for place in range(end - 2, 0, -1):
            if spoken[place : place + 1] not in language.to:
                continue
            bare = spoken[place + 1 + longest_at(language.determiners, spoken, place + 1) : end]
            if not bare or len(bare) > _LONGEST_TAIL:
                return
            following = spoken[place + 1 : place + 2]
            if following in language.indefinite | self._lists["quantifiers"]:
                return
            if any((word,) in self._lists["own_subjects"] for word in bare):
                return
            if spoken[place + 1 : place + 2] == bare[:1] and language.complements.is_base(bare[0]):
                return
            known = self._lists["systems"] | language.places | language.times | self._lists["days"]
            if bare in known or bare[-1:] in self._lists["spots"]:
                return
            if spoken[place + 1 : end] in language.places:
                return
            if any(word.isdecimal() or (word,) in self._lists["number_words"] for word in bare):
                return
            yield Sign(Kind.TO_UNKNOWN, " ".join(spoken[place:end]))
            return

    def _in_part_of_a_place(self, spoken: NameWords) -> Iterator[Sign]:
        """Yield "in science", where a channel is called data-science."""
        last = spoken[-1]
        into = spoken[-2:-1]
        if into in self._lists["place_leads"] and self._names.is_place((last,)):
            yield Sign(Kind.TO_NAME, " ".join(spoken[-2:]))
        if len(spoken) > _SHOWN and into in self._language.into and self._names.is_in_a_place(last):
            yield Sign(Kind.TO_UNKNOWN, " ".join(spoken[-2:]))
