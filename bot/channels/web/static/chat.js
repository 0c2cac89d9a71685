// The page works without this. With it, a reply is sent without leaving the page, new messages
// arrive by themselves, and the focus stays where a screen reader expects it.
"use strict";
(() => {
  const area = document.getElementById("conversation");
  const log = () => area.querySelector("[role=log]");
  const toEnd = () => { log().scrollTop = log().scrollHeight; };

  function take(html, answered) {
    const fresh = new DOMParser().parseFromString(html, "text/html");
    if (document.documentElement.lang !== fresh.documentElement.lang) {
      location.reload();  // every word of the page changes with the language
      return;
    }
    const before = log().children.length;
    const said = fresh.querySelector("[role=log]");
    log().setAttribute("aria-label", said.getAttribute("aria-label"));
    log().querySelector("#question")?.removeAttribute("id");
    // Only what is new is added, so that a screen reader announces just that.
    [...said.children].slice(before).forEach((line) => log().append(line));
    log().lastElementChild?.setAttribute("id", "question");
    area.querySelector(".waiting")?.remove();
    const form = area.querySelector("form");
    const typing = form.querySelector("#text");
    const kept = answered ? "" : typing.value;
    const next = fresh.querySelector("#conversation form");
    const held = !answered && form.contains(document.activeElement);
    const same = next.question.value === form.question.value;
    if (!(held && same)) {
      form.replaceWith(next);
      next.querySelector("#text").value = kept;
      if (answered || held) next.focus({ preventScroll: true });
    }
    toEnd();
    area.querySelector("form").scrollIntoView({ block: "nearest" });
  }

  async function load() {
    const answer = await fetch("/chat", { headers: { accept: "text/html" } });
    if (answer.ok) take(await answer.text(), false);
  }

  area.addEventListener("submit", async (event) => {
    event.preventDefault();
    const body = new FormData(event.target, event.submitter);
    event.target.setAttribute("aria-busy", "true");
    try {
      const answer = await fetch("/chat", { method: "POST", body: new URLSearchParams(body) });
      if (!answer.ok) throw new Error(answer.status);
      take(await answer.text(), true);
    } catch {
      // The network may be back for a plain send; the server knows the message by its id.
      event.target.append(Object.assign(document.createElement("input"), {
        type: "hidden", name: event.submitter?.name ?? "send", value: event.submitter?.value ?? "1",
      }));
      event.target.submit();
    }
  });

  document.getElementById("exit").addEventListener("click", (event) => {
    event.preventDefault();
    location.replace(event.currentTarget.href);
  });

  new EventSource(area.dataset.live).addEventListener("said", load);
  document.documentElement.classList.add("live");
  toEnd();
})();
