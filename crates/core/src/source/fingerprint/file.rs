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
            return Err(damage(1, "the words `verbatim fingerprint 1`"));
        }
        let bank =
            lines.next().and_then(|(line, _)| line.strip_prefix("bank ")).ok_or(damage(2, "`bank` and its id"))?;
        let mut read = Read::default();
        for (line, number) in lines {
            read.line(line, number).ok_or(damage(number, "a number of words and a hash of 16 digits for each"))?;
        }
        if let Some(line) = read.fault() {
            return Err(damage(line, "a hash of 16 digits for each of its words"));
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
    /// The first line with fewer hashes than words, as only the source's last words have, and whether more follow.
    short: Option<(usize, bool)>,
    last: usize,
}

impl Read {
    fn line(&mut self, line: &str, number: usize) -> Option<()> {
        let mut words = line.split_whitespace();
        let Some(count) = words.next() else {
            self.paragraph = self.paragraph.checked_add(1)?;
            return Some(());
        };
        let (count, before) = (count.parse::<usize>().ok()?, self.hashes.len());
        self.sentences.push(Sentence { first: self.tokens, paragraph: self.paragraph.max(1) });
        self.tokens = self.tokens.checked_add(count)?;
        for word in words {
            let hash = u64::from_str_radix(word, 16).ok().filter(|_| word.len() == 16)?;
            self.hashes.push(hash);
        }
        let found = self.hashes.len() - before;
        self.last = number;
        match &mut self.short {
            Some((_, followed)) => *followed |= found > 0,
            None if found < count => self.short = Some((number, false)),
            None => {}
        }
        (found <= count).then_some(())
    }

    /// The line that has too few or too many hashes, if one has.
    fn fault(&self) -> Option<usize> {
        let agrees = self.hashes.len() == self.tokens.saturating_sub(RUN - 1);
        match self.short {
            Some((line, followed)) => (followed || !agrees).then_some(line),
            None => (!agrees).then_some(self.last),
        }
    }
}
