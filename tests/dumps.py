"""Print what is read in texts: run by `test_trust.py` in processes of their own.

In:   a JSON list of texts on standard input.
Out:  the releases, one in JSON a line.
Not:  a verdict.
"""

from __future__ import annotations

import json
import sys

import thaigov_extract

if __name__ == "__main__":
    for text in json.load(sys.stdin):
        print(thaigov_extract.parse(text).model_dump_json())
