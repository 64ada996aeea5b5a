//! Owns the data of a site as the player will read it.
//!
//! Never looks at how a page shows it.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test fails by panicking")]

mod sandbox;

use std::fs;

use sandbox::{Sandbox, tests};
use verbatim_core::bank::{Abouts, TOLD, Unreadable};
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
fn what_sets_behind_the_first_are_about_lies_in_a_file_of_its_own() {
    let sandbox = Sandbox::new("site-many");
    let (bank, set) = (sandbox.path("lending/bank.toml"), sandbox.path("lending/loans.toml"));
    let text = fs::read_to_string(&set).unwrap();
    let mut names = vec!["loans".to_owned()];
    for number in 0..=TOLD {
        names.push(format!("loans-{number}"));
        let text = text
            .replace("id = \"", &format!("id = \"n{number}-"))
            .replace("about = \"", &format!("about = \"({number}) "));
        fs::write(sandbox.path(&format!("lending/loans-{number}.toml")), text).unwrap();
    }
    let list = |names: &[String]| format!("sets = {names:?}");
    let told = fs::read_to_string(&bank).unwrap();
    fs::write(&bank, told.replace(&list(&names[..1]), &list(&names))).unwrap();
    let output = sandbox.verbatim(&["site", "lending", "--out", "site"]);
    assert_eq!(output.status.code(), Some(0), "{output:?}");
    let data = sandbox.path("site/data");
    let mut catalogue = Catalogue::read(&fs::read(data.join("catalogue.bin")).unwrap()).unwrap();
    let about = |catalogue: &Catalogue, at: usize| catalogue.banks[0].sets[at].about.clone();
    assert_eq!((about(&catalogue, TOLD), about(&catalogue, TOLD + 1)), (String::new(), String::new()));
    assert!(about(&catalogue, TOLD - 1).starts_with("(48) "), "{}", about(&catalogue, TOLD - 1));
    let abouts = fs::read(data.join(catalogue.abouts.clone().unwrap())).unwrap();
    catalogue.put_abouts(Abouts::read(&abouts).unwrap());
    assert!(about(&catalogue, TOLD).starts_with("(49) ") && about(&catalogue, TOLD + 1).starts_with("(50) "));
}

#[test]
fn no_site_is_written_from_a_bank_with_an_error() {
    let sandbox = Sandbox::new("site-bad");
    sandbox.add_files(&tests().join("bad/no-right-option"));
    assert_eq!(sandbox.verbatim(&["site", "lending", "--out", "site"]).status.code(), Some(1));
    assert!(!sandbox.path("site").exists());
    // A page that is served tells it.
    assert_eq!(sandbox.verbatim(&["site", "lending", "--out", "site", "--tell"]).status.code(), Some(1));
    let told = fs::read_to_string(sandbox.path("site/problems.txt")).unwrap();
    assert!(told.starts_with("error[no-right-option]: ") && told.ends_with("lending: 1 error\n"), "{told}");
    assert!(!sandbox.path("site/data").exists());
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
