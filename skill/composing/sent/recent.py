"""What was sent a moment ago in a session that has ended: "Alexa, ask Slack to make that Tuesday".

A message in one breath ends its session, so that what is said of it begins another.
"""

from dataclasses import replace

from skill.composing.composer import SendingComposer
from skill.composing.draft import Draft
from skill.composing.next_step import proceed
from skill.composing.sent.changing import change_sent
from skill.composing.sent.corrections import is_named
from skill.composing.sent.taking_back import asked_back, is_too_late, take_back_last
from skill.outbox.last_post import last_post
from skill.reading.history.older import words_of
from skill.speech.said import say
from skill.turn.reply import Reply
from skill.understanding.answers.sent.of_sent import AboutSent, same_again
from skill.understanding.language import language
from skill.understanding.wording.amending import corrects, surely_amended


def recent_text(composer: SendingComposer) -> str:
    """Return the words of what was sent last, where it may still be changed; else ""."""
    link, outbox = composer.link, composer.outbox
    post = last_post(link.link_id, outbox) if composer.request.is_one_shot else None
    if post is None or is_too_late(link, outbox, composer.timing):
        return ""
    return words_of(list(post.receipts), composer.reader)


def copied_lately(words: str, composer: SendingComposer) -> Reply | None:
    """Read back "send the same to Nikhil", "send that to Wei as well"; None for another message."""
    if not composer.request.is_one_shot:
        return None
    read, known = composer.of_sent(words), language(composer.request.locale)
    same = same_again(words, known)
    names = read.names if read.said is AboutSent.COPIES else (same,) if same else ()
    found = [composer.recipients(name) for name in names]
    if not found or not all(is_named(recipient) for recipient in found):
        return None
    text = recent_text(composer)
    resolutions = tuple(one for recipient in found for one in recipient.resolutions)
    # The words are as Slack has them, so they are heard before they are sent again.
    return proceed(Draft(text=text, is_doubtful=True).addressed(resolutions), composer)


def corrected_lately(words: str, composer: SendingComposer, *, asks: bool = False) -> Reply | None:
    """Return what "make that Tuesday", "no wait that was for Robert" do to what was just sent.

    With `asks` the words may as well be a message: only what says that it corrects is asked about.
    """
    if not composer.request.is_one_shot:
        return None
    link, outbox, timing = composer.link, composer.outbox, composer.timing
    read, known = composer.of_sent(words), language(composer.request.locale)
    if read.said is AboutSent.MOVES:
        return _moved(read.names[0], composer)
    if asks and not corrects(words, known):
        return None
    if read.said is AboutSent.TAKES_BACK and not is_too_late(link, outbox, timing):
        if asks:
            return asked_back(link, outbox)
        return take_back_last(link, composer.request, outbox, timing)
    if copied := copied_lately(words, composer):
        return copied
    text = recent_text(composer)
    right = surely_amended(text, words, known) if text else None
    return change_sent(right, composer, asks=asks, says_it=True) if right else None


def added_lately(words: str, composer: SendingComposer) -> Reply | None:
    """Ask whether to add words to what was just sent; None where nothing was."""
    text = recent_text(composer) if words.strip() else ""
    return change_sent(f"{text} {words}", composer, asks=True) if text else None


def _moved(name: str, composer: SendingComposer) -> Reply | None:
    found = composer.recipients(name)
    if not is_named(found):
        return None
    text = recent_text(composer)
    if not text:
        return Reply(say("nothing_to_address"))
    other = Draft(text=text).addressed(found.resolutions)
    return proceed(replace(other, moves=True), composer)
