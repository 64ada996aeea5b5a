//! Owns how trunk is called: with our tools, offline, from the workspace's root.
//! Never chooses what is built.

use crate::failure::{Explain, Outcome};
use crate::find::Found;
use crate::kit::{Kit, Part};
use crate::workspace::Workspace;
use std::ffi::OsString;
use std::process::Command;

/// A call of trunk that is complete but for what is to be built.
///
/// # Errors
/// When trunk is not in the kit, or the path of a cached tool cannot stand on PATH.
pub fn command(workspace: &Workspace, kit: &Kit, subcommand: &str) -> Outcome<Command> {
    let trunk = kit.tool(Part::Trunk)?;
    let mut command = workspace.command(&trunk.path);
    // Offline, trunk takes the tools that stand on PATH and downloads none of its own.
    command.args([subcommand, "--offline"]);
    command.env("PATH", search_path(kit)?);
    match no_color(std::env::var_os("NO_COLOR")) {
        Some(value) => command.env("NO_COLOR", value),
        None => command.env_remove("NO_COLOR"),
    };
    if std::env::var_os("RUST_LIB_BACKTRACE").is_none() {
        // Where in trunk's own code an error came by only hides what the error says.
        command.env("RUST_LIB_BACKTRACE", "0");
    }
    if let Ok(wasm_opt) = kit.tool(Part::WasmOpt) {
        command.env("TRUNK_TOOLS_WASM_OPT", wasm_opt_name(wasm_opt));
    }
    Ok(command)
}

/// PATH with the folders of our own tools in front.
fn search_path(kit: &Kit) -> Outcome<OsString> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let folders = kit.folders().into_iter().chain(std::env::split_paths(&path));
    std::env::join_paths(folders).explain(|| "put the tools' cache folder on PATH".into())
}

/// What trunk understands for NO_COLOR: it wants `true`, where the convention is any value but
/// none, and refuses to start with anything else.
fn no_color(value: Option<OsString>) -> Option<&'static str> {
    value.filter(|value| !value.is_empty()).map(|_| "true")
}

/// The version of wasm-opt as trunk names it. Trunk.toml names the one that we install; a later
/// or earlier one of the system's is told by this name, or trunk would refuse it.
fn wasm_opt_name(found: &Found) -> String {
    format!("version_{}", found.version)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::find::Origin;
    use crate::version::Version;

    fn check(value: Option<&str>, expected: Option<&str>) {
        assert_eq!(no_color(value.map(OsString::from)), expected);
    }

    #[test]
    fn no_color_is_told_in_the_one_word_that_trunk_takes() {
        check(Some("1"), Some("true"));
        check(Some("true"), Some("true"));
    }

    #[test]
    fn an_empty_no_color_asks_for_nothing() {
        check(Some(""), None);
        check(None, None);
    }

    #[test]
    fn wasm_opt_is_named_as_its_makers_name_releases() {
        let found = Found {
            path: "wasm-opt".into(),
            version: Version::find("wasm-opt version 129 (version_129)").unwrap(),
            origin: Origin::Path,
        };
        assert_eq!(wasm_opt_name(&found), "version_129");
    }
}
