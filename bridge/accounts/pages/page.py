"""One page: its frame, its style, and the headers that keep it from being abused. Pure.

Every value is escaped here, and only here.
"""

import base64
import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import field
from html import escape

from postbox.frozen import Frozen

_STYLE = (
    "body{font:1.1rem/1.5 system-ui,sans-serif;max-width:34rem;margin:2rem auto;padding:0 1rem;"
    "color:#1d1c1d;background:#fff}h1{font-size:1.5rem}button{font:inherit;padding:.7rem 1.2rem;"
    "margin:.3rem .5rem .3rem 0;border:2px solid #1d1c1d;border-radius:.4rem;background:#fff;"
    "color:#1d1c1d}button.first{background:#1d1c1d;color:#fff}button:focus{outline:3px solid "
    "#1264a3;outline-offset:2px}form{display:inline}"
    "@media(prefers-color-scheme:dark){body,button{color:#eee;background:#1a1d21;"
    "border-color:#eee}button.first{background:#eee;color:#1a1d21}}"
)
_STYLE_HASH = base64.b64encode(hashlib.sha256(_STYLE.encode()).digest()).decode()


class Button(Frozen):
    """Something to press: a form that is sent to a path of ours."""

    words: str
    path: str
    fields: Mapping[str, str] = field(default_factory=dict)
    is_first: bool = False


class Page(Frozen):
    """What a page says, in order, and what can be pressed."""

    title: str
    paragraphs: tuple[str, ...] = ()
    items: tuple[str, ...] = ()
    """A list below the paragraphs."""
    below: tuple[str, ...] = ()
    """Paragraphs below the list."""
    buttons: tuple[Button, ...] = ()

    @property
    def html(self) -> str:
        """The whole document."""
        listed = f"<ul>{_each('li', self.items)}</ul>" if self.items else ""
        pressed = "".join(map(_form, self.buttons))
        return (
            '<!doctype html><html lang="en"><head><meta charset="utf-8">'
            '<meta name="viewport" content="width=device-width,initial-scale=1">'
            f"<title>{escape(self.title)} - Earshot</title><style>{_STYLE}</style></head>"
            f"<body><main><h1>{escape(self.title)}</h1>{_each('p', self.paragraphs)}{listed}"
            f"{_each('p', self.below)}{pressed}</main></body></html>"
        )


def headers(form_targets: Iterable[str]) -> dict[str, str]:
    """Return the headers of every page; its forms may lead to these origins."""
    targets = " ".join(["'self'", *sorted(set(form_targets))])
    return {
        "content-type": "text/html; charset=utf-8",
        "content-security-policy": (
            f"default-src 'none'; style-src 'sha256-{_STYLE_HASH}'; form-action {targets}; "
            "frame-ancestors 'none'; base-uri 'none'"
        ),
        "x-frame-options": "DENY",
        "cross-origin-opener-policy": "same-origin",
        "cross-origin-resource-policy": "same-origin",
    }


def _each(tag: str, lines: Iterable[str]) -> str:
    return "".join(f"<{tag}>{escape(line)}</{tag}>" for line in lines)


def _form(button: Button) -> str:
    hidden = "".join(
        f'<input type="hidden" name="{escape(name)}" value="{escape(value)}">'
        for name, value in button.fields.items()
    )
    kind = ' class="first"' if button.is_first else ""
    return (
        f'<form method="post" action="{escape(button.path)}">{hidden}'
        f'<button type="submit"{kind}>{escape(button.words)}</button></form>'
    )
