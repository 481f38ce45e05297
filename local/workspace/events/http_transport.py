"""The way to an address for events over HTTP."""

import ssl

import httpx

from local.workspace.events.attempts import (
    ANSWER_WITHIN_SECONDS,
    Answer,
    DeliveryFailed,
    Headers,
    Transport,
)

_MOST_REDIRECTS = 2


def http_transport(url: str, answer_within: float = ANSWER_WITHIN_SECONDS) -> Transport:
    """Return a transport that posts to this address, as Slack does, for an EventOutlet.

    It waits for so many seconds for an answer.
    Each request has a connection of its own, so that there is nothing to close.
    """
    client = httpx.Client(
        timeout=answer_within,
        follow_redirects=True,
        max_redirects=_MOST_REDIRECTS,
        limits=httpx.Limits(max_keepalive_connections=0),
        trust_env=False,
    )

    def post(headers: Headers, body: bytes) -> Answer:
        try:
            response = client.post(url, headers=dict(headers), content=body)
        except httpx.TooManyRedirects as fault:
            raise DeliveryFailed("too_many_redirects") from fault
        except httpx.TimeoutException as fault:
            raise DeliveryFailed("http_timeout") from fault
        except httpx.TransportError as fault:
            raise DeliveryFailed(_reason(fault)) from fault
        return response.status_code, response.headers, response.content

    return post


def _reason(fault: BaseException) -> str:
    cause: BaseException | None = fault
    while cause is not None:
        if isinstance(cause, ssl.SSLError):
            return "ssl_error"
        cause = cause.__cause__ or cause.__context__
    return "connection_failed"
