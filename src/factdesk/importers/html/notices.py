"""What a page says of itself between the paragraphs: consent, commissions, who else worked on it.

Only what speaks to the reader counts, so that a story about such things keeps its sentences.
"""
# ruff: noqa: RUF001 - characters that look alike are what is looked for

import re
from collections.abc import Sequence

from factdesk.importers.html.extraction import Passage
from factdesk.importers.signs import ends_a_sentence

NOTICE, CREDIT = "Notice to readers", "Picture credit"
_LONGEST, _LONGEST_LINE = 450, 180  # characters
_END = 3  # blocks
_QUOTED = frozenset('"“”„«»')
_CONSENT = (
    "ein klick für den datenschutz",
    "empfohlener? (?:redaktionelle|externe)r? inhalt",
    r"an dieser stelle (?:finde|befinde|steh|würde)\w* .{0,60}(?:extern|inhalt|video|karte)",
    r"externe[rn]? inhalte? (?:\w+ )?(?:an|ge)zeig",
    "daten an drittplattformen",
    "(?:unsere|in der) (?:datenschutzerklärung|datenschutzhinweise)",
    "to (?:view|see|watch|display) this (?:content|video|post|embed)",
    "(?:your|manage) (?:cookie|privacy) (?:settings|preferences|choices)",
    r"(?:accept|allow|enable) (?:\w+ )?cookies",
    "(?:our|read|see) (?:the )?privacy (?:policy|notice|statement)",
    "by (?:signing up|subscribing|submitting)[^.]{0,30}, you",
    "enable javascript",
    "your browser (?:does not|doesn.t) support",
    "pour (?:afficher|voir|consulter) ce contenu",
    "(?:notre|votre) politique de confidentialité",
    "ce contenu (?:est bloqué|n.a pas pu)",
    "nuestra política de privacidad",
    "(?:aceptar?|acepte) las cookies",
    "nossa política de privacidade",
    "nostra (?:informativa|privacy)",
    "accettare i cookie",
    "(?:ons|onze) privacy(?:beleid|verklaring)",
    "(?:polityce|polityki) prywatności",
    "(?:vår|våra) (?:integritets|personvern)",
    r"политик\w+ конфиденциальности",
)
_EARNINGS = (
    r"\bwe (?:may |might |could |will |sometimes )?(?:earn|receive|get) (?:\w+ ){0,3}commission",
    r"may (?:earn|receive) (?:an? )?(?:\w+ )?commission(?:$| (?:if|when|on|from|through) you)",
    "(?:contains?|our|are) affiliate links",
    "affiliate-links?",
    r"(?:erhalten|bekommen) wir (?:\w+ ){0,4}provision",
    "liens? (?:d.)?affili",
    "enlaces de afiliad",
    "link di affiliazione",
    "thank(?:s| you) for (?:subscribing|signing up)",
    "already a (?:subscriber|member)",
    "for (?:your )?personal,? (?:and )?non-?commercial use",
    "(?:story|article) continues (?:below|after)",
    "scroll (?:down )?to continue",
)
_PARTS = (
    "(?:with )?(?:additional|further|extra) reporting",
    "reporting by|with reporting (?:by|from)",
    "(?:edited|translated|compiled|produced|editing|translation) by",
    "mit (?:material|informationen|agenturmaterial)",
    r"mit (?:dpa|afp|ap|reuters|sid|epd|kna|apa)\b",
    "(?:quellen?|sources?|fuente|fonte|bron|kilde|källa|źródło|zdroj|kaynak|nguồn)\\s*[:：]",
    "(?:übersetzung|(?:schluss)?redaktion|traducción|traduction|traduzione|redakcja|redaktor)\\s*:",
    r"avec (?:afp|reuters|ap)\b",
    "con información de|com informações de",
)
#: One of them stands in every notice; looking for them first takes a tenth of the time.
_SIGNS = (
    *("klick", "inhalt", "daten", "privac", "cookie", "subscribing", "submitting", "signing up"),
    *("javascript", "browser", "contenu", "confidentialit", "provision", "to view", "to see"),
    *(
        "to watch",
        "to display",
        "commission",
        "affili",
        "afiliad",
        "subscriber",
        "member",
        "continue",
        "commercial use",
    ),
    *("integritets", "personvern", "prywatno", "конфиденциальност", "an dieser stelle"),
)
_NOTICE = re.compile("|".join((*_CONSENT, *_EARNINGS)), re.IGNORECASE)
_SIGN_OFF = re.compile(rf"^\W*(?:{'|'.join(_PARTS)})", re.IGNORECASE)
_SOURCE = re.compile(
    r"^\W*(?:quelle|source|fuente|fonte|bron|kilde|källa|lähde|źródło|zdroj|kaynak|출처|出典|来源)"
    r"\s*[:：]\s*\S.{0,60}$",
    re.IGNORECASE,
)


def mark_notices(passages: Sequence[Passage]) -> None:
    """Leave out what speaks to the reader and names whoever else had a part."""
    for passage in passages:
        if is_notice(passage.text):
            passage.leave_out(NOTICE)
        elif _SOURCE.match(passage.text) and not ends_a_sentence(passage.text):
            passage.leave_out(CREDIT)
    for passage in [each for each in passages if not each.reason][-_END:]:
        if len(passage.text) <= _LONGEST_LINE and _SIGN_OFF.match(passage.text):
            passage.leave_out("Who else worked on it")


def is_notice(text: str) -> bool:
    """Tell whether it speaks to the reader of the page itself, and quotes nobody."""
    lowered = text.lower() if len(text) <= _LONGEST else ""
    return (
        any(sign in lowered for sign in _SIGNS)
        and not any(mark in text for mark in _QUOTED)
        and _NOTICE.search(text) is not None
    )
