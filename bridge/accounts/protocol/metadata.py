"""The documents by which clients find the server: RFC 8414 and RFC 9728. Pure."""

from typing import Any

from bridge.accounts.protocol.client import SCOPE
from bridge.accounts.protocol.endpoints import METHOD

SERVER_PATH = "/.well-known/oauth-authorization-server"
RESOURCE_PATH = "/.well-known/oauth-protected-resource"


def server(issuer: str) -> dict[str, Any]:
    """Return the authorization server's metadata (RFC 8414, 2)."""
    return {
        "issuer": issuer,
        "authorization_endpoint": f"{issuer}/authorize",
        "token_endpoint": f"{issuer}/token",
        "scopes_supported": [SCOPE],
        "response_types_supported": ["code"],
        "response_modes_supported": ["query"],
        "grant_types_supported": ["authorization_code", "refresh_token"],
        "token_endpoint_auth_methods_supported": ["client_secret_basic", "client_secret_post"],
        "code_challenge_methods_supported": [METHOD],
    }


def resource(issuer: str) -> dict[str, Any]:
    """Return the protected resource's metadata (RFC 9728, 2)."""
    return {
        "resource": issuer,
        "authorization_servers": [issuer],
        "scopes_supported": [SCOPE],
        "bearer_methods_supported": ["header"],
    }
