//! Owns `imsmanifest.xml`: what a package is called, what it starts with, with how much it is passed.
//!
//! Never writes a character of XML by itself: the library escapes what it is given.

use std::io;

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesText, Event};
use verbatim_core::Pack;
use verbatim_lms::Standard;
use verbatim_lms::state::decimal;

type Xml = Writer<Vec<u8>>;

/// What differs from one version of SCORM to another.
struct Edition {
    version: &'static str,
    /// The names of the manifest's own elements, of those of ADL, and of those for sequencing.
    spaces: [(&'static str, &'static str); 3],
    /// What ADL calls the attribute that says that the page talks to the LMS.
    kind: &'static str,
}

const SCORM_12: Edition = Edition {
    version: "1.2",
    spaces: [
        ("xmlns", "http://www.imsproject.org/xsd/imscp_rootv1p1p2"),
        ("xmlns:adlcp", "http://www.adlnet.org/xsd/adlcp_rootv1p2"),
        ("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance"),
    ],
    kind: "adlcp:scormtype",
};

const SCORM_2004: Edition = Edition {
    version: "2004 3rd Edition",
    spaces: [
        ("xmlns", "http://www.imsglobal.org/xsd/imscp_v1p1"),
        ("xmlns:adlcp", "http://www.adlnet.org/xsd/adlcp_v1p3"),
        ("xmlns:imsss", "http://www.imsglobal.org/xsd/imsss"),
    ],
    kind: "adlcp:scormType",
};

/// The manifest of a package with this set.
///
/// # Errors
///
/// What the library says, which writes into memory alone.
pub(super) fn of(pack: &Pack, standard: Standard) -> io::Result<String> {
    let edition = match standard {
        Standard::Scorm12 => SCORM_12,
        Standard::Scorm2004 => SCORM_2004,
    };
    let id = format!("verbatim-{}-{}", pack.bank(), pack.set().id());
    let mut xml = Writer::new_with_indent(Vec::new(), b' ', 2);
    xml.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
    let root = xml.create_element("manifest").with_attributes([("identifier", id.as_str()), ("version", "1")]);
    root.with_attributes(edition.spaces).write_inner_content(|xml| {
        xml.create_element("metadata").write_inner_content(|xml| {
            text(xml, "schema", "ADL SCORM")?;
            text(xml, "schemaversion", edition.version)
        })?;
        organizations(xml, pack, standard)?;
        resources(xml, &edition)
    })?;
    String::from_utf8(xml.into_inner()).map(|text| text + "\n").map_err(io::Error::other)
}

fn organizations(xml: &mut Xml, pack: &Pack, standard: Standard) -> io::Result<()> {
    let title = pack.set().title();
    let organization = xml.create_element("organizations").with_attribute(("default", "organization"));
    organization.write_inner_content(|xml| {
        let organization = xml.create_element("organization").with_attribute(("identifier", "organization"));
        organization.write_inner_content(|xml| {
            text(xml, "title", title)?;
            let item = [("identifier", "item"), ("identifierref", "page"), ("isvisible", "true")];
            xml.create_element("item").with_attributes(item).write_inner_content(|xml| {
                text(xml, "title", title)?;
                passing(xml, pack.set().settings().pass, standard)
            })?;
            Ok(())
        })?;
        Ok(())
    })?;
    Ok(())
}

/// With how much the set is passed, where it says so. An LMS of 2004 leaves it to the page what is done and passed.
fn passing(xml: &mut Xml, pass: Option<f64>, standard: Standard) -> io::Result<()> {
    match (standard, pass) {
        (Standard::Scorm12, None) => Ok(()),
        (Standard::Scorm12, Some(share)) => {
            text(xml, "adlcp:masteryscore", &decimal(share * 100.0).unwrap_or_default())
        }
        (Standard::Scorm2004, share) => {
            xml.create_element("imsss:sequencing").write_inner_content(|xml| {
                if let Some(share) = share.and_then(decimal) {
                    objective(xml, &share)?;
                }
                let delivery = [("completionSetByContent", "true"), ("objectiveSetByContent", "true")];
                xml.create_element("imsss:deliveryControls").with_attributes(delivery).write_empty()?;
                Ok(())
            })?;
            Ok(())
        }
    }
}

fn objective(xml: &mut Xml, share: &str) -> io::Result<()> {
    xml.create_element("imsss:objectives").write_inner_content(|xml| {
        let primary = [("objectiveID", "passed"), ("satisfiedByMeasure", "true")];
        xml.create_element("imsss:primaryObjective")
            .with_attributes(primary)
            .write_inner_content(|xml| text(xml, "imsss:minNormalizedMeasure", share))?;
        Ok(())
    })?;
    Ok(())
}

fn resources(xml: &mut Xml, edition: &Edition) -> io::Result<()> {
    xml.create_element("resources").write_inner_content(|xml| {
        let page = [("identifier", "page"), ("type", "webcontent"), (edition.kind, "sco"), ("href", "index.html")];
        xml.create_element("resource").with_attributes(page).write_inner_content(|xml| {
            xml.create_element("file").with_attribute(("href", "index.html")).write_empty()?;
            Ok(())
        })?;
        Ok(())
    })?;
    Ok(())
}

fn text(xml: &mut Xml, name: &str, words: &str) -> io::Result<()> {
    xml.create_element(name).write_text_content(BytesText::new(words))?;
    Ok(())
}
