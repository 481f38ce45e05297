"""The people and channels of a story, in a workspace where there may have been another before."""

from local.conversations.steps import Setting
from local.workspace import Workspace
from local.world.clock import SteppedClock
from local.world.populate import populate


def workspace() -> Workspace:
    return Workspace(SteppedClock(1_790_000_000.0))


def test_everybody_is_in_every_channel_and_has_a_direct_message_with_who_speaks():
    place = workspace()
    token = populate(place, Setting())
    everybody = {person.id for person in place.people}
    assert len(everybody) == 3
    for name in ("#general", "#random"):
        assert set(place.find_conversation(name).members) == everybody
    assert place.speaker is place.find_person("Giselle")
    assert place.installations.get(token).person is place.speaker
    directs = [conversation for conversation in place.conversations if conversation.kind == "im"]
    assert len(directs) == 2
    assert all(place.speaker.id in direct.members for direct in directs)


def test_the_same_story_again_adds_nothing():
    place = workspace()
    token = populate(place, Setting())
    before = (list(place.people), list(place.conversations))
    assert populate(place, Setting()) == token
    assert (list(place.people), list(place.conversations)) == before


def test_in_another_story_another_one_speaks_with_the_token_that_is_known():
    place = workspace()
    token = populate(place, Setting())
    renewed = place.install_app(place.speaker)
    other = Setting(people=("Bo Diaz", "Zoë"), speaker="Zoë", channels=("general", "ops"))
    assert populate(place, other) == token
    zoe, bo = place.find_person("Zoë"), place.find_person("Bo")
    assert place.speaker is zoe
    assert {place.installations.get(known_token).person for known_token in (token, renewed)} == {
        zoe
    }
    for name in ("#general", "#ops"):
        assert {zoe.id, bo.id} <= set(place.find_conversation(name).members)
    assert set(place.find_conversation("@Bo").members) == {zoe.id, bo.id}


def test_who_is_deactivated_is_there_and_in_no_channel():
    place = workspace()
    populate(place, Setting(people=("Giselle", "Bo Diaz"), deactivated=("Bo Diaz",)))
    bo = place.find_person("Bo")
    assert bo.deleted
    assert not place.speaker.deleted
    assert bo.id not in place.find_conversation("#general").members


def test_who_is_a_bot_is_one_in_this_story_only():
    place = workspace()
    populate(place, Setting(people=("Giselle", "Ops Bot"), bots=("Ops Bot",)))
    assert [person.is_bot for person in place.people] == [False, True]
    populate(place, Setting(people=("Giselle", "Ops Bot")))
    assert [person.is_bot for person in place.people] == [False, False]


def test_who_and_what_was_in_another_story_only_is_gone_until_it_is_told_again():
    place = workspace()
    populate(place, Setting())
    park, random = place.find_person("Kevin Park"), place.find_conversation("#random")
    direct = place.find_conversation("@Kevin Park")
    populate(place, Setting(people=("Giselle", "Kevin Sato"), channels=("general", "ops")))
    assert [person.real_name for person in place.people] == ["Giselle", "Kevin Sato"]
    assert place.find_person("Kevin").real_name == "Kevin Sato"
    labels = [place.roster.label(known, place.speaker) for known in place.conversations]
    assert labels == ["#general", "#ops", "@Kevin Sato"]
    assert park.id not in place.find_conversation("#general").members
    populate(place, Setting())
    assert [person.real_name for person in place.people] == ["Giselle", "Kevin Park", "Ana Lima"]
    assert place.find_person("Kevin") is park
    assert place.find_conversation("#random") is random
    assert place.find_conversation("@Kevin") is direct
    assert park.id in random.members


def test_a_channel_that_got_another_id_or_was_closed_is_there_once_and_open():
    place = workspace()
    populate(place, Setting())
    random = place.find_conversation("#random")
    place.archive(random)
    place.roster.move(random, "C0MOVED")
    populate(place, Setting())
    assert [known.id for known in place.conversations if known.name == "random"] == ["C0MOVED"]
    assert not random.archived


def test_who_speaks_is_in_the_time_zone_of_the_story():
    place = workspace()
    populate(place, Setting(timezone="America/New_York"))
    assert [person.tz for person in place.people] == ["America/New_York", "Etc/UTC", "Etc/UTC"]
    populate(place, Setting(people=("Kevin Park", "Giselle"), speaker="Kevin Park"))
    assert {person.tz for person in place.people} == {"Etc/UTC"}
