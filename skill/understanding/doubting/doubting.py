"""All that stands against posting a reading's messages, put together. Pure.

The rules know nothing of how a phrase is read (doubts/); here each is asked of the texts that it
is for.
"""

from collections.abc import Callable, Iterator

from postbox.directory.names.spelling import NameWords
from postbox.directory.names.words import fold
from skill.understanding.carrier import Carrier
from skill.understanding.doubting.name_goes_on import NameGoesOn, is_first_name
from skill.understanding.doubts.handed_over import HandedOver
from skill.understanding.doubts.leftover.leftover import Leftover
from skill.understanding.doubts.leftover.narrowed import Narrowed
from skill.understanding.doubts.no_message.no_message import NoMessage
from skill.understanding.doubts.plain import Plain
from skill.understanding.doubts.second_look.look import SecondLook
from skill.understanding.doubts.sign import Sign, SignKind
from skill.understanding.doubts.signs import Signs
from skill.understanding.doubts.tact import tactless
from skill.understanding.indirect import Speech
from skill.understanding.language import Language, longest_at
from skill.understanding.names.candidate import Candidate
from skill.understanding.names.facts import NameFacts
from skill.understanding.names.recipients import RecipientReader
from skill.understanding.phrase import Phrase
from skill.understanding.readings.addresses.address import Address
from skill.understanding.readings.reading import Part
from skill.understanding.sentences.asking import Asking
from skill.understanding.sentences.shapes import Shapes
from skill.understanding.sentences.verb_objects import Asks
from skill.understanding.wording.punctuation import unheard_mark

_FULL = 2
_CONDITION = 3
_TOLD = (Speech.TELL, Speech.ASK, Speech.REMIND)


