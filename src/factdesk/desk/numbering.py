"""Sources numbered as a report cites them."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from factdesk.model.record import Id
from factdesk.model.report import Citation
from factdesk.model.source import Evidence, Source


@dataclass(slots=True)
class Numbering:
    """Numbers sources from 1 in the order in which they are cited."""

    sources: Mapping[Id, Source]
    cited: list[Source] = field(default_factory=list)
    numbers: dict[Id, int] = field(default_factory=dict)

    def cite(self, evidence: Evidence) -> Citation:
        """Cite a piece of evidence, whose source must be known."""
        source = self.sources[evidence.source]
        if source.id not in self.numbers:
            self.cited.append(source)
            self.numbers[source.id] = len(self.cited)
        return Citation(number=self.numbers[source.id], evidence=evidence, source=source)
