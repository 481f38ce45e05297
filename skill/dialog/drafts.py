"""No words are lost in silence: a message in the making goes on, or is spoken of.

What is asked while the words of a message wait for an answer is answered; then the question about
them is asked again, or they are said to have come to nothing. That is decided here, for every
intent, by what the answer itself says and asks.
"""

from dataclasses import replace

from skill.dialog.open_questions import matter_of, row_of
from skill.intents.registry import BESIDE, HEARD
from skill.speech.keys import Key
from skill.speech.said import Said, say
from skill.turn.context import Turn
from skill.turn.question import DRAFT, Pending, Question
from skill.turn.reply import Reply

_OFFERS = {Pending.MORE, Pending.FURTHER_BACK}


def with_what_was_open(reply: Reply, intent: str, turn: Turn) -> Reply:
    """Return the reply with what is to be said of the words that the open question was about."""
    matter = matter_of(turn.question)
    is_beside = _says_no_more(reply, intent) or (
        _is_heard(intent, reply, offers=True) and _is_draft(turn.question) and not reply.settles
    )
    if matter.id and not matter.has_words and is_beside:
        again = _asked_again(turn)
        return replace(reply.before(again.sentences), question=again.question) if again else reply
    if not matter.has_words or reply.settles or matter_of(reply.question).id == matter.id:
        return reply
    if _leaves_it_alone(intent, reply) or (_is_heard(intent, reply) and _is_draft(turn.question)):
        again = _asked_again(turn)
        if again is not None:
            return _beside(reply, again)
    return reply.after(_dropped(reply, turn))


def _leaves_it_alone(intent: str, reply: Reply) -> bool:
    """Whether an answer asks nothing of its own, so that the message can be gone on with."""
    asks = reply.question is not None or reply.ends
    return not asks and (intent in BESIDE or reply.is_slight)


def _is_heard(intent: str, reply: Reply, *, offers: bool = False) -> bool:
    """Whether something was read, and that is all, or with `offers` that more may be."""
    offered = offers and reply.question and reply.question.pending in _OFFERS
    return intent in HEARD and (reply.question is None or bool(offered)) and not reply.ends


def _says_no_more(reply: Reply, intent: str) -> bool:
    """Whether an answer leaves a question open that was asked before there were any words."""
    done = reply.question or reply.ends or reply.settles or reply.tells_of or reply.remember
    return intent in BESIDE and not done


def _asked_again(turn: Turn) -> Reply | None:
    """Return the open question, asked again; None where that cannot be now."""
    row = row_of(turn.pending)
    ask = row.again if row else None
    again = ask(turn) if ask else None
    return again if again and matter_of(again.question).id == matter_of(turn.question).id else None


def _beside(reply: Reply, again: Reply) -> Reply:
    told = reply.before(say("back_to_message"), again.sentences)
    return replace(told, question=again.question)


def _dropped(reply: Reply, turn: Turn) -> Said:
    """Return what is said of words that came to nothing; told apart from a message beside them."""
    is_beside_another = _is_draft(turn.question) and (reply.tells_of or _is_draft(reply.question))
    row = row_of(turn.pending)
    key: Key = row.dropped if row and not is_beside_another else "other_not_sent"
    return say(key)


def _is_draft(question: Question | None) -> bool:
    return question is not None and DRAFT in question.remember
