//! Tests that need a browser but no whole page: the database, the storage that falls back, what is drawn.
#![allow(clippy::unwrap_used, reason = "a test may stop at the first element that is missing")]

mod drawn;
mod kept;

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);
