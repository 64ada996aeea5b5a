//! Owns the pages of a site: one for the catalogue, one for each set and one for each glossary, whole before the player
//! runs, and with the data that it would fetch; and those on which a large set goes on for whom no script runs.
//!
//! Never checks a bank and never knows what a policy allows: it reads the data of a site that the build has written.

mod failure;
mod fragment;
mod template;

use std::fs;
use std::path::Path;
use std::rc::Rc;

use verbatim_app::document::{self, Document};
use verbatim_app::load::{CATALOGUE, FOLDER};
use verbatim_app::route::{Route, SetAddress, SetPage};
use verbatim_app::text::EN;
use verbatim_core::bank::{Catalogue, Glossary, Pack};

pub use failure::Failure;
use template::{Played, Template};

/// The page that the others are made after.
const TEMPLATE: &str = "index.html";

/// Writes the pages of the site in a folder, and gives their names.
///
/// # Errors
///
/// What cannot be read or written, and data that is not of this version.
pub fn write(site: &Path) -> Result<Vec<String>, Failure> {
    let template = Template::read(&text(&site.join(TEMPLATE))?)?;
    let bytes = data(site, CATALOGUE)?;
    let catalogue = Catalogue::read(&bytes).map_err(|why| Failure::unreadable(CATALOGUE, why))?;
    let writer = Writer { site, template: &template };
    let mut names = vec![writer.page(&Route::Catalogue, CATALOGUE, &bytes, document::catalogue(&catalogue, &EN))?];
    for bank in &catalogue.banks {
        for set in &bank.sets {
            let bytes = data(site, &set.file)?;
            let pack = Pack::read(&bytes).map_err(|why| Failure::unreadable(&set.file, why))?;
            let pack = Rc::new(pack);
            let route = Route::Set(SetAddress::new(&bank.id, &set.id), SetPage::Start);
            names.push(writer.page(&route, &set.file, &bytes, document::set(&pack, &EN))?);
            for (name, document) in document::further(&pack, &EN) {
                names.push(writer.write(name, None, document)?);
            }
        }
        if let Some(file) = &bank.glossary {
            let bytes = data(site, file)?;
            let glossary = Glossary::read(&bytes).map_err(|why| Failure::unreadable(file, why))?;
            let route = Route::Glossary(bank.id.clone(), None);
            names.push(writer.page(&route, file, &bytes, document::glossary(&glossary, &EN))?);
        }
    }
    Ok(names)
}

/// What all pages of a site have in common.
struct Writer<'a> {
    site: &'a Path,
    template: &'a Template,
}

impl Writer<'_> {
    /// A page of an address, which the player takes over.
    fn page(&self, route: &Route, file: &str, data: &[u8], document: Document) -> Result<String, Failure> {
        let (name, _) = document::file(route).ok_or_else(|| Failure::new("an address has no page"))?;
        self.write(name, Some(Played { route, file, data }), document)
    }

    fn write(&self, name: String, played: Option<Played<'_>>, document: Document) -> Result<String, Failure> {
        let page = self.template.fill(&name, played, document)?;
        let path = self.site.join(&name);
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder).map_err(|why| Failure::file("create", folder, &why))?;
        }
        fs::write(&path, page).map_err(|why| Failure::file("write", &path, &why))?;
        Ok(name)
    }
}

fn data(site: &Path, file: &str) -> Result<Vec<u8>, Failure> {
    let path = site.join(FOLDER).join(file);
    fs::read(&path).map_err(|why| Failure::file("read", &path, &why))
}

fn text(path: &Path) -> Result<String, Failure> {
    fs::read_to_string(path).map_err(|why| Failure::file("read", path, &why))
}
