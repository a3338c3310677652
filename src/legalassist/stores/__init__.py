"""Kept: what people told the clinic, encrypted before it reaches the disk; append-only, tied together, recoverable.

From the bottom up: ``sealing`` (one row), ``keypairs`` and ``slots`` (who may), ``tables`` (where rows lie: ``memory``,
``sql``), ``tally`` (no row missing or old), ``chain`` and ``records`` (streams), ``store`` (locked and open); the verbs
on an open store are in ``cases``, ``listing``, ``search``, ``exhibits``, ``erasing``, ``crew``, ``backups`` and
``exports``.

Docs: docs/decisions/0011-store.md and docs/store-format.md.
"""
