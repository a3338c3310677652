"""Ruled: dated authorities and short rules over facts, each giving a finding with its reason.

Law never says what the government will do: `rulebook.findings` says what the record shows and what an attorney must
decide; `derived.DERIVED` publishes computed facts; `deadlines.deadlines` gives the clocks.
"""
