"""What the words in a custom slot stand for, by the model and by what the skill added."""

import json

import pytest
from ask_sdk_core.serialize import DefaultSerializer
from ask_sdk_model.request_envelope import RequestEnvelope
from ask_sdk_model.slu.entityresolution import StatusCode

from local.echo import Echo

STATIC = "amzn1.er-authority.echo-sdk.amzn1.ask.skill.7f9d4b4e.RECIPIENT"
DYNAMIC = "amzn1.er-authority.echo-sdk.dynamic.amzn1.ask.skill.7f9d4b4e.RECIPIENT"
KEVINS = [
    {"id": "U1", "name": {"value": "Kevin Sato", "synonyms": ["Kevin", "kev"]}},
    {"id": "U2", "name": {"value": "Kevin Park", "synonyms": ["kevin"]}},
]
HALF_AN_HOUR = 30 * 60


def update(values=None, behaviour="REPLACE", name="RECIPIENT"):
    directive = {"type": "Dialog.UpdateDynamicEntities", "updateBehavior": behaviour}
    if values is not None:
        directive["types"] = [{"name": name, "values": values}]
    return directive


class Now:
    """A clock that is set by hand."""

    def __init__(self):
        self.time = 1_000.0

    def __call__(self):
        return self.time


@pytest.fixture
def clock():
    return Now()


@pytest.fixture
def echo(model, skill, clock):
    return Echo(model, skill, clock, skill_id="amzn1.ask.skill.7f9d4b4e")


def resolved(skill, slot="recipient"):
    """Return authority, code and (name, id) of the values of the last request's slot."""
    found = skill.last["intent"]["slots"][slot]["resolutions"]["resolutionsPerAuthority"]
    return [
        (
            authority["authority"],
            authority["status"]["code"],
            [
                (value["value"]["name"], value["value"]["id"])
                for value in authority.get("values", [])
            ],
        )
        for authority in found
    ]


def added(echo, skill, answering, directive):
    skill.answers = [answering("Hi.", directives=[directive])]
    turn = echo.say("open slack")
    skill.answers = [answering("Hm.")]
    return turn


def test_a_value_of_the_model_is_resolved_in_any_case(echo, skill):
    echo.say("tell slack to send it to General!")
    ((authority, code, values),) = resolved(skill)
    assert (authority, code) == (STATIC, "ER_SUCCESS_MATCH")
    assert [name for name, _ in values] == ["general"]
    assert skill.last["intent"]["slots"]["recipient"]["value"] == "General!"


def test_a_synonym_is_resolved_to_its_value(echo, skill):
    echo.say("tell slack to send it to company wide")
    assert [name for name, _ in resolved(skill)[0][2]] == ["general"]


def test_words_that_are_no_value_are_taken_as_they_are(echo, skill):
    echo.say("tell slack to send it to nobody you know")
    assert skill.last["intent"]["slots"]["recipient"]["value"] == "nobody you know"
    assert resolved(skill) == [(STATIC, "ER_SUCCESS_NO_MATCH", [])]


def test_the_sdk_reads_a_resolution(echo, skill, answering):
    added(echo, skill, answering, update(KEVINS))
    echo.say("tell slack to send it to kev")
    envelope = DefaultSerializer().deserialize(json.dumps(skill.requests[-1]), RequestEnvelope)
    slot = envelope.request.intent.slots["recipient"]
    static, dynamic = slot.resolutions.resolutions_per_authority
    assert (static.authority, static.status.code) == (STATIC, StatusCode.ER_SUCCESS_NO_MATCH)
    assert (dynamic.authority, dynamic.status.code) == (DYNAMIC, StatusCode.ER_SUCCESS_MATCH)
    assert [value.value.id for value in dynamic.values] == ["U1"]
    assert slot.slot_value.resolutions == slot.resolutions


