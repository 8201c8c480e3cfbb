from django.utils.translation import gettext as _


def nothing_is_left(statement):
    return _("Some lines are not finished yet.") if statement.lines.unfinished().exists() else None
