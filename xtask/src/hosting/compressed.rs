//! Owns the two ways in which files are compressed for their way to a browser, as strongly as each allows.
//! Never decides which files a site has.

use crate::failure::{Explain, Failure, Outcome};
use std::io::Write;
use std::num::NonZero;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};

/// Brotli's windows, as exponents of two: the largest that servers use, and the smallest.
const BROTLI_WINDOWS: (u32, u32) = (22, 16);

/// From so many bytes on a site is not compressed as strongly as can be, which takes a second for each of its megabytes.
const LARGE: u64 = 100_000_000;

/// A way to compress.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Coding {
    /// gzip.
    Gzip,
    /// Brotli.
    Brotli,
}

/// How long a file may take.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Effort {
    /// As long as the strongest levels do: gzip's 9, Brotli's 11.
    Best,
    /// A tenth of that: gzip's 6, Brotli's 7, for a tenth more bytes.
    Brief,
}

impl Coding {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Gzip, Self::Brotli];

    /// The compressed bytes. The same bytes always give the same: neither coding is told a time.
    ///
    /// # Errors
    /// What the encoder says, which writes into memory alone.
    pub fn encode(self, bytes: &[u8], effort: Effort) -> std::io::Result<Vec<u8>> {
        match self {
            Self::Gzip => {
                let level = match effort {
                    Effort::Best => flate2::Compression::best(),
                    Effort::Brief => flate2::Compression::default(),
                };
                let mut encoder = flate2::write::GzEncoder::new(Vec::new(), level);
                encoder.write_all(bytes)?;
                encoder.finish()
            }
            Self::Brotli => brotli(bytes, effort),
        }
    }

    /// Where the compressed file stands beside another.
    pub fn beside(self, path: &Path) -> PathBuf {
        let mut name = path.as_os_str().to_owned();
        name.push(match self {
            Self::Gzip => ".gz",
            Self::Brotli => ".br",
        });
        name.into()
    }
}

/// Writes the compressed files beside these of a site, where they are smaller.
///
/// # Errors
/// When a file cannot be read or written.
pub fn beside(site: &Path, names: &[String]) -> Outcome<()> {
    let paths: Vec<PathBuf> = names.iter().map(|name| site.join(name)).collect();
    let size = |path: &PathBuf| std::fs::metadata(path).map_or(0, |file| file.len());
    let is_large = paths.iter().map(size).sum::<u64>() > LARGE;
    // What every visitor gets is worth the time even then.
    let is_of_one_set = |path: &Path| path.parent() != Some(site);
    let effort = |path: &Path| if is_large && is_of_one_set(path) { Effort::Brief } else { Effort::Best };
    let workers = std::thread::available_parallelism().map_or(1, NonZero::get);
    let next = AtomicUsize::new(0);
    // Each takes the next file that nobody has taken: their sizes differ.
    let work = || {
        while let Some(path) = paths.get(next.fetch_add(1, Ordering::Relaxed)) {
            compress(path, effort(path))?;
        }
        Ok(())
    };
    std::thread::scope(|scope| {
        let started: Vec<_> = (0..workers).map(|_| scope.spawn(work)).collect();
        let ended = started
            .into_iter()
            .map(|worker| worker.join().unwrap_or_else(|_| Err(Failure::new("a file could not be compressed"))));
        ended.collect()
    })
}

fn compress(path: &Path, effort: Effort) -> Outcome<()> {
    let bytes = std::fs::read(path).explain(|| format!("read {}", path.display()))?;
    for coding in Coding::ALL {
        let small = coding.encode(&bytes, effort).explain(|| format!("compress {}", path.display()))?;
        let beside = coding.beside(path);
        if small.len() < bytes.len() {
            std::fs::write(&beside, small).explain(|| format!("write {}", beside.display()))?;
        } else if beside.exists() {
            std::fs::remove_file(&beside).explain(|| format!("remove {}", beside.display()))?;
        }
    }
    Ok(())
}

/// The smallest window that a file of this length fits into: the encoder clears all of it for each file.
fn window(length: usize) -> i32 {
    let (most, least) = BROTLI_WINDOWS;
    let exponent = length.saturating_add(16).next_power_of_two().ilog2().clamp(least, most);
    i32::try_from(exponent).unwrap_or(22)
}

fn brotli(bytes: &[u8], effort: Effort) -> std::io::Result<Vec<u8>> {
    let parameters = brotli::enc::BrotliEncoderParams {
        quality: match effort {
            Effort::Best => 11,
            Effort::Brief => 7,
        },
        lgwin: window(bytes.len()),
        size_hint: bytes.len(),
        ..Default::default()
    };
    let mut compressed = Vec::new();
    brotli::BrotliCompress(&mut &*bytes, &mut compressed, &parameters)?;
    Ok(compressed)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Read;

    #[test]
    fn what_is_compressed_is_read_as_it_was() {
        let bytes = "word for word ".repeat(1_000).into_bytes();
        let mut read = Vec::new();
        let gzip = Coding::Gzip.encode(&bytes, Effort::Best).unwrap();
        flate2::read::GzDecoder::new(gzip.as_slice()).read_to_end(&mut read).unwrap();
        assert_eq!(read, bytes);
        read.clear();
        let brotli = Coding::Brotli.encode(&bytes, Effort::Best).unwrap();
        brotli::BrotliDecompress(&mut brotli.as_slice(), &mut read).unwrap();
        assert_eq!(read, bytes);
        assert_eq!(gzip, Coding::Gzip.encode(&bytes, Effort::Best).unwrap());
    }

    #[test]
    fn a_file_that_does_not_get_smaller_stands_alone() {
        let folder = tempfile::tempdir().unwrap();
        let names = ["long.txt", "short.txt"].map(str::to_owned);
        std::fs::write(folder.path().join("long.txt"), "word ".repeat(100)).unwrap();
        std::fs::write(folder.path().join("short.txt"), "word").unwrap();
        std::fs::write(folder.path().join("short.txt.br"), "of an earlier time").unwrap();
        beside(folder.path(), &names).unwrap();
        let mut found: Vec<_> = std::fs::read_dir(folder.path()).unwrap().map(|e| e.unwrap().file_name()).collect();
        found.sort();
        assert_eq!(found, ["long.txt", "long.txt.br", "long.txt.gz", "short.txt"]);
    }
}
