"""The open corpus of news pages, with their truths."""

import gzip
import json
import os
from hashlib import sha256
from pathlib import Path
from typing import Any

TOP = Path(__file__).resolve().parent.parent.parent
DATA = Path(os.environ.get("FACTDESK_DATA") or TOP / "../shared/data")
FOLDS = 5

Truth = dict[str, Any]


def is_aside(identity: str) -> bool:
    """Tell whether a page was put aside: half of a third, whose other half was read later."""
    digest = sha256(identity.encode()).digest()
    return digest[0] % 3 == 0 and digest[2] % 2 == 1


def fold(identity: str) -> int:
    """Tell in which of the five folds a page stands."""
    return sha256(identity.encode()).digest()[1] % FOLDS


def pages(split: str, data: Path = DATA) -> list[tuple[Truth, bytes]]:
    """Load the pages of a split with their truths."""
    lines = (data / "newspages/truth.jsonl").read_text(encoding="utf-8").splitlines()
    truths = [json.loads(line) for line in lines]
    wanted = {"tuned": (False,), "aside": (True,), "all": (False, True)}[split]
    return [
        (truth, gzip.decompress((data / f"newspages/pages/{truth['id']}.html.gz").read_bytes()))
        for truth in truths
        if is_aside(truth["id"]) in wanted
    ]
