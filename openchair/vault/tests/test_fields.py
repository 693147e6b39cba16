"""Sealed columns: words for those who may read them, bytes on the disk, and nothing by a query."""

from uuid import uuid4

import pytest
from django.core.exceptions import FieldError
from django.db import connection, models
from django.db.models.functions import Lower

from openchair.vault import opened
from openchair.vault.fields import ITSELF, NoWords, Sealed, SealedNameError
from openchair.vault.peers import introduce
from openchair.vault.queryset import names_in
from openchair.vault.results import Ciphertext, Erased, Tampered
from openchair.vault.ring import Destroyed, Ring
from openchair.vault.tests.stories import Circle, Story, Writer, a_story

pytestmark = pytest.mark.usefixtures("stories")


def raw(column: str = "words") -> bytes:
    """What lies in the one row of the table."""
    with connection.cursor() as cursor:
        cursor.execute(f'SELECT "{column}" FROM tales_story')  # noqa: S608 - a name of ours
        return bytes(cursor.fetchone()[0])


def put(sealed: bytes) -> None:
    with connection.cursor() as cursor:
        cursor.execute("UPDATE tales_story SET words = %s", [sealed])


def test_words_are_bytes_on_the_disk_and_words_to_a_reader() -> None:
    a_story(words="Once it was lit.")
    assert b"lit" not in raw()
    read = Story.objects.get()
    assert (read.words, read.title, read.writer.name) == ("Once it was lit.", "The lamp", "Oak")
    assert isinstance(Story.words, type(Story.__dict__["words"]))


def test_what_was_read_is_saved_again_as_it_was_or_anew() -> None:
    a_story()
    read = Story.objects.get()
    before = raw("title")
    read.words = "It went out."
    read.save()
    assert Story.objects.get().words == "It went out." and raw("title") == before
    assert read.note is None is Story.objects.get().note
    read.note = "Tell Ada."
    read.save()
    assert Story.objects.get().note == "Tell Ada."


def test_a_deferred_column_is_fetched_when_somebody_reads_it() -> None:
    a_story()
    assert Story.objects.defer("words").get().words == "Once it was lit."
    assert Story.objects.only("pages").get().title == "The lamp"


@pytest.mark.requirement("S06")
@pytest.mark.parametrize("whose", ["writer_id", "circle_id"])
def test_when_either_key_is_gone_words_that_need_it_are_erased(whose: str) -> None:
    story = a_story()
    other = a_story(writer=Writer.objects.create(name="Elm"))
    opened.destroy([getattr(story, whose)])
    read = Story.objects.get(pk=story.pk)
    assert isinstance(read.title, Erased) and "removed" in read.title
    assert isinstance(read.words, Erased) == (whose == "writer_id")
    assert Story.objects.get(pk=other.pk).title == "The lamp"


def test_what_cannot_be_read_stays_as_it_was_when_the_row_is_saved() -> None:
    story = a_story()
    before = raw()
    opened.destroy([story.writer_id])
    read = Story.objects.get()
    assert isinstance(read.words, Erased) and isinstance(read.title, Erased)
    read.pages, read.words = 7, read.words
    read.save()
    assert raw() == before and Story.objects.get().pages == 7
    assert Story.objects.get().title_key == story.title_key


def test_nothing_is_sealed_for_whoever_is_gone() -> None:
    story = a_story()
    opened.destroy([story.writer_id])
    with pytest.raises(Destroyed):
        a_story(writer=story.writer, circle=story.circle)
    with pytest.raises(Destroyed):
        Writer.objects.create(pk=story.writer_id, name="Oak")


@pytest.mark.parametrize("bytes_", [b"", b"\x01\x01" + bytes(60), b"words"])
def test_bytes_that_somebody_changed_are_never_words(bytes_: bytes) -> None:
    a_story()
    put(bytes_)
    assert isinstance(Story.objects.get().words, Tampered)


def test_sealed_bytes_say_nothing() -> None:
    assert str(Ciphertext(b"secret")) == repr(Ciphertext(b"secret")) == "sealed words"


