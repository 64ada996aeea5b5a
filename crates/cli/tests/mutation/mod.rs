//! Owns random changes to the files of a bank, as slips of a hand or of a program make them.
//!
//! Never judges what comes of them.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::Index;
use verbatim_cli::files::Files;

/// What is put into a file: signs with a meaning in TOML or Markdown, and bytes that are no text.
#[rustfmt::skip]
const PIECES: &[&[u8]] = &[
    b"\"", b"'", b"\"\"\"", b"'''", b"[", b"]", b"[[", b"]]", b"{", b"}", b"=", b",", b".", b"#", b"\\", b"\n", b"\r",
    b"\r\n", b"\0", b"\x1b[31m", b" ", b"\xef\xbb\xbf", b"\xff\xfe", b"\xe9", b"\\u00e9", b"\\x", b"*", b"_", b"`",
    b"<b>", b"</b>", b"<!--", b"](javascript:x)", b"![", b"&lt;", b"\xe2\x80\x9c", b"\xe2\x80\xa6", b"\xe2\x80\x8b",
    b"e\xcc\x81", b"- ", b"1. ", b"[[question]]\n", b"[question]\n", b"[[question.options]]\n", b"correct = true\n",
    b"quote = []\n", b"kind = \"x\"\n", b"\ntitle", b"sets = [\"loans\"]\n", b"text = \"\"\n", b"question = 1\n",
    b"\xc2\xa0\n", b"\n\xe3\x80\x80\n", b"\x0c", b"a.b.c = 1\n", b"18446744073709551615 ",
];

/// A change to one file of a bank.
#[derive(Clone, Debug)]
pub struct Mutation {
    file: Index,
    at: Index,
    edit: Edit,
}

#[derive(Clone, Debug)]
enum Edit {
    Remove(usize),
    Piece(Index),
    Byte(u8),
    RepeatLine,
    DropLine,
    SwapLine(Index),
    /// Part of another file of the bank.
    Splice(Index, Index, usize),
}

/// One to five changes.
pub fn mutations() -> impl Strategy<Value = Vec<Mutation>> {
    let edit = prop_oneof![
        (1..200_usize).prop_map(Edit::Remove),
        any::<Index>().prop_map(Edit::Piece),
        any::<u8>().prop_map(Edit::Byte),
        Just(Edit::RepeatLine),
        Just(Edit::DropLine),
        any::<Index>().prop_map(Edit::SwapLine),
        (any::<Index>(), any::<Index>(), 1..400_usize)
            .prop_map(|(file, from, length)| Edit::Splice(file, from, length)),
    ];
    vec((any::<Index>(), any::<Index>(), edit).prop_map(|(file, at, edit)| Mutation { file, at, edit }), 1..6)
}

impl Mutation {
    /// Changes the file that it is about.
    pub fn apply(&self, files: &mut Files) {
        let sets = files.sets.iter_mut().map(|set| &mut set.bytes);
        let mut all: Vec<&mut Vec<u8>> =
            [&mut files.bank.bytes].into_iter().chain(sets).chain(files.fingerprint.as_mut()).collect();
        let copies: Vec<Vec<u8>> = all.iter().map(|bytes| bytes.to_vec()).collect();
        let number = self.file.index(all.len());
        *all[number] = self.edited(&copies[number], &copies);
    }

    fn edited(&self, bytes: &[u8], all: &[Vec<u8>]) -> Vec<u8> {
        let at = self.at.index(bytes.len() + 1);
        let (before, behind) = bytes.split_at(at);
        match &self.edit {
            Edit::Remove(length) => [before, &behind[*length.min(&behind.len())..]].concat(),
            Edit::Piece(piece) => [before, PIECES[piece.index(PIECES.len())], behind].concat(),
            Edit::Byte(byte) => [before, &[*byte], behind].concat(),
            Edit::Splice(file, from, length) => {
                let other = &all[file.index(all.len())];
                let from = from.index(other.len() + 1);
                [before, &other[from..(from + length).min(other.len())], behind].concat()
            }
            Edit::RepeatLine | Edit::DropLine | Edit::SwapLine(_) => self.with_lines(bytes),
        }
    }

    fn with_lines(&self, bytes: &[u8]) -> Vec<u8> {
        let mut lines: Vec<&[u8]> = bytes.split_inclusive(|byte| *byte == b'\n').collect();
        if lines.is_empty() {
            return Vec::new();
        }
        let count = lines.len();
        let at = self.at.index(count);
        match &self.edit {
            Edit::RepeatLine => lines.insert(at, lines[at]),
            Edit::SwapLine(other) => lines.swap(at, other.index(count)),
            Edit::DropLine | Edit::Remove(_) | Edit::Piece(_) | Edit::Byte(_) | Edit::Splice(..) => {
                lines.remove(at);
            }
        }
        lines.concat()
    }
}
