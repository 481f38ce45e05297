"""Lines that look like a program's, of whatever language, where nobody said that they are code."""

from collections.abc import Sequence

SIGNS = (
    "))", "((", "(define", ";\n", "{\n", "};", "})", ")\n", "\nimport ", "\nfrom ",
    "\ndef ", "\n#include",
)  # fmt: skip
"""One of these is in nearly everything that has several such lines."""
_LEAST_SURE, _LONGEST_LINE = 2, 300
_NESTED = ("))", "((", "[(", ")(", "([")
_OPENING_WORDS = (
    "(define", "(let ", "(let*", "(lambda", "(defn", "(def ", "(ns ", "(require", "(module",
    "(provide", "(if ", "(cond", "(fn ", "(import", "(set!", "#lang ", "#include ",
)  # fmt: skip
_DECLARING = (
    "const ",
    "let ",
    "var ",
    "val ",
    "public ",
    "private ",
    "static ",
    "final ",
    "return ",
)
_WEAK = ("(", "#", "//", "--", ";", "  ", "\t")


def code_lines(given: Sequence[str], start: int) -> int:
    """Return how many lines of a program begin here; 0 where none do."""
    if not _is_sure(given[start]):
        return 0
    end, sure = start, 0
    for position in range(start, len(given)):
        line = given[position]
        if _is_sure(line):
            sure += 1
            end = position + 1
        elif line.strip() and not line.startswith(_WEAK):
            break
    return end - start if sure >= _LEAST_SURE else 0


def _is_sure(line: str) -> bool:
    bare = line.strip()
    if not bare or len(bare) > _LONGEST_LINE:
        return False
    return (
        not bare.strip("{}()[];,")
        or bare.startswith(_OPENING_WORDS)
        or _is_nested(bare)
        or _is_statement(bare)
        or _is_declaring(bare, is_set_in=line.startswith(("  ", "\t")))
        or _is_call(bare)
    )


def _is_nested(bare: str) -> bool:
    return bare.count("(") > 1 and any(map(bare.__contains__, _NESTED))


def _is_statement(bare: str) -> bool:
    if bare.endswith("{"):
        return bare[:-1].endswith((")", " "))
    return bare.endswith((";", ");")) and ("(" in bare or "=" in bare)


def _is_declaring(bare: str, *, is_set_in: bool) -> bool:
    first, _, rest = bare.partition(" ")
    match first:
        case "def" | "class":
            return bare.endswith(":") and "(" in bare
        case "import":
            return bool(rest) and rest.rstrip(";").replace(".", "").replace("_", "").isalnum()
        case "from":
            return " import " in rest
        case "return" if is_set_in:
            return True
    return bare.startswith(_DECLARING) and ("=" in bare or bare.endswith((";", "(")))


def _is_call(bare: str) -> bool:
    """Whether a line is a call alone, or a name that a call's outcome is given."""
    if not bare.endswith((")", ");")):
        return False
    called, _, _ = bare.partition("(")
    name, equals, value = called.partition("=")
    names = [name.strip(), value.strip()] if equals else [name]
    return all(part.replace(".", "").replace("_", "").isalnum() for part in names)
