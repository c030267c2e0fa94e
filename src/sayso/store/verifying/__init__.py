"""Whether a ledger file still holds: its pages, its log and heads, the rows behind the log, and the index of words."""
