// Owns starting the player. It comes in two files where FIRST is not all of it: with a first question on the page that
// can be answered, it starts with what an answer needs, and the rest follows; else it waits for both.
const SECOND = 1000;
const MINUTE = 60 * SECOND;
// A page that is not shown is not painted.
const PATIENCE = 200;
const beside = (name) => new URL(name, import.meta.url);
const compiled = async (name) => {
  // The page has asked for the first before this script was there.
  const response = await ((name === FIRST && self.verbatimFirst) || fetch(beside(name)));
  if (!response.ok) throw new Error(`${response.status} for ${response.url}`);
  // A host that does not know the type gets no help from the browser while it sends.
  const isKnown = response.headers.get("content-type") === "application/wasm";
  return isKnown ? WebAssembly.compileStreaming(response) : WebAssembly.compile(await response.arrayBuffer());
};
// When the page has been painted and has nothing else to do: whoever chooses an option there does not wait for the player.
const quiet = () =>
  new Promise((resolve) => {
    setTimeout(resolve, PATIENCE);
    requestAnimationFrame(() => (self.requestIdleCallback ?? setTimeout)(resolve));
  });
const start = async () => {
  const imports = __wbg_get_imports();
  const module = compiled(FIRST);
  // Its failure is told where it is awaited.
  module.catch(() => {});
  await parsed();
  const begin = (first) => __wbg_finalize_init(first, null);
  if (!REST) return begin(await WebAssembly.instantiate(await module, imports));
  let first, is_whole;
  const join = (rest) => {
    // It is there already where somebody could not wait.
    if (!is_whole) new WebAssembly.Instance(rest, { first: first.exports });
    is_whole = true;
  };
  // Called where the first file needs the rest and it has not come: then everything has to wait for it.
  const wait = () => {
    const request = new XMLHttpRequest();
    request.open("GET", beside(REST), false);
    request.overrideMimeType("text/plain; charset=x-user-defined");
    request.send();
    if (request.status !== 200) throw new DOMException(`${request.status} for ${REST}`, "NetworkError");
    join(new WebAssembly.Module(Uint8Array.from(request.responseText, (character) => character.charCodeAt())));
  };
  // Again and again, each time a little later: without it the quiz cannot go on.
  const bring = async (pause) => {
    try {
      join(await compiled(REST));
    } catch {
      setTimeout(bring, pause, Math.min(2 * pause, MINUTE));
    }
  };
  const is_early = document.querySelector("#early .told");
  const rest = is_early ? null : compiled(REST);
  first = await WebAssembly.instantiate(await module, { ...imports, late: { wait } });
  if (rest) join(await rest);
  await quiet();
  begin(first);
  if (!rest) bring(SECOND);
};
await start();
