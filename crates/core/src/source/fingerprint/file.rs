//! Owns the text form of a fingerprint, the file `source.fingerprint`.
//!
//! Never opens the file. The form: a first line with name and version, a line with the bank's id, then one
//! line a sentence (how many tokens it has, and the hashes of the runs that begin in it), with a blank line
//! between paragraphs, so that the file has the shape of the article and nothing of its words.

use core::fmt;

use super::{Fingerprint, RUN, Sentence};

const FIRST_LINE: &str = "verbatim fingerprint 1";

/// Why a text is not a fingerprint.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Damage {
    /// The line, from 1, at which it fails.
    pub line: usize,
    /// What was expected there.
    pub expected: &'static str,
}

impl fmt::Display for Fingerprint {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(out, "{FIRST_LINE}\nbank {}", self.bank)?;
        let ends = self.sentences.iter().skip(1).map(|next| next.first).chain([self.tokens]);
        let mut paragraph = 0;
        for (sentence, end) in self.sentences.iter().zip(ends) {
            if sentence.paragraph != paragraph {
                writeln!(out)?;
                paragraph = sentence.paragraph;
            }
            write!(out, "{}", end - sentence.first)?;
            let hashes = self.hashes.get(sentence.first..end.min(self.hashes.len())).unwrap_or_default();
            hashes.iter().try_for_each(|hash| write!(out, " {hash:016x}"))?;
            writeln!(out)?;
        }
        Ok(())
    }
}

impl core::str::FromStr for Fingerprint {
    type Err = Damage;

    fn from_str(text: &str) -> Result<Self, Damage> {
        let damage = |line, expected| Damage { line, expected };
        let mut lines = text.lines().zip(1..);
        if lines.next().is_none_or(|(line, _)| line != FIRST_LINE) {
            return Err(damage(1, FIRST_LINE));
        }
        let bank =
            lines.next().and_then(|(line, _)| line.strip_prefix("bank ")).ok_or(damage(2, "`bank` and its id"))?;
        let mut read = Read::default();
        for (line, number) in lines {
            read.line(line).ok_or(damage(number, "a number of words and a hash of 16 digits for each"))?;
        }
        if read.hashes.len() != read.tokens.saturating_sub(RUN - 1) {
            return Err(damage(text.lines().count(), "as many hashes as the numbers of words ask for"));
        }
        Ok(Self::new(bank.to_owned(), read.tokens, read.hashes, read.sentences))
    }
}

/// What has been read so far.
#[derive(Default)]
struct Read {
    tokens: usize,
    hashes: Vec<u64>,
    sentences: Vec<Sentence>,
    paragraph: u32,
}

impl Read {
    fn line(&mut self, line: &str) -> Option<()> {
        let mut words = line.split_whitespace();
        let Some(count) = words.next() else {
            self.paragraph = self.paragraph.checked_add(1)?;
            return Some(());
        };
        self.sentences.push(Sentence { first: self.tokens, paragraph: self.paragraph.max(1) });
        self.tokens = self.tokens.checked_add(count.parse().ok()?)?;
        for word in words {
            let hash = u64::from_str_radix(word, 16).ok().filter(|_| word.len() == 16)?;
            self.hashes.push(hash);
        }
        Some(())
    }
}
