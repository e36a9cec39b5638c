// A folder: its figures, its charts, the list of its documents, and what a search finds in them.

function overview(box, { changed, open }) {
  const rows = el("div", { class: "rows" });
  const head = el("div", { class: "overview-head" });
  const drawn = el("div", { class: "charts" });
  const order = { by: "order", down: false };
  box.replaceChildren(el("main", { class: "overview" }, head, drawn, el("section", { class: "documents" }, rows)));
  let list = null;

  function render() {
    const all = DOCUMENTS.map((_, number) => number);
    const counts = all.map((number) => kindCounts(number));
    head.replaceChildren(el("h1", {}, INDEX.title), figures(counts), filterBar(all, changed));
    drawn.replaceChildren(...charts({
      open,
      choose(values) {
        for (const [name, value] of Object.entries(values)) state.chosen[name] = new Set([value]);
        changed("chart");
      },
    }));
    renderList(all, counts);
  }

  function renderList(all, counts) {
    const total = (number) => counts[number].reduce((sum, count) => sum + count, 0);
    const hits = (number) => (state.found && state.found.get(number) ? state.found.get(number).hits : 0);
    const kept = all.filter((number) => !filtered() || total(number) || hits(number));
    const by = {
      order: (a, b) => a - b,
      name: (a, b) => DOCUMENTS[a].name.localeCompare(DOCUMENTS[b].name, "zh"),
      records: (a, b) => total(b) - total(a) || a - b,
      length: (a, b) => (DOCUMENTS[b].length || 0) - (DOCUMENTS[a].length || 0) || a - b,
    };
    kept.sort(by[order.by]);
    const most = Math.max(1, ...kept.map(total));
    const sorting = el("label", { class: "sorting" }, say("sortBy"), el("select", {
      on: { change: (event) => { order.by = event.target.value; renderList(all, counts); } },
    }, Object.keys(by).map((name) => el("option", { value: name, selected: name === order.by }, say(name)))));
    if (list) list.stop();
    list = lazily(rows, kept, (number) => row(number, counts[number], most, open), 30);
    const told = filtered() ? say("ofTotal")(kept.length, all.length) : String(all.length);
    const heading = el("header", {}, el("h2", {}, `${say("documents")} `, el("span", {}, told)), sorting);
    box.querySelector(".documents").replaceChildren(heading, rows);
    if (!kept.length) rows.replaceChildren(el("p", { class: "empty" }, say("noneMatch")));
  }

  render();
  return { render, all: () => list.all() };
}

/** The folder that all documents stand in: it need not be said of each. */
const FOLDER = DOCUMENTS.map(({ name }) => name.slice(0, name.length - shortName(name).length)).reduce((common, folder) => {
  let same = 0;
  while (same < common.length && common[same] === folder[same]) same += 1;
  return common.slice(0, common.slice(0, same).search(/[^\\/]*$/));
});

/** How many records of each kind of a document pass, in the order of KINDS. */
function kindCounts(number) {
  const counts = KINDS.map(() => 0);
  for (const index of passing(number)) counts[KINDS.indexOf(DOCUMENTS[number].rows[index][ROW.kind])] += 1;
  return counts;
}

function figures(counts) {
  const sums = KINDS.map((_, kind) => counts.reduce((sum, one) => sum + one[kind], 0));
  const tile = (name, count, label) => el("div", { class: `tile ${name}` }, el("b", {}, grouped(count)), el("span", {}, label));
  const unused = DOCUMENTS.reduce((sum, entry) => sum + (entry.unused || 0), 0);
  return el("div", { class: "tiles" },
    tile("all", DOCUMENTS.length, say("documents")),
    KINDS.map((kind, index) => tile(kind, sums[index], sayValue(`${kind}s`))),
    DOCUMENTS.some((entry) => entry.unused !== null) ? tile("unused-tile", unused, say("unused")) : null);
}

function row(number, counts, most, open) {
  const { name, length, issues, sha256 } = DOCUMENTS[number];
  const total = counts.reduce((sum, count) => sum + count, 0);
  const found = state.found && state.found.get(number);
  const folder = name.slice(FOLDER.length, name.length - shortName(name).length);
  const marks = marksOf(number).size;
  const facts = [
    length === null ? say("noText") : `${grouped(length)} ${say("characters")}`,
    issues ? `${say("issues")}: ${issues}` : null,
    marks ? `${say("mark")}: ${say("ofTotal")(marks, DOCUMENTS[number].rows.length)}` : null,
    found && found.hits ? `${found.hits} ${say("hits")}` : null,
  ];
  const node = el("a", { class: "row", href: `#/${number}`, data: { number } },
    el("div", { class: "row-name" }, el("i", {}, String(number + 1)), el("b", {}, shortName(name)), el("span", {}, folder), el("small", {}, facts.filter(Boolean).join(" · "))),
    bar(counts, most), el("div", { class: "row-total" }, grouped(total)),
    found && found.snippets.length ? el("div", { class: "snippets", lang: "zh-CN" }, found.snippets.map((one) =>
      el("span", { class: "snippet", data: { at: one.at } }, "…", one.before, el("mark", {}, one.hit), one.after, "…"))) : null);
  node.addEventListener("click", (event) => {
    const place = event.target.closest(".snippet");
    if (!place) return;
    event.preventDefault();
    open(number, Number(place.dataset.at));
  });
  return node;
}

/** The kinds of a document's records, as long as there are many. */
function bar(counts, most) {
  let x = 0;
  const drawing = svg("svg", { class: "row-bar", viewBox: "0 0 200 10", preserveAspectRatio: "none", "aria-hidden": "true" });
  counts.forEach((count, index) => {
    const width = (count / most) * 200;
    if (count) drawing.append(svg("rect", { class: `slab ${KINDS[index]}`, x, width: Math.max(0.6, width - 0.8), height: 10 }, svg("title", {}, `${sayValue(`${KINDS[index]}s`)}: ${count}`)));
    x += width;
  });
  return drawing;
}
