// The page works without this. With it, the keys that stand beside the answers press them: on
// the page, never in a field. They can be switched off, and that is remembered on this device.
"use strict";
(() => {
  const KEPT = "linli-keys";
  const FIELD = "input:not([type=checkbox]), textarea, select, [contenteditable]";
  const toggle = document.querySelector(".keys button");
  if (!toggle) return;

  let sent = false;     // one answer a page: a second press must not answer the next question

  const wanted = () => {
    try { return localStorage.getItem(KEPT) !== "off"; } catch { return true; }
  };
  const keep = (on) => {
    try { localStorage.setItem(KEPT, on ? "on" : "off"); } catch { /* nothing may be kept here */ }
  };

  // What reads the page aloud is told of the keys only while they work.
  function show(on) {
    toggle.setAttribute("aria-pressed", String(on));
    for (const one of document.querySelectorAll("[data-key]")) {
      if (on) one.setAttribute("aria-keyshortcuts", one.dataset.key);
      else one.removeAttribute("aria-keyshortcuts");
    }
  }

  function press(one) {
    if (one.type === "checkbox") one.focus();
    one.click();
  }

  // In danger a key only leads there: no key says it for them.
  function lead(id) {
    const there = document.getElementById(id);
    there?.scrollIntoView();
    there?.focus({ preventScroll: true });
  }

  document.addEventListener("keydown", (event) => {
    if (toggle.getAttribute("aria-pressed") !== "true" || event.defaultPrevented) return;
    if (event.repeat || event.isComposing || event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.target.closest?.(FIELD)) return;
    const one = document.querySelector(`[data-key="${CSS.escape(event.key)}"]`);
    if (!one && event.key !== "0") return;
    event.preventDefault();
    if (one) press(one);
    else lead("danger");
  });

  document.addEventListener("submit", (event) => {
    if (sent) event.preventDefault();
    sent = true;
  });
  addEventListener("pageshow", () => { sent = false; });

  toggle.addEventListener("click", () => {
    const on = toggle.getAttribute("aria-pressed") !== "true";
    keep(on);
    show(on);
  });
  // What was put anew on the page has its keys, too.
  document.addEventListener("renewed", () => {
    show(toggle.getAttribute("aria-pressed") === "true");
  });
  toggle.parentElement.hidden = false;
  show(wanted());
})();
