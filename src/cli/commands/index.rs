//! `khabar index`: files of articles into an index; without any, an index brought up to date with the program.

use crate::cli::args::IndexArgs;
use crate::cli::exit::Exit;
use crate::cli::indexing::{build, renew};
use crate::cli::reading::options;

pub(super) fn execute(args: &IndexArgs) -> anyhow::Result<Exit> {
    let options = options(&args.read)?;
    if args.paths.is_empty() {
        return renew(&args.folder.index, &args.names, args.quiet);
    }
    build(&args.paths, &args.folder.index, &options, &args.names, args.quiet)
}
