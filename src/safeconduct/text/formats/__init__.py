"""Which form has a file, and which text stands in it?

A room for each form that is not plain text or HTML. Documents give their text
(`pdf`, `docx`, `mhtml`), collections their documents one by one (`feed`, `warc`).
"""

from safeconduct.text.formats.form import Form, form_of

__all__ = ["Form", "form_of"]
