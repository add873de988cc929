"""Every promise that a command shows, in the order of docs/promises.md."""

from collections.abc import Sequence

from promises.kept import Promise
from promises.p08_bad_input import P8
from promises.p08_mutations import P8_MUTATIONS
from promises.p08_payloads import P8_PAYLOADS
from promises.p12_no_calls import P12
from promises.p16_file_names import P16

PROMISES: Sequence[Promise] = (P8, P8_MUTATIONS, P8_PAYLOADS, P12, P16)
