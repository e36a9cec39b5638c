// From records to the stretches of a text: where to cut it, what covers each piece, in which lane each kind is drawn.
// All offsets here are UTF-16 units of the text.

const LANES = 4;
const LONGEST = 2000; // a browser lays out longer lines slowly: they are shown in several paragraphs

/** A document's lines cut into pieces: [{ start, end, heading, pieces: [{ start, end, records, keys, unused, lanes }] }]. */
function cut(doc, records, unused) {
  const at = doc.offsets.unit;
  const marks = records.map((record) => ({
    record,
    start: at(record.start),
    end: at(record.end),
    keys: keySpans(record).map(([start, end]) => [at(start), at(end)]),
  }));
  const gaps = unused.map((entry) => ({ entry, start: at(entry.start), end: at(entry.end) }));
  const edges = new Set();
  for (const { record, start, end } of marks) {
    edges.add(start).add(end);
    for (const field of Object.keys(record.spans)) {
      for (const span of spansOf(record, field)) edges.add(at(span[0])).add(at(span[1]));
    }
  }
  for (const { start, end } of gaps) edges.add(start).add(end);
  const sorted = Float64Array.from(edges).sort();
  const headings = new Set(doc.records.flatMap((record) => record.section));
  const over = sweep(marks);
  const overGaps = sweep(gaps);
  const lines = [];
  let next = 0;
  for (let start = 0; start <= doc.text.length; ) {
    const stop = doc.text.indexOf("\n", start);
    const whole = stop < 0 ? doc.text.length : stop;
    const end = whole - start > LONGEST ? breakNear(doc.text, start + LONGEST) : whole;
    while (next < sorted.length && sorted[next] <= start) next += 1;
    const pieces = [];
    for (let from = start; from < end; ) {
      const to = next < sorted.length && sorted[next] < end ? sorted[next++] : end;
      pieces.push(piece(from, to, over(from), overGaps(from)));
      from = to;
    }
    layLanes(pieces);
    lines.push({ start, end, heading: headings.has(doc.text.slice(start, end).trim()), pieces });
    start = end < whole ? end : end + 1;
  }
  return lines;
}

/** A place at or before `at` to break a long line: behind a stop if there is one near, never inside a character. */
function breakNear(text, at) {
  for (let back = at; back > at - 200; back -= 1) if ("。；！？，、 ".includes(text[back - 1])) return back;
  return /[\udc00-\udfff]/.test(text[at]) ? at - 1 : at;
}

function piece(start, end, marks, gaps) {
  return {
    start,
    end,
    records: marks.map(({ record }) => record),
    keys: marks.filter(({ keys }) => keys.some(([a, b]) => a <= start && start < b)).map(({ record }) => record),
    first: marks.some((mark) => mark.start === start),
    unused: gaps.map(({ entry }) => entry),
    lanes: [],
  };
}

/** A function from ascending places to the stretches that cover them, the shortest first. */
function sweep(stretches) {
  const waiting = [...stretches].sort((a, b) => a.start - b.start);
  let open = [];
  let next = 0;
  return (place) => {
    while (next < waiting.length && waiting[next].start <= place) open.push(waiting[next++]);
    if (open.some(({ end }) => end <= place)) open = open.filter(({ end }) => end > place);
    return [...open].sort((a, b) => a.end - a.start - (b.end - b.start));
  };
}

/** Give each kind a lane below the line, the same from end to end of its stretch: { kind, planned } by lane. */
function layLanes(pieces) {
  const runs = [];
  const last = new Map();
  pieces.forEach(({ records }, index) => {
    for (const kind of new Set(records.map((record) => record.kind))) {
      const run = last.get(kind);
      if (run && run.to === index) run.to = index + 1;
      else runs.push(last.set(kind, { kind, from: index, to: index + 1 }).get(kind));
    }
  });
  runs.sort((a, b) => a.from - b.from || b.to - b.from - (a.to - a.from));
  const ends = Array(LANES).fill(0);
  for (const { kind, from, to } of runs) {
    const lane = ends.findIndex((end) => end <= from);
    ends[lane] = to;
    for (let index = from; index < to; index += 1) {
      const those = pieces[index].records.filter((record) => record.kind === kind);
      pieces[index].lanes[lane] = { kind, planned: those.every(({ status }) => status === "planned") };
    }
  }
}
