// The sound of each message can be heard without this. With it, one press plays it, one at a time;
// and whoever asks for it on this page hears new messages by themselves, one after the other.
"use strict";
(() => {
  const KEEP = "linli-play-new";
  const toggle = () => document.getElementById("play-new");
  const busy = () => document.querySelector("#voice[data-busy]") !== null;
  const inDetails = (target) => target.closest?.("details.listen");
  let waiting = [];     // lines that are still to be played

  // A page that keeps nothing plays nothing by itself.
  function wanted() {
    try { return sessionStorage.getItem(KEEP) === "yes"; } catch { return false; }
  }

  function keep(on) {
    try { sessionStorage.setItem(KEEP, on ? "yes" : "no"); } catch { /* On this page alone. */ }
  }

  function others(sound) {
    for (const one of document.querySelectorAll("audio")) if (one !== sound) one.pause();
  }

  function play(details) {
    const sound = details.querySelector("audio");
    details.querySelector(".unheard").hidden = true;
    if (sound.error) sound.load();
    // Where the browser wants a press first, the player is there for it.
    sound.play().catch(() => {});
  }

  function next() {
    const details = waiting.shift()?.querySelector("details.listen");
    if (!details) return;
    details.open = true;
    play(details);
  }

  function show() {
    const button = toggle();
    if (!button) return;
    button.hidden = false;
    button.setAttribute("aria-pressed", String(wanted()));
  }

  // Only a press plays something: a player that is open when it comes is silent until then.
  document.addEventListener("click", (event) => {
    const details = event.target.closest("summary") && inDetails(event.target);
    if (!details) return;
    const silent = details.querySelector("audio").paused;
    if (silent) play(details);
    else details.querySelector("audio").pause();
    if (silent && details.open) event.preventDefault();
  });
  // These do not bubble, hence they are caught on their way down.
  document.addEventListener("play", (event) => others(event.target), true);
  document.addEventListener("ended", next, true);
  document.addEventListener("error", (event) => {
    const details = inDetails(event.target);
    if (!details) return;
    details.querySelector(".unheard").hidden = false;
    next();
  }, true);

  document.addEventListener("click", (event) => {
    const button = event.target.closest("#play-new");
    if (!button) return;
    const on = button.getAttribute("aria-pressed") !== "true";
    keep(on);
    show();
    waiting = [];
    if (!on) others(null);
  });

  document.addEventListener("said", (event) => {
    if (!wanted() || busy()) return;
    waiting.push(...event.detail);
    if (![...document.querySelectorAll("audio")].some((one) => !one.paused)) next();
  });
  document.addEventListener("renewed", show);
  show();
})();
