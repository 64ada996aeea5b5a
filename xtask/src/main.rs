//! The author tool.
fn main() {}
