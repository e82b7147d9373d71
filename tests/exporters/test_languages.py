"""Reports in other languages: every fixed word is in every language, and none is in the code."""

import io
import re
from collections.abc import Iterator
from enum import StrEnum
from html import unescape
from string import Formatter
from typing import Any, TypeVar

import docx
import pypdf
import pytest
from tests.exporters.samples import sample, shipped_scale

from factdesk.errors import ExportFailed
from factdesk.exporters import wording
from factdesk.exporters.registry import exporters, format_named
from factdesk.exporters.wording import Tongue, Words, languages, tongue, words
from factdesk.model import article, changes, claim, remark, report, source, verdict, workflow
from factdesk.model.record import Value
from factdesk.model.report import Audience, Part, Report

WORDED = sorted(name for name, form in exporters().items() if form.worded)
OTHERS = sorted(set(languages()) - {"en"})

V = TypeVar("V")


def text_of(form: str, content: bytes) -> str:
    """Read what a reader reads, without styles, names and marks."""
    if form == "docx":
        document = docx.Document(io.BytesIO(content))
        told = [paragraph.text for paragraph in document.paragraphs]
        told += [p.text for comment in document.comments for p in comment.paragraphs]
        cells = (cell.text for table in document.tables for row in table.rows for cell in row.cells)
        return "\n".join([*told, *cells])
    if form == "pdf":
        return "\n".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(content)).pages)
    text = content.decode()
    if form == "html":
        text = re.sub(r"<(style|script).*?</\1>", "", text, flags=re.DOTALL)
        titles = " ".join(re.findall(r'title="(.*?)"', text))
        return unescape(re.sub(r"<[^>]*>", " ", text) + titles)
    return text


def mute(value: V) -> V:
    """Take every letter out of what users wrote, wherever it stands."""
    if isinstance(value, StrEnum) or value is None:
        return value
    if isinstance(value, Value):
        kept = {"id", "claim", "checker", "decided_by", "source", "scale", "rating", "code"}
        kept |= {"language", "light", "dark", "sha256", "version", "article"}
        fields = {n: v if n in kept and isinstance(v, str) else mute(v) for n, v in value}
        return value.model_copy(update=fields)
    if isinstance(value, str):
        dated: Any = re.match(r"\d{4}-\d\d", value)
        return value if dated else re.sub(r"[A-Za-z]", "ξ", value)  # type: ignore[return-value]
    if isinstance(value, tuple):
        parts = [mute(part) for part in value]
        return type(value)(*parts) if hasattr(value, "_fields") else tuple(parts)  # type: ignore[return-value]
    return value


def muted(language: str, audience: Audience) -> Report:
    told = sample(audience)
    reduced: Report = mute(told)
    left_out = tuple(one.model_copy(update={"reason": report.DAMAGED}) for one in told.left_out)
    return reduced.model_copy(update={"language": language, "left_out": left_out})


def documents(audience: Audience) -> Iterator[Part | None]:
    yield from (None, Part.REPORT, Part.COPY)
    if audience is Audience.INTERNAL:
        yield from (Part.MEMO, Part.CHANGES)


@pytest.mark.parametrize("language", OTHERS)
def test_every_language_has_every_key_with_the_same_blanks(language: str) -> None:
    def blanks(told: Tongue) -> dict[str, list[str]]:
        texts = {
            **told.words,
            **{f"{key} {n}": t for key, f in told.counts.items() for n, t in enumerate(f)},
        }
        return {
            key: sorted(name for _, name, _, _ in Formatter().parse(text) if name)
            for key, text in texts.items()
        }

    english, other = tongue("en"), tongue(language)
    assert blanks(other) == blanks(english)
    assert {g: set(v) for g, v in other.values.items()} == {
        g: set(v) for g, v in english.values.items()
    }
    assert len(other.months) == 12
    assert all(text.strip() for group in other.values.values() for text in group.values())


def test_every_value_that_reports_name_has_its_word() -> None:
    kinds: list[type[StrEnum]] = [
        *(article.Mode, source.Stance, source.SourceClass, claim.AnchorRole, claim.ClaimKind),
        *(claim.WorkState, verdict.Basis, workflow.Issue, workflow.Confidence, workflow.Role),
        *(workflow.Force, workflow.Decision, workflow.Rule, changes.Fate),
        remark.Remarked,
    ]
    for kind in kinds:
        assert set(tongue("en").values[kind.__name__]) == {value.value for value in kind}


