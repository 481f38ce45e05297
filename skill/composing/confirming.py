"""What the answers to a message that was read back do to it."""

from dataclasses import replace

from skill.composing import asking
from skill.composing.answers import is_it, it_to, left, name_instead, recipients, taken_apart
from skill.composing.composer import Composer
from skill.composing.draft import Draft
from skill.composing.next_step import finish, proceed
from skill.composing.opening import begin, dictated
from skill.composing.times import time_answers
from skill.turn.reply import Reply
from skill.understanding.answers.asked_text import Asked
from skill.understanding.answers.spoken_answers import AnswerKind, without_leads
from skill.understanding.carrier import Carrier
from skill.understanding.language import language
from skill.understanding.names.resolution import Certainty
from skill.understanding.understood import Outcome
from skill.understanding.wording.amending import amended


def sent_or_other_words(words: str, draft: Draft, composer: Composer) -> Reply:
    """Take up "send it", "send it to Ana", or other words, after a message was read back."""
    understood = composer.understand(words, Carrier.TEXT)
    if is_it(understood, composer):
        return it_to(understood, draft, composer) or finish(draft, composer)
    if understood.outcome is Outcome.DEFAULT:
        return _other_words(words, draft, composer)
    return begin(words, Carrier.TEXT, composer)


def name_or_other_words(words: str, draft: Draft, composer: Composer) -> Reply:
    """Take up "in random", "front to back" or other words, after a message was read back."""
    known = language(composer.turn.locale)
    rest = tuple(without_leads(words, known))
    if rest in known.asked["sending"]:
        return time_answers.now(draft, composer)
    if rest in known.asked["refusing"]:
        return left(draft, composer)
    if amended(draft.text, words, known):
        return name_instead(words, draft, composer)
    answer = taken_apart(words, composer)
    if answer.kind is not AnswerKind.NAME:
        return name_instead(words, draft, composer)
    if recipients(answer, composer).certainty is Certainty.CERTAIN:
        return name_instead(words, draft, composer)
    if composer.asked_text(words).kind is Asked.NAMES:
        return name_instead(words, draft, composer)
    return _other_words(words, draft, composer)


def _other_words(words: str, draft: Draft, composer: Composer) -> Reply:
    """Read back the words in place of those that were, where they may well be a message."""
    asked = composer.asked_text(words)
    if asked.kind not in (Asked.TEXT, Asked.TOLD):
        return asking.once_more(draft, composer)
    understood = composer.understand(words, Carrier.TEXT)
    if understood.resolutions:
        return begin(words, Carrier.TEXT, composer, read_back=True)
    other = replace(draft, text=dictated(asked.text, composer), instead="", mentions=(), asked=0)
    return proceed(replace(other, is_doubtful=True), composer)
