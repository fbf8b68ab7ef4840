"""Releases composed for tests of what is shown and exported: no reading of text takes part in them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, time, timedelta
from hashlib import sha256
from typing import Any

from thaigov_extract import (
    Attendance,
    DateExpression,
    Diagnostic,
    DiagnosticCode,
    Event,
    FlagshipProject,
    Item,
    Official,
    Participation,
    Policy,
    Position,
    Release,
    Span,
    TimeExpression,
    TrainingModule,
    Venue,
    to_buddhist,
)
from thaigov_extract.models import EventKind

TRAINING = """\
กรมส่งเสริมการเรียนรู้ชุมชน เปิดอบรม “นักสื่อสารข้อมูลเปิด รุ่นที่ 3”
วันพุธที่ 6 สิงหาคม 2563

วันพฤหัสบดีที่ 6 สิงหาคม 2563 เวลา 09.30 น. ณ ห้องประชุมดอกปีบ ชั้น 4 อาคารศรีชุมชน จังหวัดขอนแก่น \
นายสมชาย ใจดี อธิบดีกรมส่งเสริมการเรียนรู้ชุมชน เป็นประธานเปิดโครงการอบรม “นักสื่อสารข้อมูลเปิด รุ่นที่ 3” \
โดยมี ดร.สมหญิง รักเรียน ผู้อำนวยการกองข้อมูล กล่าวรายงาน มีผู้เข้าร่วมกว่า 250 คน

นายสมชาย กล่าวว่า กรมฯ ขับเคลื่อนนโยบาย “ข้อมูลใกล้บ้าน” ประจำปีงบประมาณ พ.ศ. 2564 รวม 4 ประการ ได้แก่
1) เปิดข้อมูลตำบลให้ประชาชนเข้าถึงได้
    1.1) ข้อมูลน้ำและอากาศ
    1.2) ข้อมูลงบประมาณท้องถิ่น
2) ฝึกคนรุ่นใหม่ให้อ่านข้อมูลเป็น
3) เชื่อมข้อมูลระหว่างหน่วยงาน

หลักสูตรประกอบด้วย 1. การอ่านตาราง (Reading Tables) 2. การเล่าเรื่องด้วยแผนที่ (Stories with Maps) และโครงการสำคัญ “ตู้หนังสือข้อมูล”

