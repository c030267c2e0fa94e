"""Weights as two ONNX graphs, int8 where it pays, with a manifest of their digests.

python -m training.attributions.export build/attributions/seed1/epoch8.pt --out src/sayso/engines/weights
"""

import argparse
import json
import shutil
import tempfile
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn
from training.attributions.base_weights import base
from training.attributions.network import Network


class Rows(nn.Module):
    """An embedding in int8 with a scale for each row: one scale for all rows, as the quantiser has it, loses more."""

    def __init__(self, table: nn.Embedding) -> None:
        super().__init__()
        scale = table.weight.detach().abs().amax(1, keepdim=True).clamp(min=1e-8) / 127
        self.register_buffer("scale", scale)
        self.register_buffer("table", (table.weight.detach() / scale).round().to(torch.int8))

    def forward(self, ids: Tensor) -> Tensor:
        """Ids to rows."""
        return self.table[ids].float() * self.scale[ids]


class Reader(nn.Module):
    """One passage: pieces `[L]`, features `[L, 4]`, edges `[T, 2]` to vectors `[T, 384]` and scores `[T, 12]`."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.encoder, self.roles = network.encoder, network.roles

    def forward(self, pieces: Tensor, features: Tensor, edges: Tensor) -> tuple[Tensor, Tensor]:
        """See the class."""
        vectors = self.encoder(pieces[None], None, features[None])[0]
        tokens = (vectors[edges[:, 0]] + vectors[edges[:, 1]]) / 2
        return tokens, self.roles(tokens)


class Linker(nn.Module):
    """Cues of one passage: vectors `[T, 384]`, scores `[T, 6]`, cues `[K, T]`, distances `[K, T]` to `[K, T, 6]` and `[K, 7]`."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.linker = network.linker

    def forward(self, vectors: Tensor, scores: Tensor, cues: Tensor, distances: Tensor) -> tuple[Tensor, Tensor]:
        """See the class."""
        means = cues @ vectors
        return self.linker(vectors[None], scores[None], means, distances), self.linker.kind(means)


def export(network: Network, folder: Path, *, whole: bool = False) -> None:
    """Write `reader.onnx` and `linker.onnx`; `whole` keeps the reader in float32."""
    network.eval()
    if not whole:
        network.encoder.words = Rows(network.encoder.words)
    length, tokens, cues = 24, 16, 3
    reader_given = (
        torch.randint(1000, 2000, (length,)), torch.zeros(length, 4, dtype=torch.long), torch.arange(tokens)[:, None].repeat(1, 2),
    )  # fmt: skip
    linker_given = (
        torch.randn(tokens, 384), torch.randn(tokens, 6), torch.full((cues, tokens), 1 / tokens), torch.zeros(cues, tokens, dtype=torch.long),
    )  # fmt: skip
    with tempfile.TemporaryDirectory() as place:
        full = Path(place) / "reader.onnx"
        torch.onnx.export(
            Reader(network), reader_given, full, dynamo=False, opset_version=17,
            input_names=["pieces", "features", "edges"], output_names=["vectors", "scores"],
            dynamic_axes={"pieces": {0: "L"}, "features": {0: "L"}, "edges": {0: "T"}, "vectors": {0: "T"}, "scores": {0: "T"}},
        )  # fmt: skip
        torch.onnx.export(
            Linker(network), linker_given, folder / "linker.onnx", dynamo=False, opset_version=17,
            input_names=["vectors", "scores", "cues", "distances"], output_names=["roles", "kinds"],
            dynamic_axes={"vectors": {0: "T"}, "scores": {0: "T"}, "cues": {0: "K", 1: "T"}, "distances": {0: "K", 1: "T"}, "roles": {0: "K", 1: "T"}, "kinds": {0: "K"}},
        )  # fmt: skip
        if whole:
            shutil.copy(full, folder / "reader.onnx")
        else:
            quantize_dynamic(
                full,
                folder / "reader.onnx",
                per_channel=True,
                weight_type=QuantType.QInt8,
                op_types_to_quantize=["MatMul"],
            )
    for name in ("reader.onnx", "linker.onnx"):
        onnx.checker.check_model(onnx.load(folder / name))


def average(checkpoints: Sequence[Path]) -> dict[str, Tensor]:
    """The mean of checkpoints of one run, or of runs from one beginning (Izmailov et al. 2018; Wortsman et al. 2022)."""
    states = [torch.load(each, map_location="cpu", weights_only=True) for each in checkpoints]
    return {name: torch.stack([state[name].float() for state in states]).mean(0) for name in states[0]}


def recipe_of(checkpoints: Sequence[Path]) -> dict[str, object]:
    """What the weights are made from, with the seeds of all runs; SystemExit where these differ in more than their seeds."""
    folders = dict.fromkeys(each.parent for each in checkpoints)
    recipes = [json.loads((each / "recipe.json").read_text(encoding="utf-8")) for each in folders]
    seeds = [each.pop("seed") for each in recipes]
    if any(each != recipes[0] for each in recipes):
        raise SystemExit(
            f"the runs in {', '.join(map(str, folders))} differ in more than their seeds; average runs of one recipe"
        )
    return {"seeds": seeds, **recipes[0]}


def main() -> None:
    """Export a checkpoint, or the mean of several, with its manifest."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("checkpoints", type=Path, nargs="+", help="several are averaged, weight by weight")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--name", help="of the weights; the folder of the first checkpoint where none is given")
    parser.add_argument("--whole", action="store_true", help="float32, for comparison")
    args = parser.parse_args()
    network = Network()
    network.load_state_dict(average(args.checkpoints))
    args.out.mkdir(parents=True, exist_ok=True)
    export(network, args.out, whole=args.whole)
    shutil.copy(base() / "vocab.txt", args.out / "vocabulary.txt")
    grammar = network.grammar()
    names = ("reader.onnx", "linker.onnx", "vocabulary.txt")
    manifest = {
        "name": args.name or args.checkpoints[0].parent.name,
        "checkpoints": [f"{each.parent.name}/{each.stem}" for each in args.checkpoints],
        "recipe": recipe_of(args.checkpoints),
        "files": {name: sha256((args.out / name).read_bytes()).hexdigest() for name in names},
        "transitions": grammar.transitions.astype(float).round(6).tolist(),
        "starts": grammar.starts.astype(float).round(6).tolist(),
        "confidence": [0.0, 0.1, 0.1, 0.1, 0.0, 0.0],
    }
    (args.out / "attributions.json").write_text(json.dumps(manifest, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
