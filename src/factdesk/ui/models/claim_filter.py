"""Which claims to show: words, judged or not, and a value on any of seven axes."""

from dataclasses import dataclass, replace
from typing import Any

from factdesk.model.lines import ClaimLine

#: The axes beside words and judged or not: the fields of a claim's line, and what they are called.
AXES = {
    "state": "State",
    "rating": "Verdict",
    "change": "Change",
    "kind": "Kind",
    "priority": "Priority",
    "assignee": "Assignee",
    "standing": "In the text",
}


@dataclass(frozen=True, slots=True)
class ClaimFilter:
    """Which claims to show; what is empty or None does not narrow.

    ``text`` is looked for without regard to case in reference, quote, wording and verdict; the
    rest are values of the fields of the same name.
    """

    text: str = ""
    judged: bool | None = None
    state: str = ""
    rating: str = ""
    change: str = ""
    kind: str = ""
    priority: str = ""
    assignee: str = ""
    standing: str = ""

    def accepts(self, line: ClaimLine) -> bool:
        """Tell whether the claim is among those wanted."""
        return (
            (self.judged is None or line.judged == self.judged)
            and (not self.state or line.state == self.state)
            and (not self.rating or line.rating == self.rating)
            and (not self.change or line.change == self.change)
            and (not self.kind or line.kind == self.kind)
            and (not self.priority or line.priority == self.priority)
            and (not self.assignee or line.assignee == self.assignee)
            and (not self.standing or line.standing == self.standing)
            and (not self.text or self.text.casefold() in _searched(line))
        )

    @property
    def axes(self) -> dict[str, str]:
        """The axes on which it narrows, with their values."""
        return {axis: value for axis in AXES if (value := getattr(self, axis))}

    def on(self, axis: str, value: str) -> "ClaimFilter":
        """Narrow on an axis; an empty value narrows there no more."""
        fields: dict[str, Any] = {axis: value}
        return replace(self, **fields)

    def kept(self) -> tuple[tuple[str, str], ...]:
        """Write what is worth keeping as pairs of axis and value."""
        judged = () if self.judged is None else (("judged", "yes" if self.judged else "no"),)
        text = (("text", self.text),) if self.text else ()
        return (*text, *judged, *self.axes.items())

    @classmethod
    def read(cls, pairs: tuple[tuple[str, str], ...]) -> "ClaimFilter":
        """Read what was kept; an axis that is not known does not narrow."""
        known = {axis: value for axis, value in pairs if axis in {*AXES, "text"}}
        judged = {"yes": True, "no": False}.get(dict(pairs).get("judged", ""))
        return cls(judged=judged, **known)


def _searched(line: ClaimLine) -> str:
    return f"{line.reference}\n{line.quote}\n{line.wording}\n{line.label}".casefold()
