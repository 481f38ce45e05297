"""Reactions and followers, kept by message and by thread."""

from postbox.inbox.message import Reaction
from postbox.inbox.stores.followers import Followers
from postbox.inbox.stores.reactions import Reactions


def test_reactions_are_kept_once_and_found_by_message(table):
    reactions = Reactions(table)
    tada = Reaction("1790000001.000100", "tada", "U2")
    wave = Reaction("1790000002.000100", "wave::skin-tone-3", "U3")
    for reaction in (wave, tada, tada):
        reactions.add("T1", "C1", reaction)
    assert reactions.of("T1", "C1", tada.ts) == [tada]
    assert list(reactions.between("T1", "C1", tada.ts, wave.ts)) == [tada, wave]
    reactions.remove("T1", "C1", tada)
    assert reactions.of("T1", "C1", tada.ts) == []


def test_who_takes_part_in_a_thread_follows_that_thread(table):
    followers = Followers(table)
    followers.follow("T1", "C1", "1.5", ["personal"], 1_790_000_000.0)
    assert followers.of("T1", "C1", "1.5") == {"personal"}
    assert followers.of("T1", "C1", "2.5") == frozenset()
