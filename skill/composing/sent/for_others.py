"""For whom else, or instead, what was just sent is: "the same to Ana", "that was for Olu"."""

from dataclasses import replace

from skill.composing.composer import Composer, SendingComposer
from skill.composing.draft import Choice, Draft
from skill.composing.next_step import proceed
from skill.composing.opening import opened
from skill.composing.sent.in_session import afresh, ids_of, sent_in_session, sent_to_one
from skill.composing.sent.taking_back import (
    asked_back,
    is_too_late,
    take_back_last,
)
from skill.turn.reply import Reply
from skill.understanding.answers.edges import without_leads
from skill.understanding.answers.sent.of_sent import AboutSent, OfSent, same_again
from skill.understanding.language import language, longest_at
from skill.understanding.names.candidate import NAMED_FROM, SAME_SOUND, Candidate, Kind
from skill.understanding.names.recipients import Recipients, but_for
from skill.understanding.names.resolution import Certainty
from skill.understanding.phrase import Phrase


def moved_to(
    found: Recipients, draft: Draft, composer: SendingComposer, *, asks: bool = False
) -> Reply | None:
    """Take it back at once, and send it to whom is named; what may be meant otherwise is asked."""
    left = but_for(ids_of(draft), found)
    asks, found = asks or left != found, left
    if not is_meant(found):
        return None
    other = afresh(draft).addressed(found.resolutions)
    if {one.id for one in other.to} == ids_of(draft) and other.to:
        # "I didn't want that to go to Ana", who has it.
        return asked_back(composer.link, composer.outbox)
    link, outbox, timing = composer.link, composer.outbox, composer.timing
    asks = asks or not other.is_whole or other.is_doubtful
    if asks or is_too_late(link, outbox, timing):
        return proceed(replace(other, moves=True), composer)
    back = take_back_last(link, composer.request, outbox, timing)
    sent = proceed(replace(other, is_doubtful=_widens(other, draft)), composer)
    return replace(sent.after(back.sentences), tells_of=sent.tells_of | back.tells_of)


def replaced_by(read: OfSent, composer: SendingComposer) -> Reply | None:
    """Ask whether to take it back, and send what is to be told to somebody else in its place."""
    message = read.message
    if message is None or message.carrier is None:
        return None
    understood = composer.understand(message.words, message.carrier)
    return opened(understood, Draft(moves=True), composer) if understood.resolutions else None


def is_of_its_recipient(name: str, draft: Draft, composer: SendingComposer) -> bool:
    """Whether the message went to whom it is said to be of: "take back what I told Ana and ..."."""
    found = composer.recipients(name)
    named = {one.id for resolution in found.resolutions for one in resolution.candidates}
    return bool(named & ids_of(draft))


def _widens(other: Draft, sent: Draft) -> bool:
    """Whether what was for people alone is for a channel: it is read back before others see it."""
    return other.is_doubtful or (_is_public(other) and not _is_public(sent))


def _is_public(draft: Draft) -> bool:
    return any(candidate.kind is not Kind.PERSON for candidate in draft.to)


def moved_as_it(words: str, composer: SendingComposer) -> Reply | None:
    """Return what "put it in marketing instead" leads to; None for another message."""
    draft = sent_in_session(composer)
    known, spoken = language(composer.request.locale), Phrase(words).spoken
    not_there = known.sent["instead"] | known.sent["excluding"]
    # "(Write) to Ana for me" is another message.
    is_other = any(longest_at(not_there, spoken, at) for at in range(len(spoken)))
    begins = known.objects | known.sent["given"]
    begins |= known.to | known.into if is_other else frozenset()
    if draft is None or not longest_at(begins, spoken, 0):
        return None
    read = composer.of_sent(words)
    return (
        moved_to(composer.recipients(read.names[0]), draft, composer, asks=not read.is_sure)
        if read.said is AboutSent.MOVES
        else None
    )


def perhaps_for(read: OfSent, draft: Draft, composer: SendingComposer) -> Reply | None:
    """Ask whether it is for whom is named, where little tells what was said of them."""
    if read.said is not AboutSent.MAY_MOVE:
        return None
    found = but_for(ids_of(draft), composer.recipients(read.names[0]))
    other = afresh(draft).addressed(found.resolutions)
    if not is_named(found) or {one.id for one in other.to} <= {one.id for one in draft.to}:
        return None
    return proceed(replace(other, moves=True), composer)


