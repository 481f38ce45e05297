"""Condition expressions, each read once: moto reads them anew at each call, two or three times."""

from collections import deque
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from moto.dynamodb.comparisons import ConditionExpressionParser

Parser = ConditionExpressionParser

_lex = Parser._lex_condition_expression  # noqa: SLF001 - what is patched is not offered
_parse = Parser.parse
_NO_CONDITION = Parser(None, {}, {}).parse()


@lru_cache(maxsize=512)
def _words(expression: str) -> tuple[Any, ...]:
    return tuple(_lex(Parser(expression, {}, {})))


def _lexed(parser: Parser) -> deque[Any]:
    """Return an expression's words; what comes of them is made of new nodes."""
    return deque(_words(parser.condition_expression or ""))


def _parsed(parser: Parser) -> Any:
    return _parse(parser) if parser.condition_expression else _NO_CONDITION


PATCHES: Mapping[str, Any] = {
    "moto.dynamodb.comparisons.ConditionExpressionParser.parse": _parsed,
    "moto.dynamodb.comparisons.ConditionExpressionParser._lex_condition_expression": _lexed,
}
