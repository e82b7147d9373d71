"""Templates of the desk's own: equal in use to what is built in, and no way out of them."""

from pathlib import Path

import pytest
from markdown_it import MarkdownIt
from tests.exporters.checked_desk import SECRET
from tests.exporters.samples import ARTICLE, longest, sample

from factdesk.errors import ExportFailed
from factdesk.exporters.markdown import MarkdownExporter
from factdesk.exporters.templates.registry import Template, template, templates
from factdesk.exporters.templates.writing import TemplateExporter
from factdesk.exporters.wording import languages
from factdesk.model.report import Audience, Report

HOSTILE = "# <b>x</b> [a](http://evil.example) *b* | `c` & {{ 7*7 }} {% raw %}\n\n# d"


def made(folder: Path, text: str, name: str = "own.md.j2") -> Template:
    (folder / name).write_text(text, encoding="utf-8")
    return template(name, folder)


def told(folder: Path, text: str, report: Report, name: str = "own.md.j2") -> str:
    return TemplateExporter(made(folder, text, name)).render(report).decode()


def hostile() -> Report:
    base = longest()
    own = base.claim.model_copy(update={"wording": HOSTILE})
    return sample().model_copy(
        update={
            "article": ARTICLE.model_copy(update={"title": HOSTILE}),
            "findings": (base.model_copy(update={"claim": own}),),
        }
    )


@pytest.mark.parametrize("audience", Audience)
@pytest.mark.parametrize("language", sorted(languages()))
def test_the_shipped_template_is_equal_to_the_report_that_is_built_in(
    audience: Audience, language: str
) -> None:
    report = sample(audience).model_copy(update={"language": language})
    written = TemplateExporter(template("report", None)).render(report)
    assert written.decode() == MarkdownExporter().render(report).decode()


def test_the_shipped_template_fits_a_report_without_claims() -> None:
    bare = sample().model_copy(update={"findings": (), "left_out": (), "sources": ()})
    assert TemplateExporter(template("report", None)).render(bare) == MarkdownExporter().render(
        bare
    )


def test_a_template_lays_the_data_out_as_it_likes(tmp_path: Path) -> None:
    text = (
        "# {{ report.article.publisher }}\n"
        "{% for claim in claims %}\n"
        "- {{ claim.reference }}: {{ claim.named }}, {{ claim.claim.kind or '-' }}\n"
        "{% endfor %}\n{{ say('as_of') }}: {{ day(report.made) }}\n"
    )
    assert told(tmp_path, text, sample()).split("\n")[:3] == [
        "# The Tidewater Post",
        "- C1: ◔ Mostly false, superlative",
        "- C3: not judged, money",
    ]
    assert told(tmp_path, text, sample()).endswith("\nAs of: 17 February 2026\n")


@pytest.mark.parametrize(
    "use",
    [
        "{{ report.article.title }}",
        "{{ 'Title: ' ~ report.article.title }}",
        "{{ [report.article.title, claims[0].claim.wording] | join(', ') }}",
        "{% set t %}{{ report.article.title }}{% endset %}{{ t }}",
        "{% macro m(x) %}{{ x }}{% endmacro %}{{ m(report.article.title) }}",
        "{{ '%s' | format(report.article.title) }}",
        "{{ say('fact_check', title=report.article.title) }}",
    ],
)
def test_no_article_breaks_out_of_markdown(tmp_path: Path, use: str) -> None:
    tokens = MarkdownIt("commonmark").parse(told(tmp_path, use, hostile()))
    assert [token.type for token in tokens] == ["paragraph_open", "inline", "paragraph_close"]
    inner = tokens[1].children or []
    assert {token.type for token in inner} == {"text"}
    assert "# <b>x</b> [a](http://evil.example) *b* | `c` & {{ 7*7 }}" in tokens[1].content.replace(
        "\\", ""
    )


