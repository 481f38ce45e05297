"""What the parts of a request mean together. Pure; the first row that fits counts."""

from itertools import dropwhile, pairwise, takewhile

from skill.understanding.phrase import Phrase
from skill.understanding.requests.parts import RequestParts
from skill.understanding.requests.request import HearRequest, RequestKind
from skill.understanding.requests.vocabulary import Vocabulary

_SAID_TO = frozenset({"wrote", "answered", "wants", "mentioned", "arrived", "happening"})
_NOT_OF_WHAT_FOLLOWS = frozenset({"new", "what", "who", "last", "latest", "anybody", "mentioned"})
_THINGS = frozenset({"new", "message", "arrived", "received", "missed"})
_OF_OTHERS = frozenset({"message", "direct", "reply", "thread", "mention"})


def meaning(parts: RequestParts, phrase: Phrase, known: Vocabulary) -> HearRequest | None:
    """Return what is asked for, None where the parts ask for nothing."""
    kind = _kind(parts, phrase, known)
    if kind is None:
        return None
    return HearRequest(
        kind,
        parts.name,
        parts.amount,
        parts.limits,
        leads=parts.leads,
        is_of_people="who" in parts.tags,
    )


def pace(phrase: Phrase, first: int, known: Vocabulary) -> RequestKind | None:
    """Return which way the pace goes where nothing else is said."""
    at, found = first, None
    while at < len(phrase):
        for kind, name in ((RequestKind.SLOWER, "slower"), (RequestKind.FASTER, "faster")):
            if size := known.list_at(name, phrase.spoken, at):
                found, at = kind, at + size
                break
        else:
            size = known.list_at("pace", phrase.spoken, at) or known.list_at(
                "leave_out", phrase.spoken, at
            )
            if not size:
                return None
            at += size
    return found


def _kind(parts: RequestParts, phrase: Phrase, known: Vocabulary) -> RequestKind | None:
    if "helping" in _first(parts) and _follows_at_once(parts, "speaker", "hear"):
        # "Are we reading the messages tomorrow" is asked of others.
        return None
    return (
        _of_oneself(parts, phrase, known)
        or _of_what_was_read(parts)
        or _of_calls(parts)
        or _of_amounts(parts)
        or _of_the_last(parts, phrase, known)
        or _in_short(parts)
        or _of_people(parts)
        or _of_things(parts, known)
    )


def _of_oneself(parts: RequestParts, phrase: Phrase, known: Vocabulary) -> RequestKind | None:
    """What the speaker sent, and what became of it."""
    tags = parts.tags
    if tags & {"reply", "answered"}:
        # "Any answers to my post" is of others.
        return None
    if "own" in _first(parts) and all(part.tags & {"own", "to", "anybody"} for part in parts.said):
        # "My last message to Ana", and no more.
        return RequestKind.SENT if parts.leads in {"", "object"} and not parts.is_narrowed else None
    if "own" in tags and not _is_of_fate(parts):
        if tags & {"where", "when", "who", "what"} or _is_back(parts, phrase, known):
            return RequestKind.SENT
        if "hear" in tags and not parts.name and _is_of_one(phrase, known):
            return RequestKind.LAST
    if _wrote(parts, phrase, known):
        return RequestKind.REPLIES if _is_passive(phrase, known) else RequestKind.SENT
    is_named = parts.leads in {"", "object", "receiver"}
    if tags & {"own", "that"} and _is_of_fate(parts) and is_named and "hear" not in _first(parts):
        if "when" in tags or "where" in tags:
            return RequestKind.SENT if "own" in tags or "where" in tags else RequestKind.WHEN
        return None if "that" in tags and "who" in tags else RequestKind.DELIVERED
    return None


