"""What each piece of evidence for a place is worth, in natural logarithms of odds."""

THRESHOLD = -0.4
ELSEWHERE, MOST_LENT = 0.5, 2.0  # of what the same name is worth elsewhere in the text, and of that at most
BESIDE, BESIDE_MOST = 0.7, 1.6  # of what a neighbour in a list is worth, and at most
NESTED = 2.5  # of a name that the text puts in a country or a state
NEVER = frozenset({"paper", "club", "ship"})
WEIGHTS = {
    "bias": 0.7,
    "common": -2.5, "surname": -3.5, "short": -2.1, "person": -3.5, "acts": -1.5, "capital_after": -2.5, "given_before": -1.5, "capital_before": -1.1,
    "given": -1.1, "single": -0.95, "given_here": -0.9, "possessive": -0.5, "role_surname": -0.8, "alternate": -0.6, "area": -0.5, "body": -0.4,
    "role_after": -0.4, "will": -0.3, "honorific": -2.0, "perhaps_surname": -0.9, "admin1": 1.0, "people": 1.2, "listed": 1.2, "based": 1.5, "and": 0.4, "motion": 0.6,
    "street": 0.6, "comma_after": 0.7, "hyphen": 0.6, "indefinite": 0.5, "ground": 0.9, "people_log": 1.0, "compass": 1.0, "typed": 1.0,
    "noun_after": 1.0, "article": 0.6, "after_comma": 1.1, "of": 1.1, "abbreviation": 2.0, "country": 2.0, "place_of": 1.7, "inside": 1.7, "admin2": 2.5,
    "common_inside": 1.3, "water": 0.8, "dateline": 3.0, "people_in_a_body": -1.8, "acronym": -3.0, "alone_not": -3.0, "given_run": -0.2,
}  # fmt: skip
