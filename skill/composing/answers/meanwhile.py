"""What begins like another message while the words of one wait for an answer.

Alexa gives "let me think", "get down from there" and "say again, I was hammering" to the intents
that send messages, without the verb that she heard. Another message it is only where somebody is
named; where nobody is, the question stays open and nothing is posted unheard.
"""

from dataclasses import replace

from skill.composing import asking
from skill.composing.answers.any_question import dropped_for_another, this_one_to, told_anew
from skill.composing.composer import Composer, SendingComposer
from skill.composing.draft import Draft
from skill.composing.next_step import proceed
from skill.composing.opening import begin
from skill.turn.reply import Reply
from skill.understanding.answers.edges import is_idle
from skill.understanding.answers.texts.asked_text import Asked
from skill.understanding.carrier import Carrier
from skill.understanding.language import language, longest_at, longest_before
from skill.understanding.names.candidate import Kind
from skill.understanding.names.resolution import Certainty
from skill.understanding.phrase import Phrase
from skill.understanding.understood import Understood


def sent_meanwhile(words: str, draft: Draft, composer: SendingComposer) -> Reply:
    """Take up "send it", "send it to Ana", or a new message, while something else is asked."""
    if another := dropped_for_another(words, composer):
        return another
    understood = composer.understand(words, Carrier.TEXT)
    if is_it(understood, composer):
        return it_to(understood, draft, composer) or asking.once_more(draft, composer)
    if moved := this_one_to(words, draft, composer):
        return moved
    if not understood.resolutions:
        if _is_of_the_question(words, composer) or _is_no_message(words, understood, composer):
            return asking.again(draft, composer)
        return begin(words, Carrier.TEXT, composer, read_back=True)
    return begin(words, Carrier.TEXT, composer)


def told_meanwhile(
    words: str, carrier: Carrier, draft: Draft, composer: SendingComposer
) -> Reply | None:
    """Return what "let me think", "tell him it's at five" come to; None for another message."""
    phrase, known = Phrase(words), language(composer.request.locale)
    if phrase.spoken[:1] in known.asked["pronouns"] and draft.text:
        if draft.to and all(one.kind is Kind.CHANNEL for one in draft.to):
            # "Tell him ..." is for whoever spoke last, never for a place.
            return None
        return told_anew(phrase, draft, composer)
    if shared := _the_same_to(phrase, draft, composer):
        return shared
    understood = composer.understand(words, carrier)
    if draft.text and understood.resolutions and is_it(understood, composer):
        # "Put it in finance then" moves the message; it is no other one.
        return it_to(understood, draft, composer)
    if _is_to_oneself(phrase, composer) or not _names_somebody(words, carrier, composer):
        return asking.again(draft, composer)
    return None


def _the_same_to(phrase: Phrase, draft: Draft, composer: SendingComposer) -> Reply | None:
    """Go on with "(tell) samantha the same": who is named gets what the others get, read back."""
    same = longest_before(
        language(composer.request.locale).sent["surely_same"], phrase.spoken, len(phrase)
    )
    if not (same and draft.text and draft.to) or draft.choices or draft.unknown:
        return None
    found = composer.recipients(phrase.between(0, len(phrase) - same))
    if found.certainty is not Certainty.CERTAIN:
        return None
    named = draft.addressed(found.resolutions)
    every = {candidate.id: candidate for candidate in (*draft.to, *named.to)}
    both = replace(named, to=tuple(every.values()), thread_ts=draft.thread_ts)
    return proceed(replace(both, is_doubtful=True), composer)


def is_it(understood: Understood, composer: Composer) -> bool:
    """Whether words only point to the message, or say nothing: "it", "that", "then please"."""
    known, phrase = language(composer.request.locale), Phrase(understood.text)
    instead = longest_before(known.answers["in_its_place"], phrase.spoken, len(phrase))
    spoken = phrase.spoken[: len(phrase) - instead]
    return not spoken or spoken in known.answers["the_message"] or is_idle(spoken, known)


def it_to(understood: Understood, draft: Draft, composer: SendingComposer) -> Reply | None:
    """Go on with "send it to Ana"; None where nobody is named."""
    if not understood.resolutions:
        return None
    resolutions = understood.resolutions
    addressed = draft.answered(resolutions) if draft.unknown else draft.addressed(resolutions)
    return proceed(addressed, composer)


def _is_no_message(words: str, understood: Understood, composer: Composer) -> bool:
    """Whether it is "(leave) your sister alone": said in the room, not to everybody."""
    return understood.is_doubtful or composer.asked_text(words).kind is not Asked.TEXT


def _is_of_the_question(words: str, composer: Composer) -> bool:
    """Whether "(say) again I was hammering" asks for the question once more."""
    known, spoken = language(composer.request.locale), Phrase(words).spoken
    return longest_at(known.answers["asking_again"], spoken, 0) > 0


def _is_to_oneself(phrase: Phrase, composer: Composer) -> bool:
    """Whether it is "(let) me think": a note to oneself says what to note with "to" or "that"."""
    known = language(composer.request.locale)
    noted = known.to | known.that
    return phrase.spoken[:1] in known.signs["self"] and phrase.spoken[1:2] not in noted


def _names_somebody(words: str, carrier: Carrier, composer: Composer) -> bool:
    """Whether somebody is named, known or not: "zebulon saying ...", not "down from there"."""
    named = composer.understand(words, carrier).resolutions
    looks = composer.understanding.names.looks_like_a_name
    return any(
        one.certainty is not Certainty.UNKNOWN or looks(Phrase(one.spoken).spoken) for one in named
    )
