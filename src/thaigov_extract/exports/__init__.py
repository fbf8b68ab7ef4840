"""Write releases down in other people's formats.

In:   Release, or many.
Out:  JSON-LD, Popolo, and the text with labelled spans for annotation tools.
Not:  tables (`thaigov_extract.tables`) or pictures (`thaigov_extract.display`).
"""

from thaigov_extract.exports._jsonld import to_jsonld
from thaigov_extract.exports._popolo import to_popolo
from thaigov_extract.exports._text import label_studio_config, to_docbin, to_label_studio, to_spans

__all__ = ["label_studio_config", "to_docbin", "to_jsonld", "to_label_studio", "to_popolo", "to_spans"]
