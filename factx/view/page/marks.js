// Accepted or rejected: kept in the browser, and saved as the file that `factx score` reads.

const MARKS = new Map(); // document number → Map of record id → "accepted" | "rejected"

function marksOf(number) {
  if (!MARKS.has(number)) MARKS.set(number, new Map());
  return MARKS.get(number);
}

function markOf(number, id) {
  return marksOf(number).get(id) || null;
}

/** Mark a record; the same mark again takes it back. */
function setMark(number, id, mark) {
  const marks = marksOf(number);
  if (marks.get(id) === mark) marks.delete(id);
  else marks.set(id, mark);
  keepMarks(number);
}

function markCount() {
  let count = 0;
  for (const marks of MARKS.values()) count += marks.size;
  return count;
}

/** Remember the marks of a document under its text's name, so that the page can be closed. */
function keepMarks(number) {
  const marks = marksOf(number);
  remember(`marks:${DOCUMENTS[number].sha256}`, marks.size ? JSON.stringify(Object.fromEntries(marks)) : null);
}

/** Bring back what was marked before. */
function recallMarks() {
  DOCUMENTS.forEach(({ sha256 }, number) => {
    const kept = sha256 && remembered(`marks:${sha256}`);
    if (kept) takeMarks(number, JSON.parse(kept));
  });
}

function takeMarks(number, said) {
  for (const [id, mark] of Object.entries(said)) {
    if (mark === "accepted" || mark === "rejected") marksOf(number).set(id, mark);
  }
}

/** What the file of marks says: of one document an object, of a folder a list of those that have marks. */
function marksFile() {
  const entries = DOCUMENTS.map(({ name, sha256 }, number) => ({ document: name, sha256, marks: Object.fromEntries(marksOf(number)) }));
  const said = DOCUMENTS.length === 1 ? entries[0] : entries.filter(({ marks }) => Object.keys(marks).length);
  return `${JSON.stringify(said, null, 1)}\n`;
}

function saveMarks() {
  const address = URL.createObjectURL(new Blob([marksFile()], { type: "application/json" }));
  el("a", { href: address, download: `${shortName(INDEX.title).replace(/\.[^.]*$/, "")}.marks.json` }).click();
  setTimeout(() => URL.revokeObjectURL(address), 10000);
}

/** Take the marks of a file that was saved before; those of other texts are left out. Resolves to how many were taken. */
async function openMarks(file) {
  const said = JSON.parse(await file.text());
  const before = markCount();
  for (const entry of Array.isArray(said) ? said : [said]) {
    const number = DOCUMENTS.findIndex(({ sha256 }) => sha256 && sha256 === entry.sha256);
    if (number >= 0) {
      takeMarks(number, entry.marks);
      keepMarks(number);
    }
  }
  return markCount() - before;
}
