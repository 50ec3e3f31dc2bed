//! JSON lines: an article a line. A line that is broken costs only itself.

use std::io::{self, BufRead, Read};
use std::ops::ControlFlow;

use super::format::{Extracted, Format};
use super::json::parse_object;
use super::position::Position;
use crate::corpus::options::Options;
use crate::corpus::record::Reason;

/// `.jsonl`, `.ndjson`
pub(super) struct JsonLines;

impl Format for JsonLines {
    fn extensions(&self) -> &'static [&'static str] {
        &["jsonl", "ndjson"]
    }

    fn read(
        &self,
        source: &mut dyn BufRead,
        options: &Options,
        emit: &mut dyn FnMut(Extracted) -> ControlFlow<()>,
    ) -> ControlFlow<()> {
        let mut line = Vec::new();
        for number in 1.. {
            let fields = match next_line(source, options.max_line_bytes, &mut line) {
                Ok(Line::End) => break,
                Ok(Line::Whole) if line.trim_ascii().is_empty() => continue,
                Ok(Line::Whole) => parse_line(&line, options),
                Ok(Line::TooLong) => Err(Reason::TooLong {
                    limit: options.max_line_bytes,
                }),
                Err(error) => {
                    return emit(Extracted {
                        position: Position::Line(number),
                        fields: Err(Reason::Unreadable(error)),
                    });
                }
            };
            let is_binary = number == 1 && line.contains(&0);
            emit(Extracted {
                position: Position::Line(number),
                fields,
            })?;
            if is_binary {
                break; // no text at all: a message for every line would help nobody
            }
        }
        ControlFlow::Continue(())
    }
}

fn parse_line(line: &[u8], options: &Options) -> Result<super::fields::Fields, Reason> {
    if let Some(byte) = line.iter().position(|byte| *byte == 0) {
        return Err(Reason::NotText { byte });
    }
    let text = str::from_utf8(line).map_err(|error| Reason::NotText {
        byte: error.valid_up_to(),
    })?;
    parse_object(text, &options.fields)
}

enum Line {
    Whole,
    TooLong,
    End,
}

/// Reads one line into `line`, of a line over the limit only its beginning.
fn next_line(source: &mut dyn BufRead, limit: usize, line: &mut Vec<u8>) -> io::Result<Line> {
    line.clear();
    let read = source.take(limit as u64 + 1).read_until(b'\n', line)?;
    if line.ends_with(b"\n") {
        line.pop();
    } else if read > limit {
        line.clear();
        source.skip_until(b'\n')?;
        return Ok(Line::TooLong);
    }
    Ok(if read == 0 { Line::End } else { Line::Whole })
}
