"""The way for several people, each with their own Slack: the same steps, with account linking."""

import secrets
from typing import Any

from local.cli import checks
from local.cli.accounts.account import Secrets
from local.cli.accounts.slack_app import manifest
from local.cli.checks import account_linking
from local.cli.deployment import Deployed
from local.cli.setup import clicks, judged, talk
from local.cli.setup.guide import MANIFEST, Guide


class GuideForSeveral(Guide):
    """One run of `earshot setup --accounts`. No token is asked for: people link themselves."""

    people, option = "several", " --accounts"
    more_needed = ("kms:CreateKey", "kms:PutKeyPolicy")

    def _store_secrets(self) -> None:
        """Those of the Slack app, and one of our own that only Alexa is told."""
        kept = Secrets(self._region, self._stage)
        self._kept.file(MANIFEST, manifest(None))
        if not self._answers.slack_client_id:
            talk.tell(*clicks.make_slack_app_for_several(self._kept.folder / MANIFEST))
            client_id = talk.ask("Client ID", judged.wrong_client_id)
            self._kept.keep(slack_client_id=client_id)
        if kept.get("client") is None:
            client = talk.ask_secret("Client Secret (not shown)", judged.wrong_client_secret)
            kept.put("client", client)
        if kept.get("secret") is None:
            signing = talk.ask_secret("Signing Secret (not shown)", judged.wrong_signing_secret)
            kept.put("secret", signing)
        if kept.get("alexa") is None:
            kept.put("alexa", secrets.token_hex())
        talk.tell(f"All are stored, encrypted, in Parameter Store ({self._region})")

    def _parameters(self) -> dict[str, str]:
        if not self._answers.vendor_id:
            talk.tell(*clicks.vendor_id())
            vendor_id = talk.ask("Vendor ID", judged.wrong_vendor_id)
            self._kept.keep(vendor_id=vendor_id)
        page = f"{self._slack_api_url.removesuffix('api/')}oauth/v2/authorize"
        return {
            **super()._parameters(),
            "accounts": "yes",
            "alexaVendorIds": self._answers.vendor_id,
            "slackAuthorizeUrl": page,
            "slackClientId": self._answers.slack_client_id,
        }

    def _linked(self, deployed: Deployed) -> checks.Finding:
        return account_linking.server(deployed)

    def _manifest(self, deployed: Deployed) -> dict[str, Any]:
        return manifest(deployed.events_url, account_linking.address(deployed))

    def _go_on(self, deployed: Deployed) -> None:
        talk.step("7. Account linking")
        parameter = Secrets(self._region, self._stage).parameter("alexa")
        where = account_linking.addresses(deployed)
        told = clicks.link_accounts(where, parameter, self._region)
        self._click(f"account linking at {where['authorizationUrl']}", told)
        talk.tell(*clicks.everybody())
