"""Word vectors, trained so that a title points where its claim points, a post where the claim that it repeats does.

Begins with the word pieces of MiniLM-L6, each as the model sees it alone (as in model2vec, van Dongen and Tulkens 2024), 256
principal components, shortened by how usual the piece is (Arora, Liang and Ma 2017). Then contrastive: of the claims of a batch the
right one has to be nearest (InfoNCE, van den Oord et al. 2018). A quarter of the words is left out
each time, so that no pair rests on one word. Claims that look alike as further wrong answers were no gain (.755 against .763).
"""

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from training.matching.corpus import Corpus, Post

from sayso.engines.wordpiece import WordPiece
from sayso.ports.meanings import Context, Weighing
from sayso.relate.matching.collection import Vectors
from sayso.relate.matching.wording import Word, read_post, read_words

SIZE = 256  # numbers of a vector; MAP@5 before training .534, with all 384 .564 for half as much again to carry
USUAL = 1e-2  # how often a piece is usual; MAP@5 of the training posts before training .534 so, .507 by idf
RESERVED = 999  # rows of the vocabulary that stand for no piece of a text
LEFT_OUT = 0.25  # as the next three as first chosen, not tuned
TEMPERATURE = 0.07
BATCH = 256
RATE = 2e-3
Pieces = list[int]


@dataclass(frozen=True, slots=True)
class Pair:
    """What is asked, what answers, and the claim that it is."""

    asked: Pieces
    answer: Pieces
    claim: int


class Trained:
    """Fulfils `ports.Meanings` with vectors in training."""

    weighing: Weighing

    def __init__(self, pieces: WordPiece, rows: Vectors) -> None:
        self.pieces = pieces
        self.rows = rows

    def vectors(self, words: Sequence[str]) -> Vectors:
        """A vector for each word."""
        cut = self.pieces.cut(words)
        summed = [self.rows[each].sum(0) for each in cut]
        return np.stack(summed) if summed else np.zeros((0, self.rows.shape[1]), np.float32)

    def context(self, texts: Sequence[str]) -> Context:
        """What is in training is words; texts are read with the base as it came."""
        raise NotImplementedError


def beginning(pieces: Vectors, claims: Sequence[Pieces]) -> Vectors:
    """The vectors before training `[V, SIZE]`, of what the model makes of each piece alone `[V, H]`."""
    centred = pieces - pieces.mean(0)
    _, axes = np.linalg.eigh(centred[RESERVED:].T @ centred[RESERVED:])
    reduced = centred @ axes[:, ::-1][:, :SIZE]
    reduced /= np.linalg.norm(reduced, axis=1, keepdims=True) + 1e-9
    seen = np.zeros(len(pieces))
    for each in claims:
        seen[sorted(set(each))] += 1
    share = (seen + 0.5) / len(claims)
    started: Vectors = (reduced * (USUAL / (USUAL + share))[:, None]).astype(np.float32)
    return started


def pairs_of(corpus: Corpus, posts: Sequence[Post], cut: Callable[[Sequence[Word]], Pieces]) -> list[Pair]:
    """Titles with their claims, and each post with the text, the title and the whole of its claim."""
    texts = [cut(read_words(claim.text)) for claim in corpus.claims]
    titles = [cut(read_words(claim.title)) for claim in corpus.claims]
    pairs = [Pair(titles[each], texts[each], each) for each in range(len(texts)) if titles[each] and texts[each]]
    for post in posts:
        asked = cut(read_post(post.text).words)
        for claim in post.relevant:
            answers = (texts[claim], titles[claim] or texts[claim], texts[claim] + titles[claim])
            pairs += [Pair(asked, answer, claim) for answer in answers if asked]
    return pairs


@dataclass
class Course:
    """One training: what it begins with, on what, for how long."""

    start: Vectors
    pairs: Sequence[Pair]
    epochs: int = 4  # MAP@5 of the posts left out, by the vectors alone: .725, .758, .763 after 1, 2, 3; then level

    def run(self, seed: int) -> Vectors:
        """The vectors after training."""
        torch.manual_seed(seed)
        chance = random.Random(seed)  # noqa: S311 # a training wants the same numbers again
        bag = torch.nn.EmbeddingBag.from_pretrained(torch.tensor(self.start), freeze=False, mode="sum")
        steps = torch.optim.Adam(bag.parameters(), lr=RATE)
        total = self.epochs * (len(self.pairs) // BATCH + 1)
        done = 0
        for epoch in range(self.epochs):
            order = chance.sample(range(len(self.pairs)), len(self.pairs))
            for first in range(0, len(order), BATCH):
                steps.param_groups[0]["lr"] = RATE * (1 - done / total)
                loss = self.loss(bag, order[first : first + BATCH], chance)
                steps.zero_grad()
                loss.backward()
                steps.step()
                done += 1
            print(f"epoch {epoch}: {loss.item():.3f}", flush=True)
        trained: Vectors = bag.weight.detach().numpy()
        return trained

    def loss(self, bag: torch.nn.EmbeddingBag, batch: list[int], chance: random.Random) -> torch.Tensor:
        """How far the right claims are from being the nearest, both ways."""
        pairs = [self.pairs[each] for each in batch]
        asked = pointing(bag, [pair.asked for pair in pairs], chance)
        likeness = asked @ pointing(bag, [pair.answer for pair in pairs], chance).T / TEMPERATURE
        claims, own = torch.tensor([pair.claim for pair in pairs]), torch.arange(len(pairs))
        same = claims[:, None] == claims
        same[own, own] = False
        likeness = likeness.masked_fill(same, -1e4)
        there = torch.nn.functional.cross_entropy(likeness, own)
        return (there + torch.nn.functional.cross_entropy(likeness.T, own)) / 2


def pointing(bag: torch.nn.EmbeddingBag, texts: Sequence[Pieces], chance: random.Random) -> torch.Tensor:
    """Directions of texts of which some pieces are left out."""
    kept = [[piece for piece in text if chance.random() > LEFT_OUT] or text for text in texts]
    starts = np.cumsum([0, *(len(text) for text in kept[:-1])])
    summed = bag(torch.tensor([piece for text in kept for piece in text]), torch.tensor(starts))
    return torch.nn.functional.normalize(summed, dim=1)
