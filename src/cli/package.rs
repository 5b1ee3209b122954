//! `package info` and `package unpack`, for every maker's packages.

use std::path::Path;

use link::Watch;
use serde_json::Value;

use crate::{
    files::{Input, unpack},
    report::Answer,
    transport::Stop,
};

/// A package of one maker's, whose sums are right.
pub(super) trait Package: Sized {
    /// Opens a package and checks its sums, which takes as long as reading all of it.
    fn open(file: &Path, stop: &Stop, watch: &mut dyn Watch) -> anyhow::Result<Self>;

    /// What is in it, for people.
    fn describe(&self) -> String;

    /// The same for scripts.
    fn fields(&self) -> Value;

    /// What it is unpacked into.
    fn parts(&self) -> Vec<unpack::Part>;

    /// Its bytes.
    fn input(&mut self) -> &mut Input;
}

/// `package info`.
pub(super) fn info<P: Package>(
    file: &Path,
    stop: &Stop,
    watch: &mut dyn Watch,
) -> anyhow::Result<Answer> {
    let package = P::open(file, stop, watch)?;
    Ok(Answer::new(package.describe(), package.fields()))
}

/// `package unpack`: the parts that are named, or all of them, in a folder.
pub(super) fn unpack<P: Package>(
    dry_run: bool,
    file: &Path,
    to: (&Path, &[String]),
    stop: &Stop,
    watch: &mut dyn Watch,
) -> anyhow::Result<Answer> {
    let mut package = P::open(file, stop, watch)?;
    let parts = package.parts();
    Ok(Answer::files(&match dry_run {
        true => unpack::names(&parts, to.1)?,
        false => unpack::unpack(package.input(), &parts, to, stop, watch)?,
    }))
}
