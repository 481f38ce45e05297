"""The whole dance over HTTP: from the Alexa app to the first words, new tokens, and leaving."""

import html
import re
from urllib.parse import parse_qs, urlsplit

import httpx

from local.echo.echo import ACCOUNT
from local.world.aws.moto_cloud import ALEXA_CLIENT, ALEXA_SECRET, TABLE
from postbox.accounts.stores.access import Access
from postbox.store.table import Table
from tests.accounts.leaving.test_leaving import leave
from tests.accounts.linking_world import REDIRECT, STATE, VERIFIER, Linked, authorization
from tests.accounts.protocol.over_http import served_world


def form_of(page: str) -> dict[str, str]:
    """Return the hidden fields of a page's first form."""
    form = re.search(r"<form.*?</form>", page, re.DOTALL)
    assert form is not None
    found = re.findall(r'<input type="hidden" name="([^"]*)" value="([^"]*)">', form[0])
    return {html.unescape(name): html.unescape(value) for name, value in found}


def linked_by(browser: httpx.Client, address: str) -> str:
    """Link Kevin in a browser, as he would; return the code that Alexa gets."""
    told = consented_by(browser, address, authorization())
    assert told["state"] == STATE
    return told["code"]


def consented_by(browser: httpx.Client, address: str, asked: dict[str, str]) -> dict[str, str]:
    """Go Kevin's way from what Alexa asks to what the browser brings back to her."""
    first = browser.get(f"{address}/authorize", params=asked)
    assert first.status_code == 200
    origin = {"origin": address}
    sent = browser.post(f"{address}/authorize", data=form_of(first.text), headers=origin)
    # A browser takes a cookie for https alone from this machine, too; httpx does not.
    cookie = {"cookie": sent.headers["set-cookie"].partition(";")[0]}
    slack = browser.get(sent.headers["location"])
    decided = browser.post(
        f"{slack.url}".partition("?")[0],
        data={**form_of(slack.text), "person": "Kevin", "decision": "allow"},
    )
    back = browser.get(decided.headers["location"], headers=cookie)
    assert "Almost done" in back.text
    done = browser.post(f"{address}/authorize/finish", headers={**cookie, **origin})
    assert done.status_code == 303
    assert done.headers["location"].startswith(f"{REDIRECT}?")
    told = parse_qs(urlsplit(done.headers["location"]).query)
    return {name: values[0] for name, values in told.items()}


def tokens(alexa: httpx.Client, address: str, **form: str) -> dict[str, str]:
    """Ask for tokens as Alexa does."""
    answer = alexa.post(f"{address}/token", data=form, auth=(ALEXA_CLIENT, ALEXA_SECRET))
    found: dict[str, str] = answer.json()
    return found


def test_from_alexas_link_to_the_first_words_and_to_leaving():
    with served_world() as (world, address), httpx.Client(trust_env=False) as http:
        server = http.get(f"{address}/.well-known/oauth-authorization-server").json()
        assert server["token_endpoint"] == f"{address}/token"
        code = linked_by(http, address)
        first = tokens(
            http,
            address,
            grant_type="authorization_code",
            code=code,
            redirect_uri=REDIRECT,
            code_verifier=VERIFIER,
        )
        world.advance(60)
        world.parts.refresh({"detail-type": "Scheduled Event"})

        world.echo.speak_as(ACCOUNT, access_token=first["access_token"])
        assert world.say("tell slack to send hello from the kitchen").heard == "Sent to general."
        (post,) = world.posts("#general")
        assert (post.author, post.text) == ("Kevin", "hello from the kitchen")

        renewed = tokens(
            http, address, grant_type="refresh_token", refresh_token=first["refresh_token"]
        )
        world.echo.speak_as(ACCOUNT, access_token=renewed["access_token"])
        assert world.say("tell slack to send still me").heard == "Sent to general."

        looking = Linked(world)
        table = Table(world.parts.cloud.client("dynamodb"), TABLE)
        account = Access(table).account_of(renewed["access_token"], looking.now)
        leave(looking, looking.links.get(account.links[0].link_id), account.account_id)
        heard = world.say("tell slack to send nobody hears this").heard
        assert "link" in heard.lower()
        assert len(world.posts("#general")) == 2
        ended = tokens(
            http, address, grant_type="refresh_token", refresh_token=renewed["refresh_token"]
        )
        assert ended == {"error": "invalid_grant"}
