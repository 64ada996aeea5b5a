//! Owns `cmi5.xml`: a course of one assignable unit (AU), what it starts with, and what an LMS takes for done (cmi5, 13.1).
//!
//! Never writes a character of XML by itself: the library escapes what it is given.

use std::io;

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesText, Event};
use verbatim_core::Pack;
use verbatim_lms::cmi5::publisher;
use verbatim_lms::state::decimal;

type Xml = Writer<Vec<u8>>;

/// The namespace of course structures.
const SPACE: &str = "https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd";
/// What an assessment is (ADL's vocabulary).
const ACTIVITY: &str = "http://adlnet.gov/expapi/activities/assessment";
/// The language of the player's words, and of a set as far as is known.
const LANGUAGE: &str = "en";

/// The course structure of a package with this set.
///
/// # Errors
///
/// What the library says, which writes into memory alone.
pub(super) fn of(pack: &Pack) -> io::Result<String> {
    let mut xml = Writer::new_with_indent(Vec::new(), b' ', 2);
    xml.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
    xml.create_element("courseStructure").with_attribute(("xmlns", SPACE)).write_inner_content(|xml| {
        let course = publisher("course", pack);
        xml.create_element("course")
            .with_attribute(("id", course.as_str()))
            .write_inner_content(|xml| about(xml, pack))?;
        unit(xml, pack)
    })?;
    String::from_utf8(xml.into_inner()).map(|text| text + "\n").map_err(io::Error::other)
}

/// The set. Where it has a pass mark, that is what an LMS goes by: who has worked through it without earning enough is not
/// done with it, and can mend it. Without one nobody passes, and being through is all there is.
fn unit(xml: &mut Xml, pack: &Pack) -> io::Result<()> {
    let id = publisher("set", pack);
    // Four places (cmi5, 13.1.4).
    let mastery = pack.set().settings().pass.and_then(|share| decimal((share * 10_000.0).round() / 10_000.0));
    let move_on = if mastery.is_some() { "Passed" } else { "Completed" };
    let facts = [("id", id.as_str()), ("launchMethod", "AnyWindow"), ("moveOn", move_on), ("activityType", ACTIVITY)];
    let mut unit = xml.create_element("au").with_attributes(facts);
    if let Some(mastery) = &mastery {
        unit = unit.with_attribute(("masteryScore", mastery.as_str()));
    }
    unit.write_inner_content(|xml| {
        about(xml, pack)?;
        xml.create_element("url").write_text_content(BytesText::new("index.html"))?;
        Ok(())
    })?;
    Ok(())
}

/// What it is called and what it is about, which has to be said.
fn about(xml: &mut Xml, pack: &Pack) -> io::Result<()> {
    let set = pack.set();
    let about = if set.about().is_empty() { set.title() } else { set.about() };
    for (name, words) in [("title", set.title()), ("description", about)] {
        xml.create_element(name).write_inner_content(|xml| {
            let words = BytesText::new(words);
            xml.create_element("langstring").with_attribute(("lang", LANGUAGE)).write_text_content(words)?;
            Ok(())
        })?;
    }
    Ok(())
}
