"""What MiniLM-L6 makes of each piece of its vocabulary when it stands alone."""

from pathlib import Path

import numpy as np
import torch
from training.attributions.network import FEATURES, VOCABULARY, Encoder

from sayso.relate.matching.collection import Vectors

START, END = 101, 102  # the marks around a text
BLOCK = 256


def alone(base: Path) -> Vectors:
    """The mean of the last layer over a piece and its marks `[V, H]`."""
    encoder = Encoder().eval()
    encoder.load_base(base / "model.safetensors")
    for table in encoder.features:  # what attributions are read with, and the base did not have
        torch.nn.init.zeros_(table.weight)
    found = []
    with torch.inference_mode():
        for piece in torch.arange(VOCABULARY).split(BLOCK):
            marks = torch.ones_like(piece)
            ids = torch.stack([marks * START, piece, marks * END], 1)
            features = torch.zeros((*ids.shape, len(FEATURES)), dtype=torch.long)
            found.append(encoder(ids, None, features).mean(1).numpy())
    whole: Vectors = np.concatenate(found)
    return whole
