"""What to do next with a draft: ask for what is missing or in doubt, else send or learn it."""

from dataclasses import replace
from typing import Any

from postbox.links.stores.aliases import Alias
from postbox.outbox.commands import SendMessage
from postbox.store.errors import MailboxUnavailable
from skill.composing import asking
from skill.composing.composer import Composer, SendingComposer
from skill.composing.draft import Draft
from skill.outbox.scheduling import LEAST_AHEAD, schedule
from skill.outbox.sending import message_id
from skill.outbox.sent import send
from skill.reading.awaited import with_answer
from skill.speech.clock_times import said_moment
from skill.speech.said import Said, say
from skill.turn.reply import Reply
from skill.turn.request import JUST_SENT, SENT
from skill.understanding.names.aloud import spoken_name
from skill.understanding.names.candidate import Candidate, Kind
from skill.understanding.phrase import Phrase

_MOST_REMEMBERED = 1500
"""Longer texts are not kept in the session, which has room for 24 KB."""


def proceed(draft: Draft, composer: SendingComposer) -> Reply:
    """Take a draft one step further."""
    draft = _in_place_of_the_open_one(draft, composer)
    if draft.unknown:
        return asking.whom(draft, composer)
    if draft.whole:
        # Some of what was taken for the name may be of the text.
        draft = replace(draft, text=draft.whole, whole="", is_doubtful=True)
    if draft.choices:
        return asking.which(draft, composer)
    if draft.teaches:
        return learn(draft, composer)
    if not draft.to:
        return asking.whom(draft, composer)
    if not draft.text:
        return asking.what(draft, composer)
    if draft.wants_time:
        return asking.when(draft, composer)
    if draft.moves:
        return asking.move(draft, composer)
    if draft.is_doubtful or draft.at or composer.reads_all_back:
        return asking.confirm(draft, composer)
    return finish(draft, composer)


def finish(draft: Draft, composer: SendingComposer) -> Reply:
    """Send a draft that nothing is missing of, and learn what was chosen on the way."""
    if draft.at and draft.at - composer.timing.clock() < LEAST_AHEAD:
        late = replace(draft, at=0.0, is_doubtful=True)
        asked = asking.confirm(late, composer)
        come = say("time_has_come")
        return asked.after(come)
    whole = tuple(later for later in draft.later if later.is_whole)
    reply = _sent((draft, *whole), composer)
    if reply.is_refused and not (draft.later or draft.thread_ts):
        return _elsewhere(draft, reply, composer)
    learned = [
        _remembered(spoken, target_id, draft, composer)
        for spoken, target_id in draft.learns.items()
    ]
    learned += [
        _chosen(spoken, target_id, draft, composer) for spoken, target_id in draft.tried.items()
    ]
    sent = replace(
        reply.before(*learned),
        settles=bool(draft.id),
        remember={**reply.remember, **_remembering(draft)},
    )
    return with_next([later for later in draft.later if not later.is_whole], sent, composer)


def _elsewhere(draft: Draft, refused: Reply, composer: Composer) -> Reply:
    """Ask where the words may go that their place cannot take: they are nowhere else."""
    afresh = Draft(text=draft.text, mentions=draft.mentions, is_doubtful=True)
    asked = asking.elsewhere(afresh, composer).after(refused.sentences)
    return replace(asked, tells_of=refused.tells_of, settles=bool(draft.id))


def _remembering(draft: Draft) -> dict[str, Any]:
    """Return what the session keeps of a message that was sent, so that it can be corrected."""
    is_kept = not draft.at and len(draft.text) <= _MOST_REMEMBERED
    sent = replace(draft, later=(), id="").plain() if is_kept else None
    return {SENT: sent, JUST_SENT: not draft.at}


def with_next(later: list[Draft], sent: Reply, composer: SendingComposer) -> Reply:
    """Go on, behind what was sent, with a further message of which something is missing."""
    if not later:
        return sent
    asked = proceed(replace(later[0], later=tuple(later[1:])), composer)
    return replace(
        asked.after(sent.sentences),
        tells_of=sent.tells_of | asked.tells_of,
        remember={**sent.remember, **asked.remember},
        settles=sent.settles,
    )


