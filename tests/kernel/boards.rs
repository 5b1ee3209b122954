//! Virtual boards on the guest's own bus.
#![allow(dead_code, reason = "for cases with boards")]

use std::process::Command;

use crate::{
    tool::command,
    world::{Background, comes, leaves},
};

/// Boards that `racklet-flash virtual serve` plugs into the kernel's virtual host controller. They are unplugged at the
/// end of this value. What it says is what the case says.
pub(crate) struct Served {
    /// Nothing after it has been ended.
    process: Option<Background>,
    ports: Vec<String>,
}

impl Served {
    /// Plugs boards in, each told as for `--virtual` and with its port (1-1 to 1-15), and waits until the kernel has
    /// them.
    #[track_caller]
    pub(crate) fn start(boards: &[&str]) -> Self {
        Self::with(boards, &mut command(["virtual", "serve", "--vhci"]))
    }

    /// The same, and nothing is said.
    #[track_caller]
    pub(crate) fn silently(boards: &[&str]) -> Self {
        Self::with(boards, &mut command(["virtual", "serve", "--vhci", "--quiet"]))
    }

    #[track_caller]
    fn with(boards: &[&str], command: &mut Command) -> Self {
        for board in boards {
            command.args(["--virtual", board]);
        }
        let process = Some(Background::start(command));
        let served = Self { process, ports: boards.iter().map(|board| port(board)).collect() };
        served.ports.iter().for_each(|port| comes(port));
        served
    }
}

impl Served {
    /// Lets the server end in order: boards save what they keep in files.
    pub(crate) fn end(mut self) {
        self.process.take().expect("it ends once").interrupt();
    }
}

/// The port that a board's options name.
fn port(board: &str) -> String {
    let options = board.split_once(':').map_or("", |(_, options)| options);
    let port = options.split(',').find_map(|option| option.strip_prefix("port="));
    port.unwrap_or_else(|| panic!("{board} has no port")).to_owned()
}

impl Drop for Served {
    fn drop(&mut self) {
        self.process = None;
        if !std::thread::panicking() {
            self.ports.iter().for_each(|port| leaves(port));
        }
    }
}
