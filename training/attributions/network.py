"""The network: a BERT encoder with features, heads for each role, and a linker that tags roles as seen from a cue.

BERT as in Devlin et al. 2019; MiniLM as in Wang et al. 2020; linear-chain CRF as in Lafferty et al. 2001; the linker tags
arguments given a predicate, as semantic role labellers do (He et al. 2017; Shi and Lin 2019).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional
from training.attributions.batches import Batch
from training.attributions.examples import KINDS, UNKNOWN

from sayso.annotate.learned.distances import INSIDE, distances
from sayso.annotate.learned.finding import CUE
from sayso.ports.encoder import Grammar

SIZE, LAYERS, HEADS, INNER, POSITIONS, VOCABULARY = 384, 6, 12, 1536, 512, 30522
FEATURES = (8, 28, 8, 4)  # shapes, tags, quotation states, openings; 0 for the marks at the ends
LINK = 256
KINDS_COUNT = 0.5  # what kinds weigh beside spans: their labels are a word list's
PER_TOKEN = 10.0
DISTANCES = 2 * INSIDE + 1


class SharedDropout(nn.Module):
    """Dropout of whole coordinates, the same ones for all pieces of a window (Gal and Ghahramani 2016): cheap on a CPU."""

    def __init__(self, rate: float) -> None:
        super().__init__()
        self.rate = rate

    def forward(self, x: Tensor) -> Tensor:
        """X `[B, ..., D]`."""
        if not self.training:
            return x
        shape = (x.shape[0], *[1] * (x.dim() - 2), x.shape[-1])
        return x * (torch.rand(shape, device=x.device, dtype=x.dtype) >= self.rate) / (1 - self.rate)


class Layer(nn.Module):
    """One transformer layer, normed after each part."""

    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.qkv = nn.Linear(SIZE, 3 * SIZE)
        self.out = nn.Linear(SIZE, SIZE)
        self.norm1 = nn.LayerNorm(SIZE, eps=1e-12)
        self.up = nn.Linear(SIZE, INNER)
        self.down = nn.Linear(INNER, SIZE)
        self.norm2 = nn.LayerNorm(SIZE, eps=1e-12)
        self.drop = SharedDropout(dropout)

    def forward(self, x: Tensor, mask: Tensor | None) -> Tensor:
        """X `[B, L, SIZE]`; mask `[B, L]`, true where there is a piece."""
        batch, length, _ = x.shape
        q, k, v = self.qkv(x).view(batch, length, 3, HEADS, SIZE // HEADS).permute(2, 0, 3, 1, 4)
        # No dropout inside attention: it would cost more than all else on a CPU.
        mixed = functional.scaled_dot_product_attention(
            q, k, v, attn_mask=None if mask is None else mask[:, None, None, :]
        )
        x = self.norm1(x + self.drop(self.out(mixed.transpose(1, 2).reshape(batch, length, SIZE))))
        return self.norm2(x + self.drop(self.down(functional.gelu(self.up(x)))))


class Encoder(nn.Module):
    """Pieces with features to vectors."""

    def __init__(self, dropout: float = 0.1) -> None:
        super().__init__()
        self.words = nn.Embedding(VOCABULARY, SIZE)
        self.positions = nn.Embedding(POSITIONS, SIZE)
        self.features = nn.ModuleList(nn.Embedding(size, SIZE) for size in FEATURES)
        for table in self.features:
            nn.init.normal_(table.weight, std=0.02)
        self.norm = nn.LayerNorm(SIZE, eps=1e-12)
        self.layers = nn.ModuleList(Layer(dropout) for _ in range(LAYERS))
        self.drop = SharedDropout(dropout)

    def forward(self, ids: Tensor, mask: Tensor | None, features: Tensor) -> Tensor:
        """Ids `[B, L]`, features `[B, L, 4]` to vectors `[B, L, SIZE]`."""
        x = self.words(ids) + self.positions.weight[: ids.shape[1]]
        for number, table in enumerate(self.features):
            x = x + table(features[..., number])
        x = self.drop(self.norm(x))
        for layer in self.layers:
            x = layer(x, mask)
        return x

    def load_base(self, path: Path) -> None:
        """Take over the weights of the base."""
        found = load_file(path)
        with torch.no_grad():
            self.words.weight.copy_(found["embeddings.word_embeddings.weight"])
            self.positions.weight.copy_(
                found["embeddings.position_embeddings.weight"] + found["embeddings.token_type_embeddings.weight"][0]
            )
            _norm(self.norm, found, "embeddings.LayerNorm")
            for number, layer in enumerate(self.layers):
                name = f"encoder.layer.{number}"
                for kind in ("weight", "bias"):
                    parts = [found[f"{name}.attention.self.{part}.{kind}"] for part in ("query", "key", "value")]
                    getattr(layer.qkv, kind).copy_(torch.cat(parts))
                    getattr(layer.out, kind).copy_(found[f"{name}.attention.output.dense.{kind}"])
                    getattr(layer.up, kind).copy_(found[f"{name}.intermediate.dense.{kind}"])
                    getattr(layer.down, kind).copy_(found[f"{name}.output.dense.{kind}"])
                _norm(layer.norm1, found, f"{name}.attention.output.LayerNorm")
                _norm(layer.norm2, found, f"{name}.output.LayerNorm")


def _norm(norm: nn.LayerNorm, found: dict[str, Tensor], name: str) -> None:
    norm.weight.copy_(found[f"{name}.weight"])
    norm.bias.copy_(found[f"{name}.bias"])


class Roles(nn.Module):
    """Emissions of the three roles (O, B, I each) and of cues at any depth, for each token."""

    def __init__(self) -> None:
        super().__init__()
        self.hidden = nn.Linear(SIZE, SIZE)
        self.out = nn.Linear(SIZE, 12)
        self.drop = SharedDropout(0.1)

    def forward(self, tokens: Tensor) -> Tensor:
        """`[..., SIZE]` to `[..., 12]`."""
        return self.out(self.drop(functional.gelu(self.hidden(tokens))))


class Linker(nn.Module):
    """Emissions of source and content (O, B, I each) for each token, as seen from each cue; and what the cue says was done."""

    def __init__(self) -> None:
        super().__init__()
        self.token = nn.Linear(SIZE, LINK)
        self.cue = nn.Linear(SIZE, LINK)
        self.gate = nn.Linear(SIZE, LINK)
        self.distance = nn.Embedding(DISTANCES, LINK)
        self.hidden = nn.Linear(LINK, LINK // 2)
        self.out = nn.Linear(LINK // 2, 6)
        self.share = nn.Parameter(torch.ones(6))
        self.kind = nn.Linear(SIZE, len(KINDS))
        self.drop = SharedDropout(0.1)

    def forward(self, tokens: Tensor, roles: Tensor, cues: Tensor, distance: Tensor) -> Tensor:
        """Tokens `[K, T, SIZE]`, roles `[K, T, 6]`, cues `[K, SIZE]`, distance `[K, T]` to `[K, T, 6]`."""
        seen = self.token(tokens) * (1 + torch.tanh(self.gate(cues)))[:, None] + self.cue(cues)[:, None]
        mixed = self.drop(functional.gelu(seen + self.distance(distance)))
        return self.out(functional.gelu(self.hidden(mixed))) + self.share * roles


@dataclass
class Scores:
    """Emissions of one batch: outer `[B, T, 3, 3]`, inner cues `[B, T, 3]`, linked `[K, T, 2, 3]`, kinds `[K, 7]`."""

    tokens: Tensor
    outer: Tensor
    inner: Tensor


@dataclass
class Emissions:
    """All of one batch: outer `[B, T, 3, 3]`, inner `[B, T, 3]`, linked `[K, T, 2, 3]`, kinds `[K, 7]`."""

    outer: Tensor
    inner: Tensor
    linked: Tensor
    kinds: Tensor


class Network(nn.Module):
    """The whole: encoder, roles, linker, and one CRF for each of the five sequences (source, cue, content, and two linked)."""

    def __init__(self) -> None:
        super().__init__()
        self.encoder = Encoder()
        self.roles = Roles()
        self.linker = Linker()
        self.transitions = nn.Parameter(torch.zeros(5, 3, 3))
        self.starts = nn.Parameter(torch.zeros(5, 3))

    def rules(self) -> tuple[Tensor, Tensor]:
        """Transitions and starts, with I only after B or I."""
        never = torch.zeros(3, 3, device=self.starts.device)
        never[0, 2] = -1e4
        return self.transitions + never, self.starts + never[0]

    def grammar(self) -> Grammar:
        """The rules as readings go by them: cues at any depth, which were learned without any, go by those of outermost ones."""
        transitions, starts = (each.detach().cpu().numpy() for each in self.rules())
        which = [*range(len(starts)), CUE]
        return Grammar(transitions=transitions[which], starts=starts[which])

    def read(self, batch: Batch) -> Scores:
        """Vectors and emissions of each window's own tokens."""
        vectors = self.encoder(batch.ids, batch.mask, batch.features)
        rows = torch.arange(len(vectors), device=vectors.device)[:, None]
        tokens = (vectors[rows, batch.first] + vectors[rows, batch.last]) / 2
        roles = self.roles(tokens).float()
        return Scores(tokens, roles[..., :9].unflatten(-1, (3, 3)), roles[..., 9:])

    def link(self, scores: Scores, row: Tensor, span: Tensor) -> tuple[Tensor, Tensor]:
        """Emissions `[K, T, 2, 3]` and kinds `[K, 7]` of cues, given by window and half-open tokens."""
        length = scores.tokens.shape[1]
        at = torch.arange(length, device=span.device)
        inside = ((at >= span[:, :1]) & (at < span[:, 1:])).to(scores.tokens.dtype)
        tokens = scores.tokens[row]
        cues = (inside[:, :, None] * tokens).sum(1) / inside.sum(1, keepdim=True)
        roles = scores.outer[row][:, :, [0, 2]].flatten(2)
        starts, ends = span.cpu().numpy().T
        steps = torch.from_numpy(distances(starts, ends, length))
        linked = self.linker(tokens, roles, cues, steps.to(span.device))
        return linked.float().unflatten(-1, (2, 3)), self.linker.kind(cues).float()

    def emissions(self, batch: Batch) -> Emissions:
        """Every emission that the loss is made of, with the gold cues in place of found ones."""
        scores = self.read(batch)
        linked, kinds = self.link(scores, batch.cue_row, batch.cue_span)
        return Emissions(scores.outer, scores.inner, linked, kinds)

    def loss(self, batch: Batch, teachers: Sequence["Network"] = ()) -> Tensor:
        """The sum of all losses, per token; with teachers, half of it is how far the network is from what they say together."""
        mine = self.emissions(batch)
        parts = [
            self.sequences(mine.outer, batch.outer, batch.own, range(3)),
            self.sequences(mine.linked, batch.linked, batch.own[batch.cue_row], range(3, 5)),
            labels_loss(mine.inner, batch.inner),
            KINDS_COUNT * labels_loss(mine.kinds, batch.kinds),
        ]
        total = torch.stack(parts).sum()
        if teachers:
            with torch.no_grad():
                theirs = [teacher.emissions(batch) for teacher in teachers]
            total = (total + apart(mine, theirs, batch)) / 2
        return total / batch.own.sum() * PER_TOKEN

    def sequences(self, emissions: Tensor, labels: Tensor, own: Tensor, which: range) -> Tensor:
        """The loss of some sequences per row: emissions `[N, T, S, 3]`, labels `[N, T, S]`, own `[N, T]`."""
        trans, starts = self.rules()
        kinds = torch.tensor(which, device=own.device).repeat(len(own))
        return crf_loss(
            emissions.transpose(1, 2).flatten(0, 1),
            labels.transpose(1, 2).flatten(0, 1),
            own.repeat_interleave(len(which), 0),
            trans[kinds],
            starts[kinds],
        )


