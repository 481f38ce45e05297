"""Each thing that listeners ask for has transcripts, and three wordings beside the first ones."""

from pathlib import Path

HERE = Path(__file__).parent
OTHER_WORDINGS = "what_listeners_ask_for"
ASKED = {
    "Counts and openings": ("openings_and_counts", "asked_in_any_words"),
    "Who and when": ("who_and_when", "what_did_you_send"),
    "Catching up": ("on_to_the_others", "catch_me_up"),
    "Hearing again and further back": ("further_back", "skip_and_previous"),
    "What is meant for me": ("meant_for_me", "only_mentions"),
    "Talking back": (
        "changing_what_was_sent", "forwarding", "reacting", "rescheduling", "unsending",
        "undoing_what_was_scheduled",
    ),
    "Small talk": ("small_talk_and_help", "help_and_leaving"),
    "Pace": ("slower_and_faster", "preferences_about_links"),
}  # fmt: skip
LEAST = 3


def sections() -> dict[str, list[str]]:
    """Return what is said in the other wordings, by the comment above it."""
    found: dict[str, list[str]] = {}
    heading = ""
    for line in (HERE / f"{OTHER_WORDINGS}.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("# "):
            heading = line.removeprefix("# ").removesuffix(".")
        elif line.startswith("you:"):
            found.setdefault(heading, []).append(line.partition(":")[2].strip())
    return found


def test_each_has_its_transcripts():
    missing = [name for names in ASKED.values() for name in names if not transcript(name).exists()]
    assert missing == []


def test_each_has_three_other_wordings_that_its_transcripts_have_not():
    other = sections()
    assert other.keys() == ASKED.keys()
    for asked, names in ASKED.items():
        known = " | ".join(transcript(name).read_text(encoding="utf-8") for name in names)
        new = [said for said in other[asked] if f" {said}\n" not in known]
        assert (asked, len(new) >= LEAST) == (asked, True)


def transcript(name: str) -> Path:
    return HERE / f"{name}.txt"
