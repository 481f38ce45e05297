""" "What names do you know?", "forget the boss"."""

from postbox.directory.names.spelling import aloud
from postbox.links.stores.aliases import Alias, key_of
from skill.composing.composer import Composer
from skill.composing.opening import with_composer
from skill.speech.said import all_of, say
from skill.turn.context import Turn
from skill.turn.reply import Reply
from skill.understanding.answers.teaching import taught, without_article
from skill.understanding.names.candidate import Kind

LIST, FORGET = "ListNamesIntent", "ForgetNameIntent"
SLOT = "name"
_MOST_LISTED = 10


def handle_list(turn: Turn) -> Reply:
    """Say which names were learned and what they mean."""
    return with_composer(turn, _listed)


def handle_forget(turn: Turn) -> Reply:
    """Forget a learned name."""
    return with_composer(turn, _forgotten)


def _listed(composer: Composer) -> Reply:
    phrases, aliases = composer.request.phrases, composer.aliases
    if not aliases:
        return Reply(say("no_learned_names"))
    meanings = [
        phrases.plain("a_learned_name", spoken=alias.spoken, name=_target(alias))
        for alias in aliases[:_MOST_LISTED]
    ]
    names = all_of(meanings)
    if len(aliases) > _MOST_LISTED:
        return Reply(say("many_learned_names", count=str(len(aliases)), names=names))
    return Reply(say("learned_names", names=names))


def _forgotten(composer: Composer) -> Reply:
    said = composer.request.slots.get(SLOT, "")
    teaching = taught(said, composer.request.locale)
    spoken = teaching.spoken if teaching else without_article(said, composer.request.locale)
    known = next((alias for alias in composer.aliases if alias.key == key_of(spoken)), None)
    if known is None:
        return Reply(say("not_a_learned_name", spoken=spoken))
    composer.names.aliases.forget(known)
    return Reply(say("forgotten", spoken=known.spoken, name=_target(known)))


def _target(alias: Alias) -> str:
    return aloud(alias.target_name) if alias.kind == Kind.CHANNEL else alias.target_name
