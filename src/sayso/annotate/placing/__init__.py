"""Which places a text names: names recognised, candidates asked for, one of them chosen where the text decides."""
