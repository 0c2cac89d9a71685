// Without this a sound file can be sent. With it, where the browser can record: record, stop, listen
// to it, then send or discard it. The recording goes into the field for the file, and so is sent,
// kept when the server is away, and refused, as any file is.
"use strict";
(() => {
  const KINDS = ["audio/webm;codecs=opus", "audio/mp4", "audio/ogg;codecs=opus"];
  const BITS = 24000;
  const SOON_S = 10;
  const LOOK_MS = 200;
  const EARLY_MS = 500;  // what is a little too long would not be listened to

  const at = (id) => document.getElementById(id);
  const sound = new Audio();
  let recorder = null;  // what records now
  let whole = null;     // what was recorded
  let ending = "";      // what is said when it ends; nothing when it is not to be kept
  let question = "";    // what it answers
  let began = 0;
  let length = 0;       // seconds, of what was recorded
  let timer = 0;

  const gone = () => performance.now() - began;
  const seconds = () => Math.floor(gone() / 1000);
  const most = () => Number(at("voice").dataset.seconds);

  function tell(name) {
    const words = name ? at("voice").dataset[name] : "";
    if (at("recorder-told").textContent !== words) at("recorder-told").textContent = words;
  }

  function choose(button, second) {
    const [first, other] = button.children;
    first.hidden = second;
    other.hidden = !second;
  }

  function show(state) {
    const voice = at("voice");
    if (state) voice.dataset.busy = state;
    else delete voice.dataset.busy;
    choose(at("record"), state === "recording");
    at("record").hidden = state === "recorded";
    at("recorded").hidden = state !== "recorded";
    at("timer").hidden = !["recording", "recorded"].includes(state);
  }

  function tick() {
    const now = seconds();
    at("timer").firstElementChild.textContent =
      `${Math.floor(now / 60)}:${String(now % 60).padStart(2, "0")}`;
    if (now === most() - SOON_S) tell("soon");
    if (gone() >= most() * 1000 - EARLY_MS) finish("longest");
  }

  // The field holds what is sent, with the question that was open when it was begun.
  function fill(file) {
    const files = new DataTransfer();
    if (file) files.items.add(file);
    at("recording").files = files.files;
    for (const [name, value] of [["asked", question], ["seconds", length]]) {
      const field = document.querySelector(`#voice [name=${name}]`);
      [field.value, field.disabled] = [value, !file];
    }
  }

  async function begin() {
    show("asking");
    tell("asking");
    let stream;
    try {
      stream = await navigator.mediaDevices.getUserMedia({ audio: { channelCount: 1 } });
    } catch (error) {
      show("");
      tell(error.name === "NotAllowedError" ? "refused" : "none");
      at("upload").open = true;
      return;
    }
    const kind = KINDS.find((one) => MediaRecorder.isTypeSupported(one));
    const parts = [];
    recorder = new MediaRecorder(stream, { mimeType: kind, audioBitsPerSecond: BITS });
    recorder.addEventListener("dataavailable", (event) => parts.push(event.data));
    recorder.addEventListener("stop", () => {
      for (const track of stream.getTracks()) track.stop();
      stopped(new Blob(parts, { type: kind.split(";")[0] }));
    });
    for (const one of document.querySelectorAll("audio")) one.pause();
    question = document.querySelector("#open [name=question]")?.value ?? "";
    ending = "recorded";  // also when the microphone is pulled out
    recorder.start();
    began = performance.now();
    timer = setInterval(tick, LOOK_MS);
    show("recording");
    tick();
    tell("recording");
  }

  function finish(told) {
    clearInterval(timer);
    if (recorder?.state !== "recording") return;
    ending = told;
    recorder.stop();
  }

  function stopped(blob) {
    clearInterval(timer);
    const focused = document.activeElement === at("record");
    recorder = null;
    length = Math.max(seconds(), 1);
    if (!ending || !blob.size) {
      show("");
      return;
    }
    whole = blob;
    sound.src = URL.createObjectURL(blob);
    fill(new File([blob], "recording", { type: blob.type }));
    show("recorded");
    tell(ending);
    if (focused) at("hear-recorded").focus();
  }

  function drop() {
    sound.pause();
    URL.revokeObjectURL(sound.src);
    sound.removeAttribute("src");
    whole = null;
    fill(null);
    show("");
  }

  const presses = {
    record: () => {
      if (recorder) finish("recorded");
      else if (!at("voice").dataset.busy) begin();
    },
    "hear-recorded": () => { if (sound.paused) sound.play(); else sound.pause(); },
    "send-recorded": () => {
      sound.pause();
      document.querySelector("#open").requestSubmit(at("send-recording"));
    },
    "discard-recorded": () => {
      drop();
      tell("discarded");
      at("record").focus();
    },
  };

  document.addEventListener("click", (event) => {
    presses[event.target.closest("button")?.id]?.();
  });
  // One voice at a time.
  sound.addEventListener("play", () => {
    for (const one of document.querySelectorAll("audio")) one.pause();
  });
  document.addEventListener("play", () => sound.pause(), true);
  for (const name of ["play", "pause"]) {
    sound.addEventListener(name, () => choose(at("hear-recorded"), !sound.paused));
  }
  // What was sent is told by the conversation; what could not be is kept, and that is told.
  document.addEventListener("taken", (event) => {
    if (event.detail !== "send-recording" || !at("voice")) return;
    tell("");
    if (at("voice-trouble")) return;
    if (whole) drop();
    else at("recording").value = "";
  });
  document.addEventListener("unsent", (event) => {
    if (event.detail === "send-recording" && whole) tell("kept");
  });
  // Whoever chooses a file instead has made up their mind.
  document.addEventListener("change", (event) => {
    if (event.target.id !== "recording" || !whole) return;
    sound.pause();
    whole = null;
    for (const field of document.querySelectorAll("#voice [type=hidden]")) field.disabled = true;
    show("");
    tell("");
  });
  addEventListener("pagehide", () => finish(""));

  function ready() {
    if (!at("recorder")?.hidden) return;
    const able = window.isSecureContext && navigator.mediaDevices && window.MediaRecorder
      && KINDS.some((one) => MediaRecorder.isTypeSupported(one));
    at("recorder").hidden = false;
    at("record").hidden = !able;
    if (able && !("faulty" in at("upload").dataset)) at("upload").open = false;
    else if (!able) tell("cannot");
  }

  document.addEventListener("renewed", ready);
  ready();
})();
