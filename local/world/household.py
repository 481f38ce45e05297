"""Several people around one Echo, some of whom linked their own Slack in the Alexa app."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from bridge.refresh_lambda import SCHEDULED
from local.echo import Echo
from local.echo.echo import ACCOUNT
from local.world.alexa_app import AlexaApp
from local.world.aws.moto_cloud import TABLE
from local.world.in_process import InProcess
from postbox.accounts.account import Account
from postbox.accounts.stores.access import Access
from postbox.store import account_keys as keys
from postbox.store.codec import to_record
from postbox.store.items import put
from postbox.store.table import Table

ANOTHER_ACCOUNT = "amzn1.ask.account.ANOTHER"


@dataclass(frozen=True)
class Household:
    """Who linked what."""

    owner: str
    """Whose Slack the Amazon account itself is linked to."""
    token: str
    """The access token of the Amazon account."""
    tokens: Mapping[str, str]
    """The access tokens of recognized voices, by full name."""
    pins: Mapping[str, str] = field(default_factory=dict)
    """The PINs of their Alexa profiles, by full name."""

    @classmethod
    def linking(cls, parts: InProcess, people: Sequence[str]) -> "Household":
        """Let these people link: the first for the Amazon account, each for their own voice."""
        app = AlexaApp(parts)
        token = app.link(people[0])
        tokens = {person: app.link(person) for person in people}
        # Names are listed when the schedule comes.
        parts.refresh({"detail-type": SCHEDULED})
        parts.pump()
        return cls(people[0], token, tokens)

    def speak_as(self, voice: str, echo: Echo) -> None:
        """Let somebody speak: a person whose voice Alexa recognizes, by full name, or a kind."""
        if voice == "another account":
            echo.speak_as(ANOTHER_ACCOUNT)
        elif voice in ("the owner", "an unrecognized voice"):
            echo.speak_as(ACCOUNT, access_token=self.token)
        else:
            person_id = f"amzn1.ask.person.{voice.upper().replace(' ', '')}"
            token = self.tokens.get(voice)
            pin = self.pins.get(voice)
            echo.speak_as(
                ACCOUNT,
                person_id,
                access_token=self.token,
                person_token=token,
                voice_pin=pin,
            )

    def join(self, parts: InProcess, workspaces: Sequence[tuple[str, str]]) -> None:
        """Give the owner's account a link for each (workspace, person) of these.

        The local Slack is one workspace: what somebody is in another is another person in it.
        """
        table = Table(parts.cloud.client("dynamodb"), TABLE)
        links = tuple(
            replace(_account(table, parts, self.tokens[person]).links[0], workspace_name=name)
            for name, person in workspaces
        )
        for token in (self.token, self.tokens[self.owner]):
            account = replace(_account(table, parts, token), links=links)
            table.apply(
                put({**keys.account(account.account_id), **to_record(account)}),
                *(put(dict(keys.account_use(link.link_id, account.account_id))) for link in links),
            )


def _account(table: Table, parts: InProcess, token: str) -> Account:
    account = Access(table).account_of(token, parts.clock())
    assert account is not None
    return account
