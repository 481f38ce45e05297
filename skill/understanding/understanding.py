"""From a dictated phrase to a verdict. Pure.

All readings are made (readings/), signs of doubt are looked for in what the best one would post
(signs.py, tact.py), and both together decide (verdict.py).
"""

from dataclasses import dataclass, replace
from functools import cached_property

from postbox.directory.names.spelling import NameWords
from postbox.directory.names.words import fold, words
from skill.understanding.carrier import Carrier
from skill.understanding.doubting import Doubting
from skill.understanding.doubts.sign import Sign, SignKind
from skill.understanding.doubts.tact import tactless
from skill.understanding.emoji.dictated import with_emoji
from skill.understanding.indirect import English, Hearers, Speech, Turned, indirect
from skill.understanding.language import Language, longest_at
from skill.understanding.names.candidate import EXACT, PART_OF_CHANNEL, Candidate, Kind
from skill.understanding.names.recipients import RecipientReader
from skill.understanding.names.resolution import Resolver, Wanted
from skill.understanding.phrase import Phrase
from skill.understanding.readings.addresses.address import Address
from skill.understanding.readings.addresses.address_reader import AddressReader
from skill.understanding.readings.reader import PhraseReader
from skill.understanding.readings.reading import Part, Reading
from skill.understanding.understood import Understood
from skill.understanding.verdict import Action, Message, Preference, Verdict, Weighed, judged
from skill.understanding.wording.corrections import taken_back
from skill.understanding.wording.mentions import MentionReader
from skill.understanding.wording.nouns import MessageNouns
from skill.understanding.wording.punctuation import punctuated
from skill.understanding.wording.quoting import quoted

CANCEL = "AMAZON.CancelIntent"
_NAMED, _WRITTEN = 2.6, 6.0
_PLACES = Wanted(Kind.CHANNEL)
_SHARED = frozenset({Carrier.HAVE, Carrier.HEADS_UP, Carrier.THANK})


