"""Who is meant: names, titles, roles and pronouns, joined into persons and bodies."""