@pytest.mark.parametrize("form", WORDED)
@pytest.mark.parametrize("audience", Audience)
def test_no_fixed_word_stands_in_the_code(
    form: str, audience: Audience, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With a language that has no Latin letters, a report of texts without any has none."""
    english = tongue("en")

    def strange(text: str) -> str:
        kept = re.split(r"(\{.*?\})", text)
        return "".join(p if p.startswith("{") else re.sub("[A-Za-z]", "ж", p) for p in kept)

    told = english.model_copy(
        update={
            "months": tuple(map(strange, english.months)),
            "conjunction": strange(english.conjunction),
            "words": {key: strange(text) for key, text in english.words.items()},
            "counts": {k: (strange(a), strange(b)) for k, (a, b) in english.counts.items()},
            "values": {
                group: {key: strange(text) for key, text in of.items()}
                for group, of in english.values.items()
            },
        }
    )
    monkeypatch.setattr(wording, "words", lambda _: Words("zz", told))
    monkeypatch.setattr("factdesk.exporters.outline.telling.words", lambda _: Words("zz", told))
    reduced = muted("zz", audience)
    for part in documents(audience):
        text = text_of(form, format_named(form).load(part).render(reduced))
        text = re.sub(r"\b[0-9a-f]{64}\b|\bC\d\b|\bUTC\b|[0-9a-f\n]{60,}", "", text)
        assert re.findall(r"[A-Za-z]{2,}", text) == [], part


@pytest.mark.parametrize("form", WORDED)
@pytest.mark.parametrize("language", OTHERS)
def test_a_report_in_another_language_has_no_english_word(form: str, language: str) -> None:
    def vocabulary(of: Tongue) -> set[str]:
        texts = [*of.words.values(), *of.months, *(t for pair in of.counts.values() for t in pair)]
        texts += [text for group in of.values.values() for text in group.values()]
        plain = " ".join(re.sub(r"\{.*?\}", " ", text) for text in texts)
        return {word.casefold() for word in re.findall(r"[^\W\d_]{3,}", plain)}

    foreign = vocabulary(tongue("en")) - vocabulary(tongue(language))
    assert len(foreign) > 200
    for audience in Audience:
        for part in documents(audience):
            content = format_named(form).load(part).render(muted(language, audience))
            found = {
                word.casefold() for word in re.findall(r"[^\W\d_]{3,}", text_of(form, content))
            }
            assert found & foreign == set()


def test_dates_numbers_and_lists_are_those_of_the_language() -> None:
    told = {code: words(code) for code in languages()}
    assert {code: say.day("2026-03-01") for code, say in told.items()} == {
        "en": "1 March 2026",
        "de": "1. März 2026",
        "es": "1 de marzo de 2026",
        "fr": "1er mars 2026",
    }
    assert {code: say.day("2026-03") for code, say in told.items()} == {
        "en": "March 2026",
        "de": "März 2026",
        "es": "marzo de 2026",
        "fr": "mars 2026",
    }
    assert {code: (say.number(1400), say.number(12400)) for code, say in told.items()} == {
        "en": ("1,400", "12,400"),
        "de": ("1.400", "12.400"),
        "es": ("1400", "12\u00a0400"),
        "fr": ("1\u202f400", "12\u202f400"),
    }
    assert told["es"].listed(["Ana", "Inés"]) == "Ana e Inés"
    assert told["es"].listed(["agua", "hielo"]) == "agua y hielo"
    assert [told["fr"].count("claims", n) for n in (0, 1, 2)] == [
        *("0 affirmation", "1 affirmation", "2 affirmations"),
    ]


def test_the_language_of_the_page_is_told_to_its_reader() -> None:
    told = sample().model_copy(update={"language": "de"})
    page = format_named("html").load().render(told).decode()
    assert page.startswith('<!DOCTYPE html>\n<html lang="de">')
    file = pypdf.PdfReader(io.BytesIO(format_named("pdf").load().render(told)))
    assert str(file.root_object["/Lang"]) == "de"
    made = docx.Document(io.BytesIO(format_named("docx").load().render(told)))
    assert made.core_properties.language == "de"


def test_a_verdict_reads_as_it_did_that_day_in_every_language() -> None:
    labels = {rating.label for rating in shipped_scale().ratings}
    for code in languages():
        told = sample().model_copy(update={"language": code})
        text = format_named("md").load().render(told).decode()
        assert {label for label in labels if f"### C2 · ¶3 · ✗ {label}" in text} == {"False"}


def test_an_unknown_language_names_those_there_are() -> None:
    with pytest.raises(ExportFailed, match="xx") as failure:
        words("xx")
    assert failure.value.advice == "Choose one of: en, de, es, fr."