class Understanding:
    """Understands the phrases of one link."""

    def __init__(
        self,
        resolver: Resolver,
        language: Language,
        speaker: Candidate | None = None,
        *,
        writes_marks: bool = True,
    ) -> None:
        """Resolve names by this resolver, in this language; `speaker` is whom "me" means.

        With `writes_marks` punctuation and emoji that were dictated by name are written as such.
        """
        self._writes_marks = writes_marks
        self._language = language
        self.reader = RecipientReader(resolver, language)
        self._addresses = AddressReader(self.reader, language, speaker)
        self._speaker = speaker
        self._reader = PhraseReader(self.reader, self._addresses, language)
        self._doubting = Doubting(
            language, self, self._reader.shapes, self.reader, speaker, self._to_look_for_marks
        )
        self._nouns = MessageNouns(language)
        self.mentions = MentionReader(self.reader, language)

    @cached_property
    def _indirect(self) -> English | None:
        return indirect(self._language.name)

    def judge(
        self, dictated: str, carrier: Carrier, preference: Preference = Preference.IN_DOUBT
    ) -> Verdict:
        """Return what is to become of a phrase, with all its readings."""
        phrase, mentions = self._without_mentions(Phrase(dictated))
        readings = self._reader.readings(phrase, carrier)
        weighed = [
            Weighed(
                phrase.text,
                reading,
                tuple(self._message(phrase, part, mentions)[0] for part in reading.parts),
            )
            for reading in readings
        ]
        if not weighed:
            return Verdict(Action.WHOM, why="nobody is named")
        if taken_back(phrase.spoken, self._language):
            return Verdict(
                Action.COMMAND, command=CANCEL, readings=tuple(weighed), why="it was taken back"
            )
        best = weighed[0]
        if self._is_no_message(phrase, carrier, best):
            return Verdict(Action.COMMAND, readings=tuple(weighed), why="not said of a message")
        signs = [
            sign
            for part, message in zip(best.reading.parts, best.messages, strict=True)
            for sign in self._doubting.of(phrase, part, message.text, carrier)
        ]
        if carrier is Carrier.BARE:
            signs += self._doubting.in_bare_text(phrase.spoken)
        lone = [sign for sign in signs if sign.kind is SignKind.LONE]
        if lone and best.messages[0].is_default:
            return Verdict(
                Action.COMMAND, signs=tuple(signs), readings=tuple(weighed), why=lone[0].kind.value
            )
        unsure = any(not self._message(phrase, part, ())[1] for part in best.reading.parts)
        return judged(weighed, signs, is_unsure=unsure, preference=preference)

    def _is_no_message(self, phrase: Phrase, carrier: Carrier, best: Weighed) -> bool:
        """Whether the words only share a verb with a message: "give me ...", "get rid of ..."."""
        if carrier not in _SHARED:
            return False
        if phrase.spoken[:1] in self._language.signs["not_told"]:
            return True
        heads_up = best.reading.parts[0].speech is Speech.HEADS_UP
        return carrier is Carrier.HEADS_UP and not heads_up

    def _without_mentions(self, phrase: Phrase) -> tuple[Phrase, tuple[Candidate, ...]]:
        """Return a phrase without "and mention ana", wherever a recipient may follow it."""
        leads = self.mentions.leads(phrase)
        if not leads:
            return phrase, ()
        preposition = self._language.to | self._language.into
        for end in range(len(phrase), 1, -1):
            is_end = end == len(phrase) or phrase.spoken[end : end + 1] in preposition
            found = self.mentions.read(phrase, leads, end) if is_end else None
            if found:
                rest = phrase.between(0, found.place)
                behind = phrase.between(end, len(phrase))
                return Phrase(f"{rest} {behind}" if behind else rest), found.people
        return phrase, ()

    def understand(
        self, dictated: str, carrier: Carrier, preference: Preference = Preference.IN_DOUBT
    ) -> Understood:
        """Return a phrase as composing takes it up."""
        return _understood(dictated, self.judge(dictated, carrier, preference))

    def said_to(self, dictated: str, to: tuple[Candidate, ...]) -> "SaidText":
        """Return words as a text for those who were named before, and what stands against it."""
        phrase, mentions = self._without_mentions(Phrase(dictated))
        readings = self._reader.readings(phrase, Carrier.TEXT)
        part = next(reading.parts[0] for reading in readings if _is_text_alone(reading))
        spoken = tuple(word for start, end in part.runs for word in phrase.spoken[start:end])
        part = replace(part, speech=Speech.QUOTE)
        message, _ = self._message(phrase, part, mentions)
        signs = list(self._doubting.in_text_asked_for(part, spoken, message.text))
        if any(candidate.kind is Kind.CHANNEL for candidate in to):
            signs += tactless(spoken, self._language, self, self._reader.shapes)
        return SaidText(message.text, mentions, tuple(signs))

    def speaks_of_a_message(self, phrase: Phrase, at: int) -> bool:
        """Whether "a message to ..." stands there, behind a verb that need not be known."""
        return self._nouns.is_addressed(phrase, at)

    def states(self, phrase: Phrase) -> bool:
        """Whether words say something of something: "bay nine's shut", "training is off tonight".

        What begins like an order may be one to Alexa, and what begins like a question, too. So may
        an unknown word before a name be ("flick will the number"), and where a sentence may turn
        nothing is sure.
        """
        spoken, hinges = phrase.spoken, self._language.signs["hinges"]
        if self.named(spoken, 1) and not self.is_place(spoken[1 : self.named(spoken, 1)]):
            return False
        if any(longest_at(hinges, spoken, place) for place in range(1, len(spoken))):
            return False
        return self._reader.shapes.states(spoken, phrase.text)

    # What signs want to know of names

    def named(self, spoken: NameWords, at: int) -> int:
        """Return where a name that somebody has ends that begins at a word; 0 for none."""
        if at >= len(spoken):
            return 0
        found = self._addresses.exact_at(spoken, at)
        if not found or found.fit < _NAMED:
            return 0
        heard = found.end - at > 1 and found.fit < _WRITTEN
        return 0 if heard and self._is_glued(spoken[at : found.end]) else found.end

    def _is_glued(self, name: NameWords) -> bool:
        """Whether what only sounds like a name is little words: "hi to", "is sick"."""
        known = self._language
        small = known.not_names | known.be | known.before_nouns | known.modals | known.pronouns
        if longest_at(known.determiners, name, 0):
            return False
        return name[:1] in small or name[-1:] in small

    def is_place(self, spoken: NameWords) -> bool:
        """Whether words are a channel's name as it is written."""
        found = self._addresses.exact_at(spoken, 0) if spoken else None
        return bool(found and found.end == len(spoken) and found.is_public)

    def has_left(self, spoken: NameWords) -> bool:
        """Whether words name somebody who cannot be written to."""
        return self.reader.has_left(spoken)

    def had(self, spoken: NameWords) -> bool:
        """Whether a word is of the name of somebody who cannot be written to."""
        return len(spoken) == 1 and self.reader.had(spoken[0])

    def looks_like_a_name(self, spoken: NameWords) -> bool:
        """Whether words that mean nobody known are a name all the same."""
        return bool(spoken) and self.reader.looks.is_like_a_name(spoken)

    def is_in_a_name(self, word: str) -> bool:
        """Whether somebody's name has this word in it."""
        return self.reader.is_in_a_name(word)

    def is_in_a_place(self, word: str) -> bool:
        """Whether a channel's name of several words has this word in it."""
        found, _ = self.reader.one((word,), _PLACES)
        return any(candidate.why == PART_OF_CHANNEL for candidate in found.candidates)

    # What is posted

    def _message(
        self, phrase: Phrase, part: Part, mentions: tuple[Candidate, ...]
    ) -> tuple[Message, bool]:
        """Return what a part would post, and whether its words are surely right."""
        text = " ".join(filter(None, (phrase.between(start, end) for start, end in part.runs)))
        address = part.address
        turned = self._turned(phrase, text, part)
        is_sure = turned is None or turned.is_certain
        text = self.marked(turned.text if turned else text)
        resolutions = address.resolutions if address and not address.is_everyone else ()
        return Message(text, resolutions, mentions, _by_full_name(address)), is_sure

    def _to_look_for_marks(self, text: str) -> str:
        """Return a text in which a mark that is still a word was not meant to be written."""
        return self.marked(text) if self._writes_marks else ""

    def marked(self, text: str) -> str:
        """Return a text with the marks and emoji that were dictated, where they are written."""
        if not self._writes_marks:
            return text
        return with_emoji(punctuated(quoted(text, self._language), self._language), self._language)

    def _turned(self, phrase: Phrase, text: str, part: Part) -> Turned | None:
        if part.address is None and part.speech is Speech.TELL:
            return None
        if not text and part.speech in (Speech.TELL, Speech.ASK, Speech.ORDER, Speech.REMIND):
            return None
        first = part.runs[0][0] if part.runs else 0
        is_linked = first > 0 and phrase.spoken[first - 1 : first] in self._language.that
        if self._indirect is None or (is_linked and phrase.spoken[first:][:1] in self._language.to):
            return None
        return self._indirect.turned(text, part.speech, _hearers(part.address))