def test_no_article_breaks_out_of_html(tmp_path: Path) -> None:
    text = "<p title='{{ report.article.title }}'>{{ claims[0].claim.wording }}</p>"
    page = told(tmp_path, text, hostile(), "own.html.j2")
    assert "<b>" not in page
    assert page.count("<") == 2
    assert "&lt;b&gt;x&lt;/b&gt;" in page


def test_written_sections_are_not_escaped_again(tmp_path: Path) -> None:
    assert "<h2>Bottom line</h2>" in told(
        tmp_path, "{{ sections.bottom_line }}", sample(), "o.html.j2"
    )
    assert "> It is **“the longest" in told(tmp_path, "{{ claims[0].parts.sentence }}", sample())


@pytest.mark.parametrize(
    ("text", "line", "word"),
    [
        ("one\n{% if %}\n", 2, "Expected an expression"),
        ("one\ntwo\n{{ report.artcle.title }}", 3, "artcle"),
        ("{% for x in claims %}\n{{ x.claim.nothing.at.all }}\n{% endfor %}", 2, "nothing"),
        ("\n\n\n{{ 1 / 0 }}", 4, "division"),
        ("\n{{ ''.__class__.__mro__ }}", 2, "unsafe"),
        ("\n{{ claims.append(1) }}", 2, "append"),
        ("\n{{ say('no such words') }}", 2, "no such words"),
        ("{% include '../secret.md.j2' %}", 1, "secret"),
        ("{% include '/etc/passwd' %}", 1, "passwd"),
        ("\n{% macro f() %}{{ f() }}{% endmacro %}{{ f() }}", 2, "recursion"),
        ("\n{{ range(10000000) | list }}", 2, "Range too big"),
    ],
)
def test_what_goes_wrong_names_the_template_and_its_line(
    tmp_path: Path, text: str, line: int, word: str
) -> None:
    (tmp_path / "secret.md.j2").write_text("secret")
    folder = tmp_path / "templates"
    folder.mkdir()
    with pytest.raises(ExportFailed) as failure:
        told(folder, text, sample())
    assert failure.value.message.startswith(f"The template own.md.j2, line {line}: ")
    assert word in failure.value.message
    assert failure.value.kind == "template_failed"


def test_a_fault_in_an_included_template_is_named_there(tmp_path: Path) -> None:
    made(tmp_path, "fine\n{{ nothing }}", "part.md.j2")
    with pytest.raises(ExportFailed, match=r"part\.md\.j2, line 2: 'nothing' is undefined"):
        told(tmp_path, "{% include 'part.md.j2' %}", sample())


def test_ones_own_template_hides_a_shipped_one_and_can_include_it(tmp_path: Path) -> None:
    assert [each.path.parent for each in templates(None)] == [template("report", None).path.parent]
    own = made(tmp_path, "mine", "report.md.j2")
    assert templates(tmp_path) == [own]
    assert template("report", tmp_path) == own
    (tmp_path / "notes.txt").write_text("not one")
    assert templates(tmp_path) == [own]


def test_a_template_that_is_not_there_names_those_there_are(tmp_path: Path) -> None:
    with pytest.raises(ExportFailed, match="no template “ours”") as failure:
        template("ours", tmp_path)
    assert "report.md.j2" in failure.value.advice


ALL = (
    "{{ report }} {{ sections }} {{ memo }} {{ copy }} {{ claims }} {{ internal }} {{ language }}"
    "{% for claim in claims %}{{ claim.parts }}{% endfor %}"
)


@pytest.mark.parametrize("name", ["all.md.j2", "all.html.j2"])
def test_a_template_for_the_public_is_given_nothing_confidential(
    tmp_path: Path, public_report: Report, report: Report, name: str
) -> None:
    assert SECRET in told(tmp_path, ALL, report, name)
    assert SECRET not in told(tmp_path, ALL, public_report, name)
    assert "'memo': {}" in told(tmp_path, "{{ {'memo': memo} }}", public_report)
