"""What is said of a message that was just sent: "seven not six", "the same to Ana", "take it back".

The session remembers what was sent in it; nothing is done to what was sent before.
"""

from dataclasses import replace

from skill.composing.composer import Composer, SendingComposer
from skill.composing.draft import Draft
from skill.composing.next_step import proceed
from skill.composing.opening import begin, dictated
from skill.composing.sent.changing import change_sent, raises_doubt
from skill.composing.sent.for_others import (
    for_a_namesake,
    is_of_its_recipient,
    moved_to,
    perhaps_for,
    replaced_by,
    sent_again_to,
)
from skill.composing.sent.in_session import sent_in_session
from skill.composing.sent.taking_back import (
    asked_back,
    asked_back_from,
    is_taken_back,
)
from skill.speech.said import say
from skill.turn.reply import Reply
from skill.turn.request import NAMED
from skill.understanding.answers.edges import without_leads
from skill.understanding.answers.sent.of_sent import AboutSent, OfSent
from skill.understanding.answers.texts.asked_text import Asked
from skill.understanding.language import language, longest_at, longest_before
from skill.understanding.names.candidate import Kind
from skill.understanding.phrase import Phrase
from skill.understanding.wording.corrections.found import corrections, taken_back


def corrected(words: str, composer: SendingComposer) -> Reply | None:
    """Return what words lead to that are said of the message just sent; None for no such words."""
    draft = sent_in_session(composer)
    if draft is None:
        return None
    if without := _without_some(words, draft, composer):
        return without
    read = composer.of_sent(words, draft.text)
    if read.said is AboutSent.REWORDS and is_taken_back(composer):
        # What is gone says nothing that could be put right.
        read = composer.of_sent(words)
    if read.said is AboutSent.GIVES_UP:
        # What is gone does not stay as it was.
        gone = is_taken_back(composer)
        return asked_back(composer.link, composer.outbox) if gone else Reply(say("nothing_changed"))
    if read.said is AboutSent.REWORDS and read.is_sure:
        asks = raises_doubt(draft.text, read.text, composer)
        return change_sent(read.text, composer, asks=asks, says_it=True)
    return (
        for_a_namesake(read, composer)
        or sent_again_to(words, composer)
        or _moved_or_begun(read, draft, composer)
        or perhaps_for(read, draft, composer)
        or _going_on(words, draft, composer)
        or _not_carried_out(read)
    )


def _without_some(words: str, draft: Draft, composer: SendingComposer) -> Reply | None:
    """Ask whether "leave out Ana" takes it back from her, where it went to others too."""
    names = composer.left_out(words) if len(draft.to) > 1 else ()
    # Who has none of it can have none taken back, and the others are to keep theirs.
    return (asked_back_from(names, composer) or Reply(say("which_change"))) if names else None


def _not_carried_out(read: OfSent) -> Reply | None:
    """Say that the message is as it was, where what is to be done to it cannot be told."""
    if read.said is AboutSent.SPELLS:
        return Reply(say("cannot_spell"))
    if read.said is AboutSent.STYLES:
        return Reply(say("cannot_reword"))
    return Reply(say("which_change")) if read.said is AboutSent.COMMAND else None


def _moved_or_begun(read: OfSent, draft: Draft, composer: SendingComposer) -> Reply | None:
    """Return it on its way to whom it is meant for, with other or more text; or another message."""
    if read.said in {AboutSent.MOVES, AboutSent.REPLACES}:
        return _for_another(read, draft, composer)
    if read.said is AboutSent.GOES_ON:
        more = Draft(text=dictated(read.text, composer), to=draft.to, is_doubtful=True)
        return proceed(replace(more, thread_ts=draft.thread_ts), composer)
    if read.said is AboutSent.BEGINS and not read.names:
        return proceed(Draft(), composer)
    if read.said is AboutSent.BEGINS:
        return begun_to(read, composer)
    if read.said is AboutSent.MESSAGE and read.message and read.message.carrier:
        return _begun(read, draft, composer)
    if read.said is AboutSent.REWORDS and raises_doubt(draft.text, read.text, composer):
        # Whatever it should say, it is hardly this.
        return change_sent("", composer)
    if read.said is AboutSent.REWORDS:
        return change_sent(read.text, composer, asks=True)
    if read.said is AboutSent.ADDS:
        return added_to_sent(read.text, composer)
    return None


def _for_another(read: OfSent, draft: Draft, composer: SendingComposer) -> Reply | None:
    """Return it, or another message in its place, on its way to somebody else."""
    if read.of and not is_of_its_recipient(read.of, draft, composer):
        return Reply(say("which_change"))
    if read.said is AboutSent.REPLACES:
        return replaced_by(read, composer)
    found = composer.recipients(read.names[0])
    return moved_to(found, draft, composer, asks=not read.is_sure)


def begun_to(read: OfSent, composer: SendingComposer) -> Reply | None:
    """Ask what another message is to say, of which it was said for whom: "one to Joy as well"."""
    named = " ".join(read.names) if read.said is AboutSent.BEGINS else ""
    found = composer.recipients(named) if named else None
    if found is None or not found.resolutions:
        return None
    return proceed(Draft().addressed(found.resolutions), composer)


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
            more = Draft(text=dictated(Phrase(words).after(1), composer), to=sent.to)
            return proceed(replace(more, is_doubtful=True), composer)
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


def _goes_elsewhere(more: str, composer: Composer) -> bool:
    """Whether it is "(add) milk to the list": what is added there tells nothing."""
    known, spoken = language(composer.request.locale), Phrase(more).spoken
    leads, ends = known.to | known.into, range(1, len(spoken) - 1)
    ends_so = any(
        longest_at(leads, spoken, at)
        and longest_at(known.determiners, spoken, at + 1) == len(spoken) - at - 2
        for at in ends
    )
    return ends_so and not composer.understanding.states(Phrase(more))


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
    asks = asks or _goes_elsewhere(more, composer)
    doubted = composer.asked_text(more).kind is not Asked.TEXT or raises_doubt("", more, composer)
    return change_sent(f"{draft.text} {more}", composer, asks=asks or doubted, says_it=True)
