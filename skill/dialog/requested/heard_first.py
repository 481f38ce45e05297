"""What is asked to be heard in place of a text, or before it: "first read me what he wrote"."""

from dataclasses import replace

from skill.dialog.requested.asked import as_intent, is_known
from skill.turn.context import Turn
from skill.turn.question import QUESTION, Pending
from skill.understanding.answers.edges import without_closers
from skill.understanding.language import language, longest_at
from skill.understanding.phrase import Phrase
from skill.understanding.requests.reading import read_request

ASKS_FOR_TEXT = frozenset({Pending.MESSAGE, Pending.THESE_WORDS})
"""Questions that words answer."""


def heard_first(words: str, turn: Turn) -> tuple[str, Turn] | None:
    """Return what is to be heard behind words that leave or put off the message; None for a text.

    What is only put off is asked for again behind it. Without such words "what did Ana say" may as
    well be the text.
    """
    known, phrase = language(turn.locale), Phrase(words)
    stopping = known.answers["leaving"] | known.answers["waiting"] | known.asked["kept_before"]
    leading = known.asked["leads"] | known.asked["breaths"] | known.asked["idle"]
    at, stops, leaves = 0, False, False
    while length := longest_at(stopping | leading, phrase.spoken, at):
        stops = stops or longest_at(stopping, phrase.spoken, at) == length
        leaves = leaves or longest_at(known.answers["leaving"], phrase.spoken, at) == length
        at += length
    rest = without_closers(phrase.after(at), known) if stops and at < len(phrase) else ""
    request = read_request(rest, turn.locale) if rest else None
    is_certain = request and (not request.name or is_known(request.name, turn, surely=True))
    if not (request and is_certain):
        return None
    kept = {name: of for name, of in turn.attributes.items() if not leaves or name != QUESTION}
    return as_intent(request, replace(turn, attributes=kept))
