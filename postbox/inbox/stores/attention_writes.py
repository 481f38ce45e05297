"""The writes by which a message calls for attention, made together with its own."""

from postbox.inbox.message import Attention
from postbox.store import keys
from postbox.store.codec import to_record
from postbox.store.items import Item, Write, put
from postbox.store.keys import FORTNIGHT


def late_write(link_id: str, conversation_id: str, ts: str) -> Write:
    """Mark a message as late, to be written together with it."""
    return put({**keys.late(link_id, conversation_id, ts), **expiry(ts)})


def attention_write(attention: Attention) -> Write:
    """Keep an attention."""
    key = keys.unheard(attention.link_id, attention.ts, attention.conversation_id)
    return put({**key, **to_record(attention), **expiry(attention.ts)})


def expiry(ts: str) -> Item:
    """Return until when what belongs to a message of this ts is kept."""
    return {"expires_at": int(float(ts)) + FORTNIGHT}