def test_a_name_that_several_have_stands_for_all_of_them(echo, skill, answering):
    added(echo, skill, answering, update(KEVINS))
    echo.say("tell slack to send it to Kevin")
    assert resolved(skill)[1] == (
        DYNAMIC,
        "ER_SUCCESS_MATCH",
        [("Kevin Sato", "U1"), ("Kevin Park", "U2")],
    )


def test_a_name_of_its_own_comes_before_a_synonym(echo, skill, answering):
    values = [
        {"id": "C1", "name": {"value": "ops", "synonyms": ["dev"]}},
        {"id": "C2", "name": {"value": "dev"}},
    ]
    added(echo, skill, answering, update(values))
    echo.say("tell slack to send it to dev")
    assert [result for _, result in resolved(skill)[1][2]] == ["C2", "C1"]


def test_only_slots_of_custom_types_are_resolved(echo, skill):
    echo.say("slack, number two")
    assert skill.last["intent"]["slots"]["number"]["value"] == "2"
    assert "resolutions" not in skill.last["intent"]["slots"]["number"]
    assert "resolutions" not in skill.last["intent"]["slots"]["recipient"]
    echo.say("tell slack to send hi")
    assert "resolutions" not in skill.last["intent"]["slots"]["message"]


def test_new_values_replace_the_old_ones(echo, skill, answering):
    added(echo, skill, answering, update(KEVINS))
    added(echo, skill, answering, update([{"name": {"value": "zoe"}}]))
    echo.say("tell slack to send it to kev")
    assert [code for _, code, _ in resolved(skill)] == ["ER_SUCCESS_NO_MATCH"] * 2


def test_cleared_values_are_gone(echo, skill, answering):
    added(echo, skill, answering, update(KEVINS))
    added(echo, skill, answering, update(behaviour="CLEAR"))
    echo.say("tell slack to send it to kev")
    assert resolved(skill) == [(STATIC, "ER_SUCCESS_NO_MATCH", [])]


def test_values_outlive_the_session_for_half_an_hour_after_their_last_use(
    echo, skill, answering, clock
):
    added(echo, skill, answering, update(KEVINS))
    clock.time += HALF_AN_HOUR - 1
    echo.say("tell slack to send it to kev")
    assert resolved(skill)[1][1] == "ER_SUCCESS_MATCH"
    clock.time += HALF_AN_HOUR - 1
    echo.say("tell slack to send it to zoltan")
    assert len(resolved(skill)) == 2
    clock.time += 2
    echo.say("tell slack to send it to kev")
    assert resolved(skill) == [(STATIC, "ER_SUCCESS_NO_MATCH", [])]


def test_values_of_an_answer_that_is_refused_are_not_taken(echo, skill, answering):
    skill.answers = [answering("a & b", directives=[update(KEVINS)]), answering("Hm.")]
    assert echo.say("open slack").rejected
    echo.say("tell slack to send it to kev")
    assert resolved(skill) == [(STATIC, "ER_SUCCESS_NO_MATCH", [])]


@pytest.mark.parametrize(
    ("directive", "words"),
    [
        (update(KEVINS, name="PLACE"), "no slot type PLACE"),
        (update(KEVINS, name="AMAZON.NUMBER"), "no slot type AMAZON.NUMBER"),
        (update([{"name": {"value": ""}}]), "not shaped"),
        (update([{"name": {"value": "a", "synonyms": [1]}}]), "not shaped"),
        (update([{"name": {"value": f"v{at}"}} for at in range(101)]), "101 dynamic values"),
    ],
)
def test_values_that_a_device_refuses_fail_the_turn(echo, skill, answering, directive, words):
    assert words in added(echo, skill, answering, directive).rejected


def test_a_hundred_values_are_taken(echo, skill, answering):
    values = [{"name": {"value": f"v{at}", "synonyms": [f"s{at}"]}} for at in range(50)]
    assert added(echo, skill, answering, update(values)).rejected is None
