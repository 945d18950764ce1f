"""What an index packs, every Python unpacks."""

from __future__ import annotations

import zlib

from hypothesis import given
from hypothesis import strategies as st

from vnplan.store import packing


@given(st.binary(max_size=2000))
def test_packed_is_of_the_form_of_zlib(data: bytes) -> None:
    assert zlib.decompress(packing.packed(data)) == data
    assert packing.unpacked(zlib.compress(data)) == data


def test_both_libraries_read_what_the_other_wrote() -> None:
    data = "Kế hoạch 232/KH-UBND ".encode() * 500
    small = packing.packed(data)
    assert len(small) < len(data) / 20
    assert packing.unpacked(small) == zlib.decompress(small) == data
