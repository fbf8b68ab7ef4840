"""Ratios, measured within one run on one machine: `python -m benchmarks TEXTS.jsonl.gz`."""
