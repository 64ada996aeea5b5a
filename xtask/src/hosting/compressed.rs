//! Owns the two ways in which files are compressed for their way to a browser, as strongly as each allows.
//! Never decides which files a site has.

use crate::failure::{Explain, Outcome};
use std::io::Write;
use std::path::{Path, PathBuf};

/// Brotli's window, as the exponent of two that servers use.
const BROTLI_WINDOW: i32 = 22;

/// A way to compress.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Coding {
    /// gzip at its best, 9.
    Gzip,
    /// Brotli at its best, 11.
    Brotli,
}

impl Coding {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Gzip, Self::Brotli];

    /// The compressed bytes. The same bytes always give the same: neither coding is told a time.
    ///
    /// # Errors
    /// What the encoder says, which writes into memory alone.
    pub fn encode(self, bytes: &[u8]) -> std::io::Result<Vec<u8>> {
        match self {
            Self::Gzip => {
                let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
                encoder.write_all(bytes)?;
                encoder.finish()
            }
            Self::Brotli => brotli(bytes),
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
    for path in names.iter().map(|name| site.join(name)) {
        let bytes = std::fs::read(&path).explain(|| format!("read {}", path.display()))?;
        for coding in Coding::ALL {
            let small = coding.encode(&bytes).explain(|| format!("compress {}", path.display()))?;
            let beside = coding.beside(&path);
            if small.len() < bytes.len() {
                std::fs::write(&beside, small).explain(|| format!("write {}", beside.display()))?;
            } else if beside.exists() {
                std::fs::remove_file(&beside).explain(|| format!("remove {}", beside.display()))?;
            }
        }
    }
    Ok(())
}

fn brotli(bytes: &[u8]) -> std::io::Result<Vec<u8>> {
    let parameters = brotli::enc::BrotliEncoderParams {
        quality: 11,
        lgwin: BROTLI_WINDOW,
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
        let gzip = Coding::Gzip.encode(&bytes).unwrap();
        flate2::read::GzDecoder::new(gzip.as_slice()).read_to_end(&mut read).unwrap();
        assert_eq!(read, bytes);
        read.clear();
        let brotli = Coding::Brotli.encode(&bytes).unwrap();
        brotli::BrotliDecompress(&mut brotli.as_slice(), &mut read).unwrap();
        assert_eq!(read, bytes);
        assert_eq!(gzip, Coding::Gzip.encode(&bytes).unwrap());
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
