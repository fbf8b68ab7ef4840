"""Write a release's text with its labelled spans, for annotation tools and for training.

In:   Release, as `parse` made it: one that still has its text.
Out:  plain JSON with offsets, Label Studio tasks, spaCy's DocBin.
Not:  any value; the path of a span leads to it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING, Any
from xml.sax.saxutils import quoteattr

from thaigov_extract._given import each, one
from thaigov_extract._spans import LABELS, PASSAGES, Label, by_range, labelled
from thaigov_extract.models import Release

if TYPE_CHECKING:
    from spacy.tokens import Doc, DocBin
    from spacy.vocab import Vocab


def to_spans(release: Release) -> dict[str, Any]:
    """Return text and spans, in the shape that Prodigy and others read as one line of JSON Lines.

    Offsets are Unicode code points, `[start, end)`. Spans nest and may cross; `paths` are JSON Pointers to the values
    that a span grounds.

    Raises:
        ValueError: if the release was read from JSON and so has no text.
    """
    spans = [
        {"start": start, "end": end, "label": label, "text": release.text[start:end], "paths": paths}
        for (label, start, end), paths in _ranges(release).items()
    ]
    return {"id": release.id, "text": release.text, "spans": spans}


def to_label_studio(release: Release) -> dict[str, Any]:
    """Return a task of Label Studio with the spans as predictions; `label_studio_config` sets up its project.

    Raises:
        ValueError: if the release was read from JSON and so has no text.
    """
    result = [
        {
            "id": f"{label}-{start}-{end}",
            "from_name": "label",
            "to_name": "text",
            "type": "labels",
            "value": {"start": start, "end": end, "text": release.text[start:end], "labels": [label]},
        }
        for label, start, end in _ranges(release)
    ]
    prediction = {"model_version": f"thaigov-extract contract {release.schema_version}", "result": result}
    return {"data": {"text": release.text, "id": release.id, "title": release.title}, "predictions": [prediction]}


def label_studio_config() -> str:
    """Return the labelling configuration that the tasks of `to_label_studio` need."""
    labels = "".join(f"<Label value={quoteattr(label)}/>" for label in LABELS)
    return (
        f'<View><Labels name="label" toName="text">{labels}</Labels>'
        '<Text name="text" value="$text" granularity="symbol"/></View>'
    )


def to_docbin(releases: Iterable[Release]) -> DocBin:
    """Return one spaCy Doc per release: all spans as `doc.spans["sc"]`, those that hold values as `doc.ents`, too.

    Words are PyThaiNLP's, as in spaCy's Thai, cut further where a span begins or ends. Needs the extra `spacy`.

    Raises:
        ValueError: if a release was read from JSON and so has no text.
    """
    try:
        import spacy  # noqa: PLC0415  (an extra)
        from spacy.tokens import DocBin  # noqa: PLC0415
    except ModuleNotFoundError as error:
        raise ModuleNotFoundError("a DocBin needs spaCy: install thaigov-extract[spacy]", name=error.name) from error

    vocab = spacy.blank("th").vocab
    return DocBin(docs=(_doc(release, vocab) for release in each(releases)), store_user_data=True)


def _doc(release: Release, vocab: Vocab) -> Doc:
    from spacy.tokens import Doc  # noqa: PLC0415
    from spacy.util import filter_spans  # noqa: PLC0415

    ranges = _ranges(release)
    words = list(_words(release.text, ranges))
    doc = Doc(vocab, words=words, spaces=[False] * len(words))
    found = (doc.char_span(start, end, label=label) for label, start, end in ranges)
    spans = [span for span in found if span is not None]  # none is: words end where spans do
    doc.spans["sc"] = spans
    doc.ents = filter_spans([span for span in spans if span.label_ not in PASSAGES | {"remark"}])
    doc.user_data["id"] = release.id
    return doc


def _words(text: str, ranges: Iterable[tuple[Label, int, int]]) -> Iterator[str]:
    """Yield the words of `text`, which together are `text`, so that each range begins and ends with a word."""
    from pythainlp.tokenize import word_tokenize  # noqa: PLC0415  (a quarter of a second to import)

    cuts = {0, len(text), *accumulate(map(len, word_tokenize(text)))}
    for _, start, end in ranges:
        cuts |= {start, end}
    yield from (text[lo:hi] for lo, hi in pairwise(sorted(cuts)))


def _ranges(release: Release) -> dict[tuple[Label, int, int], list[str]]:
    if not one(release).text and next(labelled(release), None):
        raise ValueError("the release was read from JSON and has no text; `release.with_text(text)` gives it back")
    return by_range(release)
