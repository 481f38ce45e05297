"""The Echos of the room: each device has a conversation of its own, whoever speaks to it."""

import time
from collections.abc import Callable, Mapping
from typing import Any

from local.echo import Echo
from local.interaction_model import InteractionModel
from local.stack.household import HOUSEHOLDS, Standing

SKILL_ID = "amzn1.ask.skill.00000000-0000-4000-8000-000000000000"
"""What serverless.yml gives the local stage."""

Tokens = Callable[[str, str | None], str | None]
"""From an Amazon account and a recognized person to Alexa's access token; None without one."""
Invoke = Callable[[Mapping[str, Any]], dict[str, Any]]


class Echos:
    """Makes an Echo for each device that somebody stands before."""

    def __init__(
        self, invoke: Invoke, seed: Callable[[], int], address: str, tokens: Tokens
    ) -> None:
        """Let each have a seed of its own, so that its request ids are new to the skill."""
        self._invoke = invoke
        self._seed = seed
        self._address = address
        self._tokens = tokens
        self._echos: dict[str, Echo] = {}
        self._model: InteractionModel | None = None
        self._locale = ""
        self.standing = Standing()

    def begin(self, model: InteractionModel, locale: str) -> None:
        """Start afresh in this language: nothing was said yet to any of them."""
        self._model, self._locale = model, locale
        self._echos.clear()
        self.standing = Standing()

    @property
    def listens(self) -> bool:
        """Whether the Echo that somebody stands before listens without being called."""
        echo = self._echos.get(self.standing.device.id)
        return echo is not None and echo.session_open

    def standing_echo(self) -> Echo:
        """Return the Echo that somebody stands before, with what Alexa knows of them."""
        here = self.standing
        echo = self._echos.setdefault(here.device.id, self._new(here))
        echo.speak_as(
            here.account.user_id,
            here.person_id,
            access_token=self._tokens(here.account.user_id, None),
            person_token=self._tokens(here.account.user_id, here.person_id)
            if here.person_id
            else None,
        )
        return echo

    def _new(self, here: Standing) -> Echo:
        assert self._model is not None
        return Echo(
            self._model,
            self._invoke,
            time.time,
            skill_id=SKILL_ID,
            user_id=here.account.user_id,
            device_id=here.device.id,
            has_screen=here.device.has_screen,
            locale=self._locale,
            seed=self._seed(),
            api_endpoint=self._address,
        )


def speakers(standing: Standing, who_linked: Callable[[str, str | None], str]) -> dict[str, Any]:
    """Return who may be chosen, and who is; `who_linked` tells whose Slack is linked, or ""."""
    user_id = standing.account.user_id
    return {
        "accounts": [
            {
                "id": account.user_id,
                "name": account.name,
                "devices": [{"id": device.id, "name": device.name} for device in account.devices],
                "voices": list(account.voices),
            }
            for account in HOUSEHOLDS
        ],
        "account": user_id,
        "device": standing.device.id,
        "voice": standing.voice,
        "linked": {
            "account": who_linked(user_id, None),
            "voice": who_linked(user_id, standing.person_id) if standing.voice else "",
        },
    }
