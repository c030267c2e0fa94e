"""The account of one claim over many articles: who reported it, on whose word, who denies it, what became of its words."""
