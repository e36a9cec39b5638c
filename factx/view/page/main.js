// The page: its bar, which view is shown, and what happens when something changes.
// Addresses: #/ is the overview, #/3 a document, #/3/ID one of its records.

const SINGLE = DOCUMENTS.length === 1;
const THEMES = [null, "light", "dark"]; // null: as the machine says

const place = el("div", { class: "bar-place" });
const tools = el("div", { class: "bar-tools" });
const finder = el("input", { type: "search", class: "finder", "aria-keyshortcuts": "/", on: { input: () => look() } });
const stage = el("div", { class: "stage" });
let view = null; // what stands on the stage
let number = null; // the document shown, or null for the overview

function fillBar() {
  const steps = () => el("div", { class: "bar-steps" },
    button(say("previous"), { disabled: number === 0, on: { click: () => stepDocument(-1) } }, icon("left")),
    el("span", {}, say("ofTotal")(number + 1, DOCUMENTS.length)),
    button(say("next"), { disabled: number === DOCUMENTS.length - 1, on: { click: () => stepDocument(1) } }, icon("right")));
  place.replaceChildren(
    ...[
      SINGLE || number === null ? el("span", { class: "brand" }, "factx") : el("a", { class: "home", href: "#/", title: say("all") }, icon("list"), el("span", {}, say("all"))),
      number === null ? null : el("span", { class: "bar-name", title: shown(DOCUMENTS[number].name) }, shortName(DOCUMENTS[number].name)),
      number === null || SINGLE ? null : steps(),
    ].filter(Boolean),
  );
  const saved = markCount();
  tools.replaceChildren(
    button(saved ? say("saveMarks") : say("noMarks"), { class: "save-marks", disabled: !saved, on: { click: saveMarks } }, icon("save"), saved ? el("b", {}, String(saved)) : ""),
    button(say("openMarks"), { class: "open-marks", on: { click: chooseMarks } }, icon("open")),
    button(say("print"), { class: "print", on: { click: () => print() } }, icon("print")),
    button(say("theme"), { class: "theme", on: { click: changeTheme } }, icon("theme")),
    button(say("language"), { class: "language", on: { click: changeLanguage } }),
    button(say("help"), { class: "help", on: { click: showKeys } }, "?"),
  );
  finder.placeholder = say(number === null ? "searchAll" : "search");
  finder.setAttribute("aria-label", finder.placeholder);
  document.documentElement.lang = language === "zh" ? "zh-CN" : "en";
}

/** Show what the address names. */
function route() {
  const [, wanted, id] = /^#\/(\d+)(?:\/(\w+))?$/.exec(location.hash) || [];
  const next = SINGLE ? 0 : wanted !== undefined && DOCUMENTS[wanted] ? Number(wanted) : null;
  if (next !== null && !isHere(next)) {
    ALL_HERE.then(route);
    return;
  }
  if (!view || next !== number) {
    number = next;
    stage.className = `stage ${number === null ? "is-overview" : "is-document"}`;
    view = number === null
      ? overview(stage, { changed, open })
      : readingView(stage, number, { changed, chosen: (chosen) => history.replaceState(null, "", `#/${number}/${chosen}`) });
    stage.scrollTop = 0;
    fillBar();
    document.title = number === null || SINGLE ? INDEX.title : `${shortName(DOCUMENTS[number].name)} · ${INDEX.title}`;
  }
  if (id && number !== null) view.pick(id);
}

/** A filter, a mark or a switch was changed. */
function changed(what) {
  const { key } = document.activeElement.dataset;
  if (what === "reset") finder.value = "";
  if (what !== null) view.render();
  fillBar();
  const again = key && [...stage.querySelectorAll("[data-key]")].find((node) => node.dataset.key === key);
  if (again) again.focus({ preventScroll: true }); // the filters are made anew; the keyboard stays where it was
}

function open(wanted, at) {
  location.hash = `#/${wanted}`;
  if (at !== undefined) {
    route();
    view.seek(at);
  }
}

function stepDocument(by) {
  if (!SINGLE && number !== null && DOCUMENTS[number + by]) location.hash = `#/${number + by}`;
}

/** Search for what is typed. */
async function look() {
  state.query = finder.value.trim();
  const found = state.query ? await search(state.query) : null;
  if (state.query && found === null) return; // a newer search is under way
  if (!state.query) search.latest = null;
  state.found = found;
  view.render();
}

function chooseMarks() {
  const chooser = el("input", { type: "file", accept: ".json,application/json" });
  chooser.addEventListener("change", async () => {
    try {
      await openMarks(chooser.files[0]);
    } catch (error) {
      alert(`${chooser.files[0].name}: ${error.message}`);
    }
    changed("mark");
  });
  chooser.click();
}

function changeTheme() {
  const now = document.documentElement.dataset.theme || null;
  setTheme(THEMES[(THEMES.indexOf(now) + 1) % THEMES.length]);
}

function setTheme(theme) {
  if (theme) document.documentElement.dataset.theme = theme;
  else delete document.documentElement.dataset.theme;
  remember("theme", theme);
}

function changeLanguage() {
  language = language === "zh" ? "en" : "zh";
  remember("language", language);
  fillBar();
  view.render();
}

setTheme(THEMES.includes(remembered("theme")) ? remembered("theme") : null);
recallMarks();
document.getElementById("app").append(el("header", { class: "bar" }, place, finder, tools), stage);
listenToKeys({
  j: () => view.step && view.step(1),
  k: () => view.step && view.step(-1),
  Enter: () => view.reveal && view.reveal(),
  a: () => view.mark && view.mark("accepted"),
  r: () => view.mark && view.mark("rejected"),
  "[": () => stepDocument(-1),
  "]": () => stepDocument(1),
  "/": () => finder.focus(),
  u: () => { state.unused = !state.unused; changed("unused"); },
  o: () => { if (!SINGLE) location.hash = "#/"; },
  t: changeTheme,
  "?": showKeys,
  Escape: (event) => {
    if (event.target === finder) {
      finder.value = "";
      finder.blur();
      look();
    } else if (view.current && view.current()) view.leave();
    else if (!SINGLE) location.hash = "#/";
  },
});
addEventListener("hashchange", route);
addEventListener("beforeprint", () => view.all());
document.addEventListener("click", (event) => {
  for (const menu of document.querySelectorAll("details.menu[open]")) if (!menu.contains(event.target)) menu.open = false;
});
route();
document.documentElement.dataset.ready = "true";
