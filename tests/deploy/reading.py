"""A compiled template as a person reads it."""

import re
from collections.abc import Mapping
from typing import Any

Template = Mapping[str, Any]
FUNCTIONS = ("skill", "post", "receive", "refresh")


def properties(template: Template, name: str) -> dict[str, Any]:
    """Return a resource's properties."""
    found: dict[str, Any] = template["Resources"][name]["Properties"]
    return found


def of_type(template: Template, kind: str) -> dict[str, dict[str, Any]]:
    """Return the properties of all resources of a type, by their names."""
    return {
        name: resource.get("Properties", {})
        for name, resource in template["Resources"].items()
        if resource["Type"] == kind
    }


def function(template: Template, name: str) -> dict[str, Any]:
    """Return a function's properties."""
    return properties(template, f"{name.capitalize()}LambdaFunction")


def text(value: Any) -> str:
    """Return a value of the template as text: references by the names of what they refer to."""
    if not isinstance(value, Mapping):
        return str(value)
    ((how, what),) = value.items()
    if how == "Ref":
        return str(what)
    if how == "Fn::GetAtt":
        return ".".join(what)
    if how == "Fn::Sub":
        return re.sub(r"\$\{(?:AWS::)?(\w+)\}", r"\1", what)
    if how == "Fn::Join":
        separator, parts = what
        return str(separator).join(text(part) for part in parts)
    raise AssertionError(f"an unknown form: {how}")


def granted(template: Template, role: str) -> set[tuple[str, str]]:
    """Return the (action, resource) pairs that a role allows; it may do nothing but allow."""
    pairs = set()
    for policy in properties(template, role)["Policies"]:
        for statement in policy["PolicyDocument"]["Statement"]:
            assert statement["Effect"] == "Allow"
            assert {"NotAction", "NotResource"}.isdisjoint(statement)
            for action in listed(statement["Action"]):
                pairs |= {(action, text(resource)) for resource in listed(statement["Resource"])}
    return pairs


def listed(value: Any) -> list[Any]:
    """Return a list of one or more; AWS leaves the brackets out for one."""
    return value if isinstance(value, list) else [value]
