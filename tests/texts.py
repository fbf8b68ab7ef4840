"""Texts: the composed releases, and for property tests Thai prose with the noise that real releases hold."""

from __future__ import annotations

from pathlib import Path

from hypothesis import strategies as st

HERE = Path(__file__).parent
COMPOSED = {
    path.stem: path.read_text(encoding="utf-8")
    for folder in (HERE.parent / "examples", HERE / "releases")
    for path in sorted(folder.glob("*.txt"))
}
"""Whole releases by name: those of the tests, and the one that the README shows."""
SHOWN = COMPOSED["opening_ceremony"]

NOISE = "\u200b\u200c\u200d\u2060\ufeff\u00ad"
MARKS = "ัิีึืุู็่้๊๋์"

PHRASES = (
    "วันที่ 1 ส.ค. 63",
    "๑๔ กุมภาพันธ์ ๒๕๖๒",
    "31 เมษายน 2566",
    "2 - 4 มีนาคม 2561",
    "เวลา 09.30 - 12.00 น.",
    "ปีงบประมาณ พ.ศ. 2569",
    "นายสมชาย ใจดี",
    "พลเอก สมศักดิ์ รักไทย",
    "รัฐมนตรีว่าการกระทรวงศึกษาธิการ",
    "ปลัดกระทรวงมหาดไทย",
    "(ปลัด มท.)",
    "เป็นประธานในพิธีเปิด",
    "กล่าวว่า",
    "โครงการ “บ้านสวนยั่งยืน”",
    "ณ ห้องประชุม 1 ชั้น 5 อาคารสวัสดี",
    "จังหวัดเชียงใหม่",
    "ผู้เข้าร่วมกว่า 500 คน",
    "นโยบาย 3 ประการ ได้แก่",
    "1) น้ำสะอาด 2) อากาศดี และ 3) คนมีสุข",
    "(1) การออกแบบบริการ (Service Design)",
    "1.1 เร่งรัดงาน",
    "ข้อ 2 ส่งเสริมอาชีพ",
    "อบรมหลักสูตร “การสื่อสารภาครัฐ” หัวข้อวิชา ได้แก่",
    "โครงการเรือธง ได้แก่ 1) โครงการคลองสวย 2) โครงการบ้านสวน",
    "“ รวมใจต้านภัยหนาว ”",
    "กระทรวงศึกษาธิการประกาศนโยบาย “เรียนดี” 3 ข้อ ดังนี้",
    "ประกาศนโยบาย “3 ยุทธศาสตร์คลองใส” แล้ว",
    "โดยมีแนวทาง ดังนี้",
    "จัดโดยกรมประมง",
    "#ไทยพร้อม",
    "ที่มา : https://www.example.go.th/news/1",
    "รัฐบาลไทย-ข่าวทำเนียบรัฐบาล-",
    "วันอังคารที่ 10 พฤศจิกายน 2563",
)
"""Forms that rules react to, so that random texts reach deep into them."""

anything = st.text(st.characters(codec=None), max_size=300)
"""Any text, lone surrogates and nulls included."""

marks = st.text(alphabet=f"กเอแ{MARKS}ําำ\u200b\u200d \r\n", max_size=40)
"""Thai marks in orders that no keyboard should give, parted by characters that nobody sees."""

prose = st.lists(
    st.one_of(st.sampled_from(PHRASES), st.text(alphabet="กขคงนมยรลวสหอาิีุู่้เแ0123456789 .,-()/“”\"'", max_size=12)),
    max_size=14,
).map(" ".join)
"""Phrases that rules react to, in any order, with scraps between."""

releases = st.lists(prose, min_size=1, max_size=6).map("\n".join)
"""Several lines of prose."""


@st.composite
def noisy(draw: st.DrawFn, texts: st.SearchStrategy[str] = releases) -> str:
    """Return a text with noise that changes no word: invisible characters, no-break spaces, Thai digits, split am."""
    text = draw(texts)
    for plain, odd in (
        (" ", "\u00a0"),
        ("ำ", "ํา"),
        ("แ", "เเ"),
        ("-", "\u2013"),
        *((str(digit), chr(0x0E50 + digit)) for digit in range(10)),
    ):
        if draw(st.booleans()):
            text = text.replace(plain, odd)
    places = draw(st.lists(st.integers(0, len(text)), max_size=8))
    for place in sorted(places, reverse=True):
        text = text[:place] + draw(st.sampled_from(NOISE)) + text[place:]
    return text


noisy_releases = noisy()
"""Releases as careless editors leave them."""
