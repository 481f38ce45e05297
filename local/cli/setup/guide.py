"""The way from nothing to an Echo that speaks, step by step; each looks first at what is there."""

import shutil
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from botocore.exceptions import BotoCoreError, ClientError

from local.cli import checks
from local.cli.accounts.account import Secrets, account, refused
from local.cli.accounts.ask_cli import AskCli
from local.cli.accounts.deploying import deploy_once
from local.cli.accounts.placement import DEFAULT_REGION, REGIONS
from local.cli.accounts.skill_package import CannotBeWritten
from local.cli.accounts.slack_app import manifest
from local.cli.accounts.slack_token import Token, look_at
from local.cli.accounts.stopped import Stopped
from local.cli.deployment import Deployed, find
from local.cli.setup import clicks, held, judged, talk
from local.cli.setup.answers import Kept

MANIFEST = "slack-manifest.json"
TRIES = 3


@dataclass(frozen=True)
class Wanted:
    """What was given on the command line."""

    stage: str
    region: str
    slack_api_url: str
    default_conversation: str = ""
    alarm_email: str = ""
    """What changes an answer that was given before; "" changes nothing."""


class Guide:
    """One run of `earshot setup`. Each step raises Stopped where it cannot go on."""

    people, option = "one", ""
    more_needed: tuple[str, ...] = ()
    """What IAM has to allow beside the rest."""

    def __init__(self, wanted: Wanted, folder: Path) -> None:
        """Go on with the answers that are kept in this folder."""
        self._stage = wanted.stage
        self._wanted = wanted
        self._slack_api_url = wanted.slack_api_url
        self._kept = Kept(folder, wanted.stage)
        self._answers = self._kept.answers

    def walk(self) -> None:
        """Go all the way."""
        self._refuse_another_kind()
        talk.step("1. This machine and your AWS account")
        held.check_machine()
        self._choose_region()
        self._check_account()
        talk.step("2. Slack")
        self._store_secrets()
        talk.step("3. The Alexa skill")
        ask = AskCli.find()
        self._know_skill(ask)
        talk.step("4. Deploying to AWS")
        deployed = self._deploy()
        held.hold(self._linked(deployed))
        talk.step("5. Slack's events")
        self._subscribe(deployed)
        talk.step("6. The skill's model and endpoint")
        self._connect(ask, deployed)
        self._go_on(deployed)
        self._say_what_to_say()

    @property
    def _region(self) -> str:
        return self._answers.region

    def _refuse_another_kind(self) -> None:
        """A stage that is deployed for several people is not made one of an owner, nor back."""
        before = self._answers.people or ("one" if self._answers.region else "")
        if before and before != self.people:
            has = "with" if before == "several" else "without"
            raise Stopped(
                f"This stage was set up {has} --accounts. Go on so, or name another --stage."
            )

    def _choose_region(self) -> None:
        """Of those from which Alexa calls; nothing was made yet."""
        kept = self._region
        if self._wanted.region:
            region = held.alexas(self._wanted.region)
            if kept and kept != region:
                raise Stopped(
                    f"This stage was set up in {kept}. Go on there, or name another --stage."
                )
        elif kept:
            region = kept
        else:
            talk.tell(*(f"  {name:<15} {near}" for name, near in REGIONS.items()))
            region = talk.ask("AWS region", judged.wrong_region, DEFAULT_REGION)
        self._kept.keep(region=region, people=self.people)
        talk.tell(f"Region: {region}")

    def _check_account(self) -> None:
        who = account(self._region)
        talk.tell(f"AWS account {who.number}, as {who.arn}")
        denied = refused(who, self._region, self.more_needed)
        if denied is None:
            talk.tell("What you may do there cannot be asked; the deployment will tell.")
        elif denied:
            talk.tell("IAM would refuse you:", *(f"  {action}" for action in denied))
            talk.tell("docs/setup.md has the permissions that are needed.")
            if not talk.agreed("Go on all the same?"):
                raise Stopped("Ask whoever looks after the account for these permissions.")

    def _store_secrets(self) -> None:
        """The token first: it tells whether the app is the right one."""
        secrets = Secrets(self._region, self._stage)
        self._kept.file(MANIFEST, manifest(None))
        token, secret = secrets.get("token"), secrets.get("secret")
        found = self._look_at(token) if token else None
        if found is not None and found.wrong:
            talk.tell(f"The stored token: {found.wrong}")
        if found is None or found.wrong:
            talk.tell(*clicks.make_slack_app(self._kept.folder / MANIFEST))
            token = talk.ask_secret("User OAuth Token (not shown)", self._wrong_token)
            secrets.put("token", token)
            found = self._look_at(token)
        talk.tell(f"Slack takes the token: {found.person} in {found.workspace}")
        if secret is None:
            secret = talk.ask_secret("Signing Secret (not shown)", judged.wrong_signing_secret)
            secrets.put("secret", secret)
        talk.tell(f"Both are stored, encrypted, in Parameter Store ({self._region})")

    def _look_at(self, token: str) -> Token:
        return look_at(token, self._slack_api_url)

    def _wrong_token(self, token: str) -> str | None:
        return self._look_at(token).wrong

    def _know_skill(self, ask: AskCli | None) -> None:
        if not self._answers.skill_id:
            if ask is not None:
                talk.tell("ask-cli is signed in: it makes the skill")
                skill_id = ask.make_skill(self._kept.folder)
            else:
                talk.tell(*clicks.make_skill())
                skill_id = talk.ask("Skill ID", judged.wrong_skill_id)
            self._kept.keep(skill_id=skill_id)
        talk.tell(f"Skill: {self._answers.skill_id}")

    def _deploy(self) -> Deployed:
        self._choose_channel()
        deploy_once(self._stage, self._region, self._parameters(), talk.tell)
        return find(self._stage, self._region)

    def _choose_channel(self) -> None:
        """And where alarms go; both may be said anew on the command line."""
        place, mail = self._wanted.default_conversation, self._wanted.alarm_email
        is_known = bool(self._answers.default_conversation)
        if not place and not is_known:
            place = talk.ask("Channel for messages that name no place", judged.empty, "general")
        if not mail and not is_known:
            mail = talk.ask("Mail address for alarms (Enter for none)", judged.no_mail, "")
        if mail and (wrong := judged.no_mail(mail)):
            raise Stopped(f"{wrong} ({mail})")
        if place:
            self._kept.keep(default_conversation=place.removeprefix("#"))
        if mail:
            self._kept.keep(alarm_email=mail)

    def _parameters(self) -> dict[str, str]:
        """Return what serverless.yml is given."""
        return {
            "skillId": self._answers.skill_id,
            "defaultConversation": self._answers.default_conversation,
            "alarmEmail": self._answers.alarm_email,
            "slackApiUrl": self._slack_api_url,
        }

    def _linked(self, deployed: Deployed) -> checks.Finding:
        """Link Earshot to Slack. A function that starts cold may be late the first times."""
        finding = checks.link(deployed)
        for _ in range(TRIES - 1):
            if finding.is_right:
                break
            finding = checks.link(deployed)
        return finding

    def _manifest(self, deployed: Deployed) -> dict[str, Any]:
        return manifest(deployed.events_url)

    def _subscribe(self, deployed: Deployed) -> None:
        secret = Secrets(self._region, self._stage).parameter("secret")
        held.hold(checks.events_address(deployed, secret, time.time()))
        path = self._kept.file(MANIFEST, self._manifest(deployed))
        done = f"events of {deployed.events_url}"
        self._click(done, clicks.subscribe_to_events(path, deployed.events_url))

    def _connect(self, ask: AskCli | None, deployed: Deployed) -> None:
        try:
            arn = checks.skill_arn(deployed)
        except (BotoCoreError, ClientError) as error:
            raise Stopped(f"The skill function cannot be looked at ({error}).") from None
        if ask is None:
            self._click(f"endpoint {arn}", clicks.connect_skill(arn))
            return
        folder = self._kept.folder / f"skill-{self._stage}"
        shutil.rmtree(folder, ignore_errors=True)
        try:
            ask.update_skill(folder, arn, self._answers.skill_id)
        except CannotBeWritten as problem:
            raise Stopped(str(problem)) from None
        talk.tell("ask-cli updated the skill: manifest, endpoint, interaction model, testing")

    def _click(self, done: str, told: tuple[str, ...]) -> None:
        """Have something clicked, unless it was."""
        if self._kept.is_done(done):
            talk.tell("Done already")
            return
        talk.tell(*told)
        talk.wait("once that is done")
        self._kept.did(done)

    def _go_on(self, deployed: Deployed) -> None:
        """Do what is left; for one owner nothing is."""

    def _say_what_to_say(self) -> None:
        where = f"--stage {self._stage} --region {self._region}"
        again = f"{where}{self.option}"
        talk.step("Ready. Say to your Echo:")
        talk.tell(
            '  "Alexa, open Slack."',
            '  "Alexa, tell Slack to send, hello from my Echo."',
            "",
            f"If nothing happens: earshot doctor {where}, and docs/setup.md",
            f"All of it again, or after an update: earshot setup {again}",
        )
