"""Where the material that is not part of the repository stands, if it is there."""

from pathlib import Path

import pytest

SHARED = Path(__file__).resolve().parents[4] / "shared" / "data"


@pytest.fixture
def shared():
    if not SHARED.is_dir():
        pytest.skip("the shared material does not stand beside this repository")
    return SHARED
