"""What Alexa says to each line of the README's table, said in the demo's workspace.

As in the table there are "..." for words of one's own ("lunch is here"). A line that is about what
was read or sent just now comes after that; where Alexa asks which Kevin, it is told.
"""

from typing import NamedTuple

HEAR = ("ask slack for replies",)
THROUGH = ("ask slack what's new", "yes")
SEND = ("tell slack to send the tea is ready to random",)
SEND_TO_KEVIN = ("ask slack to tell Kevin Park the tea is ready",)
SCHEDULE = ("ask slack to schedule the tea is ready to general at five", "send it then")
TEACH = ("ask slack when I say the boss I mean Ana",)
WHICH = "Kevin Park or Kevin Sato?"


class Line(NamedTuple):
    """What is said before, what Alexa has to say, and where she asks on: words and her answer."""

    said: str
    """A regular expression that her whole answer matches."""
    before: tuple[str, ...] = ()
    then: tuple[tuple[str, str], ...] = ()


def which(answer: str, kevin: str = "Park") -> Line:
    """A line about Kevin, of whom there are two."""
    return Line(WHICH.replace("?", r"\?"), then=((kevin, answer),))


NEW = r"New: two in dev ops with a mention of you, one from Ana, .* Shall I read them\?"
TO_ANA, TO_GENERAL = r"Sent to Ana Lima\.", r"Sent to general\."
TO_PARK = r"Sent to Kevin Park\. Anything else\?"
REPLIES = r"Kevin Sato says in dev ops: Giselle, can you .* Ana says: The slides are ready\. .*"
LINES = {
    "tell Slack to send ...": Line(TO_GENERAL),
    "ask Slack to post ...": Line(TO_GENERAL),
    "send ... to random": Line(r"Sent to random\."),
    "... post ... in the dev ops channel": Line(r"Sent to dev ops\."),
    "... send ... to Kevin and Ana": which(r"Sent to Ana Lima and Kevin Park\..*"),
    "ask Slack to tell Kevin ...": which(TO_PARK),
    "ask Slack to message Ana saying ...": Line(TO_ANA),
    "tell Slack I'm on a train until noon": Line(TO_GENERAL),
    "tell Slack the lift is broken": Line(TO_GENERAL),
    "ask Slack to ask Kevin if he is coming": which(TO_PARK),
    "... thank Ana for ...": Line(TO_ANA),
    "... give Kevin a heads up that ...": which(TO_PARK),
    "ask Slack to wish Ana ...": Line(TO_ANA),
    "... congratulate Kevin on ...": which(TO_PARK),
    "... apologize to Ana for ...": Line(TO_ANA),
    "... invite Kevin to ...": which(TO_PARK),
    "... have Kevin call me": which(TO_PARK),
    "note to self ...": Line(r"Sent to Giselle\."),
    "start a group message with Ana and Kevin saying ...": which(
        r"To Ana Lima and Kevin Park: lunch is here\. Send it, .*"
    ),
    "send ... and mention Ana": Line(TO_GENERAL),
    "send a message": Line(r"Who is it for\?"),
    "send a message to Kevin": which(r"What should I say to Kevin Park\?|What should I say\?"),
    "when I say the boss, I mean Ana": Line(r"OK\. boss is Ana Lima\."),
    "what names do you know": Line(r"I have learned: boss is Ana Lima\.", TEACH),
    "forget the boss": Line(r"OK\. boss no longer means Ana Lima\.", TEACH),
    "ask Slack for replies": Line(REPLIES),
    "any mentions?": Line(r"Kevin Sato says in dev ops: Giselle, can you .*"),
    "ask Slack what's new": Line(NEW),
    "who wrote me?": Line(REPLIES),
    "how many messages do I have?": Line(NEW),
    "is there anything for me?": Line(REPLIES),
    "has Kevin come back to me on the demo?": Line(
        r"Nothing new from Kevin Sato about the demo\. .*"
    ),
    "which channels have something new?": Line(NEW),
    "what did Kevin say?": Line(r"Kevin Sato says in dev ops: .* There is cake .*"),
    "whatever Kevin sent": Line(r"Kevin Sato says in dev ops: .* There is cake .*"),
    "read the dev ops channel": Line(r"Watchtower says: Disk almost full .* before noon\?.*"),
    "anything from Kevin in design since lunch?": Line(
        r"Nothing new from Kevin Sato in design since noon\. .*"
    ),
    "what was posted this morning?": Line(rf"Nothing new from this morning\. {NEW}"),
    "did anyone write about the build?": Line(rf"Nothing new about the build\. {NEW}"),
    "read the last message from Kevin": Line(r"Kevin Sato says in dev ops: .* Further back\?"),
    "read the last five in design": Line(r"Omar says: Which blue .*"),
    "what did Kevin say before that?": Line(r"Kevin Sato says .*"),
    "next": Line(r"Ana says: The slides are ready.*", THROUGH),
    "skip": Line(r"Ana says: .* Next: one from Omar in design\.", ("ask slack what's new",)),
    "previous": Line(r"Watchtower says in dev ops: .*", (*THROUGH, "next")),
    "keep it unread": Line(r".*unread.*", HEAR),
    "mark all as read": Line(r"OK\. Everything up to now is read, and I tell Slack\."),
    "mark general as read": Line(r"OK\. general is read up to now, and I tell Slack\."),
    "who was that?": Line(r"That was Kevin Sato in dev ops\. That was Ana Lima\.", HEAR),
    "when was that?": Line(r".*ago.*|.*at .*|Just now.*", HEAR),
    "reply ...": Line(r"Sent to dev ops.*", ("ask slack any mentions",)),
    "thumbs up": Line(r"Added thumbs up to the last message, from Ana\.", HEAR),
    "heart": Line(r"Added .*heart to the last message, from Ana\.", HEAR),
    "react with party popper": Line(r"Added party popper to the last message, from Ana\.", HEAR),
    "forward that to Ana": Line(
        r"To Ana Lima: From Kevin Sato: .* Send it, change it, .*", ("ask slack any mentions",)
    ),
    "unsend that": Line(r"Unsent from random\..*", SEND),
    "undo": Line(r"Unsent from random\..*", SEND),
    "take back what I sent to Kevin": Line(r"Unsent .*Kevin Park.*", SEND_TO_KEVIN),
    "change that to ...": Line(r"Changed .*", SEND),
    "did anyone react?": Line(r"No.*", SEND),
    "schedule ... to general at five": Line(r"At 5 PM to general: lunch is here\. Send it then.*"),
    "at five send ...": Line(r"At 5 PM to general: lunch is here\. Send it then.*"),
    "remind general in an hour to ...": Line(r"At .* to general: Lunch is here\. Send it then.*"),
    "what have I scheduled?": Line(r".*5 PM.*the tea is ready.*", SCHEDULE),
    "cancel the message to general at five": Line(r".*ancel.*", SCHEDULE),
    "reschedule it to six": Line(r".*6 PM.*", SCHEDULE),
    "send ... and wait for an answer": Line(r"Sent to general\. No answer yet\."),
    "ask Slack to catch me up": Line(r"Dev ops: two from .* Which one shall I read\?"),
    "what did I miss in dev ops": Line(r"Dev ops: two from .* Shall I read it\?"),
    "give me a summary": Line(r"Dev ops: two from .* Which one shall I read\?"),
    "leave out links": Line(r"OK\. From now on I leave out links\."),
    "read code aloud": Line(r"OK\. From now on I read code aloud\."),
    "shorten emoji": Line(r"OK\. From now on I count emoji that stand in a row\."),
    "what do you leave out?": Line(r"I .* To change that, say for example: .*"),
    "always read my messages back": Line(r"OK\. From now on I read every message back .*"),
    "only ask when in doubt": Line(r"OK\. From now on I read a message back only in doubt\."),
    "don't read back messages to people by full name": Line(r"OK\. .* one person's full name\."),
    "make random my default channel": Line(r"OK\. From now on .* go to random\."),
    "send my messages to myself by default": Line(r"OK\. From now on .* go to you alone\."),
    "always ask me where to send my messages": Line(r"OK\. From now on .* name when I ask\."),
    "tell Ana are you coming question mark": Line(TO_ANA),
    "stop writing punctuation": Line(r"OK\. .* punctuation and emoji as words\."),
    "how long will that take?": Line(r"New: .* That takes less than a minute\."),
    "read that slower": Line(r"Slower from now on\..*The slides are ready.*", HEAR),
    "too fast": Line(r"Slower from now on\..*"),
    "read at normal speed": Line(r"At normal speed from now on\."),
    "ask Slack, did it go through?": Line(r"Yes\. Your last message to random was sent\..*", SEND),
    "what did you send?": Line(r".*random.*the tea is ready.*", SEND),
    "who did that go to?": Line(r".*random.*", SEND),
    "ask Slack to send it again": Line(r"There is nothing to send again\.", SEND),
    "what else can I say?": Line(r"Say: send, your message, to, .* What would you like\?"),
    "how do I reply?": Line(r"After a message, say reply, and your words\. .*"),
    "thanks": Line(r"You're welcome\."),
    "lovely": Line(r"You're welcome\."),
    "open Slack": Line(NEW),
}
