"""The world's faults, in words.

FactdeskError
├── ImportFailed      a document could not be read
├── ExportFailed      a report could not be written
├── NotFound          nothing on the desk answers to that name
├── Refused           a rule of the trade forbids it
├── Conflict          the record has changed since it was read
└── DeskUnusable      the desk file cannot be worked on
    ├── NotADesk      another program's file, or none of a database
    ├── DeskTooNew    written by a later Factdesk
    └── DeskDamaged   its pages no longer fit together

Whatever is not a FactdeskError is our own fault: it is never caught on the way.
"""


class FactdeskError(Exception):
    """Something outside the program went wrong; shown to the user as it stands.

    Attributes:
        kind: a stable word for scripts, in snake_case.
        message: what happened, one sentence.
        advice: what the user can do about it, or an empty string.
    """

    kind = "error"

    def __init__(self, message: str, advice: str = "", *, kind: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.advice = advice
        if kind is not None:
            self.kind = kind

    def __str__(self) -> str:
        return f"{self.message} {self.advice}".strip()


class ImportFailed(FactdeskError):
    """A document could not be read as an article."""

    kind = "unreadable"


class ExportFailed(FactdeskError):
    """A report could not be made or written."""

    kind = "export_failed"


class NotFound(FactdeskError):
    """Nothing on the desk answers to that name."""

    kind = "not_found"


class Refused(FactdeskError):
    """A rule of the trade forbids it; the advice says what is missing."""

    kind = "refused"


class Conflict(FactdeskError):
    """The record has changed since it was read; nothing was written."""

    kind = "conflict"


class DeskUnusable(FactdeskError):
    """The desk file cannot be worked on."""

    kind = "desk_unusable"


class NotADesk(DeskUnusable):
    """Another program's file, or no database at all."""

    kind = "not_a_desk"


class DeskTooNew(DeskUnusable):
    """Written by a later Factdesk than this one."""

    kind = "desk_too_new"


class DeskDamaged(DeskUnusable):
    """The file's pages no longer fit together."""

    kind = "desk_damaged"
