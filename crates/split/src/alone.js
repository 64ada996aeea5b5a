// Owns starting the player where its module is at hand already, as in one file that holds all of it. Fetches nothing.
self.verbatim = async (bytes) => {
  const { instance, module } = await WebAssembly.instantiate(bytes, __wbg_get_imports());
  __wbg_finalize_init(instance, module);
};
