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
TEAM#<team>                    LINK#<link> · PAUSE · SAID#<conversation> · BACKFILL ·
                               COMPARED#<conversation>
APP#<digest of a secret>       APP
ACTIVE#<team>                  ACTIVE#<minute>#<conversation>
CONVERSATION#<team>#<id>       MESSAGE#<ts> · WATCH#<link> · CLIENT#<client message id> ·
                               REACTION#<ts>#<emoji>#<user> · FOLLOWER#<thread ts>#<link> ·
                               UNFINISHED#<ts>

Those of names are in directory_keys.py, of accounts in account_keys.py, of households in
household_keys.py.

What grows with what was said or heard has partitions of its own, so that no answer waits for it.
The front of a partition's key says whose it is: which function may read, write and remove what
stands in deploy/resources/roles.yml by these fronts.
"""

Key = dict[str, str]

SENT, ACTION, HELD = "SENT#", "ACTION#", "HELD#"
"""How the keys of receipts begin (of messages, and of what is done beside them), and of held
messages. Messages are kept apart, for "my last message" is asked for often."""


DAY = 24 * 60 * 60
FORTNIGHT = 14 * DAY
"""How long most of it stays, in seconds; what DynamoDB removes it by is an item's `expires_at`."""


def key_of(partition: str, sort: str) -> Key:
    """Return a key of these two parts."""
    return {"pk": partition, "sk": sort}


def moment_of(seconds: float) -> str:
    """Return a moment (epoch seconds) as keys have it: they sort by it."""
    return f"{seconds:017.6f}"


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
    return key_of(f"PROFILE#{link_id}", "PROFILE")


def team_link(team_id: str, link_id: str) -> Key:
    """The entry by which a team's links are found."""
    return key_of(team_partition(team_id), f"LINK#{link_id}")


def sent(link_id: str, spoken_at: float, message_id: str) -> Key:
    """A receipt; sorts by when the message was spoken."""
    return key_of(link_partition(link_id), f"{SENT}{moment_of(spoken_at)}#{message_id}")


def receipts_since(spoken_at: float) -> list[tuple[str, str]]:
    """The first and last sort key of receipts from a moment on, for each of their two kinds."""
    return [(f"{kind}{moment_of(spoken_at)}", f"{kind}~") for kind in (SENT, ACTION)]


def settled(link_id: str) -> Key:
    """The moment before which all that a link said is settled."""
    return key_of(link_partition(link_id), "SETTLED")


def notice(link_id: str, spoken_at: float, message_id: str) -> Key:
    """Bad news about a message."""
    return key_of(link_partition(link_id), f"NOTICE#{moment_of(spoken_at)}#{message_id}")


def held(link_id: str, spoken_at: float, message_id: str) -> Key:
    """A message that waits for its link."""
    return key_of(link_partition(link_id), f"{HELD}{moment_of(spoken_at)}#{message_id}")


def unheard(link_id: str, ts: str, conversation_id: str) -> Key:
    """An attention; sorts by Slack's time."""
    return key_of(f"UNHEARD#{link_id}", f"UNHEARD#{ts}#{conversation_id}")


def late(link_id: str, conversation_id: str, ts: str) -> Key:
    """A message that came long after it was written; unheard wherever the position stands."""
    return key_of(f"LATE#{link_id}", f"LATE#{conversation_id}#{ts}")


def heard(link_id: str, conversation_id: str, ts: str) -> Key:
    """A message that was spoken to a link."""
    return key_of(read_partition(link_id, conversation_id), f"HEARD#{ts}")


def position(link_id: str, conversation_id: str) -> Key:
    """How far a link has read a conversation."""
    return key_of(read_partition(link_id, conversation_id), "POSITION")


def action(link_id: str, spoken_at: float, action_id: str) -> Key:
    """What became of an action that was asked for by voice."""
    return key_of(link_partition(link_id), f"{ACTION}{moment_of(spoken_at)}#{action_id}")


