"""How a text says that somebody said something: cues, sources, contents and the constructions they stand in."""
