"""The keys of a workspace's names and of their listing; others are in postbox/store/keys.py.

TEAM#<team>   DIRECTORY · DIRECTORY#<generation>#<part> · NAMES · NAMES#<content>#<piece> ·
              LISTING · LISTING#<started at>#<step>#<page> · TURN · CHANGE#<entity>#<aspect>
"""

from postbox.store.keys import Key, key_of, moment_of, team_partition


def directory(team_id: str) -> Key:
    """Which generation of the directory is current."""
    return key_of(team_partition(team_id), "DIRECTORY")


def directory_part(team_id: str, generation: str, part: int) -> Key:
    """One slice of the compressed directory."""
    return key_of(team_partition(team_id), f"DIRECTORY#{generation}#{part:04d}")


def names_manifest(team_id: str) -> Key:
    """Which parts and which patch hold a workspace's names."""
    return key_of(team_partition(team_id), "NAMES")


def names_part(team_id: str, name: str, piece: int) -> Key:
    """One piece of a part of the names; its name tells its content."""
    return key_of(team_partition(team_id), f"NAMES#{name}#{piece:04d}")


def listing(team_id: str) -> Key:
    """How far the listing of a workspace's names has come."""
    return key_of(team_partition(team_id), "LISTING")


def listing_page(team_id: str, started_at: float, step: str, page: int) -> Key:
    """One page of names that a listing under way has collected."""
    return key_of(team_partition(team_id), f"LISTING#{moment_of(started_at)}#{step}#{page:04d}")


def turn(team_id: str) -> Key:
    """Until when somebody is at work on a workspace's names."""
    return key_of(team_partition(team_id), "TURN")


def directory_change(team_id: str, entity_id: str, aspect: str) -> Key:
    """What Slack told last of one side of a person or a conversation."""
    return key_of(team_partition(team_id), f"CHANGE#{entity_id}#{aspect}")
