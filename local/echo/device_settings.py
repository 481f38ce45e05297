"""Alexa's device settings API for virtual Echos: where in time they stand.

Paths and answers are those of Amazon's "Device Settings API Reference".
"""

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from local.echo.requests import ACCESS_TOKEN

_PATH = "/v2/devices/{device}/settings/{setting}"


class DeviceSettings:
    """The settings that all virtual Echos share."""

    def __init__(self, time_zone: str = "") -> None:
        """Stand in this time zone, such as "Europe/Berlin"; "" where none was set."""
        self.time_zone = time_zone
        self.address = ""
        """Where the routes are served."""
        self.asked = 0
        """How often a skill asked."""

    @property
    def routes(self) -> list[Route]:
        """The API, to be served at the Echo's api_endpoint."""
        return [Route(_PATH, self._answer)]

    async def _answer(self, request: Request) -> Response:
        self.asked += 1
        if request.headers.get("authorization") != f"Bearer {ACCESS_TOKEN}":
            return _refused(401, "UNAUTHORIZED")
        if request.path_params["setting"] != "System.timeZone":
            return _refused(404, "NOT_FOUND")
        return JSONResponse(self.time_zone) if self.time_zone else Response(status_code=204)


def _refused(status: int, code: str) -> Response:
    return JSONResponse({"code": code, "message": "No such thing is told."}, status_code=status)
