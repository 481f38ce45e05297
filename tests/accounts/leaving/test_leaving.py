"""Who leaves is gone: tokens at once, messages and settings within the day, nobody else touched."""

from bridge.events.effects import KEPT_WHEN_REVOKED
from bridge.refresh_lambda import SCHEDULED
from bridge.upkeep.turns import EVERY_SECONDS
from postbox.links.stores.preferences import Preferences
from tests.accounts.people import account_of, kept_of, leave

DAY = 86_400.0


def test_who_leaves_has_no_token_at_once_and_nothing_is_kept_soon(world, used):
    giselle, kevin = used
    before = len(kept_of(world, kevin))
    assert len(kept_of(world, giselle)) > 10
    leave(world, giselle, account_of(world, giselle.link_id))
    at_once = kept_of(world, giselle)
    gone = ("TOKEN#", "PROFILE#", "IDENTITY#", "USES#", "ACCOUNT#")
    assert not [key for key in at_once if key.startswith(gone)]
    tokens = [i.person.handle for i in world.parts.workspace.installations.active()]
    assert tokens == ["kevin"]
    world.parts.refresh({"detail-type": SCHEDULED})
    # Its turn is left, by its opaque id; when it comes, that goes too.
    assert not [key for key in kept_of(world, giselle) if not key.startswith("DUE#")]
    world.parts.clock.step(EVERY_SECONDS)
    world.parts.refresh({"detail-type": SCHEDULED})
    assert kept_of(world, giselle) == []
    assert len(kept_of(world, kevin)) >= before


def test_an_alexa_that_still_has_tokens_has_nothing_by_them(world):
    tokens = world.linked("Giselle")
    account = world.access.account_of(tokens["access_token"], world.now)
    link = world.links.get(account.links[0].link_id)
    leave(world, link, account.account_id)
    assert world.access.account_of(tokens["access_token"], world.now) is None
    newer = world.for_refresh(tokens["refresh_token"])
    assert newer.status == 400
    assert newer.json == {"error": "invalid_grant"}


def test_leaving_twice_is_leaving_once(world, used):
    giselle, _ = used
    account_id = account_of(world, giselle.link_id)
    leave(world, giselle, account_id)
    world.parts.clock.step(400)
    leave(world, giselle, account_id)
    assert world.accounts.get(account_id) is None


def test_a_link_that_another_account_uses_goes_on(world, used):
    giselle, _ = used
    first = account_of(world, giselle.link_id)
    other = world.linked("Giselle")
    leave(world, giselle, first)
    world.parts.refresh({"detail-type": SCHEDULED})
    account = world.access.account_of(other["access_token"], world.now)
    assert world.links.get(account.links[0].link_id) is not None
    assert world.parts.workspace.installations.active()
    assert "slow" in Preferences(world.table).of(giselle.link_id).values()


def test_what_slack_takes_back_is_deleted_at_once_and_the_rest_within_a_day(world, used):
    giselle, kevin = used
    workspace = world.parts.workspace
    for installation in workspace.installations.active():
        if installation.person.id == giselle.user_id:
            workspace.revoke(installation.token)
    world.parts.pump()
    kept = kept_of(world, giselle)
    assert not [key for key in kept if key.startswith("TOKEN#")]
    assert [key for key in kept if key.startswith("SPEAKER#")]
    world.parts.clock.step(KEPT_WHEN_REVOKED)
    world.parts.refresh({"detail-type": SCHEDULED})
    left = [
        key for key in kept_of(world, giselle) if not key.startswith(("DUE#", "USES#", "IDENT"))
    ]
    assert left == []
    assert kept_of(world, kevin)
    assert KEPT_WHEN_REVOKED < DAY


def test_who_links_again_in_time_keeps_what_was_kept(world, used):
    giselle, _ = used
    workspace = world.parts.workspace
    for installation in workspace.installations.active():
        if installation.person.id == giselle.user_id:
            workspace.revoke(installation.token)
    world.parts.pump()
    world.parts.clock.step(60)
    again = world.linked("Giselle")
    account = world.access.account_of(again["access_token"], world.now)
    assert account.links[0].link_id == giselle.link_id
    world.parts.clock.step(KEPT_WHEN_REVOKED)
    world.parts.refresh({"detail-type": SCHEDULED})
    assert "slow" in Preferences(world.table).of(giselle.link_id).values()


def test_an_app_that_is_removed_ends_every_link_of_its_workspace(world, used):
    world.parts.workspace.uninstall_app()
    world.parts.pump()
    assert not [item for item in world.items() if item["pk"]["S"].startswith("TOKEN#")]
