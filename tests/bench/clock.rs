//! Clocks: wall time, and the CPU time of the whole process.
//!
//! CPU time is `utime + stime` of `/proc/self/stat` (fields 14 and 15), all threads added up, those that
//! have ended too. The kernel gives it in hundredths of a second on every Linux, so only work of a second
//! or so is measured with it; where there is no `/proc`, wall time stands in and the report says so.

use std::time::{Duration, Instant};

/// One hundredth of a second: `USER_HZ` is 100 on all architectures of Linux.
const TICK: Duration = Duration::from_millis(10);

/// The CPU time that the process has used so far.
pub(crate) fn cpu() -> Option<Duration> {
    let stat = std::fs::read_to_string("/proc/self/stat").ok()?;
    // the name of the program stands in parentheses and may hold spaces
    let (_, fields) = stat.rsplit_once(')')?;
    let mut times = fields.split_ascii_whitespace().skip(11).map(str::parse::<u32>);
    let user = times.next()?.ok()?;
    let system = times.next()?.ok()?;
    Some(TICK * (user + system))
}

/// What a piece of work took.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Took {
    /// By the clock on the wall.
    pub(crate) wall: Duration,
    /// Of all cores together.
    pub(crate) cpu: Duration,
}

/// Times a piece of work.
pub(crate) fn time<T>(work: impl FnOnce() -> T) -> (T, Took) {
    let (started, cpu_before) = (Instant::now(), cpu());
    let result = work();
    let wall = started.elapsed();
    let cpu = match (cpu_before, cpu()) {
        (Some(before), Some(after)) => after.saturating_sub(before),
        _ => wall,
    };
    (result, Took { wall, cpu })
}

/// The value below which `share` of the values lie; zero where there is none.
pub(crate) fn percentile(values: &[Duration], share: f64) -> Duration {
    let mut sorted = values.to_vec();
    sorted.sort_unstable();
    let at = (sorted.len().saturating_sub(1) as f64 * share).round() as usize;
    sorted.get(at).copied().unwrap_or_default()
}

/// The middle value.
pub(crate) fn median(values: &[Duration]) -> Duration {
    percentile(values, 0.5)
}
