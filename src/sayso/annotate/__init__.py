"""One document: start at `read`."""
