"""Signs that words may not be what they seem: looked for in a text, whoever read it. Pure.

Each rule knows the language and who has which name, and nothing of how a phrase is read. A sign in
a text that is to be posted stands against posting it without a question.
"""

from collections.abc import Iterator

from postbox.directory.names.ear import in_digits
from postbox.directory.names.spelling import NameWords
from skill.understanding.doubts.revising import Revising
from skill.understanding.doubts.sign import Kind, Names, Sign
from skill.understanding.language import Language, longest_at, longest_before
from skill.understanding.sentences.shapes import WELL, Shapes

_LONGEST_NAME = 4
_EDGE = 2
_SOON = 8
_LONGEST_UNKNOWN = 3


class Signs:
    """Looks for signs in the texts of one language."""

    def __init__(self, language: Language, names: Names, shapes: Shapes) -> None:
        """Use this language's lists and these names."""
        self._language = language
        self._lists = language.signs
        self._names = names
        self._shapes = shapes
        self._revising = Revising(language)

    def in_any_text(
        self, spoken: NameWords, *, follows_a_first_name: bool, is_quoted: bool = False
    ) -> Iterator[Sign]:
        """Yield what stands against any text, for whomever it is.

        `follows_a_first_name` tells whether nothing but a single first name stands before it,
        `is_quoted` whether "saying" does.
        """
        yield from self._revising.in_any_text(spoken)
        yield from self._seconds(spoken)
        yield from self._negated(spoken)
        if not is_quoted:
            yield from self._first_time(spoken)
        yield from self._mentions(spoken)
        if follows_a_first_name:
            yield from self._goes_on(spoken)

    def before_a_name(self, spoken: NameWords) -> Iterator[Sign]:
        """Yield "no" of "... the van is here no to random": something before it was taken back."""
        language = self._language
        length = longest_before(self._lists["corrections"], spoken, len(spoken))
        # "Sit down and wait", "you may rather": what governs a word makes it the text's own.
        governs = language.conjunctions | language.to | language.modals
        if 0 < length < len(spoken) and spoken[-length - 1 : -length] not in governs:
            yield Sign(Kind.CORRECTION, " ".join(spoken[-length:]))

    def of_things(self, spoken: NameWords) -> Iterator[Sign]:
        """Yield what has no message in it: "it again", "the numbers"."""
        if self._shapes.is_lone(spoken):
            yield Sign(Kind.LONE, " ".join(spoken))
        elif self._shapes.is_thing(spoken):
            yield Sign(Kind.THING, " ".join(spoken))

    def _mentions(self, spoken: NameWords) -> Iterator[Sign]:
        """Yield "... and mention zebulon": whoever is certain has been taken off before."""
        for place in range(1, len(spoken)):
            length = longest_at(self._language.mention, spoken, place)
            if length and 0 < len(spoken) - place - length < _LONGEST_NAME:
                yield Sign(Kind.MENTION, " ".join(spoken[place:]))
                return

    def in_undirected_text(self, spoken: NameWords, asks: bool) -> Iterator[Sign]:
        """Yield what stands against a text for which nobody is named.

        `asks` tells whether the text before its last preposition asks for more.
        """
        yield from self._first_name(spoken)
        yield from self._last_name(spoken)
        yield from self._behind_preposition(spoken, asks)
        yield from self._manner(spoken)
        yield from self._led(spoken)
        if not asks:
            yield from self._last_time(spoken)
        yield from self._channel_between(spoken)
        yield from self._self(spoken, asks)
        yield from self._telling(spoken)
        yield from self._indirect(spoken)
        length = longest_at(self._lists["settings"], spoken, 0)
        length = length or longest_before(self._lists["settings"], spoken, len(spoken))
        if length:
            yield Sign(Kind.SETTING, " ".join(spoken[:length]))

    def in_bare_text(self, spoken: NameWords) -> Iterator[Sign]:
        """Yield what stands against a text without a verb for sending: it speaks of Slack."""
        for place in range(len(spoken)):
            length = longest_at(self._lists["of_slack"], spoken, place)
            if length:
                yield Sign(Kind.SETTING, " ".join(spoken[place : place + length]))
                return

    def _seconds(self, spoken: NameWords) -> Iterator[Sign]:
        for place in range(1, len(spoken)):
            same = longest_at(self._lists["same_to"], spoken, place)
            if same and self._is_someone(spoken, place + same):
                yield Sign(Kind.SECOND, " ".join(spoken[place : place + same + 1]))
            joined = longest_at(self._lists["and"], spoken, place)
            verb = longest_at(self._lists["telling_verbs"], spoken, place + joined) if joined else 0
            end = place + joined + verb
            if verb and self._is_someone(spoken, end):
                yield Sign(Kind.SECOND, " ".join(spoken[place : end + 1]))
            posts = longest_at(self._lists["posting"], spoken, place + joined) if joined else 0
            if posts and self._names.named(spoken, place + joined + posts):
                yield Sign(Kind.SECOND, " ".join(spoken[place : place + joined + posts + 1]))

    def wished_later(self, spoken: NameWords) -> Iterator[Sign]:
        """Yield "a happy birthday on saturday": it may be for then."""
        for place in range(1, len(spoken) - 1):
            leads = spoken[place : place + 1] in self._lists["time_leads"]
            if leads and self._shapes.time_run(spoken, place) == len(spoken) - place:
                yield Sign(Kind.TIME, " ".join(spoken[place:]))
                return

    def _first_time(self, spoken: NameWords) -> Iterator[Sign]:
        """Yield "at six that the window is open", "in ten minutes i'm rebooting"."""
        if spoken[:1] not in self._lists["time_leads"]:
            return
        length = self._shapes.time_run(spoken, 0)
        following = spoken[length : length + 1]
        known = self._language
        joins = known.that | known.to | known.subjects | known.beginnings
        goes_on = following in joins | self._lists["concerning"]
        if length > 1 and (goes_on or self._shapes.is_clause(spoken[length + 1 :])):
            yield Sign(Kind.TIME, " ".join(spoken[:length]))

    def _last_time(self, spoken: NameWords) -> Iterator[Sign]:
        """Yield "... to general at midnight": a recipient stands before a time."""
        for place in range(1, len(spoken) - 2):
            lead = longest_at(self._language.to | self._language.into, spoken, place)
            end = self._names.named(spoken, place + lead) if lead else 0
            if (
                end
                and end < len(spoken)
                and self._shapes.time_run(spoken, end) == len(spoken) - end
            ):
                yield Sign(Kind.TIME, " ".join(spoken[place:]))
                return

    def _led(self, spoken: NameWords) -> Iterator[Sign]:
        """Yield "in wine cellar two cases arrived", "to the moon we go"."""
        language = self._language
        lead = longest_at(language.to | language.into, spoken, 0)
        following = spoken[lead : lead + 1]
        if not lead or not following:
            return
        fixed = longest_at(language.fixed | language.idioms, spoken, 0)
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
        if verb or gerund or longest_at(language.places, spoken, lead):
            return
        yield Sign(Kind.LED, " ".join(spoken[: lead + 1]))

    def _channel_between(self, spoken: NameWords) -> Iterator[Sign]:
        """Yield "... to the design channel ...": somewhere in the text."""
        for place in range(1, len(spoken)):
            to = longest_at(self._language.to, spoken, place)
            end = self._names.named(spoken, place + to) if to else 0
            if end and longest_before(self._language.channel_words, spoken, end):
                yield Sign(Kind.TO_NAME, " ".join(spoken[place:end]))
                return

    def _negated(self, spoken: NameWords) -> Iterator[Sign]:
        for place in range(len(spoken)):
            negation = longest_at(self._lists["negations"], spoken, place)
            if negation < _EDGE:
                continue
            end = self._names.named(spoken, place + negation)
            if end and (end == len(spoken) or place == 0):
                yield Sign(Kind.NEGATED, " ".join(spoken[place:end]))

    def _is_someone(self, spoken: NameWords, at: int) -> bool:
        return bool(self._names.named(spoken, at)) or self._names.looks_like_a_name(
            spoken[at : at + 1]
        )

    def behind_a_name(self, spoken: NameWords, *, is_linked: bool = False) -> Iterator[Sign]:
        """Yield what stands against a text right behind a name: a list may go on.

        `is_linked` tells that "saying" parts them.
        """
        goes_on = self._language.conjunctions | {("or",), ("of",)}
        if not is_linked and spoken[:1] in goes_on:
            yield Sign(Kind.GOES_ON, " ".join(spoken[:2]))
        lacking = spoken[1:2] not in self._lists["clause_words"]
        if spoken[:1] in self._lists["lone_pronouns"] and lacking and not self._is_told(spoken):
            yield Sign(Kind.LONE, " ".join(spoken[:2]))
        if longest_at(self._lists["together"], spoken, 0):
            yield Sign(Kind.SECOND, spoken[0])
        amends = longest_at(self._lists["amends"], spoken, 0)
        if amends and self._names.named(spoken, amends):
            yield Sign(Kind.CORRECTION, " ".join(spoken[: amends + 1]))
        described = longest_at(self._lists["described_by"], spoken, 0)
        end = self._names.named(spoken, described) if described else 0
        if end and spoken[end : end + 1] in self._lists["clause_leads"]:
            yield Sign(Kind.LED, " ".join(spoken[:end]))

    def _is_told(self, spoken: NameWords) -> bool:
        """Whether "it" is the subject of what follows: "it works", "it just broke"."""
        return any(word.endswith(("s", "ed", "nt")) for word in spoken[1:3])

    def _goes_on(self, spoken: NameWords) -> Iterator[Sign]:
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
        owner = first.removesuffix("s")
        if owner != first and (owner in language.given_names or self._names.is_in_a_name(owner)):
            return
        is_subject = following in language.be or following in language.modals
        if not is_subject or longest_at(language.sure_linkers, spoken, 1):
            yield Sign(Kind.GOES_ON, first)

    def _first_name(self, spoken: NameWords) -> Iterator[Sign]:
        end = self._names.named(spoken, 0)
        if end and end < len(spoken) and self._is_texts_own(spoken, end):
            return
        if not end:
            lengths = range(min(_LONGEST_NAME, len(spoken)), 0, -1)
            end = next((length for length in lengths if self._names.has_left(spoken[:length])), 0)
            end = end or self._begins_as_somebody_was_called(spoken)
        if end and not self._is_subject(spoken, end):
            yield Sign(Kind.NAME_FIRST, " ".join(spoken[:end]))

    def _begins_as_somebody_was_called(self, spoken: NameWords) -> int:
        """Return 1 where the first word is the first name of somebody who has left."""
        language, first = self._language, spoken[0]
        is_name = first in language.given_names or first not in language.words
        had = len(first) > _EDGE and is_name and self._names.had(spoken[:1])
        return int(had and len(spoken) > 1 and self._shapes.begins(spoken[1:]) >= WELL)

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

    def _last_name(self, spoken: NameWords) -> Iterator[Sign]:
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
                yield Sign(Kind.NAME_LAST, " ".join(spoken[start:end]))
                return

    def _behind_preposition(self, spoken: NameWords, asks: bool) -> Iterator[Sign]:
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
            article = longest_at(language.determiners, names, 0) > 0
            if into and article and not longest_before(language.channel_words, names, len(names)):
                continue
            words = " ".join(spoken[place:end])
            left = any(self._names.has_left(names[n:]) for n in range(min(2, len(names))))
            left = left or (to > 0 and not asks and self._names.had(names))
            if self._names.named(spoken[:end], place + length) == end or left:
                if not into or self._names.is_place(names) or left:
                    yield Sign(Kind.TO_NAME, words)
            elif to and self._may_be_someone(names, asks):
                yield Sign(Kind.TO_UNKNOWN, words)

    def _may_be_someone(self, names: NameWords, asks: bool) -> bool:
        """Whether words behind a "to" that nobody has for a name may be meant as one."""
        language = self._language
        start = longest_at(language.determiners, names, 0)
        if names[:1] in self._lists["quantifiers"] and len(names) > 1:
            return False
        bare = names[start:]
        if not bare or len(bare) > _LONGEST_UNKNOWN:
            return False
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

    def _manner(self, spoken: NameWords) -> Iterator[Sign]:
        private = self._lists["private_manner"] | self._lists["not_public"]
        for place in range(len(spoken)):
            length = longest_at(private, spoken, place)
            at_edge = place == 0 or place + length == len(spoken)
            before_name = (
                length and spoken[place + length : place + length + 1] in self._language.to
            )
            if length and (at_edge or before_name):
                yield Sign(Kind.MANNER, " ".join(spoken[place : place + length]))

    def _self(self, spoken: NameWords, asks: bool) -> Iterator[Sign]:
        length = longest_before(self._lists["self"], spoken, len(spoken))
        before = spoken[len(spoken) - length - 1 : len(spoken) - length]
        if length and before in self._language.to and not asks:
            yield Sign(Kind.SELF, " ".join(spoken[-length - 1 :]))
        if spoken[:1] in self._lists["self"] or longest_at(self._lists["self_notes"], spoken, 0):
            yield Sign(Kind.SELF, spoken[0])

    def _telling(self, spoken: NameWords) -> Iterator[Sign]:
        for place in range(1, min(len(spoken), _SOON)):
            length = longest_at(self._lists["messages_saying"], spoken, place)
            if length:
                yield Sign(Kind.TELLING, " ".join(spoken[place : place + length]))
                return
        sees_to = longest_at(self._lists["seeing_to"], spoken, 0)
        end = self._names.named(spoken, sees_to) if sees_to else 0
        if end and longest_at(self._lists["getting_to_know"], spoken, end):
            yield Sign(Kind.TELLING, " ".join(spoken[: end + 1]))
        for verbs in ("telling_verbs", "asking_verbs", "thanking_verbs"):
            length = longest_at(self._lists[verbs], spoken, 0)
            if length and length < len(spoken) and not self._is_noun(spoken, length):
                yield Sign(Kind.TELLING, " ".join(spoken[: length + 1]))
                return
        yield from self._telling_then(spoken)

    def _telling_then(self, spoken: NameWords) -> Iterator[Sign]:
        """Yield "to tell" of "at closing time to tell everyone well done"."""
        verbs = self._lists["telling_verbs"] | self._lists["asking_verbs"]
        verbs = verbs | self._lists["reminding_verbs"]
        for place in range(1, min(len(spoken) - 2, _SOON)):
            to = spoken[place : place + 1] in self._language.to
            verb = longest_at(verbs, spoken, place + 1) if to else 0
            if verb and not self._shapes.is_clause(spoken[:place]):
                yield Sign(Kind.TELLING, " ".join(spoken[place : place + verb + 2]))
                return

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

    def _indirect(self, spoken: NameWords) -> Iterator[Sign]:
        if spoken[:1] in ((("whether",)), (("about",))):
            yield Sign(Kind.INDIRECT, spoken[0])
        to = spoken[:1] in self._language.to and len(spoken) > 1
        if to and self._language.complements.is_base(spoken[1]):
            yield Sign(Kind.INDIRECT, " ".join(spoken[:2]))
