"""Changing what was sent last: "change that to ..." after the answer to it."""

from dataclasses import replace

from postbox.outbox.action import ActionKind, ActionState, OutboundAction
from postbox.outbox.receipt import DeliveryState, Receipt
from skill.composing.composer import Composer
from skill.composing.opening import dictated
from skill.outbox.acting import Acted, act, action_id
from skill.outbox.acting_told import told
from skill.outbox.last_post import LastPost, in_order_of_names, last_post, settled, unsent
from skill.outbox.reasons import bad_news
from skill.speech.phrases import Phrases
from skill.speech.sentences import joined, listed
from skill.turn.context import Turn
from skill.turn.question import Pending, Question
from skill.turn.reply import Reply
from skill.understanding.names.candidate import SAME_SOUND
from skill.understanding.names.resolution import Certainty

SLOT = ("ChangeMessageIntent", "message")
TEXT = "change"
"""Under this name a question remembers the text of the change that it is about."""


def change_sent(words: str, composer: Composer) -> Reply:
    """Give the last message that was sent another text, or say why not."""
    phrases, services = composer.turn.phrases, composer.services
    post = last_post(composer.link.link_id, services)
    if post is None:
        return Reply(phrases["nothing_to_change"])
    if services.clock() - post.spoken_at > services.undo_seconds:
        minutes = str(max(1, round(services.undo_seconds / 60)))
        return Reply(phrases.say("too_late_to_change", minutes=minutes))
    text = dictated(words, composer)
    places = listed(in_order_of_names(post.receipts), phrases.plain("and"))
    if not text:
        question = Question(Pending.CHANGE_SENT, phrases["change_to_what_reprompt"], elicits=SLOT)
        return Reply(phrases.say("change_to_what", conversation=places), question)
    if _is_a_recipient(words, composer):
        question = Question(Pending.CHANGE_SENT, phrases["confirm_change_reprompt"], {TEXT: text})
        return Reply(phrases.say("confirm_change", conversation=places, text=text), question)
    return _change(post, text, composer)


def confirmed(composer: Composer) -> Reply:
    """Make the change that was asked about."""
    text = asked_about(composer.turn)
    post = last_post(composer.link.link_id, composer.services)
    if not text or post is None:
        return change_sent("", composer)
    return replace(_change(post, text, composer), settles=True)


def other_words(composer: Composer) -> Reply:
    """Take up the answer to what the message should say."""
    words = composer.turn.slots.get(SLOT[1], "")
    return change_sent(words, composer) if dictated(words, composer) else unchanged(composer.turn)


def unchanged(turn: Turn) -> Reply:
    """Leave it as it is."""
    return Reply(turn.phrases["nothing_changed"], settles=True)


def asked_about(turn: Turn) -> str:
    """Return the text of the change that the open question asks about, "" for none."""
    return str(turn.remembered(TEXT) or "")


def _is_a_recipient(words: str, composer: Composer) -> bool:
    """Whether "change that to Ana" may mean where it went, which is past changing."""
    found = composer.recipients(words)
    return found.certainty is Certainty.CERTAIN and found.least_score >= SAME_SOUND


def _change(post: LastPost, text: str, composer: Composer) -> Reply:
    phrases, services = composer.turn.phrases, composer.services
    post = settled(post, services)
    gone = unsent(post, services)
    composed = composer.composed(text, ())
    actions, sentences = [], []
    for at, receipt in enumerate(post.receipts):
        if receipt.state is not DeliveryState.POSTED:
            sentences.append(_not_there(receipt, phrases))
        elif receipt.ts is None or receipt.message_id in gone:
            place = receipt.conversation_name
            sentences.append(phrases.say("unsent_before", conversation=place))
        else:
            plain = _action(receipt, at, composer)
            actions.append(replace(plain, text=composed.text, mentions=composed.mentions))
    acted = act(actions, services)
    of = {each.message_id for each in post.receipts} | {each.id for each in actions}
    return Reply(joined([*_told(acted, phrases), *sentences]), speaks_of=frozenset(of))


def _action(receipt: Receipt, part: int, composer: Composer) -> OutboundAction:
    return OutboundAction(
        id=action_id(composer.turn.request_id, part),
        kind=ActionKind.EDIT,
        link_id=composer.link.link_id,
        team_id=composer.link.team_id,
        conversation_id=receipt.conversation_id,
        conversation_name=receipt.conversation_name,
        spoken_at=composer.turn.spoken_at,
        locale=composer.turn.locale,
        ts=receipt.ts,
    )


def _told(acted: list[Acted], phrases: Phrases) -> list[str]:
    done = [each for each in acted if each.state is ActionState.DONE]
    names = sorted(dict.fromkeys(each.action.conversation_name for each in done))
    places = listed(names, phrases.plain("and"))
    first = [phrases.say("changed", conversation=places)] if done else []
    waiting = phrases["action_on_its_way"]
    rest = [told(each, phrases, done="", waiting=waiting) for each in acted if each not in done]
    return [*first, *dict.fromkeys(rest)]


def _not_there(receipt: Receipt, phrases: Phrases) -> str:
    if receipt.state in {DeliveryState.FAILED, DeliveryState.DOUBTFUL}:
        return bad_news(receipt, phrases)
    if receipt.state is DeliveryState.WITHDRAWN:
        return phrases.say("never_sent", conversation=receipt.conversation_name)
    return phrases.say("change_in_a_moment", conversation=receipt.conversation_name)
