"""Why, in words for the screen."""

from factdesk.text.hints.lexicon import Lexicon


def reason(lexicon: Lexicon, kind: str, hedge: str = "") -> str:
    """Say what makes a place checkable, and how it is hedged."""
    words = f"checkable: {lexicon.reasons[kind]}"
    return f"{words}, hedged “{hedge}”" if hedge else words
