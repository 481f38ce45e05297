"""Calls from a client straight to moto, which otherwise takes each apart as if it came over HTTP.

Nine tenths of a call went into that, and calls were most of what a world costs. A request is
checked against botocore's model as ever, and moto's own methods do the work. What either refuses
is asked once more in the usual way, so that an error is the one that AWS's client raises. Half a
character, which moto stores, is refused here: AWS takes no text that UTF-8 has no bytes for.
"""

from collections.abc import Callable, Mapping
from threading import RLock
from typing import Any

from botocore.exceptions import ClientError
from botocore.model import ListShape, MapShape, OperationModel, Shape, StructureShape
from botocore.validate import ParamValidator
from moto.core.models import DEFAULT_ACCOUNT_ID
from moto.core.responses import BaseResponse
from moto.dynamodb.responses import DynamoHandler
from moto.sqs.responses import SQSResponse

HANDLERS: Mapping[str, type[BaseResponse]] = {"dynamodb": DynamoHandler, "sqs": SQSResponse}
STRAIGHT = frozenset(
    [
        "batch_get_item",
        "delete_item",
        "get_item",
        "put_item",
        "query",
        "transact_write_items",
        "update_item",
        "change_message_visibility",
        "delete_message",
        "get_queue_attributes",
        "receive_message",
        "send_message",
    ]
)
"""What Earshot asks for all the time; everything else goes the usual way."""
_METADATA = {"HTTPStatusCode": 200, "HTTPHeaders": {}, "RetryAttempts": 0}
_NO_TEXT: Any = {"Error": {"Code": "SerializationException", "Message": "Not UTF-8"}}
_ONE_AT_A_TIME = RLock()
"""moto looks at a condition, and writes later: between them another thread would write, too."""
_validator = ParamValidator()


class StraightClient:
    """A client of DynamoDB or SQS in moto's AWS, whose frequent calls take the short way."""

    def __init__(self, real: Any) -> None:
        """Take the place of a client that boto3 made for moto."""
        self._real = real

    def __getattr__(self, name: str) -> Any:
        """Return what the real client has by this name, the short way to it where there is one."""
        real = getattr(self._real, name)
        short = self._short(name, real) if name in STRAIGHT else real
        setattr(self, name, short)
        return short

    def _short(self, method: str, usual: Callable[..., Any]) -> Callable[..., Any]:
        meta = self._real.meta
        model = meta.service_model.operation_model(meta.method_to_api_mapping[method])
        handler = HANDLERS[meta.service_model.service_name]

        def call(**request: Any) -> Any:
            if _validator.validate(request, model.input_shape).has_errors():
                return usual(**request)
            try:
                with _ONE_AT_A_TIME:
                    return _answered(_handling(handler, request, meta), method, model)
            except UnicodeEncodeError:
                raise ClientError(_NO_TEXT, model.name) from None
            except Exception:  # noqa: BLE001 - whatever it is, the usual way meets it again
                with _ONE_AT_A_TIME:
                    return usual(**request)

        return call


def _handling(kind: type[BaseResponse], request: Mapping[str, Any], meta: Any) -> Any:
    """Return moto's handler for a request, set up as moto does it with one that came by HTTP."""
    handler: Any = kind()
    handler.current_account, handler.region = DEFAULT_ACCOUNT_ID, meta.region_name
    handler.uri, handler.path, handler.uri_match = meta.endpoint_url, "/", {}
    handler.params = handler.body = _copied(request)
    return handler


def _answered(handler: Any, method: str, model: OperationModel) -> dict[str, Any]:
    result, shape = getattr(handler, method)().result, model.output_shape
    answer = {} if result is None or shape is None else _of_shape(result, shape)
    return {**answer, "ResponseMetadata": _METADATA}


def _copied(value: Any) -> Any:
    """Return a request's value, none of whose containers moto shares with the caller.

    Raises UnicodeEncodeError for text with half a character.
    """
    if isinstance(value, str) and not value.isascii():
        value.encode()
    if isinstance(value, Mapping):
        return {_copied(name): _copied(inner) for name, inner in value.items()}
    if isinstance(value, list | tuple):
        return [_copied(inner) for inner in value]
    return value


def _of_shape(value: Any, shape: Shape) -> Any:
    """Return a result's value as an answer has it: a copy, with the members of its shape only."""
    if isinstance(shape, StructureShape):
        members = shape.members
        return {
            name: _of_shape(inner, members[name])
            for name, inner in value.items()
            if inner is not None and name in members
        }
    if isinstance(shape, ListShape):
        return [_of_shape(inner, shape.member) for inner in value]
    if isinstance(shape, MapShape):
        return {name: _of_shape(inner, shape.value) for name, inner in value.items()}
    return value
