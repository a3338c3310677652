import pytest
from click.testing import CliRunner

from legalassist.cli import main


@pytest.mark.parametrize(
    ("name", "hint"),
    [("mai", "did you mean mei?"), ("nobody", "they are hui, lan, mei, qing, rong, yue")],
)
def test_a_client_who_was_not_invented_is_named_with_those_who_were(name: str, hint: str) -> None:
    done = CliRunner().invoke(main, ["demo", name])
    assert done.exit_code == 2
    assert f"no invented client is called {name!r}" in done.output
    assert hint in done.output
