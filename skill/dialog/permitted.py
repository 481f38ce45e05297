"""Answers as far as a voice may have them: may it hear, send, change?

What may not be heard is counted; what asks for the code goes on once the code was said.
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from postbox.households.audit import Action
from postbox.households.stores.usage import READS, SENDS
from skill.dialog import troubles
from skill.dialog.dispatch import any_answered
from skill.dialog.drafts import with_what_was_open
from skill.dialog.meant import as_meant
from skill.dialog.needs import need_of
from skill.dialog.open_questions import row_of
from skill.intents.registry import ACCOUNT, LAUNCH, Need
from skill.intents.sharing.topics import Topic, topic_of
from skill.speech.said import say
from skill.turn.audited import note
from skill.turn.context import Turn
from skill.turn.permission import Standing
from skill.turn.question import QUESTION, Pending
from skill.turn.reply import Reply
from skill.turn.speaking import WORKSPACE
from skill.understanding.openings import openings

BEHIND_A_WORKSPACE = "CorrectionIntent"
"""What takes words as they come, with a verb in front ("tell general ...") or without one."""


def permitted(intent: str, turn: Turn) -> Reply:
    """Answer an intent, or LAUNCH, as far as this voice may."""
    try:
        return _allowed(intent, turn)
    except Exception as trouble:
        reply = troubles.told(trouble, turn)
        if reply is None:
            raise
        return with_what_was_open(reply, intent, turn)


def _allowed(intent: str, turn: Turn) -> Reply:
    meant = topic_of(turn.slots, turn.resolved_ids) if intent == ACCOUNT else intent
    if meant is Topic.DIGITS and turn.pending is Pending.CODE:
        return _with_code(turn)
    if turn.pending is Pending.WHICH_WORKSPACE and (reply := _in_chosen(meant, turn)):
        return reply
    if elsewhere := _elsewhere(intent, turn):
        return elsewhere
    row = row_of(turn.pending)
    need = need_of(meant, turn.pending, is_answer=bool(row and row.handler(intent)))
    standings = _standings(need, turn)
    if Standing.NO in standings:
        reply = _refused(need, turn)
    elif Standing.WITH_CODE in standings:
        from skill.intents.sharing import code  # noqa: PLC0415 - where there is one

        reply = code.ask(intent, turn)
    elif need and Need.CHANGE not in need and not _is_chosen(turn):
        from skill.intents.sharing import workspaces  # noqa: PLC0415 - few have several

        reply = workspaces.ask(turn, intent)
    elif Need.READ in need and not turn.permission.hears_all:
        reply = _counted(turn)
    else:
        return _accounted(intent, need, turn)
    return with_what_was_open(reply, intent, turn)


def _is_chosen(turn: Turn) -> bool:
    """Whether it is known which workspace is meant: of several none is guessed."""
    return turn.speaking is None or turn.speaking.is_chosen


def _in_chosen(meant: str, turn: Turn) -> Reply | None:
    """Take up the answer to which workspace; what it was asked for is answered there."""
    from skill.intents.sharing import workspaces  # noqa: PLC0415 - few have several

    then = turn.remembered(workspaces.THEN)
    if meant != Topic.SWITCH or turn.speaking is None or not isinstance(then, Mapping):
        return None
    link = workspaces.named(turn.slots.get(workspaces.SLOT[1], ""), turn.speaking.account.links)
    if link is None:
        return workspaces.ask(_as_it_was(turn, then), str(then["intent"]))
    there = workspaces.within(link, _as_it_was(turn, then))
    if there.permission.changing is Standing.YES:
        workspaces.choose(link, turn)
    reply = _allowed(str(then["intent"]), there)
    told = reply.after(say("workspace_chosen", workspace=link.workspace_name))
    return replace(told, remember={WORKSPACE: link.link_id, **reply.remember})


def _elsewhere(intent: str, turn: Turn) -> Reply | None:
    """Answer "in Acme, tell general ..." there; None where no workspace is named first."""
    before, _, words = turn.slots.get("message", "").partition(" ")
    opening = openings().get(intent)
    if opening is None or opening.words != "in" or before != "in":
        return None
    speaking = turn.speaking
    if speaking is None or not speaking.has_several:
        return None
    from skill.intents.sharing import workspaces  # noqa: PLC0415 - few have several

    found = workspaces.split(words, speaking.account.links)
    if found is None:
        return None
    link, rest = found
    there = workspaces.within(link, replace(turn, slots={**turn.slots, "message": rest}))
    reply = _allowed(*as_meant(BEHIND_A_WORKSPACE, there))
    told = reply.after(say("in_workspace", workspace=link.workspace_name))
    return replace(told, remember={WORKSPACE: link.link_id, **reply.remember})


def _accounted(intent: str, need: Need, turn: Turn) -> Reply:
    """Answer within the day's bounds, and leave a line of it in the trail."""
    kinds = {kind for part, kind in ((Need.READ, READS), (Need.SEND, SENDS)) if part in need}
    now = turn.timing.clock()
    if kinds and not turn.sharing.usage.take(turn.link_id, frozenset(kinds), now):
        return with_what_was_open(Reply(say("used_up"), is_slight=True), intent, turn)
    reply = any_answered(intent, turn)
    if Need.SEND in need and reply.tells_of:
        note(Action.SENT, sorted(reply.tells_of), turn, turn.sharing, turn.timing)
    return reply


