"""What stays, and until when, is what the receipt said; what somebody agreed to is written down once."""

from datetime import datetime, timedelta

import pytest
from django.test import Client

from openchair.kit.clock import now
from openchair.people.house_rules import HOUSE_RULES, VERSION
from openchair.people.models import Consent
from openchair.people.tests.steps import join, read_the_rules, text_of
from openchair.project.backing_up import ring_set
from openchair.project.ledger import erasing
from openchair.project.ledger.receipts import NotAReceipt, Receipt
from openchair.project.ledger.tests.life import a_rich_life
from openchair.safety.answering import answer
from openchair.safety.forgetting import forget_reports
from openchair.safety.models import Answer, Report
from openchair.vault import opened, rotating
from tests import recipes
from tests.cast import client_of, ready_place

pytestmark = pytest.mark.django_db(transaction=True)


def last_moment(receipt: Receipt) -> datetime:
    """The first instant of the day on which the receipt says that no report holds a copy."""
    day = receipt.reports_until
    return now().replace(year=day.year, month=day.month, day=day.day, hour=0, minute=0)


@pytest.mark.requirement("S43")
@pytest.mark.parametrize("looked_at", ["never", "at once", "on its last day"])
def test_no_copy_outlives_the_day_on_the_receipt(looked_at: str) -> None:
    life = a_rich_life()
    receipt, report = Receipt.of(life.ben, now().date()), Report.objects.get(about=life.ben)
    erasing.purge([life.ben.pk])
    assert Report.objects.get(pk=report.pk).words == report.words, "it stays, sealed, without the name"
    if looked_at != "never":
        answer(report=report, by=life.scene.cast.amara, done="talked")
        later = timedelta(days=364) if looked_at == "on its last day" else timedelta()
        Answer.objects.filter(report=report).update(at=now() + later)
    forget_reports(last_moment(receipt))
    assert not Report.objects.filter(pk=report.pk).exists()
    assert opened.ring().open_keys([str(report.pk)]) == {}


@pytest.mark.requirement("S43")
def test_the_page_says_the_day_to_everybody_alike() -> None:
    life = a_rich_life()
    for somebody in (life.ben, recipes.person("newcomer")):
        given = client_of(somebody).post("/me/going/", {"wait": "now"})["Location"]
        page = text_of(Client().get(given).content)
        assert "a sealed copy without your name stays, until" in page


def test_a_copy_stays_a_while_and_no_longer_than_it_must() -> None:
    life = a_rich_life()
    report = Report.objects.get(about=life.ben)
    erasing.purge([life.ben.pk])
    forget_reports(now() + timedelta(days=300))
    assert Report.objects.filter(pk=report.pk).exists()


def test_the_last_backup_of_a_key_ends_when_the_key_file_above_it_does_or_later() -> None:
    somebody = recipes.person("newcomer")
    erasing.purge([somebody.pk])
    receipt = Receipt.of(somebody, now().date())
    kept = receipt.copies_until - now().date()
    assert kept == rotating.EVERY + rotating.KEPT_FOR == timedelta(days=37) and kept > ring_set.OLDEST


@pytest.mark.parametrize("signed", ["", "x", "WyIiXQ:1:1", "a" * 5000, "é"])
def test_what_we_did_not_sign_is_no_receipt(signed: str) -> None:
    with pytest.raises(NotAReceipt):
        Receipt.read(signed)


def test_a_receipt_names_nobody() -> None:
    somebody = recipes.person("newcomer")
    receipt = Receipt.of(somebody, now().date())
    assert Receipt.read(receipt.signed) == receipt
    assert str(somebody.pk) not in receipt.signed and somebody.pk.hex not in receipt.signed


@pytest.mark.requirement("S44")
def test_who_joins_agreed_to_this_version_on_this_day() -> None:
    ready_place()
    client = Client()
    page = text_of(client.get("/join/").content)
    assert all(str(rule) in page.replace("&#39;", "'") for rule in HOUSE_RULES)
    assert "You can take that back at any time" in page and not Consent.objects.exists()
    person, _keys = join(client)
    given = Consent.objects.get()
    assert (given.person, given.version, given.on) == (person, VERSION, now().date())


@pytest.mark.requirement("S44")
def test_what_was_agreed_is_taken_back_by_going() -> None:
    ready_place()
    client = Client()
    person, _keys = join(client)
    client.post("/me/going/", {"wait": "now"})
    assert not Consent.objects.exists() and not type(person).objects.filter(pk=person.pk).exists()
    other, _keys = join(Client())
    browser = client_of(other)
    browser.get("/me/going/closing/")
    browser.post("/me/going/closing/")
    assert not Consent.objects.exists()


@pytest.mark.requirement("S44")
def test_reading_the_rules_alone_writes_nothing() -> None:
    ready_place()
    read_the_rules(Client())
    assert not Consent.objects.exists()
