"""What is done while a question about who may hear and send is open."""

from collections.abc import Mapping

from skill.dialog.questions.row import COURTESY, OpenQuestion, explained, said
from skill.intents.registry import ACCOUNT
from skill.intents.sharing import account, leaving
from skill.turn.question import Pending

ROWS: Mapping[Pending, OpenQuestion] = {
    # The digits themselves are taken by skill/dialog/gate.py, for what they were asked for follows.
    Pending.CODE: OpenQuestion(
        yes=explained("code_reprompt"),
        no=said("left_at_that"),
        help=explained("help_code"),
        leave=said("goodbye", ends=True),
        unknown=explained("code_reprompt"),
    ),
    Pending.NEW_CODE: OpenQuestion(
        yes=explained("code_reprompt"),
        no=said("left_as_it_is"),
        help=explained("help_new_code"),
        leave=said("left_as_it_is", ends=True),
        unknown=explained("code_reprompt"),
        others={ACCOUNT: account.handle_new_code},
    ),
    # A workspace's name is taken by skill/dialog/permitted.py, as the digits are.
    Pending.WHICH_WORKSPACE: OpenQuestion(
        yes=explained("workspace_reprompt"),
        no=said("left_at_that"),
        help=explained("help_workspace"),
        leave=said("goodbye", ends=True),
        unknown=explained("workspace_reprompt"),
    ),
    Pending.LEAVE: OpenQuestion(
        yes=leaving.handle_yes,
        no=said("left_linked"),
        help=explained("help_leave"),
        leave=said("left_linked", ends=True),
        unknown=explained("leave_reprompt"),
        others={COURTESY: explained("leave_reprompt")},
    ),
}
