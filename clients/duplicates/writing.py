"""One writing for the many of a name: letters as sounds in Latin, without legal forms, gender of
surnames and pet names. Russian and Latin writing of one name come out alike."""

import re

from clients.search import fold

CYRILLIC = range(0x0430, 0x0450)
SOUNDS = (
    *("a", "b", "v", "g", "d", "e", "zh", "z", "i", "i", "k", "l", "m", "n", "o", "p", "r"),
    *("s", "t", "u", "f", "h", "c", "ch", "sh", "sh", "", "i", "", "e", "u", "a"),
)
LETTERS = dict(zip(CYRILLIC, SOUNDS, strict=True))
# The usual transliterations of one sound, longest first.
SAME_SOUND = (
    ("shch", "sh"), ("sch", "sh"), ("kh", "h"), ("ts", "c"), ("tz", "c"), ("ph", "f"),
    ("ya", "a"), ("ja", "a"), ("yu", "u"), ("ju", "u"), ("iu", "u"), ("yo", "e"), ("jo", "e"),
    ("ye", "e"), ("je", "e"), ("y", "i"), ("j", "i"), ("w", "v"), ("x", "ks"), ("ii", "i"),
    ("ia", "a"),
)  # fmt: skip
DOUBLED = re.compile(r"([a-z])\1")
# Doubled letters stand once here.
FORMS = {"oo", "oao", "zao", "pao", "ao", "ip", "chp", "to", "nko", "ano", "lc", "ltd", "inc"}
PET_NAMES = {
    "ana": "ana anuta anushka nuta", "maria": "", "mara": "masha marusa",
    "elena": "lena alena", "olga": "ola", "tatana": "tana", "natala": "natasha nata",
    "ekaterina": "kata katerina", "irina": "ira", "svetlana": "sveta", "ulia": "", "ula": "ulka",
    "aleksandr": "sasha shura aleks", "aleksei": "lesha aleha", "sergei": "serezha", "ivan": "vana",
    "dmitri": "dima mita", "mihail": "misha", "nikolai": "kola", "vladimir": "vova volodya",
    "evgeni": "zhena", "pavel": "pasha", "andrei": "andrusha", "victor": "vita",
    "anastasa": "nasta", "ludmila": "luda mila", "galina": "gala", "nadezhda": "nada",
    "valentina": "vala", "lubov": "luba", "konstantin": "kosta", "petr": "peta", "ilia": "ilusha",
    "roman": "roma", "maksim": "maks", "denis": "den", "anton": "antosha", "viktor": "vita",
}  # fmt: skip
# First names that end as surnames do.
NO_SURNAMES = {
    *("ivan", "roman", "stepan", "konstantin", "valentin", "veniamin", "bogdan", "ruslan"),
    *("martin", "german", "valentina", "galina", "marina", "kristina", "polina", "karina"),
    *("angelina", "alina", "ekaterina", "sevan", "tigran"),
}
SURNAME_ENDINGS = ("ov", "ev", "in", "ski", "cki", "nko", "uk", "ko", "an", "ih", "ich")
PATRONYMIC_ENDINGS = ("ovich", "evich", "ovna", "evna", "ichna", "mich", "tich", "lich")
FULL_NAME = {pet: name for name, pets in PET_NAMES.items() for pet in pets.split()}


def words_of(name: str) -> tuple[str, ...]:
    """The words of a name as they sound, in the order of writing, legal forms left out."""
    spoken = [_spoken(word) for word in fold(name).split()]
    own = tuple(word for word in spoken if word and word not in FORMS)
    return own or tuple(filter(None, spoken))


def form_of(name: str) -> str:
    """The legal form written with the name, if there is one."""
    return next((word for each in fold(name).split() if (word := _spoken(each)) in FORMS), "")


def address_words(address: str) -> tuple[str, ...]:
    """Numbers and the words of more than three letters: «street» and «house» are short."""
    spoken = [_spoken(word, plain=True) for word in fold(address).split()]
    return tuple(dict.fromkeys(word for word in spoken if word.isdigit() or len(word) > 3))


def is_surname(word: str) -> bool:
    """By its ending; of a foreign one nothing is known."""
    return (
        len(word) > 3
        and word.endswith(SURNAME_ENDINGS)
        and word not in NO_SURNAMES
        and not is_patronymic(word)
    )


def is_patronymic(word: str) -> bool:
    return len(word) > 6 and word.endswith(PATRONYMIC_ENDINGS)


def _spoken(word, plain=False):
    latin = word.translate(LETTERS)
    for written, sound in SAME_SOUND:
        latin = latin.replace(written, sound)
    if plain:
        return latin
    return FULL_NAME.get(bare := DOUBLED.sub(r"\1", latin), _without_gender(bare))


def _without_gender(word):
    if word in NO_SURNAMES:
        return word
    if word.endswith(("ova", "eva", "ina")) and len(word) > 5:
        return word[:-1]
    return f"{word[:-2]}i" if word.endswith("ska") and len(word) > 5 else word
