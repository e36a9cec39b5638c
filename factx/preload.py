"""Imported by the process that workers are forked from: rules and word lists load once, and all workers share them."""

import gc

from factx.pipeline import extract
from factx.records import FACT, Document

# Word lists load when first used; a sentence with a fact of each kind uses them all.
_SENTENCE = "2023年，青禾公司获评“省级绿色工厂”，建成充电桩120个，启动“青苗计划”，员工李晓岚获全省劳动模范称号。"
for _fact in extract(Document(name="-", text=_SENTENCE)).facts:
    FACT.dump_json(_fact)
gc.collect()
gc.freeze()  # a collection would touch, and thereby copy, what is shared
