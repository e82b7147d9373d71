"""Every format written from AVeriTeC's 500 real claims, beside the format's library alone.

    python benchmarks/exporting.py [--rounds 3]

The claims stand in one article, a paragraph each, with their speakers, verdicts, reasons and the
answers of the corpus as evidence. Beside each format stands what its library needs to write the
same amount with nothing around it: the same JSON, rows, paragraphs, comments, pages. CPU seconds,
the best of the rounds; libraries are loaded before. The package is compared with packing what the
other formats took their time to write. Needs ``$FACTDESK_DATA/averitec/dev.json``.
"""

import argparse
import csv
import io
import json
import os
import resource
import time
from collections.abc import Callable
from html import escape
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

import docx
import openpyxl
import pypdf
import xlsxwriter
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Paragraph, SimpleDocTemplate

from factdesk.desk import articles, claims, opening, reports
from factdesk.exporters.pdf.type import BODY
from factdesk.exporters.registry import exporters
from factdesk.importers.base import Document, Draft, DraftBlock
from factdesk.model.article import Article, Version
from factdesk.model.claim import Claim, Claimant, WorkState
from factdesk.model.desk import House
from factdesk.model.edit import Change, Edit, birth
from factdesk.model.record import Record
from factdesk.model.source import Evidence, Source, Stance
from factdesk.model.span import BlockKind
from factdesk.model.verdict import Verdict
from factdesk.store.store import Store

TOP = Path(__file__).parent.parent
NOW = "2026-01-02T03:04:05Z"
RATINGS = {
    "Supported": ("true", Stance.SUPPORTS),
    "Refuted": ("false", Stance.REFUTES),
    "Conflicting Evidence/Cherrypicking": ("half-true", Stance.QUALIFIES),
    "Not Enough Evidence": ("unproven", Stance.NO_INFORMATION),
}

Form = Callable[[], object]


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--rounds", type=int, default=3)
    rounds = parser.parse_args().rounds
    data = Path(os.environ.get("FACTDESK_DATA", TOP.parent / "shared" / "data"))
    corpus = data / "averitec" / "dev.json"
    if not corpus.is_file():
        print(f"no {corpus} (set FACTDESK_DATA)")
        return
    with Store.in_memory() as store:
        article = filled(store, json.loads(corpus.read_text("utf-8")))
        gathering = best(lambda: reports.gather(store, article, whole=True), rounds)
        report = reports.gather(store, article, whole=True)
        counts = store.counts()
        print(f"{counts['claim']} claims, {counts['evidence']} pieces of evidence, ", end="")
        print(f"{counts['source']} sources; gathered in {gathering:.2f} s")
        print(f"{'format':14} {'bytes':>10} {'seconds':>8} {'library alone':>14} {'times':>6}")
        seconds: dict[str, float] = {}
        for name, form in exporters().items():
            writer = form.load()
            content = writer.render(report)
            took = best(lambda writer=writer: writer.render(report), rounds)  # type: ignore[misc]  # bound at once
            alone = ALONE.get(name)
            line = f"{name:14} {len(content):10,} {took:8.3f} "
            seconds[name] = took
            if alone:
                packed = sum(seconds.values()) - took if name == "zip" else 0
                bare = best(alone(content), rounds) + packed
                line += f"{bare:14.3f} {took / bare:6.2f}"
            print(line, flush=True)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"highest memory: {peak:.0f} MB")


def best(work: Form, rounds: int) -> float:
    """Measure the CPU seconds of the best round."""
    return min(timed(work) for _ in range(rounds))


def timed(work: Form) -> float:
    begun = time.process_time()
    work()
    return time.process_time() - begun


def filled(store: Store, corpus: list[dict[str, Any]]) -> Article:
    """Put the corpus on a desk as one article."""
    opening.found(store)
    blocks = tuple(DraftBlock(BlockKind.PARAGRAPH, each["claim"]) for each in corpus)
    document = Document(name="averitec.json", content=b"averitec")
    draft = Draft(title="AVeriTeC, development part", url="https://example.org/a", blocks=blocks)
    article, edit = articles.add(store, document, draft)
    store.apply(edit)
    described = articles.describe(article, review_url="https://example.org/checks/averitec")
    store.apply(described)
    article, version = store.article(article.id), store.latest_version(article.id)
    house = store.house() or House(id="house")
    named = house.model_copy(update={"name": "Bench", "publisher_url": "https://bench.example"})
    records = recorded(article, version, corpus)
    store.apply(Edit("Fill", (Change(house, named), *(birth(record) for record in records))))
    return article


def recorded(article: Article, version: Version, corpus: list[dict[str, Any]]) -> list[Record]:
    """Make the records of all claims; a source or a speaker is made once."""
    shared: dict[str, Source | Claimant] = {}
    records: list[Record] = []
    for number, (each, block) in enumerate(zip(corpus, version.blocks, strict=True), 1):
        code, stance = RATINGS[each["label"]]
        speaker = each["speaker"] or ""
        if speaker:
            shared.setdefault(f"by {speaker}", Claimant(name=speaker))
        claim = Claim(
            article=article.id,
            number=number,
            wording=each["claim"],
            claimant=shared[f"by {speaker}"].id if speaker else None,
            state=WorkState.FINAL,
            rationale=each["justification"],
            marked=NOW,
        )
        records += [claim, claims.anchor(claim, version, block.span), judged(claim, code)]
        records += cited(claim, each, stance, shared)
    return [*shared.values(), *records]


