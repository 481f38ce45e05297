"""The keys of accounts, and of what leads to them; the table's others are in postbox/store/keys.py.

ACCOUNT#<account>              ACCOUNT
CHOICE#<account>               CHOICE · HOUSEHOLD#<household>
USES#<link>                    USED#<account>
IDENTITY#<team>#<user>         IDENTITY
TOKEN#<link>                   TOKEN
ACCESS#<digest of a token>     ACCESS
REFRESH#<digest of a token>    REFRESH
CODE#<digest of a code>        CODE
FAMILY#<family>                FAMILY
LINKING#<digest of its id>     LINKING
LEAVING#links                  LEAVING#<link> · ENDED#<account>
DUE#links                      DUE#<moment>#<link>
"""

from postbox.store.keys import Key, key_of, moment_of

USED, LEAVING, DUE = "USED#", "LEAVING#links", "DUE#links"
"""How the keys of a link's accounts begin; and the one partition of all links that were left, and
of all that are looked after in turn."""
ENDED, LIVES_IN = "ENDED#", "HOUSEHOLD#"


def account(account_id: str) -> Key:
    """What one account linking let in."""
    return key_of(f"ACCOUNT#{account_id}", "ACCOUNT")


def choice(account_id: str) -> Key:
    """Which workspace an account means where none is named."""
    return key_of(choice_partition(account_id), "CHOICE")


def choice_partition(account_id: str) -> str:
    """What the voice side keeps of an account."""
    return f"CHOICE#{account_id}"


def lives_in(account_id: str, household: str) -> Key:
    """That an account speaks in a household, to be found by the account."""
    return key_of(choice_partition(account_id), f"{LIVES_IN}{household}")


def account_uses_partition(link_id: str) -> str:
    """Which accounts may speak as a link."""
    return f"USES#{link_id}"


def account_use(link_id: str, account_id: str) -> Key:
    """That an account may speak as a link."""
    return key_of(account_uses_partition(link_id), f"{USED}{account_id}")


def identity(team_id: str, user_id: str) -> Key:
    """Which link somebody in Slack has."""
    return key_of(f"IDENTITY#{team_id}#{user_id}", "IDENTITY")


def token(link_id: str) -> Key:
    """A link's encrypted token."""
    return key_of(f"TOKEN#{link_id}", "TOKEN")


def access(token_digest: str) -> Key:
    """Which account an access token of Alexa's leads to."""
    return key_of(f"ACCESS#{token_digest}", "ACCESS")


def refresh_token(token_digest: str) -> Key:
    """Which family a refresh token of Alexa's is of."""
    return key_of(f"REFRESH#{token_digest}", "REFRESH")


def code(code_digest: str) -> Key:
    """What an authorization code stands for."""
    return key_of(f"CODE#{code_digest}", "CODE")


def family(family_id: str) -> Key:
    """All tokens that came from one code."""
    return key_of(f"FAMILY#{family_id}", "FAMILY")


def linking(id_digest: str) -> Key:
    """An account linking under way."""
    return key_of(f"LINKING#{id_digest}", "LINKING")


def leaving(link_id: str) -> Key:
    """That a link's messages and settings are to be deleted."""
    return key_of(LEAVING, f"LEAVING#{link_id}")


def ended_account(account_id: str) -> Key:
    """That an account ended, of which something is still kept."""
    return key_of(LEAVING, f"{ENDED}{account_id}")


def due(at: float, link_id: str) -> Key:
    """When a link is to be looked after; sorts by that."""
    return key_of(DUE, f"DUE#{moment_of(at)}#{link_id}")
