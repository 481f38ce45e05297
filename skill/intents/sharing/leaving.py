""" "Unlink my Slack": asked once, then the account ends, and what is kept of it goes."""

from postbox.households.audit import Action
from postbox.outbox.commands import LeaveAccount
from skill.outbox.sending import action_id
from skill.speech.said import all_of, say
from skill.turn.audited import note
from skill.turn.context import Turn
from skill.turn.question import Pending, Question
from skill.turn.reply import Reply


def handle(turn: Turn) -> Reply:
    """Ask whether it is meant, with what goes."""
    if turn.speaking is None:
        return Reply(say("cannot_change_account"), is_slight=True)
    names = all_of(link.workspace_name for link in turn.speaking.account.links)
    question = Question(Pending.LEAVE, say("leave_reprompt"))
    return Reply(say("shall_i_unlink", workspaces=names), question, is_slight=True)


def handle_yes(turn: Turn) -> Reply:
    """End the account whose access token this request came with; raises MailboxUnavailable."""
    if turn.speaking is None:
        return Reply(say("cannot_change_account"), is_slight=True)
    account_id = turn.speaking.account.account_id
    turn.outbox.queue.send(leave(account_id, turn.request_id, turn.spoken_at, turn.locale))
    links = [link.link_id for link in turn.speaking.account.links]
    note(Action.UNLINKED, links, turn, turn.sharing, turn.timing)
    return Reply(say("unlinked"), ends=True)


def leave(account_id: str, request_id: str, now: float, locale: str) -> LeaveAccount:
    """Return the command that ends an account; the same request asks for it once."""
    return LeaveAccount(
        id=action_id(f"{request_id}/{account_id}"),
        link_id=account_id,
        team_id=account_id,
        conversation_id="",
        conversation_name="",
        spoken_at=now,
        locale=locale,
        account_id=account_id,
    )
