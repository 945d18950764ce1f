"""The organisations a document names (cơ quan, đơn vị)."""

from __future__ import annotations

import datetime
from enum import StrEnum

from pydantic import Field

from vnplan.records.record import NonEmpty, Record
from vnplan.records.span import Span


class AgencyKind(StrEnum):
    """What sort of body it is."""

    MINISTRY = "ministry"  # bộ, cơ quan ngang bộ
    DEPARTMENT = "department"  # sở
    PEOPLES_COMMITTEE = "peoples_committee"  # Ủy ban nhân dân
    PEOPLES_COUNCIL = "peoples_council"  # Hội đồng nhân dân
    PARTY = "party"  # tổ chức đảng
    MASS_ORGANIZATION = "mass_organization"  # Mặt trận và các tổ chức chính trị - xã hội
    PROFESSIONAL_ASSOCIATION = "professional_association"  # hội, hiệp hội, liên hiệp hội
    POLICE_MILITARY = "police_military"  # công an, quân sự, biên phòng
    COURT_PROCURACY = "court_procuracy"  # tòa án, viện kiểm sát
    CENTRAL_BRANCH = "central_branch"  # ngành dọc: Cục Thuế, Bảo hiểm xã hội, Kho bạc
    PUBLIC_UNIT = "public_unit"  # đơn vị sự nghiệp
    SCHOOL = "school"  # trường, cơ sở đào tạo
    ENTERPRISE = "enterprise"  # doanh nghiệp
    PERSON = "person"  # a named person or post charged with a task
    GROUP = "group"  # a class of bodies: "các sở, ban, ngành"
    OTHER = "other"  # none of these, or not known


class AgencyLevel(StrEnum):
    """Cấp hành chính."""

    CENTRAL = "central"  # trung ương
    PROVINCE = "province"  # tỉnh, thành phố trực thuộc trung ương
    DISTRICT = "district"  # huyện (abolished on 2025-07-01)
    COMMUNE = "commune"  # xã, phường, đặc khu


class Agency(Record):
    """An organisation, once for the document however often and variously it is named."""

    id: NonEmpty = Field(
        description="Slug unique in the corpus, jurisdiction and name: "
        '"thai-nguyen/so-khoa-hoc-va-cong-nghe".'
    )
    name: NonEmpty = Field(
        description="Canonical name in full, with the jurisdiction when it is known: "
        '"Sở Lao động - Thương binh và Xã hội tỉnh Thái Nguyên".'
    )
    short: NonEmpty | None = Field(default=None, description='Short form: "Sở LĐTBXH".')
    kind: AgencyKind = Field(default=AgencyKind.OTHER, description="What sort of body it is.")
    level: AgencyLevel | None = Field(default=None, description="Cấp; null when unknown.")
    jurisdiction: NonEmpty | None = Field(
        default=None,
        description='The territory it belongs to: "tỉnh Thái Nguyên"; null if unknown.',
    )
    is_group: bool = Field(
        default=False,
        description='A class of bodies kept whole: "UBND các huyện, thành phố, thị xã".',
    )
    known: bool = Field(default=False, description="Whether the lexicon has it.")
    valid_from: datetime.date | None = Field(
        default=None, description="First day it bears this name, where the lexicon knows it."
    )
    valid_to: datetime.date | None = Field(
        default=None,
        description="Last day it bears this name, where the lexicon knows it: ministries merged on "
        "2025-03-01 ended on 2025-02-28.",
    )
    successor_ids: tuple[NonEmpty, ...] = Field(
        default=(), description="`Agency.id` of the bodies that took over its work."
    )


class AgencyMention(Record):
    """One place where an agency is named."""

    agency_id: NonEmpty = Field(description="Which: `Agency.id`.")
    text: NonEmpty = Field(description='The words with line wraps undone: "Sở KH&CN".')
    span: Span = Field(description="The words in `Plan.text`.")
