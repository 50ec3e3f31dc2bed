//! Which index is asked, and which of its articles.

use std::path::PathBuf;

/// Where the index is.
#[derive(Debug, Clone, clap::Args)]
pub(in crate::cli) struct IndexFolder {
    /// The folder of the index
    #[arg(long, value_name = "DIR", env = "KHABAR_INDEX", default_value = "index")]
    pub(in crate::cli) index: PathBuf,
}

/// Filters: the same one twice means either, different ones mean both.
#[derive(Debug, Clone, Default, clap::Args)]
pub(in crate::cli) struct FilterArgs {
    /// Only this category (world, રમતગમત, …); may repeat
    #[arg(long, value_name = "C")]
    pub(in crate::cli) category: Vec<String>,
    /// Only stories that mention this person, by any name in either script or by id; may repeat
    #[arg(long, value_name = "P")]
    pub(in crate::cli) person: Vec<String>,
    /// Only stories that mention this country, by name or ISO code; may repeat
    #[arg(long, value_name = "C")]
    pub(in crate::cli) country: Vec<String>,
    /// Only stories that mention this place; may repeat
    #[arg(long, value_name = "P")]
    pub(in crate::cli) place: Vec<String>,
    /// Only stories that mention this organisation; may repeat
    #[arg(long, value_name = "O", visible_alias = "org")]
    pub(in crate::cli) organisation: Vec<String>,
    /// From this day, month or year on
    #[arg(long, value_name = "DATE")]
    pub(in crate::cli) from: Option<String>,
    /// Up to this day, month or year
    #[arg(long, value_name = "DATE")]
    pub(in crate::cli) to: Option<String>,
}
