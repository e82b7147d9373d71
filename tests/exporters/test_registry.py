import pytest

from factdesk.errors import ExportFailed
from factdesk.exporters.registry import exporter, exporters


def test_each_format_answers_to_its_name() -> None:
    for name, known in exporters().items():
        assert exporter(name).name == known.name == name
        assert known.suffix.startswith(".")


def test_an_unknown_format_is_refused_with_those_there_are() -> None:
    with pytest.raises(ExportFailed) as refusal:
        exporter("papyrus")
    assert "papyrus" in refusal.value.message
    assert all(name in refusal.value.advice for name in exporters())
