"""The meta elements of a page as one table; runs in a worker process."""

from collections.abc import Iterable

from lxml.html import HtmlElement

LONGEST = 2_000  # characters of one value; titles and names are far shorter


class MetaTags:
    """Values by lower-case name, whether it stood in `name`, `property` or `itemprop`; wherever the element stands."""

    def __init__(self, tree: HtmlElement) -> None:
        self.values: dict[str, list[str]] = {}
        for element in tree.iter("meta"):
            content = " ".join((element.get("content") or "")[:LONGEST].split())
            for attribute in ("property", "name", "itemprop", "http-equiv"):
                if content and (name := element.get(attribute)):
                    self.values.setdefault(name.strip().lower(), []).append(content)

    def first(self, names: Iterable[str]) -> tuple[str, str] | None:
        """The first value of the first name that has one, and that name."""
        return next(((self.values[name][0], name) for name in names if name in self.values), None)

    def all(self, names: Iterable[str]) -> list[str]:
        """All values of the first name that has one."""
        return next((self.values[name] for name in names if name in self.values), [])
