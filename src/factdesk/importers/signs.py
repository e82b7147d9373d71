"""Signs by which a line betrays that it is no sentence of the story."""
# ruff: noqa: RUF001 - characters that look alike are what is looked for

import re

from factdesk.importers.phrases import AGENCIES, CREDITS, INVITATIONS, LEAD_INS, OFFERS, opening

#: A headline, label or credit line has fewer characters than this.
SHORT = 160

_LEAD_IN = opening(LEAD_INS)
_CALL = re.compile(
    r"newsletter|follow (?:him|her|them|me|us)\b|subscri(?:be|ption)|sign(?:ing)? up|click here"
    r"|abonnier|suscr[ií]b|abonnez|inscri(?:vez|vi)"
    r"|iscrivi|assine|subskryb|prenumer|подпи(?:шитесь|сывайтесь)|підпи(?:шіться|суйтесь)|whatsapp"
    r"|telegram|会員|購読|订阅|訂閱",
    re.IGNORECASE,
)
_OFFERS = frozenset(OFFERS)
_CREDIT = opening(CREDITS)
_INVITATION = opening(INVITATIONS)
_AGENCY = opening(AGENCIES)
_COLON = re.compile(r"\s*[:：]")
_FULL_STOPS = (".", "。", "．", "।", "…", "۔", "።")
_CLOSING = "\"'”’»«›)]】」』 \u00a0"
_CREDIT_SIGN = re.compile(r"^[\s\W]*(?:©|\(c\)|ⓒ)", re.IGNORECASE)


def ends_a_sentence(text: str) -> bool:
    """Tell whether the text ends in a full stop, closing quotes and brackets ignored."""
    return text.rstrip(_CLOSING).endswith(_FULL_STOPS)


def is_headline_like(text: str) -> bool:
    """Tell whether the text is short and no full sentence."""
    return len(text) < SHORT and not ends_a_sentence(text)


def opens_with_lead_in(text: str) -> bool:
    """Tell whether the text opens with words such as “Read more”."""
    return _LEAD_IN.match(text) is not None


def opens_with_invitation(text: str) -> bool:
    """Tell whether the text opens with words such as “Follow us” or “Sign up”."""
    return _INVITATION.match(text) is not None


def is_call(text: str) -> bool:
    """Tell whether the text calls upon readers to subscribe to something."""
    return _CALL.search(text) is not None


def is_offer(text: str) -> bool:
    """Tell whether the text is that of a button: print, share, copy the link."""
    return text.strip(" .:").lower() in _OFFERS


def is_label(text: str) -> bool:
    """Tell whether the text is nothing but a lead-in, or one that ends in a colon."""
    found = _LEAD_IN.match(text)
    if found is None or len(text) >= SHORT:
        return False
    rest = text[found.end() :].strip()
    return not any(map(str.isalnum, rest)) or rest.endswith((":", "："))


def is_pointer(text: str) -> bool:
    """Tell whether the text is a lead-in, a colon and a headline."""
    found = _LEAD_IN.match(text)
    return (
        found is not None and _COLON.match(text, found.end()) is not None and is_headline_like(text)
    )


def is_credit(text: str) -> bool:
    """Tell whether the text is a line that says whose picture it is."""
    found = _CREDIT.match(text)
    return (
        found is not None and _COLON.match(text, found.end()) is not None and is_headline_like(text)
    )


def begins_with_credit(text: str) -> bool:
    """Tell whether the text goes on with © or an agency, as captions do at their end."""
    return _CREDIT_SIGN.match(text) is not None or (
        _AGENCY.match(text) is not None and len(text) < 80
    )
