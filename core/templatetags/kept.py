"""`{% kept key… %}…{% endkept %}`: a part of a page that is drawn once in a process for each
language and each value of its keys. Nothing inside may depend on anything else."""

from django import template
from django.utils.translation import get_language

register = template.Library()
MOST_KEPT = 500


class Kept(template.Node):
    def __init__(self, nodelist, keys):
        self.nodelist, self.keys = nodelist, keys
        self.drawn = {}

    def render(self, context):
        named = (get_language(), *[key.resolve(context) for key in self.keys])
        found = self.drawn.get(named)
        if found is None:
            if len(self.drawn) >= MOST_KEPT:
                self.drawn.clear()
            found = self.drawn[named] = self.nodelist.render(context)
        return found


@register.tag
def kept(parser, token):
    _tag, *words = token.split_contents()
    keys = [parser.compile_filter(word) for word in words]
    nodelist = parser.parse(("endkept",))
    parser.delete_first_token()
    return Kept(nodelist, keys)
