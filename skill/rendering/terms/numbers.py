"""Numbers with something at them: ranges, fractions, dates, times, money, measures."""

import re
from datetime import date

from skill.rendering.terms.kind import Kind, TermContext
from skill.speech.keys import Key

_NUMBER = r"\d{1,3}(?:,\d{3}){1,4}(?:\.\d{1,4})?|\d{1,9}(?:\.\d{1,4})?"
_CLOCK = r"\d{1,2}(?::\d\d)?(?:[ap]m|[AP]M|h)?"
_MONTHS, _LONGEST_MONTH, _YEARS = 12, 31, range(1900, 2200)


def _day(found: re.Match[str], said: TermContext) -> str | None:
    told = _date(found["year"], found["month"], found["day"], said)
    if told is None or not found["time"]:
        return told
    zone = " UTC" if found["zone"] == "Z" else ""
    return said.plain("at_a_time", date=told, time=found["time"] + zone)


def _date(year: str, month: str, day: str, said: TermContext) -> str | None:
    try:
        date(int(year), int(month), int(day))
    except ValueError:
        return None
    name = said.plain("months").split()[int(month) - 1]
    told = said.plain("day_of_month", month=name, day=str(int(day)))
    return said.plain("date_with_year", date=told, year=year)


def _local_day(found: re.Match[str], said: TermContext) -> str | None:
    """Return a day whose order is certain: 28.11.2026 and 11/28/2026, not 03/04/2026."""
    one, two, year = int(found["one"]), int(found["two"]), found["year"]
    year = f"20{year}" if len(year) == 2 else year
    if (found["sign"] == "." and two <= _MONTHS) or one > _MONTHS:
        return _date(year, str(two), str(one), said)
    return _date(year, str(one), str(two), said) if two > _MONTHS or one == two else found[0]


def _fraction(found: re.Match[str], said: TermContext) -> str | None:
    one, two = int(found["one"]), int(found["two"])
    if said.before in said.words.before_dates and 0 < one <= _MONTHS and 0 < two <= _LONGEST_MONTH:
        month = said.plain("months").split()[one - 1]
        return said.plain("day_of_month", month=month, day=str(two))
    if one > two:
        may_be_a_day = one <= _LONGEST_MONTH and 0 < two <= _MONTHS
        return found[0] if may_be_a_day else said.plain("over", one=found["one"], two=found["two"])
    may_be_a_day = one <= _MONTHS and two <= _LONGEST_MONTH
    counts = one == two or said.after in said.words.counted or said.after.endswith("s")
    if not two or (may_be_a_day and not counts) or found[0] == "1/1":
        return found[0]
    return said.plain("so_many_of", one=found["one"], two=found["two"])


def _days_of_a_year(found: re.Match[str], said: TermContext) -> str:
    """Return 24/12-26/12 as two days; which number is the month is said where it is certain."""
    one, two = (_certain_day(found[name], said) for name in ("one", "two"))
    return said.plain("from_to", one=one or found["one"], two=two or found["two"])


def _certain_day(written: str, said: TermContext) -> str:
    one, two = map(int, written.split("/"))
    if (one > _MONTHS) == (two > _MONTHS) or max(one, two) > _LONGEST_MONTH:
        return ""
    month, day = (two, one) if one > _MONTHS else (one, two)
    return said.plain("day_of_month", month=said.plain("months").split()[month - 1], day=str(day))


def _mark(found: re.Match[str], said: TermContext) -> str:
    return said.plain("so_many_of", one=found["one"], two=found["two"])


def _section(found: re.Match[str], said: TermContext) -> str:
    return said.plain("a_section", number=found["number"])


def _inches(found: re.Match[str], said: TermContext) -> str:
    return said.plain("inches", number=found["number"])


def _minutes(found: re.Match[str], said: TermContext) -> str | None:
    if said.before.rstrip(":") not in said.words.before_durations:
        return None
    return f"{found['number']} {_unit('min', found['number'], said)}"


def _rate(found: re.Match[str], said: TermContext) -> str | None:
    per = said.words.units.get(f"/{found['per'].lower()}")
    return f"{found['name']} {per[1]}" if per else None


