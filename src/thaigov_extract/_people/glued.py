"""Split a name that is written without a space.

In:   given and family name as one word.
Out:  both, as far as the name lists of PyThaiNLP know them.
Not:  whether such a word is a name.
"""

from __future__ import annotations

from functools import cache
from importlib.util import find_spec
from pathlib import Path


def split_glued(name: str) -> tuple[str, str | None]:
    """Return given and family name of a name written without a space, as far as name lists know them."""
    given_names, family_names = name_lists()
    if name in given_names:
        return name, None
    cuts = [at for at in range(len(name) - 4, 2, -1) if name[:at] in given_names and "ก" <= name[at] <= "ไ"]
    if not cuts:
        return name, None
    at = next((at for at in cuts if name[at:] in family_names), cuts[0])
    return name[:at], name[at:]


@cache
def name_lists() -> tuple[frozenset[str], frozenset[str]]:
    """Return the given and family names of PyThaiNLP.

    Its files are read without importing it: an import makes a folder in the caller's home, fails where it may not, and
    takes as long as hundreds of releases.
    """
    package = find_spec("pythainlp")
    if package is None or package.origin is None:
        raise ModuleNotFoundError("thaigov-extract needs pythainlp")

    corpus = Path(package.origin).parent / "corpus"
    male, female, family = (
        frozenset((corpus / name).read_text(encoding="utf-8").split("\n")) - {""}
        for name in ("person_names_male_th.txt", "person_names_female_th.txt", "family_names_th.txt")
    )
    return male | female, family
