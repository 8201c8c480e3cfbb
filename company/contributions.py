"""What this app contributes to the pages of others; called once from AppConfig.ready()."""


def contribute():
    pass
