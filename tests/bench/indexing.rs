//! Indexing: both engines in turn over articles in memory, CPU time, wall time and size.

use std::collections::HashSet;
use std::path::{Path, PathBuf};
use std::time::Duration;

use khabar::article::Article;
use khabar::entities::Gazetteer;
use khabar::index::Writer;

use crate::clock::{Took, median, time};
use crate::engine;
use crate::report::{Report, Target, seconds};

const RUNS: usize = 3;

/// The folders of the two indexes.
pub(crate) struct Folders {
    /// Plain tantivy.
    pub(crate) plain: PathBuf,
    /// khabar.
    pub(crate) khabar: PathBuf,
}

impl Folders {
    /// Two folders in one.
    pub(crate) fn below(folder: &Path) -> Self {
        Self {
            plain: folder.join("plain"),
            khabar: folder.join("khabar"),
        }
    }

    /// Whether both hold an index of an earlier run.
    pub(crate) fn are_there(&self) -> bool {
        [&self.plain, &self.khabar]
            .iter()
            .all(|folder| folder.join("meta.json").is_file())
    }
}

/// Everything that `khabar index` does, but for reading: the gazetteer is compiled, the vocabulary written.
fn khabar_index(articles: &[Article], folder: &Path) -> anyhow::Result<()> {
    let root = Path::new("bench");
    let gazetteer = Gazetteer::shipped()?;
    let mut writer = Writer::open(folder, &gazetteer)?;
    for article in articles {
        writer.add(article, root)?;
    }
    writer.commit(&HashSet::new())?;
    Ok(())
}

/// The bytes of all files in a folder, which has no folders in it.
pub(crate) fn size(folder: &Path) -> std::io::Result<u64> {
    std::fs::read_dir(folder)?
        .map(|entry| Ok(entry?.metadata()?.len()))
        .sum()
}

/// Builds both indexes in turn, several times, and reports; the last ones stay.
pub(crate) fn measure(articles: &[Article], folders: &Folders, report: &mut Report) -> anyhow::Result<()> {
    let (mut plain, mut khabar) = (Vec::new(), Vec::new());
    for run in 1..=RUNS {
        for old in [&folders.plain, &folders.khabar].into_iter().filter(|old| old.exists()) {
            std::fs::remove_dir_all(old)?;
        }
        let (done, took) = time(|| engine::index(articles, &folders.plain, engine::Design::Words));
        done?;
        plain.push(took);
        let (done, took) = time(|| khabar_index(articles, &folders.khabar));
        done?;
        khabar.push(took);
        eprintln!(
            "index {run}/{RUNS}: plain {:?}, khabar {:?}",
            plain.last(),
            khabar.last()
        );
    }
    let of = |runs: &[Took], part: fn(&Took) -> Duration| median(&runs.iter().map(part).collect::<Vec<_>>());
    let cpu = [of(&plain, |took| took.cpu), of(&khabar, |took| took.cpu)];
    let wall = [of(&plain, |took| took.wall), of(&khabar, |took| took.wall)];
    report.compare(
        "index, CPU time",
        cpu.map(|time| time.as_secs_f64()),
        seconds,
        Target::Times(2.0),
    );
    report.compare(
        "index, wall time",
        wall.map(|time| time.as_secs_f64()),
        seconds,
        Target::None,
    );
    let sizes = [size(&folders.plain)? as f64, size(&folders.khabar)? as f64];
    report.compare(
        "size on disk",
        sizes,
        |bytes| format!("{:.1} MB", bytes / 1e6),
        Target::Times(1.5),
    );
    Ok(())
}
