"""The Encoder of a network in training: what is measured on dev goes the way that readings go."""

from collections.abc import Sequence
from pathlib import Path

import torch
from torch.nn import functional
from training.attributions.base_weights import base
from training.attributions.batches import Pieces
from training.attributions.network import Network, Scores

from sayso.ports.encoder import Linked, Passage, Scored


class TorchEncoder:
    """The Encoder of a network in training: what is measured on dev goes the way that readings go."""

    name = "training"
    weights: Sequence[float] = (0.0,) * 6

    def __init__(self, network: Network, pieces: Pieces) -> None:
        self.network, self.words = network, pieces
        self.grammar = network.grammar()

    def pieces(self, tokens: Sequence[str]) -> list[list[int]]:
        """The ids of each token's pieces, at least one each."""
        return self.words.words.cut(tokens)

    @torch.no_grad()
    def score(self, passages: Sequence[Passage]) -> list[Scored]:
        """One answer per passage."""
        return [self._score(passage) for passage in passages]

    def _score(self, passage: Passage) -> Scored:
        device = self.network.starts.device
        ids = torch.tensor([[self.words.start, *passage.pieces.tolist(), self.words.end]], device=device)
        features = functional.pad(torch.from_numpy(passage.features + 1), (0, 0, 1, 1))[None].to(device)
        vectors = self.network.encoder(ids, None, features)[0]
        edges = torch.from_numpy(passage.edges + 1).to(device)
        tokens = (vectors[edges[:, 0]] + vectors[edges[:, 1]]) / 2
        scores = self.network.roles(tokens)
        return Scored(
            tokens.cpu().numpy(), scores[:, :9].unflatten(-1, (3, 3)).cpu().numpy(), scores[:, 9:].cpu().numpy()
        )

    @torch.no_grad()
    def link(self, scored: Scored, cues: Sequence[tuple[int, int]]) -> Linked:
        """What the cues take as source and content."""
        device = self.network.starts.device
        scores = Scores(
            *(torch.from_numpy(each)[None].to(device) for each in (scored.vectors, scored.roles, scored.inner))
        )
        rows = torch.zeros(len(cues), dtype=torch.long, device=device)
        roles, kinds = self.network.link(scores, rows, torch.tensor(cues, device=device))
        return Linked(roles.cpu().numpy(), kinds.cpu().numpy())


def saved(checkpoint: Path) -> TorchEncoder:
    """The Encoder of a checkpoint."""
    network = Network()
    network.load_state_dict(torch.load(checkpoint, map_location="cpu", weights_only=True))
    network.eval()
    return TorchEncoder(network, Pieces(base() / "vocab.txt"))
