"""The virtual Echo: what is said to it goes to the skill as Alexa would send it."""

import copy
import time
from collections.abc import Callable
from dataclasses import replace
from random import Random
from typing import Any

from local.echo import voice_pin
from local.echo.answers import Answer
from local.echo.directives import Asked
from local.echo.exchange import Exchange, Failure, Line, Skill
from local.echo.requests import API_ENDPOINT, Device, RequestMaker, Session
from local.echo.turn import PROBLEM, Turn
from local.echo.utterances.entities import Entities
from local.echo.utterances.understanding import Meaning, Understanding
from local.echo.utterances.words import words
from local.interaction_model import Intent, InteractionModel

ACCOUNT = "amzn1.ask.account.LOCAL"
USER_INITIATED = "USER_INITIATED"
EXCEEDED_MAX_REPROMPTS = "EXCEEDED_MAX_REPROMPTS"
ERROR = "ERROR"


class Echo:
    """An Alexa device with one user and one skill.

    Two Echos with the same seed make the same request ids, and the skill takes a request id that
    it has seen for a repetition: an Echo that talks to a lasting skill needs a seed of its own.
    """

    def __init__(  # noqa: PLR0913 - what a test may want to set, all by name
        self,
        model: InteractionModel,
        invoke: Skill,
        clock: Callable[[], float],
        *,
        skill_id: str,
        user_id: str = ACCOUNT,
        device_id: str = "amzn1.ask.device.LOCAL",
        locale: str = "en-US",
        seed: int = 1,
        hears_lower_case: bool = False,
        has_screen: bool = False,
        timer: Callable[[], float] | None = None,
        api_endpoint: str = API_ENDPOINT,
    ) -> None:
        """Put an Echo into the room.

        Args:
            model: what people can say.
            invoke: takes a request envelope and returns the skill's answer.
            clock: epoch seconds, for the timestamps of requests.
            skill_id: the application id in the requests.
            user_id: the account's.
            device_id: the device's.
            locale: the language that the device is set to.
            seed: for the ids of requests and sessions.
            hears_lower_case: slots come without capitals and punctuation, as from a device.
            has_screen: the device shows APL documents.
            timer: seconds, for how long the skill takes; the machine's own when None.
            api_endpoint: where the skill asks about the device (local.echo.device_settings).
        """
        self._model = model
        self._clock = clock
        self._entities = Entities(model, clock, skill_id)
        self._understanding = Understanding(
            model, hears_lower_case=hears_lower_case, entities=self._entities
        )
        self._device = Device(skill_id, user_id, device_id, locale, has_screen, api_endpoint)
        self._requests = RequestMaker(Random(seed), locale, self._entities.resolutions)
        self._line = Line(invoke, timer or time.perf_counter, model, has_screen=has_screen)
        self._session: Session | None = None
        self._asked: Asked | None = None
        self._reprompt = ""
        self._last: tuple[str, Session, dict[str, Any]] | None = None
        self._confirms = ""

    @property
    def session_open(self) -> bool:
        """Whether the Echo listens without being called."""
        return self._session is not None

    def speak_as(
        self,
        user_id: str,
        person_id: str | None = None,
        *,
        access_token: str | None = None,
        person_token: str | None = None,
        voice_pin: str | None = None,
    ) -> None:
        """Let an account, and one of its recognized voices, speak from now on.

        Another account stands at an Echo of its own: what was open here is not open there. The
        tokens are those of what account and person linked.
        """
        if user_id != self._device.user_id:
            self._session, self._asked, self._reprompt, self._confirms = None, None, "", ""
        self._device = replace(
            self._device,
            user_id=user_id,
            person_id=person_id,
            access_token=access_token,
            person_token=person_token,
            voice_pin=voice_pin,
        )

    def say(self, utterance: str) -> Turn:
        """Say something; punctuation alone is silence."""
        if self._session is None:
            meaning = self._understanding.opening(utterance)
            if meaning is None:
                return Turn(utterance, note=f"not for {self._model.invocation_name.title()}")
            return self._open(utterance, meaning)
        if not words(utterance):
            return self.silence()
        if self._confirms:
            return self._confirm(utterance, self._session)
        meaning = self._understanding.following(utterance, self._asked)
        if meaning.leaves:
            return self._leave(self._session, USER_INITIATED, utterance)
        if not meaning.begins:
            return self._ask(utterance, self._session, self._request(meaning))
        _, complaint = self._part(self._session, USER_INITIATED)
        return _with(self._open(utterance, meaning), complaint)

    def _confirm(self, utterance: str, session: Session) -> Turn:
        """Let Alexa compare a PIN, and go on with what came of it."""
        token, self._confirms = self._confirms, ""
        result = voice_pin.outcome(self._device.voice_pin, utterance)
        resumed = self._requests.session_resumed(self._clock(), voice_pin.cause(token, result))
        return self._ask(utterance, session, resumed)

    def hesitate(self) -> Turn:
        """Say nothing until the Echo prompts again; it listens on, once more."""
        return Turn("", heard=self._reprompt if self._session else "")

    def silence(self) -> Turn:
        """Say nothing until the Echo gives up: it prompts again, once, and ends the session."""
        if self._session is None:
            return Turn("")
        reprompt = self._reprompt
        return replace(self._leave(self._session, EXCEEDED_MAX_REPROMPTS), heard=reprompt)

    def end_session(self, reason: str = USER_INITIATED) -> Turn:
        """End the session as Alexa does for one of her reasons; nothing happens without one."""
        return Turn("") if self._session is None else self._leave(self._session, reason)

    def repeat_last_request(self) -> Turn:
        """Send the last request once more under its id, as Alexa does when the answer was lost.

        Raises:
            LookupError: nothing was asked yet.
        """
        if self._last is None:
            raise LookupError("Nothing was asked of the skill yet.")
        utterance, session, envelope = self._last
        return self._turn(utterance, session, envelope)

    def _open(self, utterance: str, meaning: Meaning) -> Turn:
        self._asked = None
        return self._ask(utterance, self._requests.session(), self._request(meaning))

    def _request(self, meaning: Meaning) -> dict[str, Any]:
        now = self._clock()
        if meaning.intent is None:
            return self._requests.launch(now)
        intent = self._model.intents.get(meaning.intent, Intent(meaning.intent))
        return self._requests.intent(now, intent, meaning.slots, self._dialog_state(meaning))

    def _dialog_state(self, meaning: Meaning) -> str | None:
        if meaning.intent not in self._model.dialog:
            return None
        goes_on = self._asked is not None and self._asked.intent == meaning.intent
        return "IN_PROGRESS" if goes_on else "STARTED"

    def _ask(self, utterance: str, session: Session, request: dict[str, Any]) -> Turn:
        envelope = copy.deepcopy(self._device.envelope(session, request))
        self._last = (utterance, session, envelope)
        return self._turn(utterance, session, envelope)

    def _turn(self, utterance: str, session: Session, envelope: dict[str, Any]) -> Turn:
        outcome = self._line.ask(envelope)
        session.is_new = False
        self._session = session
        if isinstance(outcome.result, Failure):
            return self._fail(utterance, session, envelope, outcome, outcome.result)
        return self._go_on(utterance, session, envelope, outcome, outcome.result)

    def _go_on(
        self,
        utterance: str,
        session: Session,
        envelope: dict[str, Any],
        outcome: Exchange,
        answer: Answer,
    ) -> Turn:
        session.attributes = answer.attributes or {}
        self._entities.obey(answer.directives)
        self._asked = answer.asked
        self._reprompt = answer.reprompt
        self._session = session if answer.stays_open or answer.confirms else None
        self._confirms = answer.confirms
        if answer.confirms and self._device.voice_pin is None:
            # Alexa has nothing to ask for, and says so to the skill at once.
            return self._confirm(utterance, session)
        asks = f" {voice_pin.QUESTION}" if answer.confirms else ""
        return Turn(
            utterance,
            heard=f"{answer.heard}{asks}",
            reprompt=answer.reprompt,
            request=envelope,
            response=outcome.response,
            session_open=self.session_open,
            rejected=answer.ignored,
            directives=answer.directives,
            seconds=outcome.seconds,
        )

    def _fail(
        self,
        utterance: str,
        session: Session,
        envelope: dict[str, Any],
        outcome: Exchange,
        failure: Failure,
    ) -> Turn:
        farewell, complaint = self._part(session, ERROR, (failure.type, failure.message))
        turn = Turn(
            utterance,
            heard=PROBLEM,
            request=envelope,
            response=outcome.response,
            rejected=failure.message,
            seconds=outcome.seconds,
            farewell=farewell[0],
        )
        return _with(turn, complaint)

    def _leave(self, session: Session, reason: str, utterance: str = "") -> Turn:
        (envelope, outcome), complaint = self._part(session, reason)
        return Turn(
            utterance,
            request=envelope,
            response=outcome.response,
            rejected=complaint,
            seconds=outcome.seconds,
        )

    def _part(
        self, session: Session, reason: str, error: tuple[str, str] | None = None
    ) -> tuple[tuple[dict[str, Any], Exchange], str | None]:
        self._session, self._asked, self._reprompt, self._confirms = None, None, "", ""
        request = self._requests.session_ended(self._clock(), reason, error)
        envelope = copy.deepcopy(self._device.envelope(session, request))
        outcome, complaint = self._line.part(envelope)
        return (envelope, outcome), complaint


def _with(turn: Turn, complaint: str | None) -> Turn:
    if complaint is None:
        return turn
    return replace(turn, rejected=" ".join(filter(None, (turn.rejected, complaint))))
