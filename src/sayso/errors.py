"""Everything sayso raises on purpose.

SaysoError
├── InputError             an input cannot be read; the rest of the batch goes on
├── ConfigError            a setting has a value that cannot be used
├── LedgerError            a ledger cannot be opened, read or written
│   ├── LedgerMissing      there is no ledger at that path
│   ├── LedgerForeign      the file is not a ledger, or one of another version
│   └── LedgerBusy         another process has held the ledger for too long
├── NotInLedger            no entry answers to that id
│   └── Redacted           one did, and its words were taken out of the ledger
├── OffsetError            a span does not quote its text
└── InstallError           a part of the installed package is missing or was altered

Each message says what was found, what was expected and what to do.
"""


class SaysoError(Exception):
    """The root of the tree; `except SaysoError` catches what sayso means to say and lets real faults through."""


class InputError(SaysoError):
    """An input cannot be read. `kind` is a stable word for programs, the message is for people."""

    def __init__(self, kind: str, message: str) -> None:
        super().__init__(message)
        self.kind = kind


class ConfigError(SaysoError):
    """A setting has a value that cannot be used."""


class LedgerError(SaysoError):
    """A ledger cannot be opened, read or written."""


class LedgerMissing(LedgerError):
    """There is no ledger at that path."""


class LedgerForeign(LedgerError):
    """The file is not a ledger, or one that another version of sayso wrote."""


class LedgerBusy(LedgerError):
    """Another process has held the ledger for too long."""


class NotInLedger(SaysoError):
    """No entry answers to that id."""


class Redacted(NotInLedger):
    """An entry answered to that id, and its words were taken out of the ledger."""


class OffsetError(SaysoError):
    """A span does not quote its text."""


class InstallError(SaysoError):
    """A part of the installed package is missing or was altered."""
