//! The report: figures with their targets as a Markdown table.

use std::fmt;

use crate::articles::Corpus;

/// What a figure is to reach.
#[derive(Clone, Copy)]
pub(crate) enum Target {
    /// At most so many times plain tantivy.
    Times(f64),
    /// At most this.
    AtMost(f64, &'static str),
    /// At least this.
    AtLeast(f64, &'static str),
    /// It is told, not judged.
    None,
}

impl Target {
    fn shown(self, value: f64) -> String {
        let (text, is_met) = match self {
            Self::Times(times) => (format!("at most {times} times"), value <= times),
            Self::AtMost(most, unit) => (format!("at most {most} {unit}"), value <= most),
            Self::AtLeast(least, unit) => (format!("at least {least:.0} {unit}"), value >= least),
            Self::None => return "–".to_owned(),
        };
        format!("{text} {}", if is_met { "✓" } else { "✗" })
    }
}

/// A row: what, plain tantivy, khabar, ratio, target.
type Row = [String; 5];

/// All rows.
pub(crate) struct Report {
    rows: Vec<Row>,
    about: String,
}

impl Report {
    /// An empty report about a corpus.
    pub(crate) fn new(corpus: &Corpus) -> Self {
        let cores = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
        let clock = if crate::clock::cpu().is_some() {
            "/proc/self/stat"
        } else {
            "no CPU clock here: wall time"
        };
        let about = format!("{}; {cores} cores; CPU time by {clock}", corpus.summary());
        Self {
            rows: Vec::new(),
            about,
        }
    }

    /// Adds a figure of both engines, plain tantivy first.
    pub(crate) fn compare(&mut self, what: &str, both: [f64; 2], shown: impl Fn(f64) -> String, target: Target) {
        let [plain, khabar] = both;
        let ratio = khabar / plain.max(f64::MIN_POSITIVE);
        self.add([
            what.to_owned(),
            shown(plain),
            shown(khabar),
            format!("{ratio:.2}"),
            target.shown(ratio),
        ]);
    }

    /// Adds a figure of khabar alone.
    pub(crate) fn own(&mut self, what: &str, shown: String, value: f64, target: Target) {
        self.add([
            what.to_owned(),
            String::new(),
            shown,
            String::new(),
            target.shown(value),
        ]);
    }

    fn add(&mut self, row: Row) {
        eprintln!("{}", row.join(" | "));
        self.rows.push(row);
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{}\n", self.about)?;
        writeln!(f, "| what | plain tantivy | khabar | ratio | target |")?;
        writeln!(f, "| --- | ---: | ---: | ---: | --- |")?;
        self.rows
            .iter()
            .try_for_each(|row| writeln!(f, "| {} |", row.join(" | ")))
    }
}

/// Seconds as text.
pub(crate) fn seconds(value: f64) -> String {
    format!("{value:.2} s")
}

/// Seconds as milliseconds.
pub(crate) fn milliseconds(value: f64) -> String {
    let ms = value * 1e3;
    if ms < 1.0 {
        format!("{ms:.3} ms")
    } else {
        format!("{ms:.2} ms")
    }
}
