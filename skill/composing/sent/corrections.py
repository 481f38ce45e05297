"""What is said of a message that was just sent: "seven not six", "the same to Ana", "take it back".

The session remembers what was sent in it; nothing is done to what was sent before.
"""

from dataclasses import replace

from skill.composing.composer import Composer, SendingComposer
from skill.composing.draft import Draft
from skill.composing.next_step import proceed
from skill.composing.opening import begin, dictated
from skill.composing.sent.changing import change_sent
from skill.composing.sent.taking_back import (
    asked_back,
    is_taken_back,
    is_too_late,
    take_back_last,
)
from skill.speech.said import say
from skill.turn.reply import Reply
from skill.turn.request import NAMED, SENT
from skill.understanding.answers.edges import without_leads
from skill.understanding.answers.sent.of_sent import AboutSent, OfSent, same_again
from skill.understanding.answers.texts.asked_text import Asked
from skill.understanding.language import language, longest_at, longest_before
from skill.understanding.names.candidate import NAMED_FROM, SAME_SOUND, Kind
from skill.understanding.names.recipients import Recipients, but_for
from skill.understanding.names.resolution import Certainty
from skill.understanding.phrase import Phrase
from skill.understanding.wording.corrections.found import corrections, taken_back


def sent_in_session(composer: Composer) -> Draft | None:
    """Return the message that was sent last in this session, if there was one."""
    plain = composer.request.attributes.get(SENT)
    return Draft.from_plain(plain) if plain else None


def sent_to_one(composer: Composer) -> str:
    """Return the name of the only person who was sent the last message; "" for nobody, several."""
    draft = sent_in_session(composer)
    is_one = draft and len(draft.to) == 1 and draft.to[0].kind is Kind.PERSON
    return draft.to[0].name if draft and is_one else ""


def corrected(words: str, composer: SendingComposer) -> Reply | None:
    """Return what words lead to that are said of the message just sent; None for no such words."""
    draft = sent_in_session(composer)
    if draft is None:
        return None
    read = composer.of_sent(words, draft.text)
    if read.said is AboutSent.REWORDS and is_taken_back(composer):
        # What is gone says nothing that could be put right.
        read = composer.of_sent(words)
    if read.said is AboutSent.GIVES_UP:
        return Reply(say("nothing_changed"))
    if read.said is AboutSent.REWORDS and read.is_sure:
        return change_sent(read.text, composer, says_it=True)
    return (
        sent_again_to(words, composer)
        or _for_a_namesake(read, composer)
        or _moved_or_begun(read, draft, composer)
        or _perhaps_for(read, draft, composer)
        or _going_on(words, draft, composer)
        or _not_carried_out(read)
    )


def _not_carried_out(read: OfSent) -> Reply | None:
    """Say that the message is as it was, where what is to be done to it cannot be told."""
    if read.said is AboutSent.SPELLS:
        return Reply(say("cannot_spell"))
    if read.said is AboutSent.STYLES:
        return Reply(say("cannot_reword"))
    return Reply(say("which_change")) if read.said is AboutSent.COMMAND else None


def _perhaps_for(read: OfSent, draft: Draft, composer: SendingComposer) -> Reply | None:
    """Ask whether it is for whom is named, where little tells what was said of them."""
    if read.said is not AboutSent.MAY_MOVE:
        return None
    found = but_for(_ids(draft), composer.recipients(read.names[0]))
    other = _afresh(draft).addressed(found.resolutions)
    if not is_named(found) or {one.id for one in other.to} <= {one.id for one in draft.to}:
        return None
    return proceed(replace(other, moves=True), composer)


def _for_a_namesake(read: OfSent, composer: SendingComposer) -> Reply | None:
    """Ask whether it is for the other one of the same name; None where there is not just one."""
    draft, name = sent_in_session(composer), sent_to_one(composer)
    if read.said is not AboutSent.NAMESAKE or draft is None:
        return None
    found = composer.recipients(name.split()[0]) if name else None
    of_the_name = found.resolutions[0].candidates if found and found.resolutions else ()
    others = tuple(one for one in of_the_name if one.id != draft.to[0].id)
    if len(others) != 1:
        return asked_back(composer.link, composer.outbox)
    other = replace(_afresh(draft), to=others, moves=True)
    return proceed(other, composer)


