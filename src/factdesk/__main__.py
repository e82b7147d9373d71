"""The one entry point: chooses a face, the command line or the window."""

import os
import sys
from collections.abc import Sequence

# pydantic would look through every installed package for plugins of its own at each start.
os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")


def main(argv: Sequence[str] | None = None) -> int:
    """Run Factdesk; a first word that is no command means the window.

    Returns:
        0 done, 1 the world's fault, 2 usage.
    """
    words = list(sys.argv[1:] if argv is None else argv)
    from factdesk import cli  # noqa: PLC0415 - only the face that is shown is loaded

    if cli.understands(words):
        return cli.main(words)
    from factdesk.ui import app  # noqa: PLC0415 - the command line never loads Qt

    return app.main(cli.window_arguments(words))


if __name__ == "__main__":
    sys.exit(main())
