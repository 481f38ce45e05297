"""What to do next with a draft: ask for what is missing or in doubt, else send or learn it."""

from dataclasses import replace

from postbox.links.stores.aliases import Alias
from postbox.outbox.commands import SendMessage
from postbox.store.errors import MailboxUnavailable
from skill.awaiting import with_answer
from skill.composing import asking
from skill.composing.desk import Desk
from skill.composing.draft import Draft
from skill.planning import LEAST_AHEAD, schedule
from skill.sending import message_id
from skill.speech.sentences import joined
from skill.telling import send
from skill.turn import Reply
from skill.understanding.names.candidate import Candidate, Kind
from skill.understanding.phrase import Phrase


def proceed(draft: Draft, desk: Desk) -> Reply:
    """Take a draft one step further."""
    draft = _in_place_of_the_open_one(draft, desk)
    if draft.unknown:
        return asking.whom(draft, desk)
    if draft.choices:
        return asking.which(draft, desk)
    if draft.teaches:
        return learn(draft, desk)
    if not draft.to:
        return asking.whom(draft, desk)
    if not draft.text:
        return asking.what(draft, desk)
    if draft.wants_time:
        return asking.when(draft, desk)
    if draft.is_doubtful or draft.at:
        return asking.confirm(draft, desk)
    return finish(draft, desk)


def finish(draft: Draft, desk: Desk) -> Reply:
    """Send a draft that nothing is missing of, and learn what was chosen on the way."""
    if draft.at and draft.at - desk.services.clock() < LEAST_AHEAD:
        late = replace(draft, at=0.0, is_doubtful=True)
        asked = asking.confirm(late, desk)
        come = desk.turn.phrases["time_has_come"]
        return replace(asked, speech=joined([come, asked.speech]))
    reply = _sent(draft, desk)
    learned = [_remembered(spoken, each, draft, desk) for spoken, each in draft.learns.items()]
    speech = joined([reply.speech, *filter(None, learned)])
    return replace(reply, speech=speech, settles=bool(draft.id))


def _in_place_of_the_open_one(draft: Draft, desk: Desk) -> Draft:
    """Take a message that is said a second time, in the same words, for the one that was open."""
    first = desk.draft
    if draft.id or first is None or not draft.text or first.teaches:
        return draft
    is_same = Phrase(first.text).spoken == Phrase(draft.text).spoken
    return replace(draft, id=first.id) if is_same else draft


def _sent(draft: Draft, desk: Desk) -> Reply:
    messages = _messages(draft, desk)
    if draft.at:
        return schedule(messages, draft.at, desk)
    sent = send(messages, desk.turn, desk.services)
    return with_answer(sent, messages, desk) if draft.waits else sent


def _messages(draft: Draft, desk: Desk) -> list[SendMessage]:
    turn, link = desk.turn, desk.link
    composed = desk.composed(draft.text, draft.mentions)
    return [
        SendMessage(
            id=message_id(turn.request_id, part),
            link_id=link.link_id,
            team_id=link.team_id,
            conversation_id=desk.book.conversation_of(each),
            conversation_name=_place(each, draft, desk),
            text=composed.text,
            spoken_at=turn.spoken_at,
            locale=turn.locale,
            thread_ts=draft.thread_ts or None,
            mentions=composed.mentions,
        )
        for part, each in enumerate(draft.to)
    ]


def _place(recipient: Candidate, draft: Draft, desk: Desk) -> str:
    name = asking.spoken_name(recipient)
    if draft.thread_ts and recipient.kind is not Kind.PERSON:
        return desk.turn.phrases.plain("thread_in", conversation=name)
    return name


def _remembered(spoken: str, target_id: str, draft: Draft, desk: Desk) -> str | None:
    target = next((each for each in draft.to if each.id == target_id), None)
    if target is None or not _save(spoken, target, desk):
        return None
    name = asking.spoken_name(target)
    return desk.turn.phrases.say("learned_by_choice", spoken=spoken, name=name)


def learn(draft: Draft, desk: Desk) -> Reply:
    """Keep what a name was taught to mean."""
    phrases, target = desk.turn.phrases, draft.to[0] if draft.to else None
    doubtful = draft.is_doubtful or len(draft.to) > 1
    if target is None or doubtful or not _save(draft.teaches, target, desk):
        return Reply(phrases["not_learned"])
    name = asking.spoken_name(target)
    return Reply(phrases.say("learned", spoken=draft.teaches, name=name))


def _save(spoken: str, target: Candidate, desk: Desk) -> bool:
    alias = Alias(
        link_id=desk.link.link_id,
        spoken=spoken,
        target_id=target.id,
        target_name=target.name,
        kind=str(target.kind),
        learned_at=desk.services.clock(),
    )
    if not alias.key:
        return False
    try:
        desk.services.aliases.learn(alias)
    except MailboxUnavailable:
        # The message is on its way all the same; the name is asked about once more next time.
        return False
    return True
