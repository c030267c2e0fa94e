"""How `sayso match` learns: word vectors that tell claims apart, and how what speaks for a match is weighed."""
