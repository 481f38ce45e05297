"""The table's keys: every partition and sort key is made here, or beside it, and nowhere else.

PROFILE#<link>                 PROFILE
LINK#<link>                    SENT#<spoken at>#<message> · NOTICE#... · HELD#... ·
                               ACTION#<spoken at>#<action> · SCHEDULED#<post at>#<action> ·
                               SETTLED
SPEAKER#<link>                 OWNER · ANSWER · ALIAS#<name> · ZONE#<device> ·
                               OFFSET#<conversation>#<ts> · PREFERENCES · SUMMARIES#<day>
UNHEARD#<link>                 UNHEARD#<ts>#<conversation>
LATE#<link>                    LATE#<conversation>#<ts>
READ#<link>#<conversation>     POSITION · HEARD#<ts>
TEAM#<team>                    LINK#<link> · DIRECTORY · DIRECTORY#<generation>#<part> · NAMES ·
                               NAMES#<content>#<piece> · PAUSE ·
                               LISTING · LISTING#<started at>#<step>#<page> · TURN ·
                               CHANGE#<entity>#<aspect> · SAID#<conversation> · BACKFILL ·
                               COMPARED#<conversation>
APP#<digest of a secret>       APP
ACTIVE#<team>                  ACTIVE#<minute>#<conversation>
CONVERSATION#<team>#<id>       MESSAGE#<ts> · WATCH#<link> · CLIENT#<client message id> ·
                               REACTION#<ts>#<emoji>#<user> · FOLLOWER#<thread ts>#<link> ·
                               UNFINISHED#<ts>

Those of accounts are in postbox/store/account_keys.py.

What grows with what was said or heard has partitions of its own, so that no answer waits for it.
The front of a partition's key says whose it is: which function may read, write and remove what
stands in deploy/resources/roles.yml by these fronts.
"""

Key = dict[str, str]

SENT, ACTION, HELD = "SENT#", "ACTION#", "HELD#"
"""How the keys of receipts begin (of messages, and of what is done beside them), and of held
messages. Messages are kept apart, for "my last message" is asked for often."""


def link_partition(link_id: str) -> str:
    """What one speaker sent, and what became of it."""
    return f"LINK#{link_id}"


def speaker_partition(link_id: str) -> str:
    """What the voice side alone knows of a speaker."""
    return f"SPEAKER#{link_id}"


def read_partition(link_id: str, conversation_id: str) -> str:
    """What a speaker has heard of one conversation."""
    return f"READ#{link_id}#{conversation_id}"


def team_partition(team_id: str) -> str:
    """What all links of a workspace share."""
    return f"TEAM#{team_id}"


def conversation_partition(team_id: str, conversation_id: str) -> str:
    """The messages of a conversation and who waits for answers in it."""
    return f"CONVERSATION#{team_id}#{conversation_id}"


def profile(link_id: str) -> Key:
    """A link itself."""
    return _key(f"PROFILE#{link_id}", "PROFILE")


def team_link(team_id: str, link_id: str) -> Key:
    """The entry by which a team's links are found."""
    return _key(team_partition(team_id), f"LINK#{link_id}")


def sent(link_id: str, spoken_at: float, message_id: str) -> Key:
    """A receipt; sorts by when the message was spoken."""
    return _key(link_partition(link_id), f"{SENT}{_moment(spoken_at)}#{message_id}")


def receipts_since(spoken_at: float) -> list[tuple[str, str]]:
    """The first and last sort key of receipts from a moment on, for each of their two kinds."""
    return [(f"{kind}{_moment(spoken_at)}", f"{kind}~") for kind in (SENT, ACTION)]


def settled(link_id: str) -> Key:
    """The moment before which all that a link said is settled."""
    return _key(link_partition(link_id), "SETTLED")


def notice(link_id: str, spoken_at: float, message_id: str) -> Key:
    """Bad news about a message."""
    return _key(link_partition(link_id), f"NOTICE#{_moment(spoken_at)}#{message_id}")


def held(link_id: str, spoken_at: float, message_id: str) -> Key:
    """A message that waits for its link."""
    return _key(link_partition(link_id), f"{HELD}{_moment(spoken_at)}#{message_id}")


def unheard(link_id: str, ts: str, conversation_id: str) -> Key:
    """An attention; sorts by Slack's time."""
    return _key(f"UNHEARD#{link_id}", f"UNHEARD#{ts}#{conversation_id}")


def late(link_id: str, conversation_id: str, ts: str) -> Key:
    """A message that came long after it was written; unheard wherever the position stands."""
    return _key(f"LATE#{link_id}", f"LATE#{conversation_id}#{ts}")


def heard(link_id: str, conversation_id: str, ts: str) -> Key:
    """A message that was spoken to a link."""
    return _key(read_partition(link_id, conversation_id), f"HEARD#{ts}")


def position(link_id: str, conversation_id: str) -> Key:
    """How far a link has read a conversation."""
    return _key(read_partition(link_id, conversation_id), "POSITION")


