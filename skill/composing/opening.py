"""What has to be there before a message is composed: a link, its names, words that fit."""

from collections.abc import Callable
from dataclasses import replace

from postbox.store.errors import MailboxUnavailable
from skill.composing import asking, timing
from skill.composing.composer import Composer, SendingComposer
from skill.composing.draft import Draft
from skill.composing.next_step import proceed
from skill.composing.open_draft import in_its_place, is_another, is_for_somebody
from skill.reading.planning.course import Course
from skill.speech.said import say
from skill.turn.context import NotTaken, Turn
from skill.turn.reply import Reply
from skill.turn.request import SENT
from skill.understanding.answers.edges import (
    is_no_text,
    without_closers,
    without_mere_waiting,
    without_waiting,
)
from skill.understanding.carrier import Carrier
from skill.understanding.doubts.leftover.narrowed import Narrowed
from skill.understanding.doubts.sign import SignKind
from skill.understanding.language import language, longest_at, longest_before
from skill.understanding.names.candidate import SAME_SOUND, Kind
from skill.understanding.names.resolution import Certainty, Resolution
from skill.understanding.phrase import Phrase
from skill.understanding.times.moments import Unfit
from skill.understanding.understanding import CANCEL
from skill.understanding.understood import PhraseOutcome, Understood
from skill.understanding.verdict import Action, Verdict
from skill.understanding.wording.anew import is_clause
from skill.understanding.wording.dictation import EmptyMessage, written

_SEVERAL = 2
"""Names that are no text: "jose and hope"; one alone may be one."""


def with_composer(turn: Turn, answer: Callable[[SendingComposer], Reply]) -> Reply:
    """Answer with what composing needs; raises NotLinked, and NotTaken without the mailbox."""
    try:
        return answer(SendingComposer.of(turn))
    except MailboxUnavailable as trouble:
        raise NotTaken from trouble


def dictated(words: str, composer: Composer) -> str:
    """Return words as they are posted, "" for none; raises MessageTooLong."""
    try:
        return written(words, composer.request.locale)
    except EmptyMessage:
        return ""


def begin(
    words: str,
    carrier: Carrier,
    composer: SendingComposer,
    *,
    waiting: bool = False,
    read_back: bool = False,
    later: tuple[Draft, ...] = (),
) -> Reply:
    """Begin a message with a dictated phrase.

    Args:
        words: the phrase, without its carrier.
        carrier: what was said before it.
        composer: what composing works with.
        waiting: whether to wait for an answer, where that was said.
        read_back: whether it may be meant otherwise, however clear its words are.
        later: messages that are composed after it.
    """
    words, waits = _without_waiting(words, carrier, composer)
    understood = composer.understand(words, carrier)
    if carrier is Carrier.BARE and not composer.request.is_one_shot:
        if _is_remark(understood, composer):
            return Reply(say("not_a_message"), is_slight=True)
        # In an open session it may as well be an answer, or meant for nobody.
        read_back = True
    if read_back:
        understood = replace(understood, is_doubtful=True, is_trusted=False)
    timed = timing.implied(words, carrier, understood, composer) if not waits else None
    if timed is not None:
        at = timing.moment_of(timed.said, composer)
        if not isinstance(at, Unfit):
            now_text = dictated(timed.now_text, composer)
            return opened(timed.understood, Draft(at=at, now_text=now_text), composer)
    return opened(understood, Draft(waits=waits or waiting, later=later), composer)


def _is_remark(understood: Understood, composer: Composer) -> bool:
    """Whether it may be said of what was just read: "that can wait please go on".

    Words for nobody that point at it, and end in what goes on, are none that one would offer to
    everybody; nor are those that messages do not say so.
    """
    attributes, known = composer.request.attributes, language(composer.request.locale)
    spoken = Phrase(without_closers(understood.text, known)).spoken
    if not longest_at(known.answers["the_message"], spoken, 0):
        return False
    if understood.resolutions or attributes.get(SENT) or not Course.of(attributes).last:
        return False
    signs = understood.verdict.signs if understood.verdict else ()
    goes_on = longest_before(known.answers["reading_on"], spoken, len(spoken)) > 0
    return goes_on or any(sign.kind is SignKind.UNUSUAL for sign in signs)


def _without_waiting(words: str, carrier: Carrier, composer: Composer) -> tuple[str, bool]:
    """Return a phrase without the words that ask to wait for an answer, and whether it had them."""
    phrase, known = Phrase(words), language(composer.request.locale)
    rest = without_waiting(phrase, known)
    if rest is not None:
        return rest, True
    rest = without_mere_waiting(phrase, known)
    if rest is None or composer.understand(words, carrier).outcome is PhraseOutcome.CERTAIN:
        return words, False
    understood = composer.understand(rest, carrier)
    is_behind = bool(understood.after.strip())
    if is_behind and understood.outcome is PhraseOutcome.CERTAIN:
        return rest, True
    return words, False


