"""What the answers to an open question do to the message in the making."""

from collections.abc import Callable
from dataclasses import replace

from skill.composing import asking
from skill.composing.composer import Composer, SendingComposer
from skill.composing.draft import Draft
from skill.composing.next_step import proceed
from skill.composing.opening import begin, dictated, to_default
from skill.speech.said import say
from skill.turn.reply import Reply
from skill.understanding.answers.edges import is_idle, said_too, without_closers
from skill.understanding.answers.new_message import NewMessage, begun
from skill.understanding.answers.spoken_answers import spoken_answer
from skill.understanding.answers.taken_apart import AnswerKind, SpokenAnswer
from skill.understanding.carrier import Carrier
from skill.understanding.language import language, longest_at
from skill.understanding.names.candidate import SAME_SOUND, Kind
from skill.understanding.names.resolution import Certainty
from skill.understanding.phrase import Phrase
from skill.understanding.wording.amending import amended, as_meant, surely_amended
from skill.understanding.wording.anew import is_clause

Answer = Callable[[Draft, SendingComposer], Reply]
WordsAnswer = Callable[[str, Draft, SendingComposer], Reply]


def left(draft: Draft, composer: Composer) -> Reply:
    """Send nothing."""
    del draft, composer
    return Reply(say("cancelled"), settles=True)


def left_for_another(words: str, draft: Draft, composer: SendingComposer) -> Reply:
    """Send nothing; "never mind, tell Ana ..." begins another message."""
    known, phrase = language(composer.request.locale), Phrase(words)
    # Whom it was for may be said first: "never mind Kevin, tell Ana ...".
    starts = range(min(len(phrase), 4))
    begins = (begun(Phrase(phrase.after(at)), known) for at in starts)
    message = next(filter(None, begins), None)
    # "Stick it in lunch": the verb moves what there is, and begins no other message.
    moves = ((at, longest_at(known.asked["moving_it"], phrase.spoken, at)) for at in starts)
    put = next((phrase.after(at + verb) for at, verb in moves if verb), "")
    if moved := this_one_to(message.words if message else put, draft, composer):
        return moved
    if message is None or message.carrier is None:
        return left(draft, composer)
    return begin(message.words, message.carrier, composer)


def this_one_to(words: str, draft: Draft, composer: SendingComposer) -> Reply | None:
    """Go on with "(never mind put) it in general": the open message; None for another one.

    Its pronoun is never a text: where nobody is known by the name, the question is asked again.
    """
    known, phrase = language(composer.request.locale), Phrase(words)
    it = longest_at(known.answers["the_message"], phrase.spoken, 0)
    led = longest_at(known.to | known.into, phrase.spoken, it) if it else 0
    if not (draft.text and led):
        return None
    found = composer.recipients(without_closers(phrase.after(it + led), known))
    if found.certainty is Certainty.UNKNOWN or found.least_score < SAME_SOUND:
        return asking.once_more(draft, composer)
    return proceed(replace(draft.addressed(found.resolutions), is_doubtful=True), composer)


def dropped_for_another(words: str, composer: SendingComposer) -> Reply | None:
    """Begin the message of "(forget) kevin tell olu ..."; None where nobody is named before it."""
    composer.prepare(words)
    known, phrase = language(composer.request.locale), Phrase(words)
    end = composer.understanding.names.named(phrase.spoken, 0)
    message = begun(Phrase(phrase.after(end)), known) if end else None
    if message is None or message.carrier is None:
        return None
    return begin(message.words, message.carrier, composer)


def not_confirmed(draft: Draft, composer: SendingComposer) -> Reply:
    """Go on, after a no to what was read back, to what else may have been meant."""
    if draft.instead:
        return to_default(Draft(id=draft.id, text=draft.instead, is_doubtful=True), composer)
    return to_another(draft, composer) if draft.learns else left(draft, composer)


def to_another(draft: Draft, composer: SendingComposer) -> Reply:
    """Ask for a recipient afresh, where none of those that were offered is meant."""
    afresh = replace(draft, to=(), choices=(), learns={}, tried={}, is_doubtful=False, asked=0)
    return proceed(afresh, composer)


def taken_apart(words: str, composer: Composer) -> SpokenAnswer:
    """Return what is said while a question about a message is open, taken apart."""
    return spoken_answer(words, language(composer.request.locale))


def beside_the_question(
    answer: SpokenAnswer, draft: Draft, composer: SendingComposer
) -> Reply | None:
    """Return what an answer that names nobody leads to; None where it may name somebody."""
    if answer.kind is AnswerKind.LEAVES:
        return left(draft, composer)
    if answer.kind in {AnswerKind.WAITS, AnswerKind.ASKS}:
        return asking.again(draft, composer)
    if answer.kind is AnswerKind.MESSAGE and answer.message and answer.message.carrier:
        return _another(answer.message, answer.message.carrier, draft, composer)
    if answer.kind in {AnswerKind.NOT_KNOWN, AnswerKind.NOTHING}:
        return asking.once_more(draft, composer)
    if answer.kind is AnswerKind.WORDS:
        return asking.again(reworded(draft, answer, composer), composer)
    return None


