"""What is clicked in Slack's and Amazon's consoles, with the labels that stand there."""

from collections.abc import Mapping
from pathlib import Path

MODEL = "interaction_models/en-US.json"


def make_slack_app(manifest: Path) -> tuple[str, ...]:
    """Make the Slack app and install it."""
    return (
        "1. Open https://api.slack.com/apps and click Create New App > From a manifest.",
        "2. Pick your workspace, click Next, choose JSON, and put in the whole of",
        f"   {manifest}",
        "3. Click Next > Create.",
        "4. Click Install App > Install to your workspace > Allow.",
        "5. OAuth & Permissions shows the User OAuth Token (xoxp-...),",
        "   Basic Information > App Credentials > Show the Signing Secret.",
    )


def subscribe_to_events(manifest: Path, address: str) -> tuple[str, ...]:
    """Have Slack send its events."""
    return (
        "1. Open https://api.slack.com/apps > Earshot > App Manifest, and put in the whole of",
        f"   {manifest}",
        "2. Click Save Changes. Above, Slack may say: URL isn't verified. Click here to verify.",
        f"3. Event Subscriptions shows Verified beside {address}",
    )


def make_skill() -> tuple[str, ...]:
    """Make the skill in the developer console."""
    return (
        "Sign in with the Amazon account of your Echo: a skill in development is on its owner's",
        "devices only.",
        "1. Open https://developer.amazon.com/alexa/console/ask and click Create Skill.",
        "2. Name: Earshot. Primary locale: English (US), which the Echo has to speak, too",
        "   (Alexa app > Devices > your Echo > Language). Next.",
        "3. Experience: Other. Model: Custom. Hosting: Provision your own. Next.",
        "4. Template: Start from Scratch. Next > Create Skill.",
        "5. Back on the list, Copy Skill ID stands under the skill's name.",
    )


def connect_skill(arn: str) -> tuple[str, ...]:
    """Give the skill its model and its endpoint."""
    return (
        "1. In the skill's Build tab: Interaction Model > JSON Editor. Put in the whole of",
        f"   {MODEL}, click Save, then Build skill (in older consoles Save and build model).",
        "2. Endpoint > AWS Lambda ARN > Default Region:",
        f"   {arn}",
        "   Click Save Endpoints.",
        "3. Test tab: Skill testing is enabled in: Development (not Off).",
    )


def make_slack_app_for_several(manifest: Path) -> tuple[str, ...]:
    """Make the Slack app to which people consent."""
    return (
        "1. Open https://api.slack.com/apps and click Create New App > From a manifest.",
        "2. Pick your workspace, click Next, choose JSON, and put in the whole of",
        f"   {manifest}",
        "3. Click Next > Create.",
        "4. Basic Information > App Credentials shows Client ID, Client Secret, Signing Secret.",
        "5. Only for other workspaces than this one: Manage Distribution > Activate Public",
        "   Distribution.",
    )


def vendor_id() -> tuple[str, ...]:
    """Find the id of one's developer account."""
    return (
        "Open https://developer.amazon.com/settings/console/mycid with the account of the skill:",
        "the Vendor ID begins with M.",
    )


def link_accounts(
    addresses: Mapping[str, str], secret_parameter: str, region: str
) -> tuple[str, ...]:
    """Let people link in the Alexa app."""
    return (
        "1. In the skill's Build tab: Tools > Account Linking, switch it on. Auth Code Grant.",
        f"2. Your Web Authorization URI: {addresses['authorizationUrl']}",
        f"   Access Token URI: {addresses['accessTokenUrl']}",
        "3. Your Client ID: alexa. Your Secret: in the AWS console, Systems Manager > Parameter",
        f"   Store ({region}), the decrypted value of {secret_parameter}",
        "4. Your Authentication Scheme: HTTP Basic. Scope: slack. PKCE: on, S256. Save.",
        "5. For different voices: Build > Tools > Permissions > Skill Personalization, on.",
    )


def everybody() -> tuple[str, ...]:
    """What each person does."""
    return (
        "Everybody then links their own Slack: Alexa app > More > Skills & Games > Your Skills >",
        "Dev > Earshot > Enable to use, or Settings > Link account. docs/accounts.md has the rest.",
    )
