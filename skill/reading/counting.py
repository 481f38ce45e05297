"""How much is unread, for who may not hear what: nothing of it counts as heard."""

from skill.reading.finding import MOST_VERIFIED, find
from skill.reading.planning.groups import MOST_NAMED, announced
from skill.reading.planning.scope import NEW
from skill.reading.reader import Reader
from skill.rendering.amounts import counted
from skill.speech.keys import Key
from skill.speech.said import say
from skill.turn.reply import Reply


def counted_only(reader: Reader, *, names_senders: bool) -> Reply:
    """Tell how much there is; raises MailboxUnavailable."""
    found = find(reader, reader.course.asking_for(NEW), NEW, MOST_NAMED, MOST_VERIFIED)
    if not found.groups:
        return Reply(say("nothing_to_count"), is_slight=True)
    if names_senders:
        what = announced(found.groups, found.others, reader.listener)
        return Reply(say("only_senders", what=what), is_slight=True)
    phrases = reader.request.phrases
    number = sum(len(group.waiting) for group in found.groups)
    is_all = not found.others and not any(group.more for group in found.groups)
    if is_all and number == 1:
        return Reply(say("only_one_counts"), is_slight=True)
    key: Key = "only_counts" if is_all else "only_counts_so_far"
    return Reply(say(key, count=counted(number, phrases)), is_slight=True)