def _is_back(parts: RequestParts, phrase: Phrase, known: Vocabulary) -> bool:
    """Whether it is to be read back, or is plainly what "I" wrote; "my message" may be to me."""
    own = next(part for part in parts.said if "own" in part.tags)
    said = phrase.spoken[own.first : own.end]
    is_mine = any((word,) in known.lists["speaker"] for word in said)
    is_back = any((word,) in known.lists["back"] for word in phrase.spoken)
    return "hear" in parts.tags and (is_back or is_mine)


def _wrote(parts: RequestParts, phrase: Phrase, known: Vocabulary) -> bool:
    """Whether the speaker wrote: "what did I just send", not "what have we got for me"."""
    behind = dropwhile(lambda part: "speaker" not in part.tags, parts.said)
    verbs = list(dropwhile(lambda part: part.tags & {"speaker", "leave_out", "that"}, behind))
    if verbs and verbs[0].tags >= {"helping", "received"} and _is_helped(parts):
        # "Do I have post" is of what was received.
        return False
    verb = next((part for part in verbs if "helping" not in part.tags), None)
    if verb is None or "wrote" not in verb.tags:
        return False
    return not any(
        (word,) in known.lists["hearers"] for word in phrase.spoken[verb.first : verb.end]
    )


def _is_helped(parts: RequestParts) -> bool:
    """Whether a helping verb stands before the speaker: what is behind is the verb itself."""
    before = takewhile(lambda part: "speaker" not in part.tags, parts.said)
    return any("helping" in part.tags for part in before)


def _is_passive(phrase: Phrase, known: Vocabulary) -> bool:
    """Whether it was done to the speaker: "was I texted", "have I been asked"."""
    spoken, passive = phrase.spoken, known.lists["passive"]
    beside = pairwise(spoken)
    return any(
        ((one,) in passive and (other,) in known.lists["speaker"])
        or ((other,) in passive and (one,) in known.lists["speaker"])
        for one, other in beside
    )


def _is_of_fate(parts: RequestParts) -> bool:
    return any("delivered" in part.tags for part in parts.said)


def _first(parts: RequestParts) -> frozenset[str]:
    return parts.said[0].tags if parts.said else frozenset()


def _of_what_was_read(parts: RequestParts) -> RequestKind | None:
    tags = parts.tags
    if parts.limits.about:
        return None
    if "again" in tags:
        return RequestKind.LAST if parts.name or tags & {"last", "latest"} else RequestKind.AGAIN
    if _follows(parts, "device", "hear") and tags & {"what"} and not parts.name:
        return RequestKind.AGAIN
    if "that" in tags and "when" in tags:
        return RequestKind.WHEN
    if "that" in tags and "who" in tags and not tags & {"new", "missed"}:
        return RequestKind.WHO
    if "earlier" in tags and not tags & {"new"}:
        return RequestKind.EARLIER
    if "on" in tags and not parts.name and not tags & _NOT_OF_WHAT_FOLLOWS:
        return RequestKind.NEXT
    return None


def _of_calls(parts: RequestParts) -> RequestKind | None:
    tags = parts.tags
    is_of_oneself = "me" in tags or "speaker" in tags
    if "anybody" in tags and parts.limits.about and not is_of_oneself:
        # "Did anybody mention the festival" is of the festival.
        return None
    if "mention" in tags or ("mentioned" in tags and is_of_oneself):
        if "how_many" in tags:
            return RequestKind.COUNT
        return RequestKind.FROM if parts.name and parts.leads != "in" else RequestKind.MENTIONS
    return None


def _of_amounts(parts: RequestParts) -> RequestKind | None:
    tags = parts.tags
    if _is_of_what_was_said(parts):
        return RequestKind.FROM
    if "how_many" in tags:
        return RequestKind.COUNT
    if parts.limits.about:
        return None
    if "where" in tags and tags & (_THINGS | _SAID_TO | _OF_OTHERS):
        return RequestKind.COUNT
    return None


