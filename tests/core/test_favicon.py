from django.templatetags.static import static


def test_a_browser_that_asks_at_the_root_is_led_to_the_icon(client):
    answer = client.get("/favicon.ico")

    assert (answer.status_code, answer.url) == (302, static("img/favicon.svg"))
