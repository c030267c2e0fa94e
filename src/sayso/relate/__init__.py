"""Many documents: what they and their claims say about one another."""
