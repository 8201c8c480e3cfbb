"""The columns by which clients are brought in: every attribute that has one value, and the few that
are more than a value."""

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from clients.attributes import attributes
from clients.importing.belongings import GROUPS
from clients.importing.kinds import ImportField
from clients.models import Client

PARTS_OF_NAME = ("last_name", "first_name", "patronymic")
HIDDEN_AS = {
    code: hidden
    for code, (part, _group) in GROUPS.items()
    if (hidden := {"person_phone": "phone", "person_email": "email"}.get(part))
}
JOINED = {"note", "address"}  # several columns of them become one text


def fields(user) -> list[ImportField]:
    known = [each for each in attributes(user).values() if each.editable and each.code != "email"]
    words = _words()
    offered = [
        ImportField("card_number", _("Card number")),
        ImportField("external_key", _("Number in another system"), words["external_key"]),
        ImportField("last_name", _("Last name"), words["last_name"]),
        ImportField("first_name", _("First name"), words["first_name"]),
        ImportField("patronymic", _("Patronymic"), words["patronymic"]),
        ImportField("phone", _("Phone"), words["phone"], several=True),
        ImportField("email", _("E-mail"), words["email"], several=True),
        ImportField("kind", str(Client._meta.get_field("kind").verbose_name), words["kind"]),
        ImportField("responsible", _("Manager"), words["responsible"]),
        ImportField("tags", _("Tags"), words["tags"], several=True),
        *_people(words),
        *(
            ImportField(each.code, str(each.label), words.get(each.code, ()), each.code in JOINED)
            for each in known
        ),
    ]
    return [field for field in offered if user.sees_field(HIDDEN_AS.get(field.code, field.code))]


def _people(words) -> list[ImportField]:
    """The same columns for each of several contact persons: «Contact person 2»."""
    once = {
        "person_part": _("Contact person's part"),
        "person_birthday": _("Contact person's birthday"),
        "person_left": _("Contact person works there no more since"),
    }
    labels = {
        "person": _("Contact person"),
        "person_post": _("Contact person's post"),
        "person_phone": _("Contact person's phone"),
        "person_email": _("Contact person's e-mail"),
    }
    found = [
        ImportField(code, labels[part], words[part])
        if group == 1
        else ImportField(
            code, f"{labels[part]} {group}", tuple(f"{word} {group}" for word in words[part])
        )
        for code, (part, group) in GROUPS.items()
        if part in labels
    ]
    return [*found, *(ImportField(code, label) for code, label in once.items())]


def _words() -> dict[str, tuple[str, ...]]:
    """What other programs call their columns, in the language of the person."""
    said = {
        "external_key": pgettext("names of a column", "id, code, client id, uid"),
        "name": pgettext("names of a column", "full name, client, company, organisation"),
        "last_name": pgettext("names of a column", "surname, family name"),
        "first_name": pgettext("names of a column", "given name"),
        "patronymic": pgettext("names of a column", "middle name"),
        "phone": pgettext("names of a column", "tel, telephone, mobile, phones, cell"),
        "email": pgettext("names of a column", "mail, email, e mail address"),
        "address": pgettext("names of a column", "city, street, delivery address"),
        "region": pgettext("names of a column", "area, district, state, province"),
        "note": pgettext("names of a column", "comment, comments, notes, remark"),
        "inn": pgettext("names of a column", "tax number, tin"),
        "kind": pgettext("names of a column", "type, client type"),
        "responsible": pgettext("names of a column", "responsible, owner"),
        "tags": pgettext("names of a column", "tag, labels, categories"),
        "person": pgettext("names of a column", "contact, contact name, person"),
        "person_post": pgettext("names of a column", "post, position, job title"),
        "person_phone": pgettext("names of a column", "contact phone"),
        "person_email": pgettext("names of a column", "contact e mail"),
        "ad_source": pgettext("names of a column", "source, how they heard"),
    }
    return {code: tuple(words.split(", ")) for code, words in said.items()}
