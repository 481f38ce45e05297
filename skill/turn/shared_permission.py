"""What the voice that speaks may where Earshot is shared: by the rules of household and link."""

from collections.abc import Callable

from postbox.households.rules import BothRules, Demand, Privacy
from skill.turn.permission import Permission, Standing
from skill.turn.speaking import Speaking


def permission_of(
    speaking: Speaking, rules: BothRules, is_open: Callable[[str], bool]
) -> Permission:
    """Return what a voice may; `is_open` tells whether somebody's code was said in this session."""

    def standing(demand: Demand) -> Standing:
        if demand.recognized and not speaking.is_recognized:
            return Standing.NO
        if demand.code_of and not is_open(demand.code_of):
            return Standing.WITH_CODE
        return Standing.YES

    return Permission(
        hearing=standing(rules.hearing),
        sending=standing(rules.sending),
        changing=standing(rules.changing),
        says_texts=rules.privacy is Privacy.EVERYTHING,
        names_senders=rules.privacy is not Privacy.COUNTS,
        code_of=rules.changing.code_of,
    )
