//! From bytes to UTF-8.
//!
//! Takes a file, gives its text as a stream: gzip and zstd are undone by the file's name, a byte order mark
//! tells UTF-16 from UTF-8 and goes. Whether the rest is valid UTF-8 is seen by whoever reads it, for a
//! broken line must not cost the whole file. Encodings without a mark are not guessed: a wrong guess would
//! put nonsense into the index without a word.

use std::fs::File;
use std::io::{self, BufRead, BufReader, Cursor, Read};
use std::path::Path;

use encoding_rs::{Decoder, DecoderResult, Encoding, UTF_16BE, UTF_16LE};

use super::record::Reason;

const BUFFER_BYTES: usize = 64 * 1024;

/// Opens a file as a stream of text.
pub(super) fn open(file: &Path) -> io::Result<Box<dyn BufRead>> {
    let bytes = BufReader::with_capacity(BUFFER_BYTES, File::open(file)?);
    let extension = file.extension().unwrap_or_default().to_ascii_lowercase();
    match extension.to_str() {
        Some("gz") => without_mark(flate2::bufread::MultiGzDecoder::new(bytes)),
        Some("zst") => without_mark(zstd::Decoder::with_buffer(bytes)?),
        _ => without_mark(bytes),
    }
}

/// Takes the byte order mark off and turns UTF-16 into UTF-8.
fn without_mark(mut source: impl Read + 'static) -> io::Result<Box<dyn BufRead>> {
    let mut start = Vec::with_capacity(3);
    source.by_ref().take(3).read_to_end(&mut start)?;
    let (encoding, mark_bytes) = Encoding::for_bom(&start).unwrap_or((encoding_rs::UTF_8, 0));
    let mut start = Cursor::new(start);
    start.set_position(mark_bytes as u64);
    let source = start.chain(source);
    Ok(if encoding == UTF_16LE || encoding == UTF_16BE {
        Box::new(BufReader::with_capacity(
            BUFFER_BYTES,
            FromUtf16::new(BufReader::new(source), encoding),
        ))
    } else {
        Box::new(BufReader::with_capacity(BUFFER_BYTES, source))
    })
}

/// The whole text of a source.
pub(super) fn whole_text(source: &mut dyn BufRead, limit: usize) -> Result<String, Reason> {
    let mut bytes = Vec::new();
    source
        .take(limit as u64 + 1)
        .read_to_end(&mut bytes)
        .map_err(Reason::Unreadable)?;
    if bytes.len() > limit {
        return Err(Reason::TooLong { limit });
    }
    if let Some(byte) = bytes.iter().position(|byte| *byte == 0) {
        return Err(Reason::NotText { byte });
    }
    String::from_utf8(bytes).map_err(|error| Reason::NotText {
        byte: error.utf8_error().valid_up_to(),
    })
}

/// UTF-16 in, UTF-8 out.
struct FromUtf16<R> {
    source: R,
    decoder: Decoder,
    text: Cursor<Vec<u8>>,
    ended: bool,
}

impl<R: BufRead> FromUtf16<R> {
    fn new(source: R, encoding: &'static Encoding) -> Self {
        let decoder = encoding.new_decoder_without_bom_handling();
        Self {
            source,
            decoder,
            text: Cursor::default(),
            ended: false,
        }
    }

    /// Decodes the next part of the source into `text`.
    fn refill(&mut self) -> io::Result<()> {
        let bytes = self.source.fill_buf()?;
        self.ended = bytes.is_empty();
        let mut text = vec![0; BUFFER_BYTES];
        let (result, used, written) = self
            .decoder
            .decode_to_utf8_without_replacement(bytes, &mut text, self.ended);
        self.source.consume(used);
        if matches!(result, DecoderResult::Malformed(..)) {
            return Err(io::Error::new(io::ErrorKind::InvalidData, "broken UTF-16"));
        }
        text.truncate(written);
        self.text = Cursor::new(text);
        Ok(())
    }
}

impl<R: BufRead> Read for FromUtf16<R> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        loop {
            let count = self.text.read(out)?;
            if count > 0 || self.ended || out.is_empty() {
                return Ok(count);
            }
            self.refill()?;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text_of(bytes: &'static [u8]) -> io::Result<String> {
        let mut text = String::new();
        without_mark(bytes)?.read_to_string(&mut text)?;
        Ok(text)
    }

    #[test]
    fn marks_are_obeyed_and_go() {
        assert_eq!(text_of(b"\xEF\xBB\xBF\xE0\xAA\x95").unwrap(), "ક");
        assert_eq!(text_of(b"\xFF\xFE\x95\x0A").unwrap(), "ક");
        assert_eq!(text_of(b"\xFE\xFF\x0A\x95").unwrap(), "ક");
        assert_eq!(text_of(b"\xE0\xAA\x95").unwrap(), "ક");
        assert_eq!(text_of(b"a").unwrap(), "a");
        assert_eq!(text_of(b"").unwrap(), "");
    }

    #[test]
    fn half_a_surrogate_pair_is_broken() {
        assert!(text_of(b"\xFF\xFE\x3D\xD8a\x00").is_err());
    }
}