def judged(claim: Claim, code: str) -> Verdict:
    """Give the verdict of the corpus."""
    scale = next(scale for scale in opening.shipped_scales() if scale.id == "five-step")
    rating = scale.rating(code)
    assert rating is not None
    return Verdict(
        claim=claim.id,
        number=1,
        scale=scale.id,
        rating=code,
        label=rating.label,
        value=rating.value,
        place=rating.place,
        rationale=claim.rationale,
        given=NOW,
    )


def cited(
    claim: Claim, each: dict[str, Any], stance: Stance, shared: dict[str, Source | Claimant]
) -> list[Record]:
    """Make each answer a piece of evidence."""
    pieces: list[Record] = []
    for question in each["questions"]:
        for answer in question["answers"]:
            url = answer.get("source_url") or ""
            title = url.split("/")[-1] or question["question"]
            source = Source(title=title[:200], url=url, added=NOW)
            known = shared.setdefault(f"at {url or question['question']}", source)
            pieces.append(
                Evidence(
                    claim=claim.id,
                    source=known.id,
                    number=len(pieces) + 1,
                    stance=stance,
                    quote=str(answer["answer"]),
                    accessed="2026-01-02",
                    added=NOW,
                )
            )
    return pieces


def bare_json(content: bytes) -> Form:
    """Write the same JSON."""
    document = json.loads(content)
    return lambda: json.dumps(document, ensure_ascii=False, indent=2).encode()


def bare_csv(content: bytes) -> Form:
    """Write the same rows."""
    rows = list(csv.reader(io.StringIO(content.decode(), newline="")))

    def work() -> bytes:
        text = io.StringIO(newline="")
        csv.writer(text).writerows(rows)
        return text.getvalue().encode()

    return work


def bare_xlsx(content: bytes) -> Form:
    """Write the same cells."""
    read = openpyxl.load_workbook(io.BytesIO(content))
    sheets = [list(sheet.iter_rows(values_only=True)) for sheet in read]

    def work() -> None:
        with xlsxwriter.Workbook(io.BytesIO(), {"in_memory": True}) as workbook:
            for rows in sheets:
                sheet = workbook.add_worksheet()
                for number, row in enumerate(rows):
                    for place, cell in enumerate(row):
                        if cell is not None:
                            write = sheet.write_string if isinstance(cell, str) else sheet.write
                            write(number, place, cell)

    return work


def bare_docx(content: bytes) -> Form:
    """Write the same paragraphs with the same runs, and the same comments; in styles of its own."""
    read, known = docx.Document(io.BytesIO(content)), {one.name for one in docx.Document().styles}
    told = [
        (
            one.style.name if one.style and one.style.name in known else None,
            [run.text for run in one.runs],
        )
        for one in read.paragraphs
    ]
    comments = [(one.author, [p.text for p in one.paragraphs]) for one in read.comments]

    def work() -> None:
        document = docx.Document()
        runs = []
        for style, texts in told:
            paragraph = document.add_paragraph(style=style)
            runs += [paragraph.add_run(text) for text in texts]
        for run, (author, (first, *others)) in zip(runs, comments, strict=False):
            comment = document.add_comment(run, first, author=author)
            for text in others:
                comment.add_paragraph(text)
        document.save(io.BytesIO())

    return work


def bare_pdf(content: bytes) -> Form:
    """Write the same pages, each line a paragraph in one font."""
    pages = pypdf.PdfReader(io.BytesIO(content)).pages
    lines = [line for page in pages for line in page.extract_text().split("\n")]
    style = ParagraphStyle("base", fontName=BODY, fontSize=9.5, leading=14, spaceAfter=5)

    def work() -> None:
        story = [Paragraph(escape(line), style) for line in lines]
        SimpleDocTemplate(io.BytesIO()).build(story)

    return work


def bare_zip(content: bytes) -> Form:
    """Pack the same members."""
    with ZipFile(io.BytesIO(content)) as archive:
        members = [(name, archive.read(name)) for name in archive.namelist()]

    def work() -> None:
        with ZipFile(io.BytesIO(), "w", ZIP_DEFLATED) as packed:
            for name, member in members:
                packed.writestr(name, member)

    return work


ALONE: dict[str, Callable[[bytes], Form]] = {
    **dict.fromkeys(("json", "claimreview", "webannotation", "csl"), bare_json),
    **dict.fromkeys(("csv", "csv-evidence"), bare_csv),
    "xlsx": bare_xlsx,
    "docx": bare_docx,
    "pdf": bare_pdf,
    "zip": bare_zip,
}


if __name__ == "__main__":
    main()