def _range(found: re.Match[str], said: TermContext) -> str | None:
    one, two = found["one"], found["two"]
    if one.isdigit() and two.isdigit() and len(one) >= 3 and len(two) > len(one):
        return None
    unit = _unit(found["unit"] or "", two, said)
    if unit is None:
        return None
    money = said.words.currencies.get(found["money"] or "", "")
    told = said.plain("from_to", one=one, two=two)
    return " ".join(filter(None, (told, unit, money)))


def _clock_range(found: re.Match[str], said: TermContext) -> str:
    return said.plain("from_to", one=found["one"], two=found["two"])


def _unit(unit: str, number: str, said: TermContext) -> str | None:
    """Return a unit's name; None for an unknown one."""
    if not unit:
        return ""
    if unit in {"k", "K", "M", "bn", "mio", "mil", "mn"}:
        return said.words.amounts[unit.lower()]
    is_year = number[:2] in {"19", "20"} and len(number) == 4
    if unit == "s" and (is_year or number in {"100", "1000", "10000"}):
        return None
    names = said.words.units.get(unit.lower())
    is_one = number == "1" or (said.before in said.words.of_one and said.after.isalpha())
    return (names[0] if is_one else names[1]) if names else None


def _measure(found: re.Match[str], said: TermContext) -> str | None:
    unit = _unit(found["unit"], found["number"], said)
    sign = _sign(found["sign"] or "", said)
    if unit is None and not found["unit"] and sign:
        return f"{sign}{found['number']}"
    if unit is None or not (sign or unit) or (found["unit"] == "%" and not sign):
        return None
    return f"{sign}{found['number']} {unit}".rstrip()


def _sign(sign: str, said: TermContext) -> str:
    keys: dict[str, Key] = {
        "+": "plus", "-": "minus", "−": "minus", "~": "about", "≈": "about", ">": "more_than_it",
        "<": "less_than", ">=": "at_least_it", "≥": "at_least_it", "<=": "at_most", "≤": "at_most",
        "±": "plus_or_minus",
    }  # fmt: skip
    return f"{said.plain(keys[sign])} " if sign in keys else ""


def _money(found: re.Match[str], said: TermContext) -> str | None:
    currency = said.words.currencies.get(found["money"].lower(), "")
    amount = said.words.amounts.get((found["amount"] or "").lower(), "")
    sign = _sign(found["sign"] or "", said)
    if not currency or not (amount or sign or found["end"]):
        return None
    end = _PER_MONTH.get((found["end"] or "").lower(), (found["end"] or "").lower())
    per = said.words.units.get(end, ("", ""))[1]
    if end and not per:
        return None
    return " ".join(filter(None, (f"{sign}{found['number']}", amount, currency, per)))


def _money_behind(found: re.Match[str], said: TermContext) -> str | None:
    currency = said.words.currencies.get(found["money"].lower(), "")
    amount = said.words.amounts.get((found["amount"] or "").lower(), "")
    if not currency:
        return None
    sign = _sign(found["sign"] or "", said)
    return " ".join(filter(None, (f"{sign}{found['number']}", amount, currency)))


def _lasting(found: re.Match[str], said: TermContext) -> str:
    parts = re.findall(r"(\d{1,3})([hms])", found[0])
    units = {"h": "h", "m": "min", "s": "s"}
    return " ".join(f"{number} {_unit(units[unit], number, said)}" for number, unit in parts)


def _hours(found: re.Match[str], said: TermContext) -> str:
    """Return 12h30 as a time, and as a length behind "took"."""
    hours, minutes = found["hours"], found["minutes"]
    if said.before.rstrip(":") not in said.words.before_durations:
        return f"{hours}:{minutes}"
    return f"{hours} {_unit('h', hours, said)} {int(minutes)} {_unit('min', minutes, said)}"


def _exact_time(found: re.Match[str], said: TermContext) -> str:
    del said
    return found["time"]


def _days(found: re.Match[str], said: TermContext) -> str | None:
    one, two = (said.words.days.get(found[name].lower()) for name in ("one", "two"))
    return said.plain("from_to", one=one, two=two) if one and two else None


