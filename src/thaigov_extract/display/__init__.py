"""Show releases: as a fragment for notebooks, or many on one self-contained page.

In:   Release, or many.
Out:  HTML without ids, network or outside files; every character of the text stays text.
Not:  any reading of text.
"""

from thaigov_extract.display._release import html
from thaigov_extract.display._report import report

__all__ = ["html", "report"]
