"""Many readings to relations between their documents and claims: pure functions, a story at a time."""
