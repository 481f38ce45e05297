"""Whether words that were no text leave doubt about whom the next one is for. Pure.

Who says "oh hang on it's for wei" and is not understood goes on with the text, and believes that
it goes to Wei. Words that named somebody else or some place, or began with a refusal, are such;
what was said to a child, or asked of the device, is not.
"""

from postbox.directory.names.spelling import NameWords
from skill.understanding.answers.edges import said_in_the_room
from skill.understanding.answers.texts.in_the_room import InTheRoom
from skill.understanding.language import Language, longest_at, longest_before
from skill.understanding.names.facts import NameSpans
from skill.understanding.phrase import Phrase


def leaves_doubt(
    dictated: str, language: Language, names: NameSpans, present: frozenset[str]
) -> bool:
    """Return whether words, which were no text, may have told of another recipient.

    Args:
        dictated: what was said.
        language: the words of its language.
        names: where names stand.
        present: all words of the names of those whom the message is for.
    """
    phrase = Phrase(dictated)
    spoken = phrase.spoken
    room = InTheRoom(phrase, language, names, language.asked)
    is_for_others = room.is_said_in_the_room(0) or said_in_the_room(spoken, language)
    if is_for_others or longest_at(language.asked["questions"], spoken, 0):
        return False
    return begins_refusing(spoken, language) or _names_another(spoken, language, names, present)


def begins_refusing(spoken: NameWords, language: Language) -> bool:
    """Whether it is "no ...", "oh scratch that ...", "not her ...": something is given up."""
    known, asked, at = language.answers, language.asked, 0
    refusing = known["negations"] | known["saying_no"] | known["declining"]
    refusing |= asked["disregarding"] | asked["dropping"] | asked["refusing_leads"]
    while at < len(spoken):
        if longest_at(refusing, spoken, at):
            return True
        length = longest_at(asked["leads"] | asked["breaths"], spoken, at)
        if not length:
            return False
        at += length
    return False


def _names_another(
    spoken: NameWords, language: Language, names: NameSpans, present: frozenset[str]
) -> bool:
    """Whether somebody else or some place is named; a name that is a plain word needs a lead."""
    leads = language.to | language.into | language.signs["for"] | language.answers["meaning"]
    for at in range(len(spoken)):
        end = names.named(spoken, at)
        is_plain = end == at + 1 and spoken[at] in language.words
        is_led = longest_before(leads, spoken[:at], at) > 0
        if end and not present.issuperset(spoken[at:end]) and (is_led or not is_plain):
            return True
    return False
