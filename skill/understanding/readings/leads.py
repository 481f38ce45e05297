"""What stands between "send", a name and a text: manner, hesitations, "a message saying". Pure."""

from postbox.directory.names.spelling import NameWords
from skill.understanding.indirect.hearers import Speech
from skill.understanding.language import Language, longest_at, longest_before
from skill.understanding.phrase import Phrase
from skill.understanding.readings.fillers import only_opens, searched
from skill.understanding.readings.linkers import Linkers
from skill.understanding.readings.place import Place
from skill.understanding.readings.reading import Role
from skill.understanding.sentences.shapes import SURELY, WELL, Shapes
from skill.understanding.wording.nouns import MessageNouns

_TO_SAY = 2
_NOUN_WITH_ARTICLE = 2
_SOME_TEXT = 3


class Leads:
    """Goes past the words of one language that lead from one thing to the next."""

    def __init__(self, language: Language, shapes: Shapes) -> None:
        """Use this language's lists."""
        self._language = language
        self._signs = language.signs
        self._shapes = shapes
        self._private = self._signs["private_manner"] | self._signs["not_public"]
        self.linkers = Linkers(language)
        self.nouns = MessageNouns(language)

    def skipped(self, phrase: Phrase, at: Place) -> Place:
        """Go past "just", "please", "privately", "um"."""
        while at.place < len(phrase):
            private = longest_at(self._signs["private_manner"], phrase.spoken, at.place)
            plain = longest_at(self._signs["plain_manner"], phrase.spoken, at.place)
            filler = longest_at(self._signs["fillers"], phrase.spoken, at.place)
            length = max(private, plain, filler)
            if not length:
                break
            role = Role.FILLER if filler == length else Role.MANNER
            at = at.on(length, role, private=private == length)
        return at

    def hesitated(self, phrase: Phrase, at: Place) -> Place:
        """Go past "uh"."""
        length = longest_at(self._signs["fillers"], phrase.spoken, at.place)
        return at.on(length, Role.FILLER)

    def manner(self, phrase: Phrase, at: Place) -> Place:
        """Go past manner behind a name, where it is hardly the text's own."""
        while True:
            private = longest_at(self._private, phrase.spoken, at.place)
            plain = longest_at(self._signs["plain_manner"], phrase.spoken, at.place)
            behind = at.place + plain
            linked = plain and (
                self.linkers.length_at(phrase, behind)
                or longest_at(self._private, phrase.spoken, behind)
            )
            if private and self._is_own(phrase, at.place, private):
                return at.on(0, Role.MANNER, private=True)
            follows = longest_at(self._private, phrase.spoken, behind) if plain else 0
            if follows and self._is_own(phrase, behind, follows):
                return at.on(0, Role.MANNER, private=True)
            if private:
                at = at.on(private, Role.MANNER, private=True)
            elif linked:
                at = at.on(plain, Role.MANNER)
            else:
                return at

    def _is_own(self, phrase: Phrase, at: int, length: int) -> bool:
        """Whether "between you and me" begins the text: it tells whoever reads it so."""
        said = phrase.spoken[at : at + length]
        behind = at + length
        linked = self.linkers.length_at(phrase, behind) or self.nouns.at(phrase, behind)
        return said in self._signs["in_confidence"] and behind < len(phrase) and not linked

    def linked(
        self, phrase: Phrase, at: Place, speech: Speech, *, is_sent: bool = False
    ) -> tuple[Place, Speech, bool]:
        """Go past "privately", "a message saying", "know that", "exactly this".

        `is_sent` tells that a verb of sending stands before the name, so that "the message" is what
        is sent. Returns where the text begins, how it is said, and whether anything linked it.
        """
        start, spoken = at.place, phrase.spoken
        at = self.manner(phrase, self._past_filling(phrase, at))
        noun = self._noun(phrase, at, is_sent=is_sent)
        heads_up = longest_at(self._signs["heads_up"], spoken, at.place)
        shout = self._shout(spoken, at.place) if speech is Speech.GIVE else 0
        at = self.manner(phrase, at.on(max(noun, heads_up, shout), Role.CARRIER))
        length = self._linker(phrase, at)
        linked = at.place + length
        if not noun and spoken[at.place : linked] in self._signs["of_a_message"]:
            # "(A note to) olu reading the attic is dry"; "reading glasses" are the text's own.
            length = length if self._shapes.begins(spoken[linked:]) >= SURELY else 0
        exactly = longest_at(self._signs["exactly"], spoken, at.place)
        exactly = exactly if exactly > 1 else 0
        at = at.on(max(length, exactly), Role.CARRIER)
        if spoken[at.place - 1 : at.place] not in self._language.that:
            hesitated = self._filled(phrase, at)
            again = self._begun_again(spoken, hesitated.place) if hesitated != at else 0
            at = hesitated.on(again, Role.CARRIER)
        if at.place == start:
            return at, speech, False
        if heads_up:
            speech = Speech.HEADS_UP
        elif shout:
            speech = Speech.TELL
        elif longest_before(self._signs["quoting"], spoken, at.place) or exactly:
            speech = Speech.QUOTE if speech is Speech.TELL else speech
        return at, speech, bool(noun or heads_up or shout or length or exactly)

    def _shout(self, spoken: NameWords, at: int) -> int:
        """Return how many words "a shout" has that somebody is given; "a ring" is a call."""
        return longest_at(self._signs["shouts"], spoken, at)

    def _filled(self, phrase: Phrase, at: Place) -> Place:
        """Go past "uh", "er yeah", "like uh", "uh how do you say"."""
        spoken, known = phrase.spoken, self._signs
        before = longest_at(known["discourse"], spoken, at.place)
        fillers = known["fillers"] | (known["fillers_at_start"] if not before else frozenset())
        filler = longest_at(fillers, spoken, at.place + before)
        if not filler:
            return at
        end = at.place + before + filler
        behind = searched(spoken, end, self._language)
        behind = behind or only_opens(phrase, end, self._language)
        end += behind if end + behind < len(spoken) else 0
        return at.on(end - at.place, Role.FILLER)

    def _past_filling(self, phrase: Phrase, at: Place) -> Place:
        """Go past "ehm well" of "ehm well that the mirror is broken"."""
        filler = longest_at(self._signs["fillers"], phrase.spoken, at.place)
        end = at.place + filler
        end += longest_at(self._signs["discourse"], phrase.spoken, end) if filler else 0
        linked = filler and phrase.spoken[end : end + 1] in self._language.that
        return at.on(end - at.place, Role.FILLER) if linked else at

    def _begun_again(self, spoken: NameWords, at: int) -> int:
        """Return how many words "tell him that" has of "kevin uh tell him that ...".

        "Tell them no" may be what Kevin is to tell others, and "let him know ..." too.
        """
        verb = longest_at(self._signs["telling_verbs"], spoken, at)
        place = at + verb
        linked = spoken[place + 1 : place + 2] in self._language.that
        told = self._signs["pronouns"] if linked else self._signs["told_again"]
        allows = spoken[at:place] in self._signs["allowing"]
        if not verb or allows or spoken[place : place + 1] not in told:
            return 0
        return verb + 1 + linked

    def _noun(self, phrase: Phrase, at: Place, *, is_sent: bool) -> int:
        """Return how many words "a message" has where it leads to a text."""
        spoken = phrase.spoken
        ends = (at.place + length for length in self.nouns.at(phrase, at.place))
        named = self._language.naming
        led = (
            end
            for end in ends
            if not (spoken[at.place : end] in named and self._is_told_which(spoken, end))
            if end == len(spoken)
            or self.linkers.length_at(phrase, end)
            or self._leads_to_a_text(phrase, at.place, end, is_sent=is_sent)
        )
        return max(led, default=at.place) - at.place

    def begins_behind_a_message(self, spoken: NameWords, at: int) -> bool:
        """Whether what follows "a message" is surely a text: "we won", "call me", "who's in"."""
        return self._shapes.begins(spoken[at:]) >= WELL and self._shapes.is_clause(spoken[at:])

    def _leads_to_a_text(self, phrase: Phrase, start: int, end: int, *, is_sent: bool) -> bool:
        """Whether a text follows "a message" without a linker; "something nice" is no text."""
        spoken, language = phrase.spoken, self._language
        is_known = spoken[start:end] in language.naming
        is_bare = end == start + 1 and spoken[end : end + 1] in language.definite
        if longest_at(self._signs["message_parts"], spoken, end) and is_known:
            # "The message queue is full" tells of the queue.
            return False
        ends = len(spoken) - longest_before(language.trailing, spoken, len(spoken))
        if is_bare and not self._shapes.is_clause(spoken[end:ends]):
            # "Message the photographer please" is an order.
            return False
        opens = longest_at(language.idioms | self._signs["text_openers"], spoken, end)
        if opens and (is_sent or not is_known):
            return self._shapes.is_clause(spoken[end + opens :])
        if is_sent and is_known and self._is_worded(spoken, end):
            return True
        if spoken[start:end] in self._signs["needing_a_linker"]:
            # "Drop ana a line the labels came back" has its text all the same.
            tells = self._shapes.begins(spoken[end:]) >= SURELY
            own = spoken[start:end] in self._signs["lines"]
            # What is told shortly has its verb in the apostrophe: "the sheet's on the desk".
            short = phrase.after(end).replace("\u2019", "'").split()[:-1]
            is_told = any(word.endswith("'s") for word in short)
            return own and tells and (is_told or self._shapes.is_clause(spoken[end:]))
        if self._shapes.begins(spoken[end:]) >= WELL:
            return True
        goes_on = language.prepositions | language.be | language.modals | language.conjunctions
        few = end - start < _NOUN_WITH_ARTICLE or len(spoken) - end < _SOME_TEXT
        told_of = spoken[start : start + 1] not in language.indefinite or spoken[end].endswith("s")
        return not few and not told_of and spoken[end : end + 1] not in goes_on

    def _is_told_which(self, spoken: NameWords, at: int) -> bool:
        """Whether it is told which message: "the message i got from her", "the note ana left"."""
        subject = at + (spoken[at : at + 1] in self._language.that)
        for verb in (subject + 1, subject + 2):
            if spoken[verb : verb + 1] in self._signs["ways_it_came"]:
                behind = spoken[verb + 1 : verb + 2]
                ends = self._language.prepositions | self._language.times | self._language.to
                return not behind or behind in ends | self._language.indirect_objects
        return False

    def _is_worded(self, spoken: NameWords, at: int) -> bool:
        """Whether what follows "the message" says something by itself: "room nine is free"."""
        known = spoken[at : at + 1]
        goes_on = self._language.after_naming | self._language.prepositions
        is_name = all(word not in self._language.words for word in known)
        if is_name or longest_at(goes_on | self._signs["message_parts"], spoken, at):
            return False
        return self._shapes.is_clause(spoken[at:])

    def _linker(self, phrase: Phrase, at: Place) -> int:
        """Return how many words link a text; "to say no" is an order, "to say I'm late" links."""
        length = self.linkers.length_at(phrase, at.place)
        first = phrase.spoken[at.place : at.place + 1]
        if length != _TO_SAY or first not in self._signs["before_a_verb"]:
            return length
        begins = self._shapes.begins(phrase.spoken[at.place + length :])
        return length if begins >= SURELY else 0