def _moved_or_begun(read: OfSent, draft: Draft, composer: SendingComposer) -> Reply | None:
    """Return it on its way to whom it is meant for, with other or more text; or another message."""
    if read.said is AboutSent.MOVES:
        found = composer.recipients(read.names[0])
        return moved_to(found, draft, composer, asks=not read.is_sure)
    if read.said is AboutSent.GOES_ON:
        more = Draft(text=dictated(read.text, composer), to=draft.to, is_doubtful=True)
        return proceed(replace(more, thread_ts=draft.thread_ts), composer)
    if read.said is AboutSent.BEGINS and not read.names:
        return proceed(Draft(), composer)
    if read.said is AboutSent.BEGINS:
        found = composer.recipients(" ".join(read.names))
        return (
            proceed(Draft().addressed(found.resolutions), composer) if found.resolutions else None
        )
    if read.said is AboutSent.MESSAGE and read.message and read.message.carrier:
        return _begun(read, draft, composer)
    if read.said is AboutSent.REWORDS:
        return change_sent(read.text, composer, asks=True)
    if read.said is AboutSent.ADDS:
        return added_to_sent(read.text, composer)
    return None


def _begun(read: OfSent, sent: Draft, composer: SendingComposer) -> Reply | None:
    """Begin another message; "and tell her ..." is for whom the one just sent was for."""
    message = read.message
    if message is None or message.carrier is None:
        return None
    words = message.words
    if read.is_to_them and composer.request.attributes.get(NAMED):
        # "Call Wei", and "tell him ...": he is not whom the message went to.
        return None
    if read.is_to_them:
        if len(sent.to) != 1 or sent.to[0].kind is not Kind.PERSON:
            return Reply(say("which_change"))
        words = f"{sent.to[0].name} {Phrase(words).after(1)}"
    return begin(words, message.carrier, composer, read_back=not read.is_sure)


def _going_on(words: str, draft: Draft, composer: SendingComposer) -> Reply | None:
    """Return "and I'm not doing it" read back: it goes on with what was said, or is an aside.

    What else begins like a correction is none that could be carried out, and no message.
    """
    known = language(composer.request.locale)
    if not longest_at(known.answers["going_on"], Phrase(words).spoken, 0):
        return None
    rest = without_leads(words, known)
    if _objects(words, composer) or composer.of_sent(words).said is AboutSent.MAY_TAKE_BACK:
        return asked_back(composer.link, composer.outbox)
    if rest[:1] not in known.subjects | known.beginnings:
        return Reply(say("which_change"))
    other = replace(draft, text=dictated(words, composer), is_doubtful=True)
    return proceed(other, composer)


def _objects(words: str, composer: SendingComposer) -> bool:
    """Whether it is "oh dear no i've changed my mind", "no no the other one": never a message.

    "No problem" and "no news" are plain words.
    """
    known, spoken = language(composer.request.locale), Phrase(words).spoken
    if composer.asked_text(words).kind is Asked.LEAVES:
        return True
    refused = longest_at(known.answers["refusing"], spoken, 0)
    return spoken[:refused] in known.answers["declining"] and not longest_at(
        known.asked["plain"], spoken, 0
    )


def added_to_sent(words: str, composer: SendingComposer, *, asks: bool = True) -> Reply | None:
    """Add words to the message just sent, or ask whether to; None where none was sent."""
    draft = sent_in_session(composer)
    if draft is None or not words.strip():
        return None
    spoken = Phrase(words).spoken
    known = language(composer.request.locale)
    if taken_back(spoken, known) or any(found.is_sure for found in corrections(spoken, known)):
        return Reply(say("nothing_changed"))
    begins = known.that
    end = len(spoken) - longest_before(known.sent["added_to"], spoken, len(spoken))
    first = longest_at(begins, spoken, 0) if len(spoken) > 1 else 0
    more = Phrase(words).between(first, end) if first < end < len(spoken) else ""
    # "Add two to that" may be meant of a number in it.
    asks, more = asks or bool(more), more or Phrase(words).after(first)
    doubted = composer.asked_text(more).kind is not Asked.TEXT
    return change_sent(f"{draft.text} {more}", composer, asks=asks or doubted, says_it=True)


