"""The table's keys: every partition and sort key is made here and nowhere else.

LINK#<link>                    PROFILE · SENT#<spoken at>#<message> · NOTICE#... · HELD#... ·
                               UNHEARD#<ts>#<conversation> · ANSWER · ALIAS#<name>
TEAM#<team>                    LINK#<link> · DIRECTORY · DIRECTORY#<generation>#<part> · PAUSE ·
                               LISTING · LISTING#<started at>#<step>#<page> · TURN ·
                               CHANGE#<entity>#<aspect>
CONVERSATION#<team>#<id>       MESSAGE#<ts> · WATCH#<link>
"""

Key = dict[str, str]


def link_partition(link_id: str) -> str:
    """Everything that belongs to one speaker."""
    return f"LINK#{link_id}"


def team_partition(team_id: str) -> str:
    """What all links of a workspace share."""
    return f"TEAM#{team_id}"


def conversation_partition(team_id: str, conversation_id: str) -> str:
    """The messages of a conversation and who waits for answers in it."""
    return f"CONVERSATION#{team_id}#{conversation_id}"


def profile(link_id: str) -> Key:
    """A link itself."""
    return _key(link_partition(link_id), "PROFILE")


def team_link(team_id: str, link_id: str) -> Key:
    """The entry by which a team's links are found."""
    return _key(team_partition(team_id), f"LINK#{link_id}")


def sent(link_id: str, spoken_at: float, message_id: str) -> Key:
    """A receipt; sorts by when the message was spoken."""
    return _key(link_partition(link_id), f"SENT#{_moment(spoken_at)}#{message_id}")


def notice(link_id: str, spoken_at: float, message_id: str) -> Key:
    """Bad news about a message."""
    return _key(link_partition(link_id), f"NOTICE#{_moment(spoken_at)}#{message_id}")


def held(link_id: str, spoken_at: float, message_id: str) -> Key:
    """A message that waits for its link."""
    return _key(link_partition(link_id), f"HELD#{_moment(spoken_at)}#{message_id}")


def unheard(link_id: str, ts: str, conversation_id: str) -> Key:
    """An attention; sorts by Slack's time."""
    return _key(link_partition(link_id), f"UNHEARD#{ts}#{conversation_id}")


def answer(link_id: str) -> Key:
    """The last answer that read messages."""
    return _key(link_partition(link_id), "ANSWER")


def alias(link_id: str, name: str) -> Key:
    """What a link means by a name."""
    return _key(link_partition(link_id), f"ALIAS#{name}")


def message(team_id: str, conversation_id: str, ts: str) -> Key:
    """A Slack message."""
    return _key(conversation_partition(team_id, conversation_id), f"MESSAGE#{ts}")


def watch(team_id: str, conversation_id: str, link_id: str) -> Key:
    """A link's interest in answers."""
    return _key(conversation_partition(team_id, conversation_id), f"WATCH#{link_id}")


def pause(team_id: str) -> Key:
    """Until when Slack wants nothing posted in a workspace."""
    return _key(team_partition(team_id), "PAUSE")


def directory(team_id: str) -> Key:
    """Which generation of the directory is current."""
    return _key(team_partition(team_id), "DIRECTORY")


def directory_part(team_id: str, generation: str, part: int) -> Key:
    """One slice of the compressed directory."""
    return _key(team_partition(team_id), f"DIRECTORY#{generation}#{part:04d}")


def listing(team_id: str) -> Key:
    """How far the listing of a workspace's names has come."""
    return _key(team_partition(team_id), "LISTING")


def listing_page(team_id: str, started_at: float, step: str, page: int) -> Key:
    """One page of names that a listing under way has collected."""
    return _key(team_partition(team_id), f"LISTING#{_moment(started_at)}#{step}#{page:04d}")


def turn(team_id: str) -> Key:
    """Until when somebody is at work on a workspace's names."""
    return _key(team_partition(team_id), "TURN")


def directory_change(team_id: str, entity_id: str, aspect: str) -> Key:
    """What Slack told last of one side of a person or a conversation."""
    return _key(team_partition(team_id), f"CHANGE#{entity_id}#{aspect}")


def _key(partition: str, sort: str) -> Key:
    return {"pk": partition, "sk": sort}


def _moment(seconds: float) -> str:
    return f"{seconds:017.6f}"
