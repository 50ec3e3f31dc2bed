//! What can be wrong with a stored gazetteer.

/// Why a stored gazetteer cannot be read.
#[derive(Debug, thiserror::Error)]
pub enum GazetteerError {
    /// The bytes are no map.
    #[error("the names are no finite-state map")]
    Map(#[from] fst::Error),
    /// The bytes end early.
    #[error("the file ends early")]
    Short,
}
