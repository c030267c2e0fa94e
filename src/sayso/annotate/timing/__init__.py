"""What the stage of times is made of: words, grammar, the calendar, and what a relative time is relative to."""
