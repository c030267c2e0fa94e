import math

import numpy as np

from sayso.relate.matching.okapi import LENGTH, SATURATION, Okapi


def test_a_score_is_that_of_the_formula():
    okapi = Okapi(stems=np.array([0, 0, 1, 1, 2]), owners=np.array([0, 0, 0, 1, 1]), texts=2, kinds=3)
    rare = math.log1p((2 - 1 + 0.5) / (1 + 0.5))
    length = SATURATION * (1 - LENGTH + LENGTH * 3 / 2.5)
    assert okapi.score(np.array([0])).tolist() == [rare * 2 * (SATURATION + 1) / (2 + length), 0.0]
    assert okapi.rarity[1] < okapi.rarity[0] == okapi.rarity[2]


def test_no_texts_have_no_scores():
    nothing = np.zeros(0, np.int64)
    assert Okapi(nothing, nothing, texts=0, kinds=0).score(nothing).tolist() == []
