"""Every intent of the interaction model, and what answers it where no question is open."""

from collections.abc import Callable, Mapping

from skill.intents.messages import (
    add_to_message,
    addressed,
    bare,
    change_message,
    compose,
    correction,
    delivery_status,
    recipient,
    reply,
    schedule,
    scheduled,
    send_again,
    send_message,
    tell,
    undo,
)
from skill.intents.reading import (
    keep_unread,
    react,
    reactions,
    read_from,
    read_on,
    read_replies,
    who_and_when,
)
from skill.intents.session import fallback, help as help_intent, leave, repeat, unsupported, yes_no
from skill.intents.settings import learned_names, preferences, teach_name
from skill.services import Services
from skill.turn.context import Turn
from skill.turn.reply import Reply

Handler = Callable[[Turn, Services], Reply]

BESIDE: Mapping[str, Handler] = {
    send_message.INTENT: send_message.handle,
    send_message.AND_WAIT: send_message.handle_and_wait,
    tell.INTENT: tell.handle,
    **addressed.HANDLERS,
    **dict.fromkeys(bare.INTENTS, bare.handle),
    reply.INTENT: reply.handle,
    schedule.SCHEDULE: schedule.handle,
    schedule.REMIND: schedule.handle_remind,
    schedule.NOW: yes_no.handle_yes,
    schedule.THEN: schedule.handle_then,
    scheduled.LIST: scheduled.handle_list,
    scheduled.CANCEL: scheduled.handle_cancel,
    compose.INTENT: compose.handle,
    recipient.INTENT: recipient.handle,
    recipient.INSTEAD: recipient.handle_instead,
    correction.INTENT: correction.handle,
    change_message.INTENT: change_message.handle,
    add_to_message.INTENT: add_to_message.handle,
    react.INTENT: react.handle,
    react.LIKE: react.handle_like,
    reactions.INTENT: reactions.handle,
    undo.UNSEND: undo.handle_unsend,
    undo.UNSEND_FROM: undo.handle_unsend_from,
    undo.UNDO: undo.handle_undo,
    send_again.INTENT: send_again.handle,
    delivery_status.INTENT: delivery_status.handle,
    teach_name.INTENT: teach_name.handle,
    learned_names.LIST: learned_names.handle_list,
    learned_names.FORGET: learned_names.handle_forget,
    **preferences.HANDLERS,
    **unsupported.HANDLERS,
    help_intent.INTENT: help_intent.handle,
    help_intent.HOW_TO: help_intent.handle,
    repeat.INTENT: repeat.handle,
    fallback.INTENT: fallback.handle,
    yes_no.YES: yes_no.handle_yes,
    yes_no.NO: yes_no.handle_no,
}
"""What leaves a message in the making alone. It is offered again behind the answer, where that asks
nothing of its own; else the speaker is told that it was not sent."""

INSTEAD: Mapping[str, Handler] = {
    read_replies.INTENT: read_replies.handle,
    read_replies.MENTIONS_INTENT: read_replies.handle_mentions,
    read_replies.NEW_INTENT: read_replies.handle_new,
    read_from.INTENT: read_from.handle,
    read_from.MARK_INTENT: read_from.handle_mark,
    read_from.CATCH_UP_INTENT: read_from.handle_catch_up,
    read_on.NEXT: read_on.handle_next,
    read_on.SKIP: read_on.handle_skip,
    read_on.PREVIOUS: read_on.handle_previous,
    keep_unread.INTENT: keep_unread.handle,
    who_and_when.WHO: who_and_when.handle_who,
    who_and_when.WHEN: who_and_when.handle_when,
    leave.STOP: leave.handle,
    leave.HOME: leave.handle,
    leave.CANCEL: leave.handle_cancel,
    leave.NEVER_MIND: leave.handle_cancel,
}
"""What turns to reading, or leaves: a message in the making is said not to be sent."""

INTENTS: Mapping[str, Handler] = {**BESIDE, **INSTEAD}
