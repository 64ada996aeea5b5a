//! Owns the addresses of the player's pages, all behind the `#`, so that any static host serves them.
//!
//! Never loads what an address names.

/// A page of the player.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Route {
    /// All sets: `#/`.
    Catalogue,
    /// All that is saved: `#/progress`.
    Progress,
    /// A set: `#/BANK/SET` and what lies below.
    Set(SetAddress, SetPage),
    /// The glossary of a bank, at the entry of a concept where one is named: `#/BANK/glossary` and `…/CONCEPT`.
    Glossary(String, Option<String>),
    /// An address that is none of these.
    Unknown,
}

/// Which set.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SetAddress {
    /// The bank's id.
    pub bank: String,
    /// The set's id.
    pub set: String,
}

/// A page of a set.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SetPage {
    /// Its start: `#/BANK/SET`.
    Start,
    /// A question, by its id: `#/BANK/SET/QUESTION`.
    Question(String),
    /// All questions of a test: `#/BANK/SET/overview`.
    Overview,
    /// What the attempt came to: `#/BANK/SET/results`.
    Results,
}

/// No set has this id.
const GLOSSARY: &str = "glossary";
const RESULTS: &str = "results";
const OVERVIEW: &str = "overview";

impl Route {
    /// Reads the part of an address from the `#` on.
    #[must_use]
    pub fn read(hash: &str) -> Self {
        let path = hash.trim_start_matches('#').trim_matches('/');
        let parts: Vec<&str> = path.split('/').collect();
        let page = match parts.as_slice() {
            [""] => return Self::Catalogue,
            ["progress"] => return Self::Progress,
            [bank, GLOSSARY] => return Self::Glossary((*bank).to_owned(), None),
            [bank, GLOSSARY, concept] => return Self::Glossary((*bank).to_owned(), Some((*concept).to_owned())),
            [_, _] => SetPage::Start,
            [_, _, RESULTS] => SetPage::Results,
            [_, _, OVERVIEW] => SetPage::Overview,
            [_, _, question] => SetPage::Question((*question).to_owned()),
            _ => return Self::Unknown,
        };
        match parts.as_slice() {
            [bank, set, ..] => Self::Set(SetAddress::new(bank, set), page),
            _ => Self::Unknown,
        }
    }
}

impl Route {
    /// The file of its page within a site; nothing has none.
    #[must_use]
    pub fn file(&self) -> Option<String> {
        match self {
            Self::Catalogue | Self::Progress => Some("index.html".to_owned()),
            Self::Set(set, _) => Some(format!("{}.html", set.key())),
            Self::Glossary(bank, _) => Some(format!("{bank}/{GLOSSARY}.html")),
            Self::Unknown => None,
        }
    }

    /// Whether two addresses are of the same set or of the same glossary, or both of the catalogue.
    #[must_use]
    pub fn is_beside(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Catalogue, Self::Catalogue) => true,
            (Self::Set(here, _), Self::Set(there, _)) => here == there,
            (Self::Glossary(here, _), Self::Glossary(there, _)) => here == there,
            _ => false,
        }
    }
}

impl SetAddress {
    /// The address of a set.
    #[must_use]
    pub fn new(bank: &str, set: &str) -> Self {
        Self { bank: bank.to_owned(), set: set.to_owned() }
    }

    /// The name under which progress on the set is saved.
    #[must_use]
    pub fn key(&self) -> String {
        format!("{}/{}", self.bank, self.set)
    }

    /// The link to its start.
    #[must_use]
    pub fn start(&self) -> String {
        format!("#/{}", self.key())
    }

    /// The link to one of its pages.
    #[must_use]
    pub fn page(&self, page: &SetPage) -> String {
        match page {
            SetPage::Start => self.start(),
            SetPage::Question(id) => self.question(id),
            SetPage::Overview => self.overview(),
            SetPage::Results => self.results(),
        }
    }

    /// The link to one of its questions.
    #[must_use]
    pub fn question(&self, id: &str) -> String {
        format!("#/{}/{id}", self.key())
    }

    /// The link to the overview of its questions.
    #[must_use]
    pub fn overview(&self) -> String {
        self.question(OVERVIEW)
    }

    /// The link to its results.
    #[must_use]
    pub fn results(&self) -> String {
        self.question(RESULTS)
    }
}

/// The link to a bank's glossary.
#[must_use]
pub fn glossary(bank: &str) -> String {
    format!("#/{bank}/{GLOSSARY}")
}

/// The link to the entry of a concept.
#[must_use]
pub fn concept(bank: &str, concept: &str) -> String {
    format!("#{}", entry(bank, concept))
}

/// The id of that entry's heading: the link's own end, so that the browser finds it, too.
#[must_use]
pub fn entry(bank: &str, concept: &str) -> String {
    format!("/{bank}/{GLOSSARY}/{concept}")
}

/// The link to the catalogue.
pub const CATALOGUE: &str = "#/";
/// The link to all that is saved.
pub const PROGRESS: &str = "#/progress";

#[cfg(test)]
mod tests {
    use super::*;

    fn check(hash: &str, expect: Route) {
        assert_eq!(Route::read(hash), expect, "{hash}");
    }

    fn page(page: SetPage) -> Route {
        Route::Set(SetAddress::new("bank", "set"), page)
    }

    #[test]
    fn nothing_is_the_catalogue() {
        check("", Route::Catalogue);
        check("#", Route::Catalogue);
        check("#/", Route::Catalogue);
    }

    #[test]
    fn links_read_back_as_what_they_link_to() {
        let set = SetAddress::new("bank", "set");
        check(&set.start(), page(SetPage::Start));
        check(&set.question("one"), page(SetPage::Question("one".to_owned())));
        check(&set.results(), page(SetPage::Results));
        check(&set.overview(), page(SetPage::Overview));
        check(PROGRESS, Route::Progress);
        check(&glossary("bank"), Route::Glossary("bank".to_owned(), None));
        check(&concept("bank", "results"), Route::Glossary("bank".to_owned(), Some("results".to_owned())));
    }

    #[test]
    fn a_page_of_a_set_has_the_link_that_reads_back_as_it() {
        let set = SetAddress::new("bank", "set");
        for here in [SetPage::Start, SetPage::Question("one".to_owned()), SetPage::Overview, SetPage::Results] {
            check(&set.page(&here), page(here));
        }
    }

    #[test]
    fn other_addresses_are_unknown() {
        check("#/bank", Route::Unknown);
        check("#/a/b/c/d", Route::Unknown);
    }
}
