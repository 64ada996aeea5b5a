// Owns messages that nobody should send: of any form, and such as the protocol has, from windows that have no business to.
"use strict";
const LONG = "x".repeat(100000);
const drawn = (seed) => () => (seed = (seed * 48271) % 2147483647) / 2147483647;
const picked = (random, list) => list[Math.floor(random() * list.length)];

// Anything that can be sent.
const anything = (random, depth = 0) => {
  const plain = [null, undefined, true, false, 0, -1, 1, 0.5, 2 ** 53, NaN, Infinity, -Infinity, 1e308, 10n, "", "1", "host"];
  const odd = [LONG, "__proto__", "\u0000", "<img src=x onerror=broken.push(1)>", new Date(NaN), /x/g, new Map([[1, 2]])];
  const made = [new ArrayBuffer(8), new Uint8Array(4), new Set(["a"]), new Error("no"), Object(1n), [], {}];
  if (depth > 3 || random() < 0.6) return picked(random, [...plain, ...odd, ...made]);
  if (random() < 0.5) return Array.from({ length: random() * 5 }, () => anything(random, depth + 1));
  const names = ["verbatim", "type", "height", "detail", "constructor", "__proto__", "toString", "then", "length"];
  return Object.fromEntries(names.filter(() => random() < 0.4).map((name) => [name, anything(random, depth + 1)]));
};

const TYPES = ["hello", "height", "ready", "answered", "completed", "host", "reset", "focus"];
const count = 3;
const DETAIL = {
  ready: { set: "a/b", title: "A title", mode: "practice", answered: count, questions: count },
  answered: { question: "q", mark: 1, tries: 1, answered: count, questions: count },
  completed: { mark: 1, right: count, seconds: count, passed: null, answered: count, questions: count },
};
// What the protocol has, each word of it.
const proper = (random) => {
  const type = picked(random, TYPES);
  return { verbatim: 1, type, height: Math.floor(random() * 99999), detail: DETAIL[type] };
};
// The same with something wrong in it, so that it must not count even where it comes from the right window.
const nearly = (random) => {
  const message = proper(random);
  const { type } = message;
  if (random() < 0.3) return { ...message, verbatim: picked(random, [0, 2, "1", [1], null, undefined, true]) };
  if (type === "height") return { ...message, height: picked(random, [-1, 1.5, NaN, Infinity, "300", [300], null, 1e9, LONG]) };
  if (!DETAIL[type]) return { ...message, type: picked(random, [`${type} `, type.toUpperCase(), [type], null, LONG, "constructor"]) };
  const broken = { ...message.detail };
  const name = picked(random, Object.keys(broken));
  if (random() < 0.5) delete broken[name];
  else broken[name] = picked(random, [-1, 1.5, NaN, undefined, [], {}, LONG, 10n]);
  return { ...message, detail: picked(random, [broken, broken, null, undefined, "ready", 1, []]) };
};

// Sends so many of them, and says when the last has been heard.
self.sends = (targets, many, seed, is_stranger) => {
  const random = drawn(seed);
  for (let sent = 0; sent < many; sent++) {
    const kind = random();
    const message = kind < 0.3 ? anything(random) : kind < 0.6 && is_stranger ? proper(random) : nearly(random);
    for (const target of targets) target.postMessage(message, "*");
  }
};
