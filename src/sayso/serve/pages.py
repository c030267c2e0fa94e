"""Templates to bytes: everything that a page says is escaped, and every asset is there before the first request."""

from collections.abc import Mapping
from typing import Any

from jinja2 import Environment, FunctionLoader, StrictUndefined
from starlette.responses import HTMLResponse

from sayso import __version__
from sayso.export.account.phrasing import decided, marked, standing, status_of
from sayso.export.assets import asset
from sayso.export.forecasts import became, chances, computation
from sayso.export.markup import escape, visible
from sayso.export.phrasing import NOTE, plural, when

TEMPLATES = (
    "shell.html",
    "documents.html",
    "found.html",
    "reader.html",
    "questions.html",
    "log.html",
    "trouble.html",
    "macros.html",
    "claims.html",
    "claim.html",
    "forecasts.html",
)

# Name in the address: package and path of the file, content type.
STATIC: Mapping[str, tuple[str, str, str]] = {
    "reading.css": ("sayso.export", "reading.css", "text/css; charset=utf-8"),
    "pages.css": ("sayso.serve", "static/pages.css", "text/css; charset=utf-8"),
    "reader.js": ("sayso.serve", "static/reader.js", "text/javascript; charset=utf-8"),
    "icon.svg": ("sayso.serve", "static/icon.svg", "image/svg+xml"),
}


def source(name: str) -> str:
    """The text of a template; InstallError where the installation lacks it."""
    return asset("sayso.serve", f"templates/{name}").decode("utf-8")


def shown(value: Any) -> Any:
    """What a template prints: text as HTML can hold it, anything else as it is."""
    return escape(value) if isinstance(value, str) else value  # Markup of jinja2 stays as it is


class Pages:
    """The templates and the static files, all read when it is made: InstallError where one is missing."""

    def __init__(self) -> None:
        self.static = {name: asset(package, path) for name, (package, path, _) in STATIC.items()}
        self.templates = Environment(
            loader=FunctionLoader(source), autoescape=True, undefined=StrictUndefined, finalize=shown,
            trim_blocks=True, lstrip_blocks=True,
        )  # fmt: skip
        self.templates.globals |= {
            "version": __version__, "note": NOTE, "plural": plural, "computation": computation, "chances": chances,
            "became": became, "status_of": status_of, "decided": decided, "standing": standing, "marked": marked,
        }  # fmt: skip
        self.templates.filters |= {"visible": visible, "when": when}
        for name in TEMPLATES:
            self.templates.get_template(name)

    def page(self, template: str, status: int = 200, **given: Any) -> HTMLResponse:
        """One page. `json_address` is where the same stands as JSON, `words` what was searched for."""
        given = {"json_address": None, "words": "", "size": None} | given
        return HTMLResponse(self.templates.get_template(template).render(given), status_code=status)
