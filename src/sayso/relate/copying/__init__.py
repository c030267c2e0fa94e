"""What copies are made of: words, fingerprints, passages, house texts, origins."""
