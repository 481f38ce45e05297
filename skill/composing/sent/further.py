"""A message that names nobody, right after one was sent or taken back: for whom that one was.

Who told somebody something and goes on with "say thanks for the jam" speaks to them, more likely
than to everybody; it is read back for them, and "no" takes it for the default conversation.
"""

from dataclasses import replace

from skill.composing.composer import SendingComposer
from skill.composing.draft import Draft
from skill.composing.next_step import proceed
from skill.composing.opening import dictated
from skill.composing.sent.corrections import sent_in_session
from skill.composing.sent.taking_back import is_taken_back
from skill.speech.said import say
from skill.turn.reply import Reply
from skill.turn.request import JUST_SENT
from skill.understanding.answers.asked_text import Asked
from skill.understanding.carrier import Carrier
from skill.understanding.language import language, longest_at
from skill.understanding.phrase import Phrase
from skill.understanding.understood import Understood
from skill.understanding.verdict import Action

_FEW = 8
"""More words than these hardly ask for it to be put back."""


def further(words: str, carrier: Carrier, composer: SendingComposer) -> Reply | None:
    """Read back words for whom the message before was; None where they are for others."""
    before = sent_in_session(composer)
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


def sent_after_all(words: str, composer: SendingComposer) -> Reply | None:
    """Read a message back that was taken back, where it is to stand after all; None for others.

    "No, leave it there", "put it back", "I changed my mind".
    """
    before, known = sent_in_session(composer), language(composer.request.locale)
    spoken = Phrase(words).spoken
    puts_back = any(longest_at(known.sent["putting_back"], spoken, at) for at in range(len(spoken)))
    if before is None or not before.text or len(spoken) > _FEW or not puts_back:
        return None
    return once_again(before, composer) if is_taken_back(composer) else None


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
