"""What was sent a moment ago in a session that has ended: "Alexa, ask Slack to make that Tuesday".

A message in one breath ends its session, so that what is said of it begins another.
"""

from dataclasses import replace

from postbox.directory.names.spelling import NameWords
from skill.composing.composer import SendingComposer
from skill.composing.draft import Draft
from skill.composing.next_step import proceed
from skill.composing.opening import dictated
from skill.composing.sent.changing import SLOT, change_sent, raises_doubt, unchanged
from skill.composing.sent.for_others import is_meant, is_named, replaced_by
from skill.composing.sent.in_session import sent_in_session
from skill.composing.sent.taking_back import (
    asked_back,
    is_too_late,
    take_back_from,
    take_back_last,
)
from skill.outbox.last_post import last_post
from skill.reading.history.older import words_of
from skill.speech.said import say
from skill.turn.reply import Reply
from skill.understanding.answers.edges import without_asking
from skill.understanding.answers.sent.of_sent import AboutSent, OfSent, same_again
from skill.understanding.language import language, longest_at
from skill.understanding.names.candidate import Kind
from skill.understanding.names.recipients import Recipients
from skill.understanding.names.resolution import Certainty
from skill.understanding.phrase import Phrase
from skill.understanding.wording.amending import as_meant, corrects, surely_amended
from skill.understanding.wording.anew import is_clause, says_anew
from skill.understanding.wording.proposals import guessed

_FEW = 4
"""So many words may name a thing and tell nothing."""


def recent_text(composer: SendingComposer) -> str:
    """Return the words of what was sent last, where it may still be changed; else ""."""
    link, outbox = composer.link, composer.outbox
    post = last_post(link.link_id, outbox) if composer.request.is_one_shot else None
    if post is None or is_too_late(link, outbox, composer.timing):
        return ""
    return words_of(list(post.receipts), composer.reader)


def sent_lately_to_one(composer: SendingComposer) -> str:
    """Return the only person who was sent the last message, in a breath of its own; "" for none.

    Who heard something since then may mean whoever wrote that.
    """
    link, outbox = composer.link, composer.outbox
    post = last_post(link.link_id, outbox) if composer.request.is_one_shot else None
    if post is None or len(post.receipts) > 1 or is_too_late(link, outbox, composer.timing):
        return ""
    heard = composer.reader.inbox.read_states.last_answer(link.link_id)
    if heard and heard.answered_at > post.spoken_at:
        return ""
    name = post.receipts[0].conversation_name
    found = composer.recipients(name)
    is_one = found.certainty is Certainty.CERTAIN and found.resolutions
    return name if is_one and found.resolutions[0].candidates[0].kind is Kind.PERSON else ""


def copied_lately(words: str, composer: SendingComposer) -> Reply | None:
    """Read back "send the same to Nikhil", "send that to Wei as well"; None for another message."""
    if not composer.request.is_one_shot:
        return None
    read, known = composer.of_sent(words), language(composer.request.locale)
    same = same_again(words, known)
    names = read.names if read.said is AboutSent.COPIES else (same,) if same else ()
    found = [composer.all_named(name) for name in names]
    if not found or not all(is_meant(recipient) for recipient in found):
        return None
    text = recent_text(composer)
    resolutions = tuple(one for recipient in found for one in recipient.resolutions)
    # The words are as Slack has them, so they are heard before they are sent again.
    return proceed(Draft(text=text, is_doubtful=True).addressed(resolutions), composer)


def moved_lately(words: str, composer: SendingComposer) -> Reply | None:
    """Return what "(put) that in the lounge instead" does to what was just sent.

    Words that point to a message are never a text; None for any other.
    """
    known = language(composer.request.locale)
    if not longest_at(known.sent["given"] | known.sent["placing"], Phrase(words).spoken, 0):
        return None
    read = composer.of_sent(words)
    if read.said is AboutSent.MOVES:
        return _moved(read.names[0], composer) or Reply(say("nothing_to_address"))
    points = read.said in {AboutSent.COPIES, AboutSent.COMMAND}
    if not points or not longest_at(known.sent["given"], Phrase(words).spoken, 0):
        return None
    return Reply(say("which_change" if sent_in_session(composer) else "nothing_to_address"))


def sent_lately_to(words: str, composer: SendingComposer) -> Reply | None:
    """Return what was just sent in a breath of its own, read back for who is named; or None."""
    found = composer.recipients(words) if words else None
    if found is None or not is_named(found):
        return None
    text = recent_text(composer)
    other = Draft(text=text, is_doubtful=True).addressed(found.resolutions)
    return proceed(other, composer) if text else None


def corrected_lately(words: str, composer: SendingComposer, *, asks: bool = False) -> Reply | None:
    """Return what "make that Tuesday", "no wait that was for Robert" do to what was just sent.

    With `asks` the words may as well be a message: only what says that it corrects is asked about.
    """
    if not composer.request.is_one_shot:
        return None
    link, outbox, timing = composer.link, composer.outbox, composer.timing
    read = composer.of_sent(words)
    if read.said in {AboutSent.MOVES, AboutSent.REPLACES}:
        return _for_another(read, composer)
    is_command = read.said in {
        AboutSent.COMMAND, AboutSent.TAKES_BACK, AboutSent.MAY_TAKE_BACK, AboutSent.STYLES,
        AboutSent.GIVES_UP,
    }  # fmt: skip
    if asks and not is_command and not corrects(words, language(composer.request.locale)):
        return None
    if is_too_late(link, outbox, timing):
        return None
    if read.said is AboutSent.GIVES_UP:
        return Reply(say("nothing_changed"))
    if read.said is AboutSent.TAKES_BACK:
        return _taken_back(read, composer, asks=asks)
    if read.said is AboutSent.MAY_TAKE_BACK:
        return _reworded(words, read, composer, asks=True) or asked_back(link, outbox)
    return copied_lately(words, composer) or _reworded(words, read, composer, asks=asks)


