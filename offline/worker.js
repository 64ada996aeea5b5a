// Owns the site's files on a visitor's device. The build fills in the version, which is the hash of the list of files,
// and leaves the comments out.
//
// Never gives a page files of two versions: each is served by the version that it began with, from its first file to its
// last. Never changes to a newer version by itself while a page is open, and never touches what belongs to other sites.

const VERSION = "";
const SCOPE = registration.scope;
const own = (name) => `verbatim ${SCOPE} ${name}`;
const address = (path) => new URL(path, SCOPE).href;

// The files of this version; which page began with which version; sets that were opened and are in no list.
const FILES = own(VERSION);
const PAGES = own("pages");
const OPENED = own("opened");
const MOST_OPENED = 200;
// Beside the pages stands which version was taken into use last.
const LAST = "last";

// The pages that have begun while this worker ran, each with its version, or none where it came from the host: what is asked
// for first does not wait for their notes.
const begun = new Map();
// Tidying up waits until a page is there.
const QUIET = 2000;

// A response as it is kept, if it has the bytes that are meant: a host may be in the middle of a deployment.
const proved = async (response, hash) => {
  if (!response?.ok) return;
  const bytes = await response.arrayBuffer();
  const sum = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  if (!Array.from(sum, (byte) => byte.toString(16).padStart(2, 0)).join("").startsWith(hash)) return;
  const headers = new Headers(response.headers);
  headers.delete("content-encoding");
  // What is kept is the same for everybody; a cache takes nothing that varies with all there is.
  headers.delete("vary");
  return new Response(bytes, { headers });
};

// The browser's own cache may have what was cut off, and fail with it again and again: that is no reason to give up.
const get = (url, hash, cache) =>
  fetch(url, { cache, priority: "low" }).then((response) => proved(response, hash)).catch(() => {});

// What is here already, as another version's or in the browser's own cache, is not fetched once more. What cannot be read
// any more is not here.
const find = async (url, hash) => {
  const here = caches.match(url).then((response) => proved(response, hash));
  return (await here.catch(() => {})) ?? (await get(url, hash, "default")) ?? get(url, hash, "reload");
};

// All files, and their names; or an error: what is not found cannot be put, and a version that is not whole is never taken into use.
const fill = async (again = true) => {
  const list = await get(address("files.txt"), VERSION, "reload");
  const lines = (await list.text()).trim().split("\n").map((line) => line.split("  "));
  const files = await caches.open(FILES);
  for (const [hash, path] of lines) await files.put(address(path), await find(address(path), hash));
  // The older worker may just have been tidying up, before it knew of this one; and where an earlier try broke off, WebKit
  // can lose what is put in the place of what that one had put.
  const kept = await (await caches.open(FILES)).keys();
  if (kept.length === lines.length) return lines.map(([, path]) => path);
  await caches.delete(FILES);
  if (!again) throw new Error("not all files are kept");
  return fill(false);
};

// A name that tells of its file's content, which that of a page never does.
const NAMED = /-[0-9a-f]{12,16}\.(bin|js|wasm)$/;

// Whether this browser can take pages without this worker.
const leads = "addRoutes" in (self.InstallEvent?.prototype ?? {});

// Where it can, it takes pages, and files whose names tell of their content, from what is kept, without waiting for
// this worker to start. Any other name may mean another file to a page of another version.
const lead = async (event, paths) => {
  const { pathname } = new URL(SCOPE);
  // Some characters mean something in a pattern.
  if (!leads || !/^[\w/.~-]+$/.test(pathname)) return;
  const led = (names, also) => {
    const or = paths
      .filter((path) => /^[\w/-]+\.\w+$/.test(path) && names.test(path))
      .map((path) => ({ ...also, urlPattern: new URLPattern({ pathname: pathname + path, search: "" }) }));
    return { condition: { or }, source: { cacheName: FILES } };
  };
  await event.addRoutes([led(/\.html$/, { requestMode: "navigate" }), led(NAMED)]);
};

// Forgets pages that are closed, and versions that no page began with; not while a newer one is on its way.
const tidy = async (newest) => {
  const pages = await caches.open(PAGES);
  const used = [FILES, PAGES, OPENED];
  for (const page of await pages.keys()) {
    const id = new URL(page.url).search.slice(1);
    if ([newest, LAST].includes(id) || (await clients.get(id))) used.push(own(await (await pages.match(page)).text()));
    else await pages.delete(page);
  }
  for (const name of await caches.keys()) {
    const idle = !registration.installing && !registration.waiting;
    if (idle && name.startsWith(own("")) && !used.includes(name)) await caches.delete(name);
  }
};

// The files that a page's address may mean; some hosts leave the ending out.
const meant = (url) => (url.endsWith("/") ? [`${url}index.html`] : [url, `${url}.html`]);

