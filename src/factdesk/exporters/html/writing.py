"""Text made safe for HTML, and the outline's blocks written in it."""

from functools import cache, singledispatch
from html import escape

from markdown_it import MarkdownIt

from factdesk.exporters.addresses import web_address
from factdesk.exporters.emphasis import paragraphs, parts
from factdesk.exporters.escape import visible
from factdesk.exporters.outline.parts import (
    Block,
    Fact,
    Facts,
    Heading,
    Listing,
    Markdown,
    Paragraph,
    Quote,
    Run,
    Runs,
    Sentence,
    Table,
    Text,
)
from factdesk.model.span import Span

_DEEPEST = 6


def safe(text: str) -> str:
    """Write a text that stays text, its white space without meaning."""
    return escape(visible(text))


def lines(text: str) -> str:
    """Write a text whose line breaks are seen."""
    return safe(text).replace("\n", "<br>")


def link(url: str, text: str) -> str:
    """Link a web address; whatever else is text."""
    href = web_address(url)
    return (
        f'<a href="{escape(href)}" rel="noopener noreferrer">{safe(text)}</a>'
        if href
        else safe(text)
    )


def prose(text: str) -> str:
    """Write a text of several paragraphs."""
    return "".join(map(_paragraph, paragraphs(text)))


def _paragraph(text: str) -> str:
    return f"<p>{lines(text)}</p>"


@singledispatch
def written(block: Block) -> str:
    """Write a block of an outline."""
    raise TypeError(f"an outline has no {type(block).__name__}")


@written.register
def _(heading: Heading) -> str:
    name = f' id="{escape(heading.name)}"' if heading.name else ""
    hues = heading.hues
    look = f' class="judged" style="--light:{hues[0]};--dark:{hues[1]}"' if hues else ""
    return f"<h{heading.level}{name}{look}>{line(heading.runs)}</h{heading.level}>"


@written.register
def _(paragraph: Paragraph) -> str:
    return f"<p>{'<br>'.join(map(line, paragraph.lines))}</p>"


@written.register
def _(text: Text) -> str:
    first, *others = paragraphs(text.text)
    return f"<p>{line(text.lead)} {lines(first)}</p>{''.join(map(_paragraph, others))}"


@written.register
def _(facts: Facts) -> str:
    return f'<dl class="facts">{"".join(map(_fact, facts.facts))}</dl>'


@written.register
def _(sentence: Sentence) -> str:
    told = "".join(_emphasised(part, at) for part, at in parts(sentence.text, sentence.place))
    return f'<blockquote class="sentence">{told}</blockquote>'


@written.register
def _(quote: Quote) -> str:
    return f"<blockquote>{prose(quote.text)}</blockquote>"


@written.register
def _(listing: Listing) -> str:
    kind = "ol" if listing.ordered else "ul"
    entries = "".join(
        f"<li{_name(listing, number)}>{''.join(map(written, blocks))}</li>"
        for number, blocks in enumerate(listing.entries, 1)
    )
    return f"<{kind}>{entries}</{kind}>"


@written.register
def _(table: Table) -> str:
    def row(cells: list[str], kind: str) -> str:
        told = (
            f'<{kind} class="{side}">{cell}</{kind}>'
            for cell, side in zip(cells, table.align, strict=True)
        )
        return f"<tr>{''.join(told)}</tr>"

    head = row([safe(cell) for cell in table.head], "th")
    body = "".join(row([line(cell) for cell in cells], "td") for cells in table.rows)
    return f"<table><thead>{head}</thead><tbody>{body}</tbody></table>"


@written.register
def _(markdown: Markdown) -> str:
    tokens = _reader().parse(visible(markdown.text))
    headings = [token for token in tokens if token.type in {"heading_open", "heading_close"}]
    ranks = sorted({token.tag for token in headings})
    for token in headings:
        token.tag = f"h{min(markdown.below + 1 + ranks.index(token.tag), _DEEPEST)}"
    return str(_reader().renderer.render(tokens, _reader().options, {})).strip()


@cache
def _reader() -> MarkdownIt:
    """Read Markdown in which HTML is text, images are links, and no link starts a script."""
    return MarkdownIt("commonmark", {"html": False}).disable("image")


def _fact(fact: Fact) -> str:
    below = "".join(f"<br>{line(runs)}" for runs in fact.below)
    return f"<div><dt>{safe(fact.name)}</dt><dd>{line(fact.runs)}{below}</dd></div>"


def _emphasised(text: str, place: Span) -> str:
    inside = lines(text[place.start : place.stop])
    set_off = f"<strong>{inside}</strong>" if inside else ""
    return f"<p>{lines(text[: place.start])}{set_off}{lines(text[place.stop :])}</p>"


def _name(listing: Listing, number: int) -> str:
    return f' id="{listing.name}-{number}"' if listing.name else ""


def line(runs: Runs) -> str:
    """Write runs on one line."""
    return "".join(map(_run, runs))


def _run(run: Run) -> str:
    if run.source:
        return f'<a href="#source-{run.source}">{safe(run.text)}</a>'
    if run.href:
        return link(run.href, run.text)
    tag = "strong" if run.strong else "em" if run.emphasis else "code" if run.code else ""
    return f"<{tag}>{safe(run.text)}</{tag}>" if tag else safe(run.text)
