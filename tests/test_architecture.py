"""The house is built as ARCHITECTURE.md says."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

TOP = Path(__file__).parent.parent
PACKAGE = TOP / "src" / "factdesk"
SAMPLE = PACKAGE / "sample"
MODULES = sorted(PACKAGE.rglob("*.py"))
LONGEST_MODULE, LONGEST_FUNCTION = 300, 40

#: Put before a program: Qt cannot be imported, not even where it is installed.
WITHOUT_QT = """
import sys
from importlib.abc import MetaPathFinder

class NoQt(MetaPathFinder):
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in {"PySide6", "shiboken6"}:
            raise ModuleNotFoundError(f"{name} was asked for", name=name)

sys.meta_path.insert(0, NoQt())
"""


def name(module: Path) -> str:
    return str(module.relative_to(PACKAGE))


def imported(module: Path) -> Iterator[str]:
    """Give the modules that a file names in its imports, wherever in the file."""
    for node in ast.walk(ast.parse(module.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module or ""


def without_qt(program: str, *words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", WITHOUT_QT + program, *words],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        timeout=120,
    )


def test_the_import_contracts_are_kept() -> None:
    program = "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports())"
    linted = subprocess.run(
        [sys.executable, "-c", program], cwd=TOP, capture_output=True, text=True, check=False
    )
    assert linted.returncode == 0, linted.stdout + linted.stderr


def test_every_floor_below_the_window_loads_with_qt_uninstalled() -> None:
    below = [
        "factdesk." + ".".join(module.relative_to(PACKAGE).with_suffix("").parts)
        for module in MODULES
        if "ui" not in module.relative_to(PACKAGE).parts
    ]
    assert len(below) > 60
    loaded = without_qt(
        "from importlib import import_module\n"
        "for name in sys.argv[1:]: import_module(name.removesuffix('.__init__'))",
        *below,
    )
    assert loaded.returncode == 0, loaded.stderr


def test_the_whole_job_is_done_from_the_command_line_with_qt_uninstalled(tmp_path: Path) -> None:
    desk, report = tmp_path / "desk.factdesk", tmp_path / "report.md"
    claims = str(SAMPLE / "claims.jsonl")
    article = "ferries-overtake-the-bridge-in-halvern-sound"
    for words in (
        ["import", str(SAMPLE / "article.html")],
        ["mark", article, "--batch", claims],
        ["judge", article, "C2", "false", "--rationale", "It is 14."],
        ["cite", article, "C2", "--title", "Port statistics", "--stance", "refutes"],
        ["search", "ferry"],
        ["show", article],
        ["export", article, "--format", "md", "--out", str(report)],
        ["desk", "check"],
    ):
        done = without_qt(
            "from factdesk.__main__ import main; sys.exit(main(sys.argv[1:]))",
            "--desk",
            str(desk),
            *words,
        )
        assert done.returncode == 0, (words, done.stderr)
    assert "Port statistics" in report.read_text("utf-8")


@pytest.mark.parametrize("module", MODULES, ids=name)
def test_a_module_can_be_read_at_one_sitting(module: Path) -> None:
    assert len(module.read_text("utf-8").splitlines()) <= LONGEST_MODULE


@pytest.mark.parametrize("module", MODULES, ids=name)
def test_a_function_fits_on_a_screen(module: Path) -> None:
    long = [
        f"{node.name}, line {node.lineno}"
        for node in ast.walk(ast.parse(module.read_text("utf-8")))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and node.end_lineno
        and node.end_lineno - node.lineno + 1 >= LONGEST_FUNCTION
    ]
    assert not long


def test_sqlite_is_named_in_the_store_alone() -> None:
    assert {module.parent.name for module in MODULES if "sqlite3" in imported(module)} == {"store"}


def test_qt_is_named_in_the_window_alone() -> None:
    named = {
        module.relative_to(PACKAGE).parts[0]
        for module in MODULES
        if any(other.startswith("PySide6") for other in imported(module))
    }
    assert named == {"ui"}


def test_no_module_imports_itself_by_way_of_others() -> None:
    modules = {
        "factdesk." + ".".join(module.relative_to(PACKAGE).with_suffix("").parts): module
        for module in MODULES
    }
    modules = {key.removesuffix(".__init__"): module for key, module in modules.items()}
    needs = {key: _loaded_at_once(module, set(modules)) for key, module in modules.items()}
    while leaves := {key for key, others in needs.items() if not others & needs.keys()}:
        needs = {key: others for key, others in needs.items() if key not in leaves}
    assert not needs


def _loaded_at_once(module: Path, known: set[str]) -> set[str]:
    """Give the modules of ours that a file imports as it is loaded: at its top level."""
    found: set[str] = set()
    for node in ast.parse(module.read_text("utf-8")).body:
        if isinstance(node, ast.ImportFrom) and node.module in known:
            below = {f"{node.module}.{alias.name}" for alias in node.names} & known
            found |= below or {node.module}
        elif isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names} & known
    return found
