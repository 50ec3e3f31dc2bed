//! khabar
pub mod script;
pub mod analysis;
