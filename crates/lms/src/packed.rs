//! Owns an attempt as one short text: letters, digits, `-` and `_` alone, which every LMS takes.
//!
//! Never leaves anything out: `thin` does, where there is no room.
//!
//! The form, in base64 (RFC 4648, section 5): a byte with the version, two with a checksum of what follows (Fletcher),
//! the mode, the seed in eight bytes, the moment of the beginning; how many questions are named and for each two bytes
//! of its id's number and two of its revision; then event by event a byte that says what happened (with how sure the
//! student was, and whether the question was another then), the milliseconds since the event before, and what it is about.
//! Numbers are in groups of seven bits, the lowest first. Questions are named by their ids and not by their places, so
//! that what was answered in an earlier edition of the set is found in a later one.

mod answer;
mod bytes;
mod event;
mod text;

use verbatim_core::{Event, Mode, Pack, Question, Start};

use crate::log::{Log, Unicode, question};
use bytes::Reader;

const VERSION: u8 = 1;

/// What a text said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unpacked {
    /// The attempt, as far as it could be read.
    pub log: Log,
    /// Whether that is all: not where the text was cut off or altered on its way.
    pub is_whole: bool,
}

/// The questions that are named, by their positions in the set.
type Table = Vec<usize>;

/// Writes an attempt. Events about questions that the set does not have, which change nothing, are left out.
#[must_use]
pub fn pack(pack: &Pack, log: &Log, unicode: Unicode) -> String {
    let questions = pack.set().questions();
    let mut table: Table = Vec::new();
    let named = log.events.iter().flat_map(|(_, event)| names(event));
    for position in named.filter_map(|id| pack.set().position(id)) {
        if !table.contains(&position) {
            table.push(position);
        }
    }
    let mut body = vec![u8::from(log.start.mode == Mode::Test)];
    body.extend(log.start.seed.unwrap_or_default().to_le_bytes());
    bytes::number(&mut body, log.start.at);
    bytes::count(&mut body, table.len());
    for question in table.iter().filter_map(|position| questions.get(*position)) {
        let (id, revision) = marks(question);
        body.extend(id.to_le_bytes());
        body.extend(revision.to_le_bytes());
    }
    let mut last = log.start.at;
    for (at, event) in &log.events {
        let place = |id: &str| table.iter().position(|position| Some(*position) == pack.set().position(id));
        let current = question(event).and_then(|id| questions.get(pack.set().position(id)?));
        if event::write(&mut body, event, at.wrapping_sub(last), &place, current, unicode) {
            last = *at;
        }
    }
    let mut whole = vec![VERSION];
    whole.extend(bytes::checksum(&body));
    whole.extend(body);
    text::write(&whole)
}

/// Reads an attempt at this set; `None` where the text is of a later version, or of somebody else.
#[must_use]
pub fn unpack(pack: &Pack, text: &str, unicode: Unicode) -> Option<Unpacked> {
    let (bytes, is_text) = text::read(text);
    let [VERSION, low, high, body @ ..] = bytes.as_slice() else { return None };
    let is_sound = is_text && bytes::checksum(body) == [*low, *high];
    let mut reader = Reader::new(body);
    let mode = if reader.byte()? == 0 { Mode::Practice } else { Mode::Test };
    let seed = Some(reader.eight()?);
    let at = reader.number()?;
    let mut table = Vec::new();
    for _ in 0..reader.count()? {
        table.push(found(pack, (reader.two()?, reader.two()?)));
    }
    let mut log = Log { start: Start { at, mode, seed }, events: Vec::new() };
    let mut last = at;
    while !reader.is_empty() {
        let Some((gap, event)) = event::read(&mut reader, &table, unicode) else {
            return Some(Unpacked { log, is_whole: false });
        };
        last = last.wrapping_add(gap);
        log.events.extend(event.map(|event| (last, event)));
    }
    Some(Unpacked { log, is_whole: is_sound })
}

/// The questions that an event names.
fn names(event: &Event) -> Vec<&str> {
    if let Event::Retried { questions } = event {
        return questions.iter().map(String::as_str).collect();
    }
    question(event).into_iter().collect()
}

/// By what a question is known: sixteen bits of the number of its id, and of its revision.
fn marks(question: &Question) -> (u16, u16) {
    let short = |long: u64| (long ^ (long >> 16) ^ (long >> 32) ^ (long >> 48)) as u16;
    (short(question.stream), short(question.revision))
}

/// A question of a set, as an event names it.
struct Named<'a> {
    question: &'a Question,
    /// Whether it is as it was.
    is_same: bool,
}

/// The question with these marks, as it was or as it was revised; none where the set has it no more.
fn found(pack: &Pack, known: (u16, u16)) -> Option<Named<'_>> {
    let questions = pack.set().questions();
    let same = questions.iter().find(|question| marks(question) == known);
    let named = || questions.iter().find(|question| marks(question).0 == known.0);
    same.or_else(named).map(|question| Named { question, is_same: same.is_some() })
}
