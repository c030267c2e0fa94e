"""sayso: articles in, a ledger of attributed claims out, every entry tied to the exact characters it came from."""

__version__ = "0.1.0"
