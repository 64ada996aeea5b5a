//! `verbatim-bench FOLDER`: writes a source and a bank about it of any size, the same each time, to measure with.
//!
//! Owns what such a bank says: words that mean nothing, as many and as long as in a bank that means something.
//! Never measures.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use clap::Parser;
use rand::seq::IndexedRandom as _;
use rand::{RngExt as _, SeedableRng as _};
use rand_pcg::Pcg32;

/// Writes `source.txt`, and beside it a bank in the folder `large`, which lacks its fingerprint.
#[derive(Debug, Parser)]
struct Args {
    /// The folder to write into
    folder: PathBuf,
    /// How many sets the bank has
    #[arg(long, default_value_t = 1_000)]
    sets: usize,
    /// How many questions each set has
    #[arg(long, default_value_t = 100)]
    questions: usize,
}

/// Sentences of the source, and words in each.
const SENTENCES: usize = 3_000;
const WORDS: usize = 14;
/// Concepts of the bank.
const CONCEPTS: usize = 50;

fn main() -> Result<()> {
    let args = Args::parse();
    let mut pen = Pen::new();
    let sentences: Vec<String> = (0..SENTENCES).map(|_| pen.sentence(WORDS)).collect();
    let paragraphs: Vec<String> = sentences.chunks(6).map(|chunk| chunk.join(" ")).collect();
    write(&args.folder.join("source.txt"), &paragraphs.join("\n\n"))?;
    let folder = args.folder.join("large");
    let ids: Vec<String> = (0..args.sets).map(|number| format!("s{number:04}")).collect();
    write(&folder.join("bank.toml"), &pen.bank(&ids))?;
    for id in &ids {
        write(&folder.join(format!("{id}.toml")), &pen.set(id, args.questions, &sentences))?;
    }
    Ok(())
}

fn write(path: &Path, text: &str) -> Result<()> {
    fs::create_dir_all(path.parent().unwrap_or(path))?;
    fs::write(path, text).with_context(|| format!("{} cannot be written", path.display()))
}

/// What writes words.
struct Pen {
    chance: Pcg32,
    words: Vec<String>,
}

impl Pen {
    fn new() -> Self {
        let mut chance = Pcg32::seed_from_u64(1);
        let word = |chance: &mut Pcg32| {
            let syllables = chance.random_range(1..=4);
            let of = |chance: &mut Pcg32, letters: &[u8]| letters.choose(chance).map(|letter| char::from(*letter));
            let letters = (0..syllables).flat_map(|_| [of(chance, b"bcdfghjklmnprstvw"), of(chance, b"aeiou")]);
            letters.flatten().collect()
        };
        let words = (0..3_000).map(|_| word(&mut chance)).collect();
        Self { chance, words }
    }

    fn words(&mut self, count: usize) -> String {
        let some: Vec<&str> =
            (0..count).filter_map(|_| self.words.choose(&mut self.chance)).map(String::as_str).collect();
        some.join(" ")
    }

    fn sentence(&mut self, words: usize) -> String {
        let words = self.words(words);
        let (first, rest) = words.split_at(1);
        format!("{}{rest}.", first.to_uppercase())
    }

    fn bank(&mut self, sets: &[String]) -> String {
        let mut text = format!("title = \"A large bank\"\nsets = {sets:?}\n\n[source]\ntitle = \"A long text\"\n");
        for number in 0..CONCEPTS {
            let term = self.sentence(2);
            let _ =
                write!(text, "\n[[concept]]\nid = \"c{number}\"\nterm = \"{} {number}\"\n", term.trim_end_matches('.'));
        }
        text
    }

    fn set(&mut self, id: &str, questions: usize, sentences: &[String]) -> String {
        let (title, about) = (self.sentence(4), self.sentence(16));
        let mut text = format!("title = \"{}\"\nabout = \"{about}\"\n", title.trim_end_matches('.'));
        for number in 0..questions {
            let (prompt, explanation) = (self.words(9), self.sentence(20));
            let quote = self.quote(sentences);
            let concept = self.chance.random_range(0..CONCEPTS);
            let _ = write!(
                text,
                "\n[[question]]\nid = \"{id}-q{number}\"\nkind = \"choice\"\nconcepts = [\"c{concept}\"]\nprompt = \"What about {prompt}?\"\nquote = \"{quote}\"\nexplanation = \"{explanation}\"\n"
            );
            let right = self.chance.random_range(0..4);
            for option in 0..4 {
                let (words, why) = (self.words(6), self.sentence(14));
                let correct = if option == right { "correct = true\n" } else { "" };
                let _ = write!(text, "[[question.options]]\ntext = \"{words}\"\n{correct}why = \"{why}\"\n");
            }
        }
        text
    }

    /// Some words that stand in the source.
    fn quote(&mut self, sentences: &[String]) -> String {
        let sentence = sentences.choose(&mut self.chance).map_or("", |sentence| sentence.trim_end_matches('.'));
        let from = self.chance.random_range(0..=WORDS - 8);
        sentence.split(' ').skip(from).take(8).collect::<Vec<_>>().join(" ")
    }
}
