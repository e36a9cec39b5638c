// Filters, and one document with its text and its records.

const NARROW = matchMedia("(max-width: 860px)"); // as in layout.css

/** The row of filters. `numbers` are the documents that are looked at; `changed` is called when a filter is set. */
function filterBar(numbers, changed) {
  const kinds = new Map(tally("kind", numbers));
  const chips = KINDS.filter((kind) => numbers.some((number) => DOCUMENTS[number].rows.some((row) => row[ROW.kind] === kind))).map((kind) =>
    el("button", {
      type: "button",
      class: `kind-chip ${kind}`,
      "aria-pressed": String(state.chosen.kind.has(kind)),
      data: { key: `kind ${kind}` },
      on: { click: () => toggle("kind", kind, changed) },
    }, el("i", { class: "dot" }), sayValue(`${kind}s`), el("b", {}, String(kinds.get(kind) || 0))));
  const menus = FILTERS.slice(1).map((name) => filterMenu(name, numbers, changed));
  const reset = filtered() ? button(say("reset"), { class: "quiet reset", on: { click: () => { clearFilters(); changed("reset"); } } }) : null;
  return el("div", { class: "filters" }, el("div", { class: "kind-chips" }, chips), el("div", { class: "menus" }, menus, reset));
}

function toggle(name, value, changed) {
  const chosen = state.chosen[name];
  if (!chosen.delete(value)) chosen.add(value);
  changed(name);
}

/** A menu of the values that a filter can take, counted when it is opened. */
function filterMenu(name, numbers, changed) {
  const chosen = state.chosen[name];
  const list = el("div", { class: "menu-list" });
  const label = chosen.size ? `${say(name)}: ${[...chosen].map((value) => sayOf(name, value)).join(", ")}` : say(name);
  const menu = el("details", { class: `menu${chosen.size ? " active" : ""}`, data: { filter: name } }, el("summary", {}, el("span", {}, label)), list);
  const fill = () => menu.open && list.replaceChildren(...tally(name, numbers).map(([value, count]) =>
    el("label", {},
      el("input", { type: "checkbox", checked: chosen.has(value), data: { key: `${name} ${value}` }, on: { change: () => toggle(name, value, changed) } }),
      el("span", {}, sayOf(name, value)), el("b", {}, String(count)))));
  menu.addEventListener("toggle", fill);
  if (filterMenu.open === name) menu.open = true;
  menu.addEventListener("toggle", () => {
    if (menu.open) filterMenu.open = name;
    else if (filterMenu.open === name) filterMenu.open = null;
  });
  return menu;
}

function sayOf(name, value) {
  if (value === null || value === undefined) return name === "year" ? say("undated") : say("none");
  return name === "rule" ? value : sayValue(value);
}

