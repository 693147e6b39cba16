"""A browser is told quietly from now on, or no more."""

from django.db import transaction

from openchair.notices.models import PushDevice
from openchair.people.models import Session

MOST = 10


@transaction.atomic
def add_device(*, session: Session, endpoint: str, public_key: str, auth: str) -> PushDevice:
    """Tell the browser of this session. It belongs to whoever signed in last; one session has one of them."""
    PushDevice.objects.filter(endpoint_key=_key_of(endpoint)).delete()
    PushDevice.objects.filter(session=session).delete()
    ids = list(session.person.push_devices.order_by("-made_on", "pk").values_list("pk", flat=True))
    PushDevice.objects.filter(pk__in=ids[MOST - 1 :]).delete()
    return PushDevice.objects.create(
        person=session.person, session=session, endpoint=endpoint, public_key=public_key, auth=auth
    )


def _key_of(endpoint: str) -> str:
    return PushDevice._meta.get_field("endpoint_key").key(endpoint)
