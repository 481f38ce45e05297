"""Taking back what was sent last: done, or asked."""

from collections.abc import Sequence, Set
from dataclasses import replace

from postbox.links.link import Link
from postbox.outbox.receipt import DeliveryState, Receipt
from skill.composing.composer import SendingComposer
from skill.outbox.last_post import (
    LastPost,
    in_order_of_names,
    last_post,
    last_post_to,
    settled,
    unsent,
)
from skill.outbox.reasons import bad_news, told
from skill.outbox.sending import Handover
from skill.outbox.unsending import Unsending, unsend
from skill.speech.said import Listed, Said, all_of, say, without_repeats
from skill.turn.parts import Outbox
from skill.turn.question import SAID_SLOT, Pending, Question
from skill.turn.reply import Reply
from skill.turn.request import Request
from skill.turn.timing import Timing

FROM = "from"
"""What the question remembers: who alone is to have it no more; nothing where it is of all."""


def asked_back(link: Link, outbox: Outbox) -> Reply:
    """Ask whether the message that was sent last is to be taken back."""
    post = last_post(link.link_id, outbox)
    if post is None:
        return Reply(say("status_none"))
    return _asking_of(post, outbox)


def _asking_of(post: LastPost, outbox: Outbox) -> Reply:
    """Ask whether this message is to be taken back, of all whom it has here."""
    names = _names(list(post.receipts))
    if len(unsent(post, outbox)) == len(post.receipts):
        return Reply(say("unsent_before", conversation=names))
    question = Question(Pending.UNSEND, say("confirm_unsend_reprompt"), elicits=SAID_SLOT)
    return Reply(say("confirm_unsend", conversation=names), question)


def asked_back_from(names: Sequence[str], composer: SendingComposer) -> Reply | None:
    """Ask whether who is named is to have it no more; None where it went to nobody so named.

    The others keep it, and the answer is of whom was named.
    """
    post = last_post(composer.link.link_id, composer.outbox)
    theirs = _to_them(post, _names_of(names, composer)) if post else None
    if post is None or theirs is None:
        return None
    asked = _asking_of(theirs, composer.outbox)
    if asked.question is None:
        return asked
    return replace(asked, question=replace(asked.question, remember={FROM: list(names)}))


def asked_again(composer: SendingComposer) -> Reply:
    """Ask the open question once more, of the same as before."""
    again = asked_back_from(asked_of(composer.request), composer)
    return again or asked_back(composer.link, composer.outbox)


def asked_of(request: Request) -> tuple[str, ...]:
    """Return who alone the open question is of; () where it is of all."""
    return tuple(request.remembered(FROM) or ()) if request.pending is Pending.UNSEND else ()


def is_too_late(link: Link, outbox: Outbox, timing: Timing) -> bool:
    """Whether the message that was sent last stands too long already, or there is none."""
    post = last_post(link.link_id, outbox)
    return post is None or timing.clock() - post.spoken_at > outbox.undo_seconds


def is_taken_back(composer: SendingComposer) -> bool:
    """Whether what was sent last does not stand any more."""
    post = last_post(composer.link.link_id, composer.outbox)
    return post is not None and len(unsent(post, composer.outbox)) == len(post.receipts)


def take_back_last(link: Link, request: Request, outbox: Outbox, timing: Timing) -> Reply:
    """Take back the message that was sent last, or say why not."""
    post = last_post(link.link_id, outbox)
    if post is None:
        return Reply(say("status_none"))
    if timing.clock() - post.spoken_at > outbox.undo_seconds:
        minutes = str(max(1, round(outbox.undo_seconds / 60)))
        return Reply(say("too_late_to_unsend", minutes=minutes))
    return take_back(post, link, request, outbox, timing)


def take_back(
    post: LastPost, link: Link, request: Request, outbox: Outbox, timing: Timing
) -> Reply:
    """Take back a message that may still be, and say what became of that."""
    result = unsend(settled(post, outbox, timing), link, request, outbox, timing)
    return Reply(_told(result), tells_of=_ids(post, result))


def take_back_from(names: Sequence[str], composer: SendingComposer) -> Reply:
    """Take back what was sent last to whom is named; who else was sent it keeps it."""
    link, outbox = composer.link, composer.outbox
    post = last_post(link.link_id, outbox)
    if post is None:
        return take_back_last(link, composer.request, outbox, composer.timing)
    found = frozenset(_names_of(names, composer))
    since = composer.timing.clock() - outbox.undo_seconds
    theirs = _to_them(post, found) or last_post_to(found, since, link.link_id, outbox)
    if theirs is None:
        places = _names(list(post.receipts))
        return Reply(say("unsend_only_last", conversation=places))
    if post.spoken_at < since:
        return take_back_last(link, composer.request, outbox, composer.timing)
    only_theirs = _to_them(theirs, found) or theirs
    return take_back(only_theirs, link, composer.request, outbox, composer.timing)


def _names_of(names: Sequence[str], composer: SendingComposer) -> set[str]:
    named = (one for name in names for one in composer.recipients(name).resolutions)
    return {candidate.name for resolution in named for candidate in resolution.candidates}


def _to_them(post: LastPost, names: Set[str]) -> LastPost | None:
    receipts = tuple(receipt for receipt in post.receipts if receipt.conversation_name in names)
    return LastPost(receipts) if receipts else None


def _ids(post: LastPost, result: Unsending) -> frozenset[str]:
    messages = {receipt.command_id for receipt in post.receipts}
    return frozenset(messages | {handover.command.id for handover in result.handovers})


def _told(result: Unsending) -> Said:
    done = [handover for handover in result.handovers if handover.is_confirmed]
    waiting = [handover for handover in result.handovers if handover.is_moving]
    others = [
        handover
        for handover in result.handovers
        if handover not in done and handover not in waiting
    ]
    said = [
        say("unsent", conversation=_places(done)) if done else (),
        say("being_unsent", conversation=_places(waiting)) if waiting else (),
        *(told(handover) for handover in others),
    ]
    if result.never_sent:
        said.append(say("never_sent", conversation=_names(result.never_sent)))
    if result.gone:
        said.append(say("unsent_before", conversation=_names(result.gone)))
    return without_repeats([*said, *map(_stuck, result.stuck)])


def _stuck(receipt: Receipt) -> Said:
    if receipt.state in {DeliveryState.FAILED, DeliveryState.DOUBTFUL}:
        return bad_news(receipt)
    return say("unsend_in_a_moment", conversation=receipt.conversation_name)


def _places(handovers: list[Handover]) -> Listed:
    names = sorted({handover.command.conversation_name for handover in handovers})
    return all_of(names)


def _names(receipts: list[Receipt]) -> Listed:
    return all_of(in_order_of_names(receipts))
