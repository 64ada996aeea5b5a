//! Owns the ways in which a page is looked at: colours, and the size of the window.
//!
//! Never changes one; `devtools` does.

use std::fmt;

/// What a reader has asked the browser for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scheme {
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
    /// A few colours of the reader's own (Windows' contrast themes).
    Forced,
}

/// How a page is looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Look {
    /// The colours.
    pub scheme: Scheme,
    /// The width of the window, in CSS pixels.
    pub width: u32,
}

/// The size of a window.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Size {
    /// Its width, in CSS pixels.
    pub width: u32,
    /// Its height, in CSS pixels.
    pub height: u32,
    /// How many pixels of the screen make one of CSS.
    pub scale: u32,
}

impl fmt::Display for Look {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}, {} px", self.scheme.name(), self.width)
    }
}

impl Scheme {
    /// The media query that tells it.
    pub(super) fn query(self) -> &'static str {
        match self {
            Self::Light => "(prefers-color-scheme: light)",
            Self::Dark => "(prefers-color-scheme: dark)",
            Self::Forced => "(forced-colors: active)",
        }
    }

    fn name(self) -> &'static str {
        match self {
            Self::Light => "light",
            Self::Dark => "dark",
            Self::Forced => "forced colours",
        }
    }
}
