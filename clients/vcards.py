"""Clients as business cards of version 3.0, which every telephone and mail program reads."""

import tempfile

import vobject


def file_of(clients, user):
    file = tempfile.TemporaryFile()  # noqa: SIM115
    for client in clients:
        file.write(_card(client, user).serialize().encode())
    file.seek(0)
    return file


def _card(client, user):
    card = vobject.vCard()
    card.add("fn").value = client.name
    card.add("n").value = _name(client)
    card.add("uid").value = f"client-{client.pk}"
    if client.kind == client.Kind.ORGANISATION:
        card.add("org").value = [client.name]
    for phone in client.phones.all() if user.sees_field("phone") else ():
        number = card.add("tel")
        number.value = f"{phone.e164} ext. {phone.extension}" if phone.extension else phone.e164
        number.type_param = "PREF" if phone.is_main else "VOICE"
    if client.email and user.sees_field("email"):
        card.add("email").value = client.email
    if client.address and user.sees_field("address"):
        card.add("adr").value = vobject.vcard.Address(street=client.address)
    return card


def _name(client):
    """Telephones sort by the parts; what is not written as last name, first name, patronymic stays
    whole."""
    parts = client.name.split()
    if client.kind == client.Kind.ORGANISATION or not 2 <= len(parts) <= 3:
        return vobject.vcard.Name(family=client.name)
    return vobject.vcard.Name(**dict(zip(("family", "given", "additional"), parts, strict=False)))
