// The page works without this. With it, a reply is sent without leaving the page, new messages
// arrive by themselves, and the focus stays where a screen reader expects it. When the server is
// away the page says so, keeps what was typed, and tries again.
"use strict";
(() => {
  const AGAIN_MS = 4000;
  const PATIENCE_MS = 30000;
  const LONG_PATIENCE_MS = 180000;  // a recording over a slow line
  const UNAVAILABLE = 500;

  const conversation = (page = document) => page.getElementById("conversation");
  const log = (page = document) => conversation(page).querySelector("[role=log]");
  const form = (page = document) => conversation(page).querySelector("#open");
  const words = (one) => one.querySelector("#text");

  let events = null;    // the live events
  let cut = false;      // whether they are cut off
  let unsent = null;    // what could not be sent yet, and when it is tried again
  let sending = 0;      // answers on their way: each brings back all that was said
  let asked = 0;        // counts what the server was asked for: only the newest may be shown
  let missed = false;   // whether something was said meanwhile

  const tell = (what, detail) => document.dispatchEvent(new CustomEvent(what, { detail }));

  function tellConnection() {
    const lost = document.querySelector("#lost p");
    if (lost) lost.hidden = !(unsent || cut);
  }

  // Another language, or a page that says one thing: every word changes, but for what is being
  // recorded.
  function show(fresh) {
    const busy = document.querySelector("#voice[data-busy]");
    if (busy) fresh.getElementById("voice")?.replaceWith(fresh.adoptNode(busy));
    const root = document.documentElement;
    [root.lang, root.dir, document.title] =
      [fresh.documentElement.lang, fresh.documentElement.dir, fresh.title];
    document.body.replaceWith(document.adoptNode(fresh.body));
    if (!conversation()) events?.close();
    document.querySelector("#open, main")?.scrollIntoView();
    document.getElementById("open")?.focus({ preventScroll: true });
    tell("renewed");
  }

  // A line that is there stays as it is, but for which is the question, and a recording that went.
  function keepUp(old, line) {
    if (line.querySelector("#question")) old.querySelector(".words").id = "question";
    if (!line.querySelector("details")) old.querySelector("details")?.remove();
  }

  // Only what is new is added, so that a screen reader announces just that. The first new line
  // that the person did not say themselves is where they go on reading.
  function addLines(said) {
    const news = [];
    const here = new Set([...log().children].map((line) => line.dataset.key));
    log().querySelector("#question")?.removeAttribute("id");
    for (const line of [...said.children]) {
      if (!here.has(line.dataset.key)) {
        log().append(line);
        if (!line.classList.contains("person")) news.push(line);
      } else {
        keepUp(log().querySelector(`[data-key="${line.dataset.key}"]`), line);
      }
    }
    if (news.length) tell("said", news);
    return news[0] ?? null;
  }

  // The forms around the conversation stay; what they send next is another message.
  function renew(fresh) {
    for (const field of document.querySelectorAll("[name=message_id], [name=proof]")) {
      if (!form().contains(field)) field.value = form(fresh)[field.name].value;
    }
  }

  // What is wrong with a recording is told beside it, and said of its field; whether anything is.
  function tellOfRecording(fresh) {
    const [field, next] = [document, fresh].map((page) => page.getElementById("recording"));
    for (const name of ["aria-invalid", "aria-describedby"]) {
      if (next.hasAttribute(name)) field.setAttribute(name, next.getAttribute(name));
      else field.removeAttribute(name);
    }
    const told = fresh.getElementById("voice-told");
    document.getElementById("voice-told").replaceWith(told);
    return told.childElementCount > 0;
  }

  const shape = (one) => [one.question, ...one.querySelectorAll("[name=press], [name=choice]")]
    .map((field) => field.value).join();

  // Whoever types goes on typing; whoever pressed a button reads on from the new question.
  function putForm(next, kept, typing, moved) {
    form().replaceWith(next);
    words(next).value = kept || words(next).value;
    if (typing) words(next).focus({ preventScroll: true });
    else if (moved) next.focus({ preventScroll: true });
  }

  // `pressed` is the button that sent an answer and `sent` its words; none when the page only
  // looked.
  function take(fresh, pressed, sent) {
    const same = document.documentElement.lang === fresh.documentElement.lang;
    if (!(same && conversation(fresh) && conversation())) {
      show(fresh);
      return;
    }
    const first = addLines(log(fresh));
    for (const line of conversation().querySelectorAll(".waiting, .quiet")) line.remove();
    const waiting = fresh.querySelector(".waiting");
    if (waiting) form().before(waiting);
    const [hearing, heard] = [document, fresh].map((page) => page.getElementById("hearing"));
    const buttons = (one) => [...one.querySelectorAll("button")].map((each) => each.value).join();
    if (buttons(hearing) !== buttons(heard)) hearing.replaceWith(heard);
    renew(fresh);
    const focused = document.activeElement;
    const held = form().contains(focused);
    const next = form(fresh);
    const faulty = tellOfRecording(fresh);
    tell("renewed");
    if (pressed || shape(next) !== shape(form())) {
      const typed = words(form()).value;
      const kept = pressed?.name === "send" && typed === sent ? "" : typed;
      putForm(next, kept, focused?.id === "text", (pressed && !faulty) || held);
    }
    if (pressed && faulty) document.getElementById("voice-told").scrollIntoView({ block: "center" });
    else if (pressed) (first ?? form()).scrollIntoView({ block: "start" });
    else if (!held) first?.scrollIntoView({ block: "nearest" });
  }

  async function fetched(path, what) {
    const answer = await fetch(path, what);
    if (answer.status >= UNAVAILABLE) throw new Error(answer.status);
    return new DOMParser().parseFromString(await answer.text(), "text/html");
  }

  async function look() {
    missed = sending > 0;
    if (missed) return;
    const mine = ++asked;
    try {
      const fresh = await fetched("/chat", { headers: { accept: "text/html" } });
      // What was asked for since brings this too, and takes nobody back to an older question.
      if (mine === asked) take(fresh, null, "");
    } catch { /* The live events come back, and with them another look. */ }
  }

  async function send(from, pressed, path, body) {
    clearTimeout(unsent?.timer);
    from.setAttribute("aria-busy", "true");
    let fresh;
    sending += 1;
    asked += 1;
    try {
      const patience = body instanceof FormData ? LONG_PATIENCE_MS : PATIENCE_MS;
      fresh = await fetched(path, { method: "POST", body, signal: AbortSignal.timeout(patience) });
      unsent = null;
    } catch {
      // The same once more is harmless: the server knows a message by its id.
      const again = () => send(from, pressed, path, body);
      unsent = { again, timer: setTimeout(again, AGAIN_MS) };
      tell("unsent", pressed.id);
    } finally {
      sending -= 1;
      from.removeAttribute("aria-busy");
    }
    tellConnection();
    if (fresh) {
      take(fresh, pressed, body.get("text"));
      tell("taken", pressed.id);
    }
    if (missed) look();
  }

  function listen() {
    if (!conversation()) return;
    events = new EventSource(conversation().dataset.live);
    events.addEventListener("said", look);
    events.addEventListener("open", () => { cut = false; tellConnection(); });
    events.addEventListener("error", () => {
      cut = true;
      tellConnection();
      if (events.readyState === EventSource.CLOSED) setTimeout(listen, AGAIN_MS);
    });
  }

  document.addEventListener("click", (event) => {
    const exit = event.target.closest("#exit");
    if (!exit) return;
    event.preventDefault();
    document.body.hidden = true;
    location.replace(exit.href);
  });

  document.addEventListener("submit", (event) => {
    const from = event.target;
    if (!new URL(from.action).pathname.endsWith("/chat") || !conversation()) return;
    event.preventDefault();
    if (from.hasAttribute("aria-busy")) return;
    const pressed = event.submitter ?? from.querySelector("button");
    const to = pressed.hasAttribute("formaction") ? pressed.formAction : from.action;
    const path = new URL(to).pathname;
    const body = new FormData(from, pressed);
    const multipart = pressed.formEnctype === "multipart/form-data";
    send(from, pressed, path, multipart ? body : new URLSearchParams(body));
  });

  window.addEventListener("online", () => unsent?.again());
  if (conversation() && log().children.length > 1) {
    log().lastElementChild.scrollIntoView({ block: "start" });
  }
  listen();
})();
