"""What a function's role lets it do with the table, enforced on its client.

Neither moto nor MiniStack looks at dynamodb:LeadingKeys. What is refused here would be refused in
AWS: the function's statement in deploy/resources/roles.yml lacks a front of keys, or the function
reaches for what is not its own.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from functools import cache
from pathlib import Path
from typing import Any

import yaml

ROLES = Path(__file__).parents[3] / "deploy" / "resources" / "roles.yml"
ACCOUNTS = ROLES.parents[1] / "accounts" / "resources-yes.yml"
"""What is deployed beside it for several people."""
_LEADING = "dynamodb:LeadingKeys"
_OPERATIONS = {
    "get_item": "GetItem",
    "put_item": "PutItem",
    "update_item": "UpdateItem",
    "delete_item": "DeleteItem",
}
_KINDS = {"Put": "PutItem", "Update": "UpdateItem", "Delete": "DeleteItem"}

Access = tuple[str, str]
"""An action, such as PutItem, and a partition key."""


@dataclass(frozen=True)
class TableAccess:
    """The actions that a role allows, each with the patterns of partition keys."""

    allowed: Mapping[str, frozenset[str]]

    @classmethod
    def of(cls, statements: Iterable[Mapping[str, Any]]) -> "TableAccess":
        """Read a policy's statements; what is allowed without leading keys counts for none."""
        allowed: dict[str, frozenset[str]] = {}
        for statement in statements:
            actions = statement["Action"]
            condition = statement.get("Condition", {})
            patterns = condition.get("ForAllValues:StringLike", {}).get(_LEADING, [])
            for action in [actions] if isinstance(actions, str) else actions:
                service, _, name = action.partition(":")
                if service == "dynamodb":
                    allowed[name] = allowed.get(name, frozenset()) | frozenset(patterns)
        return cls(allowed)

    def allows(self, action: str, partition: str) -> bool:
        """Whether the action may be done on items of this partition."""
        return any(fnmatchcase(partition, pattern) for pattern in self.allowed.get(action, ()))


class NotAllowed(Exception):
    """The role of a function does not let it do this; the message says what to which keys."""


@dataclass
class Refusals:
    """What was refused to which function; a world that ends with one has failed."""

    found: set[str] = field(default_factory=set)

    def check(self) -> None:
        """Raise AssertionError, naming what was refused, if anything was."""
        if self.found:
            raise AssertionError(f"{ROLES.name} does not allow: {'; '.join(sorted(self.found))}")


class GuardedClient:
    """A function's DynamoDB client, as narrow as its role."""

    def __init__(self, real: Any, function: str, access: TableAccess, refusals: Refusals) -> None:
        """Let through to the real client what the role allows."""
        self._real = real
        self._function = function
        self._access = access
        self._refusals = refusals

    def __getattr__(self, operation: str) -> Any:
        """Return the operation, which is refused where the role does not allow it."""
        real = getattr(self._real, operation)

        def call(**request: Any) -> Any:
            for action, partition in accesses(operation, request):
                if not self._access.allows(action, partition):
                    refused = f"{self._function} {action} {partition.partition('#')[0]}#..."
                    self._refusals.found.add(refused)
                    raise NotAllowed(refused)
            return real(**request)

        return call


def accesses(operation: str, request: Mapping[str, Any]) -> Iterator[Access]:
    """Yield what an operation does, on which partitions; an unknown one does it to all."""
    if operation in _OPERATIONS:
        yield _OPERATIONS[operation], _partition(request.get("Key") or request["Item"])
    elif operation == "query":
        yield "Query", _text(request["ExpressionAttributeValues"][":partition"])
    elif operation == "batch_get_item":
        for asked in request["RequestItems"].values():
            for key in asked["Keys"]:
                yield "BatchGetItem", _partition(key)
    elif operation == "transact_write_items":
        for write in request["TransactItems"]:
            for kind, what in write.items():
                yield _KINDS.get(kind, kind), _partition(what.get("Key") or what["Item"])
    else:
        yield operation, "*"


@cache
def access_of(function: str) -> TableAccess:
    """Return what the role of a function allows, as deploy/resources/roles.yml has it."""
    return TableAccess.of(statements_of(function, _resources(ROLES)))


@cache
def access_for_several(function: str) -> TableAccess:
    """Return what it allows where several people are served."""
    here = [*statements_of(function, _resources(ROLES))]
    return TableAccess.of([*here, *statements_of(function, _resources(ACCOUNTS))])


def statements_of(function: str, resources: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    """Return what a function's role may do by these resources: its own policies, and others'."""
    role = f"{function.capitalize()}Role"
    policies = [*resources.get(role, {}).get("Properties", {}).get("Policies", [])]
    policies += [
        resource["Properties"]
        for resource in resources.values()
        if resource["Type"] == "AWS::IAM::Policy"
        and resource["Properties"]["Roles"] in ([role], [{"Ref": role}])
    ]
    return [statement for policy in policies for statement in policy["PolicyDocument"]["Statement"]]


def _resources(file: Path) -> Mapping[str, Any]:
    found: Mapping[str, Any] = yaml.load(file.read_text(encoding="utf-8"), _Loader)["Resources"]  # noqa: S506 - a SafeLoader
    return found


def _partition(key: Mapping[str, Any]) -> str:
    return _text(key["pk"])


def _text(value: Any) -> str:
    return str(value["S"])


class _Loader(yaml.SafeLoader):
    """Reads CloudFormation's short forms (!Sub, !GetAtt) as what stands behind them."""


def _behind(loader: yaml.SafeLoader, _tag: str, node: yaml.Node) -> Any:
    if isinstance(node, yaml.ScalarNode):
        return loader.construct_scalar(node)
    assert isinstance(node, yaml.SequenceNode)
    return loader.construct_sequence(node)


yaml.add_multi_constructor("!", _behind, _Loader)
