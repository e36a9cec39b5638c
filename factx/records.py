"""The data contract: what factx hands out. Field names and enumerations are fixed.

Every verbatim field is a slice of the document, or slices joined in order; `spans` says where. Offsets are half-open
and count Unicode code points of `Document.text`. No key is ever absent; what the text does not show is null.
"""

from bisect import bisect_right
from importlib import import_module
from typing import Annotated, Any, Literal, TypeAlias

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, TypeAdapter

from factx.text import Span

Kind: TypeAlias = Literal["initiative", "honour", "achievement", "awardee"]
Status: TypeAlias = Literal["achieved", "planned"]
Level: TypeAlias = Literal[
    "international", "national", "provincial", "municipal", "county", "township", "institutional"
]
Category: TypeAlias = Literal[
    "document", "system", "programme", "project", "platform", "organisation", "method", "event", "brand"
]
Form: TypeAlias = Literal["title", "award", "selection", "certification", "commendation", "coverage", "promotion"]
Qualifier: TypeAlias = Literal["exact", "more_than", "nearly", "about", "range"]
Measure: TypeAlias = Literal["count", "amount", "share", "rate", "growth", "decline", "rank", "gap"]
Number: TypeAlias = int | float
Day: TypeAlias = Annotated[str, StringConstraints(pattern=r"^\d{4}-\d\d-\d\d$")]


class Model(BaseModel):
    """Closed and frozen: an unknown key is an error, a field cannot be changed."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)


class Period(Model):
    """When a fact holds: the words of the text and, where they can be resolved, ISO dates (both inclusive)."""

    text: str
    """The words as written, such as `2021年` or `上半年`."""
    start: Day | None
    """First day, `YYYY-MM-DD`, or null where the document does not give the year."""
    end: Day | None
    """Last day, `YYYY-MM-DD`, or null."""


class Quantity(Model):
    """A number of the text with its unit, normalised."""

    text: str
    """The words as written, with their bounds: `近600万人次`."""
    start: int
    """Offset of the first character."""
    end: int
    """Offset behind the last character."""
    value: Number
    """The number, scale words multiplied out (`1.2亿` is 120000000); a fraction's value; the lower end of a range."""
    value_max: Number | None
    """The upper end of a range, else null."""
    unit: str | None
    """The unit without scale words (`万元` is `元`), or null for a bare number."""
    qualifier: Qualifier
    """`more_than` (余 超 以上), `nearly` (近 不足), `about` (约 左右), `range`, or `exact`."""


class Fact(Model):
    """What every record carries: first what it is and whose, behind the fields of its kind where the text shows it."""

    kind: Kind
    """Which of the four kinds."""
    id: str
    """Stable name of the record: a hash of the document's text, the kind and the key fields."""
    doc: str
    """Name or path of the document as given; `-` for standard input."""
    subject: str | None
    """Who the fact is about, in the fullest form that the document uses; inherited where the clause names none."""
    period: Period | None
    """When, explicit or inherited from the sentence or the heading."""
    quote: str
    """The smallest stretch of the text that shows the fact."""
    start: int
    """Offset of the quote's first character."""
    end: int
    """Offset behind the quote's last character."""
    spans: dict[str, Span | list[Span]]
    """Where each verbatim field stands: one pair of offsets, or a list of them for lists and joined fields."""
    rule: str
    """Name of the rule that made the record."""
    section: list[str]
    """Headings above the quote, outermost first."""

    @classmethod
    def __pydantic_init_subclass__(cls, **_: object) -> None:
        """Put the evidence last: a subclass would list its own fields behind all of these."""
        fields = cls.__pydantic_fields__
        for name in ("quote", "start", "end", "spans", "rule", "section"):
            fields[name] = fields.pop(name)


class Initiative(Fact):
    """A named undertaking that the subject started, set up, issued, ran or plans."""

    kind: Literal["initiative"] = "initiative"
    """Always `initiative`."""
    name: str
    """The specific name with its head noun, without the quotes or 《》 that wrap the whole of it."""
    category: Category
    """What sort of undertaking, by the name's own last head noun."""
    action: str | None
    """The verb, such as `建立` or `制定实施`, or null."""
    status: Status
    """`achieved` (done or running) or `planned`."""


class Honour(Fact):
    """A title, prize, selection, certification, commendation, publication or promotion given by somebody else."""

    kind: Literal["honour"] = "honour"
    """Always `honour`."""
    title: str
    """The honour itself, without wrapping quotes and without `称号` behind it; grade words stay in it."""
    recipients: list[str]
    """Organisations, places, projects, teams or persons that hold it."""
    grantor: str | None
    """Who gave it, as written, or null."""
    level: Level | None
    """From the grantor, else from the title, else from the area of promotion."""
    form: Form
    """The sort of honour."""
    grade: str | None
    """`一等奖`, `金奖`, `A类`, `第一名` and the like, or null."""


