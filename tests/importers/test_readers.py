from concurrent.futures import ThreadPoolExecutor

import pytest
from tests.importers.test_reader import ENDLESS, GOOD

from factdesk.errors import ImportFailed
from factdesk.importers.readers import Readers
from factdesk.importers.registry import read


def test_a_slow_document_does_not_hold_up_the_others() -> None:
    with Readers(limit=120) as readers, ThreadPoolExecutor(1) as threads:
        slow = threads.submit(readers.read, ENDLESS)
        assert readers.read(GOOD) == read(GOOD)
        assert not slow.done()
        readers.stop()
        with pytest.raises(ImportFailed) as failure:
            slow.result()
        assert failure.value.kind == "stopped"
        assert readers.read(GOOD).blocks
