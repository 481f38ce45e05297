"""The keys of households, and of what voices may do and did; others are in postbox/store/keys.py.

HOUSEHOLD#<digest of an Alexa account>  RULES · TRIES · ACCOUNT#<account>
SPEAKER#<link>                          RULES · TRIES · USED#<day>
AUDIT#<day>                             AUDIT#<moment>#<id>
"""

import hashlib

from postbox.store.keys import Key, key_of, moment_of, speaker_partition

ACCOUNT, AUDITED = "ACCOUNT#", "AUDIT#"
_LENGTH = 32


def household_id(user_id: str) -> str:
    """Return the name under which what an Alexa account's household chose is kept."""
    return hashlib.sha256(user_id.encode("utf-8", "replace")).hexdigest()[:_LENGTH]


def household_partition(household: str) -> str:
    """What a household chose, and who speaks in it."""
    return f"HOUSEHOLD#{household}"


def audit_partition(day: str) -> str:
    """Who did what on a day (UTC, as 2026-11-29)."""
    return f"AUDIT#{day}"


def rules(partition: str) -> Key:
    """Whose voice a household's or a link's partition lets in."""
    return key_of(partition, "RULES")


def tries(partition: str) -> Key:
    """How often a code was wrong."""
    return key_of(partition, "TRIES")


def member(household: str, account_id: str) -> Key:
    """That an account speaks in a household."""
    return key_of(household_partition(household), f"{ACCOUNT}{account_id}")


def used(link_id: str, day: str) -> Key:
    """How often a link sent and listened on a day."""
    return key_of(speaker_partition(link_id), f"USED#{day}")


def audited(day: str, moment: float, identifier: str) -> Key:
    """One line of the trail; sorts by when."""
    return key_of(audit_partition(day), f"{AUDITED}{moment_of(moment)}#{identifier}")
