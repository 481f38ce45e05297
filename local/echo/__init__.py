"""The virtual Echo: an Alexa device of one's own, for trying the skill out and for tests."""

from local.echo.device_settings import DeviceSettings
from local.echo.echo import Echo
from local.echo.turn import PROBLEM, Turn

__all__ = ["PROBLEM", "DeviceSettings", "Echo", "Turn"]
