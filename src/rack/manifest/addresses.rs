//! Addresses of nodes in a network that they share.

use std::net::Ipv4Addr;

use super::{Node, mistakes::Notes, read::Entry};
use crate::net::{Addressing, host_in};

/// Gives each node on Ethernet that names no address one of its network: from the highest on, in the order of the manifest,
/// without this computer's own and those that nodes name. Notes addresses that are taken, and networks that are full.
pub(super) fn give(entries: &[Entry<'_>], nodes: &mut [Option<Node>], notes: &mut Notes) {
    let mut taken = named(entries, nodes, notes);
    for (entry, node) in entries.iter().zip(nodes) {
        let Some(Node { net: Some(Addressing::Fixed(subnet)), .. }) = node else { continue };
        if subnet.address().is_some() {
            continue;
        }
        let host = host_in(subnet).ok();
        let free = |address: &Ipv4Addr| !taken.contains(address) && host != Some(*address);
        match subnet.hosts().find(free) {
            Some(address) => {
                taken.push(address);
                *subnet = subnet.with(address);
            }
            None => notes
                .wrong(entry.here("net"), format!("{subnet} has no address left for this node")),
        }
    }
}

/// The addresses that nodes name.
fn named(entries: &[Entry<'_>], nodes: &[Option<Node>], notes: &mut Notes) -> Vec<Ipv4Addr> {
    let mut taken = Vec::new();
    for (entry, node) in entries.iter().zip(nodes) {
        let Some(address) = node.as_ref().and_then(|node| own(node.net)) else { continue };
        if taken.contains(&address) {
            notes.wrong(entry.here("net"), format!("another node has the address {address}, too"));
        }
        taken.push(address);
    }
    taken
}

fn own(net: Option<Addressing>) -> Option<Ipv4Addr> {
    match net? {
        Addressing::Fixed(subnet) => subnet.address(),
        Addressing::Dhcp => None,
    }
}
