"""Whose Slack is linked, looked up as the skill does; what Alexa tells the skill of accounts."""

import time
import uuid
from datetime import UTC, datetime
from typing import Any

from local.cloud.deployment import Deployment
from local.stack.alexa_accounts import AlexaAccounts, Holder
from local.stack.echoes import SKILL_ID
from local.stack.household import Standing
from local.workspace import Workspace
from local.workspace.team.entities import NotInWorkspace, Person
from postbox.accounts.account import Account
from postbox.accounts.stores.access import Access
from postbox.links.stores.links import Links
from postbox.store.table import Table

CLIENT_SECRET = "/earshot/{stage}/{side}/client-secret"


class People:
    """The people around the Echos of a stack with accounts."""

    def __init__(
        self, deployment: Deployment, workspace: Workspace, alexa: AlexaAccounts, secret: str
    ) -> None:
        """Look at this deployment, whose secret for Alexa is this one."""
        self._deployment = deployment
        self._workspace = workspace
        self._alexa = alexa
        self._secret = secret
        self._table = Table(deployment.client("dynamodb"), deployment.table)
        self.token = alexa.token

    def begin(self) -> None:
        """Start afresh: nobody has linked anything, and the secrets are in their places."""
        stage, app = self._deployment.stage, self._workspace.consents.app
        self._alexa.forget()
        put = self._deployment.put_secret
        put(self._deployment.signing_secret_parameter, self._workspace.signing_secret)
        put(CLIENT_SECRET.format(stage=stage, side="slack"), app.client_secret)
        put(CLIENT_SECRET.format(stage=stage, side="alexa"), self._secret)

    def who_linked(self, user_id: str, person_id: str | None) -> str:
        """Name whom an Amazon account, or a person at it, linked; "" for nobody."""
        account = self._account(user_id, person_id)
        links = account.links if account else ()
        return ", ".join(f"{link.user_name} in {link.workspace_name}" for link in links)

    def slack_person(self, here: Standing) -> Person | None:
        """Return who somebody before an Echo is in Slack: what they linked, else the account's."""
        link_id = self.link_id(here)
        link = Links(self._table).get(link_id) if link_id else None
        try:
            return self._workspace.find_person(link.user_id) if link else None
        except NotInWorkspace:
            return None

    def link_id(self, here: Standing) -> str:
        """Return the link as which somebody before an Echo speaks; "" for nobody's."""
        account = here.person_id and self._account(here.account.user_id, here.person_id)
        account = account or self._account(here.account.user_id, None)
        return account.links[0].link_id if account else ""

    def have_linked(self, holder: Holder, access_token: str) -> None:
        """Tell the skill, as Alexa does; and let names be listed, which else waits for a minute."""
        body = {"accessToken": access_token}
        self._tell("SkillAccountLinked", holder.user_id, body)
        self._deployment.invoke_refresh()

    def disable(self, user_id: str) -> None:
        """Disable the skill in an Amazon account's Alexa app."""
        self._tell("SkillDisabled", user_id, {})
        self._alexa.disable(user_id)

    def _account(self, user_id: str, person_id: str | None) -> Account | None:
        token = self._alexa.token(user_id, person_id)
        return Access(self._table).account_of(token, time.time()) if token else None

    def _tell(self, kind: str, user_id: str, body: dict[str, Any]) -> None:
        application = {"applicationId": SKILL_ID}
        system = {"application": application, "user": {"userId": user_id}}
        request = {
            "type": f"AlexaSkillEvent.{kind}",
            "requestId": str(uuid.uuid4()),
            "timestamp": datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
            "body": body,
        }
        event = {"version": "1.0", "context": {"System": system}, "request": request}
        self._deployment.invoke("skill", event)
