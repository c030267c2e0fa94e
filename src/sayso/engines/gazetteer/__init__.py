"""Names of places and the places behind them, in one SQLite file that is only read: how it is laid out, built and asked."""
