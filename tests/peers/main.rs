//! Sessions of other people's tools, recorded as they spoke to a board (`fixtures/*/TOOL/`), against what racklet-flash
//! says for the same purpose: message by message, but for the exceptions in `fixtures/*/exceptions.toml`.
//!
//! A tool's session tells in its head what to compare it with: `# ours:` is the command line after `racklet-flash`,
//! `# board:` the virtual board that it speaks to, `# input:` a file (see `inputs.rs`).

#[path = "../tool/mod.rs"]
mod tool;

mod captures;
mod compare;
mod exceptions;
mod fel;
mod inputs;
mod message;
mod payload;
mod session;
#[allow(dead_code, reason = "its main belongs to the example")]
mod usbmon_transcript;

use std::path::Path;

use racklet_flash::transport::Transcript;

use exceptions::Exceptions;
use message::Message;
use session::Session;

/// A protocol that racklet-flash shares with other tools.
struct Family {
    /// Its folder in `fixtures/`.
    name: &'static str,
    /// Folders below that, one a tool.
    tools: &'static [&'static str],
    /// What was said, however it was cut into transfers.
    messages: fn(&Transcript) -> Result<Vec<Message>, String>,
}

const FEL: Family = Family { name: "fel", tools: &["sunxi-fel"], messages: fel::messages };

impl Family {
    /// Compares all sessions of all tools. Every difference is told, not only the first.
    fn check(&self) -> Result<(), Vec<String>> {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures").join(self.name);
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
        problems.extend(exceptions.unused());
        if problems.is_empty() { Ok(()) } else { Err(problems) }
    }
}

#[test]
fn fel_is_spoken_as_others_speak_it() {
    if let Err(problems) = FEL.check() {
        panic!("{}", problems.join("\n"));
    }
}
