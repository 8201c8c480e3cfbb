"""Invented clients, some of them registered twice as people do it: a slip, another alphabet, parts
of the name swapped or left out, a changed surname; and families: one phone, several people."""

from random import Random

from bench import invented
from clients.duplicates.records import record
from crm.demo import names

LATIN = str.maketrans(
    {
        **dict(zip("абвгдезийклмнопрстуфхц", "abvgdeziyklmnoprstufhc", strict=True)),
        "ё": "yo", "ж": "zh", "ч": "ch", "ш": "sh", "щ": "shch", "ъ": "", "ы": "y", "ь": "",
        "э": "e", "ю": "yu", "я": "ya",
    }
)  # fmt: skip
TWINS, FAMILIES = 0.1, 0.05


def russian(size, seed=1):
    """Records and who they are: the same client has the same number."""
    chance, records, persons = Random(seed), [], []

    def keep(person, card):
        records.append(
            record(len(records), card["name"], **{k: v for k, v in card.items() if k != "name"})
        )
        persons.append(person)

    for number in range(size):
        found = invented.client(number)
        card = {
            "name": found.name,
            "is_firm": found.kind == "organisation",
            "address": found.address,
            "phones": tuple(found.phones),
            "emails": (f"client{number}@mail.ru",) if chance.random() < 0.4 else (),
        }
        keep(number, card)
        if chance.random() < TWINS:
            keep(number, twin(card, chance))
        elif not card["is_firm"] and " " in card["name"] and chance.random() < FAMILIES:
            keep(-number, relative(card, chance))
    return records, persons


def twin(card, chance):
    """Entered a second time: one or two things differ, one way of reaching them is the same."""
    other = dict(card)
    for change in chance.sample(
        (slip, latin, swapped, shorter, plain_e, married), chance.choice((1, 1, 2))
    ):
        other["name"] = change(other["name"], chance, card["is_firm"])
    if chance.random() < 0.3:
        other["phones"] = (f"+7999{chance.randint(0, 9_999_999):07}",) + (
            card["phones"] if not card["emails"] or chance.random() < 0.5 else ()
        )
    if chance.random() < 0.5:
        other["address"] = ""
    return other


def relative(card, chance):
    """Another of the family: the same surname, phone and home."""
    words = card["name"].split()
    first = chance.choice([name for name in names.WOMEN + names.MEN if name not in words])
    return card | {"name": f"{words[0]} {first}", "emails": ()}


def slip(name, chance, is_firm):
    at = chance.randrange(1, len(name) - 1)
    letter = chance.choice("аеиорнст")
    begun, rest = name[:at], name[at + 1 :]
    turned = name[: at - 1] + name[at] + name[at - 1] + rest
    return chance.choice((begun + rest, begun + letter + name[at:], begun + letter + rest, turned))


def latin(name, chance, is_firm):
    return name.lower().translate(LATIN).title()


def swapped(name, chance, is_firm):
    words = name.split()
    return " ".join([*words[1:], words[0]])


def shorter(name, chance, is_firm):
    words = name.split()
    return " ".join(words[:2]) if not is_firm else " ".join(words[1:]) or name


def plain_e(name, chance, is_firm):
    return name.replace("ё", "е").upper()


def married(name, chance, is_firm):
    """A changed surname: of those who gave their patronymic, so that they are known by it."""
    words = name.split()
    if is_firm or len(words) < 3 or not words[0].endswith("а"):
        return plain_e(name, chance, is_firm)
    return " ".join([f"{invented.surname(chance)}а", *words[1:]])