_OF_A_NAME = frozenset({AboutSent.NAMESAKE, AboutSent.NAMESAKE_TOO, AboutSent.ALL_NAMESAKES})


def for_a_namesake(read: OfSent, composer: SendingComposer) -> Reply | None:
    """Ask whether it is for the other one of the same name, or which; None where there is none.

    Where it is to be for that one instead, it is asked whether to take it back at least.
    """
    draft = sent_in_session(composer)
    if read.said not in _OF_A_NAME or draft is None:
        return None
    instead, every = (read.said is kind for kind in (AboutSent.NAMESAKE, AboutSent.ALL_NAMESAKES))
    others = _others_of_the_name(draft, composer)
    if instead and len(others) != 1:
        return asked_back(composer.link, composer.outbox)
    if len(others) == 1 or (others and every):
        other = replace(afresh(draft), to=others, moves=instead, is_doubtful=True)
        return proceed(other, composer)
    if not others:
        return None
    name = sent_to_one(composer).split()[0]
    choice = Choice(name, others, len(others))
    return proceed(replace(afresh(draft), choices=(choice,)), composer)


def _others_of_the_name(draft: Draft, composer: SendingComposer) -> tuple[Candidate, ...]:
    """Return who else has the first name of the only person that it went to."""
    name = sent_to_one(composer)
    found = composer.recipients(name.split()[0]) if name else None
    of_the_name = found.resolutions[0].candidates if found and found.resolutions else ()
    return tuple(one for one in of_the_name if one.id not in ids_of(draft))


def sent_again_to(words: str, composer: SendingComposer, *, is_told: bool = False) -> Reply | None:
    """Return the same message on its way to somebody else: "the same to Ana", "Ana too".

    With `is_told` a verb of telling stood before the words: "(tell) sales as well" may be half of
    what is to be told there, and is read back before many read it.
    """
    draft = sent_in_session(composer)
    if draft is None:
        return None
    read = composer.of_sent(words)
    perhaps = read.said in {AboutSent.MAY_COPY, AboutSent.NAMESAKE_TOO}
    copied = read.names if perhaps or read.said is AboutSent.COPIES else ()
    same = same_again(words, language(composer.request.locale))
    names = copied or (same,)
    named = [composer.all_named(name) for name in names if name]
    found = [but_for(ids_of(draft), recipient) for recipient in named]
    if not found or not all(is_meant(recipient) for recipient in found):
        return None
    resolutions = tuple(one for recipient in found for one in recipient.resolutions)
    other = afresh(draft).addressed(resolutions)
    if others := tuple(one for one in other.to if one.id not in ids_of(draft)):
        # "Both Kevins", where one of them has it.
        other = replace(other, to=others)
    is_of_several = any(len(recipient.resolutions) > 1 for recipient in named)
    is_doubtful = _widens(other, draft) or perhaps or not read.is_sure or found != named
    is_doubtful = is_doubtful or is_of_several
    is_half = is_told or _is_told(words, composer)
    is_doubtful = is_doubtful or (_is_public(other) and is_half)
    return proceed(replace(other, is_doubtful=is_doubtful), composer)


def _is_told(words: str, composer: Composer) -> bool:
    known = language(composer.request.locale)
    return bool(longest_at(known.asked["told_verbs"], without_leads(words, known), 0))


def sent_to_another(words: str, composer: SendingComposer) -> Reply | None:
    """Return the message just sent, read back for somebody who is named; None for nobody."""
    draft = sent_in_session(composer)
    found = composer.recipients(words) if draft and words else None
    if draft is None or found is None or not is_named(found):
        return None
    # Whom it went to keeps it, so this is asked first.
    other = replace(afresh(draft).addressed(found.resolutions), is_doubtful=True)
    return proceed(other, composer)


def is_named(found: Recipients) -> bool:
    """Whether words surely are names, of one or of several."""
    return found.certainty is not Certainty.UNKNOWN and found.least_score >= SAME_SOUND


def is_meant(found: Recipients) -> bool:
    """Whether words are names where all around them says so: a nickname is enough."""
    is_certain = found.certainty is Certainty.CERTAIN and found.least_score >= NAMED_FROM
    return is_certain or is_named(found)