def _in_place_of_the_open_one(draft: Draft, composer: Composer) -> Draft:
    """Take a message that is said a second time, in the same words, for the one that was open."""
    first = composer.draft
    if draft.id or first is None or not draft.text or first.teaches:
        return draft
    is_same = Phrase(first.text).spoken == Phrase(draft.text).spoken
    return replace(draft, id=first.id) if is_same else draft


def _sent(drafts: tuple[Draft, ...], composer: SendingComposer) -> Reply:
    first = drafts[0]
    messages: list[SendMessage] = []
    for draft in drafts:
        messages += _messages(draft, composer, len(messages))
    if first.at:
        when = said_moment(first.at, composer.now, composer.zone, composer.request.phrases)
        return schedule(messages, first.at, when, composer.outbox, composer.timing)
    sent = send(messages, composer.outbox, composer.speaker, composer.timing)
    if not (first.waits and composer.find_permission().hears_all):
        return sent
    return with_answer(sent, messages, composer.reader)


def _messages(draft: Draft, composer: Composer, first: int) -> list[SendMessage]:
    request, link = composer.request, composer.link
    composed = composer.composed(draft.text, draft.mentions)
    return [
        SendMessage(
            id=message_id(request.request_id, part),
            link_id=link.link_id,
            team_id=link.team_id,
            conversation_id=composer.book.conversation_of(candidate),
            conversation_name=_place(candidate, draft, composer),
            text=composed.text,
            spoken_at=request.spoken_at,
            locale=request.locale,
            thread_ts=draft.thread_ts or None,
            mentions=composed.mentions,
        )
        for part, candidate in enumerate(draft.to, first)
    ]


def _place(recipient: Candidate, draft: Draft, composer: Composer) -> str:
    name = spoken_name(recipient)
    if draft.thread_ts and recipient.kind is not Kind.PERSON:
        return composer.request.phrases.plain("thread_in", conversation=name)
    return name


def _remembered(spoken: str, target_id: str, draft: Draft, composer: SendingComposer) -> Said:
    target = next((candidate for candidate in draft.to if candidate.id == target_id), None)
    if target is None or not _save(spoken, target, composer):
        return ()
    name = spoken_name(target)
    return say("learned_by_choice", spoken=spoken, name=name)


def _chosen(spoken: str, target_id: str, draft: Draft, composer: SendingComposer) -> Said:
    """Learn who is meant where the same was chosen the last time, too; else note the choice."""
    target = next((candidate for candidate in draft.to if candidate.id == target_id), None)
    alias = _alias(spoken, target, composer) if target else None
    if target is None or alias is None or not alias.key:
        return ()
    try:
        is_same = composer.names.aliases.chosen_again(alias, composer.request.request_id)
    except MailboxUnavailable:
        return ()
    return _remembered(spoken, target_id, draft, composer) if is_same else ()


def learn(draft: Draft, composer: SendingComposer) -> Reply:
    """Keep what a name was taught to mean."""
    target = draft.to[0] if draft.to else None
    doubtful = draft.is_doubtful or len(draft.to) > 1
    if target is None or doubtful or not _save(draft.teaches, target, composer):
        return Reply(say("not_learned"))
    name = spoken_name(target)
    return Reply(say("learned", spoken=draft.teaches, name=name))


def _alias(spoken: str, target: Candidate, composer: SendingComposer) -> Alias:
    return Alias(
        link_id=composer.link.link_id,
        spoken=spoken,
        target_id=target.id,
        target_name=target.name,
        kind=str(target.kind),
        learned_at=composer.timing.clock(),
    )


def _save(spoken: str, target: Candidate, composer: SendingComposer) -> bool:
    alias = _alias(spoken, target, composer)
    if not alias.key:
        return False
    try:
        composer.names.aliases.learn(alias)
    except MailboxUnavailable:
        # The message is on its way all the same; the name is asked about once more next time.
        return False
    return True
