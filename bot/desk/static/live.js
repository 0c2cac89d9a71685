// The page works without this. With it, what they write in a call in writing comes by itself:
// what was said and what they see are put anew, and what the caller writes or has in focus stays.
"use strict";
(() => {
  const AGAIN_MS = 15000;
  const place = document.querySelector("[data-live]");
  if (!place) return;
  const news = place.querySelector("[role=status]");
  const more = place.querySelector("p");
  let seen = place.dataset.seen;
  let events = null;
  let looking = false;

  const section = (id, page = document) => page.getElementById(id)?.closest("section");
  const typed = (one) =>
    [...one.querySelectorAll("input[type=text], textarea")].some((field) => field.value !== "")
    || one.querySelector("input:checked") !== null;
  const heard = (one) => [...one.querySelectorAll("audio")].some((sound) => !sound.paused);
  const busy = (one) => one.contains(document.activeElement) || typed(one) || heard(one);

  // The button for the keys is the same one, so that it still does what it did.
  function keep(fresh, old) {
    const keys = old.querySelector(".keys");
    if (keys) fresh.querySelector(".keys")?.replaceWith(keys);
  }

  function put(id, page) {
    const old = section(id);
    const fresh = section(id, page);
    if (!old || !fresh) return !old && !fresh;
    if (old.outerHTML === fresh.outerHTML) return true;
    if (busy(old)) return false;
    keep(fresh, old);
    old.replaceWith(fresh);
    return true;
  }

  async function look() {
    if (looking) return;
    looking = true;
    try {
      const answer = await fetch(location.pathname, { headers: { accept: "text/html" } });
      if (!answer.ok) return;
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const said = put("said", page);
      const asked = put("question", page);
      const spoken = put("recordings", page);
      seen = page.querySelector("[data-live]")?.dataset.seen ?? seen;
      // What cannot be put anew while somebody writes there is one press away.
      const told = document.createElement("p");
      told.className = "told";
      told.textContent = place.dataset.news;
      news.replaceChildren(told);
      more.hidden = said && asked && spoken;
      document.dispatchEvent(new CustomEvent("renewed"));
    } catch { /* The next event brings it. */ } finally {
      looking = false;
    }
  }

  function listen() {
    events = new EventSource(`${place.dataset.live}?seen=${seen}`);
    events.addEventListener("said", async () => {
      events.close();
      await look();
      listen();
    });
    events.addEventListener("error", () => {
      if (events.readyState === EventSource.CLOSED) setTimeout(listen, AGAIN_MS);
    });
  }

  addEventListener("pagehide", () => events?.close());
  addEventListener("pageshow", (event) => { if (event.persisted) listen(); });
  listen();
})();
