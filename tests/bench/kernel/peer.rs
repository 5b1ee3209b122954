//! The client of the published crate rockusb, built as it is released.

use std::{
    env,
    path::Path,
    process::{Command, ExitStatus},
};

const MANIFEST: &str =
    concat!(env!("CARGO_MANIFEST_DIR"), "/protocols/rockusb/tests/peers/Cargo.toml");

fn folder() -> &'static Path {
    Path::new(concat!(env!("CARGO_TARGET_TMPDIR"), "/rockusb-client"))
}

/// Builds it, which takes a minute the first time.
pub(crate) fn build() -> std::io::Result<ExitStatus> {
    Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
        .args(["build", "--release", "--quiet", "--locked", "--features", "client"])
        .args(["--bin", "rockusb-client", "--manifest-path", MANIFEST, "--target-dir"])
        .arg(folder())
        .status()
}

/// The program.
pub(crate) fn path() -> String {
    folder().join("release/rockusb-client").display().to_string()
}
