""" "Switch to Acme", "which workspace is this?": of several workspaces none is ever guessed."""

from collections.abc import Sequence
from dataclasses import replace

from postbox.accounts.account import AccountLink
from skill.intents.registry import ACCOUNT
from skill.speech.said import all_of, one_of, say
from skill.turn.context import Turn
from skill.turn.permission import Standing
from skill.turn.question import Pending, Question
from skill.turn.reply import Reply
from skill.turn.speaking import WORKSPACE

SLOT = (ACCOUNT, "workspace")
THEN = "then"
"""Under this name the question for a workspace remembers what it was asked for."""


def handle_which(turn: Turn) -> Reply:
    """Tell which workspace is meant, and which others there are."""
    if turn.speaking is None:
        return Reply(say("cannot_change_account"), is_slight=True)
    names = [link.workspace_name for link in turn.speaking.account.links]
    if len(names) == 1:
        return Reply(say("only_workspace", workspace=names[0]))
    if not turn.speaking.is_chosen:
        return Reply(say("no_workspace_yet", workspaces=all_of(names)))
    here = turn.speaking.link.workspace_name
    return Reply(say("this_workspace", workspace=here, workspaces=all_of(names)))


def handle_switch(turn: Turn) -> Reply:
    """Mean another workspace from now on; raises MailboxUnavailable."""
    if turn.speaking is None:
        return Reply(say("cannot_change_account"), is_slight=True)
    chosen = named(turn.slots.get(SLOT[1], ""), turn.speaking.account.links)
    if chosen is None:
        return ask(turn)
    if within(chosen, turn).permission.changing is not Standing.YES:
        return Reply(say("voice_may_not_change"), is_slight=True)
    choose(chosen, turn)
    said = say("workspace_chosen", workspace=chosen.workspace_name)
    return Reply(said, remember={WORKSPACE: chosen.link_id})


def ask(turn: Turn, intent: str = "") -> Reply:
    """Ask which workspace is meant, and remember what for."""
    assert turn.speaking is not None  # the gate lets nobody else in
    names = [link.workspace_name for link in turn.speaking.account.links]
    then = {"intent": intent, "slots": dict(turn.slots), "resolved": sorted(turn.resolved_ids)}
    remember = {THEN: then} if intent else {}
    question = Question(Pending.WHICH_WORKSPACE, say("workspace_reprompt"), remember, elicits=SLOT)
    return Reply(say("which_workspace", workspaces=one_of(names)), question, is_slight=True)


def choose(link: AccountLink, turn: Turn) -> None:
    """Keep which workspace is meant where none is named."""
    assert turn.speaking is not None
    turn.sharing.choices.choose(turn.speaking.account, link.link_id)


def within(link: AccountLink, turn: Turn) -> Turn:
    """Return the turn in another workspace of the same account."""
    assert turn.speaking is not None
    speaking = turn.speaking._replace(link_id=link.link_id, is_chosen=True)
    return replace(turn, link_id=link.link_id, speaking=speaking)


def named(spoken: str, links: Sequence[AccountLink]) -> AccountLink | None:
    """Return the one workspace that is called so, by its name or the beginning of it."""
    words = _words(spoken)
    if not words:
        return None
    exact = [link for link in links if _words(link.workspace_name) == words]
    found = exact or [link for link in links if _words(link.workspace_name)[: len(words)] == words]
    return found[0] if len(found) == 1 else None


def split(spoken: str, links: Sequence[AccountLink]) -> tuple[AccountLink, str] | None:
    """Return the workspace that "acme tell general ..." begins with, and what is behind it."""
    words = spoken.split()
    for count in range(len(words) - 1, 0, -1):
        link = named(" ".join(words[:count]), links)
        if link is not None:
            return link, " ".join(words[count:])
    return None


def _words(spoken: str) -> list[str]:
    kept = "".join(character if character.isalnum() else " " for character in spoken.casefold())
    return kept.split()
