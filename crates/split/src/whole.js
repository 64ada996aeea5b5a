// Owns starting the player in a page without an origin, which can fetch no module: this script brings it, as PACKED.
(async () => {
  const bytes = Uint8Array.from(atob(PACKED), (character) => character.charCodeAt());
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  await parsed();
  await self.verbatim(await new Response(stream).arrayBuffer());
})();