def _another(
    message: NewMessage, carrier: Carrier, draft: Draft, composer: SendingComposer
) -> Reply:
    """Begin the other message; "tell wei instead" is for whom this one is."""
    phrase, known = Phrase(message.words), language(composer.request.locale)
    if phrase.spoken[:1] in known.asked["pronouns"] and draft.text:
        # "No tell her it's at five" is for whom this one is, too.
        is_told = carrier is Carrier.RECIPIENT
        return told_anew(phrase, draft, composer) if is_told else asking.again(draft, composer)
    words = _without_it(message.words, composer)
    found = composer.recipients(words)
    if draft.text and found.certainty is not Certainty.UNKNOWN and found.least_score >= SAME_SOUND:
        return proceed(replace(draft.addressed(found.resolutions), is_doubtful=True), composer)
    return begin(message.words, carrier, composer, later=(draft,) if message.keeps else ())


def told_anew(phrase: Phrase, draft: Draft, composer: Composer) -> Reply:
    """Give the message the words that are told of whom it is for: "her it's at five", "her that".

    Where that can be nobody who was named the question is asked again.
    """
    known, text = language(composer.request.locale), phrase.after(1)
    spoken = Phrase(text).spoken
    meant = draft.to or tuple(one for choice in draft.choices for one in choice.candidates)
    is_for_people = all(one.kind is Kind.PERSON for one in meant)
    if not is_for_people or spoken in known.answers["the_message"] or is_idle(spoken, known):
        return asking.again(draft, composer)
    answer = SpokenAnswer(AnswerKind.WORDS, text=text)
    other = reworded(draft, answer, composer)
    return asking.again(replace(other, is_doubtful=True, asked=0), composer)


def _without_it(words: str, composer: Composer) -> str:
    """Return "general" of "it in general then", "wei" of "wei instead"."""
    known = language(composer.request.locale)
    phrase = Phrase(without_closers(words, known))
    it = longest_at(known.objects, phrase.spoken, 0)
    led = longest_at(known.to | known.into, phrase.spoken, it)
    return phrase.after(it + led) if it and led else phrase.text


def reworded(draft: Draft, answer: SpokenAnswer, composer: Composer) -> Draft:
    """Return the draft with the other words that an answer gives it, to be read back."""
    known = language(composer.request.locale)
    joint = "," if answer.is_apart else ""
    said: str | None = f"{draft.text}{joint} {answer.text}" if answer.adds else answer.text
    if answer.amends:
        said = amended(
            draft.text, f"{composer.request.phrases.plain('i_meant')} {answer.amends}", known
        )
    elif answer.text and not answer.adds:
        is_part = not is_clause(Phrase(answer.text).spoken, known)
        part = as_meant(draft.text, answer.text, known) if is_part else None
        said = amended(draft.text, answer.text, known) or part or said
    text = dictated(said, composer) if said else ""
    if answer.amends and not text:
        # What is wrong in it cannot be told: it is asked for anew.
        return replace(draft, text="", whole="")
    if not text:
        return draft
    return replace(draft, text=text, whole="", mentions=(), is_doubtful=True)


def corrected_text(text: str, words: str, composer: Composer) -> str | None:
    """Return a text as "table ten", "no wait say the mice are out" corrects it; None for neither.

    A whole text is taken where a verb of saying stands before it.
    """
    known, phrase = language(composer.request.locale), Phrase(words)
    at = longest_at(known.answers["giving_up"], phrase.spoken, 0)
    at = at or longest_at(known.asked["idle"], phrase.spoken, 0)
    saying = longest_at(known.asked["saying"] | known.answers["saying"], phrase.spoken, at)
    told = longest_at(known.asked["told_verbs"], phrase.spoken, at)
    whom = longest_at(known.asked["pronouns"], phrase.spoken, at + told) if told else 0
    # "Sato tell him ...": the verb may have been taken for what goes on with the name.
    whom_alone = longest_at(known.asked["pronouns"], phrase.spoken, at)
    begins = at + (saying or (told + whom if whom else whom_alone))
    if at < begins < len(phrase):
        more = said_too(phrase.after(begins), known)
        return f"{text}, {more}" if more else phrase.after(begins)
    return amended(text, f"{composer.request.phrases.plain('i_meant')} {phrase.after(at)}", known)


def thanks_as_text(draft: Draft, composer: SendingComposer) -> Reply:
    """Take a courtesy for the text that was asked for; read back, for its words are not known."""
    text = composer.request.phrases.plain("thanks_as_text")
    return proceed(replace(draft, text=text, is_doubtful=True, asked=0), composer)


def changed(words: str, draft: Draft, composer: SendingComposer) -> Reply:
    """Give the message another text; "change it to Ana" may be whom it is for."""
    repaired = surely_amended(draft.text, words, language(composer.request.locale))
    if repaired:
        return proceed(replace(draft, text=repaired, is_doubtful=True, asked=0), composer)
    recipients = composer.recipients(words)
    if recipients.certainty is Certainty.CERTAIN and recipients.least_score >= SAME_SOUND:
        # Read back in any case, so that nothing is lost when it was the text.
        addressed = draft.addressed(recipients.resolutions)
        return proceed(replace(addressed, is_doubtful=True), composer)
    text = dictated(words, composer)
    other = replace(draft, text=text, instead="", mentions=(), is_doubtful=True, asked=0)
    return proceed(other, composer)


def added(words: str, draft: Draft, composer: SendingComposer) -> Reply:
    """Append to the message; its recipient stays."""
    more = words.strip()
    if not more:
        return asking.what(draft, composer)
    text = dictated(f"{draft.text} {more}", composer)
    return proceed(replace(draft, text=text, instead="", is_doubtful=True, asked=0), composer)
