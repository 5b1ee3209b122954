//! A rack: many boards from one manifest, unattended, and a proof of what was done.

mod console;
mod desk;
mod error;
pub mod folder;
mod hook;
pub mod journal;
pub mod leader;
mod lost;
pub mod manifest;
mod node;
mod others;
mod prepare;
pub mod record;
mod rehearsal;
mod report;
mod run;
mod turns;
mod words;

pub use error::RackError;
pub use prepare::{Prepared, Settings, missing, prepare};
pub use rehearsal::{Pace, Rehearsal};
pub use run::{Audience, Rack, Summary, dry_run, lock_file};
