"""The four digits: asked for, said, chosen. No log has them, and a session has digests only."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from postbox.households.audit import Action
from postbox.households.codes import Code, digits_in
from postbox.households.rules import HOUSEHOLD, LINK, Rules, Voices
from postbox.households.stores.voices import Scope
from skill.intents.registry import ACCOUNT
from skill.speech.keys import Key
from skill.speech.said import say, sentence
from skill.turn.audited import note
from skill.turn.context import Turn
from skill.turn.question import Pending, Question
from skill.turn.reply import Reply

THEN = "then"
"""Under this name the question for a code remembers what it was asked for."""
DIGITS = (ACCOUNT, "code")
WHOSE, FIRST, ASKED_FOR = "whose", "first", "asked for"
HEARING, SENDING = "hearing", "sending"


def scope_of(turn: Turn) -> Scope:
    """Return where this turn's household and link keep what they chose."""
    assert turn.speaking is not None  # the gate lets nobody else in
    return Scope(turn.speaking.household, turn.link_id)


def ask(intent: str, turn: Turn) -> Reply:
    """Ask for the code, and remember what for."""
    then = {
        "intent": intent,
        "slots": dict(turn.slots),
        "resolved": sorted(turn.resolved_ids),
    }
    if _may_say_pin(turn):
        question = Question(Pending.CODE, say("code_reprompt"), {THEN: then})
        return Reply(say("your_pin_first"), question, is_slight=True, confirms=True)
    return _asking({THEN: then}, turn)


def _may_say_pin(turn: Turn) -> bool:
    """Whether Alexa's PIN is worth the code: that of a person for their own link."""
    recognized = turn.speaking is not None and turn.speaking.is_recognized
    return turn.sharing.asks_pin and recognized and turn.permission.code_of == LINK


def confirmed(turn: Turn, *, is_achieved: bool) -> Reply | None:
    """Take up what came of the PIN: None where it was right, and what it was for may follow.

    Else the code is asked for, as where there is no PIN.
    """
    if not (is_achieved and _may_say_pin(turn)):
        return _asking(dict(turn.question.remember) if turn.question else {}, turn)
    turn.sharing.voices.forget_tries(scope_of(turn), LINK, turn.session_id, turn.timing.clock())
    return None


def _asking(remember: Mapping[str, Any], turn: Turn, *, before: Key | None = None) -> Reply:
    of_house = turn.permission.code_of == HOUSEHOLD
    question = Question(Pending.CODE, say("code_reprompt"), remember, elicits=DIGITS)
    asked = Reply(
        say("which_code_of_house" if of_house else "which_code"), question, is_slight=True
    )
    return asked.after(say(before)) if before else asked


def objection(turn: Turn) -> Reply | None:
    """Compare the digits that were said with the code; None where they are right."""
    scope, whose = scope_of(turn), turn.permission.code_of
    if not whose:
        return None
    chosen = turn.sharing.voices.of(scope)
    code = (chosen.household if whose == HOUSEHOLD else chosen.link).code
    digits = digits_in(turn.slots.get(DIGITS[1], ""))
    if not digits:
        return _asking(dict(turn.question.remember) if turn.question else {}, turn)
    if code is None:
        # Nobody can tell any more what it was.
        return Reply(say("code_unknown"), ends=True, is_slight=True)
    right = turn.sharing.voices.try_code(
        scope, whose, code, digits, turn.session_id, turn.timing.clock()
    )
    if right is None:
        return Reply(say("code_closed"), ends=True, is_slight=True)
    if not right:
        remember = dict(turn.question.remember) if turn.question else {}
        return _asking(remember, turn, before="code_wrong")
    return None


def handle(turn: Turn) -> Reply:
    """Ask for a new code; the household's where that was said."""
    return choose(HOUSEHOLD if HOUSEHOLD in turn.resolved_ids else LINK, "", turn)


def choose(whose: str, asked_for: str, turn: Turn) -> Reply:
    """Ask for new digits; `asked_for` is what they are to be asked for before, "" for no change."""
    del turn
    remember = {WHOSE: whose, ASKED_FOR: asked_for}
    question = Question(Pending.NEW_CODE, say("code_reprompt"), remember, elicits=DIGITS)
    return Reply(say("new_code"), question, is_slight=True)


def handle_digits(turn: Turn) -> Reply:
    """Take digits that nobody asked for."""
    del turn
    return Reply(say("code_not_asked"), is_slight=True)


def handle_new(turn: Turn) -> Reply:
    """Take up new digits: said twice alike they are the code."""
    whose = HOUSEHOLD if turn.remembered(WHOSE) == HOUSEHOLD else LINK
    asked_for = str(turn.remembered(ASKED_FOR) or "")
    digits, first = digits_in(turn.slots.get(DIGITS[1], "")), turn.remembered(FIRST)
    if not digits:
        return choose(whose, asked_for, turn).after(say("code_is_four_digits"))
    if not isinstance(first, Mapping):
        return _once_more(Code.of(digits, turn.request_id), whose, asked_for)
    code = Code(str(first.get("salt") or ""), str(first.get("digest") or ""))
    if not code.is_that(digits):
        return choose(whose, asked_for, turn).after(say("codes_differ"))
    return _kept(code, whose, asked_for, turn)


def _once_more(code: Code, whose: str, asked_for: str) -> Reply:
    first = {"salt": code.salt, "digest": code.digest}
    remember = {WHOSE: whose, ASKED_FOR: asked_for, FIRST: first}
    question = Question(Pending.NEW_CODE, say("code_reprompt"), remember, elicits=DIGITS)
    return Reply(say("new_code_again"), question, is_slight=True)


def _kept(code: Code, whose: str, asked_for: str, turn: Turn) -> Reply:
    scope, voices = scope_of(turn), turn.sharing.voices
    both = voices.of(scope)
    rules = replace(both.household if whose == HOUSEHOLD else both.link, code=code)
    keep(whose, asking(rules, asked_for), turn)
    voices.forget_tries(scope, whose, turn.session_id, turn.timing.clock())
    return Reply((sentence("code_kept"), *(say(ASKED_BEFORE[asked_for]) if asked_for else ())))


def keep(whose: str, rules: Rules, turn: Turn) -> None:
    """Keep what HOUSEHOLD or LINK chose."""
    turn.sharing.voices.choose(scope_of(turn), whose, rules)
    note(Action.CHANGED, [whose], turn, turn.sharing, turn.timing)


ASKED_BEFORE: Mapping[str, Key] = {
    HEARING: "code_before_hearing",
    SENDING: "code_before_sending",
}


def asking(rules: Rules, asked_for: str) -> Rules:
    """Return the rules by which the code is asked for before something."""
    if asked_for == HEARING:
        return replace(rules, hearing=Voices.CODE)
    if asked_for == SENDING:
        return replace(rules, sending=Voices.CODE)
    return rules
