"""What to do about each kind of damage."""

RESTORE = "restore the file from a copy, or read the inputs into a new ledger"
REWRITTEN = "the file was changed by something else than sayso, or by a failing disk: " + RESTORE
INDEX = "the record holds and only its index of words does not: read the inputs into a new ledger to have it whole"
ROW = "the log holds what was there: compare with a copy, and restore it from there"
SIGN = "find out who added last, and with which key: `sayso log` has the times"