def _standings(need: Need, turn: Turn) -> set[Standing]:
    if not need:
        return set()
    permission = turn.permission
    found = {
        Need.READ: permission.hearing,
        Need.OWN: permission.hearing,
        Need.SEND: permission.sending,
        Need.CHANGE: permission.changing,
    }
    return {standing for kind, standing in found.items() if kind in need}


def _refused(need: Need, turn: Turn) -> Reply:
    permission = turn.permission
    if Need.CHANGE in need:
        return Reply(say("voice_may_not_change"), is_slight=True)
    if Need.SEND in need and permission.sending is Standing.NO:
        return Reply(say("voice_may_not_send"), is_slight=True)
    if Need.READ in need:
        return _counted(turn)
    return Reply(say("voice_may_not_hear"), is_slight=True)


def _counted(turn: Turn) -> Reply:
    """Tell how much there is and no more, or who wrote, where that may be told."""
    from skill.reading.how_much import counted_only  # noqa: PLC0415 - it brings reading along
    from skill.reading.reader import Reader  # noqa: PLC0415

    permission = turn.permission
    names_senders = permission.hears_own and permission.names_senders
    return counted_only(Reader.of(turn), names_senders=names_senders)


def confirmed(turn: Turn, *, is_achieved: bool) -> Reply:
    """Take up what came of Alexa's PIN; what it was asked for is answered then."""
    from skill.intents.sharing import code  # noqa: PLC0415 - where there is one

    try:
        if turn.speaking is None or turn.pending is not Pending.CODE:
            return code.handle_digits(turn)
        return _opened(code.confirmed(turn, is_achieved=is_achieved), turn)
    except Exception as trouble:
        reply = troubles.told(trouble, turn)
        if reply is None:
            raise
        return reply


def _with_code(turn: Turn) -> Reply:
    """Take up the answer to which code; what it was asked for is answered then."""
    from skill.intents.sharing import code  # noqa: PLC0415 - where there is one

    return _opened(code.objection(turn), turn)


def _opened(objection: Reply | None, turn: Turn) -> Reply:
    from skill.intents.sharing import code  # noqa: PLC0415 - where there is one

    then = turn.remembered(code.THEN)
    if objection is not None:
        return objection
    return (
        _allowed(str(then["intent"]), _as_it_was(turn, then)) if then else Reply(say("code_right"))
    )


def _as_it_was(turn: Turn, then: Mapping[str, Any]) -> Turn:
    """Return the turn in which the code had not to be asked for."""
    intent = str(then["intent"])
    return replace(
        turn,
        is_launch=intent == LAUNCH,
        slots={str(name): str(value) for name, value in then["slots"].items()},
        resolved_ids=frozenset(map(str, then["resolved"])),
        attributes={key: value for key, value in turn.attributes.items() if key != QUESTION},
    )
