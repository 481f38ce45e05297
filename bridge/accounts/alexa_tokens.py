"""What Alexa gets for a code, and for a refresh token: tokens of our own, never Slack's."""

from bridge.accounts.http import Answer, Request, told
from bridge.accounts.protocol.authorization import SCOPE
from bridge.accounts.protocol.pkce import proves
from bridge.accounts.protocol.token_request import (
    CodeGrant,
    RefreshGrant,
    TokenRefused,
    check_client,
    form_of,
    grant_of,
)
from bridge.accounts.services import AccountServices
from postbox.accounts.digests import digest, same
from postbox.accounts.grant import ACCESS_SECONDS, Code

_CHALLENGE = 'Basic realm="Earshot", charset="UTF-8"'


def give(request: Request, services: AccountServices) -> Answer:
    """Answer a token request."""
    try:
        form = form_of(request.headers, request.body if request.body is not None else b"\xff")
        secret = services.client_secret()
        check_client(request.headers, form, services.client.client_id, secret)
        grant = grant_of(form)
        match grant:
            case CodeGrant():
                refresh, access = _for_code(grant, services)
            case RefreshGrant():
                refresh, access = _for_refresh(grant, services)
    except TokenRefused as refused:
        more = {"www-authenticate": _CHALLENGE} if refused.status == 401 else {}
        return told({"error": refused.error}, refused.status, refused.error, **more)
    document = {
        "access_token": access,
        "token_type": "Bearer",
        "expires_in": ACCESS_SECONDS,
        "refresh_token": refresh,
        "scope": SCOPE,
    }
    return told(document, 200, f"tokens for {type(grant).__name__}")


def _for_code(grant: CodeGrant, services: AccountServices) -> tuple[str, str]:
    now, known = services.clock(), services.grants.code(grant.code)
    if known is None or now >= known.expires or not _is_for(grant, known, services):
        raise TokenRefused("invalid_grant")
    refresh, access = services.new_secret(), services.new_secret()
    if not services.grants.redeem(grant.code, known, refresh, access, now):
        # Somebody has the code, and its proof, a second time: neither is believed any more
        # (RFC 6749, 4.1.2).
        family = services.grants.family(known.family_id)
        if family is not None:
            services.grants.end(family, now)
        raise TokenRefused("invalid_grant")
    return refresh, access


def _is_for(grant: CodeGrant, known: Code, services: AccountServices) -> bool:
    is_client = same(known.client_id, services.client.client_id)
    is_place = same(grant.redirect_uri, known.redirect_uri)
    return is_client and is_place and proves(grant.verifier, known.challenge)


def _for_refresh(grant: RefreshGrant, services: AccountServices) -> tuple[str, str]:
    now, family = services.clock(), services.grants.family_of(grant.refresh_token)
    if family is None or family.client_id != services.client.client_id:
        raise TokenRefused("invalid_grant")
    if not family.accepts(digest(grant.refresh_token), now):
        if not family.is_ended:
            services.grants.end(family, now)
        raise TokenRefused("invalid_grant")
    if services.accounts.get(family.account_id) is None:
        # It was left: what Alexa still has is good for nothing.
        services.grants.end(family, now)
        raise TokenRefused("invalid_grant")
    refresh, access = services.new_secret(), services.new_secret()
    if not services.grants.renew(family, grant.refresh_token, refresh, access, now):
        # Another request with it was first, at this moment: that one's answer counts.
        raise TokenRefused("invalid_grant")
    return refresh, access
