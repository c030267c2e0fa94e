"""How many: numbers, what bounds them, what they count, and what became of those counted."""
