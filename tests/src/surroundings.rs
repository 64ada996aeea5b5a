//! Owns what `cargo xtask test` hands to the suite: where the site, the browser and the checker of accessibility are.
//!
//! Never looks for them itself, and never goes on without them: a test that did not run must not pass.

use std::path::PathBuf;

use anyhow::{Result, ensure};

/// What the suite needs from outside.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Need {
    /// The built site: a folder with an `index.html`.
    Site,
    /// Chromium, or Chrome.
    Chromium,
    /// The program that drives it.
    Chromedriver,
    /// Firefox.
    Firefox,
    /// The program that drives it.
    Geckodriver,
    /// The program that drives WebKitGTK's small browser, and knows where that is.
    WebkitDriver,
    /// A screen that nobody sees.
    Xvfb,
    /// axe-core, as one file.
    Axe,
    /// scorm-again, the run-time of an LMS, as one file.
    Scorm,
    /// The validator of statements of xAPI, as the file to load.
    Validator,
    /// Node, which runs it.
    Node,
    /// Python 3, whose own server a person starts to look at a folder.
    Python,
    /// nginx.
    Nginx,
    /// xmllint.
    Xmllint,
    /// One of the schemas of manifests, the others of which lie around it.
    Schemas,
}

impl Need {
    /// The variable that says where it is.
    #[must_use]
    pub fn variable(self) -> &'static str {
        match self {
            Self::Site => "VERBATIM_DIST",
            Self::Chromium => "CHROME",
            Self::Chromedriver => "CHROMEDRIVER",
            Self::Firefox => "FIREFOX",
            Self::Geckodriver => "GECKODRIVER",
            Self::WebkitDriver => "WEBKITDRIVER",
            Self::Xvfb => "XVFB",
            Self::Axe => "VERBATIM_AXE",
            Self::Scorm => "VERBATIM_SCORM",
            Self::Validator => "VERBATIM_XAPI",
            Self::Node => "VERBATIM_NODE",
            Self::Python => "VERBATIM_PYTHON",
            Self::Nginx => "VERBATIM_NGINX",
            Self::Xmllint => "VERBATIM_XMLLINT",
            Self::Schemas => "VERBATIM_SCHEMAS",
        }
    }

    /// Where it is.
    ///
    /// # Errors
    ///
    /// That it is missing, and what to do.
    pub fn path(self) -> Result<PathBuf> {
        let variable = self.variable();
        let path = std::env::var_os(variable).filter(|value| !value.is_empty()).map(PathBuf::from);
        let advice = "run `cargo xtask test`, which sets it up";
        let Some(path) = path else { anyhow::bail!("{variable} is not set: {advice}") };
        let there = if self == Self::Site { path.join("index.html") } else { path.clone() };
        ensure!(there.is_file(), "{variable} leads to {}, which is no file: {advice}", there.display());
        Ok(path)
    }
}
