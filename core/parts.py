def wants_part(request) -> bool:
    """Whether htmx swaps a part of the page; what its history has lost it asks for as a whole."""
    return bool(request.htmx) and not request.htmx.history_restore_request
