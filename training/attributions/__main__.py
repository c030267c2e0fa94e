"""Train the weights that read attributions.

python -m training.attributions --corpora ../shared/corpora --seed 1 --out build/attributions/seed1
"""

import argparse
import json
import random
import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from itertools import islice
from pathlib import Path
from typing import Any

import torch
from training.attributions.base_weights import base
from training.attributions.batches import Batch, Pieces, epoch
from training.attributions.examples import read_examples
from training.attributions.figures import Gold, figures, read_gold
from training.attributions.marked import marked_examples, marked_files
from training.attributions.network import LAYERS, Network
from training.attributions.torch_encoder import TorchEncoder, saved

from sayso.annotate.learned.finding import find

# What new layers begin from, whatever the seed: runs that begin alike and learn in different orders can be averaged weight by weight
# (Wortsman et al. 2022), and the mean reads better than each.
BEGINNING = 1


def groups(network: Network, rate: float, decay: float, head_rate: float) -> list[dict[str, Any]]:
    """Parameter groups: lower layers learn more slowly (Howard and Ruder 2018)."""

    def group(parameters: list[torch.nn.Parameter], lr: float) -> list[dict[str, Any]]:
        matrices = [each for each in parameters if each.dim() > 1]
        return [
            {"params": matrices, "lr": lr, "weight_decay": 0.01},
            {"params": [each for each in parameters if each.dim() <= 1], "lr": lr, "weight_decay": 0.0},
        ]

    encoder = network.encoder
    made = group([encoder.words.weight, encoder.positions.weight, *encoder.norm.parameters()], rate * decay**LAYERS)
    made += group(list(encoder.features.parameters()), head_rate)
    for number, layer in enumerate(encoder.layers):
        made += group(list(layer.parameters()), rate * decay ** (LAYERS - 1 - number))
    heads = [*network.roles.parameters(), *network.linker.parameters()]
    return [*made, *group(heads, head_rate), *group([network.transitions, network.starts], head_rate * 10)]


def write_recipe(args: argparse.Namespace, inputs: list[Path]) -> None:
    """What the weights are made from: every argument but the places, and the digests of the data and the base."""
    recipe = {key: value for key, value in vars(args).items() if key not in ("corpora", "out")}
    recipe["teachers"] = [f"{each.parent.name}/{each.stem}" for each in args.teachers]
    recipe["data"] = {path.name: sha256(path.read_bytes()).hexdigest() for path in inputs}
    (args.out / "recipe.json").write_text(json.dumps(recipe, indent=1) + "\n", encoding="utf-8")


@dataclass(slots=True)
class Run:
    """A network on its way, with all that the next step depends on."""

    network: Network
    optimizer: torch.optim.Optimizer
    schedule: torch.optim.lr_scheduler.LRScheduler
    file: Path
    epoch: int = 0

    def save(self) -> None:
        """Write it down, so that an interrupted run goes on where its last epoch ended."""
        parts = {name: getattr(self, name).state_dict() for name in ("network", "optimizer", "schedule")}
        chance = [torch.get_rng_state(), *torch.cuda.get_rng_state_all()]  # none of the latter without a GPU
        torch.save({**parts, "chance": chance, "epoch": self.epoch}, self.file)

    def resume(self) -> None:
        """Take up what was written down, if anything was."""
        if self.file.exists():
            saved = torch.load(self.file, map_location="cpu", weights_only=True)
            for name in ("network", "optimizer", "schedule"):
                getattr(self, name).load_state_dict(saved[name])
            torch.set_rng_state(saved["chance"][0])
            torch.cuda.set_rng_state_all(saved["chance"][1:])
            self.epoch = saved["epoch"]


