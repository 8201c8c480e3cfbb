"""All that the firm knows of a person, for the person: JSON for programs, PDF for people."""

import json
import tempfile
import zipfile

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.template.loader import render_to_string
from django.utils import timezone, translation
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from clients.models import Client
from clients.personal.erasing import label_of, upper_first
from clients.personal.lifecycle import HANDLE_RIGHT
from clients.personal.reach import reached
from company import own_fields
from company.models import Employee, Firm
from core import clock, jobs, registry
from core.errors import Refused
from core.paper import pdf_from_html

TECHNICAL = {
    *("id", "version", "owner_type", "owner_id", "subject_type", "subject_id", "sha256", "seq"),
    *("form_token", "token_hash", "key", "external_id", "reversed_digits", "series", "client"),
    *("own", "explanation", "spec", "due_sort", "preview", "preview_state", "next_warning_at"),
}


def start(client, *, by):
    if not by.has_perm(HANDLE_RIGHT):
        raise PermissionDenied
    if by.hidden_fields:
        raise Refused(_("The file holds what your role does not read: ask a director for it."))
    title = _("All data about client No. %(number)s") % {"number": client.pk}
    return jobs.start(KIND, title, by=by, client=client.pk)


def collected(client) -> list[dict]:
    """[{what, rows: [{label: value}]}], the card first."""
    found = reached(client)
    parts = [{"what": str(_("Card")), "rows": [_card(client)]}]
    for model in reversed(upper_first(found)):
        rows = model._base_manager.filter(pk__in=found[model]).order_by("pk")
        rows = rows.select_related(*_related(model))
        said = [row for each in rows.iterator(500) if (row := _said(each))]
        if said:
            parts.append({"what": label_of(model), "rows": said})
    return parts


def _card(client):
    own = own_fields.shown(own_fields.fields_of(Client), client.own)
    return _said(client) | {str(label): str(words) for label, words in own}


def _related(model):
    return [field.name for field in model._meta.concrete_fields if _is_shown(field, relation=True)]


def _said(row) -> dict:
    said = {}
    for field in row._meta.concrete_fields:
        if _is_shown(field, relation=field.is_relation):
            value = _value(row, field)
            if value not in (None, "", [], {}):
                said[str(capfirst(field.verbose_name))] = value
    return said


def _is_shown(field, *, relation):
    if field.name in TECHNICAL or field.generated or field.primary_key:
        return False
    return field.is_relation is relation


def _value(row, field):
    if isinstance(field, models.FileField):
        return str(getattr(row, field.name)).rpartition("/")[2]
    if field.choices:
        return str(getattr(row, f"get_{field.name}_display")())
    value = getattr(row, field.name)
    if isinstance(value, Employee):
        return value.short_name
    if field.is_relation:
        return str(value) if value is not None else None
    return timezone.localtime(value) if isinstance(field, models.DateTimeField) and value else value


def whole(client) -> dict:
    """With who processes the data, why, and who was given it, as art. 14 p. 7 asks."""
    firm = Firm.get()
    return {
        "made_at": timezone.localtime(clock.now()),
        "operator": {
            "name": firm.legal_name,
            "inn": firm.inn,
            "address": firm.legal_address,
            "phone": firm.phone,
            "email": firm.email,
        },
        "subject": client.pk,
        "consents": [
            _said(each) for each in client.consents.select_related("text", "by", "person")
        ],
        "grounds": [
            {"what": label_of(model), "ground": str(entry.ground)}
            for model, entry in registry.personal_data.items()
            if entry.ground
        ],
        "data": collected(client),
    }


def _run(job, progress):
    """Zipped: `data.json` and `data.pdf`."""
    client = Client.objects.visible_to(job.by).filter(pk=job.arguments["client"]).first()
    if client is None or not job.by.has_perm(HANDLE_RIGHT):
        raise Refused(_("The client is not there any more."))
    progress.say(0, 2)
    with translation.override(settings.LANGUAGE_CODE):
        found = whole(client)
        progress.say(1, 2)
        packed = json.dumps(found, cls=DjangoJSONEncoder, ensure_ascii=False, indent=1)
        page = render_to_string("clients/documents/personal_file.html", found)
        printed = pdf_from_html(page)
    file = tempfile.TemporaryFile()  # noqa: SIM115
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("data.json", packed)
        archive.writestr("data.pdf", printed)
    file.seek(0)
    progress.say(2, 2)
    return file, f"personal-data-{client.pk}.zip"


KIND = jobs.JobKind("personal_file", _run)
