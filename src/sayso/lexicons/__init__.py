"""Words as data, each with its source."""
