"""The release that tests of events write their sentences into, and what they ask of its events."""

from __future__ import annotations

from thaigov_extract import Event, parse

HEAD = "ข่าวจังหวัดระยอง\n\nวันอังคารที่ 5 มีนาคม 2567\n"
TODAY = "วันนี้ (5 มีนาคม 2567)"
HALL = "ณ หอประชุมริมน้ำ อำเภอแกลง จังหวัดระยอง"
CHAIR = "นายสมชาย ใจดี อธิบดีกรมการปกครอง"
SPOKESMAN = "นายสมหมาย รักเรียน โฆษกประจำสำนักนายกรัฐมนตรี"
BOARD = f"{TODAY} {CHAIR} เป็นประธานการประชุมคณะกรรมการจังหวัด {HALL}"


def events(body: str) -> list[Event]:
    return parse(HEAD + body).events


def when(event: Event) -> str | None:
    return event.when.edtf if event.when is not None else None
