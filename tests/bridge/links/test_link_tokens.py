"""A link's token is renewed in time by one worker at a time, and no failure loses the link."""

from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest

from bridge.links.link_tokens import LEASE_SECONDS, LinkTokens
from bridge.links.secrets import SecretMissing, SecretUnavailable
from bridge.links.token_seal import TokenSeal
from bridge.slack.errors import SlackRefused, SlackUnclear
from bridge.slack.payloads.grants import SlackToken
from local.world.aws.moto_cloud import TABLE, moto_cloud
from local.world.clock import SteppedClock
from postbox.links.stores.sealed_tokens import SealedToken, SealedTokens, new_token_write
from postbox.store.table import Table

HOUR = 3600.0
NOW = 1_790_000_000.0


@dataclass
class Renewals:
    """A Slack that renews tokens, once each."""

    asked: list[str] = field(default_factory=list)
    trouble: Exception | None = None
    meanwhile: object = None

    def renew(self, app, refresh_token):
        self.asked.append(refresh_token)
        if self.meanwhile:
            self.meanwhile()
        if self.trouble:
            raise self.trouble
        if self.asked.count(refresh_token) > 1:
            raise SlackRefused("invalid_refresh_token")
        number = len(self.asked)
        return SlackToken(f"access-{number}", f"refresh-{number}", 12 * HOUR)


@dataclass
class World:
    table: Table
    seal: TokenSeal
    clock: SteppedClock
    slack: Renewals = field(default_factory=Renewals)

    def put(self, expires: float | None, access="access-0", refresh="refresh-0", revision=1):
        sealed = self.seal.seal("l1", SlackToken(access, refresh))
        self.table.apply(new_token_write(SealedToken("l1", sealed, expires, revision=revision)))

    def worker(self) -> LinkTokens:
        stored = SealedTokens(self.table)
        return LinkTokens(stored, self.seal, lambda: self.slack, lambda: ("i", "s"), self.clock)


@pytest.fixture
def world() -> Iterator[World]:
    clock = SteppedClock(NOW)
    with moto_cloud(clock) as cloud:
        kms = cloud.client("kms")
        seal = TokenSeal(kms, kms.create_key()["KeyMetadata"]["KeyId"])
        yield World(Table(cloud.client("dynamodb"), TABLE), seal, clock)


def test_a_token_that_does_not_end_is_never_renewed(world):
    world.put(None)
    assert world.worker().of("l1") == "access-0"
    assert world.slack.asked == []


def test_a_token_is_renewed_in_its_last_hour(world):
    world.put(NOW + 2 * HOUR)
    worker = world.worker()
    assert worker.of("l1") == "access-0"
    world.clock.step(1.5 * HOUR)
    assert worker.of("l1") == "access-1"
    assert world.worker().of("l1") == "access-1"
    assert world.slack.asked == ["refresh-0"]


def test_one_of_two_that_meet_renews_and_the_other_goes_on_with_what_is_good(world):
    world.put(NOW + 0.5 * HOUR)
    seen = []
    world.slack.meanwhile = lambda: seen.append(world.worker().of("l1"))
    assert world.worker().of("l1") == "access-1"
    assert seen == ["access-0"]
    assert world.slack.asked == ["refresh-0"]


def test_a_token_that_ended_while_another_renews_it_is_waited_for(world):
    world.put(NOW - 1)

    def meet():
        world.slack.meanwhile = None
        with pytest.raises(SecretUnavailable):
            world.worker().of("l1")

    world.slack.meanwhile = meet
    assert world.worker().of("l1") == "access-1"


def test_a_worker_that_died_over_it_keeps_it_for_a_moment_only(world):
    world.put(NOW - 1)
    stored = SealedTokens(world.table)
    stored.lease(stored.get("l1"), NOW + LEASE_SECONDS)
    with pytest.raises(SecretUnavailable):
        world.worker().of("l1")
    world.clock.step(LEASE_SECONDS)
    assert world.worker().of("l1") == "access-1"


def test_a_linking_meanwhile_is_written_over_by_nobody(world):
    world.put(NOW + 0.5 * HOUR)
    world.slack.meanwhile = lambda: world.put(
        NOW + 12 * HOUR, "access-new", "refresh-new", revision=3
    )
    assert world.worker().of("l1") == "access-new"
    assert world.worker().of("l1") == "access-new"


def test_a_refusal_that_another_linking_explains_ends_nothing(world):
    world.put(NOW - 1)
    world.slack.trouble = SlackRefused("invalid_refresh_token")
    world.slack.meanwhile = lambda: world.put(NOW + 12 * HOUR, "access-new", "r", revision=3)
    assert world.worker().of("l1") == "access-new"


@pytest.mark.parametrize(("left", "found"), [(0.5 * HOUR, "access-0"), (-1, None)])
def test_a_refusal_ends_the_link_when_the_token_does(world, left, found):
    world.put(NOW + left)
    world.slack.trouble = SlackRefused("invalid_refresh_token")
    if found:
        assert world.worker().of("l1") == found
    else:
        with pytest.raises(SlackRefused):
            world.worker().of("l1")


def test_an_unclear_renewal_is_made_again_by_the_next(world):
    world.put(NOW + 0.5 * HOUR)
    world.slack.trouble = SlackUnclear("time-out")
    assert world.worker().of("l1") == "access-0"
    world.slack.trouble = None
    world.slack.asked.clear()
    assert world.worker().of("l1") == "access-1"


def test_a_token_that_was_deleted_is_used_no_more(world):
    world.put(None)
    worker = world.worker()
    assert worker.of("l1") == "access-0"
    SealedTokens(world.table).drop("l1")
    with pytest.raises(SecretMissing):
        worker.of("l1", fresh=True)
    with pytest.raises(SecretMissing):
        worker.of("l1")
