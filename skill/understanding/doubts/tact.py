"""What one would not say in public without being asked once more. Pure; counted by itself.

Only a text for a public place is looked at. The lists are small, and data (tact.json).
"""

from collections.abc import Iterator
from typing import Protocol

from postbox.directory.names.ear import in_digits
from postbox.directory.names.spelling import NameWords
from skill.understanding.doubts.sign import Sign, SignKind
from skill.understanding.language import Language, PhraseSet, longest_at
from skill.understanding.sentences.shapes import Shapes

_LEAST_DIGITS = 3
_NEAR = 3


class _Names(Protocol):
    def named(self, spoken: NameWords, at: int) -> int: ...

    def is_place(self, spoken: NameWords) -> bool: ...


def tactless(
    spoken: NameWords, language: Language, names: _Names, shapes: Shapes
) -> Iterator[Sign]:
    """Yield the signs that a text for a public place was not meant for it, or not yet."""
    lists = language.tact
    if shapes.ends_open(spoken):
        yield Sign(SignKind.UNFINISHED, spoken[-1])
    yield from _calling(spoken, language, names)
    secret = _anywhere(lists["secrets"], spoken)
    is_told = bool(secret) and _is_told(spoken, secret, language)
    code = secret or _anywhere(lists["codes"], spoken)
    if is_told or (code and _digits(spoken) >= _LEAST_DIGITS):
        yield Sign(SignKind.SECRET, code)
    hidden = _pair("keys", "hiding_places", spoken, language)
    if hidden:
        yield Sign(SignKind.SECRET, hidden)
    ill = _pair("carers", "carers_tell", spoken, language)
    if ill:
        yield Sign(SignKind.SENSITIVE, ill)
    blamed = _blamed(spoken, language, names)
    if blamed:
        yield Sign(SignKind.SENSITIVE, blamed)
    dear = next(_endearments(spoken, language), "")
    if dear:
        yield Sign(SignKind.ENDEARMENT, dear)
    if paid := _paid(spoken, language, names):
        yield Sign(SignKind.SENSITIVE, paid)
    if private := _private(spoken, language, names, shapes):
        yield Sign(SignKind.SENSITIVE, private)


def _private(spoken: NameWords, language: Language, names: _Names, shapes: Shapes) -> str:
    """Return what people keep private, beside a person; "" for "steroids for the sheep".

    Some of it is private whoever is meant ("the biopsy came back"), but not as a part of what a
    thing is called ("the tumour lab is closed").
    """
    lists, of_somebody = language.tact, _is_of_somebody(spoken, language, names)
    if of_somebody and (matter := _anywhere(lists["of_things_too"], spoken)):
        return matter
    for place in range(len(spoken)):
        length = longest_at(lists["sensitive"], spoken, place)
        if length and (of_somebody or not _is_called_so(spoken, place + length, language, shapes)):
            return " ".join(spoken[place : place + length])
    return ""


def _is_of_somebody(spoken: NameWords, language: Language, names: _Names) -> bool:
    """Whether a person is spoken of: "my", "she", "nora", "nora's"."""
    if any((word,) in language.tact["persons"] for word in spoken):
        return True
    for place, word in enumerate(spoken):
        owner = (*spoken[:place], word.removesuffix("s"), *spoken[place + 1 :])
        end = names.named(spoken, place)
        if (
            end
            and not names.is_place(spoken[place:end])
            and _is_person(spoken, place, end, language)
        ):
            return True
        if names.named(owner, place) == place + 1 and not names.is_place(owner[place : place + 1]):
            return True
    return False


def _paid(spoken: NameWords, language: Language, names: _Names) -> str:
    """Return "we pay nora", "they earn forty", what somebody gets; "" for "we pay the plumber"."""
    lists = language.tact
    for place in range(len(spoken)):
        length = longest_at(lists["paying"], spoken, place)
        at = place + length
        behind = spoken[at : at + 1]
        if not length or not behind:
            continue
        end = names.named(spoken, at)
        somebody = end > at and not names.is_place(spoken[at:end])
        sum_of = behind in language.signs["number_words"] or behind[0].isdecimal()
        if somebody or sum_of or behind in lists["persons"]:
            return " ".join(spoken[place : at + 1])
    return ""


def _is_called_so(spoken: NameWords, at: int, language: Language, shapes: Shapes) -> bool:
    """Whether a noun follows, of which what is private is a part: "lab" of "the tumour lab"."""
    word = spoken[at : at + 1]
    if not word or word in language.tact["private_things"]:
        return False
    small = language.be | language.modals | language.prepositions | language.conjunctions
    small |= language.to | language.into | language.at | language.adverbs | language.times
    small |= language.subjects | language.pronouns | language.that | language.clauses
    small |= language.determiners | language.signs["said_of_a_subject"]
    tells = shapes.tells_of_one(spoken, at) or language.complements.irregular(word[0])
    return word not in small and not tells and not word[0].endswith(("ed", "ing"))


