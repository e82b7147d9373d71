"""Questions about what people said to hints and remarks."""

from factdesk.model.hint import Dismissal, HintSettings
from factdesk.model.record import Id
from factdesk.model.remark import SetAside
from factdesk.store.reading import Reading, found


class HintReading(Reading):
    """What the desk knows of hints and remarks: the rest follows from the texts."""

    def hint_settings(self) -> HintSettings | None:
        """Read how the desk wants its hints; None where it takes them as they are shipped."""
        return self._one(HintSettings, "1 ORDER BY key")

    def dismissals(self, article: Id) -> list[Dismissal]:
        """Read which hints of an article are not wanted, in all its versions."""
        return self._all(Dismissal, "article = ? ORDER BY key", article)

    def set_aside(self, key: Id) -> SetAside:
        """Read how a remark was set aside.

        Raises:
            NotFound: if it counts again.
        """
        return found(self._one(SetAside, "id = ?", key), "remark set aside")

    def set_asides(self, article: Id) -> list[SetAside]:
        """Read which remarks on an article and its claims are set aside."""
        return self._all(SetAside, "article = ? ORDER BY key", article)
