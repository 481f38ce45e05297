"""What the pages of a linking say. Pure."""

from collections.abc import Mapping, Sequence

from bridge.accounts.pages.page import Button, Page
from bridge.accounts.scopes import PURPOSES, lacking
from postbox.accounts.linking import Consent

FROM_ALEXA = "Open the Alexa app, find the Earshot skill and choose Link account."


def asked(request: Mapping[str, str]) -> Page:
    """Return the first page: what Earshot will be able to do."""
    return Page(
        "Link your Slack to Alexa",
        ("With your consent, Earshot will be able to:",),
        PURPOSES,
        (
            "Slack asks you next, for one workspace. Your messages are read aloud by the Echos of "
            "this Alexa account: choose first who may hear them. Leave at any time by disabling "
            "the skill, or by saying: Alexa, ask Slack to unlink me.",
        ),
        (Button("Continue to Slack", "/authorize", request, is_first=True),),
    )


def consented(consents: Sequence[Consent], problem: str = "") -> Page:
    """Return the page after Slack's: what was linked, and what is left to do."""
    lines = [_line(consent) for consent in consents]
    return Page(
        "Almost done" if consents else "Nothing is linked yet",
        (problem,) if problem else (),
        tuple(lines),
        ("The first workspace is the one that is meant where you name none.",)
        if len(lines) > 1
        else (),
        (
            *([Button("Finish", "/authorize/finish", is_first=True)] if consents else []),
            Button("Add another workspace" if consents else "Ask Slack again", "/authorize/again"),
            Button("Cancel", "/authorize/cancel"),
        ),
    )


def refused(what: str) -> Page:
    """Return the page for a request that is nobody's."""
    return Page("This cannot be linked", (what, FROM_ALEXA))


def over() -> Page:
    """Return the page for a linking that is not known, or not any more."""
    return Page(
        "Please begin again",
        (
            "This linking was finished, took longer than a quarter of an hour, or was begun in "
            "another browser. Nothing was linked by it here.",
            FROM_ALEXA,
        ),
    )


def trouble() -> Page:
    """Return the page for trouble of our own."""
    return Page("Not now", ("Something did not answer. Nothing was lost: try again in a minute.",))


def not_found() -> Page:
    """Return the page for an address that there is not."""
    return Page("There is nothing here", (FROM_ALEXA,))


def _line(consent: Consent) -> str:
    without = lacking(consent.scopes)
    told = f"{consent.team_name}, as {consent.user_name}"
    return f"{told}. Not permitted, at least in part: {'; '.join(without)}." if without else told


PROBLEMS = {
    "access_denied": "You did not consent in Slack, so nothing was linked. You can try again.",
    "enterprise": "This was installed for a whole Enterprise Grid organisation. Earshot serves "
    "single workspaces: choose one of them in Slack, or ask an admin to allow the app there.",
    "workspace": "This Earshot does not serve that workspace. Choose another one in Slack.",
    "token": "Slack gave no permission to act as you. Try again and leave all permissions as they "
    "are, or ask an admin of the workspace.",
    "full": "So many people of that workspace are linked that this Earshot serves no more.",
    "many": "You can link five workspaces at once and have done so.",
    "admin": "An admin of that workspace must allow Earshot first.",
    "unclear": "Slack did not answer as it should. Try again.",
}
