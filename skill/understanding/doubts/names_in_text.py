"""Names at the edges of a text, which may be whom it is for. Pure."""

from collections.abc import Iterator

from postbox.directory.names.ear import in_digits
from postbox.directory.names.spelling import NameWords
from skill.understanding.doubts.sign import Sign, SignKind
from skill.understanding.language import Language, longest_at, longest_before
from skill.understanding.names.facts import NameFacts
from skill.understanding.sentences.shapes import SURELY, WELL, Shapes

_LONGEST_NAME = 4
_EDGE = 2
_LONGEST_UNKNOWN = 3


class NamesInText:
    """Looks for names at the edges of texts."""

    def __init__(self, language: Language, names: NameFacts, shapes: Shapes) -> None:
        """Use this language's lists and these names."""
        self._language = language
        self._lists = language.signs
        self._names = names
        self._shapes = shapes

    def led(self, spoken: NameWords) -> Iterator[Sign]:
        """Yield "in wine cellar two cases arrived", "to the moon we go"."""
        language = self._language
        lead = longest_at(language.to | language.into, spoken, 0)
        following = spoken[lead : lead + 1]
        if not lead or not following:
            return
        fixed = longest_at(language.fixed | language.idioms, spoken, 0)
        fixed = fixed or longest_at(self._lists["openers_with_to"], spoken, 0)
        number = any(word.isdecimal() for word in in_digits(following))
        glue = (
            language.not_names
            | language.before_nouns
            | language.pronouns
            | self._lists["not_places"]
        )
        if fixed or number or following in glue or following in language.times:
            return
        verb = language.complements.is_base(following[0]) and spoken[:1] in language.to
        gerund = following[0].endswith("ing")
        if verb or gerund or self._is_somewhere(spoken, lead):
            return
        yield Sign(SignKind.LED, " ".join(spoken[: lead + 1]))

    def _is_somewhere(self, spoken: NameWords, at: int) -> bool:
        """Whether a sentence begins with where: "in london it rains"; not "in kitchen soup ..."."""
        place = longest_at(self._language.places, spoken, at)
        known = (word in self._language.words for word in spoken[at : at + place])
        return place > 0 and (not any(known) or self._shapes.begins(spoken[at + place :]) >= SURELY)

    def channel_between(self, spoken: NameWords) -> Iterator[Sign]:
        """Yield "... to the design channel ...": somewhere in the text."""
        for place in range(1, len(spoken)):
            to = longest_at(self._language.to, spoken, place)
            end = self._names.named(spoken, place + to) if to else 0
            if end and longest_before(self._language.channel_words, spoken, end):
                yield Sign(SignKind.TO_NAME, " ".join(spoken[place:end]))
                return

    def goes_on(self, spoken: NameWords) -> Iterator[Sign]:
        """Yield a last name that nobody has, left behind a first name."""
        language = self._language
        if len(spoken) < _EDGE or longest_at(self._lists["greetings"], spoken, 0):
            return
        first, following = spoken[0], spoken[1:2]
        if first in language.words or not first.isalpha() or language.complements.kinds(first):
            return
        if len(first) == 1 and len(following[0]) == 1:
            # Letters of an abbreviation: "p r", "c s s".
            return
        ranges = spoken[2:3] in language.to | language.conjunctions
        if not ranges and any(
            part.isdecimal() for part in in_digits([following[0].removesuffix("s")])
        ):
            # "Cage forty", "berth nine" is no last name; "two to three days" says something.
            return
        owner = first.removesuffix("s")
        if owner != first and (owner in language.given_names or self._names.is_in_a_name(owner)):
            return
        is_subject = following in language.be or following in language.modals
        is_subject = is_subject or longest_at(self._lists["of_the_past"], spoken, 1) > 0
        if not is_subject or longest_at(language.sure_linkers, spoken, 1):
            yield Sign(SignKind.GOES_ON, first)

    def first_name(self, spoken: NameWords) -> Iterator[Sign]:
        """Yield a name that begins a text: "general the build is red"."""
        end = self._names.named(spoken, 0)
        if end and end < len(spoken) and self._is_texts_own(spoken, end):
            return
        if not end:
            lengths = range(min(_LONGEST_NAME, len(spoken)), 0, -1)
            end = next((length for length in lengths if self._names.has_left(spoken[:length])), 0)
            end = end or self._begins_as_somebody_was_called(spoken)
            end = end or self._begins_strangely(spoken)
        if end and not self._is_subject(spoken, end):
            yield Sign(SignKind.NAME_FIRST, " ".join(spoken[:end]))

    def _begins_as_somebody_was_called(self, spoken: NameWords) -> int:
        """Return 1 where the first word is the first name of somebody who has left."""
        language, first = self._language, spoken[0]
        is_name = first in language.given_names or first not in language.words
        had = len(first) > _EDGE and is_name and self._names.had(spoken[:1])
        return int(had and len(spoken) > 1 and self._shapes.begins(spoken[1:]) >= WELL)

    def _begins_strangely(self, spoken: NameWords) -> int:
        """Return where a text begins behind what can only be a name: "snufkin ogle it's late"."""
        language, end = self._language, 0
        while end < min(_LONGEST_UNKNOWN, len(spoken)) and self._is_strange(spoken[end]):
            end += 1
        linked = range(end, min(end + _EDGE, len(spoken)) if end else 0)
        if any(longest_at(language.sure_linkers, spoken, place) for place in linked):
            return end
        rest = spoken[end:]
        begins = self._shapes.begins(rest) >= SURELY and self._shapes.is_clause(rest)
        # "Snufkin ogle school is shut": those words are no subject of what has one itself.
        subject = rest and not (
            self._shapes.is_verb(rest, 0) or self._shapes.is_said_of_a_subject(rest, 0)
        )
        begins = begins or bool(subject and self._shapes.states(rest, ""))
        begins = begins or rest[1:2] in language.be
        return end if end >= _EDGE and begins else 0

    def _is_strange(self, word: str) -> bool:
        """Whether a word is no common one, and no form of a verb."""
        language = self._language
        known = word in language.words or bool(language.complements.kinds(word))
        return word.isalpha() and len(word) > _EDGE and not known

    def _is_subject(self, spoken: NameWords, end: int) -> bool:
        """Whether what follows a name tells of somebody: "ana is late", "kevin and i"."""
        language = self._language
        known = self._lists["subject_verbs"] | self._lists["opposing"]
        asks = spoken[end : end + 1] in language.modals and (
            spoken[end + 1 : end + 2] in language.pronouns
        )
        return spoken[end : end + 1] in known and not asks

    def _is_texts_own(self, spoken: NameWords, end: int) -> bool:
        """Whether a name is a common word that begins a text: "will you", "the design of"."""
        language = self._language
        if longest_at(language.determiners, spoken, 0):
            return not longest_before(language.channel_words, spoken, end)
        if end > 1 or spoken[0] not in language.words:
            return False
        rest = spoken[end:]
        if self._names.is_place(spoken[:end]) and self._counts(rest):
            # "Finance two taxis": no finance is counted.
            return False
        if self._shapes.is_thing(rest) and not self._names.is_place(spoken[:end]):
            return False
        if (spoken[0],) in language.modals and rest[:1] in language.pronouns:
            return True
        return self._shapes.begins(rest) < WELL or not self._shapes.is_clause(rest)

    def _counts(self, spoken: NameWords) -> bool:
        """Whether words begin with "the", or with a number of things."""
        article = longest_at(self._language.determiners, spoken, 0)
        return article > 0 or (len(spoken) > 1 and spoken[:1] in self._lists["number_words"])

    def last_name(self, spoken: NameWords) -> Iterator[Sign]:
        """Yield a name that ends a text: "the build is red general"."""
        length = longest_before(self._language.trailing, spoken, len(spoken))
        end = len(spoken) - length
        for start in range(max(1, end - _LONGEST_NAME), end):
            word = spoken[start : start + 1]
            if end - start == 1 and word[0] in self._language.words:
                continue
            if longest_at(self._language.determiners, spoken, start):
                continue
            if self._shapes.is_turned_round(spoken, start):
                return
            if self._names.named(spoken[:end], start) == end or self._names.has_left(
                spoken[start:end]
            ):
                yield Sign(SignKind.NAME_LAST, " ".join(spoken[start:end]))
                return

    def behind_preposition(self, spoken: NameWords, asks: bool) -> Iterator[Sign]:
        """Yield what may be whom it is for: "... to general", "... for the drivers"."""
        language = self._language
        end = len(spoken) - longest_before(language.trailing, spoken, len(spoken))
        for place in range(1, end - 1):
            to = longest_at(language.to, spoken, place)
            into = longest_at(language.into, spoken, place)
            other = longest_at(language.sharing | self._lists["for"], spoken, place)
            length = max(to, into, other)
            names = spoken[place + length : end]
            if not length or not names or spoken[place:end] in language.fixed:
                continue
            if self._comes_again(spoken, place, length) or self._greets_all(spoken[:place], names):
                continue
            article = longest_at(language.determiners, names, 0) > 0
            named = self._lists["for"]
            thanks = article and spoken[place : place + length] in named and self._greets(spoken)
            if thanks:
                continue
            if into and article and not longest_before(language.channel_words, names, len(names)):
                continue
            words = " ".join(spoken[place:end])
            left = any(self._names.has_left(names[n:]) for n in range(min(2, len(names))))
            left = left or (to > 0 and not asks and self._names.had(names))
            if self._names.named(spoken[:end], place + length) == end or left:
                if not into or self._names.is_place(names) or left:
                    yield Sign(SignKind.TO_NAME, words)
            elif to and (self._may_be_someone(names, asks) or self._are_all(names)):
                yield Sign(SignKind.TO_UNKNOWN, words)

    def _are_all(self, names: NameWords) -> bool:
        """Whether it is "to everybody on the list"; not "big up to everyone last night we ..."."""
        length = longest_at(self._lists["surely_everyone"], names, 0)
        known = self._language
        whose = known.prepositions | known.into | known.at
        ends = names[length : length + 1] in whose or length == len(names)
        return length > 0 and ends

    def _greets(self, spoken: NameWords) -> bool:
        """Whether words thank or wish, so that a "for" tells what for."""
        return self._shapes.greets(spoken)

    def _greets_all(self, before: NameWords, names: NameWords) -> bool:
        """Whether it is "happy new year to everyone in the depot".

        Not "sorry wrong door to everyone in the depot": that is a message, and who is to get it.
        """
        greeting = longest_at(self._lists["greetings"], before, 0)
        only = all((word,) in self._language.adverbs for word in before[greeting:])
        return longest_at(self._lists["everyone"], names, 0) > 0 and greeting > 0 and only

    def _comes_again(self, spoken: NameWords, place: int, length: int) -> bool:
        """Whether it is "wall to wall", "day to day", "to and fro"."""
        before, after = spoken[place - 1 : place], spoken[place + length : place + length + 1]
        return before == after or after in self._language.conjunctions

    def _may_be_someone(self, names: NameWords, asks: bool) -> bool:
        """Whether words behind a "to" that nobody has for a name may be meant as one."""
        language = self._language
        start = longest_at(language.determiners, names, 0)
        if names[:1] in self._lists["quantifiers"] and len(names) > 1:
            return False
        bare = names[start:]
        if not bare or len(bare) > _LONGEST_UNKNOWN:
            return False
        if start and len(bare) > 1 and longest_at(self._lists["crowds"], bare, 0):
            # "The people upstairs", "the lads on site".
            return True
        team = longest_before(self._lists["team_words"], bare, len(bare))
        role = longest_before(self._lists["roles"], bare, len(bare)) == len(bare)
        if bare in self._lists["organisation"] or (team and team < len(bare)):
            return True
        if asks:
            return False
        if start and (role or team):
            return True
        if any((word,) in language.not_names for word in bare) or bare in self._lists["systems"]:
            return False
        if language.complements.is_base(bare[0]) or names in language.places:
            return False
        return not start and self._names.looks_like_a_name(bare)
