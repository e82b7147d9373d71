"""Documents made wrong: bytes changed, cut, doubled and mixed, also within archives and JSON."""

import gzip
import json
import plistlib
import zipfile
import zlib
from collections.abc import Callable, Sequence
from io import BytesIO
from random import Random
from typing import Any

#: No document grows longer; one that is slow in spite of that is a finding.
LONGEST = 200_000

#: What breaks parsers, of any of the formats.
TOKENS: tuple[bytes, ...] = (
    *(b"\0", b"\xff\xfe", b"\xef\xbb\xbf", b"\xed\xa0\x80", b"\xf0\x9f\x9a\xa2", b"\xe2\x80\xae"),
    *(b"\r", b"\n\n", b"\t", b"\x1f", b"\x0b", b"\xc2\xad", b"\xe2\x80\xa8", b"\xcd\x8f", b"\xb2"),
    *(b"<", b">", b"&", b"&#0;", b"&#x110000;", b"&nbsp;", b"</p>", b"<p>", b"<table><tr><td>"),
    *(b"<!--", b"-->", b"<![CDATA[", b"]]>", b"<?xml?>", b"<svg>", b"<template>", b"<base href=x>"),
    *(b"<script type=application/ld+json>", b"</script>", b'<meta charset="utf-7">', b"<title>"),
    *(b"-1", b"0", b"1e400", b"NaN", b"99999999999999999999", b"0x", b"2026-13-45", b"0000-00-00"),
    *(b"9" * 5_000, "٣²½".encode(), b"null", b"{}", b"[]", b'"', b"'", b"\\", b"\\u", b"\\ud800"),
    *(b"{\\*\\", b"\\bin99 ", b"\\uc9", b"\\u-1 ", b"\\'", b"}", b"{", b"\\par", b"\\pict"),
    *(b"endobj", b"stream", b"endstream", b"1 0 R", b"<<", b">>", b"/Kids", b"/Length 1", b"obj"),
    *(b"Content-Type: multipart/mixed; boundary=x", b"--x", b"=?utf-8?b?!?=", b"=?x?q?=ff?="),
    *(b"](", b"[x]:", b"```", b"~~~", b"> ", b"* ", b"1) ", b"http://[", b"javascript:", b"%00"),
    *(b"../", b"file:///etc/passwd", b"//evil.example/", b"\xe2\x80\x9d", b"sep=\0", b'=1+"'),
)
_TIMES = (2, 2, 3, 3, 9, 9, 30, 300, 9_000)
_VALUES: tuple[Any, ...] = (
    *(None, True, 0, -1, 1e300, 10**30, "", " ", "\ud800", "\0", "x" * 3_000, "9" * 5_000),
    *([], {}, [[]], [None], {"": ""}, "https://[", "2026-02-30", "0001-01-01T00:00:00+14:00"),
    *("9999-12-31T23:59:59-14:00", "<b>&amp;", "urn:uuid:" + "0" * 36, "٢٠٢٦-٠١-٠١", "\u202eabc"),
)

Mutation = Callable[[bytes, Sequence[bytes], Random], bytes]


def mutated(content: bytes, others: Sequence[bytes], dice: Random) -> bytes:
    """Make a document wrong in one to some ways, in its own structure where it has one."""
    for _ in range(1 + min(int(dice.expovariate(0.7)), 9)):
        within = next((form for magic, form in _FORMS if content.startswith(magic)), _bytes)
        content = (within if dice.randrange(6) else _bytes)(content, others, dice)[:LONGEST]
    return content


def _bytes(content: bytes, others: Sequence[bytes], dice: Random) -> bytes:
    start = dice.randrange(len(content) + 1)
    stop = min(len(content), start + int(dice.expovariate(0.05)))
    return content[:start] + _instead(content[start:stop], others, dice) + content[stop:]


