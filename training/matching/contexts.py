"""The base as it came, as one ONNX graph, int8: pieces of a text to what each means there."""

import tempfile
from pathlib import Path

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn
from training.attributions.base_weights import base
from training.attributions.export import Rows
from training.attributions.network import Encoder

from sayso.engines.vectors import LONGEST

NAME = "contexts.onnx"
POSITIONS = 2 * LONGEST + 3  # pieces of a claim and its title, with their marks


class Reader(nn.Module):
    """One text: pieces `[P]` to vectors `[P, 384]`."""

    def __init__(self, encoder: Encoder) -> None:
        super().__init__()
        self.encoder = encoder

    def forward(self, pieces: Tensor) -> Tensor:
        """See the class."""
        read = self.encoder
        x = read.norm((read.words(pieces) + read.positions.weight[: pieces.shape[0]])[None])
        for layer in read.layers:
            x = layer(x, None)
        vectors: Tensor = x[0]
        return vectors


def export(out: Path) -> None:
    """Write `contexts.onnx`."""
    encoder = Encoder(0.0).eval()
    encoder.load_base(base() / "model.safetensors")
    encoder.words = Rows(encoder.words)
    encoder.positions.weight = nn.Parameter(encoder.positions.weight[:POSITIONS])
    with tempfile.TemporaryDirectory() as place:
        full = Path(place) / NAME
        torch.onnx.export(
            Reader(encoder), (torch.randint(1000, 2000, (24,)),), full, dynamo=False, opset_version=17,
            input_names=["pieces"], output_names=["vectors"], dynamic_axes={"pieces": {0: "P"}, "vectors": {0: "P"}},
        )  # fmt: skip
        quantize_dynamic(
            full, out / NAME, per_channel=True, weight_type=QuantType.QInt8, op_types_to_quantize=["MatMul"]
        )
    onnx.checker.check_model(onnx.load(out / NAME))
