"""Fuzz `parse`: no exception, no span that lies, the same result in JSON and back.

In:   what libFuzzer makes up, one byte a character (`alphabet.py`), from the seeds and words of `words.py`.
Out:  a crash and the input that caused it; at the end, how many texts were read.
Not:  Hypothesis; `tests/test_properties.py` states more properties on fewer texts.

    python -m fuzz.parse [SECONDS] [libFuzzer option...]
"""

from __future__ import annotations

import re
import sys
import tempfile
from datetime import date
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["thaigov_extract"]):
    import thaigov_extract

from fuzz.alphabet import text_of
from fuzz.words import ROOT, dictionary, seeds

sys.path.append(str(ROOT / "tests"))

from grounding import complaints

_REFERENCES = {b"<": date.min, b">": date(2399, 12, 31), b"=": date(2024, 2, 29)}
"""Texts that begin with one of these are read with a reference date."""
_SURROGATES = re.compile("[\ud800-\udfff]")


def read_one(content: bytes) -> None:
    """Parse what `content` stands for, and look at every place that the release names."""
    text = text_of(content)
    release = thaigov_extract.parse(text, reference=_REFERENCES.get(content[:1]))
    wrong = complaints(release, _SURROGATES.sub("\ufffd", text))
    if wrong:
        raise AssertionError(f"{wrong} in {text!r}")
    written = release.model_dump_json()
    if thaigov_extract.Release.model_validate_json(written).model_dump_json() != written:
        raise AssertionError(f"not the same after JSON and back: {text!r}")


def main() -> None:
    """Fuzz for as many seconds as the first argument says, two minutes otherwise."""
    seconds = sys.argv[1] if sys.argv[1:] and sys.argv[1].isdigit() else "120"
    options = sys.argv[2:] if sys.argv[1:] and sys.argv[1].isdigit() else sys.argv[1:]
    with tempfile.TemporaryDirectory() as place:
        corpus = Path(place) / "corpus"
        corpus.mkdir()
        for number, seed in enumerate(seeds()):
            (corpus / str(number)).write_bytes(seed)
        words = Path(place) / "words"
        words.write_text(dictionary(), encoding="ascii")
        bounds = (f"-max_total_time={seconds}", "-max_len=1200", "-timeout=10", "-print_final_stats=1")
        # The own folders of a caller come first: libFuzzer keeps what it finds in the first of them.
        atheris.Setup([sys.argv[0], f"-dict={words}", *bounds, *options, str(corpus)], read_one)
        atheris.Fuzz()


if __name__ == "__main__":
    main()
