"""What is to be remarked on claims that have been gathered, and what of it was set aside."""

from collections.abc import Iterable, Sequence

from factdesk.desk.contradictions import Kept, compared, of_sum, said_at, sums
from factdesk.desk.likely import forms
from factdesk.desk.lint import lint
from factdesk.model.claim import Anchor, AnchorStatus
from factdesk.model.record import Id
from factdesk.model.remark import Remark, SetAside, Weighed
from factdesk.model.report import Finding, Report
from factdesk.store.store import Store
from factdesk.text.crosscheck import KeptText, Sum


def kept_texts(store: Store, article: Id, findings: Iterable[Finding]) -> Kept:
    """Take apart the texts that the desk keeps of the sources cited, being articles themselves.

    A source is known by its address, one that has none by its title.
    """
    cited = {one.source.id: one.source for each in findings for one in each.evidence}.values()
    found = texts_at(store, {source.url for source in cited}, article)
    found |= _texts_titled(store, {one.title for one in cited if not one.url}, article)
    texts = {name: KeptText(text) for name, text in found.items()}
    names = {source.id: source.url or source.title for source in cited}
    return {source: texts[name] for source, name in names.items() if name in texts}


def on_claim(finding: Finding, found: Sequence[Sum], kept: Kept) -> list[Remark]:
    """Give the remarks on one claim; ``found`` is what does not add up in its article."""
    wrong = [of_sum(one, finding) for one in said_at(found, finding.anchors)]
    return [*compared(finding, kept), *wrong, *lint(finding)]


def on_article(wrong: Sequence[Sum], anchors: Iterable[Anchor]) -> list[Remark]:
    """Remark on the article what no claim of it says."""
    placed = (anchor for anchor in anchors if anchor.status is not AnchorStatus.ORPHANED)
    said = set(said_at(wrong, placed))
    return [of_sum(one) for one in wrong if one not in said]


def weigh(found: Iterable[Remark], asides: Iterable[SetAside]) -> list[Weighed]:
    """Tell which remarks are set aside."""
    known = {aside.remark: aside for aside in asides}
    return [Weighed(remark, known.get(remark.key)) for remark in found]


def remarked(store: Store, report: Report) -> Report:
    """Put the remarks into a report of the house."""
    wrong, asides = sums(report.version), store.set_asides(report.article.id)
    kept = kept_texts(store, report.article.id, report.findings)
    findings = tuple(
        one.model_copy(update={"remarks": tuple(weigh(on_claim(one, wrong, kept), asides))})
        for one in report.findings
    )
    anchors = [anchor for finding in findings for anchor in finding.anchors]
    told = {
        "findings": findings,
        "remarks": tuple(weigh(on_article(wrong, anchors), asides)),
        "made": max(report.made, *(aside.put_aside for aside in asides), ""),
    }
    return report.model_copy(update=told)


def texts_at(store: Store, addresses: Iterable[str], without: Id) -> dict[str, str]:
    """Find for each address the text that the desk itself keeps of it, as an article of its own.

    The article at hand, ``without``, is none of its own sources.
    """
    asked = {url: set(forms(url)) for url in addresses if url}
    known = store.articles_at(set().union(*asked.values())) if asked else []
    found: dict[str, str] = {}
    for article in known:
        if article.id == without:
            continue
        for url, written in asked.items():
            if written & {article.url, article.canonical_url}:
                found[url] = store.latest_version(article.id).text
    return found


def _texts_titled(store: Store, titles: Iterable[str], without: Id) -> dict[str, str]:
    """Find for each title the text of the latest other article that is called so."""
    found: dict[str, str] = {}
    for title in filter(str.strip, titles):
        kin = (one for one in store.articles_titled(title) if one.id != without)
        if article := next(kin, None):
            found[title] = store.latest_version(article.id).text
    return found