// Where no host answers and the page is not kept, the player shows what the page is of, or else the catalogue.
const instead = (url) => {
  const [place] = /^[^/]+\/[^/.]+(?=(\.\d+)?(\.html)?$)/.exec(url.slice(SCOPE.length)) ?? [];
  return Response.redirect(place ? `${SCOPE}#/${place}` : SCOPE);
};

// Notes with which version a page begins, if any, which outlasts this worker. Where there is no room left for a note, the
// page is there all the same.
const note = async (id, version) => {
  begun.set(id, version);
  const pages = await caches.open(PAGES);
  await pages.put(address(`?${id}`), new Response(version)).catch(() => {});
  await new Promise((done) => setTimeout(done, QUIET));
  await tidy(id);
};

const page = async (event, url) => {
  const id = event.resultingClientId;
  // Where a browser does not say which page it becomes, the page's other files could be another version's.
  for (const name of id ? meant(url) : []) {
    const found = await caches.match(name, { cacheName: FILES });
    if (!found) continue;
    event.waitUntil(note(id, VERSION));
    return found;
  }
  if (url !== SCOPE) return brought(event).catch(() => instead(url));
  // Somebody has cleared them.
  if (id) event.waitUntil(fill());
  return fetch(event.request);
};

// A set that is in no list: its name has the beginning of its hash, so that any copy is good whose bytes agree.
const opened = async (request, url, hash) => {
  const found = await caches.match(url);
  if (found) return found;
  const response = await fetch(request);
  const copy = await proved(response.clone(), hash);
  if (copy) {
    const cache = await caches.open(OPENED);
    await cache.put(url, copy);
    const [oldest, ...others] = await cache.keys();
    if (others.length >= MOST_OPENED) await cache.delete(oldest);
  }
  return response;
};

// A page from the network that is in no list, of a large site or of a later version: the data that it brings is what
// the player wants of the set where there is no network.
const brought = async (event) => {
  const id = event.resultingClientId;
  if (id) event.waitUntil(note(id, ""));
  const response = await fetch(event.request);
  const copy = response.clone();
  const keep = async () => {
    const [, name, hash] = /data-file="([^"]+-([0-9a-f]{12})\.bin)"/.exec(await copy.text()) ?? [];
    if (name) await opened(new Request(address(`data/${name}`)), address(`data/${name}`), hash);
  };
  event.waitUntil(keep().catch(() => {}));
  return response;
};

// The version that a page began with, if that is known.
const noted = async (id) =>
  begun.get(id) ?? (await caches.match(address(`?${id}`), { cacheName: PAGES }))?.text();

const file = async ({ request, clientId }, url) => {
  // Of a page that this worker has not seen it is what the page was taken from without it, where that can be.
  const version = (await noted(clientId)) ?? (leads && VERSION);
  const found = version && (await caches.match(url, { cacheName: own(version) }));
  const [, hash] = /-([0-9a-f]{12})\.bin$/.exec(url) ?? [];
  if (found || hash) return found || opened(request, url, hash);
  // A name that tells of its content means the same in every version: WebKit now and then does not find at once what has
  // just been noted of a page.
  const same = NAMED.test(url) && (await caches.match(url));
  return same || fetch(request);
};

// A page that did not come by way of this worker tells of itself: what it began with stays as long as it does.
const heard = async ({ data, source }) => {
  if (data === "take over") skipWaiting();
  else if (leads && source && (await noted(source.id)) === undefined) await note(source.id, VERSION);
};

// Pages that are open and have not told of themselves began with the version before this one.
const follow = async () => {
  const pages = await caches.open(PAGES);
  const before = (await noted(LAST)) ?? VERSION;
  for (const { id, url } of await clients.matchAll({ includeUncontrolled: true, type: "window" })) {
    if (!leads || !url.startsWith(SCOPE) || (await noted(id)) !== undefined) continue;
    await pages.put(address(`?${id}`), new Response(before));
  }
  await pages.put(address(`?${LAST}`), new Response(VERSION));
};

addEventListener("install", (event) =>
  event.waitUntil(fill().then((paths) => lead(event, paths).catch(() => {}))),
);
addEventListener("activate", (event) => event.waitUntil(follow().catch(() => {}).then(() => clients.claim())));
addEventListener("message", (event) => event.waitUntil(heard(event)));
addEventListener("fetch", (event) => {
  const { request } = event;
  const url = request.url.split(/[?#]/)[0];
  if (request.method !== "GET" || !url.startsWith(SCOPE)) return;
  const answer = request.mode === "navigate" ? page : file;
  event.respondWith(answer(event, url).catch(() => fetch(request)));
});
