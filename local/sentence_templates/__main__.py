"""Write what comes of the sentence templates: `python -m local.sentence_templates [--check]`.

For each language: the interaction models of its locales, what the skill knows of carriers, and the
README's table of what can be said. With `--check` nothing is written; what differs is named.
"""

import json
import re
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from local.interaction_model import InteractionModel
from local.sentence_templates.carriers import openings, swallowed
from local.sentence_templates.examples import misunderstood, read_examples, with_table
from local.sentence_templates.model import document
from local.sentence_templates.templates import TemplateError, Templates

_ROOT = Path(__file__).parents[2]
_MODELS = Path("interaction_models")
_README = Path("README.md")
_LIST = re.compile(r"\[[^\[\]]*\]")


def main(arguments: Sequence[str], root: Path = _ROOT) -> int:
    """Write the files, or with `--check` compare them; return the exit status (0, 1, 2 usage)."""
    if arguments not in ([], ["--check"]):
        print("usage: python -m local.sentence_templates [--check]", file=sys.stderr)
        return 2
    try:
        generated = dict(_generated(root))
    except TemplateError as error:
        print(error)
        return 1
    if not arguments:
        for path, content in generated.items():
            path.write_text(content, encoding="utf-8")
        return 0
    stale = [path for path, content in generated.items() if _content(path) != content]
    for path in stale:
        print(f"{path.relative_to(root)} is not what the templates say: run make models.")
    return 1 if stale else 0


def _generated(root: Path) -> Iterator[tuple[Path, str]]:
    """Yield every generated file, as it should be."""
    for folder in sorted((root / _MODELS / "templates").iterdir()):
        templates = Templates.load(folder)
        model = document(templates)
        for locale in templates.locales:
            yield root / _MODELS / f"{locale}.json", _json(model)
        parsed = InteractionModel.from_document(model, locale=templates.locales[0])
        known = root / "skill" / "understanding" / "locales" / folder.name
        yield known / "carriers.json", _lines({"swallowed": swallowed(parsed)})
        yield known / "openings.json", _json(openings(templates))
        if (folder / "examples.yaml").is_file():
            yield root / _README, _readme(root, folder, parsed)


def _readme(root: Path, folder: Path, model: InteractionModel) -> str:
    examples = read_examples(folder / "examples.yaml")
    wrong = list(misunderstood(examples, model))
    if wrong:
        raise TemplateError(f"{folder / 'examples.yaml'}: {' '.join(wrong)}")
    return with_table((root / _README).read_text(encoding="utf-8"), examples)


def _json(content: dict[str, Any]) -> str:
    return json.dumps(content, indent=2, ensure_ascii=False) + "\n"


def _lines(content: dict[str, Any]) -> str:
    """Return JSON with a list on one line, as a tail and its intents are read."""
    written = json.dumps(content, indent=0, ensure_ascii=False)
    on_one_line = _LIST.sub(lambda found: found[0].replace("\n", " "), written)
    return on_one_line.replace("[ ", "[").replace(" ]", "]") + "\n"


def _content(path: Path) -> str | None:
    return path.read_text(encoding="utf-8") if path.is_file() else None


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
