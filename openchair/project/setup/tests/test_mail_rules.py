"""The mail server of a place: read whole, and its password never said again."""

import pytest

from openchair.project.setup.rules import mail, mail_from


@pytest.mark.parametrize(
    "text", ["mail.example", "http://mail.example", "smtp://", "smtp://a:secret@b/path", "smtps://b?x=secret"]
)
def test_a_mail_server_that_is_none_is_said_without_its_password(text: str) -> None:
    with pytest.raises(ValueError, match="must look like") as said:
        mail(text)
    assert "secret" not in str(said.value)


def test_a_mail_server_is_spoken_to_in_secret_unless_it_is_this_machine() -> None:
    far, near = mail("smtp://ben:p%40ss@mail.example"), mail("smtp://127.0.0.1:25")
    assert (far.port, far.name, far.password, far.plain) == (587, "ben", "p@ss", False)
    assert near.plain and mail("smtps://mail.example").port == 465
    for text in ("Open Chair <notes@place.example>", "notes", "notes@place"):
        with pytest.raises(ValueError, match="must be an address"):
            mail_from(text)
