"""Conditions of the outbox that keep the promise, and how any one of them is taken out.

A row names the function that has the condition, and the condition as it is written there. It is
taken out mechanically: the function is compiled once more with it decided once and for all.
"""

import ast
import inspect
import textwrap
from typing import Any, NamedTuple

import pytest


class Condition(NamedTuple):
    """One condition of a function."""

    owner: Any
    """The module or class that the function is in."""
    function: str
    written: str
    """As ast.unparse writes it; it must stand there once."""


def take_out(patch: pytest.MonkeyPatch, condition: Condition, *, becomes: bool = False) -> None:
    """Let a condition never hold, or always.

    Raises AssertionError where the function has not got it (any more), or more than once.
    """
    function = getattr(condition.owner, condition.function)
    tree = ast.parse(textwrap.dedent(inspect.getsource(function)))
    decided = _Decided(condition.written, becomes=becomes)
    tree = ast.fix_missing_locations(decided.visit(tree))
    assert decided.times == 1, condition
    made: dict[str, Any] = {}
    exec(compile(tree, inspect.getfile(function), "exec"), function.__globals__, made)
    patch.setattr(condition.owner, condition.function, made[condition.function])


class _Decided(ast.NodeTransformer):
    def __init__(self, written: str, *, becomes: bool) -> None:
        self.times = 0
        self._written, self._becomes = written, becomes

    def generic_visit(self, node: ast.AST) -> ast.AST:
        if isinstance(node, ast.expr) and ast.unparse(node) == self._written:
            self.times += 1
            return ast.Constant(self._becomes)
        return super().generic_visit(node)