def test_a_column_that_is_never_empty_refuses_to_be() -> None:
    assert a_story(words="").words == "" == Story.objects.get().words
    with pytest.raises(NoWords):
        Writer.objects.create(name="")


@pytest.mark.parametrize(
    "ask",
    [
        lambda: Story.objects.filter(words="Once"),
        lambda: Story.objects.filter(words__contains="Once"),
        lambda: Story.objects.annotate(low=Lower("words")).filter(words__lower__x=1),
        lambda: Story.objects.order_by("-words"),
        lambda: Story.objects.order_by(models.F("words").desc()),
        lambda: Story.objects.order_by("writer__name"),
        lambda: Story.objects.values("words"),
        lambda: Story.objects.values_list("title", flat=True),
        lambda: Story.objects.update(words="Once"),
        lambda: Story.objects.bulk_update([], ["words"]),
    ],
)
def test_no_query_sorts_filters_lists_or_changes_them(ask: object) -> None:
    assert callable(ask)
    with pytest.raises(SealedNameError):
        ask()


def test_whatever_else_is_asked_is_answered() -> None:
    story = a_story()
    assert Story.objects.filter(title__isnull=False).count() == 1
    assert Story.objects.order_by("?", Lower("writer__name_key"), "pages", "pk").get() == story
    assert list(Story.objects.values_list("pages", "writer__pk")) == [(1, story.writer_id)]
    assert Story.objects.values("pages").get() == {"pages": 1}
    assert Story.objects.update(pages=3) == 1
    assert Story.objects.bulk_update([story], ["pages"]) == 1
    assert list(names_in(models.Value(1))) == [] == list(names_in(object()))
    with pytest.raises(FieldError):
        Story.objects.order_by("nothing__here")


def test_a_page_of_rows_asks_the_ring_once(stories: Ring) -> None:
    for _ in range(5):
        a_story()
    opened.KEYS.forget()
    heard: list[str] = []
    stories.connection().set_trace_callback(heard.append)
    read = [one.title for one in Story.objects.select_related("writer", "circle")]
    assert read == ["The lamp"] * 5
    assert len([one for one in heard if "FROM keys" in one]) == 1
    mixed = list(Story.objects.select_related("writer"))
    assert [one.writer.name for one in mixed] == ["Oak"] * 5
    introduce(mixed)
    assert mixed[0].title == "The lamp"


def test_rows_are_written_many_at_once(stories: Ring) -> None:
    writer, circle = Writer.objects.create(name="Oak"), Circle.objects.create(name="Harbour")
    Story.objects.bulk_create(
        [Story(writer=writer, circle=circle, title=f"{n}", words="x") for n in range(3)]
    )
    assert {one.title for one in Story.objects.all()} == {"0", "1", "2"}


def test_migrations_see_bytes() -> None:
    _name, path, _arguments, options = Story._meta.get_field("title").deconstruct()
    assert path == "django.db.models.BinaryField" and "by" not in options and not options.get("max_length")
    assert Sealed(by=ITSELF).get_prep_value(None) is None
    with pytest.raises(SealedNameError, match="save the row"):
        Sealed(by=ITSELF).get_prep_value("Once")


def test_a_row_whose_id_is_a_text_is_the_same_row() -> None:
    writer = Writer(pk=str(uuid4()), name="Oak")
    writer.save()
    assert Writer.objects.get().name == "Oak"


def test_a_blind_key_finds_equal_words_and_no_others() -> None:
    story = a_story(title="The LAMP")
    column = Story._meta.get_field("title_key")
    assert Story.objects.get(title_key=column.key("the lamp", story.circle_id)) == story
    assert not Story.objects.filter(title_key=column.key("the lamp", uuid4())).exists()
    assert Writer.objects.get(name_key=Writer._meta.get_field("name_key").key("Oak")) == story.writer
    assert column.deconstruct()[1] == "django.db.models.CharField"
