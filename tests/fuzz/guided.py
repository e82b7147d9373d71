"""A target fuzzed under atheris, which goes on from whatever reaches new code.

Takes what `worker` takes. libFuzzer ends the process itself, and tells how much was done.
"""

import sys
from pathlib import Path
from random import Random

import atheris

with atheris.instrument_imports(include=["factdesk", "mammoth", "striprtf", "markdown_it"]):
    from tests.fuzz.mutation import LONGEST, mutated
    from tests.fuzz.targets import TARGETS
    from tests.fuzz.worker import AT_HAND, Trier, name_of

_SECONDS, _MEGABYTES = 60, 1_500


def main(name: str, seconds: float, seed: int, folder: Path) -> None:
    """Try inputs until the time is up."""
    target = TARGETS[name]
    trier, seeds = Trier(target, folder), list(target.seeds())
    corpus = folder / f"corpus-{name.replace(' ', '-')}"
    corpus.mkdir(exist_ok=True)
    for content in seeds:
        (corpus / name_of(content)).write_bytes(content)

    def attempt(content: bytes) -> None:
        (folder / AT_HAND).write_bytes(content)
        trier.attempt(content)

    def changed(content: bytes, most: int, number: int) -> bytes:
        dice = Random(number)  # noqa: S311 - seeded
        if dice.randrange(3) == 0:
            plain: bytes = atheris.Mutate(content, most)
            return plain
        return mutated(content, seeds, dice)[:most]

    options = {
        "max_total_time": int(seconds),
        "seed": seed or 1,
        "max_len": LONGEST,
        "timeout": _SECONDS,
        "rss_limit_mb": _MEGABYTES,
        "print_final_stats": 1,
        "artifact_prefix": f"{folder}/",
    }
    given = [f"-{option}={value}" for option, value in options.items()]
    atheris.Setup([sys.argv[0], *given, str(corpus)], attempt, custom_mutator=changed)
    atheris.Fuzz()


if __name__ == "__main__":
    main(sys.argv[1], float(sys.argv[2]), int(sys.argv[3]), Path(sys.argv[4]))