class Doubting:
    """Asks the rules of doubt about the messages of one link."""

    def __init__(
        self,
        language: Language,
        names: NameFacts,
        shapes: Shapes,
        reader: RecipientReader,
        speaker: Candidate | None,
        marked: Callable[[str], str],
    ) -> None:
        """Use this language's lists and these names.

        `marked` writes the punctuation and emoji that a text names, where they are to be written.
        """
        self._marked = marked
        self._leads_to_names = language.to | language.into | language.signs["for"]
        self._language = language
        self._names = names
        self._shapes = shapes
        self._speaker = speaker
        self.signs = Signs(language, names, shapes)
        self._plain = Plain(language, names, shapes)
        self._no_message = NoMessage(language, names, shapes)
        self._handed = HandedOver(language, shapes)
        self._leftover = Leftover(language, names, shapes)
        self._narrowed = Narrowed(language)
        self._asking = Asking(language)
        self._second_look = SecondLook(language, shapes)
        self._name_goes_on = NameGoesOn(language, names, shapes, reader)

    def of(self, phrase: Phrase, part: Part, text: str, carrier: Carrier) -> Iterator[Sign]:
        """Yield what stands against posting a part of a phrase as this text."""
        spoken = tuple(word for start, end in part.runs for word in phrase.spoken[start:end])
        if not spoken:
            return
        is_told_shortly = self._shapes.tells_shortly(text, is_told=carrier.names_first)
        linked = part.address is not None and self._is_linked(phrase, part)
        yield from self._in_any_text(spoken, part, text, linked, is_told_shortly=is_told_shortly)
        if part.address and not part.names_behind:
            yield from self._behind_a_name(
                phrase, part, spoken, text, is_told_shortly=is_told_shortly
            )
        if part.address and carrier is Carrier.TEXT and not is_told_shortly:
            yield from self._handed_over(phrase, part, spoken)
        if part.address is None:
            yield from self._undirected(spoken, text, carrier)
        elif self._is_to_oneself(part.address):
            yield from self._plain.for_oneself(spoken)
        if part.address is None or part.address.is_public or part.address.is_everyone:
            yield from self._plain.in_public_text(spoken)
            yield from self._no_message.in_public_text(spoken)
            yield from tactless(spoken, self._language, self._names, self._shapes)
        if not text.endswith("?"):
            # A question that was put into words here is whole.
            yield from self._second_look.at(text, is_for_nobody=part.address is None)

    def in_text_asked_for(self, part: Part, spoken: NameWords, text: str) -> Iterator[Sign]:
        """Yield what stands against a text that was said by itself, to whom was named before.

        There a thing alone is a message: "room nine".
        """
        yield from self._in_any_text(spoken, part, text, False, is_told_shortly=True)
        yield from self._second_look.at(text, is_for_nobody=False)

    def in_bare_text(self, spoken: NameWords) -> Iterator[Sign]:
        """Yield what stands against a text without a verb for sending."""
        yield from self.signs.in_bare_text(spoken)
        yield from self._plain.in_bare_text(spoken)

    def _in_any_text(
        self, spoken: NameWords, part: Part, text: str, linked: bool, *, is_told_shortly: bool
    ) -> Iterator[Sign]:
        yield from self.signs.in_any_text(
            spoken,
            follows_a_first_name=self._is_first_name(part),
            is_quoted=linked,
        )
        yield from self._plain.in_any_text(spoken, is_whole=text.endswith("?"))
        yield from self._leftover.in_any_text(spoken)
        if not text.endswith("?"):
            named = part.address is not None
            yield from self._no_message.in_any_text(spoken, is_for_somebody=named)
        left = unheard_mark(self._marked(" ".join(spoken)), self._language)
        if left:
            yield Sign(SignKind.MARK, left)
        if part.names_behind:
            yield from self.signs.before_a_name(spoken)
            yield from self._plain.before_a_name(spoken)
        if part.speech in (Speech.TELL, Speech.QUOTE) and not is_told_shortly:
            yield from self.signs.of_things(spoken)
        if part.speech is Speech.WISH:
            yield from self.signs.wished_later(spoken)

    def _behind_a_name(
        self,
        phrase: Phrase,
        part: Part,
        spoken: NameWords,
        text: str,
        *,
        is_told_shortly: bool,
    ) -> Iterator[Sign]:
        linked = self._is_linked(phrase, part)
        yield from self.signs.behind_a_name(spoken, is_linked=linked)
        if part.address and part.address.is_everyone and not linked:
            some = self._narrowed.some_of_all(spoken)
            yield from (Sign(SignKind.LED, " ".join(spoken[:some])) for _ in range(some > 0))
        yield from self._leftover.behind_a_name(
            spoken, is_first_name=self._is_first_name(part), is_quoted=self._is_quoted(part)
        )
        yield from self._name_goes_on.at(phrase, part)
        people = part.address.people if part.address else ()
        names = frozenset((fold(word),) for one in people for word in one.name.split())
        yield from self._leftover.told_which(spoken, names)
        if part.speech in _TOLD and not text.endswith("?"):
            yield from () if is_told_shortly else self._leftover.described(spoken)
            asked = part.speech is Speech.ASK
            if not self._is_conditional(phrase, part, spoken):
                yield from self._leftover.told(Phrase(text).spoken, asked=asked)
            yield from self.signs.of_things(spoken) if asked else ()
        if part.speech is Speech.ASK and text.endswith("?"):
            yield from self._leftover.half_asked(Phrase(text).spoken)

    def _is_conditional(self, phrase: Phrase, part: Part, spoken: NameWords) -> bool:
        """Whether "that" leads to a condition and what follows: "that if he calls you're out"."""
        first = part.runs[0][0]
        leads = phrase.spoken[first - 1 : first] in self._language.that if first else False
        subjects = self._language.pronouns | self._language.subjects
        goes_on = any((word,) in subjects for word in spoken[_CONDITION:])
        return leads and spoken[:1] in self._language.signs["conditions"] and goes_on

    def _is_quoted(self, part: Part) -> bool:
        """Whether "saying" or the like leads to the text, so that its first word is its own."""
        return part.speech is Speech.QUOTE and not part.names_behind

    def _is_linked(self, phrase: Phrase, part: Part) -> bool:
        """Whether a "that" or a "saying" stands right before the text."""
        first = part.runs[0][0]
        that = phrase.spoken[first - 1 : first] in self._language.that if first else False
        return that or self._is_quoted(part)

    def _handed_over(self, phrase: Phrase, part: Part, spoken: NameWords) -> Iterator[Sign]:
        address = part.address
        if address and not part.names_behind and part.runs[0][0] == address.end:
            yield from self._handed.things(spoken)
            led = phrase.spoken[address.start - 1 : address.start] in self._leads_to_names
            if not (led and address.start):
                yield from self._handed.behind_a_word(phrase.spoken[: address.end], spoken)
            elif phrase.spoken[address.start - 1 : address.start] in self._language.to:
                name = phrase.spoken[address.start : address.end]
                yield from self._handed.led_to_a_word(name, spoken)
        is_linked = bool(part.runs[0][0]) and self._is_linked(phrase, part)
        yield from self._leftover.handed_over(spoken, is_linked=is_linked)

    def _undirected(self, spoken: NameWords, text: str, carrier: Carrier) -> Iterator[Sign]:
        asks = self._asks(spoken)
        yield from self.signs.in_undirected_text(spoken, asks)
        yield from self._plain.in_undirected_text(spoken)
        yield from self._no_message.in_undirected_text(spoken, text)
        yield from self._leftover.in_undirected_text(spoken, asks=asks)
        if carrier.names_first and not (text.endswith("?") and self._is_asked_of_all(spoken)):
            yield Sign(SignKind.TELLING, spoken[0])

    def _is_asked_of_all(self, spoken: NameWords) -> bool:
        """Whether it is "who broke the vase", "if anyone has a saw"."""
        anybody = any((word,) in self._language.signs["whoever_may"] for word in spoken[:_FULL])
        return anybody or longest_at(self._language.signs["asking_all"], spoken, 0) > 0

    def _is_first_name(self, part: Part) -> bool:
        oneself = part.address is not None and self._is_to_oneself(part.address)
        return is_first_name(part) and not oneself

    def _is_to_oneself(self, address: Address) -> bool:
        """Whether it is a note to oneself alone."""
        return self._speaker is not None and address.ids == {self._speaker.id}

    def _asks(self, spoken: NameWords) -> bool:
        """Whether the words before a text's last "to" ask for what follows it."""
        for place in range(len(spoken) - 2, 0, -1):
            if spoken[place : place + 1] in self._language.to:
                return self._asking.asks(spoken[:place]) > Asks.NO
        return False
