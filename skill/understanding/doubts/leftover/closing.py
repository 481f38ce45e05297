"""What Alexa is told at a text's end: "send it", "end of message". Pure."""

from collections.abc import Iterator

from postbox.directory.names.spelling import NameWords
from skill.understanding.doubts.sign import Sign, SignKind
from skill.understanding.language import Language, longest_at, longest_before
from skill.understanding.sentences.shapes import Shapes
from skill.understanding.wording.punctuation import quoted_words


class Closing:
    """Looks for words to Alexa at the end of texts."""

    def __init__(self, language: Language, shapes: Shapes) -> None:
        """Use this language's lists."""
        self._language = language
        self._lists = language.signs
        self._shapes = shapes

    def of(self, spoken: NameWords) -> Iterator[Sign]:
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
            yield Sign(SignKind.COMMAND, " ".join(spoken[end - verb :]))
            return
        length = longest_before(self._lists["closers"], spoken, len(spoken))
        length = length or longest_before(self._lists["closing_ways"], spoken, len(spoken))
        if length and length < len(spoken) and not quoted_words(spoken, self._language):
            yield Sign(SignKind.COMMAND, " ".join(spoken[-length:]))
        yield from self._further_command(spoken)

    def _further_command(self, spoken: NameWords) -> Iterator[Sign]:
        """Yield "... and pin it", "... then turn off the lights": what Alexa is to do then."""
        for place in range(2, len(spoken) - 1):
            joins = longest_at(self._lists["and"], spoken, place)
            verb = spoken[place + joins : place + joins + 1] if joins else ()
            if not verb or verb not in self._lists["done_by_alexa"]:
                continue
            led = any((word,) in self._language.modals for word in spoken[:place])
            if self._shapes.surely_tells(spoken[:place]) and not led:
                yield Sign(SignKind.COMMAND, " ".join(spoken[place : place + joins + 2]))
                return
