"""What a yes to a message that was read back leads to, also a yes that goes on with another one.

"Yes send it and then tell Priya ..." sends what was read back, and then the other one, at once
where it is clear; else that one is asked about, as it would be alone.
"""

from dataclasses import replace

from skill.composing import asking
from skill.composing.answers import time_answers
from skill.composing.answers.any_question import left
from skill.composing.composer import Composer, SendingComposer
from skill.composing.draft import Draft
from skill.composing.next_step import finish, with_next
from skill.composing.open_draft import is_in_full
from skill.composing.opening import dictated
from skill.speech.said import say
from skill.turn.reply import Reply
from skill.understanding.answers.edges import without_leads
from skill.understanding.answers.new_message import begun
from skill.understanding.language import language, longest_at, longest_before
from skill.understanding.phrase import Phrase

_FEW = 2


def agreed(draft: Draft, composer: SendingComposer) -> Reply:
    """Send what was read back; asked once more where words before the yes were not understood."""
    if not draft.asked:
        return finish(draft, composer)
    return asking.confirm(replace(draft, asked=0), composer).after(say("unchanged_then"))


def sent_and_another(words: str, draft: Draft, composer: SendingComposer) -> Reply | None:
    """Send what was read back, and go on with "(yes) send it and then tell Priya ...".

    None where words begin no message for somebody who is named, with a text.
    """
    other = None if draft.asked else _another(words, composer)
    if other is None:
        return None
    is_clear = other.is_whole and not (other.is_doubtful or draft.at or composer.reads_all_back)
    if is_clear:
        return finish(replace(draft, later=(*draft.later, other)), composer)
    return with_next([replace(other, is_doubtful=True)], finish(draft, composer), composer)


def _another(words: str, composer: Composer) -> Draft | None:
    """Return the message that words begin behind "send it and then"; None for none."""
    known, phrase, at = language(composer.request.locale), Phrase(words), 0
    while length := longest_at(
        known.asked["sending"] | known.answers["agreeing"], phrase.spoken, at
    ):
        at += length
    message = begun(Phrase(phrase.after(at)), known)
    if message is None or message.carrier is None:
        return None
    understood = composer.understand(message.words, message.carrier)
    if understood.verdict is None or len(understood.verdict.messages) != 1:
        return None
    pronoun = Phrase(message.words).spoken[:1] in known.asked["pronouns"]
    text = dictated(understood.text, composer)
    if pronoun or not (understood.resolutions and text):
        return None
    doubted = understood.is_read_back or not is_in_full(understood)
    other = Draft(text=text, mentions=understood.mentions, is_doubtful=doubted)
    return other.addressed(understood.resolutions)


def commanded(words: str, draft: Draft, composer: SendingComposer) -> Reply | None:
    """Send at "just send it then", leave it at "leave it"; None for others."""
    known = language(composer.request.locale)
    rest = tuple(without_leads(words, known))
    if rest in known.asked["sending"] or _ends_sending(rest, composer):
        return time_answers.now(draft, composer)
    return left(draft, composer) if rest in known.asked["refusing"] else None


def _ends_sending(rest: tuple[str, ...], composer: Composer) -> bool:
    """Whether little but "send it" is said, and no word that would change anything."""
    known = language(composer.request.locale)
    at = len(rest) - longest_before(known.asked["sending"], rest, len(rest))
    if at == len(rest) or at > _FEW:
        return False
    composer.prepare(" ".join(rest))
    changing = known.conjunctions | known.answers["negations"] | known.to
    changing |= known.signs["corrections"]
    return not any(
        longest_at(changing, rest, place) or composer.understanding.names.named(rest, place)
        for place in range(at)
    )


def is_at_once(words: str, composer: Composer) -> bool:
    """Whether it is "right now please", and no more."""
    known, spoken = language(composer.request.locale), Phrase(words).spoken
    at, end = 0, len(spoken)
    while length := longest_before(known.answers["courtesies"], spoken[:end], end):
        end -= length
    while at < end and spoken[at:end] not in known.answers["at_once"]:
        length = longest_at(known.asked["leads"] | known.answers["doing_it"], spoken, at)
        at += length or end
    return at < end