ผู้สนใจสมัครรุ่นถัดไปได้ภายในวันที่ 31 กันยายน 2563 #ข้อมูลใกล้บ้าน
"""


ENGLISH = """\
Community Learning Department Opens the Course
On 6 August 2020, at 09.30 hrs., at Dok Pip Meeting Room (ห้องประชุมดอกปีบ), Mr. Somchai Jaidee opened the course.
"""


def place(text: str, phrase: str, nth: int = 0) -> Span:
    """Return where `phrase` stands for the nth time."""
    start = -1
    for _ in range(nth + 1):
        start = text.index(phrase, start + 1)
    return Span(start=start, end=start + len(phrase))


def passage(text: str, first: str, last: str) -> Span:
    """Return the passage from `first` to the end of `last`."""
    start = text.index(first)
    return Span(start=start, end=text.index(last, start) + len(last))


def release(text: str, **fields: Any) -> Release:
    """Return a release that remembers `text`, as `parse` would make it."""
    made = Release(id=sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:32], **fields)
    made._text = text
    return made


def day(text: str, written: str, of: date, nth: int = 0, **fields: Any) -> DateExpression:
    """Return the date `of`, written so."""
    return DateExpression(
        span=place(text, written, nth), text=written, edtf=of.isoformat(), kind="date", start=of, end=of, **fields
    )


def training() -> Release:
    """Return the release of a training course that has something of everything."""
    text = TRAINING
    when = day(text, "วันพฤหัสบดีที่ 6 สิงหาคม 2563", date(2020, 8, 6))
    year = DateExpression(
        span=place(text, "ปีงบประมาณ พ.ศ. 2564"),
        text="ปีงบประมาณ พ.ศ. 2564",
        edtf="2020-10-01/2021-09-30",
        kind="fiscal_year",
        start=date(2020, 10, 1),
        end=date(2021, 9, 30),
    )
    nine = TimeExpression(span=place(text, "09.30 น."), text="09.30 น.", start=time(9, 30))
    return release(
        text,
        title="กรมส่งเสริมการเรียนรู้ชุมชน เปิดอบรม “นักสื่อสารข้อมูลเปิด รุ่นที่ 3”",
        published=day(text, "วันพุธที่ 6 สิงหาคม 2563", date(2020, 8, 6), conflict="weekday_mismatch"),
        source_url="https://www.example.go.th/news/contents/details/12345",
        dates=[when, year],
        times=[nine],
        events=[_opening(text, when, nine)],
        officials=_people(text),
        policies=[_policy(text, year)],
        training_modules=_modules(text),
        flagship_projects=[FlagshipProject(name="ตู้หนังสือข้อมูล", span=place(text, "“ตู้หนังสือข้อมูล”"))],
        hashtags=["#ข้อมูลใกล้บ้าน"],
        diagnostics=_remarks(text),
    )


def _opening(text: str, when: DateExpression, nine: TimeExpression) -> Event:
    where = "ห้องประชุมดอกปีบ ชั้น 4 อาคารศรีชุมชน จังหวัดขอนแก่น"
    return Event(
        kind="opening",
        name="นักสื่อสารข้อมูลเปิด รุ่นที่ 3",
        name_span=place(text, "นักสื่อสารข้อมูลเปิด รุ่นที่ 3", 1),
        when=when,
        time=nine,
        venue=Venue(
            span=place(text, where),
            text=where,
            room="ห้องประชุมดอกปีบ",
            floor="4",
            building="อาคารศรีชุมชน",
            province="ขอนแก่น",
            province_code="TH-40",
        ),
        participants=[
            Participation(name="สมชาย ใจดี", role="chair"),
            Participation(name="สมหญิง รักเรียน", role="reporter"),
        ],
        attendance=Attendance(span=place(text, "กว่า 250 คน"), count=250, qualifier="over"),
        organiser="กรมส่งเสริมการเรียนรู้ชุมชน",
        organiser_span=place(text, "กรมส่งเสริมการเรียนรู้ชุมชน"),
        span=passage(text, "วันพฤหัสบดีที่ 6", "กว่า 250 คน"),
    )


def _people(text: str) -> list[Official]:
    head = "อธิบดีกรมส่งเสริมการเรียนรู้ชุมชน"
    return [
        Official(
            name="สมชาย ใจดี",
            prefix="นาย",
            given_name="สมชาย",
            family_name="ใจดี",
            positions=[
                Position(span=place(text, head), text=head, title=head, organisation="กรมส่งเสริมการเรียนรู้ชุมชน"),
            ],
            mentions=[place(text, "นายสมชาย ใจดี"), place(text, "นายสมชาย", 1)],
            quoted=True,
        ),
        Official(
            name="สมหญิง รักเรียน",
            prefix="ดร.",
            given_name="สมหญิง",
            family_name="รักเรียน",
            positions=[
                Position(span=place(text, "ผู้อำนวยการกองข้อมูล"), text="ผู้อำนวยการกองข้อมูล", title="ผู้อำนวยการกองข้อมูล")
            ],
            mentions=[place(text, "ดร.สมหญิง รักเรียน")],
        ),
    ]


def _policy(text: str, year: DateExpression) -> Policy:
    first = Item(
        span=passage(text, "1) เปิดข้อมูล", "งบประมาณท้องถิ่น"),
        marker="1)",
        number="1",
        text="เปิดข้อมูลตำบลให้ประชาชนเข้าถึงได้",
        items=[
            Item(span=place(text, "1.1) ข้อมูลน้ำและอากาศ"), marker="1.1)", number="1.1", text="ข้อมูลน้ำและอากาศ"),
            Item(span=place(text, "1.2) ข้อมูลงบประมาณท้องถิ่น"), marker="1.2)", number="1.2", text="ข้อมูลงบประมาณท้องถิ่น"),
        ],
    )
    second = Item(span=place(text, "2) ฝึกคนรุ่นใหม่ให้อ่านข้อมูลเป็น"), marker="2)", number="2", text="ฝึกคนรุ่นใหม่ให้อ่านข้อมูลเป็น")
    third = Item(span=place(text, "3) เชื่อมข้อมูลระหว่างหน่วยงาน"), marker="3)", number="3", text="เชื่อมข้อมูลระหว่างหน่วยงาน")
    return Policy(
        kind="policy",
        name="ข้อมูลใกล้บ้าน",
        name_span=place(text, "ข้อมูลใกล้บ้าน"),
        issuer="สมชาย ใจดี",
        issuer_span=place(text, "นายสมชาย", 1),
        period=year,
        declared_count=4,
        items=[first, second, third],
        span=passage(text, "นโยบาย “ข้อมูลใกล้บ้าน”", "ระหว่างหน่วยงาน"),
    )


def _modules(text: str) -> list[TrainingModule]:
    return [
        TrainingModule(
            number="1",
            title="การอ่านตาราง",
            title_en="Reading Tables",
            programme="นักสื่อสารข้อมูลเปิด รุ่นที่ 3",
            programme_span=place(text, "นักสื่อสารข้อมูลเปิด รุ่นที่ 3", 1),
            span=place(text, "1. การอ่านตาราง (Reading Tables)"),
        ),
        TrainingModule(
            number="2",
            title="การเล่าเรื่องด้วยแผนที่",
            title_en="Stories with Maps",
            programme="นักสื่อสารข้อมูลเปิด รุ่นที่ 3",
            programme_span=place(text, "นักสื่อสารข้อมูลเปิด รุ่นที่ 3", 1),
            span=place(text, "2. การเล่าเรื่องด้วยแผนที่ (Stories with Maps)"),
        ),
    ]


def _remarks(text: str) -> list[Diagnostic]:
    return [
        Diagnostic(
            code=DiagnosticCode.WEEKDAY_MISMATCH,
            message="The written weekday is not that day's.",
            span=place(text, "วันพุธที่ 6 สิงหาคม 2563"),
        ),
        Diagnostic(
            code=DiagnosticCode.COUNT_MISMATCH,
            message="The text promises 4 items and lists 3.",
            span=place(text, "รวม 4 ประการ"),
        ),
        Diagnostic(
            code=DiagnosticCode.IMPOSSIBLE_DATE,
            message="This day is not in the calendar.",
            span=place(text, "วันที่ 31 กันยายน 2563"),
        ),
    ]


HOSTILE = """\
<script>window.broken = 1</script> "><img src=x onerror="window.broken = 2">
วันที่ 6 ส.ค. 63 นาย</script><script>window.broken=3</script> ใจดี &lt;b&gt; &amp; '"` <!-- <script> ]]>
abc \u202edef\u202c ghi \u2067jkl และ \u200fmno
"""


def hostile() -> Release:
    """Return a release whose every value tries to leave its place in the page."""
    text = HOSTILE
    person = "นาย</script><script>window.broken=3</script> ใจดี"
    breaker = '" autofocus onfocus="window.broken=4" x="</script><script>window.broken=5</script>\u202e'
    when = day(text, "วันที่ 6 ส.ค. 63", date(2020, 8, 6))
    return release(
        text,
        title='<script>window.broken = 1</script> "><img src=x onerror="window.broken = 2">',
        source_url="javascript:window.broken=6",
        dates=[when],
        events=[Event(kind="other", name=breaker, when=when, organiser=breaker, span=passage(text, "วันที่ 6", "mno"))],
        officials=[
            Official(name=breaker, prefix="<b>", given_name=breaker, mentions=[place(text, person)]),
        ],
        hashtags=["#<script>window.broken=7</script>"],
        diagnostics=[
            Diagnostic(
                code=DiagnosticCode.LUNAR_DATE,
                message="</style><script>window.broken=8</script>",
                span=place(text, "\u202edef"),
            ),
        ],
    )


KINDS: tuple[EventKind, ...] = (
    "opening",
    "meeting",
    "training",
    "visit",
    "signing",
    "launch",
    "award",
    "press_conference",
)
PLACES = (("เชียงใหม่", "TH-50"), ("ขอนแก่น", "TH-40"), ("สงขลา", "TH-90"), ("ระยอง", "TH-21"), ("น่าน", "TH-55"))
TOPICS = ("น้ำสะอาดเพื่อชุมชน", "ห้องสมุดเดินได้", "ตลาดนัดเกษตรกร", "อาสาสมัครดูแลป่า", "ถนนปลอดภัย", "แพทย์ทางไกล", "ทุนเรียนดี")


def many(count: int) -> Iterable[Release]:
    """Yield so many short releases, each with an event, over some years."""
    for at in range(count):
        topic, (province, code) = TOPICS[at % len(TOPICS)], PLACES[at % len(PLACES)]
        when = date(2019, 1, 7) + timedelta(days=at * 5 % 1200)
        written = f"{when.day}/{when.month}/{to_buddhist(when).year}"
        held = f"วันที่ {written} ณ จังหวัด{province} นางสาวมาลี ดวงดี เป็นประธานในงาน “{topic} ครั้งที่ {at + 1}”"
        text = f"เปิดโครงการ{topic} ครั้งที่ {at + 1}\n\n{held}\n"
        expression = day(text, written, when)
        where = f"จังหวัด{province}"
        yield release(
            text,
            title=f"เปิดโครงการ{topic} ครั้งที่ {at + 1}",
            published=None if at % 9 == 0 else expression,
            dates=[expression],
            events=[
                Event(
                    kind=KINDS[at % len(KINDS)],
                    name=f"{topic} ครั้งที่ {at + 1}" if at % 4 else None,
                    when=expression,
                    venue=Venue(span=place(text, where), text=where, province=province, province_code=code),
                    participants=[Participation(name="มาลี ดวงดี", role="chair")],
                    span=passage(text, "วันที่", "”"),
                )
            ],
            officials=[
                Official(
                    name="มาลี ดวงดี",
                    prefix="นางสาว",
                    given_name="มาลี",
                    family_name="ดวงดี",
                    mentions=[place(text, "นางสาวมาลี ดวงดี")],
                )
            ],
        )
