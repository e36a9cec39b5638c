// The keyboard. A letter does nothing while somebody types, or with Ctrl, Alt or Meta held.

/** `does`: what each key does, by its name in `KeyboardEvent.key`. */
function listenToKeys(does) {
  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest("input:not([type=checkbox]), select, textarea");
    if (event.ctrlKey || event.altKey || event.metaKey || document.querySelector("dialog[open]")) return;
    if (event.key === "Enter" && event.target.closest("a, button, summary, [role=button], input")) return;
    if (typing && event.key !== "Escape") return;
    const act = does[event.key.length === 1 ? event.key.toLowerCase() : event.key];
    if (act) {
      event.preventDefault();
      act(event);
    }
  });
}

function showKeys() {
  const dialog = el("dialog", { class: "keys", "aria-label": say("help") },
    el("h2", {}, say("help")),
    el("dl", {}, say("keys").map(([keys, does]) => [el("dt", {}, keys.split("  ").map((key) => el("kbd", {}, key))), el("dd", {}, does)])),
    el("button", { type: "button", on: { click: () => dialog.close() } }, say("close")));
  dialog.addEventListener("close", () => dialog.remove());
  dialog.addEventListener("click", (event) => event.target === dialog && dialog.close());
  document.body.append(dialog);
  dialog.showModal();
}
