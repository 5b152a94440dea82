"""The paper a prisoner takes along, and the page that checks it: bytes in, bytes out.

Which file answers what:

- `proving`: how a published log proves an entry, from its files alone.
- `reading`: what somebody has handed in: a proof file, a pasted code, hex.
- `codes`: how bytes become a QR code of the right size.
- `slip`: how the paper looks.
- `checker`: the page that checks a receipt in a browser, as one file without network.
- `beside`: which files lie beside a published log so that others can check.
- `wording`: the texts of both, in four languages.

Nothing here knows Django, a database or a clock. The bytes of a slip are told in
`ledger.slip`; which entry is whose is known to `journal` alone.
"""