def scheduled(link_id: str, post_at: float, action_id: str) -> Key:
    """A message that Slack is to post later; sorts by when."""
    return key_of(link_partition(link_id), f"SCHEDULED#{moment_of(post_at)}#{action_id}")


def zone(link_id: str, device: str) -> Key:
    """Where in time a device of a link stands."""
    return key_of(speaker_partition(link_id), f"ZONE#{device}")


def owner(link_id: str) -> Key:
    """Which Alexa account and voice a link belongs to."""
    return key_of(speaker_partition(link_id), "OWNER")


def preferences(link_id: str) -> Key:
    """What a link wants to hear, and how."""
    return key_of(speaker_partition(link_id), "PREFERENCES")


def summaries(link_id: str, day: str) -> Key:
    """How many summaries a link asked for in a day."""
    return key_of(speaker_partition(link_id), f"SUMMARIES#{day}")


def message_offset(link_id: str, conversation_id: str, ts: str) -> Key:
    """How far a link has heard one long message."""
    return key_of(speaker_partition(link_id), f"OFFSET#{conversation_id}#{ts}")


def answer(link_id: str) -> Key:
    """The last answer that read messages."""
    return key_of(speaker_partition(link_id), "ANSWER")


def alias(link_id: str, name: str) -> Key:
    """What a link means by a name."""
    return key_of(speaker_partition(link_id), f"ALIAS#{name}")


def chosen_name(link_id: str, name: str) -> Key:
    """Who was chosen last among those that have a name."""
    return key_of(speaker_partition(link_id), f"CHOSEN#{name}")


def message(team_id: str, conversation_id: str, ts: str) -> Key:
    """A Slack message."""
    return key_of(conversation_partition(team_id, conversation_id), f"MESSAGE#{ts}")


def watch(team_id: str, conversation_id: str, link_id: str) -> Key:
    """A link's interest in answers."""
    return key_of(conversation_partition(team_id, conversation_id), f"WATCH#{link_id}")


def unfinished(team_id: str, conversation_id: str, ts: str) -> Key:
    """The mark of a message of which not everybody was told yet whom it concerns."""
    return key_of(conversation_partition(team_id, conversation_id), f"UNFINISHED#{ts}")


def client_message(team_id: str, conversation_id: str, client_msg_id: str) -> Key:
    """What a person's own client calls a message; Slack may tell one gesture under two ts."""
    return key_of(conversation_partition(team_id, conversation_id), f"CLIENT#{client_msg_id}")


def reaction(team_id: str, conversation_id: str, ts: str, emoji: str, user_id: str) -> Key:
    """One person's reaction to a message; sorts by the message."""
    partition = conversation_partition(team_id, conversation_id)
    return key_of(partition, f"REACTION#{ts}#{emoji}#{user_id}")


def follower(team_id: str, conversation_id: str, thread_ts: str, link_id: str) -> Key:
    """A link that takes part in a thread."""
    partition = conversation_partition(team_id, conversation_id)
    return key_of(partition, f"FOLLOWER#{thread_ts}#{link_id}")


def last_active(team_id: str, conversation_id: str) -> Key:
    """When something was last said in a conversation, to the minute."""
    return key_of(team_partition(team_id), f"SAID#{conversation_id}")


def active(team_id: str, minute: int, conversation_id: str) -> Key:
    """The entry by which a team's conversations are found by when something was last said."""
    return key_of(f"ACTIVE#{team_id}", f"ACTIVE#{minute:010d}#{conversation_id}")


def backfill(team_id: str) -> Key:
    """Where the comparing of a workspace with Slack stands."""
    return key_of(team_partition(team_id), "BACKFILL")


def compared(team_id: str, conversation_id: str) -> Key:
    """How far a conversation was compared with Slack."""
    return key_of(team_partition(team_id), f"COMPARED#{conversation_id}")


def app(secret: str) -> Key:
    """The Slack app that signs with the secret of this digest."""
    return key_of(f"APP#{secret}", "APP")


def pause(team_id: str) -> Key:
    """Until when Slack wants nothing posted in a workspace."""
    return key_of(team_partition(team_id), "PAUSE")
