"""Where to look: which sentences state something checkable, where in them, and why.

What is found is checkable, not false and not important. Rules with hand-set weights: one regex
takes the text apart, one look-up a word tells what it may mean, and the words around decide.
"""

from factdesk.text.hints.finding import Hint, HintSpan, hints, hints_in_parts
from factdesk.text.hints.lexicon import Lexicon, english, lexicons

__all__ = ["Hint", "HintSpan", "Lexicon", "english", "hints", "hints_in_parts", "lexicons"]
