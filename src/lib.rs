//! The player: asks, marks and explains in the browser.
//!
//! Holds no rule about marking or attempts (`verbatim-core` does) and parses nothing that authors write.
//! Uses: `app` -> `view` -> `field`, `part` -> core; `text` is a leaf; only `app` touches `store` and `load`.

pub mod app;
pub mod boot;
#[cfg(feature = "document")]
pub mod document;
pub mod export;
pub mod field;
#[cfg(feature = "lms")]
pub mod lms;
pub mod load;
pub mod page;
pub mod parameters;
pub mod part;
pub mod route;
pub mod store;
pub mod text;
pub mod unicode;
pub mod view;

#[cfg(all(test, target_arch = "wasm32"))]
mod wasm_tests;
