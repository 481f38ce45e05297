"""From a dictated phrase to a verdict. Pure.

All readings are made (readings/), signs of doubt are looked for in what the best one would post
(signs.py, tact.py), and both together decide (verdict.py).
"""

from dataclasses import dataclass, replace

from skill.understanding.carrier import Carrier
from skill.understanding.doubting.doubting import Doubting
from skill.understanding.doubts.second_look.beside import BesideTheText
from skill.understanding.doubts.sign import Sign, SignKind
from skill.understanding.doubts.tact import tactless
from skill.understanding.heard_names import HeardNames
from skill.understanding.indirect import Speech
from skill.understanding.language import Language, longest_at
from skill.understanding.names.candidate import Candidate, Kind
from skill.understanding.names.recipients import RecipientReader
from skill.understanding.names.resolution import Resolver
from skill.understanding.phrase import Phrase
from skill.understanding.posted_words import PostedWords
from skill.understanding.readings.addresses.address_reader import AddressReader
from skill.understanding.readings.put_right.named_anew import FITS
from skill.understanding.readings.put_right.recarried import recarried
from skill.understanding.readings.reader import PhraseReader
from skill.understanding.readings.reading import Reading
from skill.understanding.readings.roundabout import told_roundabout
from skill.understanding.understood import Understood
from skill.understanding.verdict import Action, Preference, Verdict, Weighed, judged
from skill.understanding.wording.corrections.found import taken_back
from skill.understanding.wording.mentions import MentionReader
from skill.understanding.wording.nouns import MessageNouns

CANCEL = "AMAZON.CancelIntent"
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
        self._language = language
        self.reader = RecipientReader(resolver, language)
        addresses = self._addresses = AddressReader(self.reader, language, speaker)
        self.names = HeardNames(language, self.reader, addresses)
        self._reader = PhraseReader(self.reader, addresses, language)
        self._posted = PostedWords(language, self.names, writes_marks=writes_marks)
        self._doubting = Doubting(
            language,
            self.names,
            self._reader.shapes,
            self.reader,
            speaker,
            self._posted.to_look_for_marks,
        )
        self._beside = BesideTheText(language, self._reader.shapes)
        self._nouns = MessageNouns(language)
        self.mentions = MentionReader(self.reader, language)

    def judge(
        self, dictated: str, carrier: Carrier, preference: Preference = Preference.IN_DOUBT
    ) -> Verdict:
        """Return what is to become of a phrase, with all its readings."""
        dictated, carrier, turned = self._put_right(dictated, carrier)
        phrase, mentions = self._without_mentions(Phrase(dictated))
        readings = self._reader.readings(phrase, carrier)
        weighed = [
            Weighed(
                phrase.text,
                reading,
                tuple(self._posted.message(phrase, part, mentions)[0] for part in reading.parts),
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
        signs += [Sign(SignKind.CORRECTION, turned)] if turned else []
        if carrier is Carrier.BARE:
            signs += self._doubting.in_bare_text(phrase.spoken)
        lone = [sign for sign in signs if sign.kind is SignKind.LONE]
        if lone and best.messages[0].is_default:
            return Verdict(
                Action.COMMAND, signs=tuple(signs), readings=tuple(weighed), why=lone[0].kind.value
            )
        unsure = any(not self._posted.message(phrase, part, ())[1] for part in best.reading.parts)
        return judged(weighed, signs, is_unsure=unsure, preference=preference)

    def _is_no_message(self, phrase: Phrase, carrier: Carrier, best: Weighed) -> bool:
        """Whether the words only share a verb with a message: "give me ...", "get rid of ..."."""
        handed_over = carrier is Carrier.HAVE and best.reading.parts[0].names_behind
        if carrier not in _SHARED or handed_over:
            return False
        if best.reading.parts[0].speech is Speech.GIVE:
            return True
        first = phrase.spoken[:1]
        # "Give the design channel a heads up" begins with a place.
        is_led = carrier is Carrier.HEADS_UP and first in self._language.determiners
        return first in self._language.signs["not_told"] and not is_led

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
        verdict = self.judge(dictated, carrier, preference)
        return _understood(self._put_right(dictated, carrier)[0], verdict)

    def _put_right(self, dictated: str, carrier: Carrier) -> tuple[str, Carrier, str]:
        """Return "ana if ..." of "ana no ask her if ...", its carrier, and what was put right."""
        phrase = Phrase(dictated)
        # "Send make sure ana knows ..." may be for others to do.
        told = self.told_roundabout(phrase) if carrier is Carrier.BARE else None
        if told:
            return told, Carrier.RECIPIENT, ""
        named = self.names.named(phrase.spoken, 0) if carrier.names_first else 0
        right = recarried(phrase, named, carrier, self._language)
        return (*right, phrase.after(named)) if right else (dictated, carrier, "")

    def told_roundabout(self, phrase: Phrase) -> str | None:
        """Return "ana that ..." of "make sure ana knows that ..."; None for anything else."""
        return told_roundabout(phrase, self._name_ends, self._language)

    def _name_ends(self, phrase: Phrase, at: int) -> list[int]:
        """Return where recipients that begin at a word may end, "the random channel" too."""
        options = self._addresses.options(phrase.spoken, at) if at < len(phrase) else ()
        return [one.end for one in options if one.is_known and one.fit >= FITS]

    def said_to(self, dictated: str, to: tuple[Candidate, ...]) -> "SaidText":
        """Return words as a text for those who were named before, and what stands against it."""
        phrase, mentions = self._without_mentions(Phrase(dictated))
        readings = self._reader.readings(phrase, Carrier.TEXT)
        part = next(reading.parts[0] for reading in readings if _is_text_alone(reading))
        spoken = tuple(word for start, end in part.runs for word in phrase.spoken[start:end])
        part = replace(part, speech=Speech.QUOTE)
        message, _ = self._posted.message(phrase, part, mentions)
        signs = list(self._doubting.in_text_asked_for(part, spoken, message.text))
        if any(candidate.kind is Kind.CHANNEL for candidate in to):
            signs += tactless(spoken, self._language, self.names, self._reader.shapes)
        return SaidText(message.text, mentions, tuple(signs))

    def may_be_beside(self, dictated: str) -> bool:
        """Whether words said where a text was asked for are rather for others, or the device."""
        return self._beside.may_be(dictated)

    def speaks_of_a_message(self, phrase: Phrase, at: int) -> bool:
        """Whether "a message to ..." stands there, behind a verb that need not be known."""
        return self._nouns.is_addressed(phrase, at)

    def may_state(self, phrase: Phrase) -> bool:
        """Whether words may say something of something: "service starts in ten minutes"."""
        return self._reader.shapes.has_a_third_person(phrase.spoken)

    def states(self, phrase: Phrase) -> bool:
        """Whether words say something of something: "bay nine's shut", "training is off tonight".

        What begins like an order may be one to Alexa, and what begins like a question, too. So may
        an unknown word before a name be ("flick will the number"), and where a sentence may turn
        nothing is sure.
        """
        spoken, hinges = phrase.spoken, self._language.signs["hinges"]
        named = self.names.named(spoken, 1)
        if named and not self.names.is_place(spoken[1:named]):
            return False
        if any(longest_at(hinges, spoken, place) for place in range(1, len(spoken))):
            return False
        return self._reader.shapes.states(spoken, phrase.text)


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
