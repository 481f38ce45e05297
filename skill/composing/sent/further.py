"""A message that names nobody, right after one was sent or taken back: for whom that one was.

Who told somebody something and goes on with "say thanks for the jam" speaks to them, more likely
than to everybody; it is read back for them, and "no" takes it for the default conversation.
"""

from dataclasses import replace

from skill.composing.composer import SendingComposer
from skill.composing.draft import Draft
from skill.composing.next_step import proceed
from skill.composing.opening import dictated
from skill.composing.sent.in_session import sent_in_session
from skill.composing.sent.taking_back import is_taken_back
from skill.speech.said import say
from skill.turn.reply import Reply
from skill.turn.request import JUST_SENT
from skill.understanding.answers.texts.asked_text import Asked
from skill.understanding.carrier import Carrier
from skill.understanding.language import language, longest_at, longest_before
from skill.understanding.phrase import Phrase
from skill.understanding.understood import Understood
from skill.understanding.verdict import Action


def further(words: str, carrier: Carrier, composer: SendingComposer) -> Reply | None:
    """Read back words for whom the message before was; None where they are for others."""
    before = sent_in_session(composer)
    if before and _was_for_others(words, composer):
        return Reply(say("stays_sent"), is_slight=True)
    if before is None or not before.to or before.to == composer.default_only:
        return None
    if composer.place.asks or _begins_with_a_name(words, composer):
        return None
    is_text = carrier is not Carrier.BARE or composer.asked_text(words).kind is Asked.TEXT
    understood = composer.understand(words, carrier)
    if not _names_nobody(understood) or not (_just_sent(composer) or is_taken_back(composer)):
        return None
    if not is_text and not composer.understanding.states(Phrase(words)):
        # What is no plain text is none for the default conversation either.
        return Reply(say("which_change"))
    text = dictated(understood.text, composer)
    draft = Draft(text=text, to=before.to, mentions=understood.mentions, thread_ts=before.thread_ts)
    return proceed(replace(draft, instead=text, is_doubtful=True), composer)


def _was_for_others(words: str, composer: SendingComposer) -> bool:
    """Whether it is "(put) that down no that was for my kids": no word of it is a message."""
    known, phrase = language(composer.request.locale), Phrase(words)
    return any(
        longest_at(known.asked["objecting"], phrase.spoken, at)
        and longest_before(known.answers["saying_no"], phrase.spoken[:at], at)
        for at in range(1, len(phrase))
    )


def sent_after_all(words: str, composer: SendingComposer) -> Reply | None:
    """Read a message back that was taken back, where it is to stand after all; None for others.

    "No, leave it there", "put it back", "keep it but add bring cups".
    """
    before, known = sent_in_session(composer), language(composer.request.locale)
    phrase = Phrase(words)
    beside = (
        known.signs["interjections"]
        | known.asked["leads"]
        | known.asked["closers"]
        | known.asked["idle"]
    )
    at = puts_back = 0
    while at < len(phrase) and not longest_at(known.answers["adding"], phrase.spoken, at):
        back = longest_at(known.sent["putting_back"], phrase.spoken, at)
        step = back or longest_at(beside, phrase.spoken, at)
        if not step:
            return None
        puts_back, at = puts_back or back, at + step
    if before is None or not before.text or not puts_back or not is_taken_back(composer):
        return None
    more = phrase.after(at + longest_at(known.answers["adding"], phrase.spoken, at))
    text = dictated(f"{before.text} {more}", composer) if more else before.text
    return once_again(replace(before, text=text), composer)


def once_again(before: Draft, composer: SendingComposer) -> Reply:
    """Read a message back that was sent before and does not stand any more."""
    draft = Draft(text=before.text, to=before.to, mentions=before.mentions)
    return proceed(replace(draft, thread_ts=before.thread_ts, is_doubtful=True), composer)


def _begins_with_a_name(words: str, composer: SendingComposer) -> bool:
    """Whether it is "kevin a quick word", which is for Kevin."""
    composer.prepare(words)
    return composer.understanding.names.named(Phrase(words).spoken, 0) > 0


def _names_nobody(understood: Understood) -> bool:
    """Whether it is one message without a recipient, and no command."""
    verdict = understood.verdict
    if verdict is None or verdict.action is Action.COMMAND or verdict.is_for_everybody:
        return False
    return bool(understood.text) and not understood.resolutions and len(verdict.messages) == 1


def _just_sent(composer: SendingComposer) -> bool:
    return bool(composer.request.attributes.get(JUST_SENT))