@dataclass(frozen=True)
class SaidText:
    """A text for those who are known already."""

    text: str
    """As it is to be posted, with corrections carried out."""
    mentions: tuple[Candidate, ...] = ()
    signs: tuple[Sign, ...] = ()
    """What stands against posting it without a question."""


def _is_text_alone(reading: Reading) -> bool:
    return len(reading.parts) == 1 and reading.parts[0].address is None


def _by_full_name(address: Address | None) -> bool:
    """Whether one person is named by the whole name, as it is written."""
    people = address.people if address and address.is_certain else ()
    one = len(people) == 1 and people[0].kind is Kind.PERSON
    return one and people[0].score == EXACT and people[0].why == "name"


def _hearers(address: Address | None) -> Hearers:
    people = address.people if address else ()
    if len(people) != 1 or people[0].kind is not Kind.PERSON:
        return Hearers(several=True)
    first = words(people[0].name)
    is_full = address is not None and address.end - address.start > 1
    return Hearers(fold(first[0].spoken) if first else "", is_full=is_full)


def _understood(dictated: str, verdict: Verdict) -> Understood:
    if not verdict.messages:
        return Understood((), True, "", dictated, "", verdict=verdict)
    message = verdict.messages[0]
    reading = next(
        (weighed.reading for weighed in verdict.readings if weighed.messages == verdict.messages),
        verdict.readings[0].reading,
    )
    doubtful = verdict.is_doubtful or verdict.action is Action.COMMAND
    trusted = verdict.is_doubtful and verdict.action is Action.SEND
    runs = reading.parts[0].runs
    phrase = Phrase(dictated)
    if not runs:
        return Understood(
            message.resolutions,
            doubtful,
            dictated,
            message.text,
            "",
            message.mentions,
            dictated,
            verdict,
            trusted,
        )
    start, end = phrase.span(runs[0][0], runs[-1][1])
    return Understood(
        resolutions=message.resolutions,
        is_doubtful=doubtful,
        before=dictated[:start],
        text=message.text,
        after=dictated[end:],
        mentions=message.mentions,
        dictated=dictated,
        verdict=verdict,
        is_trusted=trusted,
    )
