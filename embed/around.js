// Owns what a page takes from around it before anything is painted: the look that its address asks for, that a frame needs
// nothing around the quiz, that the player and its database are on their way, and how scripts come to a page without an
// origin.
(() => {
  const root = document.documentElement;
  if (location.search) {
    const asked = new URLSearchParams(location.search);
    const scheme = asked.get("scheme");
    if (scheme === "light" || scheme === "dark") root.dataset.scheme = scheme;
    // Its hue alone is taken: the styles give it the lightness at which text can be read.
    const [, accent] = /^#?([0-9a-f]{6})$/i.exec(asked.get("accent")) ?? [];
    if (accent) {
      root.dataset.accent = "";
      root.style.setProperty("--asked", "#" + accent);
    }
  }
  const beside = (name) => new URL((root.dataset.root ?? "") + name, location.href).href;
  // The player's first file is asked for before its script is there, which takes it from here: what a link had preloaded,
  // WebKit would fetch once more for a script. Without an origin it cannot be fetched.
  const { first } = root.dataset;
  if (first && origin !== "null") {
    self.verbatimFirst = fetch(beside(first));
    // It fails where it is awaited.
    self.verbatimFirst.catch(() => {});
  }
  // The player's database takes a moment to open: it is open when the player comes, which saves a choice then. It is asked
  // for as soon as the browser has a moment for it.
  if (origin !== "null") {
    const open = (resolve, reject) => {
      const opening = indexedDB.open("verbatim", 1);
      opening.onupgradeneeded = () =>
        opening.result.createObjectStore("events", { autoIncrement: true }).createIndex("set", "set");
      opening.onsuccess = () => resolve(opening.result);
      opening.onerror = reject;
    };
    self.verbatimDatabase = new Promise((resolve) => setTimeout(resolve)).then(() => new Promise(open));
    // Its failure is told where it is awaited.
    self.verbatimDatabase.catch(() => {});
    // The player's script stands right behind this one: it can fail before the page's own is there to say so.
    addEventListener("error", ({ target }) => (self.verbatimFailed ||= target.id === "player"), true);
  }
  const load = (name) => {
    const url = beside(name);
    // The page's policy wants addresses of scripts to be vouched for, where a browser can ask for that.
    const vouch = { createScriptURL: (url) => url };
    const script = document.createElement("script");
    script.src = self.trustedTypes?.createPolicy("verbatim", vouch).createScriptURL(url) ?? url;
    document.head.append(script);
  };
  // In a sandbox and on a disk a page has no origin, and browsers give it no modules: the player comes as one script then.
  // WebKit gives it no script at all: it can be read, and opened beside.
  let { whole } = root.dataset;
  let is_open = false;
  const instead = (event) => {
    const { target } = event;
    if (!target.matches?.("link, script")) return;
    event.stopImmediatePropagation();
    if (target.type !== "module" && target.localName === "script") {
      if (!is_open) open();
      is_open = true;
    } else {
      if (whole) load(whole);
      whole = "";
    }
  };
  const open = () => {
    const link = document.createElement("a");
    link.href = location.href;
    link.target = "_blank";
    link.textContent = "Open it in a window of its own";
    const words = document.createElement("p");
    words.className = "notice";
    words.setAttribute("role", "alert");
    words.append("The quiz does not run in this frame. ", link);
    document.body.prepend(words);
    document.getElementById("boot-message")?.remove();
  };
  if (origin === "null") addEventListener("error", instead, true);
  addEventListener("verbatim-share", ({ detail }) => {
    self.verbatimShare = detail;
    load("course.js");
  });
  if (parent === self) return;
  root.classList.add("framed");
  // What the player tells before the script that passes it on is there waits for it.
  const told = (self.verbatimTold = []);
  addEventListener("verbatim-told", ({ detail }) => told.push(detail));
  load("frame.js");
})();
