"""What is done while a question about what is to be heard is open."""

from collections.abc import Mapping

from skill.dialog.questions.row import OpenQuestion, explained, said
from skill.intents.reading import further_back, read_from, read_on
from skill.reading.planning.course import Course
from skill.speech.said import say
from skill.turn.context import Turn
from skill.turn.question import Pending
from skill.turn.reply import Reply


def _left_unread(turn: Turn) -> Reply:
    closed = Course.of(turn.attributes).closed.plain()
    return Reply(say("left_unread"), remember=closed)


ROWS: Mapping[Pending, OpenQuestion] = {
    Pending.MORE: OpenQuestion(
        yes=read_on.handle_yes,
        no=_left_unread,
        help=explained("help_more"),
        leave=said("goodbye", ends=True),
    ),
    Pending.FURTHER_BACK: OpenQuestion(
        yes=further_back.handle_earlier,
        no=said("left_at_that"),
        help=explained("help_further_back"),
        leave=said("goodbye", ends=True),
    ),
    Pending.WHICH_TO_HEAR: OpenQuestion(
        yes=read_from.handle_yes,
        no=said("left_at_that"),
        help=explained("help_which_to_hear"),
        leave=said("goodbye", ends=True),
        name=read_from.handle_choice,
        bare=read_from.handle_choice,
    ),
    Pending.WHICH_OF_DIGEST: OpenQuestion(
        yes=read_from.handle_yes,
        no=said("left_at_that"),
        help=explained("help_digest"),
        leave=said("goodbye", ends=True),
        name=read_from.handle_choice,
        bare=read_from.handle_choice,
    ),
}
