"""sayso: articles in, a ledger of attributed claims out, every entry tied to the exact characters it came from.

    >>> import sayso
    >>> reading = sayso.read("The bridge is closed, the harbour master said.", outlet="The Quay")
    >>> [attribution.cue[0].text for attribution in reading.attributions]
    ['said']

Names are imported when they are first used: `import sayso` alone costs next to nothing.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sayso.errors import ConfigError, InputError, LedgerError, SaysoError
    from sayso.export.html import to_html
    from sayso.model.document import Document, Rejection, Span
    from sayso.model.reading import Reading
    from sayso.wiring import read

__version__ = "0.1.0"
__all__ = ["ConfigError", "Document", "InputError", "LedgerError", "Reading", "Rejection", "SaysoError", "Span", "__version__", "read", "show", "to_html"]  # fmt: skip

HOMES = {
    "ConfigError": "sayso.errors",
    "InputError": "sayso.errors",
    "LedgerError": "sayso.errors",
    "SaysoError": "sayso.errors",
    "Document": "sayso.model.document",
    "Rejection": "sayso.model.document",
    "Span": "sayso.model.document",
    "Reading": "sayso.model.reading",
    "read": "sayso.wiring",
    "show": "sayso.export.html",
    "to_html": "sayso.export.html",
}


def __getattr__(name: str) -> Any:
    """The public name, imported now."""
    if name not in HOMES:
        raise AttributeError(f"module 'sayso' has no attribute {name!r}; it has {', '.join(__all__)}")
    return getattr(import_module(HOMES[name]), name)


def __dir__() -> list[str]:
    """The public names."""
    return sorted(__all__)