def _endearments(spoken: NameWords, language: Language) -> Iterator[str]:
    """Yield words of love; "mom" and "baby" are none where something is told of them."""
    for place in range(len(spoken)):
        length = longest_at(language.tact["endearments"], spoken, place)
        words, end = spoken[place : place + length], place + length
        kin = words in language.signs["kin"]
        if length and not (kin and _is_told_of(spoken, place, end, language)):
            yield " ".join(words)


def _is_told_of(spoken: NameWords, place: int, end: int, language: Language) -> bool:
    """Whether it is "the baby", or a subject: "mom got home"; not "mom can you", "my baby"."""
    articles = language.before_nouns - language.signs["oneself"]
    if place and spoken[place - 1 : place] in articles - language.prepositions:
        return True
    asks = spoken[end + 1 : end + 2] in language.subjects | language.pronouns
    verbs = language.signs["third_verbs"] | language.signs["being_one"]
    return spoken[end : end + 1] in verbs and not asks


def _pair(first: str, then: str, spoken: NameWords, language: Language) -> str:
    """Return "key is under", "clinic rang": a phrase of one list, and of another right behind."""
    for place in range(len(spoken)):
        length = longest_at(language.tact[first], spoken, place)
        behind = longest_at(language.tact[then], spoken, place + length) if length else 0
        if behind:
            return " ".join(spoken[place : place + length + behind])
    return ""


def _blamed(spoken: NameWords, language: Language, names: _Names) -> str:
    """Return what is said of somebody by name that is not for everybody: "kevin is useless"."""
    ill = _anywhere(language.tact["ill_spoken"], spoken)
    for place in range(len(spoken)):
        end = names.named(spoken, place) or place + longest_at(
            language.tact["of_whom"], spoken, place
        )
        end = end if end > place else 0
        owner = (*spoken[:place], spoken[place].removesuffix("s"), *spoken[place + 1 :])
        owns = not end and names.named(owner, place) == place + 1
        if not (end or owns) or names.is_place(spoken[place:end]):
            continue
        ends_so = bool(ill) and tuple(ill.split()) == spoken[:place][-len(ill.split()) :]
        if not (owns or ends_so or _is_person(spoken, place, end, language)):
            continue
        lets_go = spoken[place - 1 : place] in language.tact["letting"]
        gone = longest_at(language.tact["go"], spoken, end) if lets_go else 0
        if ill or gone:
            return ill or " ".join(spoken[place - 1 : end + gone])
    return ""


def _is_person(spoken: NameWords, place: int, end: int, language: Language) -> bool:
    """Whether a name that may be a common word is one: "mark is ...", "rid of mark"."""
    if end - place > 1 or spoken[place] not in language.words:
        return True
    told = spoken[end : end + 1] in language.be | language.signs["third_verbs"]
    named = spoken[place : place + 1] not in language.modals
    return named and (told or spoken[place - 1 : place] in language.prepositions | language.that)


def _calling(spoken: NameWords, language: Language, names: _Names) -> Iterator[Sign]:
    """Yield "hey fatima did you ...", "priya you and i ..."."""
    lists = language.tact
    start = longest_at(lists["calling"], spoken, 0)
    end = names.named(spoken, start)
    if not end or (not start and names.is_place(spoken[:end])):
        return
    following = spoken[end : end + 1]
    told = following in language.modals and spoken[end + 1 : end + 2] not in language.pronouns
    if start or (following in lists["addressing_you"] and not told):
        yield Sign(SignKind.CALLING, " ".join(spoken[start:end]))


def _is_told(spoken: NameWords, secret: str, language: Language) -> bool:
    """Whether a secret is told, not only spoken of: "my pin is ...", "the password's daffodil"."""
    words = tuple(secret.split())
    one = (*words[:-1], words[-1].removesuffix("s"))
    shortened = one != words and one in language.tact["secrets"]
    small = language.prepositions | language.conjunctions | language.be | language.modals
    small |= language.adverbs | language.into | language.at
    for place in range(len(spoken)):
        end = place + len(words)
        if spoken[place:end] == words:
            following = spoken[end : end + _NEAR]
            if any((word,) in language.be for word in following[:-1]):
                return True
            if shortened and len(following) == 1 and following not in small:
                return True
    return False


def _anywhere(phrases: PhraseSet, spoken: NameWords) -> str:
    for place in range(len(spoken)):
        length = longest_at(phrases, spoken, place)
        if length:
            return " ".join(spoken[place : place + length])
    return ""


def _digits(spoken: NameWords) -> int:
    """Return how many digits the longest number has, spoken in whatever way."""
    return max((len(digit) for digit in in_digits(spoken) if digit.isdecimal()), default=0)
