"""The steps that do something: speaking to Alexa, and what happens in Slack and around it."""

from collections.abc import Callable

from local.conversations import slack_steps, steps
from local.conversations.shapes import shape
from local.conversations.steps import Step
from local.conversations.story import Differs, Story, Takes
from local.conversations.world import World


def _say(story: Story, step: steps.Say) -> None:
    story.heard = story.world.say(step.utterance)
    if story.heard.rejected:
        raise Differs(f"a device would reject the answer: {story.heard.rejected}")


def _speak_as(story: Story, step: steps.SpeakAs) -> None:
    story.world.speak_as(step.voice)


def _write(story: Story, step: steps.Write) -> None:
    place, thread_ts = _where(story, step.place)
    for number in range(1, step.times + 1):
        text = step.text.replace("{n}", str(number)) if step.times > 1 else step.text
        story.keep(step.person, place, story.world.write(step.person, place, text, thread_ts))
    story.world.settle()


def _share(story: Story, step: slack_steps.Share) -> None:
    place, thread_ts = _where(story, step.place)
    ts = story.world.share(step.person, place, step.file, step.text, thread_ts)
    story.keep(step.person, place, ts)
    story.world.settle()


def _make(story: Story, step: slack_steps.Make) -> None:
    place, thread_ts = _where(story, step.place)
    if thread_ts is not None:
        raise Differs("Slack makes no such thing within a thread")
    story.keep(step.person, place, story.world.make(step.person, place, shape(step.shape)))
    story.world.settle()


def _write_as_bot(story: Story, step: slack_steps.WriteAsBot) -> None:
    ts = story.world.write_as_bot(step.name, step.place, step.text, step.attachment)
    story.checked.add(ts)
    story.world.settle()


def _react(story: Story, step: slack_steps.React) -> None:
    newest = story.world.newest(not_by=step.person)
    if newest is None:
        raise Differs("there is no message to react to")
    story.world.react(step.person, newest.place, newest.ts, step.emoji)
    story.world.settle()


def _edit(story: Story, step: steps.Edit) -> None:
    last = story.last_of(step.person)
    story.world.edit(last.place, last.ts, step.text)
    story.world.settle()


def _delete(story: Story, step: steps.Delete) -> None:
    last = story.last_of(step.person)
    story.written.remove(last)
    story.world.delete(last.place, last.ts)
    story.world.settle()


def _fail(story: Story, step: steps.Fail) -> None:
    story.world.fail(step.fault)


def _archive(story: Story, step: steps.Archive) -> None:
    story.world.archive(step.place)
    story.world.settle()


def _later(story: Story, step: steps.Later) -> None:
    story.world.advance(step.seconds)


def _then_settle(action: Callable[[World], None]) -> Takes:
    def take(story: Story, step: Step) -> None:
        del step
        action(story.world)
        story.world.settle()

    return take


ACTS: dict[type[Step], Takes] = {
    steps.Say: _say,
    steps.Write: _write,
    slack_steps.Share: _share,
    slack_steps.Make: _make,
    slack_steps.WriteAsBot: _write_as_bot,
    slack_steps.React: _react,
    steps.Edit: _edit,
    steps.Delete: _delete,
    steps.Fail: _fail,
    steps.Archive: _archive,
    steps.Revoke: _then_settle(lambda world: world.revoke()),
    steps.Relink: _then_settle(lambda world: world.relink()),
    slack_steps.LoseEvents: _then_settle(lambda world: world.lose_events()),
    slack_steps.LetEventsArrive: _then_settle(lambda world: world.let_events_arrive()),
    slack_steps.RepeatEvents: _then_settle(lambda world: world.repeat_events()),
    steps.SpeakAs: _speak_as,
    steps.Later: _later,
}


def _where(story: Story, place: str | None) -> tuple[str, str | None]:
    """Return the place and the thread: that of the newest message where no place is named."""
    if place is not None:
        return place, None
    newest = story.world.newest()
    if newest is None:
        raise Differs("there is no message to answer")
    return newest.place, newest.thread_ts
