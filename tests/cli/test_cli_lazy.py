"""Only the command that is called is loaded."""

import subprocess
import sys
from importlib import import_module

from factdesk import cli


def test_the_map_of_commands_is_that_of_the_modules() -> None:
    for module, commands in cli.GROUPS.items():
        assert commands == import_module(f"factdesk.cli.{module}").COMMANDS


def test_choosing_a_face_loads_neither_the_desk_nor_its_records() -> None:
    look = (
        "import sys; from factdesk import cli; assert not cli.understands(['page.html']); "
        "print([name for name in sys.modules if name.startswith(('factdesk.desk', 'pydantic'))])"
    )
    done = subprocess.run([sys.executable, "-c", look], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
