"""The two jobs, and the scale that each is judged on."""

from collections.abc import Sequence

from factdesk.errors import Refused
from factdesk.model.article import Article, Mode
from factdesk.model.desk import House
from factdesk.model.edit import Change, Edit
from factdesk.model.record import Id
from factdesk.store.store import Store

#: The scale of a line check; a house whose own scale it is reviews claims on the other.
LINE_SCALE, REVIEW_SCALE = "line-check", "five-step"


def scale_for(house: House, mode: Mode) -> Id:
    """Tell on which scale an article is judged where nothing else is said."""
    if mode is Mode.LINE_CHECK:
        return LINE_SCALE
    return REVIEW_SCALE if house.scale == LINE_SCALE else house.scale


def change(store: Store, article: Article, mode: Mode) -> Edit:
    """Plan to open an article in the other mode; its scale goes with it.

    Raises:
        Refused: if something has been judged already.
    """
    title = f"Open “{article.title}” for {_words(mode)}"
    if mode is article.mode:
        return Edit(title, ())
    line = store.article_line(article.id)
    if line is not None and line.judged:
        claims = "one claim is" if line.judged == 1 else f"{line.judged} claims are"
        raise Refused(
            f"The mode stays as it is: {claims} judged on its scale.",
            "Withdraw the verdicts first, or import the article anew.",
        )
    scale = scale_for(store.house(), mode)
    return Edit(
        title, (Change(article, article.model_copy(update={"mode": mode, "scale": scale})),)
    )


def change_all(store: Store, articles: Sequence[Id], mode: Mode) -> Edit:
    """Plan to open several articles in the other mode, those that are gone left out.

    Raises:
        Refused: if something has been judged already.
    """
    there = [one for one in articles if store.article_line(one) is not None]
    edits = [change(store, store.article(one), mode) for one in there]
    title = edits[0].title if len(edits) == 1 else f"Open {len(edits)} articles for {_words(mode)}"
    return Edit(title, tuple(each for edit in edits for each in edit.changes))


def _words(mode: Mode) -> str:
    return mode.value.replace("-", " ")
