"""What is said to somebody in other words than "tell": "ask Kevin if ...", "thank Ana for ..."."""

from collections.abc import Callable, Mapping
from functools import partial

from skill.composing.composer import Composer, SendingComposer
from skill.composing.draft import Draft
from skill.composing.next_step import proceed
from skill.composing.opening import begin, with_composer
from skill.composing.sent.for_others import sent_again_to
from skill.composing.sent.in_session import sent_in_session
from skill.composing.sent.recent import copied_lately
from skill.intents.messages.pronouns import with_a_name
from skill.intents.messages.reply import answered, points_there
from skill.intents.session import thanks
from skill.speech.keys import Key
from skill.speech.said import say
from skill.turn.context import Turn
from skill.turn.reply import Reply
from skill.understanding.carrier import Carrier
from skill.understanding.language import language, longest_at
from skill.understanding.phrase import Phrase
from skill.understanding.verdict import Action

SLOT = "message"

CARRIERS: Mapping[str, Carrier] = {
    "AskIntent": Carrier.ASK,
    "ThankIntent": Carrier.THANK,
    "WishIntent": Carrier.WISH,
    "CongratulateIntent": Carrier.CONGRATULATE,
    "ApologizeIntent": Carrier.APOLOGIZE,
    "HeadsUpIntent": Carrier.HEADS_UP,
    "HaveIntent": Carrier.HAVE,
    "InviteIntent": Carrier.INVITE,
}
GROUP = "GroupIntent"
NOTE = "NoteIntent"
PLACE = "PostInIntent"
ONESELF: Key = "myself_that"


def handle(carrier: Carrier, turn: Turn) -> Reply:
    """Send what was dictated to whom it names first, turned to them."""
    return with_composer(turn, lambda composer: _begun(composer, carrier))


def handle_with(carrier: Carrier, words: Key, turn: Turn) -> Reply:
    """Send what was dictated to whom these words name, in the words of the speaker's language."""
    before = turn.phrases.plain(words)
    return with_composer(turn, lambda composer: _begun(composer, carrier, f"{before} "))


def _begun(composer: SendingComposer, carrier: Carrier, before: str = "") -> Reply:
    said = composer.request.slots.get(SLOT, "").strip()
    if (
        carrier is Carrier.THANK
        and Phrase(said).spoken in language(composer.request.locale).thanked
    ):
        return thanks.thanked(composer.request.question)
    if carrier is Carrier.THANK and _is_for_all(Phrase(said), composer):
        verb = " ".join(min(language(composer.request.locale).asked["thanking_verbs"]))
        return begin(f"{verb} {said}", Carrier.BARE, composer)
    if carrier is Carrier.TEXT and before and points_there(said, composer):
        return answered(said, composer, is_doubtful=True)
    words = with_a_name(said, composer)
    again = before and (sent_again_to(said, composer) or copied_lately(said, composer))
    if again:
        # "Stick it in sales too" is of the message just sent.
        return again
    if nowhere := _nowhere(before, words, composer):
        return nowhere
    return (
        begin(before + words, carrier, composer)
        if words
        else proceed(_empty(before, composer), composer)
    )


def _nowhere(before: str, words: str, composer: SendingComposer) -> Reply | None:
    """Ask where it is to go in "(chuck it) in the bin", of which there is none; None for others.

    A verb that puts something somewhere is no beginning of a text for everybody.
    """
    if not words or before.strip() != composer.request.phrases.plain("in_the_place"):
        return None
    verdict = composer.understand(before + words, Carrier.TEXT).verdict
    if verdict is None or verdict.action is not Action.SEND or verdict.messages[0].resolutions:
        return None
    if sent_in_session(composer):
        return Reply(say("which_change"))
    return proceed(Draft(unknown=words), composer)


def _is_for_all(phrase: Phrase, composer: Composer) -> bool:
    """Whether it is "(thank) you all for the card", said to everybody who reads it."""
    known = language(composer.request.locale)
    you = longest_at(known.thanked, phrase.spoken, 0)
    everybody = known.signs["everyone"] | known.asked["all_of_you"]
    return bool(you) and longest_at(everybody, phrase.spoken, you) > 0


def _empty(before: str, composer: Composer) -> Draft:
    """Return a message without words; a note is for oneself."""
    is_note = before.strip() == composer.request.phrases.plain(ONESELF)
    return Draft(to=(composer.oneself,)) if is_note else Draft()


HANDLERS: Mapping[str, Callable[[Turn], Reply]] = {
    **{intent: partial(handle, carrier) for intent, carrier in CARRIERS.items()},
    GROUP: partial(handle_with, Carrier.TEXT, "a_message_to_the_group_with"),
    NOTE: partial(handle_with, Carrier.RECIPIENT, ONESELF),
    PLACE: partial(handle_with, Carrier.TEXT, "in_the_place"),
}
