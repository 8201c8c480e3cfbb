"""Fields that the role of the person does not read are not in a form, and stay as they are."""

# What a field of a form is called among the attributes, where the names differ.
ATTRIBUTE = {
    "more_phones": "phone",
    "phones": "phone",
    "more_emails": "email",
    "addresses": "address",
}


def drop_hidden(form, user, *, besides=frozenset()):
    for name in list(form.fields):
        code = ATTRIBUTE.get(name, name.replace("own-", "own.", 1))
        if name not in besides and not user.sees_field(code):
            del form.fields[name]
    return form
