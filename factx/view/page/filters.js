// Which records are looked at: the reader's filters, and the search over texts and records.

const FILTERS = ["kind", "level", "status", "rule", "year", "mark"];
const state = {
  chosen: Object.fromEntries(FILTERS.map((name) => [name, new Set()])), // nothing chosen is everything
  query: "",
  found: null, // of a query: document number → { records: Set of indexes, hits, snippets }
  unused: false,
};

/** What filter `name` sees in row `index` of document `number`. */
function valueOf(name, number, index) {
  if (name === "mark") return markOf(number, idAt(number, index)) || "unmarked";
  return DOCUMENTS[number].rows[index][ROW[name]];
}

/** The id of a record, without its document being read: each line names it early. */
function idAt(number, index) {
  if (!idAt.ids) idAt.ids = new Map();
  if (!idAt.ids.has(number)) {
    idAt.ids.set(number, linesOf(number).slice(1).map((line) => JSON.parse(/"id":("(?:[^"\\]|\\.)*")/.exec(line)[1])));
  }
  return idAt.ids.get(number)[index];
}

/** Whether a record passes the filters, all but `except`. */
function passes(number, index, except) {
  if (state.found && !(state.found.get(number) || NOTHING).records.has(index)) return false;
  return FILTERS.every((name) => {
    const chosen = state.chosen[name];
    return name === except || !chosen.size || chosen.has(valueOf(name, number, index));
  });
}

const NOTHING = { records: new Set(), hits: 0, snippets: [] };

/** The indexes of a document's records that pass. */
function passing(number, except) {
  const found = [];
  for (let index = 0; index < DOCUMENTS[number].rows.length; index += 1) if (passes(number, index, except)) found.push(index);
  return found;
}

/** How many records of the documents `numbers` have each value of filter `name`, were it not set itself. */
function tally(name, numbers) {
  const counts = new Map();
  for (const number of numbers) {
    for (const index of passing(number, name)) {
      const value = valueOf(name, number, index);
      counts.set(value, (counts.get(value) || 0) + 1);
    }
  }
  for (const value of state.chosen[name]) if (!counts.has(value)) counts.set(value, 0);
  return [...counts].sort(([a], [b]) => ordered(name, a, b));
}

function ordered(name, a, b) {
  if (a === null || b === null) return (a === null) - (b === null);
  const rank = name === "level" ? LEVELS : name === "kind" ? KINDS : null;
  if (rank) return rank.indexOf(a) - rank.indexOf(b);
  const order = String(a) < String(b) ? -1 : 1;
  return name === "year" ? -order : order;
}

function filtered() {
  return state.query !== "" || FILTERS.some((name) => state.chosen[name].size);
}

function clearFilters() {
  for (const name of FILTERS) state.chosen[name].clear();
  state.query = "";
  state.found = null;
}

/** Search every document for the query, a few at a time so that the page stays quick; null where a newer one overtook. */
async function search(query) {
  const mine = (search.latest = Symbol(query));
  const wanted = query.toLowerCase();
  const found = new Map();
  await ALL_HERE;
  let rested = performance.now();
  for (let number = 0; number < DOCUMENTS.length; number += 1) {
    const hit = searchIn(number, wanted);
    if (hit) found.set(number, hit);
    if (performance.now() - rested > 12) {
      await new Promise((resolve) => setTimeout(resolve));
      if (search.latest !== mine) return null;
      rested = performance.now();
    }
  }
  return search.latest === mine ? found : null;
}

function searchIn(number, wanted) {
  const raw = document.getElementById(`d${number}`).textContent;
  const escaped = JSON.stringify(wanted).slice(1, -1).replace(/</g, "\\u003c");
  if (!lower(raw, wanted).includes(escaped)) return null;
  const [head, ...lines] = raw.split("\n");
  const text = JSON.parse(head).text || "";
  const records = new Set();
  lines.forEach((line, index) => {
    if (lower(line, wanted).includes(escaped) && says(JSON.parse(line), wanted)) records.add(index);
  });
  const places = placesOf(text, wanted);
  if (!records.size && !places.length) return null;
  return { records, hits: places.length, snippets: places.slice(0, 3).map((at) => snippet(text, at, wanted.length)) };
}

/** Whether a field or the quote of a record holds the words that are looked for. */
function says(record, wanted) {
  const values = [record.quote];
  for (const [key, value] of Object.entries(record)) {
    if (["id", "doc", "spans", "section", "start", "end", "rule", "kind"].includes(key) || value === null) continue;
    values.push(key === "period" ? value.text : Array.isArray(value) ? value.join("\n") : String(value));
  }
  return values.join("\n").toLowerCase().includes(wanted);
}

/** Lower case only where the query has letters that come in cases: Chinese has none. */
function lower(text, wanted) {
  const low = wanted.toUpperCase() === wanted ? text : text.toLowerCase();
  return low.length === text.length ? low : text; // offsets must stay true
}

/** Where `wanted` stands in `text`, in UTF-16 offsets. */
function placesOf(text, wanted) {
  const places = [];
  const low = lower(text, wanted);
  for (let at = low.indexOf(wanted); wanted && at >= 0; at = low.indexOf(wanted, at + wanted.length)) places.push(at);
  return places;
}

function snippet(text, at, length) {
  const before = text.slice(Math.max(0, at - 18), at).replace(/^[\s\S]*\n/, "");
  const after = text.slice(at + length, at + length + 30).replace(/\n[\s\S]*$/, "");
  return { before, hit: text.slice(at, at + length), after, at };
}
