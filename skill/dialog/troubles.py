"""What is said of a turn that failed: the one place where an error becomes a sentence."""

from postbox.store.errors import MailboxUnavailable
from skill.speech.said import say
from skill.turn.context import NotLinked, NotTaken, Turn
from skill.turn.reply import Reply
from skill.understanding.wording.dictation import MessageTooLong


def told(trouble: Exception, turn: Turn) -> Reply | None:
    """Return what is said of an error; None for one that nobody expected."""
    match trouble:
        case NotLinked():
            if turn.speaking is not None:
                return Reply(say("account_ended"), ends=True, links=True)
            return Reply(say("not_linked"), ends=True)
        case MessageTooLong():
            return Reply(say("too_long"), settles=True)
        case NotTaken():
            return Reply(say("not_taken"), settles=True, is_slight=True)
        case MailboxUnavailable():
            return Reply(say("mailbox_unavailable"), ends=turn.is_launch, is_slight=True)
    return None
