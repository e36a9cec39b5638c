// Building the page. Text enters it through `textContent` alone: nothing of a document is ever read as markup.

const SVG = "http://www.w3.org/2000/svg";

/** An element. `props`: `class`, `on` (listeners), `data`, `style` (custom properties), else attributes. */
function el(tag, props, ...children) {
  return furnish(document.createElement(tag), props, children);
}

/** The same, for drawings. */
function svg(tag, props, ...children) {
  return furnish(document.createElementNS(SVG, tag), props, children);
}

function furnish(node, props, children) {
  for (const [key, value] of Object.entries(props || {})) {
    if (value === null || value === undefined || value === false) continue;
    if (key === "on") for (const [type, listener] of Object.entries(value)) node.addEventListener(type, listener);
    else if (key === "data") {
      for (const [name, said] of Object.entries(value)) if (said !== null && said !== undefined) node.dataset[name] = said;
    }
    else if (key === "style") for (const [name, said] of Object.entries(value)) node.style.setProperty(name, said);
    else node.setAttribute(key, value === true ? "" : value);
  }
  node.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false)
    .map((child) => (child instanceof Node ? child : document.createTextNode(shown(String(child))))));
  return node;
}

// Characters that would move, turn or hide what is around them, one for one: `offsets` stay true.
const UNSEEN = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]/u;
const EACH_UNSEEN = new RegExp(UNSEEN.source, "gu");

/** `text` with every character visible that could play tricks. */
function shown(text) {
  return UNSEEN.test(text) ? text.replace(EACH_UNSEEN, picture) : text;
}

function picture(character) {
  const code = character.charCodeAt(0);
  if (code === 0x0d || code === 0x0b || code === 0x0c || code === 0x85 || code === 0x2028 || code === 0x2029) return " ";
  return code < 0x20 ? String.fromCharCode(0x2400 + code) : "\ufffd";
}

/** A button that says what it does to those who do not see it, too. */
function button(label, props, ...children) {
  return el("button", { type: "button", "aria-label": label, title: label, ...props }, ...(children.length ? children : [label]));
}

// Drawn icons: 16 × 16, lines in the colour of the text.
const ICONS = {
  check: "M3 8.5l3.2 3.2L13 4.8", cross: "M4 4l8 8M12 4l-8 8", search: "M7 11.5a4.5 4.5 0 1 1 0-9 4.5 4.5 0 0 1 0 9zM10.3 10.3L14 14",
  left: "M10 3L5 8l5 5", right: "M6 3l5 5-5 5", print: "M4.5 6V2.5h7V6M4.5 11.5h-2V6h11v5.500h-2M4.5 9.500h7v4h-7z",
  save: "M8 2.500v7.500M4.800 7L8 10.200 11.200 7M2.500 13.500h11", open: "M8 10.200V2.700M4.800 5.700L8 2.500l3.200 3.200M2.500 13.500h11",
  theme: "M8 2.500a5.500 5.500 0 1 0 0 11zM8 2.500a5.500 5.500 0 0 1 0 11", list: "M2.500 4h11M2.500 8h11M2.500 12h7",
};

function icon(name) {
  return svg("svg", { class: "icon", viewBox: "0 0 16 16", "aria-hidden": "true" }, svg("path", { d: ICONS[name] }));
}

/** Fill `box` with one node for each item, some at a time: the rest when the reader comes near the end. */
function lazily(box, items, build, step = 40) {
  let done = 0;
  const end = el("div", { class: "lazy-end" });
  const watcher = new IntersectionObserver((seen) => seen.some((entry) => entry.isIntersecting) && upTo(done + step - 1), {
    rootMargin: "800px",
  });
  box.replaceChildren(end);
  function upTo(index) {
    const nodes = [];
    for (; done < items.length && done <= index; done += 1) nodes.push(build(items[done], done));
    end.before(...nodes);
    if (done >= items.length) {
      watcher.disconnect();
      end.remove();
    }
  }
  upTo(step - 1);
  if (done < items.length) watcher.observe(end);
  return { upTo, all: () => upTo(items.length), stop: () => watcher.disconnect() };
}
