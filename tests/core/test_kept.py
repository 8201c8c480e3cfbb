from django.template import Context, Template
from django.utils import translation

from core.templatetags.kept import MOST_KEPT

PART = Template("{% load kept %}{% kept shelf %}{{ counted }}{% endkept %}")


def drawn(template=PART, **context):
    return template.render(Context(context))


def test_a_kept_part_is_drawn_once_for_each_key_and_language():
    assert drawn(shelf="a", counted=1) == "1"
    assert drawn(shelf="a", counted=2) == "1"
    assert drawn(shelf="b", counted=3) == "3"
    with translation.override("en"):
        assert drawn(shelf="a", counted=4) == "4"


def test_what_is_kept_does_not_grow_for_ever():
    for key in range(MOST_KEPT * 2):
        drawn(shelf=key, counted=key)

    assert len(PART.nodelist[1].drawn) <= MOST_KEPT
