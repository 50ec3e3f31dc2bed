//! Standard output and standard error, in one place.

use std::io::Write;

/// Standard output, coloured on a terminal only, obeying `NO_COLOR`; buffered.
pub(super) fn stdout() -> impl Write {
    std::io::BufWriter::with_capacity(1 << 16, anstream::AutoStream::auto(std::io::stdout()))
}

/// Standard output for machines: nothing is looked at or changed.
pub(super) fn raw_stdout() -> impl Write {
    std::io::BufWriter::with_capacity(1 << 16, std::io::stdout())
}

/// One line on standard error.
pub(super) fn say(line: &str) {
    // nobody to tell where standard error itself is gone
    let _ = writeln!(std::io::stderr().lock(), "{line}");
}