def opened(understood: Understood, draft: Draft, composer: SendingComposer) -> Reply:
    """Begin a message with what was understood; the draft says when it is to be sent."""
    verdict = understood.verdict
    if verdict and verdict.action is Action.COMMAND:
        return _no_message(verdict, draft)
    draft = replace(
        draft,
        text=dictated(understood.text, composer),
        mentions=understood.mentions,
        is_doubtful=understood.is_read_back
        or (is_for_somebody(composer) and not is_another(understood, composer)),
        later=(*_later(verdict, draft, composer), *draft.later),
    )
    if understood.is_bare:
        return proceed(draft, composer)
    known = language(composer.request.locale)
    if understood.resolutions and (other := _without_words(understood, draft, composer)):
        return other
    if not understood.resolutions and is_no_text(Phrase(understood.text).spoken, known):
        return proceed(replace(draft, text="", is_doubtful=False), composer)
    if not understood.resolutions:
        named = _named_alone(understood, composer)
        if named is not None:
            return proceed(replace(draft.addressed(named), text="", is_doubtful=False), composer)
        everybody = bool(verdict and verdict.is_for_everybody)
        if everybody and (asked := _for_some_of_all(understood, draft, composer)):
            return asked
        if not everybody and (kept := in_its_place(draft, composer)):
            return asking.saying_its_text(kept, proceed(kept, composer))
        if everybody and any(one.kind is not Kind.CHANNEL for one in composer.default_only):
            # Whom else the default conversation reaches is nobody, or one.
            draft = replace(draft, is_doubtful=True)
        return to_default(draft, composer)
    instead = dictated(_instead(understood), composer) if understood.is_read_back else ""
    whole = dictated(_with_the_name(understood, composer), composer)
    addressed = draft.addressed(understood.resolutions)
    is_bounded = understood.is_name_bounded
    addressed = replace(addressed, instead=instead, whole=whole, is_bounded=is_bounded)
    return proceed(addressed, composer)


def _with_the_name(understood: Understood, composer: Composer) -> str:
    """Return all words from a place's name on that nobody knows, and that may be of the text.

    "" where it is told where the name ends: by a linker, by a sentence that follows, by its form.
    """
    known, text = language(composer.request.locale), Phrase(understood.text).spoken
    before = Phrase(understood.before)
    unknown = [one for one in understood.resolutions if one.certainty is Certainty.UNKNOWN]
    name = Phrase(unknown[0].spoken).spoken if unknown else ()
    start = len(before) - len(name)
    if not name or not text or before.spoken[start:] != name or name[0] in known.given_names:
        return ""
    # "Were" is a verb where it is not "we're".
    begins = known.subjects - known.signs["contracted_too"] | known.determiners
    is_begun = text[:1] in begins or _is_shortened(understood.text)
    goes_on = text[:1] in known.be | known.modals and not is_begun
    is_told = is_begun or is_clause(text, known)
    is_led = start > 0 and before.spoken[:start] in known.into
    if not goes_on and (is_told or (len(name) == 1 and not is_led)):
        return ""
    return Phrase(understood.phrase).after(start)


def _is_shortened(text: str) -> bool:
    """Whether a sentence begins with two words in one: "we're", not "were" or "Ana's"."""
    first = text.split()[0].replace("\u2019", "'")
    return "'" in first and not first.endswith("'s")


def _without_words(understood: Understood, draft: Draft, composer: SendingComposer) -> Reply | None:
    """Ask for the text where "for me", or further names, are all there is of it."""
    known, spoken = language(composer.request.locale), Phrase(understood.text).spoken
    empty = replace(draft.addressed(understood.resolutions), text="", is_doubtful=False)
    if is_no_text(spoken, known):
        return proceed(empty, composer)
    further = composer.recipients(understood.text)
    if understood.after or further.certainty is not Certainty.CERTAIN:
        return None
    if further.least_score < SAME_SOUND or len(further.resolutions) < _SEVERAL:
        return None
    every = draft.addressed((*understood.resolutions, *further.resolutions))
    return asking.what_for(replace(every, text=""), composer) if every.to else None


def _named_alone(understood: Understood, composer: Composer) -> tuple[Resolution, ...] | None:
    """Return who is named by "nikhil a quick word", which says no more; None for a text."""
    phrase, no_text = Phrase(understood.text), language(composer.request.locale).sent["no_text"]
    length = longest_before(no_text, phrase.spoken, len(phrase))
    if not length or length == len(phrase):
        return None
    found = composer.recipients(phrase.between(0, len(phrase) - length))
    is_sure = found.certainty is Certainty.CERTAIN and found.least_score >= SAME_SOUND
    return tuple(found.resolutions) if is_sure else None


def _for_some_of_all(
    understood: Understood, draft: Draft, composer: SendingComposer
) -> Reply | None:
    """Ask who is meant by "everybody in the far shed", where no place is called so."""
    phrase = Phrase(understood.text)
    start, end = Narrowed(language(composer.request.locale)).place(phrase.spoken)
    if not end or not understood.is_read_back:
        return None
    text = dictated(phrase.after(end), composer)
    return proceed(replace(draft, text=text, unknown=phrase.between(start, end)), composer)


def _no_message(verdict: Verdict, draft: Draft) -> Reply:
    """Answer what was taken back, or is no message."""
    if verdict.command == CANCEL:
        return Reply(say("cancelled"), settles=bool(draft.id))
    return Reply(say("not_a_message"), is_slight=True)


def _instead(understood: Understood) -> str:
    """Return the text that is posted to the default conversation where the names are text."""
    if understood.verdict is None:
        return understood.phrase
    others = understood.verdict.instead
    return others[0].text if others and others[0].is_default else ""


def _later(verdict: Verdict | None, draft: Draft, composer: Composer) -> tuple[Draft, ...]:
    """Return the further messages that were said in the same breath."""
    if verdict is None or draft.at or draft.wants_time:
        return ()
    return tuple(
        Draft(text=dictated(message.text, composer)).addressed(message.resolutions)
        for message in verdict.messages[1:]
    )


def to_default(draft: Draft, composer: SendingComposer) -> Reply:
    """Go on with a message for the default conversation, if there is one."""
    if composer.place.asks:
        return proceed(draft, composer)
    if composer.default is None:
        name = composer.place.name
        speech = say("no_default_conversation", conversation=name)
        return Reply(speech, ends=True, settles=bool(draft.id))
    return proceed(replace(draft, to=composer.default_only), composer)
