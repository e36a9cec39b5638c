// What a record shows of itself: its headline, its fields in the order that tells most, its number as people write it.

const FIELDS = {
  initiative: ["name", "action", "category", "status", "subject", "period"],
  honour: ["title", "recipients", "grantor", "level", "form", "grade", "subject", "period"],
  achievement: ["metric", "value", "measure", "basis", "action", "status", "subject", "period"],
  awardee: ["name", "organisation", "position", "honour", "grantor", "level", "grade", "subject", "period"],
};
const KEY = { initiative: "name", honour: "title", achievement: "metric", awardee: "name" };
const ENUMERATED = new Set(["category", "status", "level", "form", "measure"]);
const SCALES = [[1e8, "亿"], [1e4, "万"]];
const BOUNDS = { more_than: "> ", nearly: "< ", about: "≈ " };

/** The field of a record as a person reads it; null where the text does not show it. */
function fieldOf(record, name) {
  const value = record[name];
  if (name === "value") return amountOf(record);
  if (value === null || value === undefined || value.length === 0) return null;
  if (name === "period") return periodOf(value);
  if (Array.isArray(value)) return value.join("、");
  return ENUMERATED.has(name) ? sayValue(value) : String(value);
}

/** `> 600 人次`, `3–5 家`, `12%`; in Chinese with 万 and 亿, as the reports write it. */
function amountOf({ value, value_max: most, unit, qualifier }) {
  const [scale, word] = language === "zh" ? SCALES.find(([least]) => Math.abs(value) >= least) || [1, ""] : [1, ""];
  const number = (BOUNDS[qualifier] || "") + grouped(value / scale) + (most === null ? "" : `–${grouped(most / scale)}`) + (word && ` ${word}`);
  return unit === null ? number : unit === "%" || word ? number + unit : `${number} ${unit}`;
}

const GROUPED = new Intl.NumberFormat("en-US", { maximumSignificantDigits: 12 });

function grouped(number) {
  return GROUPED.format(number);
}

/** The words of a period, with the days where the text gives them and they say more. */
function periodOf({ text, start, end }) {
  if (!start) return text;
  const year = start.slice(0, 4);
  if (start.endsWith("-01-01") && end === `${year}-12-31`) return text.includes(year) ? text : `${text} (${year})`;
  return text === start ? text : `${text} (${start === end ? start : `${start} – ${end}`})`;
}

/** The name of a field; the `honour` of an awardee is a title. */
function sayField(record, name) {
  return say(name === "honour" ? "title" : name).toLowerCase();
}

/** Whether all of a field was read outside the quote: it is inherited from elsewhere. */
function isElsewhere(record, name) {
  const spans = spansOf(record, name);
  return spans.length > 0 && spans.every(([start, end]) => end <= record.start || start >= record.end);
}

/** The field in whose words a place counts as the heart of the record. */
function keySpans(record) {
  return spansOf(record, KEY[record.kind]);
}