def _for_another(read: OfSent, composer: SendingComposer) -> Reply | None:
    """Ask whether it, or another message in its place, goes to somebody else."""
    if read.of and not _went_to(read.of, composer):
        return Reply(say("which_change"))
    if read.said is AboutSent.MOVES:
        return _moved(read.names[0], composer)
    return (
        replaced_by(read, composer) if last_post(composer.link.link_id, composer.outbox) else None
    )


def _went_to(name: str, composer: SendingComposer) -> bool:
    """Whether what was sent last went to somebody so named, or nothing was sent."""
    post = last_post(composer.link.link_id, composer.outbox)
    named = _named(composer.recipients(name))
    return post is None or any(one.conversation_name in named for one in post.receipts)


def _named(found: Recipients) -> set[str]:
    return {one.name for resolution in found.resolutions for one in resolution.candidates}


def _taken_back(read: OfSent, composer: SendingComposer, *, asks: bool) -> Reply:
    link, outbox = composer.link, composer.outbox
    if asks or not read.is_sure:
        return asked_back(link, outbox)
    if read.names:
        return take_back_from(read.names, composer)
    return take_back_last(link, composer.request, outbox, composer.timing)


def _reworded(words: str, read: OfSent, composer: SendingComposer, *, asks: bool) -> Reply | None:
    """Return it in the words that are meant; a command that is not understood is no message."""
    if read.said is AboutSent.STYLES:
        return Reply(say("cannot_reword"))
    text = recent_text(composer)
    right = composer.of_sent(words, text) if text else read
    if right.said is AboutSent.REWORDS and text:
        is_asked = asks or not right.is_sure or raises_doubt(text, right.text, composer)
        return change_sent(right.text, composer, asks=is_asked, says_it=True)
    return Reply(say("which_change")) if read.said is AboutSent.COMMAND else None


def _at_its_end(text: str, phrase: Phrase, composer: SendingComposer) -> str | None:
    """Return "... at the terrace" for "terrace", which is like no word of it; None for a name."""
    if composer.understanding.names.named(phrase.spoken, 0):
        return None
    meant = f"{composer.request.phrases.plain('i_meant')} {phrase.text}"
    return guessed(text, meant, language(composer.request.locale))


def changed_to(words: str, composer: SendingComposer) -> Reply:
    """Give what was sent last the text that it should say, or words in the place of others of it.

    "It should say two boats" is said of a part of "two coats for rent", which is read back; so are
    few words for a long message, which may have been meant for a part of it.
    """
    post = last_post(composer.link.link_id, composer.outbox) if words.strip() else None
    text = words_of(list(post.receipts), composer.reader) if post else ""
    composer.prepare(words)
    known = language(composer.request.locale)
    asked = without_asking(words, known)
    phrase = Phrase(asked)
    is_thing = _is_a_thing(phrase.spoken, text, composer)
    is_sentence = is_clause(phrase.spoken, known) or composer.understanding.states(phrase)
    # "It should say Dave's not Dan's" looks like a sentence.
    sure = surely_amended(text, words, known) if text else None
    is_anew = sure is None or says_anew(text, words)
    if not text or (is_sentence and not is_thing and is_anew):
        return change_sent(words, composer)
    likely = as_meant(text, asked, known) or _at_its_end(text, phrase, composer)
    right = sure or likely or words
    is_whole = len(phrase) * 2 >= len(Phrase(text)) and not is_thing
    if Phrase(right).spoken == Phrase(text).spoken:
        right = words
    is_part = Phrase(right).spoken != phrase.spoken
    return change_sent(right, composer, asks=is_part or not is_whole)


def _is_a_thing(spoken: NameWords, text: str, composer: SendingComposer) -> bool:
    """Whether words are "the small room", "to the gate", for a text that tells something."""
    known = language(composer.request.locale)
    begins = known.determiners | known.prepositions | known.to | known.into
    if not longest_at(begins, spoken, 0) or len(spoken) > _FEW or is_clause(spoken, known):
        return False
    old = Phrase(text)
    return old.spoken[:1] in known.subjects or composer.understanding.states(old)


def other_words(composer: SendingComposer) -> Reply:
    """Take up the answer to what the message should say."""
    words = composer.request.slots.get(SLOT[1], "")
    return changed_to(words, composer) if dictated(words, composer) else unchanged()


def added_lately(words: str, composer: SendingComposer) -> Reply | None:
    """Ask whether to add words to what was just sent; None where nothing was."""
    text = recent_text(composer) if words.strip() else ""
    return change_sent(f"{text} {words}", composer, asks=True) if text else None


def _moved(name: str, composer: SendingComposer) -> Reply | None:
    found = composer.recipients(name)
    if not is_meant(found):
        return None
    post = last_post(composer.link.link_id, composer.outbox)
    if post and _named(found) <= {one.conversation_name for one in post.receipts}:
        # "Delete that message to Ana", who has it.
        return asked_back(composer.link, composer.outbox)
    text = recent_text(composer)
    if not text:
        return Reply(say("nothing_to_address"))
    other = Draft(text=text).addressed(found.resolutions)
    return proceed(replace(other, moves=True), composer)
