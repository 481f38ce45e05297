"""What is said around a name or a text, and what is left without it. Pure."""

from collections.abc import Callable, Iterable

from postbox.directory.names.spelling import NameWords
from skill.understanding.language import Language, PhraseSet, longest_at, longest_before
from skill.understanding.names.facts import NameSpans
from skill.understanding.phrase import Phrase


def name_alone(dictated: str, language: Language) -> str:
    """Return "park" of "the park one", "mister park", "the one named park"."""
    phrase = Phrase(dictated)
    start, end = 0, len(phrase)
    while start < end and (
        length := longest_at(language.asked["around_names"], phrase.spoken[:end], start)
    ):
        start += length
    if end - start > 1:
        end -= longest_before(language.asked["around_names"], phrase.spoken, end)
    return phrase.between(start, end) if start < end else ""


def is_idle(spoken: NameWords, language: Language) -> bool:
    """Whether words say nothing by themselves: "then", "um please love", "cheers bye".

    Such words are no text, recipient or name to learn, and change no yes or no. What somebody is
    called stands behind something else, for "love" may be a text.
    """
    idle = language.asked["breaths"] | language.asked["idle"]
    if not any(longest_at(idle, spoken, at) for at in range(len(spoken))):
        # "Thank you", and what is said with it, may well be the text.
        return False
    called = longest_at(_called(language), spoken, 0)
    return not called and _is_made_of(spoken, beside_an_answer(language))


def takes_leave(spoken: NameWords, language: Language) -> bool:
    """Whether words only end the conversation: "very good thank you that's all"."""
    known = language.answers
    if not any(longest_at(known["taking_leave"], spoken, at) for at in range(len(spoken))):
        return False
    polite = known["taking_leave"] | known["praising"] | beside_an_answer(language)
    return _is_made_of(spoken, polite)


def is_no_text(spoken: NameWords, language: Language) -> bool:
    """Whether words only say that there is a message: "a note please love", "then please"."""
    if not (longest_at(language.sent["no_text"], spoken, 0) or is_idle(spoken, language)):
        return False
    return _is_made_of(spoken, language.sent["no_text"] | beside_an_answer(language))


def beside_an_answer(language: Language) -> PhraseSet:
    """Return what may stand around a yes or a no and changes nothing of it."""
    asked = language.asked
    return language.answers["courtesies"] | asked["breaths"] | asked["idle"] | _called(language)


def _called(language: Language) -> PhraseSet:
    return language.asked["called_at_the_end"] | language.asked["addressed_politely"]


def _is_made_of(spoken: NameWords, phrases: PhraseSet) -> bool:
    """Whether words are phrases of a list, however these overlap: "now then please"."""
    reached = {0}
    for at in range(len(spoken)):
        if at in reached:
            reached |= {end for end in range(at + 1, len(spoken) + 1) if spoken[at:end] in phrases}
    return len(spoken) in reached


def said_in_the_room(spoken: NameWords, language: Language) -> bool:
    """Whether words call somebody who is there: "mind the step love", "stop it you two"."""
    known = language.asked
    called = known["vocatives"] | known["several_of_you"] | known["called_at_the_end"]
    return (
        longest_before(called, spoken, len(spoken)) > 0 or longest_at(known["aside"], spoken, 0) > 0
    )


def without_leads(dictated: str, language: Language) -> NameWords:
    """Return words without "on second thoughts", "okay", "no" before them and "please" behind."""
    spoken = Phrase(without_closers(dictated, language)).spoken
    leads, at = language.asked["leads"] | language.asked["before_a_message"], 0
    while length := longest_at(leads, spoken, at):
        at += length
    return spoken[at:]


def without_closers(dictated: str, language: Language) -> str:
    """Return words without "instead", "please", "then" behind them."""
    phrase = Phrase(dictated)
    end = len(phrase)
    closing = language.answers["closing_fillers"] | language.asked["closers"]
    while end and (length := longest_before(closing, phrase.spoken[:end], end)):
        end -= length
    return phrase.between(0, end)