def _is_of_what_was_said(parts: RequestParts) -> bool:
    """Whether it is answered by what was said: "where did Kevin say it is"."""
    if parts.leads != "subject" or parts.tags & (_OF_OTHERS | {"numbers", "direct"}):
        return False
    is_of_more = parts.is_narrowed or bool(parts.limits.about)
    return ("where" in parts.tags and is_of_more) or parts.tags >= {"how_many", "wants"}


def _is_of_one(phrase: Phrase, known: Vocabulary) -> bool:
    return any(known.is_one(phrase.spoken, at) for at in range(len(phrase)))


def _of_the_last(parts: RequestParts, phrase: Phrase, known: Vocabulary) -> RequestKind | None:
    tags = parts.tags
    is_one = parts.amount or _is_of_one(phrase, known)
    if "last" in tags or ("latest" in tags and is_one):
        is_of_something = tags & (_OF_OTHERS | {"wrote", "answered", "numbers", "who"})
        return RequestKind.LAST if is_of_something or parts.name or "hear" in tags else None
    if "when" in tags and parts.name:
        return RequestKind.LAST
    return None


def _in_short(parts: RequestParts) -> RequestKind | None:
    tags = parts.tags
    if "catch_up" in tags:
        return RequestKind.CATCH_UP
    if "missed" in tags and not parts.name and not tags & {"message", "direct", "reply", "new"}:
        return RequestKind.CATCH_UP
    if "happening" in tags and not parts.name and not tags & {"anybody", "new"}:
        return RequestKind.CATCH_UP
    return None


def _of_people(parts: RequestParts) -> RequestKind | None:
    tags = parts.tags
    if "who" in tags and tags & (_SAID_TO | {"from"}):
        return RequestKind.REPLIES if "answered" in tags and not parts.name else RequestKind.COUNT
    if "anybody" in tags:
        return _of_anybody(parts)
    if parts.name:
        return RequestKind.FROM
    return None


def _of_anybody(parts: RequestParts) -> RequestKind | None:
    """A question after people asks whether they wrote; any other is one to people."""
    tags = parts.tags
    if "wants" in tags and "me" not in tags:
        return None
    if not tags & _SAID_TO or _follows_at_once(parts, "anybody", "hear"):
        return None
    if parts.name:
        return RequestKind.FROM
    return RequestKind.REPLIES if tags & {"me", "answered", "wants"} else RequestKind.NEW


def _is_of_since(parts: RequestParts, known: Vocabulary) -> bool:
    """Whether it is "what is there from the last ten minutes"; "what's on today" is no request."""
    time = Phrase(parts.limits.time).spoken
    is_led_to = bool(time) and known.list_at("time_leads", time, 0) > 0
    return is_led_to and "what" in parts.tags and not (parts.limits.about or parts.name)


def _of_things(parts: RequestParts, known: Vocabulary) -> RequestKind | None:
    tags = parts.tags
    if "anybody" in tags:
        return None
    if tags & {"direct", "reply", "thread", "answered"}:
        return RequestKind.REPLIES
    if tags & _THINGS or "latest" in tags:
        return RequestKind.NEW
    if parts.is_narrowed and (tags & {"hear", "where"} or _is_of_since(parts, known)):
        return RequestKind.NEW
    if tags & {"wants", "wrote"} and tags & {"somebody_known", "that"}:
        return RequestKind.REPLIES
    return RequestKind.NEW if "wrote" in tags and "what" in tags else None


def _follows(parts: RequestParts, first: str, then: str) -> bool:
    """Whether what is one comes anywhere behind what is the other."""
    at = next((at for at, part in enumerate(parts.said) if first in part.tags), None)
    return at is not None and any(then in part.tags for part in parts.said[at + 1 :])


def _follows_at_once(parts: RequestParts, first: str, then: str) -> bool:
    for part, after in pairwise(parts.said):
        is_else = after.tags & {"wrote", "answered", "received", "missed", "mentioned"}
        if first in part.tags and then in after.tags and not is_else:
            return True
    return False
