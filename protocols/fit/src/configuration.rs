//! A configuration: which images belong together.

use alloc::vec::Vec;

use dtoolkit::{Node, fdt::FdtNode};

use crate::tree::{text, texts};

/// A configuration of a FIT, by the names of its images.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Configuration<'a> {
    /// The node's name.
    pub name: &'a str,
    /// The board that it is for, as the SPL compares it.
    pub description: Option<&'a str>,
    /// What is loaded, in the SPL's order: `firmware`, then `loadables`. An image that is named twice is loaded once.
    pub loads: Vec<&'a str>,
    /// The device tree, and overlays after it.
    pub trees: Vec<&'a str>,
}

impl<'a> Configuration<'a> {
    pub(crate) fn read(node: &FdtNode<'a>) -> Self {
        let mut loads = Vec::new();
        for name in [texts(node, "firmware"), texts(node, "loadables")].concat() {
            if !loads.contains(&name) {
                loads.push(name);
            }
        }
        Self {
            name: node.name(),
            description: text(node, "description"),
            loads,
            trees: texts(node, "fdt"),
        }
    }
}
