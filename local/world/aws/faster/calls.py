"""Calls from a client straight to moto, which otherwise takes each apart as if it came over HTTP.

Nine tenths of a call went into that, and calls were most of what a world costs. A request is
checked against botocore's model (`shapes`), and moto's own methods do the work. What either refuses
is asked once more in the usual way, so that an error is the one that AWS's client raises. Half a
character, which moto stores, is refused here: AWS takes no text that UTF-8 has no bytes for.
"""

from collections.abc import Callable, Mapping
from threading import RLock
from typing import Any

from botocore.exceptions import ClientError
from botocore.model import OperationModel
from moto.core.models import DEFAULT_ACCOUNT_ID
from moto.core.responses import BaseResponse
from moto.dynamodb.responses import DynamoHandler
from moto.sqs.responses import SQSResponse
from moto.ssm.responses import SimpleSystemManagerResponse

from local.world.aws.faster.shapes import answer_copy, request_copy

HANDLERS: Mapping[str, type[BaseResponse]] = {
    "dynamodb": DynamoHandler,
    "sqs": SQSResponse,
    "ssm": SimpleSystemManagerResponse,
}
STRAIGHT = frozenset(
    [
        "batch_get_item",
        "create_table",
        "delete_item",
        "get_item",
        "put_item",
        "query",
        "transact_write_items",
        "update_item",
        "change_message_visibility",
        "create_queue",
        "delete_message",
        "get_queue_attributes",
        "receive_message",
        "send_message",
        "get_parameter",
        "put_parameter",
    ]
)
"""What Earshot asks for all the time; everything else goes the usual way."""
_METADATA = {"HTTPStatusCode": 200, "HTTPHeaders": {}, "RetryAttempts": 0}
_NO_TEXT: Any = {"Error": {"Code": "SerializationException", "Message": "Not UTF-8"}}
_ONE_AT_A_TIME = RLock()
"""moto looks at a condition, and writes later: between them another thread would write, too."""


class StraightClient:
    """A client of DynamoDB, SQS or SSM in moto's AWS, whose frequent calls take the short way."""

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
        copied = request_copy(model.input_shape)

        def call(**request: Any) -> Any:
            with _ONE_AT_A_TIME:
                try:
                    handling = _handling(handler, copied(request), meta)
                    result = getattr(handling, method)().result
                except UnicodeEncodeError:
                    raise ClientError(_NO_TEXT, model.name) from None
                except Exception:  # noqa: BLE001 - whatever it is, the usual way meets it again
                    return usual(**request)
                return _answer(result, model)

        return call


def _handling(kind: type[BaseResponse], request: dict[str, Any], meta: Any) -> Any:
    """Return moto's handler for a request, set up as moto does it with one that came by HTTP."""
    handler: Any = kind()
    handler.current_account, handler.region = DEFAULT_ACCOUNT_ID, meta.region_name
    handler.uri, handler.path, handler.uri_match = meta.endpoint_url, "/", {}
    handler.params = handler.body = request
    # Where moto takes a request apart at each question for one of its parameters, here it is whole.
    handler.automated_parameter_parsing = True
    return handler


def _answer(result: Any, model: OperationModel) -> dict[str, Any]:
    shape = model.output_shape
    answer = {} if result is None or shape is None else answer_copy(shape)(result)
    return {**answer, "ResponseMetadata": _METADATA}