def moved_to(
    found: Recipients, draft: Draft, composer: SendingComposer, *, asks: bool = False
) -> Reply | None:
    """Take it back at once, and send it to whom is named; what may be meant otherwise is asked."""
    left = but_for(_ids(draft), found)
    asks, found = asks or left != found, left
    if not is_meant(found):
        return None
    other = _afresh(draft).addressed(found.resolutions)
    if {one.id for one in other.to} == _ids(draft) and other.to:
        # "I didn't want that to go to Ana", who has it.
        return asked_back(composer.link, composer.outbox)
    link, outbox, timing = composer.link, composer.outbox, composer.timing
    asks = asks or not other.is_whole or other.is_doubtful
    if asks or is_too_late(link, outbox, timing):
        return proceed(replace(other, moves=True), composer)
    back = take_back_last(link, composer.request, outbox, timing)
    sent = proceed(replace(other, is_doubtful=_widens(other, draft)), composer)
    return replace(sent.after(back.sentences), tells_of=sent.tells_of | back.tells_of)


def _widens(other: Draft, sent: Draft) -> bool:
    """Whether what was for people alone is for a channel: it is read back before others see it."""
    return other.is_doubtful or (_is_public(other) and not _is_public(sent))


def _is_public(draft: Draft) -> bool:
    return any(candidate.kind is not Kind.PERSON for candidate in draft.to)


def moved_as_it(words: str, composer: SendingComposer) -> Reply | None:
    """Return what "put it in marketing instead" leads to; None for another message."""
    draft, phrase = sent_in_session(composer), Phrase(words)
    it = longest_at(language(composer.request.locale).objects, phrase.spoken, 0)
    if draft is None or not it:
        return None
    read = composer.of_sent(words)
    return (
        moved_to(composer.recipients(read.names[0]), draft, composer, asks=not read.is_sure)
        if read.said is AboutSent.MOVES
        else None
    )


def sent_again_to(words: str, composer: SendingComposer, *, is_told: bool = False) -> Reply | None:
    """Return the same message on its way to somebody else: "the same to Ana", "Ana too".

    With `is_told` a verb of telling stood before the words: "(tell) sales as well" may be half of
    what is to be told there, and is read back before many read it.
    """
    draft = sent_in_session(composer)
    if draft is None:
        return None
    read = composer.of_sent(words)
    perhaps = read.said is AboutSent.MAY_COPY
    copied = read.names if perhaps or read.said is AboutSent.COPIES else ()
    same = same_again(words, language(composer.request.locale))
    names = copied or (same,)
    named = [composer.recipients(name) for name in names if name]
    found = [but_for(_ids(draft), recipient) for recipient in named]
    if not found or not all(is_meant(recipient) for recipient in found):
        return None
    resolutions = tuple(one for recipient in found for one in recipient.resolutions)
    other = _afresh(draft).addressed(resolutions)
    is_doubtful = _widens(other, draft) or perhaps or not read.is_sure or found != named
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
    other = replace(_afresh(draft).addressed(found.resolutions), is_doubtful=True)
    return proceed(other, composer)


def _ids(draft: Draft) -> set[str]:
    return {candidate.id for candidate in draft.to}


def _afresh(draft: Draft) -> Draft:
    return Draft(text=draft.text, mentions=draft.mentions)


def is_named(found: Recipients) -> bool:
    """Whether words surely are names, of one or of several."""
    return found.certainty is not Certainty.UNKNOWN and found.least_score >= SAME_SOUND


def is_meant(found: Recipients) -> bool:
    """Whether words are names where all around them says so: a nickname is enough."""
    is_certain = found.certainty is Certainty.CERTAIN and found.least_score >= NAMED_FROM
    return is_certain or is_named(found)