def _instead(within: bytes, others: Sequence[bytes], dice: Random) -> bytes:
    """Give something in place of some bytes."""
    other, token = dice.choice(others), dice.choice(TOKENS)
    start = dice.randrange(len(other) + 1)
    return dice.choice(
        (
            b"",
            bytes(byte ^ (1 << dice.randrange(8)) for byte in within),
            dice.randbytes(len(within)),
            within * dice.choice(_TIMES),
            token,
            token + within,
            within[:1] + token + within[1:],
            token * dice.choice(_TIMES),
            other[start : start + dice.randrange(2_000)],
            other[start:],
        )
    )


def _archive(content: bytes, others: Sequence[bytes], dice: Random) -> bytes:
    try:
        parts = _unpacked(content)
    except (OSError, ValueError, zipfile.BadZipFile, zlib.error, RuntimeError, EOFError):
        return _bytes(content, others, dice)
    if not parts:
        return _bytes(content, others, dice)
    name = dice.choice(list(parts))
    match dice.randrange(12):
        case 0:
            del parts[name]
        case 1:
            parts[dice.choice([*parts, "../" + name, name.upper()])] = parts[name]
        case _:
            parts[name] = _bytes(parts[name], list(parts.values()), dice)
    return packed(parts)


def _unpacked(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(content)) as archive:
        return {
            entry.filename: archive.read(entry)
            for entry in archive.infolist()
            if entry.file_size < LONGEST
        }


def packed(parts: dict[str, bytes]) -> bytes:
    """Pack a ZIP."""
    whole = BytesIO()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return whole.getvalue()


def _json(content: bytes, others: Sequence[bytes], dice: Random) -> bytes:
    try:
        document = json.loads(content)
        places = list(_places(document))
        whole, key = dice.choice(places)
        _changed(whole, key, dice.choice(places), dice)
        return json.dumps(document).encode()
    except (ValueError, RecursionError, IndexError):
        return _bytes(content, others, dice)


def _places(value: Any) -> list[tuple[Any, Any]]:  # noqa: ANN401 - JSON
    """List everything in a document, by what holds it and its name or number there."""
    found: list[tuple[Any, Any]] = []
    waiting = [value]
    while waiting and len(found) < 5_000:
        whole = waiting.pop()
        keys = list(whole) if isinstance(whole, dict) else list(range(len(whole)))
        found += [(whole, key) for key in keys]
        waiting += [whole[key] for key in keys if isinstance(whole[key], dict | list)]
    return found


def _changed(whole: Any, key: Any, other: tuple[Any, Any], dice: Random) -> None:  # noqa: ANN401 - JSON
    value = whole[key]
    match dice.randrange(9):
        case 0:
            del whole[key]
        case 1:
            whole[key] = [value]
        case 2:
            whole[key] = json.loads(json.dumps(other[0][other[1]]))
        case 3 if isinstance(value, dict | list):
            depth, name = dice.choice((30, 300, 900)), dice.choice(("name", "@value", "refinedBy"))
            for _ in range(depth):
                value = {name: value} if dice.randrange(2) else [value]
            whole[key] = value
        case 4 | 5 if isinstance(value, str):
            text = _bytes(value.encode("utf-8", "surrogatepass"), [b"x"], dice)
            whole[key] = text.decode("utf-8", "surrogateescape")
        case _:
            whole[key] = dice.choice(_VALUES)


def _gzip(content: bytes, others: Sequence[bytes], dice: Random) -> bytes:
    try:
        return gzip.compress(_bytes(gzip.decompress(content), others, dice), 1, mtime=0)
    except (OSError, EOFError, zlib.error):
        return _bytes(content, others, dice)


def _property_list(content: bytes, others: Sequence[bytes], dice: Random) -> bytes:
    try:
        told = plistlib.loads(content)
        whole, key = dice.choice(_places(told))
        value = whole[key]
        whole[key] = _bytes(value, others, dice) if isinstance(value, bytes) else b"x"
        return plistlib.dumps(told, fmt=plistlib.FMT_BINARY)
    except Exception:  # noqa: BLE001 - whatever a broken list raises, its bytes can be changed
        return _bytes(content, others, dice)


_FORMS: tuple[tuple[bytes, Mutation], ...] = (
    (b"PK\x03\x04", _archive),
    (b"{", _json),
    (b"[", _json),
    (b"\x1f\x8b", _gzip),
    (b"bplist00", _property_list),
)