def action(link_id: str, spoken_at: float, action_id: str) -> Key:
    """What became of an action that was asked for by voice."""
    return _key(link_partition(link_id), f"{ACTION}{_moment(spoken_at)}#{action_id}")


def scheduled(link_id: str, post_at: float, action_id: str) -> Key:
    """A message that Slack is to post later; sorts by when."""
    return _key(link_partition(link_id), f"SCHEDULED#{_moment(post_at)}#{action_id}")


def zone(link_id: str, device: str) -> Key:
    """Where in time a device of a link stands."""
    return _key(speaker_partition(link_id), f"ZONE#{device}")


def owner(link_id: str) -> Key:
    """Which Alexa account and voice a link belongs to."""
    return _key(speaker_partition(link_id), "OWNER")


def preferences(link_id: str) -> Key:
    """What a link wants to hear, and how."""
    return _key(speaker_partition(link_id), "PREFERENCES")


def summaries(link_id: str, day: str) -> Key:
    """How many summaries a link asked for in a day."""
    return _key(speaker_partition(link_id), f"SUMMARIES#{day}")


def message_offset(link_id: str, conversation_id: str, ts: str) -> Key:
    """How far a link has heard one long message."""
    return _key(speaker_partition(link_id), f"OFFSET#{conversation_id}#{ts}")


def answer(link_id: str) -> Key:
    """The last answer that read messages."""
    return _key(speaker_partition(link_id), "ANSWER")


def alias(link_id: str, name: str) -> Key:
    """What a link means by a name."""
    return _key(speaker_partition(link_id), f"ALIAS#{name}")


def chosen_name(link_id: str, name: str) -> Key:
    """Who was chosen last among those that have a name."""
    return _key(speaker_partition(link_id), f"CHOSEN#{name}")


def message(team_id: str, conversation_id: str, ts: str) -> Key:
    """A Slack message."""
    return _key(conversation_partition(team_id, conversation_id), f"MESSAGE#{ts}")


def watch(team_id: str, conversation_id: str, link_id: str) -> Key:
    """A link's interest in answers."""
    return _key(conversation_partition(team_id, conversation_id), f"WATCH#{link_id}")


def unfinished(team_id: str, conversation_id: str, ts: str) -> Key:
    """The mark of a message of which not everybody was told yet whom it concerns."""
    return _key(conversation_partition(team_id, conversation_id), f"UNFINISHED#{ts}")


def client_message(team_id: str, conversation_id: str, client_msg_id: str) -> Key:
    """What a person's own client calls a message; Slack may tell one gesture under two ts."""
    return _key(conversation_partition(team_id, conversation_id), f"CLIENT#{client_msg_id}")


def reaction(team_id: str, conversation_id: str, ts: str, emoji: str, user_id: str) -> Key:
    """One person's reaction to a message; sorts by the message."""
    partition = conversation_partition(team_id, conversation_id)
    return _key(partition, f"REACTION#{ts}#{emoji}#{user_id}")


def follower(team_id: str, conversation_id: str, thread_ts: str, link_id: str) -> Key:
    """A link that takes part in a thread."""
    partition = conversation_partition(team_id, conversation_id)
    return _key(partition, f"FOLLOWER#{thread_ts}#{link_id}")


def last_active(team_id: str, conversation_id: str) -> Key:
    """When something was last said in a conversation, to the minute."""
    return _key(team_partition(team_id), f"SAID#{conversation_id}")


def active(team_id: str, minute: int, conversation_id: str) -> Key:
    """The entry by which a team's conversations are found by when something was last said."""
    return _key(f"ACTIVE#{team_id}", f"ACTIVE#{minute:010d}#{conversation_id}")


def backfill(team_id: str) -> Key:
    """Where the comparing of a workspace with Slack stands."""
    return _key(team_partition(team_id), "BACKFILL")


def compared(team_id: str, conversation_id: str) -> Key:
    """How far a conversation was compared with Slack."""
    return _key(team_partition(team_id), f"COMPARED#{conversation_id}")


def app(secret: str) -> Key:
    """The Slack app that signs with the secret of this digest."""
    return _key(f"APP#{secret}", "APP")


def pause(team_id: str) -> Key:
    """Until when Slack wants nothing posted in a workspace."""
    return _key(team_partition(team_id), "PAUSE")


def directory(team_id: str) -> Key:
    """Which generation of the directory is current."""
    return _key(team_partition(team_id), "DIRECTORY")


def directory_part(team_id: str, generation: str, part: int) -> Key:
    """One slice of the compressed directory."""
    return _key(team_partition(team_id), f"DIRECTORY#{generation}#{part:04d}")


def names_manifest(team_id: str) -> Key:
    """Which parts and which patch hold a workspace's names."""
    return _key(team_partition(team_id), "NAMES")


def names_part(team_id: str, name: str, piece: int) -> Key:
    """One piece of a part of the names; its name tells its content."""
    return _key(team_partition(team_id), f"NAMES#{name}#{piece:04d}")


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
