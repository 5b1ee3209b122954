//! Sessions of other people's tools, recorded as they spoke to a board (`fixtures/*/TOOL/`), against what racklet-flash
//! says for the same purpose: message by message, but for the exceptions in `fixtures/*/exceptions.toml`.
//!
//! `head.rs` says what a session tells of itself. Sessions with a line `# served:` can be recorded anew, and a new one is
//! a file that has nothing but such a head:
//!
//!     eval "$(tests/setup | sed 's/^/export /')"
//!     SESSIONS=h3-read cargo test --test peers -- --ignored record    # those whose names contain that
//!
//! boots the kernel of `tests/kernel`, serves the board there and runs the tool while usbmon listens.
#![allow(clippy::print_stdout, clippy::print_stderr, reason = "it reports to whoever runs it")]

#[path = "../kernel/boards.rs"]
mod boards;
#[path = "../tool/mod.rs"]
mod tool;

#[path = "../capture/tests.rs"]
mod capture_tests;
mod captures;
mod compare;
mod exceptions;
mod fel;
mod head;
mod inputs;
mod message;
mod optimus;
mod payload;
#[path = "../kernel/python.rs"]
mod python;
mod record;
mod rockusb;
mod session;
#[path = "../kernel/usbmon.rs"]
mod usbmon;
#[allow(dead_code, reason = "its main belongs to the example")]
mod usbmon_transcript;
#[path = "../kernel/world.rs"]
mod world;

use std::path::{Path, PathBuf};

use exceptions::Exceptions;
use message::Messages;
use session::Session;

/// A protocol that racklet-flash shares with other tools.
struct Family {
    /// Its folder in `fixtures/`.
    name: &'static str,
    /// Folders below that, one a tool.
    tools: &'static [&'static str],
    messages: Messages,
}

const FEL: Family = Family { name: "fel", tools: &["sunxi-fel"], messages: fel::messages };
const ROCKUSB: Family =
    Family { name: "rockchip", tools: &["rkdeveloptool"], messages: rockusb::messages };
const OPTIMUS: Family =
    Family { name: "amlogic", tools: &["pyamlboot", "snagboot"], messages: optimus::messages };
/// All of them.
const FAMILIES: [Family; 3] = [FEL, ROCKUSB, OPTIMUS];

impl Family {
    fn folder(&self) -> PathBuf {
        Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures").join(self.name)
    }

    /// Compares all sessions of all tools. Every difference is told, not only the first.
    fn check(&self) -> Result<(), Vec<String>> {
        let folder = self.folder();
        let mut exceptions =
            Exceptions::read(&folder.join("exceptions.toml")).map_err(|error| vec![error])?;
        let mut problems = Vec::new();
        for tool in self.tools {
            match Session::all(&folder, tool) {
                Ok(sessions) => problems.extend(
                    sessions
                        .iter()
                        .filter_map(|one| one.check(self.messages, &mut exceptions).err()),
                ),
                Err(problem) => problems.push(problem),
            }
        }
        // Behind a difference exceptions had no chance.
        if problems.is_empty() {
            problems = exceptions.unused();
        }
        if problems.is_empty() { Ok(()) } else { Err(problems) }
    }
}

#[test]
fn fel_is_spoken_as_others_speak_it() {
    if let Err(problems) = FEL.check() {
        panic!("{}", problems.join("\n"));
    }
}

#[test]
fn rockusb_is_spoken_as_others_speak_it() {
    if let Err(problems) = ROCKUSB.check() {
        panic!("{}", problems.join("\n"));
    }
}

#[test]
fn optimus_is_spoken_as_others_speak_it() {
    if let Err(problems) = OPTIMUS.check() {
        panic!("{}", problems.join("\n"));
    }
}

#[test]
#[ignore = "it shows conversations (those whose names contain SESSIONS), for who writes exceptions"]
fn show() {
    let wanted = std::env::var("SESSIONS").unwrap_or_default();
    for (family, tool) in
        FAMILIES.iter().flat_map(|family| family.tools.iter().map(move |tool| (family, tool)))
    {
        let sessions = Session::all(&family.folder(), tool).expect("the tool has sessions");
        sessions.iter().filter(|session| session.name().contains(&wanted)).for_each(|session| {
            println!("{}", session.show(family.messages).expect("it is sound"))
        });
    }
}
