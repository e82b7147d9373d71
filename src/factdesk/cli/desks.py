"""Commands on the desk file: desk check, info, backup, backups, restore, salvage."""

import argparse
from contextlib import closing
from pathlib import Path
from typing import Any

from factdesk.cli.command import DONE, FAULT, add_command, desk_path, print_json, text
from factdesk.desk import backups
from factdesk.desk.opening import open_desk
from factdesk.errors import DeskDamaged, DeskUnusable
from factdesk.store.backup import Contents
from factdesk.store.store import Store

COMMANDS = ("desk",)


def add_commands(commands: Any) -> None:  # noqa: ANN401 - argparse gives the type no public name
    """Add the commands of this group."""
    desk = commands.add_parser("desk", help="Look after the desk file.")
    verbs = desk.add_subparsers(required=True, metavar="VERB")
    add_command(verbs, "check", _check, "Look whether all that the desk promises is true.")
    add_command(verbs, "info", _info, "Tell what is on the desk.")
    backup = add_command(
        verbs, "backup", _backup, "Copy the desk as it stands; an older backup is replaced."
    )
    backup.add_argument(
        "file", nargs="?", type=text, metavar="FILE", help="default: the folder of backups"
    )
    add_command(verbs, "backups", _backups, "List the backups beside the desk.")
    restore = add_command(
        verbs, "restore", _restore, "Put a backup in the desk's place; the desk is kept aside."
    )
    restore.add_argument("file", type=text, metavar="FILE")
    salvage = add_command(
        verbs, "salvage", _salvage, "Save what can be read of a damaged desk into a new one."
    )
    salvage.add_argument("file", type=text, metavar="NEWFILE")


def _existing(arguments: argparse.Namespace) -> Path:
    path = desk_path(arguments)
    if not path.exists():
        raise DeskUnusable(f"There is no desk at {path}.", "Name one with --desk FILE.")
    return path


def _check(arguments: argparse.Namespace) -> int:
    path = _existing(arguments)
    findings = _findings(path)
    if arguments.json:
        print_json({"desk": str(path), "ok": not findings, "findings": findings}, indent=2)
    else:
        print("\n".join(findings) or f"{path}: all is well.")
    return FAULT if findings else DONE


def _findings(path: Path) -> list[str]:
    """List what is wrong; a damaged desk is only read, and what cannot be read is a finding."""
    findings: list[str] = []
    try:
        with closing(open_desk(path)) as store:
            findings.extend(store.findings())
    except DeskDamaged as error:
        findings.append(error.message)
        findings += _findings_in_damaged(path)
    return list(dict.fromkeys(findings))


def _findings_in_damaged(path: Path) -> list[str]:
    findings: list[str] = []
    try:
        with closing(Store.open_to_read(path)) as store:
            findings.extend(store.findings())
    except DeskDamaged:
        findings.append("The rest cannot be looked through.")
    return findings


def _info(arguments: argparse.Namespace) -> int:
    path = _existing(arguments)
    with closing(open_desk(path)) as store:
        answer = {"desk": str(path), "bytes": path.stat().st_size, **store.counts()}
    _print(answer, arguments)
    return DONE


def _backup(arguments: argparse.Namespace) -> int:
    target = Path(arguments.file) if arguments.file else None
    desk = _existing(arguments)
    with closing(open_desk(desk)):
        made = backups.make(desk, target)
    _print({"desk": str(desk), "backup": str(made.path), **_counts(made.contents)}, arguments)
    return DONE


def _backups(arguments: argparse.Namespace) -> int:
    desk = desk_path(arguments)
    known = backups.listed(desk)
    if arguments.json:
        shapes = [
            {
                "backup": str(backup.path),
                "made": backup.made,
                "reason": backup.reason,
                "fault": backup.fault or None,
                **_counts(backup.contents),
            }
            for backup in known
        ]
        print_json({"desk": str(desk), "backups": shapes}, indent=2)
        return DONE
    for backup in known:
        what = backup.fault or ", ".join(f"{v} {n}" for n, v in _counts(backup.contents).items())
        print(f"{backup.path}  {backup.reason}  {what}")
    return DONE


def _restore(arguments: argparse.Namespace) -> int:
    desk = desk_path(arguments)
    restored = backups.restore(desk, Path(arguments.file))
    answer = {
        "desk": str(desk),
        "restored": arguments.file,
        "aside": str(restored.aside) if restored.aside else None,
        **_counts(restored.contents),
    }
    _print(answer, arguments)
    return DONE


def _salvage(arguments: argparse.Namespace) -> int:
    desk = _existing(arguments)
    salvaged = backups.salvage(desk, Path(arguments.file))
    if arguments.json:
        answer = {"saved": salvaged.saved, "lost": list(salvaged.lost)}
        print_json({"desk": str(desk), "salvaged": arguments.file, **answer}, indent=2)
        return DONE
    print("\n".join(f"{name}: {count}" for name, count in salvaged.saved.items()))
    print("\n".join(salvaged.lost) or "Nothing was lost.")
    return DONE


def _counts(contents: Contents | None) -> dict[str, Any]:
    return contents._asdict() if contents else {}


def _print(answer: dict[str, Any], arguments: argparse.Namespace) -> None:
    if arguments.json:
        print_json(answer, indent=2)
    else:
        print("\n".join(f"{name}: {value}" for name, value in answer.items() if value is not None))
