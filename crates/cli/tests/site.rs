//! Owns the data of a site as the player will read it.
//!
//! Never looks at how a page shows it.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test fails by panicking")]

mod sandbox;

use std::fs;

use sandbox::{Sandbox, tests};
use verbatim_core::bank::Unreadable;
use verbatim_core::{Catalogue, Pack};

#[test]
fn a_site_holds_every_set_and_its_packs_read_back() {
    let sandbox = Sandbox::new("site");
    let output = sandbox.verbatim(&["site", "lending", "--out", "site"]);
    assert_eq!(output.status.code(), Some(0), "{output:?}");
    let data = sandbox.path("site/data");
    let catalogue = Catalogue::read(&fs::read(data.join("catalogue.bin")).unwrap()).unwrap();
    let (bank, listing) = catalogue.find("lending", "loans").unwrap();
    assert_eq!((bank.title.as_str(), listing.questions), ("How a library lends its books", 3));
    let bytes = fs::read(data.join(&listing.file)).unwrap();
    let pack = Pack::read(&bytes).unwrap();
    assert_eq!((pack.bank(), pack.set().id()), ("lending", "loans"));
    assert_eq!(pack.write().unwrap(), bytes);
}

#[test]
fn no_site_is_written_from_a_bank_with_an_error() {
    let sandbox = Sandbox::new("site-bad");
    sandbox.add_files(&tests().join("bad/no-right-option"));
    assert_eq!(sandbox.verbatim(&["site", "lending", "--out", "site"]).status.code(), Some(1));
    assert!(!sandbox.path("site").exists());
}

#[test]
fn cut_or_altered_packs_are_refused_and_never_panic() {
    let sandbox = Sandbox::new("packs");
    sandbox.verbatim(&["site", "lending", "--out", "site"]);
    let catalogue = Catalogue::read(&fs::read(sandbox.path("site/data/catalogue.bin")).unwrap()).unwrap();
    let (_, listing) = catalogue.find("lending", "loans").unwrap();
    let bytes = fs::read(sandbox.path("site/data").join(&listing.file)).unwrap();
    for length in 0..bytes.len() {
        let expect = if length < 4 { Unreadable::OtherVersion } else { Unreadable::Damaged };
        assert_eq!(Pack::read(&bytes[..length]), Err(expect), "the first {length} bytes");
    }
    assert_eq!(Pack::read(&[&bytes[..], b"x"].concat()), Err(Unreadable::Damaged));
    for (at, bit) in (0..bytes.len()).flat_map(|at| (0..8).map(move |bit| (at, bit))) {
        let mut altered = bytes.clone();
        altered[at] ^= 1 << bit;
        match Pack::read(&altered) {
            Ok(pack) => assert!(at >= 4 && pack.set().questions().iter().all(verbatim_core::Question::is_sound)),
            Err(error) => assert_eq!(error == Unreadable::OtherVersion, at < 4, "byte {at}"),
        }
    }
}
