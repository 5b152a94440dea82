"""How does a page name a norm, so that one click leads to what it says?"""

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString

from safeconduct.web import statutes

register = template.Library()


@register.simple_tag
def norm(name: str, letter: str = "") -> SafeString:
    """Name a norm, with a link to its entry in the law where there is one.

    Args:
        name: Its name, or the id of its provision.
        letter: The option in question, or nothing.
    """
    place = statutes.place(name, letter)
    if not place:
        return format_html("<code>{}</code>", name)
    return format_html('<a class="statute" href="{}"><code>{}</code></a>', place, name)
