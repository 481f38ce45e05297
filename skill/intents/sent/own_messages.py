""" "What did you send?", "who did that go to?", "when did I send it?"."""

from postbox.directory.names.spelling import aloud
from postbox.inbox.message import InboxMessage, ts_at
from postbox.outbox.receipt import Receipt
from skill.composing.composer import SendingComposer
from skill.outbox.last_post import in_order_of_names, last_post
from skill.reading.history.older import newest_own, words_of
from skill.reading.planning.places import place
from skill.reading.planning.stored import told
from skill.reading.planning.written_at import moment
from skill.reading.reader import Reader
from skill.speech.said import Said, all_of, say
from skill.turn.context import Turn
from skill.turn.reply import Reply

INTENT = "OwnMessagesIntent"
RECIPIENT, CHANNEL = "recipient", "channel"
_LOOKED_AT = 100


def handle(turn: Turn) -> Reply:
    """Tell the words, the place and the time of what was sent last, everywhere or to one name."""
    return _handle(SendingComposer.of(turn))


def own_typed(receipts: list[Receipt], turn: Turn) -> Said:
    """Say where one's own newest message is, where it was written in Slack; () where it was not."""
    reader = Reader.of(turn)
    typed = _typed_since(receipts, newest_own(reader))
    return said_typed(typed, reader) if typed else ()


def _handle(composer: SendingComposer) -> Reply:
    slots, reader = composer.request.slots, composer.reader
    spoken = slots.get(CHANNEL) or slots.get(RECIPIENT) or ""
    if spoken:
        return _to_one(spoken, composer)
    post = last_post(composer.link.link_id, composer.outbox)
    receipts = list(post.receipts) if post else []
    typed = _typed_since(receipts, newest_own(reader))
    if typed:
        return _said_in_slack(typed, reader)
    return _said(receipts, composer) if receipts else Reply(say("status_none"))


def own_to(spoken: str, composer: SendingComposer) -> tuple[Receipt | None, InboxMessage | None]:
    """Return one's last message by voice to whoever is called so, and what was typed since."""
    named = composer.recipients(spoken).resolutions
    candidates = [candidate for resolution in named for candidate in resolution.candidates]
    ids = {candidate.id for candidate in candidates}
    ids |= {
        composer.book.direct[identifier] for identifier in ids if identifier in composer.book.direct
    }
    recent = composer.outbox.receipts.messages(composer.link.link_id, _LOOKED_AT)
    found = next((post for post in recent if post.conversation_id in ids), None)
    reader = composer.reader
    places = sorted(
        conversation_id
        for conversation_id in ids
        if conversation_id in composer.book.directory.conversations
    )
    own = newest_own(reader, places) if places else None
    return found, _typed_since([found] if found else [], own)


def said_typed(typed: InboxMessage, reader: Reader) -> Said:
    """Say where one's own message is, and when it was written in Slack."""
    return say(
        "status_typed", conversation=_where(typed, reader), when=moment(typed.ts, reader.listener)
    )


def _to_one(spoken: str, composer: SendingComposer) -> Reply:
    found, typed = own_to(spoken, composer)
    if typed:
        return _said_in_slack(typed, composer.reader)
    return _said([found], composer) if found else Reply(say("no_own_message_to", name=spoken))


def _typed_since(receipts: list[Receipt], own: InboxMessage | None) -> InboxMessage | None:
    """Return one's own newest message where it was written in Slack after what was sent by voice.

    While Slack has not confirmed what was sent, that may be the newest one itself.
    """
    if own is None or any(receipt.ts is None for receipt in receipts):
        return None
    return own if all(own.ts > str(receipt.ts) for receipt in receipts) else None


def _said_in_slack(message: InboxMessage, reader: Reader) -> Reply:
    listener, where = reader.listener, _where(message, reader)
    when, text = moment(message.ts, listener), told(message, listener).words
    return Reply(say("own_message", conversation=where, when=when, text=text))


def _where(message: InboxMessage, reader: Reader) -> str:
    name = reader.listener.names.conversation(message.conversation_id)
    return aloud(name) if name else place(message, reader.listener)


def _said(receipts: list[Receipt], composer: SendingComposer) -> Reply:
    reader = composer.reader
    where = all_of(in_order_of_names(receipts))
    when = moment(ts_at(receipts[0].spoken_at), reader.listener)
    text = words_of(receipts, reader)
    ids = frozenset(receipt.command_id for receipt in receipts)
    if not text:
        return Reply(say("own_message_without_words", conversation=where, when=when), tells_of=ids)
    return Reply(say("own_message", conversation=where, when=when, text=text), tells_of=ids)