def said_too(dictated: str, language: Language) -> str:
    """Return "sorry" of "(and say) sorry as well"; "" where "too" may be a sentence's own."""
    phrase = Phrase(without_closers(dictated, language))
    end = len(phrase)
    too = longest_before(language.asked["also_at_the_end"], phrase.spoken, end)
    tells = phrase.spoken[:1] in language.subjects | language.determiners
    return phrase.between(0, end - too) if too and not tells else ""


def without_asking(dictated: str, language: Language) -> str:
    """Return words without "please", "would you" behind them, which ask for what they say."""
    phrase = Phrase(dictated)
    end = len(phrase)
    while length := longest_before(language.sent["asking"], phrase.spoken[:end], end):
        end -= length
    return phrase.between(0, end) if end else dictated


def asks_for_own_message(
    dictated: str,
    language: Language,
    *,
    verbs: tuple[str, ...] = ("asking_what_own", "asking_for_own"),
    has_verb: bool = True,
) -> bool:
    """Whether it is "and what was it exactly", "read me the message first", and no more.

    Args:
        dictated: what was said.
        language: the words of its language.
        verbs: the lists that the verb may be of.
        has_verb: whether the verb has to be among the words; else an intent has taken it.
    """
    spoken, known = Phrase(dictated).spoken, language.answers
    at = 0
    while length := longest_at(language.asked["leads"], spoken, at):
        at += length
    verb = max(longest_at(known[words], spoken, at) for words in verbs)
    message = longest_at(known["own_message"], spoken, at + verb)
    if not message or (has_verb and not verb):
        return False
    at += verb + message
    while length := longest_at(known["behind_own"], spoken, at):
        at += length
    return at == len(spoken)


def named_at_the_end(dictated: str, language: Language, names: NameSpans) -> str:
    """Return the name that words end with: "she's gone ask samantha reed then"; "" for none."""
    phrase = Phrase(without_closers(dictated, language))
    for at in range(len(phrase)):
        end = names.named(phrase.spoken, at)
        if end and end + longest_at(language.channel_words, phrase.spoken, end) == len(phrase):
            return phrase.between(at, len(phrase))
    return ""


def without_waiting(phrase: Phrase, language: Language) -> str | None:
    """Return the phrase without "and wait for an answer", None where it does not end so."""
    return _without(phrase, longest_before(language.waiting, phrase.spoken, len(phrase)))


def without_mere_waiting(phrase: Phrase, language: Language) -> str | None:
    """Return the phrase without "and wait", which may be the text's: None where there is none."""
    return _without(phrase, longest_before(language.merely_waiting, phrase.spoken, len(phrase)))


def _without(phrase: Phrase, length: int) -> str | None:
    rest = phrase.between(0, len(phrase) - length)
    return rest if length and rest else None


def without_reference(words: str, known: Language) -> str:
    """Return the name in "that to Ana", "the last message on to Ana" or "Ana"; "" for none.

    What stands before the last word that leads to a recipient points at the message.
    """
    phrase = Phrase(words)
    starts = [at for at in range(len(phrase)) if longest_at(known.to, phrase.spoken, at)]
    if starts:
        at = starts[-1]
        return phrase.after(at + longest_at(known.to, phrase.spoken, at)).strip()
    is_reference = longest_at(known.objects, phrase.spoken, 0) == len(phrase)
    return "" if is_reference else words.strip()


def only_orders(spoken: NameWords, ends: Callable[[int], Iterable[int]], around: PhraseSet) -> bool:
    """Whether words are an order, or several, with others around, and no more.

    Args:
        spoken: the folded words.
        ends: tells where each order ends that begins at a word.
        around: what may stand before, between and behind.
    """
    # Up to where words are accounted for, and whether an order is among them.
    reached = {(0, False)}
    for at in range(len(spoken)):
        here = {ordered for end, ordered in reached if end == at}
        if not here:
            continue
        reached |= {(end, True) for end in ends(at)}
        behind = [end for end in range(at + 1, len(spoken) + 1) if spoken[at:end] in around]
        reached |= {(end, ordered) for end in behind for ordered in here}
    return (len(spoken), True) in reached
