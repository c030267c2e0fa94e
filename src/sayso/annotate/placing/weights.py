"""What each piece of evidence for a place is worth, in natural logarithms of odds.

Signs and sizes come from a logistic regression on LGL's development half (5,187 spots, 2,290 of them places; five-fold: P .84, R .90), rounded.
What the annotators of LGL did not mind is set by hand, since readers would: people, papers, clubs and ships, peoples in the names of firms.
"""

THRESHOLD = -0.4  # where F1 is best
ELSEWHERE, MOST_LENT = 0.5, 2.0  # of what the same name is worth elsewhere in the text, and of that at most
BESIDE, BESIDE_MOST = 0.7, 1.6  # of what a neighbour in a list is worth, and at most
NESTED = 2.5  # of a name that the text puts in a country or a state
NEVER = frozenset({"paper", "club", "ship"})
WEIGHTS = {
    "bias": 0.7,
    # what the name is
    "abbreviation": 2.0, "country": 2.0, "people": 1.2, "listed": 1.2, "admin1": 1.0, "admin2": 2.5, "people_log": 1.0, "typed": 1.0,
    "street": 0.6, "water": 0.8, "area": -0.5, "alternate": -0.6, "single": -0.95, "short": -2.1, "acronym": -3.0, "common": -2.5,
    "common_inside": 1.3, "given": -1.1, "role_surname": -0.8, "brand": -2.0, "alone_not": -3.0, "people_in_a_body": -1.8,
    # who bears it
    "person": -3.5, "surname": -3.5, "perhaps_surname": -0.9, "given_here": -0.9, "given_before": -1.5, "honorific": -2.0,
    # what stands before it
    "inside": 1.7, "place_of": 1.7, "dateline": 3.0, "of": 1.1, "after_comma": 1.1, "compass": 1.0, "motion": 0.6, "article": 0.6,
    "indefinite": 0.5, "and": 0.4, "capital_before": -1.1,
    # what stands behind it
    "based": 1.5, "noun_after": 1.0, "comma_after": 0.7, "hyphen": 0.6, "will": -0.3, "possessive": -0.5, "acts": -1.5,
    # the run of capitals that it is a part of
    "ground": 0.9, "body": -0.4, "role_after": -0.4, "capital_after": -2.5,
}  # fmt: skip
