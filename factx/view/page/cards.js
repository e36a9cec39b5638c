// The records at the right: one card each.

/** The card of a record. `act` has what its buttons do. */
function card(doc, record, act) {
  const mark = markOf(doc.number, record.id);
  const node = el(
    "article",
    { class: `card ${record.kind}${record.status === "planned" ? " planned" : ""}`, tabindex: "-1", data: { id: record.id, mark } },
    el(
      "div",
      { class: "card-head" },
      el("div", { class: "card-kind" }, sayValue(record.kind), extras(record).map((word) => el("span", { class: "chip" }, word))),
      doc.text === null ? null : markButtons(mark, act),
    ),
    el("h3", {}, ...headline(record)),
    el("p", { class: "card-gist" }, gist(record)),
    doc.text === null ? el("blockquote", {}, record.quote) : null,
    el("div", { class: "card-more" }, fieldList(record, act), el("p", { class: "card-section" }, record.section.join(" › ")), foot(record)),
  );
  node.addEventListener("click", (event) => !event.target.closest("button") && getSelection().isCollapsed && act.choose(record));
  node.addEventListener("mouseenter", () => act.point(record));
  node.addEventListener("mouseleave", () => act.point(null));
  return node;
}

/** What stands beside the kind: level, status, measure. */
function extras(record) {
  const words = [];
  if (record.level) words.push(sayValue(record.level));
  if (record.category) words.push(sayValue(record.category));
  if (record.measure) words.push(sayValue(record.measure));
  if (record.status === "planned") words.push(say("planned"));
  return words;
}

function headline(record) {
  const name = record[KEY[record.kind]];
  if (record.kind !== "achievement") return [name];
  return [el("span", { class: "metric" }, name), el("span", { class: "amount" }, amountOf(record))];
}

/** The second line: who, by whom, when. */
function gist(record) {
  const by = { honour: [fieldOf(record, "recipients"), record.grantor], awardee: [record.honour, record.organisation] };
  const words = by[record.kind] || [record.basis, record.subject];
  return [...words, record.period && record.period.text].filter(Boolean).join(" · ");
}

function markButtons(mark, act) {
  const one = (name, said, key) => button(say(name), {
    class: `mark-button ${said}`,
    "aria-pressed": String(mark === said),
    "aria-keyshortcuts": key,
    on: { click: () => act.mark(said) },
  }, icon(name === "accept" ? "check" : "cross"));
  return el("div", { class: "card-marks" }, one("accept", "accepted", "a"), one("reject", "rejected", "r"));
}

/** Every field that the text shows, each to be found in it. */
function fieldList(record, act) {
  const rows = [];
  for (const name of FIELDS[record.kind]) {
    const value = fieldOf(record, name);
    if (value === null) continue;
    const spans = spansOf(record, name);
    const words = spans.length && act.find
      ? button(say("show"), {
        class: `field-value${isElsewhere(record, name) ? " elsewhere" : ""}`,
        title: isElsewhere(record, name) ? say("elsewhere") : say("show"),
        on: {
          click: () => act.find(record, name),
          mouseenter: () => act.point(record, name),
          mouseleave: () => act.point(record),
        },
      }, value)
      : el("span", { class: "field-value" }, value);
    if (spans.length && act.find) words.setAttribute("aria-label", `${sayField(record, name)}: ${value}`);
    rows.push(el("dt", {}, sayField(record, name)), el("dd", {}, words));
  }
  return el("dl", {}, rows);
}

function foot(record) {
  const copy = button(say("copy"), {
    class: "quiet",
    on: {
      click: async () => {
        await navigator.clipboard.writeText(record.line);
        copy.textContent = say("copied");
      },
    },
  });
  return el("p", { class: "card-foot" }, el("code", {}, record.rule), navigator.clipboard ? copy : null);
}

/** A stretch that ended in no record. */
function unusedCard(doc, entry, act) {
  const text = doc.text.slice(doc.offsets.unit(entry.start), doc.offsets.unit(entry.end));
  const node = el(
    "article",
    { class: "card not-used", tabindex: "-1", data: { unused: `${entry.start}-${entry.end}` } },
    el("div", { class: "card-kind" }, say("unused"), el("span", { class: "chip" }, say(`sort_${entry.sort}`))),
    el("h3", {}, text),
    el("p", { class: "card-gist" }, entry.reason || say("noReason"), entry.rule ? el("code", {}, entry.rule) : null),
  );
  node.addEventListener("click", () => act.chooseUnused(entry));
  return node;
}
