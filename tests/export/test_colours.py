"""The palettes of the style sheet, measured: contrast by WCAG 2.2, colour blindness by Machado et al. 2009 at full severity."""

import re
from itertools import combinations

import pytest

from sayso.export.assets import reading_style

MARKS = ("source", "content", "hedge", "loaded", "vague", "name", "time", "place", "figure")
ABOVE = ("name", "time", "place", "figure")  # lines above the words: told from each other, never from those below
SIGHT = {
    "all cones": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protanopia": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "deuteranopia": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
    "tritanopia": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.303900)),
}
XYZ = ((0.4124, 0.3576, 0.1805), (0.2126, 0.7152, 0.0722), (0.0193, 0.1192, 0.9505))
WHITE = (0.9505, 1.0, 1.089)


def palette(which):
    block = re.findall(r"\.sayso \{([^}]*--paper[^}]*)\}", reading_style())[which]
    return dict(re.findall(r"--([a-z]+): (#[0-9a-f]{6})", block))


def linear(colour):
    channels = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return [each / 12.92 if each <= 0.04045 else ((each + 0.055) / 1.055) ** 2.4 for each in channels]


def product(matrix, vector):
    return [sum(one * other for one, other in zip(row, vector, strict=True)) for row in matrix]


def contrast(one, other):
    low, high = sorted(product(XYZ, linear(each))[1] for each in (one, other))
    return (high + 0.05) / (low + 0.05)


def lab(colour, sight):
    seen = [min(max(each, 0), 1) for each in product(sight, linear(colour))]
    scaled = [each / white for each, white in zip(product(XYZ, seen), WHITE, strict=True)]
    x, y, z = (each ** (1 / 3) if each > 0.008856 else 7.787 * each + 16 / 116 for each in scaled)
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def difference(one, other, sight):
    return sum((a - b) ** 2 for a, b in zip(lab(one, sight), lab(other, sight), strict=True)) ** 0.5


@pytest.mark.parametrize("which", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize("ground", ["paper", "tint"])
def test_every_mark_can_be_read_on_paper_and_on_a_tint(which, ground):
    colours = palette(which)
    assert {
        each: contrast(colours[each], colours[ground])
        for each in MARKS
        if contrast(colours[each], colours[ground]) < 4.5
    } == {}


@pytest.mark.parametrize("which", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize("sight", SIGHT)
def test_the_lines_above_the_words_differ_for_every_sight(which, sight):
    colours = palette(which)
    close = [
        pair
        for pair in combinations(ABOVE, 2)
        if difference(colours[pair[0]], colours[pair[1]], SIGHT[sight]) < 20  # 2.3 is just noticeable (CIE 1976)
    ]
    assert close == []
