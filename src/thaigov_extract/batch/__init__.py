"""Many files in, one output out: JSON Lines, a folder of Parquet tables, or a DuckDB file.

In:   files, folders, globs and standard input.
Out:  one output that appears whole or not at all, and `rejects.jsonl` for what could not be read.
Not:  any reading of releases; each goes through `parse`, in as many processes as there are cores.

`inputs` reads records, `work` parses them in chunks, `journal` keeps finished chunks for a resumed run, `outputs`
writes them, `job` drives the four, and `command` is the command line. Each is imported by its own name, so that the
command line can name its options without loading pyarrow and DuckDB.
"""
