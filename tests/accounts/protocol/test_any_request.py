"""Whatever is sent to the routes: a valid answer, nothing of our own shown, nothing stored."""

import base64
from urllib.parse import urlencode

import pytest
from hypothesis import HealthCheck, given, settings, strategies as st

from bridge.accounts.routes import PATHS
from local.world.aws.moto_cloud import ALEXA_CLIENT, ALEXA_SECRET
from tests.accounts.linking_world import REDIRECT, VERIFIER, Linked, authorization

VALID = {
    **authorization(),
    "grant_type": "authorization_code",
    "code": "c",
    "refresh_token": "r",
    "code_verifier": VERIFIER,
    "client_secret": ALEXA_SECRET,
    "error": "access_denied",
}
KINDS = ["authorization_code", "refresh_token", "password", ""]
TEXTS = st.one_of(
    st.text(max_size=60),
    st.sampled_from(["\ud800", "%", "%00", "%ff", "&", "=", "a" * 3000, "' OR 1=1--", "<script>"]),
)
PAIRS = st.lists(
    st.tuples(
        st.one_of(st.sampled_from(sorted(VALID)), TEXTS),
        st.one_of(st.sampled_from([*VALID.values(), *KINDS, REDIRECT]), TEXTS),
    ),
    max_size=12,
)
ENCODED = st.one_of(
    st.builds(lambda pairs: urlencode(pairs, errors="replace"), PAIRS),
    st.builds(lambda pairs: urlencode({**VALID, **dict(pairs)}, errors="replace"), PAIRS),
    TEXTS,
)
BASIC = base64.b64encode(f"{ALEXA_CLIENT}:{ALEXA_SECRET}".encode()).decode()
HEADERS = st.dictionaries(
    st.sampled_from(
        ["content-type", "authorization", "origin", "cookie", "host", "X-Forwarded-For"]
    ),
    st.one_of(
        st.sampled_from(
            [
                "application/x-www-form-urlencoded",
                f"Basic {BASIC}",
                "https://earshot.local",
                "Basic",
            ]
        ),
        TEXTS,
    ),
    max_size=4,
)
EVENTS = st.fixed_dictionaries(
    {
        "rawPath": st.one_of(st.sampled_from([*PATHS]), TEXTS),
        "rawQueryString": ENCODED,
        "headers": HEADERS,
        "body": st.one_of(ENCODED, st.none(), st.integers(), st.just("a" * 20_000)),
        "isBase64Encoded": st.booleans(),
        "requestContext": st.one_of(
            st.builds(
                lambda method: {"http": {"method": method}},
                st.sampled_from(["GET", "POST", "PUT", "HEAD", "", "get"]),
            ),
            st.just({}),
            st.none(),
        ),
    },
    optional={
        "cookies": st.one_of(
            st.lists(st.builds("__Host-earshot-linking={}".format, TEXTS), max_size=3),
            st.none(),
            TEXTS,
        )
    },
)
SOMETHING_OF_OURS = ("Traceback", "botocore", "bridge/", "site-packages", "Error(", 'File "')


def check(world: Linked, event: dict[str, object]) -> None:
    """What must be true of every answer; a linking that was truly begun is all that is stored."""
    before = world.items()
    answer = world.parts.authorize(event)
    assert 200 <= answer["statusCode"] < 500
    assert set(answer) <= {"statusCode", "headers", "body", "isBase64Encoded", "cookies"}
    assert not [part for part in SOMETHING_OF_OURS if part in answer["body"]]
    assert "<script" not in answer["body"]
    assert answer["headers"]["cache-control"] == "no-store"
    where = answer["headers"].get("location", "")
    slack = world.parts.environment["EARSHOT_SLACK_AUTHORIZE_URL"]
    assert not where or where.startswith((f"{REDIRECT}?", f"{slack}?"))
    if not where.startswith(f"{slack}?"):
        assert world.items() == before


@settings(
    max_examples=300,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(event=EVENTS)
def test_whatever_comes_is_answered(still: Linked, event: dict[str, object]):
    check(still, event)


@pytest.mark.model
@pytest.mark.soak
@settings(
    max_examples=10_000,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(event=EVENTS)
def test_ten_thousand_requests_are_answered(still: Linked, event: dict[str, object]):
    check(still, event)
