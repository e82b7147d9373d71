"""What is broken in the text of a Word document, taken out so that the converter reads the rest."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from posixpath import split

from lxml.etree import _Element

from factdesk.importers.markup_blocks import local_name
from factdesk.importers.office.word_borders import W

STORIES = frozenset({"document", "footnotes", "endnotes"})
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_HEXADECIMAL = frozenset("0123456789abcdefABCDEF")


def repair(parts: Mapping[str, _Element]) -> list[str]:
    """Take out what refers to nothing, and say in words what that was; no words are lost."""
    stories = {name: part for name, part in parts.items() if local_name(part) in STORIES}
    broken: Counter[str] = Counter()
    for kind in ("footnote", "endnote"):
        broken[f"references to {kind}s"] += _mend_notes(list(stories.values()), kind)
    for name, part in stories.items():
        broken["links and pictures"] += _mend_relations(part, _relations(parts, name))
        broken["signs"] += _remove(s for s in part.iter(f"{W}sym") if not _is_sign(s))
        broken["widths of cells"] += _remove(
            span for span in part.iter(f"{W}gridSpan") if not span.get(f"{W}val", "").isdecimal()
        )
        broken["references to comments"] += _remove(
            each for each in part.iter(f"{W}commentReference") if each.get(f"{W}id") is None
        )
    told = ", ".join(f"{count} {what}" for what, count in broken.items() if count)
    return [f"Broken in the document, and left out: {told}. The rest was read."] if told else []


def unwrap_single_forms(parts: Iterable[_Element]) -> bool:
    """Take text boxes out of a choice that has no older form, of which alone the converter reads.

    Word writes both (ECMA-376, part 3: alternate content); other programs do not. Tells if any.
    """
    single = [
        (wrapped, choice)
        for part in parts
        for wrapped in part.iter("{*}AlternateContent")
        if wrapped.find("{*}Fallback") is None and (choice := wrapped.find("{*}Choice")) is not None
    ]
    for wrapped, choice in single:
        for child in list(choice):
            wrapped.addprevious(child)
    return _remove(wrapped for wrapped, _ in single) > 0


def _mend_notes(stories: list[_Element], kind: str) -> int:
    """Take out references to notes that are not there; notes without one then close the text."""
    notes = {note.get(f"{W}id"): note for story in stories for note in story.iter(W + kind)}
    notes.pop(None, None)
    named = [each for story in stories for each in story.iter(f"{W}{kind}Reference")]
    lost = [each for each in named if each.get(f"{W}id") not in notes]
    unnamed = set(notes) - {each.get(f"{W}id") for each in named}
    bodies = [body for story in stories for body in story.iter(f"{W}body")]
    for number in unnamed if lost and bodies else ():
        if notes[number].get(f"{W}type") in {None, "normal"}:
            bodies[0].extend(notes[number].findall(f"{W}p"))
    nameless = (n for story in stories for n in story.iter(W + kind) if n.get(f"{W}id") is None)
    return _remove(lost) + _remove(nameless)


def _relations(parts: Mapping[str, _Element], name: str) -> set[str | None]:
    folder, file = split(name)
    told = parts.get(f"{folder}/_rels/{file}.rels")
    return {each.get("Id") for each in told} if told is not None else set()


def _mend_relations(part: _Element, known: set[str | None]) -> int:
    """Forget what leads out of the part to nothing: a link keeps its words without it."""
    count = 0
    for element in part.iter():
        for name in [str(n) for n in element.attrib if str(n).startswith(_R)]:
            if element.get(name) not in known:
                del element.attrib[name]
                count += 1
    return count


def _remove(elements: Iterable[_Element]) -> int:
    found = list(elements)
    for element in found:
        if (parent := element.getparent()) is not None:
            parent.remove(element)
    return len(found)


def _is_sign(sign: _Element) -> bool:
    told = sign.get(f"{W}char", "")
    return bool(told) and _HEXADECIMAL.issuperset(told)


def plain_markup(parts: Iterable[_Element]) -> Iterator[str]:
    """Give the paragraphs of the text without their form, where nothing else can be read."""
    for part in parts:
        if local_name(part) in STORIES:
            for paragraph in part.iter(f"{W}p"):
                yield "".join(_words(paragraph))


def _words(paragraph: _Element) -> Iterator[str]:
    for element in paragraph.iter(f"{W}t", f"{W}tab", f"{W}br"):
        around = element.iterancestors(f"{W}p", f"{W}moveFrom", "{*}Fallback")
        if next(around, None) is paragraph:
            yield (element.text or "") if element.tag == f"{W}t" else " "
