"""Each function's role allows what its adapters call, and not one thing more."""

import pytest

from tests.deploy.reading import (
    FUNCTIONS,
    Template,
    function,
    granted,
    of_type,
    properties,
    text,
)

TABLE = {
    ("dynamodb:BatchGetItem", "Table.Arn"),
    ("dynamodb:DeleteItem", "Table.Arn"),
    ("dynamodb:GetItem", "Table.Arn"),
    ("dynamodb:PutItem", "Table.Arn"),
    ("dynamodb:Query", "Table.Arn"),
    ("dynamodb:UpdateItem", "Table.Arn"),
}
TOKEN = "arn:Partition:ssm:Region:AccountId:parameter/earshot/prod/slack/token"
SIGNING_SECRET = "arn:Partition:ssm:Region:AccountId:parameter/earshot/prod/slack/signing-secret"
KEYS = "arn:Partition:kms:Region:AccountId:key/*"

EXPECTED = {
    "skill": TABLE | {("sqs:SendMessage", "Outbox.Arn")},
    "post": TABLE
    | {
        ("sqs:ChangeMessageVisibility", "Outbox.Arn"),
        ("sqs:DeleteMessage", "Outbox.Arn"),
        ("sqs:GetQueueAttributes", "Outbox.Arn"),
        ("sqs:ReceiveMessage", "Outbox.Arn"),
        ("sqs:SendMessage", "Outbox.Arn"),
        ("sqs:SendMessage", "DeadLetters.Arn"),
        ("ssm:GetParameter", TOKEN),
        ("kms:Decrypt", KEYS),
    },
    "receive": TABLE | {("ssm:GetParameter", SIGNING_SECRET), ("kms:Decrypt", KEYS)},
    "refresh": TABLE
    | {
        ("sqs:SendMessage", "Outbox.Arn"),
        ("ssm:GetParameter", TOKEN),
        ("kms:Decrypt", KEYS),
    },
}


MODEL = "arn:Partition:bedrock:Region::foundation-model/SummaryModel"
PROFILE = "arn:Partition:bedrock:Region:AccountId:inference-profile/SummaryModel"


def role(name: str) -> str:
    return f"{name.capitalize()}Role"


def own_log(name: str) -> set[tuple[str, str]]:
    group = f"arn:Partition:logs:Region:AccountId:log-group:/aws/lambda/earshot-prod-{name}:*"
    return {("logs:CreateLogStream", group), ("logs:PutLogEvents", group)}


@pytest.mark.parametrize("name", FUNCTIONS)
def test_a_role_allows_exactly_what_its_function_calls(template: Template, name: str):
    assert granted(template, role(name)) == EXPECTED[name] | own_log(name)


@pytest.mark.parametrize("name", FUNCTIONS)
def test_a_function_has_a_role_of_its_own(template: Template, name: str):
    assert text(function(template, name)["Role"]) == f"{role(name)}.Arn"


def test_there_are_no_other_roles_and_no_policies_from_elsewhere(template: Template):
    assert set(of_type(template, "AWS::IAM::Role")) == {role(name) for name in FUNCTIONS}
    for name in FUNCTIONS:
        assert "ManagedPolicyArns" not in properties(template, role(name))
    assert of_type(template, "AWS::IAM::Policy") == {}


@pytest.mark.parametrize("name", FUNCTIONS)
def test_only_lambda_takes_a_role(template: Template, name: str):
    (statement,) = properties(template, role(name))["AssumeRolePolicyDocument"]["Statement"]
    assert statement["Principal"] == {"Service": "lambda.amazonaws.com"}
    assert statement["Action"] == "sts:AssumeRole"


@pytest.mark.parametrize(
    ("name", "parameter"), [("post", TOKEN), ("receive", SIGNING_SECRET), ("refresh", TOKEN)]
)
def test_a_key_decrypts_only_the_parameter_that_its_function_reads(
    template: Template, name: str, parameter: str
):
    (policy,) = properties(template, role(name))["Policies"]
    (decrypt,) = [
        statement
        for statement in policy["PolicyDocument"]["Statement"]
        if statement["Action"] == "kms:Decrypt"
    ]
    conditions = {name: text(value) for name, value in decrypt["Condition"]["StringEquals"].items()}
    assert conditions == {
        "kms:ViaService": "ssm.Region.amazonaws.com",
        "kms:EncryptionContext:PARAMETER_ARN": parameter,
    }


def test_a_model_may_be_asked_only_where_one_is_set_and_only_that_one(template: Template):
    policy = template["Resources"]["SummaryPolicy"]
    assert policy["Condition"] == "SummariesAreMade"
    assert template["Conditions"]["SummariesAreMade"] == {
        "Fn::Not": [{"Fn::Equals": [{"Ref": "SummaryModel"}, ""]}]
    }
    assert template["Parameters"]["SummaryModel"]["Default"] == ""
    assert policy["Properties"]["RoleName"] == {"Ref": "SkillRole"}
    own, through = policy["Properties"]["PolicyDocument"]["Statement"]
    assert {own["Effect"], through["Effect"]} == {"Allow"}
    assert {own["Action"], through["Action"]} == {"bedrock:InvokeModel"}
    assert [text(resource) for resource in own["Resource"]] == [MODEL, PROFILE]
    assert "Condition" not in own
    # A profile's own calls to its model come with the profile's name, and no other call does.
    assert text(through["Resource"]) == "arn:Partition:bedrock:*::foundation-model/*"
    ((how, what),) = through["Condition"].items()
    assert how == "StringEquals"
    assert {key: text(value) for key, value in what.items()} == {
        "bedrock:InferenceProfileArn": PROFILE
    }


def test_no_other_policy_is_added_to_a_role(template: Template):
    assert set(of_type(template, "AWS::IAM::RolePolicy")) == {"SummaryPolicy"}
