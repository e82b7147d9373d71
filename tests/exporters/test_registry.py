import subprocess
import sys

import pytest

from factdesk.errors import ExportFailed
from factdesk.exporters.registry import Format, exporter, exporters, format_named


def test_each_format_answers_to_its_name_and_can_be_loaded() -> None:
    for name, known in exporters().items():
        assert format_named(name) is known
        assert known.name == name
        assert known.suffix.startswith(".")
        assert callable(exporter(name).render)


def test_no_two_formats_write_files_of_the_same_name() -> None:
    suffixes = [known.suffix for known in exporters().values()]
    assert len(set(suffixes)) == len(suffixes)


def test_a_library_is_loaded_only_when_its_format_is_written() -> None:
    script = (
        "import sys; import factdesk.exporters.registry as r; r.exporters();"
        "print(sorted({m.partition('.')[0] for m in sys.modules}"
        " & {'docx', 'lxml', 'xlsxwriter', 'reportlab', 'markdown_it', 'PIL'}))"
    )
    told = subprocess.run(
        [sys.executable, "-c", script], check=True, capture_output=True, text=True
    )
    assert told.stdout.strip() == "[]"


def test_an_unknown_format_is_refused_with_those_there_are() -> None:
    with pytest.raises(ExportFailed) as refusal:
        exporter("papyrus")
    assert "papyrus" in refusal.value.message
    assert all(name in refusal.value.advice for name in exporters())


def test_a_library_that_is_not_installed_is_named() -> None:
    with pytest.raises(ExportFailed) as refusal:
        Format("stone", "Stone", ".stone", "stone:Chisel").load()
    assert "stone is not installed" in refusal.value.message
