"""The recipe of the weights that read attributions: corpora in, weights out."""
