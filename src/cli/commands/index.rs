//! `khabar index`: files of articles into an index.

use crate::cli::args::IndexArgs;
use crate::cli::exit::Exit;
use crate::cli::indexing::build;
use crate::cli::reading::options;

pub(super) fn execute(args: &IndexArgs) -> anyhow::Result<Exit> {
    let options = options(&args.read)?;
    build(&args.paths, &args.folder.index, &options, &args.names, args.quiet)
}
