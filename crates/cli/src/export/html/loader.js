// Owns unpacking one file and starting the player in it. The file is its own host: what the player asks for is in it, or
// nowhere, and nothing is asked of any network.
(() => {
  "use strict";
  const message = document.getElementById("boot-message");
  const packed = document.getElementById("packed");
  const tell = (words) => {
    // Nobody sees it once the player has taken the page over, which says itself what does not work.
    message.textContent = words;
  };
  if (!self.WebAssembly || !self.DecompressionStream) {
    return tell("This browser is too old for the quiz. Please open the file in a newer one: Chrome or Edge from 97 on, Firefox from 113 on, Safari from 16.4 on.");
  }
  const slow = setTimeout(() => tell("The quiz takes long to start. If it does not come, load this page once more."), 8000);
  const fail = () => {
    clearTimeout(slow);
    tell("The quiz could not be started. The file may be damaged: get it once more, or try a newer browser.");
  };
  addEventListener("error", fail);
  addEventListener("unhandledrejection", fail);
  // Five characters stand for four bytes, each for a digit of base 85; one for that which would begin a tag.
  const read = (text) => {
    const view = new DataView(new ArrayBuffer((text.length / 5) * 4));
    for (let at = 0, place = 0; at < text.length; place += 4) {
      let number = 0;
      for (const end = at + 5; at < end; at++) {
        const code = text.charCodeAt(at);
        number = number * 85 + (code === 125 ? 60 : code) - 40;
      }
      view.setUint32(place, number);
    }
    return view.buffer;
  };
  const unpack = async () => {
    const bytes = read(packed.textContent).slice(0, Number(packed.dataset.length));
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
    const all = new Uint8Array(await new Response(stream).arrayBuffer());
    let place = all.indexOf(10) + 1;
    const files = new Map();
    for (const [name, length] of JSON.parse(new TextDecoder().decode(all.subarray(0, place)))) {
      files.set(name, all.subarray(place, (place += length)));
    }
    return files;
  };
  const start = async () => {
    const files = await unpack();
    packed.remove();
    // Whole addresses are those of an LMS, where the policy lets the page ask one.
    const ask = self.fetch.bind(self);
    self.fetch = async (name, init) => {
      if (/^https?:/.test(name)) return ask(name, init);
      return files.has(name) ? new Response(files.get(name)) : new Response(null, { status: 404 });
    };
    const text = (name) => new TextDecoder().decode(files.get(name));
    const style = document.createElement("style");
    style.textContent = text("player.css");
    document.getElementById("early").replaceWith(style);
    // Where text may not become a script, this one may; its hash stands in the policy besides.
    const code = text("player.js");
    const only = { createScript: (text) => (text === code ? text : null) };
    const policy = self.trustedTypes && trustedTypes.createPolicy("verbatim", only);
    const script = document.createElement("script");
    script.textContent = policy ? policy.createScript(code) : code;
    document.head.append(script);
    await self.verbatim(files.get("player.wasm"));
  };
  start();
})();
