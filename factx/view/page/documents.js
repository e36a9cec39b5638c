// The documents: an index of all, read at once, and each one's block of JSON lines, read when it is looked at.

const INDEX = JSON.parse(document.getElementById("index").textContent);
const DOCUMENTS = INDEX.documents;
const KINDS = ["honour", "awardee", "achievement", "initiative"];
const LEVELS = ["international", "national", "provincial", "municipal", "county", "township", "institutional"];

/** What the index knows of each record, in the order of its row. */
const ROW = { kind: 0, level: 1, status: 2, rule: 3, year: 4 };

/** The page is drawn before its documents have come: whoever needs all of them waits. */
const ALL_HERE = new Promise((done) => {
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", done);
  else done();
});

/** Whether document `number` has come as a whole: the next one has begun, or nothing more will come. */
function isHere(number) {
  return document.readyState !== "loading" || document.getElementById(`d${number + 1}`) !== null;
}

/** The JSON lines of document `number`: the first is the document itself, each other one a record. */
function linesOf(number) {
  return document.getElementById(`d${number}`).textContent.split("\n");
}

/** Document `number` with its records; only the last one looked at is kept. */
function load(number) {
  if (!load.last || load.last.number !== number) {
    const [head, ...lines] = linesOf(number);
    const said = JSON.parse(head);
    const records = lines.map((line, index) => ({ ...JSON.parse(line), index, line: asWritten(line) }));
    load.last = { ...said, number, records, offsets: offsetsOf(said.text || "") };
  }
  return load.last;
}

/** A line as JSON Lines have it, with its `<`. A backslash of the text's own is doubled, and is passed over as such. */
function asWritten(line) {
  return line.replace(/\\(?:\\|u003c)/g, (escape) => (escape === "\\u003c" ? "<" : escape));
}

/** The last part of a path. */
function shortName(name) {
  return name.split(/[\\/]/).pop() || name;
}

/** The stretches that a field of a record was read from, as pairs of offsets. */
function spansOf(record, field) {
  const spans = record.spans[field];
  if (!spans || !spans.length) return [];
  return Array.isArray(spans[0]) ? spans : [spans];
}