def labels_loss(scores: Tensor, labels: Tensor) -> Tensor:
    """Cross-entropy of single labels, summed, those set aside that nobody knows."""
    return functional.cross_entropy(scores.flatten(0, -2), labels.flatten(), ignore_index=UNKNOWN, reduction="sum")


def apart(mine: Emissions, theirs: Sequence[Emissions], batch: Batch) -> Tensor:
    """Cross-entropy of emissions under the mean of what teachers say of each token (Hinton et al. 2015), summed."""
    total = mine.outer.new_zeros(())
    linked = batch.own[batch.cue_row]
    for name, own in (("outer", batch.own), ("inner", batch.own), ("linked", linked)):
        said = torch.stack([getattr(each, name).softmax(-1) for each in theirs]).mean(0)
        cross = -(said * getattr(mine, name).log_softmax(-1)).sum(-1)
        total = total + cross[own].sum()
    return total


def crf_loss(emissions: Tensor, labels: Tensor, mask: Tensor, trans: Tensor, starts: Tensor) -> Tensor:
    """Negative log likelihood of label sequences, summed: emissions `[N, T, 3]`, trans `[N, 3, 3]`, starts `[N, 3]`.

    The sum over all paths is taken by halves, which takes log2(T) steps.
    """
    count, _, tags = emissions.shape
    chosen = emissions.gather(2, labels[..., None])[..., 0] * mask
    moved = trans[torch.arange(count, device=labels.device)[:, None], labels[:, :-1], labels[:, 1:]] * mask[:, 1:]
    gold = chosen.sum(1) + moved.sum(1) + starts.gather(1, labels[:, :1])[:, 0]
    identity = torch.full((tags, tags), -1e4, device=emissions.device).fill_diagonal_(0.0)
    steps = trans[:, None] + emissions[:, 1:, None, :]
    steps = torch.where(mask[:, 1:, None, None], steps, identity)
    while steps.shape[1] > 1:
        if steps.shape[1] % 2:
            steps = torch.cat([steps, identity.expand(count, 1, tags, tags)], 1)
        steps = torch.logsumexp(steps[:, 0::2, :, :, None] + steps[:, 1::2, None, :, :], 3)
    first = starts + emissions[:, 0]
    if steps.shape[1]:
        first = torch.logsumexp(first[:, :, None] + steps[:, 0], 1)
    return (torch.logsumexp(first, 1) - gold).sum()
