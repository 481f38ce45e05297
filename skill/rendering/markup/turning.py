"""Whether a name is spoken to: "Ana, can you look?", "can you look, Ana?", and not "Ana left"."""

import re

from skill.rendering.listener import Listener
from skill.rendering.terms.vocabulary import Vocabulary, vocabulary

_FIRST = re.compile(r"(?<! ) ++([^\W\d_][\w'’]*+)(?: +([^\W\d_][\w'’]*+))?")
_SENTENCE = re.compile(r"(?:\A|[.!?\n…])[^.!?\n…]*\Z")
_BEFORE, _LEAST_BEFORE = 200, 3
"""So many characters, and so many words, of a sentence say whether its end is a name."""
_VERBS_END, _SHORTEST_VERB = ("s", "ed"), 4


def turns_to(after: str, listener: Listener) -> bool:
    """Whether what follows a name at the front is said to who is named, and not of them."""
    found = _FIRST.match(after)
    if found is None:
        return False
    word, following = found[1].lower().replace("’", "'"), (found[2] or "").lower()
    words = vocabulary(listener.phrases.locale)
    if word in words.said_to_somebody or found[1][0].isupper():
        return True
    if word in words.asks_of_things and following in words.things:
        return True
    if word in words.asked_of_somebody:
        return following in words.spoken_to
    if following in words.asked_of_somebody:
        # What ends like a verb is a thing: "nixops is".
        return word not in words.said_of_somebody
    if word in words.beginning_clauses:
        clause = after.partition(".")[0].partition("\n")[0][:_BEFORE].lower().split()
        return not words.spoken_to.isdisjoint(clause)
    return found[1].isascii() and not _is_of_somebody(word, words)


def is_greeting(before: str, listener: Listener) -> bool:
    """Whether a sentence is nothing yet but a greeting: "Hi ..."."""
    found = _SENTENCE.search(before[-_BEFORE:])
    bare = found[0].strip(".!?\n…, ").lower() if found else ""
    return bare in vocabulary(listener.phrases.locale).greetings


def turned_to_at_the_end(before: str, after: str, listener: Listener) -> bool:
    """Whether a name at the end of a question is who is asked: "can you look, Ana?"."""
    if after.strip(" ")[:1] not in {"", "?", "!", ".", ",", "\n"}:
        return False
    found = _SENTENCE.search(before[-_BEFORE:])
    asked = found[0].strip(".!?\n… ").lower().split() if found else []
    words = vocabulary(listener.phrases.locale)
    if len(asked) < _LEAST_BEFORE or not asked[-1].isalnum():
        return False
    is_question = asked[0].rstrip(",") in words.asking or after.lstrip(" ").startswith("?")
    return is_question and asked[-1] not in words.before_a_name


def joins_names(between: str, listener: Listener) -> bool:
    """Whether a word only puts one name beside another."""
    return between.strip().lower() in vocabulary(listener.phrases.locale).joins_names


def _is_of_somebody(word: str, words: Vocabulary) -> bool:
    """Whether a word behind a name says what somebody does: a verb, mostly."""
    is_verb = (
        len(word) >= _SHORTEST_VERB
        and word.endswith(_VERBS_END)
        and not word.endswith(("ss", "'s"))
    )
    return is_verb or word in words.said_of_somebody or word in words.joins_names
