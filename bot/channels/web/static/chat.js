// The page works without this. With it, a reply is sent without leaving the page, new messages
// arrive by themselves, and the focus stays where a screen reader expects it. When the server is
// away the page says so, keeps what was typed, and tries again.
"use strict";
(() => {
  const AGAIN_MS = 4000;
  const PATIENCE_MS = 30000;
  const UNAVAILABLE = 500;

  document.getElementById("exit").addEventListener("click", (event) => {
    event.preventDefault();
    document.body.hidden = true;
    location.replace(event.currentTarget.href);
  });

  const area = document.getElementById("conversation");
  if (!area) return;
  const log = area.querySelector("[role=log]");
  const danger = document.getElementById("danger");
  let unsent = null;  // what could not be sent yet, and when it is tried again
  let cut = false;    // whether the live events are
  let sending = 0;    // answers on their way: each brings back all that was said
  let missed = false; // whether something was said meanwhile

  const form = () => area.querySelector("form");
  const shape = (one) => [one.question, ...one.querySelectorAll("[name=press], [name=choice]")]
    .map((field) => field.value).join();

  function tellConnection() {
    document.querySelector("#lost p").hidden = !(unsent || cut);
  }

  // Only what is new is added, so that a screen reader announces just that. The first new line
  // that the person did not say themselves is where they go on reading.
  function addLines(said) {
    let first = null;
    const here = new Set([...log.children].map((line) => line.dataset.key));
    log.querySelector("#question")?.removeAttribute("id");
    for (const line of [...said.children]) {
      if (!here.has(line.dataset.key)) {
        log.append(line);
        if (!line.classList.contains("person")) first ??= line;
      } else if (line.id) log.querySelector(`[data-key="${line.dataset.key}"]`).id = line.id;
    }
    return first;
  }

  // Whoever types goes on typing; whoever pressed a button reads on from the new question.
  function putForm(next, kept, typing, moved) {
    form().replaceWith(next);
    const text = next.querySelector("#text");
    text.value = kept || text.value;
    if (typing) text.focus({ preventScroll: true });
    else if (moved) next.focus({ preventScroll: true });
  }

  // `pressed` is the button that sent an answer and `sent` its words; none when the page only
  // looked.
  function take(fresh, pressed, sent) {
    if (document.documentElement.lang !== fresh.documentElement.lang) {
      location.hash = "open";
      location.reload();  // every word of the page changes with the language
      return;
    }
    const first = addLines(fresh.querySelector("[role=log]"));
    area.querySelectorAll(".waiting, .quiet").forEach((line) => line.remove());
    const waiting = fresh.querySelector(".waiting");
    if (waiting) form().before(waiting);
    for (const name of ["message_id", "proof"]) {
      danger[name].value = fresh.getElementById("danger")[name].value;
    }
    const focused = document.activeElement;
    const held = form().contains(focused);
    const next = fresh.querySelector("#conversation form");
    if (pressed || shape(next) !== shape(form())) {
      const typed = form().querySelector("#text").value;
      const kept = pressed?.name === "send" && typed === sent ? "" : typed;
      putForm(next, kept, focused?.id === "text", pressed || held);
    }
    if (pressed) (first ?? form()).scrollIntoView({ block: "start" });
    else if (!held) first?.scrollIntoView({ block: "nearest" });
  }

  async function fetched(...what) {
    const answer = await fetch("/chat", ...what);
    if (answer.status >= UNAVAILABLE) throw new Error(answer.status);
    return new DOMParser().parseFromString(await answer.text(), "text/html");
  }

  async function look() {
    missed = sending > 0;
    if (missed) return;
    try {
      const fresh = await fetched({ headers: { accept: "text/html" } });
      if (fresh.getElementById("conversation")) take(fresh, null, "");
      else location.reload();
    } catch { /* The live events come back, and with them another look. */ }
  }

  async function send(from, pressed, body) {
    clearTimeout(unsent?.timer);
    from.setAttribute("aria-busy", "true");
    let fresh;
    sending += 1;
    try {
      fresh = await fetched({ method: "POST", body, signal: AbortSignal.timeout(PATIENCE_MS) });
    } catch {
      // The same once more is harmless: the server knows a message by its id.
      const again = () => send(from, pressed, body);
      unsent = { again, timer: setTimeout(again, AGAIN_MS) };
      tellConnection();
      return;
    } finally {
      sending -= 1;
      from.removeAttribute("aria-busy");
    }
    unsent = null;
    tellConnection();
    if (fresh.getElementById("conversation")) take(fresh, pressed, body.get("text"));
    else sendPlainly(from, pressed);
    if (missed) look();
  }

  // An answer without a conversation is a page of its own, and is shown as one.
  function sendPlainly(from, pressed) {
    const field = { type: "hidden", name: pressed.name, value: pressed.value };
    from.append(Object.assign(document.createElement("input"), field));
    from.submit();
  }

  document.addEventListener("submit", (event) => {
    const from = event.target;
    if (from !== danger && from !== form()) return;
    event.preventDefault();
    if (from.hasAttribute("aria-busy")) return;
    const pressed = event.submitter ?? from.querySelector("button");
    send(from, pressed, new URLSearchParams(new FormData(from, pressed)));
  });

  function listen() {
    const events = new EventSource(area.dataset.live);
    events.addEventListener("said", look);
    events.addEventListener("open", () => { cut = false; tellConnection(); });
    events.addEventListener("error", () => {
      cut = true;
      tellConnection();
      if (events.readyState === EventSource.CLOSED) setTimeout(listen, AGAIN_MS);
    });
  }

  window.addEventListener("online", () => unsent?.again());
  if (log.children.length > 1) log.lastElementChild.scrollIntoView({ block: "start" });
  listen();
})();
