"""The steps that look: at what Alexa said, and at what is to be seen in Slack."""

from datetime import datetime

from local.conversations import slack_steps, steps
from local.conversations.steps import Step
from local.conversations.story import Differs, Story, Takes
from local.conversations.world import Post, Waiting

_NOTHING = "nothing"
ANYTHING = "..."
"""In what is expected: whatever stands there."""


def agrees(expected: str, actual: str) -> bool:
    """Whether the actual text is what was expected."""
    first, *others = (folded(part) for part in expected.split(ANYTHING))
    rest = folded(actual)
    if not others:
        return rest == first
    if not rest.startswith(first):
        return False
    rest = rest[len(first) :]
    *middle, last = others
    for part in middle:
        _, found, rest = rest.partition(part) if part else ("", True, rest)
        if not found:
            return False
    return rest.endswith(last)


def folded(text: str) -> str:
    """Return the text with runs of white space as one space."""
    return " ".join(text.split())


def _hear(story: Story, step: steps.Hear) -> None:
    if story.heard is None:
        raise Differs("nothing was said to Alexa yet")
    if not agrees(step.expected, story.heard.heard):
        raise Differs(story.heard.heard or "silence")


def _see_post(story: Story, step: steps.SeePost) -> None:
    post = next(iter(story.unchecked(step.place)), None)
    if post is None:
        raise Differs("nothing more there")
    _check(story, post, step.author, step.expected)


def _see_nothing(story: Story, step: steps.SeeNothing) -> None:
    unchecked = story.unchecked(step.place)
    if unchecked:
        raise Differs(_shown(unchecked[0]))


def _see_now(story: Story, step: slack_steps.SeeNow) -> None:
    standing = story.standing(step.place)
    if not standing:
        raise Differs(_NOTHING)
    _check(story, standing[-1], step.author, step.expected)


def _see_gone(story: Story, step: slack_steps.SeeGone) -> None:
    for post in story.standing(step.place):
        if agrees(step.expected, post.text):
            raise Differs(_shown(post))


def _see_reaction(story: Story, step: slack_steps.SeeReaction) -> None:
    story.world.settle()
    reactions = story.world.reactions(step.place)
    if not reactions:
        if step.author is not None:
            raise Differs(_NOTHING)
        return
    newest = reactions[-1]
    same = step.author is not None and _is_called(step.author, newest.author)
    if not same or step.emoji != newest.emoji:
        raise Differs(f"{newest.author}: :{newest.emoji}:")


def _see_read(story: Story, step: slack_steps.SeeRead) -> None:
    standing = story.standing(step.place)
    mark = story.world.read_mark(step.place) or ""
    read = [post.text for post in standing if post.ts <= mark]
    if step.expected is None and read:
        raise Differs(read[-1])
    if step.expected is not None and not (read and agrees(step.expected, read[-1])):
        raise Differs(read[-1] if read else _NOTHING)


def _see_scheduled(story: Story, step: slack_steps.SeeScheduled) -> None:
    story.world.settle()
    waiting = story.world.scheduled(step.place)
    if step.at is None:
        if waiting:
            raise Differs(_told(waiting[0], story))
        return
    unchecked = [message for message in waiting if message.id not in story.checked]
    if not unchecked:
        raise Differs(_NOTHING)
    following = unchecked[0]
    story.checked.add(following.id)
    same_time = _local(following, story).endswith(step.at)
    if not same_time or not agrees(step.expected, following.text):
        raise Differs(_told(following, story))


LOOKS: dict[type[Step], Takes] = {
    steps.Hear: _hear,
    steps.SeePost: _see_post,
    steps.SeeNothing: _see_nothing,
    slack_steps.SeeNow: _see_now,
    slack_steps.SeeGone: _see_gone,
    slack_steps.SeeReaction: _see_reaction,
    slack_steps.SeeRead: _see_read,
    slack_steps.SeeScheduled: _see_scheduled,
}


def _check(story: Story, post: Post, author: str, expected: str) -> None:
    story.checked.add(post.ts)
    if not _is_called(author, post.author) or not agrees(expected, post.text):
        raise Differs(_shown(post))


def _shown(post: Post) -> str:
    return f"{post.author}: {post.text}"


def _told(waiting: Waiting, story: Story) -> str:
    return f"{_local(waiting, story)}: {waiting.text}"


def _local(waiting: Waiting, story: Story) -> str:
    return datetime.fromtimestamp(waiting.at, story.zone).strftime("%Y-%m-%d %H:%M")


def _is_called(name: str, full_name: str) -> bool:
    wanted = name.casefold()
    first_name, _, _ = full_name.casefold().partition(" ")
    return wanted in {full_name.casefold(), first_name}
