// The document at the left: its lines, the marks on them, and what is pointed at.

const TITLE = 60; // a first line up to this length is taken for the title

/** Show `doc` in `box`. `choose(record)` is called when a mark is clicked, `point(record | null)` when one is hovered. */
function textView(box, doc, { choose, point, chooseUnused }) {
  const pieces = []; // { start, end, node, … } of the whole text, in order
  const byNode = new WeakMap(); // node → its piece

  function render(records, unused) {
    lit.clear();
    pieces.length = 0;
    box.replaceChildren(...cut(doc, records, unused).map(line));
  }

  function line({ start, end, heading, pieces: cuts }) {
    if (start === end) return el("p", { class: "blank" });
    const name = !pieces.length && end - start <= TITLE ? "title" : heading ? "heading" : null;
    const many = cuts.length > 1 || cuts[0].records.length || cuts[0].unused.length;
    const paragraph = el("p", { class: name, dir: "auto" });
    for (const cutting of cuts) {
      const node = many ? mark(cutting) : document.createTextNode(shown(doc.text.slice(cutting.start, cutting.end)));
      paragraph.append(node);
      cutting.node = node;
      byNode.set(node, cutting);
      pieces.push(cutting);
    }
    return paragraph;
  }

  function mark(cutting) {
    const node = document.createElement("span");
    node.textContent = shown(doc.text.slice(cutting.start, cutting.end));
    const classes = [];
    if (cutting.records.length) classes.push("mark");
    if (cutting.first) classes.push("first");
    cutting.lanes.forEach((lane, number) => lane && classes.push(`lane${number}-${lane.kind}${lane.planned ? "-planned" : ""}`));
    if (cutting.keys.length) classes.push(`key-${cutting.keys[0].kind}`);
    if (cutting.unused.length && !cutting.records.length) classes.push("unused");
    node.className = classes.join(" ");
    return node;
  }

  /** The index of the piece that holds the UTF-16 offset `at`. */
  function pieceAt(at) {
    let low = 0;
    let high = pieces.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (pieces[middle].start <= at) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  /** The pieces of a stretch of code points. */
  function piecesOf([start, end]) {
    const [from, to] = [doc.offsets.unit(start), doc.offsets.unit(end)];
    const found = [];
    for (let index = pieceAt(from); index < pieces.length && pieces[index].start < to; index += 1) {
      if (pieces[index].end > from && pieces[index].node.nodeType === 1) found.push(pieces[index].node);
    }
    return found;
  }

  const lit = {
    nodes: new Set(),
    clear() {
      for (const node of this.nodes) {
        node.classList.remove("lit", "field", "only");
        delete node.dataset.field;
        delete node.dataset.kind;
      }
      this.nodes.clear();
    },
    add(node, name) {
      node.classList.add(name);
      this.nodes.add(node);
    },
  };

  /** Show where each field of `record` stands, or only `field`; nothing for null. */
  function light(record, field) {
    lit.clear();
    if (!record) return;
    for (const node of piecesOf([record.start, record.end])) {
      lit.add(node, "lit");
      node.dataset.kind = record.kind;
    }
    for (const name of field ? [field] : Object.keys(record.spans)) {
      for (const span of spansOf(record, name)) {
        piecesOf(span).forEach((node, index) => {
          lit.add(node, "field");
          node.dataset.kind = record.kind;
          if (index === 0) node.dataset.field = [node.dataset.field, sayField(record, name)].filter(Boolean).join(" · ");
        });
      }
    }
    for (const node of lit.nodes) {
      const beside = node.nextElementSibling;
      if (node.dataset.field && beside && beside.dataset.field) lit.add(node, "only");
    }
  }

  /** Bring a stretch of code points into sight: its piece, or its paragraph where nothing is marked. */
  function scrollTo([start]) {
    if (!pieces.length) return;
    const { node } = pieces[pieceAt(doc.offsets.unit(start))];
    (node.nodeType === 1 ? node : node.parentElement).scrollIntoView({ block: "center", behavior: quietly() });
  }

  /** Paint what the reader looks for, where the browser can without touching the text. */
  function paint(wanted) {
    if (typeof Highlight !== "function" || !CSS.highlights) return;
    CSS.highlights.delete("found");
    const ranges = [];
    for (const at of wanted ? placesOf(doc.text, wanted) : []) {
      const range = document.createRange();
      range.setStart(...position(at));
      range.setEnd(...position(at + wanted.length, true));
      ranges.push(range);
    }
    if (ranges.length) CSS.highlights.set("found", new Highlight(...ranges));
  }

  function position(at, end) {
    const found = pieces[pieceAt(end ? at - 1 : at)];
    const node = found.node.nodeType === 1 ? found.node.firstChild : found.node;
    return [node, Math.min(at - found.start, node.length)];
  }

  const under = (event) => byNode.get(event.target);

  /** Of the records at a place: the one whose key words stand there, the shortest first; the next one if it is chosen. */
  function pick({ records: here, keys }, current) {
    const order = [...keys, ...here.filter((record) => !keys.includes(record))];
    return order[(order.indexOf(current) + 1) % order.length];
  }

  box.addEventListener("click", (event) => {
    const found = under(event);
    if (!found || !getSelection().isCollapsed) return;
    if (found.records.length) choose(pick(found, box.chosen));
    else if (found.unused.length) chooseUnused(found.unused[0]);
  });
  box.addEventListener("mouseover", (event) => {
    const found = under(event);
    point(found && found.records.length ? (found.records.includes(box.chosen) ? box.chosen : pick(found, null)) : null);
  });
  box.addEventListener("mouseleave", () => point(null));

  return { render, light, scrollTo, paint, piecesOf };
}

/** No gliding for those who asked their machine for none. */
function quietly() {
  return matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth";
}
