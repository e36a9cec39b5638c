// Charts, drawn as SVG: stacked columns are all that is needed, so no library is carried along.

const MOST_COLUMNS = 40; // more would be too thin to hit

/**
 * Stacked columns. `columns`: [{ label, parts: [{ name, count, class, pick }], pick }]; `pick` is what a click does.
 * Thin where there are many; labels are left out where they would not fit.
 */
function stackedColumns(columns, { height = 150, label = "" } = {}) {
  const width = 340;
  const total = ({ parts }) => parts.reduce((sum, { count }) => sum + count, 0);
  const most = niceMost(Math.max(1, ...columns.map(total)));
  const [left, top, bottom] = [10 + 6.5 * grouped(most).length, 8, 20];
  const room = (width - left - 8) / columns.length;
  const thick = Math.max(1, Math.min(30, room * 0.72));
  const y = (count) => top + (height - top - bottom) * (1 - count / most);
  const drawing = svg("svg", { class: "chart", viewBox: `0 0 ${width} ${height}`, role: "img", "aria-label": label });
  for (const tick of [0, most / 2, most]) {
    if (!Number.isInteger(tick)) continue;
    drawing.append(
      svg("line", { class: "grid", x1: left, x2: width, y1: y(tick), y2: y(tick) }),
      svg("text", { class: "tick", x: left - 6, y: y(tick) + 3.5, "text-anchor": "end" }, grouped(tick)),
    );
  }
  const every = Math.ceil(columns.length / Math.floor((width - left) / 40));
  columns.forEach((column, index) => {
    const x = left + room * index + (room - thick) / 2;
    let base = 0;
    for (const part of column.parts) {
      if (!part.count) continue;
      const bar = svg("rect", {
        class: `slab ${part.class}`, x, width: thick, y: y(base + part.count), height: Math.max(0.5, y(base) - y(base + part.count)),
        ...(part.pick ? { tabindex: 0, role: "button", "aria-label": `${column.title || column.label}, ${part.name}: ${part.count}` } : {}),
        on: part.pick ? { click: part.pick, keydown: (event) => event.key === "Enter" && part.pick() } : {},
      }, svg("title", {}, `${column.title || column.label} · ${part.name}: ${grouped(part.count)}`));
      drawing.append(bar);
      base += part.count;
    }
    if (column.label && index % every === 0) {
      drawing.append(svg("text", { class: "tick", x: x + thick / 2, y: height - 6, "text-anchor": "middle" }, column.label));
    }
  });
  return drawing;
}

/** The next number that reads well on an axis: 2, 4, 10, 20, 40, 100, … */
function niceMost(most) {
  const power = 10 ** Math.floor(Math.log10(most));
  return [1, 1.2, 1.6, 2, 3, 4, 5, 6, 8, 10].map((step) => Math.round(step * power)).find((step) => step >= most && step % 2 === 0) || 2 * most;
}

function legend(parts) {
  return el("ul", { class: "legend" }, parts.map(({ name, class: kind }) => el("li", {}, svg("svg", { viewBox: "0 0 10 10" }, svg("rect", { class: `slab ${kind}`, width: 10, height: 10, rx: 2 })), name)));
}

function figure(title, parts, drawing, beside) {
  return el("figure", {}, el("figcaption", {}, title, beside), drawing, legend(parts));
}

/** The three charts of a folder, of the records that pass the filters. */
function charts({ choose, open }) {
  const rows = DOCUMENTS.map((entry, number) => passing(number).map((index) => entry.rows[index]));
  const all = rows.flat();
  return [
    honoursByYear(all.filter((row) => row[ROW.kind] === "honour"), choose),
    plansByYear(all.filter((row) => row[ROW.status]), choose),
    kindsByDocument(rows, open),
  ].filter(Boolean);
}

const MOST_EMPTY = 30; // years that a chart is drawn over with gaps where nothing is known

/** A chart of columns by year of `rows`; those without a year are counted beside it. */
function byYear(title, rows, names, choose) {
  if (!rows.length) return null;
  const counts = new Map();
  for (const row of rows) {
    const year = row[ROW.year];
    if (!counts.has(year)) counts.set(year, names.map(() => 0));
    counts.get(year)[names.findIndex(({ of }) => of(row))] += 1;
  }
  const years = [...counts.keys()].filter((year) => year !== null).map(Number).sort((a, b) => a - b);
  const [first, last] = [years[0], years[years.length - 1]];
  const axis = last - first < MOST_EMPTY ? Array.from({ length: last - first + 1 }, (_, index) => first + index) : years;
  const columns = (years.length ? axis : []).map((year) => ({
    label: String(year),
    parts: names.map(({ name, class: kind, values }, index) => ({
      name, class: kind, count: (counts.get(String(year)) || [])[index] || 0, pick: () => choose({ ...values, year: String(year) }),
    })),
  }));
  const undated = (counts.get(null) || []).reduce((sum, count) => sum + count, 0);
  const rest = undated ? button(`${grouped(undated)} ${say("undated")}`, { class: "quiet", on: { click: () => choose({ ...names[0].all, year: null }) } }) : null;
  return figure(title, names, stackedColumns(columns, { label: title }), rest);
}

function honoursByYear(honours, choose) {
  const levels = [...LEVELS, null].filter((level) => honours.some((row) => row[ROW.level] === level));
  return byYear(say("honoursByYear"), honours, levels.map((level) => ({
    name: level === null ? say("none") : sayValue(level),
    class: `level-${level || "none"}`,
    of: (row) => row[ROW.level] === level,
    values: { kind: "honour", level },
    all: { kind: "honour" },
  })), choose);
}

function plansByYear(rows, choose) {
  return byYear(say("plans"), rows, ["achieved", "planned"].map((status) => ({
    name: say(status), class: `status-${status}`, of: (row) => row[ROW.status] === status, values: { status }, all: {},
  })), choose);
}

function kindsByDocument(rows, open) {
  const numbers = rows.map((_, number) => number).filter((number) => rows[number].length);
  if (!numbers.length) return null;
  const most = numbers.length > MOST_COLUMNS ? numbers.sort((a, b) => rows[b].length - rows[a].length || a - b).slice(0, MOST_COLUMNS) : numbers;
  const columns = most.map((number) => ({
    label: String(number + 1),
    title: DOCUMENTS[number].name,
    parts: KINDS.map((kind) => ({
      name: sayValue(`${kind}s`), class: kind, count: rows[number].filter((row) => row[ROW.kind] === kind).length, pick: () => open(number),
    })),
  }));
  const title = most.length < numbers.length ? say("kindsByDocumentMost")(most.length) : say("kindsByDocument");
  return figure(title, columns[0].parts, stackedColumns(columns, { label: title }));
}
