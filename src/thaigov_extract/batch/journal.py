"""Keep the results of finished chunks on disk, so that a killed run can go on.

In:   Results in order, each under the digest of its chunk.
Out:  the same Results again, up to the first that is missing, torn, or of another chunk.
Not:  the output itself; it is always made of all results.

The file is a row of frames: one line of JSON about the result, then its output. A run that is killed can at most tear
the last frame, and a torn frame fails its checksum.
"""

from __future__ import annotations

import json
import os
import time
import zlib
from pathlib import Path

from thaigov_extract.batch.records import Reject
from thaigov_extract.batch.work import Result

_SYNC_SECONDS = 1.0
"""A loss of power costs at most the results of this time."""


class Journal:
    """The results of one run, in order: first those kept from before, then new ones."""

    def __init__(self, path: Path) -> None:
        """Open the journal at `path`, which need not exist."""
        self._file = path.open("a+b")
        self._file.seek(0)
        self._synced = time.monotonic()

    def replay(self, digest: str) -> Result | None:
        """Return the next result if it is that of the chunk with `digest`; else drop it and all that follow."""
        start = self._file.tell()
        result = self._read(digest)
        if result is None:
            self._file.seek(start)
            self._file.truncate()
        return result

    def append(self, result: Result) -> None:
        """Keep `result`, the last so far."""
        head = {
            "digest": result.digest,
            "size": len(result.output),
            "crc": zlib.crc32(result.output),
            "releases": result.releases,
            "rejects": [[reject.source, reject.reason] for reject in result.rejects],
        }
        self._file.write(json.dumps(head).encode() + b"\n" + result.output)
        self._file.flush()
        if time.monotonic() - self._synced > _SYNC_SECONDS:
            os.fsync(self._file.fileno())
            self._synced = time.monotonic()

    def close(self) -> None:
        """Close the file; what it holds is kept."""
        self._file.close()

    def _read(self, digest: str) -> Result | None:
        line = self._file.readline()
        if not line.endswith(b"\n"):
            return None
        try:
            head = json.loads(line)
        except ValueError:
            return None
        if head["digest"] != digest:
            return None
        output = self._file.read(head["size"])
        if len(output) != head["size"] or zlib.crc32(output) != head["crc"]:
            return None
        return Result(digest, output, head["releases"], tuple(Reject(*reject) for reject in head["rejects"]))
