""" "What did you send?", "who did that go to?", "when did I send it?"."""

from postbox.inbox.read_state import ts_at
from postbox.outbox.receipt import DeliveryState, Receipt
from skill.composing.composer import Composer
from skill.outbox.last_post import in_order_of_names, last_post
from skill.reading.planning.stored import told
from skill.reading.planning.written_at import moment
from skill.reading.reader import Reader
from skill.speech.said import all_of, say
from skill.turn.context import Turn
from skill.turn.reply import Reply

RECIPIENT, CHANNEL = "recipient", "channel"
_LOOKED_AT = 100


def handle(turn: Turn) -> Reply:
    """Tell the words, the place and the time of what was sent last, everywhere or to one name."""
    return _handle(Composer.of(turn))


def _handle(composer: Composer) -> Reply:
    turn = composer.turn
    spoken = turn.slots.get(CHANNEL) or turn.slots.get(RECIPIENT) or ""
    if spoken:
        return _to_one(spoken, composer)
    post = last_post(composer.link.link_id, turn.outbox)
    if post is None:
        return Reply(say("status_none"))
    return _said(list(post.receipts), composer)


def _to_one(spoken: str, composer: Composer) -> Reply:
    named = composer.recipients(spoken).resolutions
    candidates = [each for resolution in named for each in resolution.candidates]
    ids = {each.id for each in candidates}
    ids |= {composer.book.direct[each] for each in ids if each in composer.book.direct}
    recent = composer.turn.outbox.receipts.messages(composer.link.link_id, _LOOKED_AT)
    found = next((each for each in recent if each.conversation_id in ids), None)
    if found is None:
        return Reply(say("no_own_message_to", name=spoken))
    return _said([found], composer)


def _said(receipts: list[Receipt], composer: Composer) -> Reply:
    reader = Reader.of(composer.turn)
    place = all_of(in_order_of_names(receipts))
    when = moment(ts_at(receipts[0].spoken_at), reader.listener)
    text = _text(receipts, reader)
    ids = frozenset(each.command_id for each in receipts)
    if not text:
        return Reply(say("own_message_without_words", conversation=place, when=when), tells_of=ids)
    return Reply(say("own_message", conversation=place, when=when, text=text), tells_of=ids)


def _text(receipts: list[Receipt], reader: Reader) -> str:
    """Return the words as they stand in Slack now, "" where Slack has not told them yet."""
    posted = [each for each in receipts if each.state is DeliveryState.CONFIRMED and each.ts]
    places = [(reader.link.team_id, each.conversation_id, str(each.ts)) for each in posted]
    found = reader.turn.inbox.messages.many(places) if places else {}
    messages = [message for message in found.values() if not message.deleted]
    return told(messages[0], reader.listener).words if messages else ""