def _times(found: re.Match[str], said: TermContext) -> str:
    return said.plain("by_size", one=found["one"], two=found["two"])


def _times_before(found: re.Match[str], said: TermContext) -> str:
    return said.plain("so_many_times", number=found["number"])


_PER_MONTH = {"/m": "/mo", "/y": "/yr"}
"""Of money, an m is a month."""
KINDS: tuple[Kind, ...] = (
    (
        re.compile(
            r"(?P<year>\d{4})[-/](?P<month>\d\d)[-/](?P<day>\d\d)"
            r"(?:[T_](?P<time>\d\d:\d\d)(?::\d\d)?(?:[.,]\d{1,9})?(?P<zone>Z|[+-]\d\d:?\d\d)?)?"
        ),
        _day,
    ),
    (
        re.compile(r"(?P<one>\d{1,2})(?P<sign>[./])(?P<two>\d{1,2})(?P=sign)(?P<year>\d{4}|\d\d)"),
        _local_day,
    ),
    (re.compile(r"(?P<one>\d{1,2}/\d{1,2})[-–](?P<two>\d{1,2}/\d{1,2})"), _days_of_a_year),
    (re.compile(r"(?P<one>\d{1,4})/(?P<two>\d{1,4})"), _fraction),
    (re.compile(r"(?P<one>\d{1,4}[.,]\d{1,2})/(?P<two>\d{1,4})"), _mark),
    (re.compile(r"(?P<number>\d{1,3})m"), _minutes),
    (re.compile(r"(?P<number>\d{1,3}(?:/\d{1,2}|[.,]\d{1,3})?)[\"”″]"), _inches),
    (re.compile(r"§§?(?P<number>\d{1,4}(?:\.\d{1,4}){0,4})"), _section),
    (re.compile(r"(?P<hours>\d{1,2})h(?P<minutes>\d\d)"), _hours),
    (re.compile(r"\d{1,3}h\d{1,2}m(?:\d{1,2}s)?|\d{1,3}m\d{1,2}s"), _lasting),
    (re.compile(r"(?P<time>\d\d:\d\d:\d\d)[.,]\d{1,9}Z?"), _exact_time),
    (re.compile(rf"(?P<one>{_CLOCK})[-–—](?P<two>{_CLOCK})"), _clock_range),
    (
        re.compile(
            rf"(?P<money>[$€£])?(?P<one>{_NUMBER})(?:%(?=.{{2,16}}%$))?[-–—](?P<two>{_NUMBER})(?P<unit>[a-zA-Z%°/²³]{{1,5}})?"
        ),
        _range,
    ),
    (
        re.compile(
            rf"(?P<sign>[+−~<>≥≤-]|>=|<=)?(?P<money>[$€£¥₹])(?P<number>{_NUMBER})"
            r"(?P<amount>[kKmMbB]|bn|mio)?(?P<end>/\w{1,6})?"
        ),
        _money,
    ),
    (
        re.compile(
            rf"(?P<sign>[+−~≈±<>≥≤-]|>=|<=)?(?P<number>{_NUMBER})"
            r"(?P<unit>[a-zA-Zµ°×%/][a-zA-Z/°²³23]{0,7})?"
        ),
        _measure,
    ),
    (
        re.compile(
            rf"(?P<sign>[+−~≈-])?(?P<number>{_NUMBER})(?P<amount>[kKmM])?(?P<money>[$€£¥₹]|USD|EUR|GBP|CHF)"
        ),
        _money_behind,
    ),
    (re.compile(r"(?P<one>\d{1,5})[x×](?P<two>\d{1,5})"), _times),
    (re.compile(r"×(?P<number>\d{1,4})"), _times_before),
)
KINDS_OF_WORDS: tuple[Kind, ...] = (
    (re.compile(r"(?P<name>[A-Za-z]{2,12})/(?P<per>s|min|hr?|day|mo|month|year)"), _rate),
    (re.compile(r"(?P<one>[A-Za-z]{3,5})[-–](?P<two>[A-Za-z]{3,5})"), _days),
)
"""Of words without a digit."""
