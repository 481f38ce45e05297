"""Words that say that there is a message: "a quick message", "the following note". Pure."""

from postbox.directory.names.spelling import NameWords
from skill.understanding.language import Language, longest_at, longest_before
from skill.understanding.phrase import Phrase


class MessageNouns:
    """The words of one language for what one sends."""

    def __init__(self, language: Language) -> None:
        """Use this language's lists."""
        self._language = language

    def at(self, phrase: Phrase, place: int) -> list[int]:
        """Return how many words "a quick message" has from a word on, if it stands there."""
        spoken, language = phrase.spoken, self._language
        named = longest_at(language.signs["message_nouns"], spoken, place)
        at = place + longest_at(language.determiners, spoken, place)
        while length := longest_at(language.message_adjectives, spoken, at):
            if longest_at(language.messages, spoken, at) >= length:
                break
            at += length
        length = longest_at(language.messages, spoken, at)
        found = {named, at + length - place if length else 0}
        return sorted((length for length in found if length), reverse=True)

    def put_at(self, phrase: Phrase, place: int) -> list[int]:
        """Return how many words "a note" or "up a note" has: the "up" of "put up a note"."""
        particle = longest_at(self._language.signs["put_up_first"], phrase.spoken, place)
        lengths = self.at(phrase, place)
        if particle and phrase.spoken[place + particle : place + particle + 1] in (
            self._language.indefinite
        ):
            lengths += [particle + length for length in self.at(phrase, place + particle)]
        return lengths

    def is_followed(self, spoken: NameWords, at: int) -> bool:
        """Whether the text follows: "the message lunch is here", not "the message is long"."""
        language = self._language
        if longest_before(language.following, spoken, at):
            return True
        particle = longest_at(language.signs["put_up_first"], spoken, 0)
        if spoken[particle : particle + 1] in language.indefinite:
            return spoken[at : at + 1] in language.beginnings
        named = longest_before(language.naming, spoken, at)
        verb, subject = spoken[at : at + 1], spoken[at + 1 : at + 2]
        asks = verb in language.modals | language.be and subject in language.pronouns
        # "Could the porter come" asks; "has the wrong date" and "is the same" tell of the message.
        helps = language.modals - language.signs["owned_or_done"]
        asks = asks or (verb in helps and subject in language.definite)
        openers = language.signs["text_openers"] | language.signs["openers_with_to"]
        opens = longest_at(openers, spoken, at) > 0
        goes_on = longest_at(language.after_naming, spoken, at) > 0
        return bool(named) and (asks or opens or not goes_on)

    def is_addressed(self, phrase: Phrase, at: int) -> bool:
        """Whether "a message to ..." stands at a word."""
        return any(
            longest_at(self._language.to, phrase.spoken, at + length)
            for length in self.at(phrase, at)
        )
