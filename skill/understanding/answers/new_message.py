"""A new message among what is said in its place: "never mind kevin tell priya ...". Pure."""

from dataclasses import dataclass, replace

from postbox.directory.names.spelling import NameWords
from skill.understanding.carrier import Carrier
from skill.understanding.language import Language, longest_at
from skill.understanding.phrase import Phrase

_LONGEST_NAME = 3
_NICE_WORDS = 3


@dataclass(frozen=True)
class NewMessage:
    """A message that begins with its verb."""

    carrier: Carrier | None
    """None where it is the text of the message that is open: "just say yes"."""
    words: str
    """What follows the verb, as it was dictated."""
    keeps: bool = False
    """Whether it is to come before what is open, which is still wanted: "first tell wei ..."."""
    is_surely_told: bool = True
    """Whether its words begin as a sentence does: "post the lift is out", not "send me the key"."""


def begun(phrase: Phrase, language: Language) -> NewMessage | None:
    """Return the message that these words begin, None where they are none.

    What leads to its verb is said in passing: "okay", "no wait", "first", "never mind kevin".
    """
    known, spoken = language.asked, phrase.spoken
    at, keeps = 0, False
    while at < len(spoken):
        verb = _verb(phrase, at, language)
        if verb:
            carrier, length = verb
            return NewMessage(carrier, phrase.after(at + length), keeps)
        keeps = keeps or longest_at(known["kept_before"], spoken, at) > 0
        led = known["before_a_message"] | known["idle"] | known["breaths"]
        step = longest_at(led, spoken, at) or _nicely(spoken, at, language)
        left = longest_at(language.answers["leaving"] | known["dropping"], spoken, at)
        at = _behind_left(phrase, at + left, language) if left and left >= step else at + step
        if not (step or left) or at < 0:
            return None
    return None


def asked_nicely(phrase: Phrase, language: Language) -> NewMessage | None:
    """Return "the lift is out" of "be so good as to post the lift is out"; None for no such words.

    Whoever is named in it or not: the verb behind the manners is said to Earshot.
    """
    known, spoken, at = language.asked, phrase.spoken, 0
    while length := longest_at(known["before_a_message"] | known["breaths"], spoken, at):
        at += length
    behind = at + _nicely(spoken, at, language)
    message = begun(Phrase(phrase.after(behind)), language) if behind > at else None
    if message is None:
        return None
    begins = language.subjects | language.beginnings | language.determiners
    first = Phrase(message.words).spoken[:1]
    return replace(message, is_surely_told=first in begins - language.objects)


def _nicely(spoken: NameWords, at: int, language: Language) -> int:
    """Return the length of "be an angel and", "do me a favour and", which only ask nicely."""
    known = language.asked
    begins = longest_at(known["asking_nicely"], spoken, at)
    for end in range(at + begins + 1, at + begins + 1 + _NICE_WORDS) if begins else ():
        joint = longest_at(known["asked_nicely_for"], spoken, end)
        if joint:
            return end + joint - at
    return 0


def _behind_left(phrase: Phrase, at: int, language: Language) -> int:
    """Return where the verb stands behind "forget kevin", "don't bother with sato"; -1 nowhere."""
    telling = language.subjects - language.determiners - language.asked["letting"]
    for place in range(at, min(at + _LONGEST_NAME, len(phrase)) + 1):
        if place > at and phrase.spoken[place - 1 : place] in telling:
            # "Never mind, I'll ask Ruth" asks for nothing.
            return -1
        if _verb(phrase, place, language) or longest_at(
            language.asked["before_a_message"], phrase.spoken, place
        ):
            return place
    return -1


def _verb(phrase: Phrase, at: int, language: Language) -> tuple[Carrier, int] | None:
    known = language.asked
    found = [
        (longest_at(known[words], phrase.spoken, at), carrier)
        for words, carrier in (
            ("telling_verbs", Carrier.RECIPIENT),
            ("asking_verbs", Carrier.ASK),
            ("posting_verbs", Carrier.TEXT),
            ("thanking_verbs", Carrier.THANK),
            ("wishing_verbs", Carrier.WISH),
            ("congratulating_verbs", Carrier.CONGRATULATE),
            ("apologizing_verbs", Carrier.APOLOGIZE),
        )
    ]
    length, carrier = max(found, key=lambda opening: opening[0])
    if not length or at + length >= len(phrase):
        return None
    # "Let her know" tells; "let him have his weekend" does not.
    lets = phrase.spoken[at : at + length] in known["letting"]
    knows = any(
        longest_at(known["knowing"], phrase.spoken, behind) for behind in _behind(at + length)
    )
    return None if lets and not knows else (carrier, length)


def _behind(at: int) -> range:
    return range(at + 1, at + _LONGEST_NAME + 2)