class Achievement(Fact):
    """A number with a unit that the report claims for a named thing."""

    kind: Literal["achievement"] = "achievement"
    """Always `achievement`."""
    metric: str
    """What is measured, without number, unit and verb."""
    value: Number
    """The number, scale words multiplied out; the lower end of a range."""
    value_max: Number | None
    """The upper end of a range, else null."""
    unit: str | None
    """The unit without scale words, or null."""
    qualifier: Qualifier
    """How exact the number is."""
    measure: Measure
    """How the number measures the thing."""
    basis: str | None
    """What it is compared with, as written (`同比`, `比上年`, `全国`), or null."""
    action: str | None
    """The verb without adverbs, or null."""
    status: Status
    """`achieved`, or `planned` for targets."""


class Awardee(Fact):
    """A named person who holds an honour; one record for each person and title."""

    kind: Literal["awardee"] = "awardee"
    """Always `awardee`."""
    name: str
    """The person's name, without titles."""
    organisation: str | None
    """The unit that the text gives the person, or null."""
    position: str | None
    """Post, profession or earlier title beside the name, or null."""
    honour: str
    """The title, equal to the `title` of the honour record that it belongs to."""
    grantor: str | None
    """As in the honour."""
    level: Level | None
    """As in the honour."""
    grade: str | None
    """As in the honour."""


AnyFact: TypeAlias = Annotated[Initiative | Honour | Achievement | Awardee, Field(discriminator="kind")]


class Issue(Model):
    """Something doubtful about a document or a fact, told instead of guessed at."""

    code: str
    """Short name of the sort of issue, such as `replaced-bytes` or `count-mismatch`."""
    message: str
    """What is doubtful, in one line."""
    start: int | None = None
    """Offset of the place, or null for the whole document."""
    end: int | None = None
    """Offset behind the place, or null."""


class Document(Model):
    """A text with its name; all offsets refer to `text`."""

    name: str
    """Path or name as given; `-` for standard input."""
    text: str
    """The text, decoded or taken out of the file."""
    title: str | None = None
    """The title that the file gives apart from its text (properties, head of a page), or null."""
    date: str | None = None
    """The day, `YYYY-MM-DD`, that the file gives apart from its text: published or last saved; or null."""
    media_type: str | None = None
    """What the file was, such as `application/pdf`, or null for text that came as text."""
    encoding: str | None = None
    """The encoding that the bytes were decoded with, or null where the format knows its own."""
    pages: list[int] = []
    """Offset of each page's first character, in order; empty where the format has no pages."""
    issues: list[Issue] = []
    """What was doubtful about reading it."""

    @classmethod
    def of(cls, source: "str | Document") -> "Document":
        """A text as a document, called `-`; half a surrogate pair, which no encoding can write, reads `�`."""
        if isinstance(source, Document):
            return source
        return cls(name="-", text=source.encode("utf-16", "surrogatepass").decode("utf-16", "replace"))

    def page(self, offset: int) -> int | None:
        """The number, from 1, of the page that the character at `offset` stands on; None where there are no pages."""
        return bisect_right(self.pages, offset) or None


class Report(Model):
    """All facts of one document, in the order of the text."""

    document: Document
    """What was read."""
    facts: list[AnyFact]
    """The records, each validated."""
    issues: list[Issue]
    """What was doubtful about the document or its facts."""

    def to_arrow(self, kind: str | None = None) -> Any:  # noqa: ANN401 (a pyarrow.Table, where pyarrow is there)
        """The records as a `pyarrow.Table`: of every kind (`factx.arrow.FACTS`), or the flat table of one `kind`."""
        return import_module("factx.arrow").reader([self], kind).read_all()

    def __arrow_c_stream__(self, requested_schema: object = None) -> object:
        """What data frames and databases ask for: `polars.DataFrame(report)` takes a report as it is."""
        return self.to_arrow().__arrow_c_stream__(requested_schema)


KINDS: dict[str, type[Initiative | Honour | Achievement | Awardee]] = {
    "initiative": Initiative,
    "honour": Honour,
    "achievement": Achievement,
    "awardee": Awardee,
}

FACT: TypeAdapter[Initiative | Honour | Achievement | Awardee] = TypeAdapter(
    AnyFact, config=ConfigDict(defer_build=True)
)