def start(args: argparse.Namespace, total: int, weights: Path, device: torch.device) -> Run:
    """A run at its beginning: rates rise over the first twentieth of all steps and then fall to nothing."""
    torch.manual_seed(BEGINNING)
    network = Network()
    torch.manual_seed(args.seed)
    network.encoder.load_base(weights)
    network.to(device)
    optimizer = torch.optim.AdamW(groups(network, args.rate, args.decay, args.head_rate), betas=(0.9, 0.98), eps=1e-6)
    warm = max(1, total // 20)

    def rate(step: int) -> float:
        return max(0.01, min((step + 1) / warm, (total - step) / (total - warm)))

    return Run(network, optimizer, torch.optim.lr_scheduler.LambdaLR(optimizer, rate), args.out / "state.pt")


def one_epoch(run: Run, batches: Iterable[Batch], teachers: Sequence[Network], device: torch.device) -> float:
    """Learn from every batch, and from teachers if there are any; the mean loss."""
    run.network.train()
    begun, losses, seen = time.monotonic(), [], 0
    for each in batches:
        batch = each.to(device)
        with torch.autocast(device.type, dtype=torch.bfloat16):
            loss = run.network.loss(batch, teachers)
        run.optimizer.zero_grad(set_to_none=True)
        loss.backward()  # type: ignore[no-untyped-call]
        torch.nn.utils.clip_grad_norm_(run.network.parameters(), 1.0)
        run.optimizer.step()
        run.schedule.step()
        losses.append(loss.item())
        seen += int(batch.mask.sum())
        if sys.stderr.isatty():
            rate = seen / (time.monotonic() - begun)
            print(f"\r{len(losses)} steps, loss {losses[-1]:.3f}, {rate:.0f} pieces/s ", end="", file=sys.stderr)
    return sum(losses) / max(1, len(losses))


def on_dev(run: Run, golds: Sequence[Gold], pieces: Pieces) -> dict[str, float]:
    """The figures of the network as it is."""
    run.network.eval()
    encoder = TorchEncoder(run.network, pieces)
    return figures([[each for each in find(gold.tokens, encoder) if each.outer] for gold in golds], golds)


def arguments() -> argparse.Namespace:
    """What is asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpora", type=Path, default=Path("../shared/corpora"))
    parser.add_argument(
        "--out", type=Path, required=True, help="a folder for checkpoints and the log; a run there goes on"
    )
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--epochs", type=int, default=6)
    parser.add_argument("--budget", type=int, default=4096, help="pieces in a batch")
    parser.add_argument("--rate", type=float, default=2e-4, help="of the encoder's last layer")
    parser.add_argument("--decay", type=float, default=0.87, help="of the rate, with each layer down")
    parser.add_argument("--head-rate", type=float, default=1e-3)
    parser.add_argument(
        "--teachers", type=Path, nargs="*", default=[], help="checkpoints to learn from beside the labels"
    )
    parser.add_argument("--some", type=int, help="only so many documents, to try the recipe out")
    return parser.parse_args()


def main() -> None:
    """Train, epoch by epoch."""
    args = arguments()
    device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
    folder = base()
    pieces = Pieces(folder / "vocab.txt")
    paths = [args.corpora / f"polnear/{part}.jsonl" for part in ("train", "dev")]
    train = [each for of in (read_examples(paths[0]), marked_examples()) for each in islice(of, args.some)]
    golds = read_gold(paths[1])[: args.some]
    args.out.mkdir(parents=True, exist_ok=True)
    write_recipe(args, [*paths, *marked_files(), folder / "model.safetensors"])

    def batches(number: int) -> Iterator[Batch]:
        return epoch(train, pieces, random.Random(f"{args.seed}.{number}"), args.budget)  # noqa: S311 # no secret

    teachers = [saved(path).network.to(device) for path in args.teachers]
    run = start(args, sum(1 for _ in batches(0)) * args.epochs, folder / "model.safetensors", device)
    run.resume()
    while run.epoch < args.epochs:
        begun = time.monotonic()
        loss = one_epoch(run, batches(run.epoch), teachers, device)
        run.epoch += 1
        run.save()
        torch.save(run.network.state_dict(), args.out / f"epoch{run.epoch}.pt")
        line = {"epoch": run.epoch, "loss": round(loss, 4), "seconds": round(time.monotonic() - begun)}
        line |= on_dev(run, golds, pieces)
        with (args.out / "log.jsonl").open("a", encoding="utf-8") as log:
            log.write(json.dumps(line) + "\n")
        print(json.dumps(line), flush=True)


if __name__ == "__main__":
    main()
