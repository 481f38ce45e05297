"""A token is opened as the link's that it was sealed for, and as no other's."""

import base64

import pytest
from botocore.exceptions import ClientError, EndpointConnectionError

from bridge.links.secrets import SecretMissing, SecretUnavailable
from bridge.links.token_seal import MOST_BYTES, TokenSeal, TooLong
from bridge.slack.payloads.grants import SlackToken
from local.world.aws.moto_cloud import moto_cloud
from local.world.clock import SteppedClock

TOKEN = SlackToken("xoxp-1", "xoxe-1")


@pytest.fixture
def seal():
    with moto_cloud(SteppedClock(1_790_000_000.0)) as cloud:
        kms = cloud.client("kms")
        yield TokenSeal(kms, kms.create_key()["KeyMetadata"]["KeyId"])


def test_a_token_is_opened_as_its_own_links_alone(seal):
    sealed = seal.seal("l1", TOKEN)
    assert "xoxp" not in sealed
    opened = seal.opened("l1", sealed)
    assert (opened.access, opened.refresh) == ("xoxp-1", "xoxe-1")
    with pytest.raises(SecretMissing):
        seal.opened("l2", sealed)


@pytest.mark.parametrize("sealed", ["", "not base64!", base64.b64encode(b"x" * 40).decode()])
def test_what_was_never_sealed_is_nobodys(seal, sealed):
    with pytest.raises((SecretMissing, SecretUnavailable)):
        seal.opened("l1", sealed)


def test_what_kms_would_not_take_is_refused_before_it_is_asked():
    class Untouched:
        def encrypt(self, **request):
            pytest.fail("KMS was asked")

        decrypt = encrypt

    with pytest.raises(TooLong):
        TokenSeal(Untouched(), "key").seal("l1", SlackToken("x" * MOST_BYTES))


@pytest.mark.parametrize(
    "trouble",
    [
        ClientError({"Error": {"Code": "ThrottlingException"}}, "Decrypt"),
        EndpointConnectionError(endpoint_url="https://kms"),
    ],
)
def test_a_kms_that_does_not_answer_is_not_a_link_that_ended(trouble):
    class Broken:
        def encrypt(self, **request):
            raise trouble

        decrypt = encrypt

    with pytest.raises(SecretUnavailable):
        TokenSeal(Broken(), "key").opened("l1", base64.b64encode(b"x").decode())
    with pytest.raises(SecretUnavailable):
        TokenSeal(Broken(), "key").seal("l1", TOKEN)


def test_a_token_is_not_shown_by_accident():
    assert "xoxp-1" not in repr(TOKEN)
    assert "xoxe-1" not in repr(TOKEN)