/** One document: `choose(id)` is told of the record that is chosen. */
function readingView(box, number, { changed, chosen }) {
  const doc = load(number);
  const textBox = el("div", { class: "text", lang: "zh-CN", tabindex: "-1" });
  const filterBox = el("div", { class: "filter-box" });
  const listBox = el("div", { class: "cards" });
  const sheet = el("div", { class: "sheet", hidden: true });
  const panel = el("aside", { class: "panel", "aria-label": say("records") }, filterBox, listBox);
  box.replaceChildren(
    el("main", { class: "reading" }, el("div", { class: "paper" }, notes(doc, (issue) => view.scrollTo([issue.start, issue.end])), textBox)), panel, tabs(box), sheet,
  );
  const view = textView(textBox, doc, { choose, point, chooseUnused });
  let items = []; // what the panel lists: records, and what was not used where that is asked for
  let list = null;
  let current = null;

  const act = {
    choose: (record) => { still(record, () => choose(record)); reveal(record); },
    chooseUnused: (entry) => { view.scrollTo([entry.start, entry.end]); narrow("text"); },
    point,
    find: doc.text === null ? null : (record, name) => {
      choose(record);
      narrow("text");
      view.light(record, name);
      view.scrollTo(spansOf(record, name)[0]);
    },
  };

  function render() {
    const records = passing(number).map((index) => doc.records[index]);
    const unused = state.unused ? doc.unused || [] : [];
    items = [...records, ...unused].sort((a, b) => a.start - b.start || b.end - a.end);
    if (list) list.stop();
    filterBox.replaceChildren(filterBar([number], changed), unusedSwitch(doc, changed));
    if (doc.text !== null) view.render(records, unused);
    list = lazily(listBox, items, build);
    if (!items.length) listBox.replaceChildren(el("p", { class: "empty" }, say(doc.records.length ? "noneMatch" : "noRecords")));
    if (doc.text !== null) view.paint(state.query.toLowerCase());
    if (current && !items.includes(current)) current = null;
    select(current);
  }

  function build(item) {
    return item.id ? card(doc, item, { ...act, mark: (said) => mark(item, said) }) : unusedCard(doc, item, act);
  }

  function nodeOf(item) {
    list.upTo(items.indexOf(item));
    return listBox.children[items.indexOf(item)];
  }

  /** Make `record` the chosen one, in the text and in the list. */
  function select(record) {
    current = record;
    textBox.chosen = record;
    for (const node of listBox.querySelectorAll(".card.chosen")) {
      node.classList.remove("chosen");
      node.removeAttribute("aria-current");
    }
    view.light(record);
    if (record) {
      const node = nodeOf(record);
      node.classList.add("chosen");
      node.setAttribute("aria-current", "true");
    }
    fillSheet();
  }

  function choose(record) {
    select(record);
    const node = nodeOf(record);
    node.scrollIntoView({ block: "nearest", behavior: quietly() });
    if (!sheet.hidden) view.scrollTo([record.start, record.end]); // from below the sheet
    chosen(record.id);
  }

  /** Do something that makes cards grow or shrink while the one that was clicked stays below the pointer. */
  function still(record, change) {
    const top = nodeOf(record).getBoundingClientRect().top;
    change();
    panel.scrollTop += nodeOf(record).getBoundingClientRect().top - top;
  }

  /** Bring the record's quote into sight. */
  function reveal(record) {
    narrow("text");
    if (doc.text !== null) view.scrollTo([record.start, record.end]);
  }

  function chooseUnused(entry) {
    nodeOf(entry).scrollIntoView({ block: "nearest", behavior: quietly() });
  }

  /** What is hovered, for as long as it is. */
  function point(record, field) {
    if (doc.text === null) return;
    view.light(record || current, field);
    for (const node of listBox.querySelectorAll(".pointed")) node.classList.remove("pointed");
    const index = record ? items.indexOf(record) : -1;
    if (index >= 0 && listBox.children[index]) listBox.children[index].classList.add("pointed");
  }

  function mark(record, said) {
    setMark(number, record.id, said);
    if (state.chosen.mark.size) return changed("mark");
    nodeOf(record).replaceWith(build(record));
    select(current);
    return changed(null);
  }

  function step(by) {
    const records = items.filter(({ id }) => id);
    if (!records.length) return;
    const index = current ? records.indexOf(current) + by : by > 0 ? 0 : records.length - 1;
    const record = records[Math.max(0, Math.min(records.length - 1, index))];
    choose(record);
    if (doc.text !== null) view.scrollTo([record.start, record.end]);
  }

  /** On a narrow screen the text and the list take turns. */
  function narrow(tab) {
    box.dataset.tab = tab;
  }

  /** On a narrow screen the chosen record stands below the text. */
  function fillSheet() {
    sheet.hidden = !current || !NARROW.matches;
    sheet.replaceChildren();
    if (sheet.hidden) return;
    const copy = build(current);
    copy.classList.add("chosen");
    const bar = el("div", { class: "sheet-bar" },
      button(say("previous"), { on: { click: () => step(-1) } }, icon("left")),
      button(say("next"), { on: { click: () => step(1) } }, icon("right")),
      button(say("close"), { on: { click: () => select(null) } }, icon("cross")));
    sheet.replaceChildren(bar, copy);
  }

  narrow(doc.text === null ? "list" : "text");
  render();
  return {
    render,
    step,
    reveal: () => current && reveal(current),
    mark: (said) => current && doc.text !== null && mark(current, said),
    leave: () => select(null),
    pick(id) {
      const record = items.find((item) => item.id === id);
      if (record && record !== current) {
        select(record);
        nodeOf(record).scrollIntoView({ block: "center" });
        if (doc.text !== null) view.scrollTo([record.start, record.end]);
      }
    },
    seek(at) {
      const point = [...doc.text.slice(0, at)].length;
      view.scrollTo([point, point + 1]);
    },
    current: () => current,
    all: () => list.all(),
  };
}

/** What is doubtful about the document, and whether its text is missing. */
function notes(doc, find) {
  const missing = doc.text === null
    ? el("div", { class: "note" }, el("b", {}, say("noText")), " ", doc.missing, " ", say("noTextLong")) : null;
  const doubts = doc.issues.length
    ? el("details", { class: "note" }, el("summary", {}, `${say("issues")} (${doc.issues.length})`),
      el("ul", {}, doc.issues.map((issue) => el("li", {}, issue.message, " ", el("code", {}, issue.code),
        issue.start === null || doc.text === null ? null : button(say("show"), { class: "quiet", on: { click: () => find(issue) } }))))) : null;
  return [missing, doubts];
}

function unusedSwitch(doc, changed) {
  const known = doc.unused !== null;
  return el("label", { class: "switch", title: say(known ? "showUnused" : "unusedUnknown") },
    el("input", { type: "checkbox", role: "switch", checked: known && state.unused, disabled: !known, data: { key: "unused" },
      on: { change: () => { state.unused = !state.unused; changed("unused"); } } }),
    el("span", {}, say("unused")), el("b", {}, known ? String(doc.unused.length) : ""));
}

function tabs(box) {
  const tab = (name, label) => el("button", { type: "button", data: { for: name }, on: { click: () => { box.dataset.tab = name; } } }, label);
  return el("nav", { class: "tabs" }, tab("text", say("text")), tab("list", say("records")));
}
