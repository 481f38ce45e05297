"""The local Alexa app as a client of account linking: it renews tokens, gives up what ended."""

from urllib.parse import parse_qs, urlsplit

import httpx
import pytest

from local.stack.alexa_accounts import CLIENT, VENDOR, AlexaAccounts, Holder, NotLinked
from local.world.aws.moto_cloud import ALEXA_CLIENT, ALEXA_SECRET, ALEXA_VENDOR
from postbox.accounts.stores.access import Access
from tests.accounts.linking_world import Linked
from tests.accounts.people import leave
from tests.accounts.protocol.over_http import consented_by, served_world

ACCOUNT, OTHER = Holder("an account", None), Holder("an account", "a person")


def come_back(alexa: AlexaAccounts, holder: Holder) -> tuple[Holder, str]:
    """Link Kevin for somebody, in a browser."""
    began = parse_qs(urlsplit(alexa.begin(holder)).query)
    with httpx.Client(trust_env=False) as browser:
        asked = {name: values[0] for name, values in began.items()}
        told = consented_by(browser, alexa.issuer, asked)
    return alexa.finish(told["state"], told["code"], "")


def test_tokens_are_fetched_renewed_and_given_up():
    assert (CLIENT, VENDOR) == (ALEXA_CLIENT, ALEXA_VENDOR)
    with served_world() as (world, address):
        alexa = AlexaAccounts(address, ALEXA_SECRET, world.parts.clock)
        holder, first = come_back(alexa, ACCOUNT)
        assert holder == ACCOUNT
        assert alexa.token("an account", None) == first
        assert alexa.token("an account", "a person") is None
        world.advance(3_600)
        second = alexa.token("an account", None)
        assert second not in (None, first)
        assert alexa.token("an account", None) == second

        come_back(alexa, OTHER)
        alexa.disable("another account")
        assert alexa.token("an account", "a person")
        alexa.disable("an account")
        assert alexa.token("an account", "a person") is None


def test_what_the_server_has_ended_is_given_up():
    with served_world() as (world, address):
        alexa = AlexaAccounts(address, ALEXA_SECRET, world.parts.clock)
        _, token = come_back(alexa, ACCOUNT)
        linked = Linked(world)
        account = Access(linked.table).account_of(token, linked.now)
        leave(linked, linked.links.get(account.links[0].link_id), account.account_id)
        world.advance(3_600)
        assert alexa.token("an account", None) is None


@pytest.mark.parametrize(
    ("code", "error", "told"),
    [("", "access_denied", "access_denied"), ("", "", "no code"), ("never given", "", "not taken")],
)
def test_what_comes_to_no_end_is_told(code, error, told):
    with served_world() as (world, address):
        alexa = AlexaAccounts(address, ALEXA_SECRET, world.parts.clock)
        state = parse_qs(urlsplit(alexa.begin(ACCOUNT)).query)["state"][0]
        with pytest.raises(NotLinked, match=told):
            alexa.finish(state, code, error)
        with pytest.raises(NotLinked, match="Nobody asked"):
            alexa.finish(state, "a code", "")
