//! Owns short names between the player's module and its script: wasm-bindgen names each thing by what it does and a
//! number of sixteen digits, on both sides, and digits by chance are what no compression makes smaller.
//!
//! Never changes what anything does, and leaves the names of functions to those who cut the module.

use std::collections::HashMap;
use std::mem::replace;

use anyhow::{Context, Result, ensure};
use walrus::Module;

use crate::parts::short;

/// What the short names of things begin with that the module gives to its script. What it gives to the rest of the player
/// is named by letters alone.
const GIVEN: char = '_';
/// What the script calls the module.
const MODULE: &str = "wasm.";
/// The short name of the script, of which the module takes everything.
const SCRIPT: &str = "a";

/// Gives a module and wasm-bindgen's script for it short names for each other.
///
/// # Errors
///
/// A module that cannot be read, and a name that the script does not know.
pub(crate) fn brief(wasm: &[u8], script: &str) -> Result<(Vec<u8>, String)> {
    let mut module = Module::from_buffer(wasm).context("the module cannot be read")?;
    let mut names = HashMap::new();
    let mut script = script.to_owned();
    for (place, import) in module.imports.iter_mut().enumerate() {
        let from = format!("{:?}", replace(&mut import.module, SCRIPT.to_owned()));
        ensure!(place > 0 || script.contains(&from), "the player's script gives nothing to {from}");
        script = script.replace(&from, &format!("{SCRIPT:?}"));
        ensure!(script.contains(&import.name), "the player's script has no `{}`", import.name);
        names.insert(replace(&mut import.name, short(place)), short(place));
    }
    for (place, export) in module.exports.iter_mut().enumerate() {
        let name = format!("{GIVEN}{}", short(place));
        names.insert(format!("{MODULE}{}", export.name), format!("{MODULE}{name}"));
        export.name = name;
    }
    Ok((module.emit_wasm(), renamed(&script, &names)))
}

/// A script with other names.
fn renamed(script: &str, names: &HashMap<String, String>) -> String {
    let is_part = |letter: char| letter.is_ascii_alphanumeric() || "_$.".contains(letter);
    let mut text = String::with_capacity(script.len());
    let mut rest = script;
    while let Some(begin) = rest.find(is_part) {
        let (before, from) = rest.split_at(begin);
        let (word, behind) = from.split_at(from.find(|letter| !is_part(letter)).unwrap_or(from.len()));
        text.push_str(before);
        // What the module gives may have something in turn, as `wasm.memory.buffer`.
        let ends = word.match_indices('.').map(|(end, _)| end).chain([word.len()]);
        let known = ends.rev().find_map(|end| Some((names.get(word.get(..end)?)?, word.get(end..)?)));
        match known {
            Some((name, behind)) => text.extend([name, behind]),
            None => text.push_str(word),
        }
        rest = behind;
    }
    text + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = r#"(module
      (import "./app_bg.js" "__wbg_now_0123456789abcdef" (func $now (result i32)))
      (import "./app_bg.js" "__wbg_set_fedcba9876543210" (func $set (param i32)))
      (memory (export "memory") 1)
      (func $start (call $set (call $now)))
      (export "start_0123456789abcdef" (func $start)))"#;
    const SCRIPT: &str = r#"
      const import0 = {
        __wbg_now_0123456789abcdef: function() { return now_0123456789abcdef(); },
        __wbg_set_fedcba9876543210: function(arg0) { wasm.memory.buffer[0] = arg0; },
      };
      return { "./app_bg.js": import0 };
      start(wasm.start_0123456789abcdef, wasm.memory);"#;

    #[test]
    fn both_sides_get_the_same_short_names() {
        let (wasm, script) = brief(&wat::parse_str(TEXT).unwrap(), SCRIPT).unwrap();
        let module = Module::from_buffer(&wasm).unwrap();
        let imports: Vec<_> = module.imports.iter().map(|it| format!("{} {}", it.module, it.name)).collect();
        let exports: Vec<_> = module.exports.iter().map(|it| it.name.clone()).collect();
        assert_eq!(imports, ["a a", "a b"]);
        assert_eq!(exports, ["_a", "_b"]);
        let expected = r#"
      const import0 = {
        a: function() { return now_0123456789abcdef(); },
        b: function(arg0) { wasm._a.buffer[0] = arg0; },
      };
      return { "a": import0 };
      start(wasm._b, wasm._a);"#;
        assert_eq!(script, expected);
    }

    #[test]
    fn functions_keep_their_names() {
        let (wasm, _) = brief(&wat::parse_str(TEXT).unwrap(), SCRIPT).unwrap();
        let module = Module::from_buffer(&wasm).unwrap();
        assert!(module.funcs.by_name("start").is_some());
    }

    #[test]
    fn a_script_that_lacks_something_is_refused() {
        let lacking = SCRIPT.replace("__wbg_set", "__wbg_get");
        let error = brief(&wat::parse_str(TEXT).unwrap(), &lacking).unwrap_err();
        assert_eq!(error.to_string(), "the player's script has no `__wbg_set_fedcba9876543210`");
    }
}
