""" "Did anyone react?": to what was sent last."""

from postbox.inbox.message import Reaction
from postbox.links.link import Link
from postbox.outbox.receipt import DeliveryState
from skill.outbox.last_post import LastPost, last_post, unsent
from skill.reading.planning.reactions import told_reactions
from skill.reading.planning.spoken_names import SpokenNames
from skill.speech.said import say
from skill.turn.context import Turn
from skill.turn.parts import Inbox, Outbox
from skill.turn.reply import Reply


def handle(turn: Turn) -> Reply:
    """Tell who reacted to the last message, and with what."""
    link = turn.link
    post = last_post(link.link_id, turn.outbox)
    if post is None:
        return Reply(say("status_none"))
    if not post.places(DeliveryState.CONFIRMED):
        return Reply(say("no_reactions_to_unposted"))
    found = _reactions(post, link, turn.outbox, turn.inbox)
    if not found:
        return Reply(say("no_reactions"))
    names = SpokenNames(turn.names.of(link.team_id))
    names.prepare(one.user_id for reactions in found.values() for one in reactions)
    told = [
        (place, told_reactions([(one.emoji, one.user_id) for one in reactions], names, turn.locale))
        for place, reactions in found.items()
    ]
    if len(post.receipts) == 1:
        return Reply(tuple(one for _, said in told for one in said))
    return Reply(
        tuple(
            one for place, said in told for one in (*say("reactions_in", conversation=place), *said)
        )
    )


def _reactions(
    post: LastPost, link: Link, outbox: Outbox, inbox: Inbox
) -> dict[str, list[Reaction]]:
    """Return the reactions of others by the place of the message."""
    gone = unsent(post, outbox)
    found = {}
    for receipt in post.places(DeliveryState.CONFIRMED):
        if receipt.ts is None or receipt.command_id in gone:
            continue
        of = inbox.reactions.of(link.team_id, receipt.conversation_id, receipt.ts)
        others = [reaction for reaction in of if reaction.user_id != link.user_id]
        if others:
            found[receipt.conversation_name] = others
    return found
