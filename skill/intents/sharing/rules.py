""" "Only recognized voices may hear my messages", "say only who wrote", "who may hear them?"."""

from collections.abc import Mapping
from dataclasses import replace

from postbox.households.rules import HOUSEHOLD, LINK, Privacy, Rules, Voices
from skill.intents.sharing import code
from skill.intents.sharing.code import HEARING, SENDING, scope_of
from skill.speech.keys import Key
from skill.speech.said import Said, say
from skill.turn.context import Turn
from skill.turn.reply import Reply

WHO_MAY: Mapping[tuple[str, Voices], Key] = {
    (HEARING, Voices.ANYONE): "anyone_hears",
    (HEARING, Voices.RECOGNIZED): "recognized_hear",
    (HEARING, Voices.CODE): "code_before_hearing",
    (SENDING, Voices.ANYONE): "anyone_sends",
    (SENDING, Voices.RECOGNIZED): "recognized_send",
    (SENDING, Voices.CODE): "code_before_sending",
}
PRIVACY: Mapping[Privacy, Key] = {
    Privacy.EVERYTHING: "privacy_everything",
    Privacy.SENDERS: "privacy_senders",
    Privacy.COUNTS: "privacy_counts",
}


def handle_who_may(turn: Turn) -> Reply:
    """Keep whose voice is enough to hear, or to send."""
    who = [voices for voices in (Voices.ANYONE, Voices.RECOGNIZED) if voices in turn.resolved_ids]
    acts = [act for act in (HEARING, SENDING) if act in turn.resolved_ids]
    if len(who) != 1 or not acts:
        return Reply(say("who_may_unclear"), is_slight=True)
    if who[0] is Voices.RECOGNIZED and not _is_recognized(turn):
        # Who is not recognized now could never loosen it again.
        return Reply(say("not_recognized_yourself"), is_slight=True)
    rules = _rules(turn)
    for act in acts:
        rules = _letting(rules, act, who[0])
    code.keep(_whose(turn), rules, turn)
    said = [sentence for act in acts for sentence in say(WHO_MAY[act, who[0]])]
    return Reply((*said, *_for_the_house(turn)))


def handle_ask_code(turn: Turn) -> Reply:
    """Ask for the code before messages are read, or sent, from now on."""
    acts = [act for act in (HEARING, SENDING) if act in turn.resolved_ids]
    if len(acts) != 1:
        return Reply(say("who_may_unclear"), is_slight=True)
    rules = _rules(turn)
    if rules.code is None:
        return code.choose(_whose(turn), acts[0], turn)
    code.keep(_whose(turn), code.asking(rules, acts[0]), turn)
    return Reply((*say(code.ASKED_BEFORE[acts[0]]), *_for_the_house(turn)))


def handle_privacy(turn: Turn) -> Reply:
    """Keep how much of messages is said aloud."""
    levels = [level for level in Privacy if level in turn.resolved_ids]
    if len(levels) != 1:
        return Reply(say("privacy_unclear"), is_slight=True)
    rules = replace(_rules(turn), privacy=levels[0])
    code.keep(_whose(turn), rules, turn)
    return Reply((*say(PRIVACY[levels[0]]), *_for_the_house(turn)))


def handle_list(turn: Turn) -> Reply:
    """Tell who may hear and send, as it stands for this voice's link."""
    both = turn.sharing.voices.of(scope_of(turn))
    said = []
    for act in (HEARING, SENDING):
        chosen = {getattr(both.household, act), getattr(both.link, act)}
        strict = [voices for voices in (Voices.CODE, Voices.RECOGNIZED) if voices in chosen]
        said += [say(WHO_MAY[act, voices]) for voices in strict or [Voices.ANYONE]]
    said.append(say(PRIVACY[both.privacy]))
    return Reply(tuple(one for sentences in said for one in sentences))


def _letting(rules: Rules, act: str, who: Voices) -> Rules:
    return replace(rules, hearing=who) if act == HEARING else replace(rules, sending=who)


def _is_recognized(turn: Turn) -> bool:
    return turn.speaking is not None and turn.speaking.is_recognized


def _whose(turn: Turn) -> str:
    return HOUSEHOLD if HOUSEHOLD in turn.resolved_ids else LINK


def _rules(turn: Turn) -> Rules:
    both = turn.sharing.voices.of(scope_of(turn))
    return both.household if _whose(turn) == HOUSEHOLD else both.link


def _for_the_house(turn: Turn) -> Said:
    return say("for_the_household") if _whose(turn) == HOUSEHOLD else ()
