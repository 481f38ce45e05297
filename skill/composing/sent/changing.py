"""Changing what was sent last: "change that to ..." after the answer to it."""

from dataclasses import replace
from typing import Any

from postbox.outbox.commands import UpdateMessage
from postbox.outbox.receipt import DeliveryState, Receipt
from skill.composing.composer import Composer, SendingComposer
from skill.composing.opening import dictated
from skill.outbox.last_post import LastPost, in_order_of_names, last_post, settled, unsent
from skill.outbox.reasons import bad_news, told
from skill.outbox.sending import Handover, action_id, hand_over
from skill.speech.said import Said, all_of, say, without_repeats
from skill.turn.question import SAID_SLOT, Pending, Question
from skill.turn.reply import Reply
from skill.turn.request import JUST_SENT, SENT, Request
from skill.understanding.names.candidate import SAME_SOUND
from skill.understanding.names.resolution import Certainty
from skill.understanding.wording.mentions import Composed

SLOT = ("ChangeMessageIntent", "message")
TEXT = "change"
"""Under this name a question remembers the text of the change that it is about."""
OF = "changed"
"""Under this name it remembers the message."""


def change_sent(
    words: str, composer: SendingComposer, *, asks: bool = False, says_it: bool = False
) -> Reply:
    """Give the last message that was sent another text, or say why not.

    With `asks` it is asked first whether that is meant; with `says_it` the text is said behind it,
    for the speaker said only what is wrong in it.
    """
    post = last_post(composer.link.link_id, composer.outbox)
    if post is None:
        return Reply(say("nothing_to_change"))
    if composer.timing.clock() - post.spoken_at > composer.outbox.undo_seconds:
        minutes = str(max(1, round(composer.outbox.undo_seconds / 60)))
        return Reply(say("too_late_to_change", minutes=minutes))
    text = dictated(words, composer)
    places = all_of(in_order_of_names(post.receipts))
    if not text:
        question = Question(Pending.CHANGE_SENT, say("change_to_what_reprompt"), elicits=SLOT)
        return Reply(say("change_to_what", conversation=places), question)
    if asks or composer.reads_all_back or _is_a_recipient(words, composer):
        about = {TEXT: text, OF: post.receipts[0].command_id}
        question = Question(Pending.CHANGE_SENT, say("confirm_change_reprompt"), about, SAID_SLOT)
        return Reply(say("confirm_change", conversation=places, text=text), question)
    return _change(post, text, composer, says_it=says_it)


def raises_doubt(before: str, text: str, composer: Composer) -> bool:
    """Whether something speaks against words that spoke against none of what was sent before."""
    signs = {sign.kind for sign in composer.said_to(text, ()).signs}
    known = {sign.kind for sign in composer.said_to(before, ()).signs} if before else set()
    return not signs <= known


def confirmed(composer: SendingComposer) -> Reply:
    """Make the change that was asked about."""
    text = asked_about(composer.request)
    post = last_post(composer.link.link_id, composer.outbox)
    if not text or post is None:
        return change_sent("", composer)
    if not is_still_last(composer):
        return unchanged()
    return replace(_change(post, text, composer), settles=True)


def is_still_last(composer: SendingComposer) -> bool:
    """Whether the message that the open question asks about is still the last one."""
    post = last_post(composer.link.link_id, composer.outbox)
    of = composer.request.remembered(OF)
    return post is not None and (not of or post.receipts[0].command_id == of)


def unchanged() -> Reply:
    """Leave it as it is."""
    return Reply(say("nothing_changed"), settles=True)


def asked_about(request: Request) -> str:
    """Return the text of the change that the open question asks about, "" for none."""
    return str(request.remembered(TEXT) or "")


def _is_a_recipient(words: str, composer: Composer) -> bool:
    """Whether "change that to Ana" may mean where it went, which is past changing."""
    found = composer.recipients(words)
    return found.certainty is Certainty.CERTAIN and found.least_score >= SAME_SOUND


def _change(
    post: LastPost, text: str, composer: SendingComposer, *, says_it: bool = False
) -> Reply:
    """Give it the text; what was not read back before is said."""
    post = settled(post, composer.outbox, composer.timing)
    gone = unsent(post, composer.outbox)
    composed = composer.composed(text, ())
    commands, sentences = [], []
    for at, receipt in enumerate(post.receipts):
        if receipt.state is not DeliveryState.CONFIRMED:
            sentences.append(_not_there(receipt))
        elif receipt.ts is None or receipt.command_id in gone:
            place = receipt.conversation_name
            sentences.append(say("unsent_before", conversation=place))
        else:
            commands.append(_command(receipt, receipt.ts, composed, at, composer))
    handovers = hand_over(commands, composer.outbox, composer.timing)
    of = {receipt.command_id for receipt in post.receipts} | {command.id for command in commands}
    return Reply(
        (*_told(handovers, text if says_it else ""), *without_repeats(sentences)),
        tells_of=frozenset(of),
        remember=_remembered(text, composer),
    )


def _remembered(text: str, composer: Composer) -> dict[str, Any]:
    """Return what the session keeps of what was sent: with the words that it now has."""
    sent = composer.request.attributes.get(SENT)
    return {SENT: {**sent, "text": text}, JUST_SENT: True} if sent else {}


def _command(
    receipt: Receipt, ts: str, composed: Composed, part: int, composer: Composer
) -> UpdateMessage:
    return UpdateMessage(
        id=action_id(composer.request.request_id, part),
        link_id=composer.link.link_id,
        team_id=composer.link.team_id,
        conversation_id=receipt.conversation_id,
        conversation_name=receipt.conversation_name,
        spoken_at=composer.request.spoken_at,
        locale=composer.request.locale,
        ts=ts,
        text=composed.text,
        mentions=composed.mentions,
    )


def _told(handovers: list[Handover], text: str) -> Said:
    done = [handover for handover in handovers if handover.is_confirmed]
    places = sorted({handover.command.conversation_name for handover in done})
    waiting = say("action_on_its_way")
    others = [handover for handover in handovers if handover not in done]
    return without_repeats(
        [
            say("changed", conversation=all_of(places)) if done else (),
            say("in_these_words", text=text) if done and text else (),
            *(told(handover, waiting=waiting) for handover in others),
        ]
    )


def _not_there(receipt: Receipt) -> Said:
    if receipt.state in {DeliveryState.FAILED, DeliveryState.DOUBTFUL}:
        return bad_news(receipt)
    if receipt.state is DeliveryState.WITHDRAWN:
        return say("never_sent", conversation=receipt.conversation_name)
    return say("change_in_a_moment", conversation=receipt.conversation_name)
