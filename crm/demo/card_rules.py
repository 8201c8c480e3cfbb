"""What the demo firm wants to know of its clients; much of it nobody has written down yet."""

from clients import actions
from clients.actions.regulation import Line

PERSONS = {
    "phone": Line("first_contact", is_compulsory=True),
    "ad_source": Line("first_contact", hint="Спросите, откуда узнали о мастерской."),
    "email": Line("order", hint="Куда прислать эскиз и чек."),
    "address": Line("regular", hint="Адрес доставки и установки."),
}
FIRMS = {
    "phone": Line("first_contact", is_compulsory=True),
    "ad_source": Line("first_contact", hint="Спросите, откуда узнали о мастерской."),
    "inn": Line("order", hint="С карточки предприятия."),
    "decision_maker": Line("order", hint="Кто решает, сколько и у кого заказывать."),
    "legal_address": Line("regular"),
}


def load(*, by):
    for kind, lines in (("person", PERSONS), ("organisation", FIRMS)):
        actions.regulate([(kind, "consumer"), (kind, "trade")], lines, by=by)
