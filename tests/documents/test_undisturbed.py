"""The search for unused memory is put off, and comes back whatever happens."""

import gc

import pytest

from legalassist.documents.undisturbed import undisturbed


def test_the_search_comes_back_after_the_work_and_after_a_fault_in_it() -> None:
    with undisturbed():
        assert not gc.isenabled()
        with undisturbed():
            pass
        assert not gc.isenabled(), "the inner work is not the one that began"
    assert gc.isenabled()
    with pytest.raises(ValueError, match="x"), undisturbed():
        raise ValueError("x")
    assert gc.isenabled()


def test_where_somebody_else_put_it_off_it_stays_off() -> None:
    gc.disable()
    try:
        with undisturbed():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()
