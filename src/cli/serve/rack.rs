//! The boards of a manifest, simulated: a rack to try other tools on.

use std::path::Path;

use anyhow::Context;
use serde_json::json;

use crate::{
    rack::{Rehearsal, manifest::Manifest},
    report::Report,
    transport::PortPath,
    virt::Wanted,
};

/// The ports of this machine's virtual controller.
const VHCI: std::ops::RangeInclusive<u8> = 1..=15;

/// The simulated boards of all nodes. Each keeps its storage below `folder`, where its serial line is, too.
///
/// # Errors
///
/// The manifest has mistakes, the folder cannot be made, or somebody has more boards than there are ports.
pub(super) fn boards(
    path: &Path,
    folder: &Path,
    vhci: bool,
    report: &mut Report,
) -> anyhow::Result<Vec<Wanted>> {
    let manifest = Manifest::read(path)?;
    let mut ports = VHCI;
    let mut all = Vec::new();
    for node in &manifest.nodes {
        let own = folder.join(&node.name);
        std::fs::create_dir_all(&own).with_context(|| own.display().to_string())?;
        let mut board = Rehearsal::default().board(node, Some(&own), 0)?;
        let place = match &mut board {
            Wanted::Serial(spec) => {
                let line = spec.pty.insert(own.join("line"));
                line.display().to_string()
            }
            Wanted::Usb(spec) => {
                if vhci {
                    let port = ports.next().context("the virtual controller has 15 ports")?;
                    spec.port = Some(PortPath::new(1, &[port]));
                }
                spec.port.as_ref().map(ToString::to_string).unwrap_or_default()
            }
            Wanted::Disk(_) => continue,
        };
        let text = format!("{}: {} at {place}", node.name, node.board.name);
        let fields = json!({"node": node.name, "board": node.board.name, "port": place});
        report.event("serving", &text, &fields);
        let console = match &board {
            Wanted::Usb(spec) => spec.console(),
            Wanted::Serial(_) | Wanted::Disk(_) => None,
        };
        all.push(board);
        if let Some(mut console) = console {
            console.pty = Some(own.join("console"));
            all.push(Wanted::Serial(Box::new(console)));
        }
    }
    Ok(all)
}
