"""The whole dance over HTTP: from the Alexa app to the first words, new tokens, and leaving."""

import httpx

from local.echo.echo import ACCOUNT
from local.world.aws.moto_cloud import ALEXA_CLIENT, ALEXA_SECRET, TABLE
from postbox.accounts.stores.access import Access
from postbox.store.table import Table
from tests.accounts.linking_world import REDIRECT, STATE, VERIFIER, Linked, authorization
from tests.accounts.people import leave
from tests.accounts.protocol.over_http import consented_by, served_world


def linked_by(browser: httpx.Client, address: str) -> str:
    """Link Kevin in a browser, as he would; return the code that Alexa gets."""
    told = consented_by(browser, address, authorization())
    assert told["state"] == STATE
    return told["code"]


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
