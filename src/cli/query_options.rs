//! How a query is read, how long it may take, and whether what it cannot use is an error.
//!
//! Options of `khabar search` and of whatever else takes a query.

use std::time::{Duration, Instant};

use super::out::say;
use crate::answers::{Answer, HitSink, each_hit, search_until};
use crate::index::Reader;
use crate::query::{Notice, NoticeKind, Syntax};
use crate::retrieval::{Deadline, Error, Request};
use crate::views::notices::sentence;

/// The options.
#[derive(Debug, Clone, clap::Args)]
pub(super) struct QueryOptions {
    /// Read અને and તથા as AND, અથવા as OR, નહિ as NOT
    #[arg(long)]
    pub(super) gujarati_operators: bool,
    /// Answer after so many seconds with what was found so far; 0 for no limit
    #[arg(long, value_name = "SECONDS", default_value = "2", value_parser = seconds)]
    pub(super) timeout: Duration,
    /// Fail, with a line for each, where a part of the query is ignored, unknown, capped or runs out of time
    #[arg(long)]
    pub(super) strict: bool,
}

fn seconds(text: &str) -> Result<Duration, String> {
    let wrong = || "write a number of seconds, 0 for no limit".to_owned();
    let seconds = text.parse::<f64>().map_err(|_| wrong())?;
    Duration::try_from_secs_f64(seconds).map_err(|_| wrong())
}

impl QueryOptions {
    /// How the query is read.
    pub(super) const fn syntax(&self) -> Syntax {
        Syntax {
            gujarati_operators: self.gujarati_operators,
        }
    }

    /// Answers a request for as long as it may take.
    pub(super) fn search(&self, reader: &Reader, request: &Request) -> Result<Answer, Error> {
        let (half, whole) = (self.clock(self.timeout / 2), self.clock(self.timeout));
        search_until(reader, request, &Deadline::new(&half, &whole))
    }

    /// The same, hit by hit.
    pub(super) fn each_hit(
        &self,
        reader: &Reader,
        request: &Request,
        sink: &mut impl HitSink,
    ) -> Result<Answer, Error> {
        let (half, whole) = (self.clock(self.timeout / 2), self.clock(self.timeout));
        each_hit(reader, request, &Deadline::new(&half, &whole), sink)
    }

    /// Knows when this much time has gone by from now on.
    fn clock(&self, time: Duration) -> impl Fn() -> bool + Sync + use<> {
        let (started, is_limited) = (Instant::now(), !self.timeout.is_zero());
        move || is_limited && started.elapsed() >= time
    }

    /// Whether an answer passes: says every notice that does not where `--strict` is given, with the id of the query in a batch.
    pub(super) fn passes(&self, answer: &Answer, id: Option<&str>) -> bool {
        use NoticeKind::{Capped, Ignored, Timeout, Unknown};
        let mut passes = true;
        for notice in &answer.notices {
            if self.strict && matches!(notice.said.kind(), Ignored | Unknown | Capped | Timeout) {
                let id = id.map(|id| format!("{id}: ")).unwrap_or_default();
                let line = format!("{id}bytes {} to {}: {}", notice.start, notice.end, sentence(notice));
                say_line(&line);
                passes = false;
            }
        }
        passes
    }
}

/// Says a notice on standard error.
pub(super) fn say_notice(notice: &Notice) {
    say_line(&sentence(notice));
}

/// Says a line that may hold what was typed.
fn say_line(line: &str) {
    say(&crate::article::readable(line).replace(['\n', '\t'], " "));
}
